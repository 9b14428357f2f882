"""Reads a pack's tables: CSV as spreadsheets write it, every row with its line."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from tawthiq.errors import PackError


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a sheet: where it stands and its cells, trimmed."""

    file: str
    line: int
    cells: Mapping[str, str]


def rows(sheet: Traversable) -> Iterator[Row]:
    """Read a sheet row by row.

    Raises:
        PackError: if the sheet is no UTF-8 or a row has more cells than the header.
    """
    try:
        text = sheet.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise PackError(
            ar="الملف ليس بترميز UTF-8",
            en="the file is not UTF-8",
            where=sheet.name,
            remedy_ar="احفظه من جديد بترميز UTF-8",
            remedy_en="save it again as UTF-8",
        ) from fault
    reader = csv.reader(text.splitlines())
    head = next(reader, [])
    width, file = len(head), sheet.name
    for cells in reader:
        if not cells:
            continue
        if len(cells) > width:
            raise PackError(
                ar="في السطر خلايا أكثر من الرأس",
                en="the row has more cells than the header",
                where=f"{sheet.name}:{reader.line_num}",
                remedy_ar="ضع الخلية التي فيها فاصلة بين علامتي اقتباس",
                remedy_en="put a cell that holds a comma between quotation marks",
            )
        kept = dict.fromkeys(head, "")
        kept.update(zip(head, map(str.strip, cells), strict=False))
        yield Row(file=file, line=reader.line_num, cells=kept)
