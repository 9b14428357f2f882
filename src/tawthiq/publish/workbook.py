"""xlsx: a workbook of incidents, tallies, and what it is (Office Open XML, ECMA-376).

Written as plain XML, because the parts that a table needs are few: a cell is a number
or an inline string, and a string is never computed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from xml.sax.saxutils import escape, quoteattr

from tawthiq.lang.codebook import Codebook
from tawthiq.model.publication import About, ExportFile, Publication
from tawthiq.publish.archives import zipped
from tawthiq.publish.flat import casualty_sheet, flat_sheet
from tawthiq.publish.tables import Cell, Sheet, safe

LONGEST = 32_767
"""Characters that a cell of a workbook holds."""
LETTERS = 26
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FROZEN = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"'
    ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
)
"""The heading stays while the rows move."""
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What a workbook takes for an escaped character, and a report may have written."""


def write_xlsx(publication: Publication, codebook: Codebook) -> tuple[ExportFile, ...]:
    """Give ``incidents.xlsx``: the sheets incidents, casualties and about."""
    tables = (
        flat_sheet(publication, codebook),
        casualty_sheet(publication),
        _about(publication.about),
    )
    names = [table.name for table in tables]
    parts = {
        "[Content_Types].xml": _types(len(tables)),
        "_rels/.rels": _relations({"xl/workbook.xml": "officeDocument"}),
        "xl/workbook.xml": _workbook(names),
        "xl/_rels/workbook.xml.rels": _relations(
            {f"worksheets/sheet{n}.xml": "worksheet" for n in _numbers(names)}
        ),
    }
    for number, table in enumerate(tables, start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = "".join(_worksheet(table))
    files = (
        ExportFile(name=name, data=(HEAD + text).encode("utf-8"))
        for name, text in parts.items()
    )
    return (ExportFile(name="incidents.xlsx", data=zipped(files)),)


def _about(about: About) -> Sheet:
    rows = tuple((key, str(value)) for key, value in asdict(about).items())
    return Sheet(name="about", columns=("key", "value"), rows=rows)


def _numbers(names: Sequence[str]) -> range:
    return range(1, len(names) + 1)


def _types(sheets: int) -> str:
    told = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml"'
        f' ContentType="{KIND}.worksheet+xml"/>'
        for n in range(1, sheets + 1)
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="{relations}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml"'
        f' ContentType="{KIND}.sheet.main+xml"/>{told}</Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    told = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (target, kind) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{told}</Relationships>'


def _workbook(names: Sequence[str]) -> str:
    told = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(names, start=1)
    )
    return f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{told}</sheets></workbook>'


def _worksheet(table: Sheet) -> Iterator[str]:
    columns = [_letters(number) for number in range(len(table.columns))]
    yield f'<worksheet xmlns="{MAIN}">{FROZEN}<sheetData>'
    for number, row in enumerate((table.columns, *table.rows), start=1):
        yield f'<row r="{number}">'
        for column, cell in zip(columns, row, strict=True):
            if cell is not None:
                yield _cell(f"{column}{number}", cell)
        yield "</row>"
    yield "</sheetData></worksheet>"


def _cell(place: str, cell: Cell) -> str:
    if isinstance(cell, int | float):
        return f'<c r="{place}"><v>{cell}</v></c>'
    text = _ESCAPED.sub("_x005F_", str(safe(cell)))[:LONGEST]
    told = f'<is><t xml:space="preserve">{escape(text)}</t></is>'
    return f'<c r="{place}" t="inlineStr">{told}</c>'


def _letters(number: int) -> str:
    """Give the letters of a column, counted from 0: A to Z, then AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
