"""PlaceIndex: the places that a name may mean, out of the index shipped and the user's.

A place that both know is given once: the user's, which lies nearer to where the user
works, with the number of inhabitants of the one shipped where it has none itself.
"""

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from tawthiq.errors import GazetteerError
from tawthiq.gazetteer.keys import (
    ALIKE,
    ALTERNATE,
    DERIVED,
    FAR,
    bare_key,
    bare_name,
    core_of,
    key_of,
    misspelt,
    read_rows,
    skeleton_key,
    sound_of,
    words_of,
)
from tawthiq.gazetteer.ladder import STEPS
from tawthiq.gazetteer.store import (
    PLACE_CELLS,
    Source,
    key_hash,
    open_index,
    place_of,
    sources_of,
)
from tawthiq.model.geo import distance_m
from tawthiq.model.place import Place

SAME_PLACE_M = 10_000
"""A shipped place and the user's, of one name and nearer than this, are one place."""
OWN_COPY_M = 3_000
"""The same for two of the user's, of which only one has a p-code."""
WITHIN_M = 120_000
"""A district's own parents hold for a village if its middle lies no farther away."""
ALIKE_FROM = 0.75
"""Share of common letters from which a misspelling is believed (difflib's ratio)."""
LATIN_ALIKE_FROM = 0.55
"""The same for Latin letters, whose vowels every recorder writes in his own way."""
SHORTEST_HEARD = 5
"""Letters that a name in Latin letters needs to be known by its sound."""
SHORTEST_MISSPELT = 4
"""Letters that a name needs to be looked for with one of them exchanged."""
ALIKE_SURE = 0.82
"""The share from which two spellings of one name are more likely than two names."""
AREAS_TO = 4
"""Levels below this one are areas: their middles may lie far apart."""
_REGIONS = {"arab": 0.0, "neighbour": -0.5}
"""What each region's places lose against the user's own countries."""
_SETTLED = ("village", "town", "city")
"""Kinds of populated places, the least first."""
USER_FILE = "gazetteer.sqlite"
_CACHE = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A place with the rank of the key that led to it; whether the user brought it."""

    place: Place
    rank: int
    own: bool


class _Layer:
    """One index file, opened when first asked."""

    def __init__(self, path: Path, *, own: bool) -> None:
        self.path = path
        self.own = own
        self._connection: sqlite3.Connection | None = None
        self._hashes: array[int] = array("I")
        self._countries: frozenset[str] | None = None
        self.longest = 0

    def open(self) -> sqlite3.Connection:
        if self._connection is None:
            try:
                connection = open_index(self.path)
                sketch = "SELECT hashes, longest FROM sketch"
                packed, self.longest = connection.execute(sketch).fetchone()
            except (sqlite3.Error, TypeError) as fault:
                raise _damaged(self.path) from fault
            self._hashes.frombytes(packed)
            self._connection = connection
        return self._connection

    def may_know(self, hashed: int) -> bool:
        """Whether some key has this hash."""
        hashes = self._hashes
        at = bisect_left(hashes, hashed)
        return at < len(hashes) and hashes[at] == hashed

    def knows(self, key: str) -> bool:
        query = "SELECT 1 FROM name WHERE key = ? LIMIT 1"
        return self._ask(query, key) != []

    def matches(self, key: str) -> list[_Found]:
        query = (
            f"SELECT n.rank, {PLACE_CELLS} FROM name n JOIN place p USING (row)"  # noqa: S608
            " WHERE n.key = ?"
        )
        return [
            _Found(place=place_of(tuple(cells)), rank=int(str(rank)), own=self.own)
            for rank, *cells in self._ask(query, key)
        ]

    def sources(self) -> tuple[Source, ...]:
        return sources_of(self.open())

    def countries(self) -> frozenset[str]:
        """Give the countries that have places here."""
        if self._countries is None:
            query = "SELECT DISTINCT country FROM place WHERE ? AND country <> ''"
            found = frozenset(str(code) for (code,) in self._ask(query, "1"))
            self._countries = found
        return self._countries

    def _ask(self, query: str, key: str) -> list[tuple[object, ...]]:
        try:
            return self.open().execute(query, (key,)).fetchall()
        except sqlite3.Error as fault:
            raise _damaged(self.path) from fault


class PlaceIndex:
    """Answers for a name with its places.

    Args:
        home: the folder that holds the user's own index (`gazetteer.sqlite`), if any.
        shipped: the index to use beside it; by default the one inside the package.

    Raises:
        GazetteerError: the index shipped is missing, or one of them is damaged.
    """

    def __init__(
        self, home: Path | None = None, *, shipped: Path | None = None
    ) -> None:
        built = shipped_path() if shipped is None else shipped
        self._layers = [_Layer(built, own=False)]
        if home is not None and (home / USER_FILE).is_file():
            self._layers.insert(0, _Layer(home / USER_FILE, own=True))
        for layer in self._layers:
            layer.open()
        self.longest = max(layer.longest for layer in self._layers)
        self._sure: Callable[[str], bool] = lru_cache(_CACHE)(self._surely)
        self.candidates = lru_cache(_CACHE)(self._candidates)
        self.similar = lru_cache(_CACHE)(self._similar)
        self.bare = lru_cache(_CACHE)(bare_name)
        self._heard: Callable[[str], bool] = lru_cache(_CACHE)(self._sounds_known)
        self.prior = lru_cache(_CACHE)(self._prior)

    def knows(self, key: str) -> bool:
        """Whether a folded key, single spaces between its words, is a place's name.

        A name in Latin letters is known too if it sounds like one of the user's own
        countries: every recorder writes Arabic names in his own way.
        """
        if "'" in key:
            key = key.replace("'", "")
        hashed = key_hash(key)
        for layer in self._layers:
            if layer.may_know(hashed):
                return self._sure(key)
        return key.isascii() and len(key) >= SHORTEST_HEARD and self._heard(key)

    def begins(self, key: str) -> bool:
        """Whether a name of more words may begin with those of ``key``.

        It may say yes of words that begin no name (once in some ten thousand); what it
        denies is certain. Ask it before putting longer keys to `knows`.
        """
        hashed = key_hash(key.replace("'", "") + " ")
        return any(layer.may_know(hashed) for layer in self._layers)

    def find(self, name: str) -> tuple[Place, ...]:
        """Give every place of that name: most inhabitants first, then the user's own."""
        return tuple(place for place, _ in self.candidates(name))

    def sources(self) -> tuple[Source, ...]:
        """List the tables that the places come from, the user's own first."""
        return tuple(source for layer in self._layers for source in layer.sources())

    def _prior(self, country: str) -> float:
        """Say from -1 to 1 how readily a bare name means a place in a country.

        The countries of the user's own tables come first, the Arab world next, then
        its neighbours, then the rest of the world.
        """
        if any(country in layer.countries() for layer in self._layers if layer.own):
            return 1.0
        return _REGIONS.get(_regions().get(country, ""), -1.0)

    def _sounds_known(self, key: str) -> bool:
        return any(
            rank == ALIKE and self.prior(place.country) == 1
            for place, rank in self.similar(key)
        )

    def _surely(self, key: str) -> bool:
        return any(layer.knows(key) for layer in self._layers)

    def _candidates(self, name: str) -> tuple[tuple[Place, int], ...]:
        """Give the places of a name, each with the rank of the spelling that met it.

        A name written with the article meets places without it too, as `DERIVED`; one
        that nothing meets is asked again without head nouns and directions.
        """
        words = words_of(name)
        found = self._spelt(" ".join(words))
        if not found and (core := core_of(words)) != words:
            found = self._spelt(" ".join(core))
        return self._given(found)

    def _spelt(self, key: str) -> list[_Found]:
        found = self._matches(key)
        if (bare := bare_key(key)) != key:
            found += [_farther(match, DERIVED) for match in self._matches(bare)]
        return found

    def _similar(self, name: str) -> tuple[tuple[Place, int], ...]:
        """Give places whose names are spelt much like it, as `ALIKE` or `FAR`."""
        words = core_of(words_of(name))
        key = bare_key(" ".join(words))
        found = []
        for match in self._matches(skeleton_key(words)):
            likeness = max(_likeness(key, bare_name(n)) for n in _names(match.place))
            if likeness >= (LATIN_ALIKE_FROM if key.isascii() else ALIKE_FROM):
                far = ALIKE if likeness >= ALIKE_SURE else FAR
                found.append(replace(match, rank=far))
        if len(key) >= SHORTEST_MISSPELT:
            for other in misspelt(key):
                found += [_farther(match, FAR) for match in self._matches(other)]
        return self._given(found)

    def _given(self, found: list[_Found]) -> tuple[tuple[Place, int], ...]:
        kept = _without_copies(_nearest_rank(found))
        kept.sort(key=_order)
        return tuple((self._within(match.place), match.rank) for match in kept)

    def _matches(self, key: str) -> list[_Found]:
        hashed = key_hash(key)
        return [
            match
            for layer in self._layers
            if layer.may_know(hashed)
            for match in layer.matches(key)
        ]

    def _within(self, place: Place) -> Place:
        """Add what contains a place's own district, where a table leaves it out."""
        names = list(place.parent_names)
        for parent in place.parent_names:
            for match in self._matches(key_of(parent)):
                if _contains(match.place, place):
                    names += match.place.parent_names
        return replace(place, parent_names=tuple(dict.fromkeys(names)))


@cache
def _regions() -> dict[str, str]:
    """Give the region of each country that our sheet names."""
    return {
        row["code"]: row["region"] for row in read_rows("gazetteer", "countries.csv")
    }


def shipped_path() -> Path:
    """Give the path of the index inside the package."""
    return Path(str(resources.files("tawthiq") / "gazetteer" / "places.sqlite"))


def _farther(match: _Found, rank: int) -> _Found:
    return replace(match, rank=max(match.rank, rank))


def _names(place: Place) -> tuple[str, ...]:
    return tuple(name for name in (place.name_ar, place.name_en) if name)


def _likeness(one: str, other: str) -> float:
    """Give the share of letters that two keys have in common and in order."""
    ours, theirs = sound_of(one), sound_of(other)
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def _order(match: _Found) -> tuple[int, bool, str]:
    return -match.place.population, not match.own, match.place.id


def _nearest_rank(found: Iterable[_Found]) -> list[_Found]:
    """Keep each place once, by its nearest spelling; the user's own first."""
    best: dict[str, _Found] = {}
    for match in found:
        known = best.get(match.place.id)
        if known is None or match.rank < known.rank:
            best[match.place.id] = match
    return sorted(best.values(), key=lambda match: not match.own)


def _without_copies(found: Sequence[_Found]) -> list[_Found]:
    """Drop a place that another table has better; keep its inhabitants."""
    kept: list[_Found] = []
    for match in sorted(found, key=_worth):
        twins = [one for one in kept if _is_copy(match, one)]
        if not twins:
            kept.append(match)
            continue
        twin = min(twins, key=lambda one: (one.rank, _apart(one.place, match.place)))
        better = replace(twin, place=_counted(twin.place, match.place))
        kept[kept.index(twin)] = better
    return kept


def _worth(match: _Found) -> int:
    """Order tables: the user's with p-codes, the user's without, the one shipped."""
    if not match.own:
        return 2
    return 1 if match.place.pcode is None else 0


def _counted(kept: Place, dropped: Place) -> Place:
    """Give a place the inhabitants, and the rank of a city, that its copy has."""
    people = kept.population or dropped.population
    if kept.kind in _SETTLED and dropped.kind in _SETTLED:
        kind = max(kept.kind, dropped.kind, key=_SETTLED.index)
        step = STEPS[kind]
        grown = replace(kept, kind=kind, precision=step.precision)
        return replace(grown, radius_m=step.radius_m, population=people)
    return replace(kept, population=people)


def _is_copy(match: _Found, better: _Found) -> bool:
    """Whether a worthier table has the place, spelt no farther from the name asked."""
    if _worth(match) <= _worth(better) or better.rank > max(match.rank, ALTERNATE):
        return False
    kinds = {match.place.kind, better.place.kind}
    if len(kinds) > 1 and not kinds <= set(_SETTLED):
        return False
    reach = OWN_COPY_M if match.own else SAME_PLACE_M
    if _level(better.place) < AREAS_TO:
        reach = STEPS[better.place.kind].radius_m
    return _apart(match.place, better.place) <= reach


def _contains(outer: Place, inner: Place) -> bool:
    """Whether an administrative area of the right name can hold the place."""
    level = _level(outer)
    near = _apart(outer, inner) <= WITHIN_M
    return 0 < level < min(AREAS_TO, _level(inner)) and near


def _level(place: Place) -> int:
    return STEPS[place.kind].level


def _apart(one: Place, other: Place) -> float:
    return distance_m((one.lat, one.lon), (other.lat, other.lon))


def _damaged(path: Path) -> GazetteerError:
    return GazetteerError(
        ar="فهرس الأماكن مفقود أو تالف",
        en="the index of places is missing or damaged",
        where=str(path),
        remedy_ar="أعد تثبيت توثيق، أو احذف هذا الملف ثم أعد استيراد جداولك",
        remedy_en="install tawthiq again, or delete this file and import your tables",
    )
