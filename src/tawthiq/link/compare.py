"""Compare: what speaks for two accounts telling of one incident, and what against it.

Each feature has a name that a person can read; the weights of the model ``link`` are
reviewable text (``weigh/weights/link.csv``), learned by ``training/links.py``.
"""

from collections.abc import Iterator
from math import cos, hypot, radians

from tawthiq.link.facts import Facts, Spot
from tawthiq.link.kinship import actors_agree, types_agree
from tawthiq.link.shingles import containment, resemblance

KM_OF_DEGREE = 111.2

NEAR_KM = ((1.0, "same_point"), (5.0, "within_5km"), (16.0, "within_16km"))
COPY = 0.6
"""Share of runs of words from which a telling is a copy of another."""

ALIKE = 0.3
OUTCOMES = ("killed", "injured")


def features(left: Facts, right: Facts) -> dict[str, float]:
    """Give the named features of a pair; the order of the two does not matter.

    Args:
        left: one account.
        right: another.

    Returns:
        Features with their values, most of them 1.0; what is not said gives none.
    """
    found = {"bias": 1.0}
    for name in (
        *_day(left, right),
        *_place(left, right),
        *_deed(left, right),
        *_people(left, right),
        *_telling(left, right),
    ):
        found[name] = 1.0
    least = min(len(left.words), len(right.words))
    if least:
        found["words_shared"] = len(left.words & right.words) / least
    return found


def is_copy(left: Facts, right: Facts) -> bool:
    """Tell whether two tellings are near-copies, not one formula of two villages.

    Words in common are not enough: posts are written to a formula, and another village
    or another toll in the same words is another event.
    """
    if not left.shingles or not right.shingles:
        return False
    alike = resemblance(left.shingles, right.shingles) >= COPY or (
        containment(left.shingles, right.shingles) >= 2 * COPY - ALIKE
        and min(len(left.shingles), len(right.shingles)) >= 12  # noqa: PLR2004
    )
    return alike and not _apart(left, right)


def _apart(left: Facts, right: Facts) -> bool:
    """Tell whether the same words name other places or other numbers."""
    if left.names and right.names and not left.names & right.names:
        return True
    return any(
        left.totals[outcome].isdisjoint(right.totals[outcome])
        for outcome in left.totals.keys() & right.totals.keys()
    )


def _day(left: Facts, right: Facts) -> Iterator[str]:
    if left.last is None or right.last is None:
        yield "day_unknown"
        return
    if left.first is None or right.first is None:
        return
    gap = max(0, right.first - left.last, left.first - right.last)
    sure = left.stated + right.stated
    stated = ("published", "one_stated", "both_stated")[sure]
    if gap > 1:
        yield "other_day"
    elif gap == 1:
        yield f"next_day_{stated}"
    elif left.last == right.last:
        yield f"same_day_{stated}"
    else:
        yield f"day_before_{stated}"


def _place(left: Facts, right: Facts) -> Iterator[str]:
    shared = left.names & right.names
    yield from _names(left, right, shared)
    if left.spots and right.spots:
        near = _near(left, right)
        yield f"{near}_name_shared" if shared else near
        if not shared and _first_far(left, right):
            yield "first_places_far"
    else:
        yield from _unit(left, right)


def _names(left: Facts, right: Facts, shared: frozenset[str]) -> Iterator[str]:
    """Compare by the names of places: a village says more than a city does."""
    if not shared:
        return
    cities = left.cities | right.cities
    if shared - cities:
        yield "same_local_place"
        firsts = (left.first_name in shared) + (right.first_name in shared)
        yield ("shared_place_later", "shared_place_one_first", "shared_place_first")[
            firsts
        ]
        return
    local = (bool(left.names - cities), bool(right.names - cities))
    if all(local):
        yield "same_city_other_parts"
    elif any(local):
        yield "same_city_one_part"
    else:
        yield "same_city"


def _unit(left: Facts, right: Facts) -> Iterator[str]:
    """Compare by units of administration where one of the two has no point."""
    if left.named_units & right.named_units:
        yield "same_unit"
    elif left.units & right.units:
        yield "in_unit"
    elif left.units and right.units:
        yield "other_unit"


def _near(left: Facts, right: Facts) -> str:
    least = min(distance_km(a, b) for a in left.spots for b in right.spots)
    return next((name for limit, name in NEAR_KM if least <= limit), "far")


def _first_far(left: Facts, right: Facts) -> bool:
    return distance_km(left.spots[0], right.spots[0]) > NEAR_KM[1][0]


def distance_km(left: Spot, right: Spot) -> float:
    """Give the distance of two points on a flat map, exact enough below 100 km."""
    middle = cos(radians((left.lat + right.lat) / 2))
    return KM_OF_DEGREE * hypot(left.lat - right.lat, (left.lon - right.lon) * middle)


def _deed(left: Facts, right: Facts) -> Iterator[str]:
    yield types_agree(left.type, right.type)
    if left.actors and right.actors:
        yield actors_agree(left.actors, right.actors)
    if left.struck and right.struck:
        yield "same_object" if left.struck & right.struck else "other_object"
    if left.weapons and right.weapons:
        yield "same_weapon" if left.weapons & right.weapons else "other_weapon"


def _people(left: Facts, right: Facts) -> Iterator[str]:
    for outcome in OUTCOMES:
        mine, theirs = left.totals.get(outcome), right.totals.get(outcome)
        if mine and theirs:
            yield _counts(outcome, mine, theirs)
        elif mine or theirs:
            yield f"one_counts_{outcome}"
    if left.fighters_only != right.fighters_only:
        yield "fighters_or_others"
    if left.victims and right.victims:
        shared = any(a <= b or b <= a for a in left.victims for b in right.victims)
        yield "same_victim" if shared else "other_victims"


def _counts(outcome: str, mine: frozenset[int], theirs: frozenset[int]) -> str:
    if mine & theirs:
        few = max(mine & theirs) <= 2  # noqa: PLR2004
        return f"same_{outcome}_few" if few else f"same_{outcome}_many"
    least = min(abs(a - b) for a in mine for b in theirs)
    close = least <= 1 + max(mine | theirs) // 4
    return f"near_{outcome}" if close else f"other_{outcome}"


def _telling(left: Facts, right: Facts) -> Iterator[str]:
    if is_copy(left, right):
        yield "copy"
    elif resemblance(left.shingles, right.shingles) >= ALIKE / 2:
        yield "alike_words"
    if left.report_id == right.report_id:
        yield "same_report"
    elif left.voice == right.voice:
        yield "same_voice"
    if not left.founds or not right.founds:
        yield "recalled"
