"""Sheets read strictly: every fault of shape is gathered, none is passed over.

Read as ``utf-8-sig``, because spreadsheets leave a mark at the start of a file.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from tawthiq.lang.faults import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a sheet: its number in the file, and its cells by column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows of one file, and what is wrong with its shape."""

    file: str
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


def read_sheet(source: Traversable, columns: Sequence[str]) -> Sheet:
    """Read a CSV file whose header must name ``columns``, in that order.

    Args:
        source: the file.
        columns: the column names that its first line must hold.

    Returns:
        The rows that can be read, cells stripped of white space, and the faults:
        a file that is missing or not UTF-8, a wrong header, a row of another length.
    """
    try:
        text = source.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Sheet(file=source.name, rows=(), faults=(_missing(source.name),))
    except UnicodeDecodeError:
        return Sheet(file=source.name, rows=(), faults=(_not_utf8(source.name),))
    lines = list(_numbered(text))
    header = lines[0][1] if lines else []
    if header != list(columns):
        return Sheet(
            file=source.name,
            rows=(),
            faults=(_wrong_header(source.name, header, columns),),
        )
    rows: list[Row] = []
    faults: list[Fault] = []
    for line, cells in lines[1:]:
        if len(cells) == len(columns):
            rows.append(Row(line=line, cells=dict(zip(columns, cells, strict=True))))
        else:
            faults.append(
                _wrong_length(source.name, line, got=len(cells), wanted=len(columns))
            )
    return Sheet(file=source.name, rows=tuple(rows), faults=tuple(faults))


def _numbered(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give each line that is not blank with the number at which it starts."""
    reader = csv.reader(io.StringIO(text, newline=""))
    line = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield line, [cell.strip() for cell in cells]
        line = reader.line_num + 1


def _missing(file: str) -> Fault:
    return Fault(
        file=file,
        line=0,
        value="",
        ar="الملف غير موجود",
        en="the file is missing",
        remedy_ar="أعد الملف أو احذف اسمه من القائمة",
        remedy_en="put the file back, or take its name off the list",
    )


def _not_utf8(file: str) -> Fault:
    return Fault(
        file=file,
        line=0,
        value="",
        ar="الملف ليس بترميز UTF-8",
        en="the file is not UTF-8",
        remedy_ar="احفظه من برنامج الجداول بصيغة CSV UTF-8",
        remedy_en="save it from the spreadsheet as CSV UTF-8",
    )


def _wrong_header(file: str, header: Sequence[str], columns: Sequence[str]) -> Fault:
    wanted = ",".join(columns)
    return Fault(
        file=file,
        line=1,
        value=",".join(header),
        ar="سطر العناوين غير صحيح",
        en="the header is wrong",
        remedy_ar=f"اجعل السطر الأول: {wanted}",
        remedy_en=f"make the first line: {wanted}",
    )


def _wrong_length(file: str, line: int, *, got: int, wanted: int) -> Fault:
    return Fault(
        file=file,
        line=line,
        value="",
        ar=f"في السطر {got} خانة والمطلوب {wanted}",
        en=f"the line has {got} cells instead of {wanted}",
        remedy_ar="ضع بين علامتي اقتباس كل خانة فيها فاصلة",
        remedy_en="put every cell that holds a comma between double quotes",
    )
