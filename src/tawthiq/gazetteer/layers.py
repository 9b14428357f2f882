"""Layers: the index files of which places are read, each opened when first asked."""

import sqlite3
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tawthiq.errors import GazetteerError
from tawthiq.gazetteer.store import (
    PLACE_CELLS,
    Source,
    open_index,
    place_of,
    sources_of,
)
from tawthiq.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place with the rank of the key that led to it; whether the user brought it."""

    place: Place
    rank: int
    own: bool


class Layer:
    """One index file, opened when first asked."""

    def __init__(self, path: Path, *, own: bool) -> None:
        self.path = path
        self.own = own
        self._connection: sqlite3.Connection | None = None
        self._hashes: array[int] = array("I")
        self._countries: frozenset[str] | None = None
        self.longest = 0

    def open(self) -> sqlite3.Connection:
        """Open the file, once.

        Raises:
            GazetteerError: it is missing or damaged.
        """
        if self._connection is None:
            try:
                connection = open_index(self.path)
                sketch = "SELECT hashes, longest FROM sketch"
                packed, self.longest = connection.execute(sketch).fetchone()
            except (sqlite3.Error, TypeError) as fault:
                raise damaged(self.path) from fault
            self._hashes.frombytes(packed)
            self._connection = connection
        return self._connection

    def may_know(self, hashed: int) -> bool:
        """Whether some key has this hash."""
        hashes = self._hashes
        at = bisect_left(hashes, hashed)
        return at < len(hashes) and hashes[at] == hashed

    def knows(self, key: str) -> bool:
        """Whether a key is there."""
        query = "SELECT 1 FROM name WHERE key = ? LIMIT 1"
        return self._ask(query, key) != []

    def matches(self, key: str) -> list[Found]:
        """Give the places that a key leads to."""
        query = (
            f"SELECT n.rank, {PLACE_CELLS} FROM name n JOIN place p USING (row)"  # noqa: S608
            " WHERE n.key = ?"
        )
        return [
            Found(place=place_of(cells), rank=rank, own=self.own)
            for rank, *cells in self._ask(query, key)
        ]

    def latin_names(self, key: str) -> list[str]:
        """Give the names in Latin letters of the places that a key leads to."""
        query = (
            "SELECT DISTINCT p.name_en FROM name n JOIN place p USING (row)"
            " WHERE n.key = ? AND p.name_en IS NOT NULL"
        )
        return [str(name) for (name,) in self._ask(query, key)]

    def sources(self) -> tuple[Source, ...]:
        """List the tables that its places come from."""
        return sources_of(self.open())

    def countries(self) -> frozenset[str]:
        """Give the countries that have places here."""
        if self._countries is None:
            query = "SELECT DISTINCT country FROM place WHERE ? AND country <> ''"
            found = frozenset(str(code) for (code,) in self._ask(query, "1"))
            self._countries = found
        return self._countries

    def _ask(self, query: str, key: str) -> list[tuple[Any, ...]]:
        try:
            return self.open().execute(query, (key,)).fetchall()
        except sqlite3.Error as fault:
            raise damaged(self.path) from fault


def damaged(path: Path) -> GazetteerError:
    """Give the error of an index that cannot be used."""
    return GazetteerError(
        ar="فهرس الأماكن مفقود أو تالف",
        en="the index of places is missing or damaged",
        where=str(path),
        remedy_ar="أعد تثبيت توثيق، أو احذف هذا الملف ثم أعد استيراد جداولك",
        remedy_en="install tawthiq again, or delete this file and import your tables",
    )
