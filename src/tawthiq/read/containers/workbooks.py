"""Takes a spreadsheet (XLSX), gives a capture for each row of its sheets.

openpyxl reads it row by row; formulas are not run, what they gave when the file was
saved is read. Of several sheets those are read that have a column for the text; the
others are told only if none has.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from tawthiq.errors import InputError
from tawthiq.read import container_faults, faults
from tawthiq.read.capture import Capture
from tawthiq.read.containers.archives import inner_name
from tawthiq.read.containers.csv_rows import Numbered
from tawthiq.read.containers.tables import headed, rows_captured
from tawthiq.read.foreign import guarded, quiet, reason
from tawthiq.read.options import ReadOptions
from tawthiq.read.source import Source

HELD_BYTES = 50_000_000
"""Bytes that a part of a workbook which is held in memory may unpack to."""
SHEET_BYTES = 500_000_000
"""Bytes that a sheet, which is read as a stream, may unpack to."""
COLUMNS = 200
"""Columns that are looked at; a sheet may say that it has sixteen thousand."""
BLANK_ROWS = 10_000
"""Blank rows on end after which a sheet is over; a sheet may say it has a million."""


def workbook_captured(
    archive: ZipFile, source: Source, options: ReadOptions
) -> Iterator[Capture | InputError]:
    """Read a workbook, sheet by sheet.

    Raises:
        InputError: if it is damaged or too large inside, or if in no sheet a column
            is known to hold the text.
    """
    _weighed(archive, source.name)
    source.stream.seek(0)
    with guarded(source.name, "XLSX"), quiet():
        from openpyxl import load_workbook  # noqa: PLC0415 - half a second to load

        book = load_workbook(
            source.stream, read_only=True, data_only=True, keep_links=False
        )
    try:
        yield from _sheets(book, source, options)
    finally:
        book.close()


def _weighed(archive: ZipFile, name: str) -> None:
    for info in archive.infolist():
        streamed = "worksheets/" in info.filename
        pictures = "media/" in info.filename
        limit = SHEET_BYTES if streamed or pictures else HELD_BYTES
        if info.file_size > limit:
            raise container_faults.bomb(inner_name(name, info))


def _sheets(
    book: Any,  # noqa: ANN401 - openpyxl ships no types
    source: Source,
    options: ReadOptions,
) -> Iterator[Capture | InputError]:
    sheets = book.worksheets
    untold: list[InputError] = []
    for sheet in sheets:
        title = f"{sheet.title}!" if len(sheets) > 1 else ""
        rows = _rows(sheet, source.name, title)
        try:
            columns, notes = headed(rows, source.name, options)
        except InputError as fault:
            untold.append(fault)
            continue
        yield from notes
        yield from rows_captured(rows, columns, source.name)
    if not sheets:
        yield faults.nothing_found(source.name)
    if len(untold) == len(sheets):
        yield from untold


def _rows(
    sheet: Any,  # noqa: ANN401 - openpyxl ships no types
    name: str,
    title: str,
) -> Iterator[Numbered | InputError]:
    """Give the rows of a sheet that are not blank, and where it breaks off."""
    blank = number = 0
    try:
        sheet.reset_dimensions()  # what a sheet says of its own size may be a lie
        for number, row in enumerate(
            sheet.iter_rows(max_col=COLUMNS, values_only=True), start=1
        ):
            cells = [_word(value) for value in row]
            blank = 0 if any(map(str.strip, cells)) else blank + 1
            if not blank:
                yield f"{title}{number}", _trimmed(cells)
            elif blank > BLANK_ROWS:
                return
    except Exception as fault:  # noqa: BLE001 - openpyxl raises whatever it meets
        where = f"{name}:{title}{number + 1}"
        yield container_faults.damaged(where, "XLSX", reason(fault))


def _trimmed(cells: list[str]) -> list[str]:
    """Drop the blank cells behind the last that is not."""
    last = max(index for index, cell in enumerate(cells) if cell.strip())
    return cells[: last + 1]


def _word(value: object) -> str:
    """Write a cell as a person would have: whole numbers whole, days as days."""
    match value:
        case None:
            return ""
        case str():
            return value
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.date() | dt.time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
