"""The file of an index: one SQLite database, written whole and then only read.

``place`` holds a row a place, ``name`` the keys that lead to it, ``source`` the tables
that it came from, ``sketch`` a sorted array of key hashes: what is not in the array is
no name, which settles nearly every question without touching the database.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from tawthiq.gazetteer.keys import NameKey
from tawthiq.model.place import Place

SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA user_version = 1;
CREATE TABLE place (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, name_ar TEXT, name_en TEXT,
    lat REAL NOT NULL, lon REAL NOT NULL, kind TEXT NOT NULL, precision TEXT NOT NULL,
    radius_m INTEGER NOT NULL, population INTEGER NOT NULL, country TEXT NOT NULL,
    pcode TEXT, parents TEXT NOT NULL, source TEXT NOT NULL);
CREATE TABLE name (
    key TEXT NOT NULL, row INTEGER NOT NULL, rank INTEGER NOT NULL,
    PRIMARY KEY (key, row)) WITHOUT ROWID;
CREATE TABLE source (
    name TEXT PRIMARY KEY, file TEXT NOT NULL, sha256 TEXT NOT NULL,
    places INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE sketch (
    hashes BLOB NOT NULL, longest INTEGER NOT NULL);
"""
VERSION = 1
PARENTS = "\x1f"
"""What parts the names of parents in one cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place with the keys that lead to it."""

    place: Place
    keys: tuple[NameKey, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A table that was imported: its name, file, digest and number of places."""

    name: str
    file: str
    sha256: str
    places: int


def key_hash(key: str) -> int:
    """Give the 32-bit hash of a key; a key's opening words end in a space."""
    return crc32(key.encode())


def open_index(path: Path) -> sqlite3.Connection:
    """Open an index for reading alone.

    Raises:
        sqlite3.Error: it is missing, damaged, or of another version.
    """
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1",
        uri=True,
        check_same_thread=False,
    )
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != VERSION:
            message = f"index version {version}, not {VERSION}"
            raise sqlite3.DatabaseError(message)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def write_index(path: Path, *, source: Source, entries: Iterable[Entry]) -> None:
    """Write one table into an index, new or there already, in place of what it held.

    The same entries in a new file give the same bytes (with the same SQLite). A fault
    on the way leaves the file unfit for use: write to a copy, then rename it.
    """
    fresh = not path.exists()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        if fresh:
            connection.executescript(SCHEMA)
        connection.execute("PRAGMA journal_mode = OFF").fetchall()
        connection.execute("BEGIN")
        _drop_table(connection, source.name)
        _write_table(connection, source, entries)
        write_sketch(connection)
        connection.execute("COMMIT")
        connection.execute("VACUUM")


def _drop_table(connection: sqlite3.Connection, name: str) -> None:
    """Take away everything that one table brought."""
    connection.execute(
        "DELETE FROM name WHERE row IN (SELECT row FROM place WHERE source = ?)",
        (name,),
    )
    connection.execute("DELETE FROM place WHERE source = ?", (name,))
    connection.execute("DELETE FROM source WHERE name = ?", (name,))


def _write_table(
    connection: sqlite3.Connection, source: Source, entries: Iterable[Entry]
) -> None:
    """Write one table's entries behind those already there."""
    connection.execute(
        "INSERT INTO source VALUES (?, ?, ?, ?)",
        (source.name, source.file, source.sha256, source.places),
    )
    (last,) = connection.execute("SELECT coalesce(max(row), 0) FROM place").fetchone()
    for row, entry in enumerate(entries, start=last + 1):
        connection.execute(
            f"INSERT INTO place VALUES ({', '.join('?' * 14)})",  # noqa: S608
            (row, *cells_of(entry.place), source.name),
        )
        connection.executemany(
            "INSERT INTO name VALUES (?, ?, ?)",
            [(key.key, row, key.rank) for key in entry.keys],
        )


def write_sketch(connection: sqlite3.Connection) -> None:
    """Write the hashes of all keys and of the words that open them."""
    connection.execute("DELETE FROM sketch")
    hashes: set[int] = set()
    longest = 0
    for (key,) in connection.execute("SELECT DISTINCT key FROM name"):
        hashes.add(key_hash(key))
        words = key.split(" ")
        longest = max(longest, len(words))
        for count in range(1, len(words)):
            hashes.add(key_hash(" ".join(words[:count]) + " "))
    packed = array("I", sorted(hashes))
    connection.execute("INSERT INTO sketch VALUES (?, ?)", (packed.tobytes(), longest))


def cells_of(place: Place) -> tuple[object, ...]:
    """Give a place as the cells of its row, without row number and source."""
    return (
        place.id,
        place.name_ar,
        place.name_en,
        round(place.lat, 5),
        round(place.lon, 5),
        place.kind,
        place.precision,
        place.radius_m,
        place.population,
        place.country,
        place.pcode,
        PARENTS.join(place.parent_names),
    )


def place_of(cells: Sequence[Any]) -> Place:
    """Make a place of the cells that `cells_of` gave."""
    (id_, ar, en, lat, lon, kind, precision, radius, people, country, pcode, up) = cells
    return Place(
        id=id_,
        name_ar=ar,
        name_en=en,
        lat=lat,
        lon=lon,
        kind=kind,
        precision=precision,
        radius_m=radius,
        population=people,
        country=country,
        pcode=pcode,
        parent_names=tuple(up.split(PARENTS)) if up else (),
    )


PLACE_CELLS = (
    "p.id, p.name_ar, p.name_en, p.lat, p.lon, p.kind, p.precision, p.radius_m,"
    " p.population, p.country, p.pcode, p.parents"
)
"""The columns that `place_of` takes."""


def sources_of(connection: sqlite3.Connection) -> tuple[Source, ...]:
    """List the tables of an index, by name."""
    rows = connection.execute("SELECT name, file, sha256, places FROM source")
    return tuple(
        Source(name=name, file=file, sha256=digest, places=places)
        for name, file, digest, places in sorted(rows)
    )
