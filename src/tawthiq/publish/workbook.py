"""xlsx: a workbook of incidents, tallies, and what it is (Office Open XML)."""

import io
from dataclasses import asdict
from datetime import UTC, datetime

from tawthiq.lang.codebook import Codebook
from tawthiq.model.publication import About, ExportFile, Publication
from tawthiq.publish.archives import repacked
from tawthiq.publish.flat import casualty_sheet, flat_sheet
from tawthiq.publish.libraries import library
from tawthiq.publish.tables import Sheet, safe

MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""No clock is read: the same data give the same bytes."""
LONGEST = 32_767
"""Characters that a cell of a workbook holds."""


def write_xlsx(publication: Publication, codebook: Codebook) -> tuple[ExportFile, ...]:
    """Give ``incidents.xlsx``: the sheets incidents, casualties and about.

    Raises:
        OptionError: openpyxl is not installed.
    """
    book = library("openpyxl", extra="xlsx").Workbook(write_only=True)
    for table in (
        flat_sheet(publication, codebook),
        casualty_sheet(publication),
        _about(publication.about),
    ):
        page = book.create_sheet(table.name)
        page.freeze_panes = "A2"
        page.append(table.columns)
        for row in table.rows:
            page.append([_held(safe(cell)) for cell in row])
    out = io.BytesIO()
    book.properties.creator = "tawthiq"
    book.properties.created = MADE
    book.properties.modified = MADE
    book.save(out)
    return (ExportFile(name="incidents.xlsx", data=repacked(out.getvalue())),)


def _held(cell: object) -> object:
    return cell[:LONGEST] if isinstance(cell, str) else cell


def _about(about: About) -> Sheet:
    rows = tuple((key, str(value)) for key, value in asdict(about).items())
    return Sheet(name="about", columns=("key", "value"), rows=rows)
