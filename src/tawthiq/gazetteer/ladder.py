"""Airwars' ladder: how exact a kind of place is, and how wide round its point.

Steps and radii: `shared/design/domain.md` §6.9 (project defaults).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A kind's step on the ladder, its radius in metres and its level.

    ``level`` orders kinds from the whole country (0) to a quarter (6).
    """

    precision: str
    radius_m: int
    level: int


STEPS: dict[str, Step] = {
    "country": Step(precision="country", radius_m=500_000, level=0),
    "governorate": Step(precision="governorate", radius_m=75_000, level=1),
    "region": Step(precision="governorate", radius_m=75_000, level=1),
    "district": Step(precision="district", radius_m=30_000, level=2),
    "subdistrict": Step(precision="subdistrict", radius_m=15_000, level=3),
    "area": Step(precision="subdistrict", radius_m=15_000, level=3),
    "city": Step(precision="city", radius_m=8_000, level=4),
    "town": Step(precision="town", radius_m=3_000, level=4),
    "village": Step(precision="village", radius_m=1_500, level=5),
    "camp": Step(precision="neighbourhood_area", radius_m=1_000, level=5),
    "neighbourhood": Step(precision="neighbourhood_area", radius_m=1_000, level=6),
    "landmark": Step(precision="nearby_landmark", radius_m=250, level=6),
}
"""Every kind that a place may have."""

ADMIN_KINDS: dict[int | None, str] = {1: "governorate", 2: "district", 3: "subdistrict"}
"""OCHA's administrative levels; the fourth, the community, is a populated place."""

CITY_FROM = 100_000
TOWN_FROM = 10_000
"""Inhabitants from which a populated place counts as a city, as a town."""


def settled_kind(population: int) -> str:
    """Give the kind of a populated place by its inhabitants."""
    if population >= CITY_FROM:
        return "city"
    return "town" if population >= TOWN_FROM else "village"
