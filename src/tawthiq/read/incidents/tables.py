"""Takes a published table of incidents, gives an Incident or an InputError a row.

CSV with a heading (with a row of HXL tags or without), JSON lines, a JSON list, or a
GeoJSON FeatureCollection; the columns are recognised by
``columns.csv`` or told, their words by the codebook's counterparts. Nothing is
mended on the way: a longitude of 4,000 is kept, so that `check` can name it.
"""

import codecs
import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tawthiq.errors import InputError
from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident
from tawthiq.read import faults
from tawthiq.read.encoding import decode
from tawthiq.read.incidents import faults as incident_faults
from tawthiq.read.incidents.cells import BadCellError
from tawthiq.read.incidents.columns import SAYING, columns_of
from tawthiq.read.incidents.features import features_of, is_collection
from tawthiq.read.incidents.rows import Row, RowReader
from tawthiq.read.incidents.values import values_of

DELIMITERS = ",;\t|"
LONGEST_CELL = 10_000_000
"""Characters of one cell; the csv module's own limit is too low for lists of links."""

_TAG = re.compile(r"\s*#[a-z][a-z0-9_]*(\s*\+\s*[a-z][a-z0-9_]*)*\s*$")

Numbered = tuple[int, Row | InputError]


def read_incidents(
    data: bytes, name: str, codebook: Codebook, *, told: Mapping[str, str] | None = None
) -> Iterator[Incident | InputError]:
    """Read a table of incidents.

    Args:
        data: the file's bytes.
        name: the file, for messages; they say ``name:line``.
        codebook: what words of the table mean.
        told: field to column, where the heading does not say it.

    Yields:
        an Incident for each good row, an InputError for each bad one.

    Raises:
        InputError: the file is no table, or no column of it is known.
        OptionError: ``told`` names an unknown field or a missing column.
    """
    text = decode(data.removeprefix(codecs.BOM_UTF8), name)
    rows = list(_rows(text, name))
    heading = dict.fromkeys(
        column for _, row in rows if not isinstance(row, InputError) for column in row
    )
    if not heading:
        yield from (row for _, row in rows if isinstance(row, InputError))
        return
    columns = columns_of(heading, told or {}, codebook)
    if not columns.fields.keys() & SAYING:
        raise incident_faults.no_column(name, heading)
    reader = RowReader(columns=columns, values=values_of(codebook), codebook=codebook)
    ids: Counter[str] = Counter()
    for line, row in rows:
        found = (
            row
            if isinstance(row, InputError)
            else _incident(reader, row, f"{name}:{line}")
        )
        if isinstance(found, Incident):
            ids[found.id] += 1
            # The same row twice is two records, and each needs a name of its own.
            if ids[found.id] > 1:
                found = replace(found, id=f"{found.id}-{ids[found.id]}")
        yield found


def _incident(reader: RowReader, row: Row, where: str) -> Incident | InputError:
    try:
        incident = reader.incident(row)
    except BadCellError as bad:
        return incident_faults.wrong_cell(where, bad.field, bad.value)
    if not incident.code and incident.date is None and not incident.places:
        return incident_faults.empty_row(where)
    return incident


def _rows(text: str, name: str) -> Iterator[Numbered]:
    """Give the rows of a table with their lines, whatever its form."""
    start = text.lstrip()[:1]
    if start == "[":
        return _from_list(text, name)
    if start == "{" and is_collection(text):
        return _from_features(text, name)
    return _from_lines(text, name) if start == "{" else _from_csv(text, name)


def _from_features(text: str, name: str) -> Iterator[Numbered]:
    for number, row in features_of(text, name):
        yield number, _object(row, f"{name}:{number}")


def _from_list(text: str, name: str) -> Iterator[Numbered]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise incident_faults.not_a_table(name, str(fault)[:80]) from None
    for number, row in enumerate(told, start=1):
        yield number, _object(row, f"{name}:{number}")


def _from_lines(text: str, name: str) -> Iterator[Numbered]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as fault:
            yield number, incident_faults.not_an_object(where, str(fault)[:80])
            continue
        yield number, _object(row, where)


def _object(row: object, where: str) -> Row | InputError:
    if not isinstance(row, dict):
        return incident_faults.not_an_object(where, type(row).__name__)
    if halved(row):
        return faults.half_characters(where)
    return {str(key): value for key, value in row.items()}


def halved(row: object) -> bool:
    """Whether a row holds what JSON can spell and no file: halves of characters."""
    try:
        json.dumps(row, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError):
        return True
    return False


def _from_csv(text: str, name: str) -> Iterator[Numbered]:
    """Read comma-separated values; rows shorter than the heading are filled up."""
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    heading: list[str] = []
    try:
        for cells in reader:
            if not heading:
                heading = [cell.strip() for cell in cells]
            elif len(cells) > len(heading) and any(cells[len(heading) :]):
                where = f"{name}:{line}"
                got, wanted = len(cells), len(heading)
                yield line, incident_faults.wrong_length(where, got=got, wanted=wanted)
            elif any(cell.strip() for cell in cells) and not _are_tags(cells):
                yield line, dict(zip(heading, cells, strict=False))
            line = reader.line_num + 1
    except csv.Error as fault:
        where = f"{name}:{line}"
        raise incident_faults.not_a_table(where, str(fault)) from None


def _are_tags(cells: list[str]) -> bool:
    """Whether a row names its columns by HXL tags (hxlstandard.org) and tells nothing."""
    told = [cell for cell in cells if cell.strip()]
    return len(told) > 1 and all(_TAG.match(cell) for cell in told)
