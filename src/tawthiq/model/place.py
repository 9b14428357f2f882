"""Place: a row of the gazetteer; Candidate: one that reported words may mean."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the gazetteer.

    ``precision`` is a step of Airwars' ladder (``village`` … ``governorate``),
    ``radius_m`` the uncertainty round the point in metres. ``parents`` are the ids or
    p-codes of its districts and governorate, nearest first, as far as the table has
    them; ``parent_names`` their names in Arabic and English.
    """

    id: str
    name_ar: str | None
    name_en: str | None
    lat: float
    lon: float
    kind: str
    precision: str
    radius_m: int
    population: int
    country: str
    pcode: str | None = None
    parent_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that the reported words may mean, with its score from 0 to 1."""

    place: Place
    score: float
