"""The gazetteer as commands use it: where it lies, opening it, importing into it."""

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
    "home_folder",
    "import_places",
    "open_places",
]


def home_folder(environment: Mapping[str, str]) -> Path:
    """Give the folder that keeps what the user imported.

    ``TAWTHIQ_HOME`` names it; else it is ``tawthiq`` in the user's data folder
    (XDG base directories: ``XDG_DATA_HOME``, by default ``~/.local/share``).

    Args:
        environment: the variables of the process, read once, at the door.
    """
    if told := environment.get("TAWTHIQ_HOME"):
        return Path(told).expanduser()
    if data := environment.get("XDG_DATA_HOME"):
        return Path(data) / "tawthiq"
    return Path("~/.local/share/tawthiq").expanduser()


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
