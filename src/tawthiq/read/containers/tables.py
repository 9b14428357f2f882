"""Takes a table, CSV or the rows of a sheet, gives a capture for each row.

The first row that is not blank names the columns. Cells are never run, whatever they
begin with.
"""

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain, islice

from tawthiq.errors import InputError
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read import container_faults, faults
from tawthiq.read.capture import Capture, Form
from tawthiq.read.containers.archiver import archived, row_of_cells
from tawthiq.read.containers.columns import Columns, columns_of
from tawthiq.read.containers.csv_rows import Numbered, csv_rows
from tawthiq.read.containers.jsonl import record_bytes
from tawthiq.read.days import Written, written_days
from tawthiq.read.days_told import parse_day
from tawthiq.read.encoding import encoding_of
from tawthiq.read.options import Found, ReadOptions
from tawthiq.read.source import Source
from tawthiq.read.spelling import plain

PEEKED = 500
"""Rows looked at to tell which of day and month is written first."""
MOST_MONTHS = 12
_SAMPLE = 1_000_000
"""Bytes from which the encoding is told."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def table_captured(
    source: Source, options: ReadOptions
) -> Iterator[Capture | InputError]:
    """Read a CSV file, row by row, whatever it uses to part its cells.

    Raises:
        InputError: if its encoding is not known, or its columns cannot be told apart.
    """
    sample = source.stream.read(_SAMPLE)
    source.stream.seek(0)
    whole = len(sample) < _SAMPLE
    told = sample if whole else sample[: sample.rfind(b"\n") + 1] or sample
    encoding = encoding_of(told, source.name)
    # What is broken further on spoils its own row, not the file.
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    text = io.TextIOWrapper(source.stream, encoding, errors, newline="")
    try:
        rows = csv_rows(text, source, options.limits.record_bytes)
        columns, notes = headed(rows, source.name, options)
        yield from notes
        yield from rows_captured(rows, columns, source.name)
    finally:
        text.detach()


def headed(
    rows: Iterator[Numbered | InputError], name: str, options: ReadOptions
) -> tuple[Columns, list[InputError]]:
    """Read the first row that is not blank, which names the columns.

    Args:
        rows: the rows in order; those below the header are left in it.
        name: the table, for messages.
        options: what the user says of the columns.

    Returns:
        the columns, and what is to be told of those that are not read.

    Raises:
        InputError: if there is no row, or no telling which column holds the text.
    """
    header = next(rows, None)
    if header is None:
        raise faults.empty(name)
    if isinstance(header, InputError):
        raise header
    return columns_of(header[1], options.columns, name)


def rows_captured(
    rows: Iterator[Numbered | InputError], columns: Columns, name: str
) -> Iterator[Capture | InputError]:
    """Read the rows below a header.

    Yields:
        a capture for each row with a text; an InputError for each other row that is
        not blank.
    """
    peeked = list(islice(rows, PEEKED))
    order = columns.order or _order(peeked, columns)
    if not peeked:
        yield faults.nothing_found(name)
    for row in chain(peeked, rows):
        if isinstance(row, InputError):
            yield row
            continue
        try:
            yield _captured(row, columns, name=name, order=order)
        except InputError as fault:
            yield fault


def _captured(
    row: Numbered, columns: Columns, *, name: str, order: str | None
) -> Capture:
    record, cells = row
    where = f"{name}:{record}"
    if any(map(str.strip, cells[len(columns.names) :])):
        raise container_faults.extra_cells(where)
    named = {
        column: cell
        for column, cell in zip(columns.names, cells, strict=False)
        if column and cell
    }
    # Written first: it tells of halves of characters wherever in the row they stand.
    data = record_bytes(named, where)
    kept_at = None
    if columns.archiver:
        cells_named = {key.lower(): value for key, value in named.items()}
        said, kept_at = archived(row_of_cells(cells_named, where), where)
    else:
        said = _said(cells, columns, where=where, order=order)
    return Capture(
        file=name,
        record=record,
        form=Form.RECORD,
        data=data,
        media_type="application/json",
        said=said,
        captured_at=kept_at,
    )


def _said(
    cells: list[str], columns: Columns, *, where: str, order: str | None
) -> Found:
    told: Mapping[str, str] = {
        field: columns.cell(cells, field) for field in columns.at
    }
    text = cells[columns.at["text"]] if columns.at["text"] < len(cells) else ""
    if not text.strip():
        status = told.get("status")
        if status:
            raise container_faults.not_archived(where, status[:80])
        raise faults.no_text(where)
    day = _day(told.get("published", ""), order, where)
    return Found(
        text=text,
        id=told.get("id") or None,
        language=told.get("lang") or None,
        title=told.get("title") or None,
        outlet=told.get("outlet") or None,
        author=told.get("author") or None,
        url=told.get("url") or None,
        published=day,
        published_basis=PublishedBasis.GIVEN if day else None,
    )


def _day(value: str, order: str | None, where: str) -> date | None:
    """Read a day of publication, as ISO writes it or as people do.

    Raises:
        InputError: if it is no day, or if day and month may be either.
    """
    if not value:
        return None
    try:
        return parse_day(value)
    except ValueError:
        pass
    if _DAY.match(value):
        raise faults.wrong_published(where, value[:40])
    written = _written(value)
    if written is None or written.year is None:
        raise faults.wrong_published(where, value[:40])
    if written.either_order and order is None:
        raise container_faults.either_order(where, value[:40])
    day = _ordered(written, order).on(written.year)
    if day is None:
        raise faults.wrong_published(where, value[:40])
    return day


def _ordered(written: Written, order: str | None) -> Written:
    """Turn day and month round where the month is written first."""
    turned = written.month > MOST_MONTHS or (order == "month" and written.either_order)
    if not turned:
        return written
    return written._replace(day=written.month, month=written.day)


def _written(value: str) -> Written | None:
    """Give the one day that a cell holds."""
    found = list(written_days(plain(value)))
    return found[0] if len(found) == 1 else None


def _order(rows: list[Numbered | InputError], columns: Columns) -> str | None:
    """Tell from the days of a column what is written first, if they agree.

    A figure above twelve is the day's: one such row tells for all of them.
    """
    if "published" not in columns.at:
        return None
    told = set()
    for row in rows:
        if isinstance(row, tuple):
            value = columns.cell(row[1], "published")
            written = _written(value) if "/" in value else None
            if written and max(written.day, written.month) > MOST_MONTHS:
                told.add("day" if written.day > MOST_MONTHS else "month")
    return told.pop() if len(told) == 1 else None
