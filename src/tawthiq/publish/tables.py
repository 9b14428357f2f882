"""Sheets, and their bytes as CSV that no spreadsheet computes and no mark turns round."""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from tawthiq.model.publication import About, ExportFile
from tawthiq.text.formulas import bidi_closed, guarded

Cell = str | int | float | None
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What neither CSV readers, nor XLSX, nor UTF-8 will take."""
CSVW = "http://www.w3.org/ns/csvw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: its name, its columns, its rows in their order.

    A cell that is None says that nothing is reported; it is written empty.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheet(name: str, rows: Iterable[dict[str, Cell]], columns: Sequence[str]) -> Sheet:
    """Lay out rows by column; a column that a row does not tell of stays empty."""
    told = tuple(tuple(row.get(column) for column in columns) for row in rows)
    return Sheet(name=name, columns=tuple(columns), rows=told)


def safe(cell: Cell) -> Cell:
    """Give a cell as any table may hold it: numbers as they are, text made harmless."""
    if not isinstance(cell, str):
        return cell
    return guarded(bidi_closed(_CONTROLS.sub("", cell)))


def csv_bytes(table: Sheet, *, under: Sequence[str] | None = None) -> bytes:
    """Write a sheet as CSV (RFC 4180) in UTF-8.

    Args:
        table: the sheet.
        under: a second heading row (HXL tags), if there is one. It is written as it
            stands: its ``#`` computes nothing.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    if under is not None:
        writer.writerow(under)
    writer.writerows([_plain(safe(cell)) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8")


def _plain(cell: Cell) -> Cell:
    """Write a whole number without a point, whatever type it came in."""
    return int(cell) if isinstance(cell, float) and cell == int(cell) else cell


def csv_files(tables: Iterable[Sheet], about: About) -> tuple[ExportFile, ...]:
    """Give each sheet as a CSV file, and beside it what it is (CSV on the Web)."""
    made: list[ExportFile] = []
    for table in tables:
        made.append(ExportFile(name=f"{table.name}.csv", data=csv_bytes(table)))
        made.append(beside(f"{table.name}.csv", table.columns, about))
    return tuple(made)


def beside(file: str, columns: Iterable[str], about: About) -> ExportFile:
    """Give the metadata file of a CSV: licence, versions, filter, profile, columns."""
    told = {
        "@context": CSVW,
        "url": file,
        "dc:title": about.title,
        "dc:license": about.licence,
        "dc:creator": about.recorder,
        "tawthiq": asdict(about),
        "tableSchema": {"columns": [{"name": c, "titles": c} for c in columns]},
    }
    return ExportFile(name=f"{file}-metadata.json", data=json_bytes(told))


def json_bytes(told: object) -> bytes:
    """Write JSON for people and machines: UTF-8, indented, Arabic as it is."""
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def joined(values: Iterable[str], mark: str = ", ") -> str | None:
    """Join several values of one cell; None where there are none."""
    return mark.join(value for value in values if value) or None
