"""PlaceIndex: the places that a name may mean, out of the index shipped and the user's.

A place that both know is given once: the user's, which lies nearer to where the user
works, with the number of inhabitants of the one shipped where it has none itself.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from tawthiq.gazetteer.copies import (
    AREAS_TO,
    farther,
    is_within,
    level_of,
    nearest_rank,
    seated,
    without_copies,
)
from tawthiq.gazetteer.keys import (
    ALIKE,
    DERIVED,
    FAR,
    bare_key,
    bare_name,
    core_of,
    key_of,
    misspelt,
    parts_of,
    read_rows,
    said_names,
    skeleton_key,
    words_of,
)
from tawthiq.gazetteer.layers import Found, Layer
from tawthiq.gazetteer.sounds import sounds_like
from tawthiq.gazetteer.store import (
    Source,
    key_hash,
)
from tawthiq.model.place import Place

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
_REGIONS = {"arab": 0.0, "neighbour": -0.5}
"""What each region's places lose against the user's own countries."""
USER_FILE = "gazetteer.sqlite"
_CACHE = 50_000


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
        self._layers = [Layer(built, own=False)]
        if home is not None and (home / USER_FILE).is_file():
            self._layers.insert(0, Layer(home / USER_FILE, own=True))
        for layer in self._layers:
            layer.open()
        self.longest = max(layer.longest for layer in self._layers)
        self._may_know: Callable[[str], bool] = lru_cache(_CACHE)(self._in_sketch)
        self._sure: Callable[[str], bool] = lru_cache(_CACHE)(self._surely)
        self.candidates = lru_cache(_CACHE)(self._candidates)
        self.similar = lru_cache(_CACHE)(self._similar)
        self.bare = lru_cache(_CACHE)(bare_name)
        self._heard: Callable[[str], bool] = lru_cache(_CACHE)(self._sounds_known)
        self._areas: Callable[[str], tuple[Place, ...]]
        self._areas = lru_cache(_CACHE)(self._areas_of)
        self.prior = lru_cache(_CACHE)(self._prior)

    def knows(self, key: str) -> bool:
        """Whether a folded key, single spaces between its words, is a place's name.

        A name in Latin letters is known too if it sounds like one that the user
        imported: every recorder writes Arabic names in his own way.
        """
        if "'" in key:
            key = key.replace("'", "")
        if self._may_know(key):
            return self._sure(key)
        return key.isascii() and len(key) >= SHORTEST_HEARD and self._heard(key)

    def begins(self, key: str) -> bool:
        """Whether a name of more words may begin with those of ``key``.

        It may say yes of words that begin no name (once in some ten thousand); what it
        denies is certain. Ask it before putting longer keys to `knows`.
        """
        return self._may_know(key.replace("'", "") + " ")

    def _in_sketch(self, key: str) -> bool:
        """Whether some layer has a key, or opening, with this one's hash."""
        hashed = key_hash(key)
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
        """Whether a key sounds like a place of a table that the user brought."""
        words = tuple(key.split(" "))
        skeleton = skeleton_key(words)
        if not skeleton:
            return False
        hashed = key_hash(skeleton)
        bare = bare_key(key)
        return any(
            sounds_like(bare, bare_name(name), least=ALIKE_SURE) >= ALIKE_SURE
            for layer in self._layers
            if layer.own and layer.may_know(hashed)
            for name in layer.latin_names(skeleton)
        )

    def _surely(self, key: str) -> bool:
        return any(layer.knows(key) for layer in self._layers)

    def _candidates(self, name: str) -> tuple[tuple[Place, int], ...]:
        """Give the places of a name, each with the rank of the spelling that met it.

        A name written with the article meets places without it too, as `DERIVED`; one
        that nothing meets is asked again without head nouns and directions, and then
        by its parts, where a report joins two names of a place, or two places.
        """
        words = words_of(name)
        found = self._spelt(" ".join(words))
        if not found and (core := core_of(words)) != words:
            found = [farther(match, DERIVED) for match in self._spelt(" ".join(core))]
        if not found:
            found = [
                farther(match, DERIVED)
                for part in parts_of(name)
                for match in self._spelt(" ".join(part))
            ]
        return self._given(found)

    def _spelt(self, key: str) -> list[Found]:
        found = self._matches(key)
        if (bare := bare_key(key)) != key:
            found += [farther(match, DERIVED) for match in self._matches(bare)]
        return found

    def _similar(self, name: str) -> tuple[tuple[Place, int], ...]:
        """Give places whose names are spelt much like it, as `ALIKE` or `FAR`."""
        words = core_of(words_of(name))
        key = bare_key(" ".join(words))
        least = LATIN_ALIKE_FROM if key.isascii() else ALIKE_FROM
        found = []
        for match in self._matches(skeleton_key(words)):
            names = _names(match.place, latin=key.isascii())
            likeness = max(sounds_like(key, name, least=least) for name in names)
            if likeness >= least:
                far = ALIKE if likeness >= ALIKE_SURE else FAR
                found.append(replace(match, rank=far))
        if len(key) >= SHORTEST_MISSPELT:
            for other in misspelt(key):
                found += [farther(match, FAR) for match in self._matches(other)]
        return self._given(found)

    def _given(self, found: list[Found]) -> tuple[tuple[Place, int], ...]:
        kept = seated(without_copies(nearest_rank(found)))
        kept.sort(key=_order)
        return tuple((self._within(match.place), match.rank) for match in kept)

    def _matches(self, key: str) -> list[Found]:
        hashed = key_hash(key)
        return [
            match
            for layer in self._layers
            if layer.may_know(hashed)
            for match in layer.matches(key)
        ]

    def _areas_of(self, name: str) -> tuple[Place, ...]:
        """Give the administrative areas of a name that lie in others."""
        found = (match.place for match in self._matches(key_of(name)))
        return tuple(p for p in found if p.parent_names and 0 < level_of(p) < AREAS_TO)

    def _within(self, place: Place) -> Place:
        """Add what contains a place's own district, where a table leaves it out."""
        own = place.parent_names
        names = dict.fromkeys(own)
        for parent in own:
            for area in self._areas(parent):
                # Most say nothing new, which is seen sooner than how far they lie.
                new = [name for name in area.parent_names if name not in names]
                if new and _contains(area, place):
                    names |= dict.fromkeys(new)
        return (
            place
            if len(names) == len(own)
            else replace(place, parent_names=tuple(names))
        )


@cache
def _regions() -> dict[str, str]:
    """Give the region of each country that our sheet names."""
    return {
        row["code"]: row["region"] for row in read_rows("gazetteer", "countries.csv")
    }


def shipped_path() -> Path:
    """Give the path of the index inside the package."""
    return Path(str(resources.files("tawthiq") / "gazetteer" / "places.sqlite"))


def _names(place: Place, *, latin: bool) -> tuple[str, ...]:
    """Give the bare names of a place that a name in Latin or Arabic letters may mean."""
    given = [name for name in (place.name_ar, place.name_en) if name]
    return tuple(
        said for name in (given if latin else given[:1]) for said in said_names(name)
    )


def _order(match: Found) -> tuple[int, bool, str]:
    return -match.place.population, not match.own, match.place.id


def _contains(outer: Place, inner: Place) -> bool:
    """Whether an administrative area of the right name can hold the place."""
    return level_of(outer) < level_of(inner) and is_within(outer, inner, WITHIN_M)
