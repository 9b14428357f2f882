"""Reads sheets: CSV as spreadsheets write it, every row with its line.

One strict reader (`read_sheet`) for packs and codebook: it gathers what is wrong with
the shape of a sheet and passes nothing over. `rows` is the same for whoever cannot go
on with a faulty sheet: it raises the first fault. Files are read as ``utf-8-sig``,
because spreadsheets leave a mark at the start.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from tawthiq.lang.alternatives import BadAlternativesError, spread
from tawthiq.lang.faults import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a sheet: its file, the line where it begins, its cells, trimmed."""

    file: str
    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows of one file that can be read, and what is wrong with its shape."""

    file: str
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


def rows(source: Traversable) -> Iterator[Row]:
    """Read a sheet row by row, whatever columns its first line names.

    Raises:
        PackError: at the first fault of shape, as `read_sheet` lists them.
    """
    for item in _items(source, None):
        if isinstance(item, Fault):
            raise item.error()
        yield item


def read_sheet(source: Traversable, columns: Sequence[str]) -> Sheet:
    """Read a sheet whose header must name ``columns``, in that order.

    Args:
        source: the file.
        columns: the column names that its first line must hold.

    Returns:
        The rows that can be read, cells stripped of white space, and the faults:
        a file that is missing or not UTF-8, a wrong header, a row of another length.
    """
    items = tuple(_items(source, columns))
    return Sheet(
        file=source.name,
        rows=tuple(i for i in items if isinstance(i, Row)),
        faults=tuple(i for i in items if isinstance(i, Fault)),
    )


def cut(text: str) -> Iterator[tuple[int, list[str]]]:
    """Cut the text of a sheet into rows of cells, trimmed, with their lines.

    Rows whose cells are all empty are left out.

    Raises:
        csv.Error: where the text is no CSV at all.
    """
    reader = csv.reader(io.StringIO(text, newline=""))
    line = 1
    for raw in reader:
        cells = [cell.strip() for cell in raw]
        if any(cells):
            yield line, cells
        line = reader.line_num + 1


def _items(source: Traversable, columns: Sequence[str] | None) -> Iterator[Row | Fault]:
    """Give each row of a sheet, or in its place what is wrong with it."""
    file = source.name
    try:
        found = cut(source.read_bytes().decode("utf-8-sig"))
        header = next(found, (1, []))[1]
        if not header or (columns is not None and header != list(columns)):
            yield _wrong_header(file, header, columns or ("form", "code"))
            return
        width = len(header)
        for line, cells in found:
            if len(cells) == width:
                yield from _spread(file, line, dict(zip(header, cells, strict=True)))
            else:
                yield wrong_length(file, line, got=len(cells), wanted=width)
    except FileNotFoundError:
        yield _missing(file)
    except UnicodeDecodeError:
        yield _not_utf8(file)
    except csv.Error as error:
        yield _not_csv(file, error)


def _spread(file: str, line: int, cells: dict[str, str]) -> Iterator[Row | Fault]:
    """Give a row for each form that a cell of alternatives stands for."""
    try:
        forms = list(spread(cells.get("form", "")))
    except BadAlternativesError:
        yield _bad_alternatives(file, line, cells["form"])
        return
    for form in forms:
        told = cells if len(forms) == 1 else {**cells, "form": form}
        yield Row(file=file, line=line, cells=told)


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


def _not_csv(file: str, error: csv.Error) -> Fault:
    return Fault(
        file=file,
        line=0,
        value=str(error),
        ar="الملف ليس جدول CSV",
        en="the file is no CSV",
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


def _bad_alternatives(file: str, line: int, form: str) -> Fault:
    return Fault(
        file=file,
        line=line,
        value=form,
        ar="البدائل غير مفهومة: خط «|» خارج القوسين",
        en="the alternatives cannot be read: a bar outside brackets",
        remedy_ar="اكتب كل كلمات تتناوب بين قوسين: (شمال|جنوب) (شرقي|غربي)",
        remedy_en="put words that take turns between brackets: (north|south) (east|west)",
    )


def wrong_length(file: str, line: int, *, got: int, wanted: int) -> Fault:
    """Say that a row has ``got`` cells under a header of ``wanted``.

    Cells that are missing at the end are empty ones: ``--fix`` adds them.
    """
    return Fault(
        file=file,
        line=line,
        value="",
        ar=f"في السطر {got} خانة والمطلوب {wanted}",
        en=f"the line has {got} cells instead of {wanted}",
        remedy_ar="ضع بين علامتي اقتباس كل خانة فيها فاصلة",
        remedy_en="put every cell that holds a comma between double quotes",
        mends=got < wanted,
    )
