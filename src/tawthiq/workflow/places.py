"""The gazetteer as commands use it: opening it, importing into it."""

from collections.abc import Mapping
from pathlib import Path

from tawthiq.gazetteer.imports import Imported, import_table
from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.gazetteer.rows import RowFault
from tawthiq.gazetteer.store import Source

__all__ = [
    "Imported",
    "PlaceIndex",
    "RowFault",
    "Source",
    "import_places",
    "open_places",
]


def open_places(home: Path) -> PlaceIndex:
    """Open the index shipped together with the user's own.

    Raises:
        GazetteerError: an index is missing or damaged.
    """
    return PlaceIndex(home)


def import_places(
    file: Path,
    home: Path,
    *,
    columns: Mapping[str, str] | None = None,
    source: str | None = None,
    country: str | None = None,
) -> Imported:
    """Import a table into the user's index; see `gazetteer.imports.import_table`.

    Raises:
        InputError: the file cannot be read, or no row of it is a place.
        OptionError: ``columns`` names an unknown field or a missing column.
        GazetteerError: the user's index cannot be written.
    """
    return import_table(file, home, columns=columns, source=source, country=country)
