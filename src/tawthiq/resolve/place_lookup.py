"""Lookup: what a reported name may mean by itself and by the words round it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from tawthiq.model.place import Place
from tawthiq.model.vocabulary import PlaceRole
from tawthiq.resolve.place_kinds import AREA_KINDS, is_landmark, stands_in_town

_ALTERNATE, _DERIVED, _LOOSE = 1, 2, 3
"""The gazetteer's ranks of a second name, of one without article, of a spelling."""
_NO_HOLDERS = frozenset({"country", "neighbourhood", "landmark"})
_UNITS_M = {"governorate": 75_000}
"""Metres round its town that a unit of such a head noun may reach («مقاطعة …»)."""
BEHIND = 14
"""Letters between a place and the container that is named right behind it."""


class Places(Protocol):
    """A gazetteer that answers for a name with places and the rank of its spelling."""

    def candidates(self, name: str) -> Sequence[tuple[Place, int]]:
        """Give the places of a name, each with the rank of the spelling met."""
        ...

    def similar(self, name: str) -> Sequence[tuple[Place, int]]:
        """Give places whose names are spelt much like it."""
        ...

    def bare(self, name: str) -> str:
        """Give a name's folded words without head noun and article."""
        ...

    def prior(self, country: str) -> float:
        """Say from -1 to 1 how readily a bare name means a place in a country."""
        ...


class Asked(Protocol):
    """A name as the report gives it."""

    @property
    def name(self) -> str:
        """Its words without clitics."""
        ...

    @property
    def head(self) -> str | None:
        """The kind that its head noun tells."""
        ...

    @property
    def words(self) -> str:
        """The words with their head noun, as they stand."""
        ...

    @property
    def group(self) -> int:
        """The event that it belongs to."""
        ...

    @property
    def role(self) -> PlaceRole:
        """What it is to the event."""
        ...

    @property
    def start(self) -> int:
        """Where its words begin in the report; -1 if that is not known."""
        ...

    @property
    def end(self) -> int:
        """Where they end."""
        ...


class Found(NamedTuple):
    """The places that a name may mean; ``whole`` if its head noun is part of it."""

    matches: tuple[tuple[Place, int], ...]
    whole: bool


def matches_of(one: Asked, index: Places) -> Found:
    """Look a name up; its head nouns may be part of it («سد الورد», «جبل الورد»)."""
    for words in _wholes(one):
        inner = is_landmark(one.head) or words != one.words
        farthest = _DERIVED if inner else _ALTERNATE
        whole = [m for m in index.candidates(words) if m[1] <= farthest]
        if whole:
            return Found(tuple(whole), whole=True)
    return Found(tuple(index.candidates(one.name)), whole=False)


def _wholes(one: Asked) -> Iterator[str]:
    """Give the name with its head nouns, without the first of them, and so on."""
    words, short = one.words.split(), len(one.name.split())
    if is_landmark(one.head) or one.head == "countryside":
        yield one.words
    for first in range(1, len(words) - short):
        yield " ".join(words[first:])


def holder_of(
    one: Asked, names: Sequence[Asked], looked_up: Sequence[Found]
) -> tuple[Place, ...]:
    """Give what may be named right behind a place: what holds it, or a town near by."""
    if one.role is PlaceRole.ADMIN:
        return ()
    for other, found in zip(names, looked_up, strict=True):
        if not _follows(one, other):
            continue  # as nearly all do not
        near = other.role is PlaceRole.NEAR
        if near or is_behind(one, other) or is_city_behind(one, other):
            spelt = (p for p, rank in found.matches if rank <= _LOOSE)
            held = (place for place in spelt if place.kind not in _NO_HOLDERS)
            return tuple(_as_wide(place, other.head) for place in held)
    return ()


def _as_wide(place: Place, head: str | None) -> Place:
    """Give the town after which a unit is named the reach that the unit may have."""
    reach = _UNITS_M.get(head or "")
    if reach is None or place.kind in AREA_KINDS:
        return place
    return replace(place, kind=str(head), radius_m=reach)


def is_behind(one: Asked, other: Asked) -> bool:
    """Say whether another name stands right behind a place as what contains it."""
    return other.role is PlaceRole.ADMIN and _follows(one, other)


def is_city_behind(one: Asked, other: Asked) -> bool:
    """Say whether the city of a quarter follows it: «حي … في مدينة …»."""
    inside = stands_in_town(one.head) or one.head == "area"
    return inside and other.head == "city" and _follows(one, other)


def _follows(one: Asked, other: Asked) -> bool:
    """Say whether a name begins a few letters behind another, whoever's event it is."""
    return one.end >= 0 and 0 <= other.start - one.end <= BEHIND


def areas_of(found: Sequence[tuple[Place, int]]) -> frozenset[str]:
    """Give the names of areas as a table spells them, however the report does."""
    areas = (place for place, _ in found if place.kind in AREA_KINDS)
    return frozenset(n for area in areas for n in (area.name_ar, area.name_en) if n)
