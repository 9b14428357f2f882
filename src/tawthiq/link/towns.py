"""Towns that tables know under several ids: «عين العرب» and «كوباني» are one."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tawthiq.link.facts import PARTS, is_unit
from tawthiq.model.event import PlaceClaim
from tawthiq.model.geo import distance_m
from tawthiq.model.place import Place

TOWNS = frozenset({"city", "town"})
ONE_TOWN_M = 2_000
"""Metres within which two points of towns are of one."""


def _is_town(claim: PlaceClaim) -> bool:
    """Tell whether a claim names a town as a whole, and no part of it by its own name."""
    return (
        claim.place is not None
        and claim.precision in TOWNS
        and claim.head not in PARTS
        and not is_unit(claim)
    )


def one_town(claims: Iterable[PlaceClaim]) -> Mapping[str, str]:
    """Map the id of each town named to the id that stands for it.

    Args:
        claims: all places that the reports of one incident name.

    Returns:
        For each town the id, of those within two kilometres, that is named most; ties
        by the order of ids.
    """
    named: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for claim in claims:
        if claim.place is not None and _is_town(claim):
            named[claim.place.id] += 1
            places[claim.place.id] = claim.place
    stands: dict[str, str] = {}
    for key in sorted(named, key=lambda k: (-named[k], k)):
        heads = (h for h in stands.values() if _near(places[h], places[key]))
        stands[key] = next(heads, key)
    return stands


def _near(one: Place, other: Place) -> bool:
    return distance_m((one.lat, one.lon), (other.lat, other.lon)) <= ONE_TOWN_M
