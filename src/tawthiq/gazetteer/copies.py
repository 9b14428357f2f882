"""Copies: one place that several tables have, and an area with its seat, made one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawthiq.gazetteer.keys import ALTERNATE
from tawthiq.gazetteer.ladder import STEPS
from tawthiq.gazetteer.layers import Found
from tawthiq.model.geo import distance_m
from tawthiq.model.place import Place

SAME_PLACE_M = 10_000
"""A shipped place and the user's, of one name and nearer than this, are one place."""
OWN_COPY_M = 3_000
"""The same for two of the user's, of which only one has a p-code."""
LEAST_M_A_DEGREE = 111_000
"""Metres that a degree of latitude has at least, on the globe of `distance_m`."""
AREAS_TO = 4
"""Levels below this one are areas: their middles may lie far apart."""
_SETTLED = ("village", "town", "city")
"""Kinds of populated places, the least first."""


def nearest_rank(found: Iterable[Found]) -> list[Found]:
    """Keep each place once, by its nearest spelling; the user's own first."""
    best: dict[str, Found] = {}
    for match in found:
        known = best.get(match.place.id)
        if known is None or match.rank < known.rank:
            best[match.place.id] = match
    return sorted(best.values(), key=lambda match: not match.own)


def without_copies(found: Sequence[Found]) -> list[Found]:
    """Drop a place that another table has better; keep its inhabitants."""
    kept: list[Found] = []
    for match in sorted(found, key=_worth):
        twins = [one for one in kept if _is_copy(match, one)]
        if not twins:
            kept.append(match)
            continue
        twin = min(twins, key=lambda one: (one.rank, apart_m(one.place, match.place)))
        better = replace(twin, place=_counted(twin.place, match.place))
        kept[kept.index(twin)] = better
    return kept


def _worth(match: Found) -> int:
    """Order tables: the user's with p-codes, the user's without, the one shipped."""
    if not match.own:
        return 2
    return 1 if match.place.pcode is None else 0


def seated(found: list[Found]) -> list[Found]:
    """Move an area's point from its middle to the town that bears its name."""
    towns = [match.place for match in found if match.place.kind in _SETTLED]
    return [_seated(match, towns) for match in found]


def _seated(match: Found, towns: Sequence[Place]) -> Found:
    area = match.place
    if not 0 < level_of(area) < AREAS_TO:
        return match
    near = [t for t in towns if t.country == area.country]
    seats = [t for t in near if is_within(t, area, area.radius_m)]
    seats = seats or [t for t in near if _is_inside(t, area)]
    if not seats:
        return match
    seat = max(seats, key=lambda t: (_SETTLED.index(t.kind), t.population, t.id))
    return replace(match, place=replace(area, lat=seat.lat, lon=seat.lon))


def _is_inside(town: Place, area: Place) -> bool:
    """Whether a table says so: the middle of a long area lies far from its town."""
    holders, spelt = set(town.parent_names), {area.name_ar, area.name_en} - {None, ""}
    return bool(holders & spelt and holders & (set(area.parent_names) - spelt))


def _counted(kept: Place, dropped: Place) -> Place:
    """Give a place the inhabitants, and the rank of a city, that its copy has."""
    people = kept.population or dropped.population
    if kept.kind in _SETTLED and dropped.kind in _SETTLED:
        kind = max(kept.kind, dropped.kind, key=_SETTLED.index)
        step = STEPS[kind]
        grown = replace(kept, kind=kind, precision=step.precision)
        return replace(grown, radius_m=step.radius_m, population=people)
    return replace(kept, population=people)


def _is_copy(match: Found, better: Found) -> bool:
    """Whether a worthier table has the place, spelt no farther from the name asked."""
    if _worth(match) <= _worth(better) or better.rank > max(match.rank, ALTERNATE):
        return False
    kinds = {match.place.kind, better.place.kind}
    if len(kinds) > 1 and not kinds <= set(_SETTLED):
        return False
    reach = OWN_COPY_M if match.own else SAME_PLACE_M
    if level_of(better.place) < AREAS_TO:
        reach = STEPS[better.place.kind].radius_m
    return is_within(match.place, better.place, reach)


def level_of(place: Place) -> int:
    """Give the level of a place, 0 (a country) to 6 (a quarter)."""
    return STEPS[place.kind].level


def apart_m(one: Place, other: Place) -> float:
    """Give the metres between two places."""
    return distance_m((one.lat, one.lon), (other.lat, other.lon))


def is_within(one: Place, other: Place, metres: float) -> bool:
    """Whether two places lie no farther apart than this.

    Most lie degrees apart, which their latitudes alone tell.
    """
    if abs(one.lat - other.lat) * LEAST_M_A_DEGREE > metres:
        return False
    return apart_m(one, other) <= metres


def farther(match: Found, rank: int) -> Found:
    """Give a match a rank that is no better than this one."""
    return match if match.rank >= rank else replace(match, rank=rank)
