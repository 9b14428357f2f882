"""Rules across incidents: one code twice, and one day and place twice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from tawthiq.check.context import Context
from tawthiq.check.faults import Fault, fault
from tawthiq.check.points import sound_point
from tawthiq.model.geo import distance_m
from tawthiq.model.incident import Incident
from tawthiq.model.vocabulary import DatePrecision

NEAR_M = 100
"""Metres within which two incidents of a day may be one (domain handbook, 5.9)."""
METRES_A_DEGREE = 110_000
"""Of latitude, a little less than anywhere on the globe."""
AREAS = {"subdistrict", "district", "governorate"}
"""Precisions whose points coincide because they stand for a whole unit."""

Placed = tuple[float, float, Incident]


def duplicate_code(incidents: Sequence[Incident], _: Context) -> Iterator[Fault]:
    """Find codes that several incidents bear."""
    bearers: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        if incident.code:
            bearers[incident.code].append(incident)
    for code, several in bearers.items():
        if len(several) > 1:
            yield fault("duplicate_code", *several, code=code, count=len(several))


def same_day_same_place(incidents: Sequence[Incident], _: Context) -> Iterator[Fault]:
    """Find incidents of one day within a hundred metres of one another."""
    days: dict[date, list[Placed]] = defaultdict(list)
    for incident in incidents:
        placed = _placed(incident)
        if placed is not None:
            days[placed[0]].append(placed[1])
    for day in sorted(days):
        for several in _together(days[day]):
            yield fault("same_day_same_place", *several, start=day, count=len(several))


def _placed(incident: Incident) -> tuple[date, Placed] | None:
    """Give an incident's day and point; None where either is not exact enough."""
    when = incident.date
    if when is None or when.start is None or when.precision is not DatePrecision.DAY:
        return None
    best = incident.places[0] if incident.places else None
    point = sound_point(best) if best is not None else None
    if best is None or point is None or best.precision in AREAS:
        return None
    return when.start, (*point, incident)


def _together(placed: list[Placed]) -> Iterator[list[Incident]]:
    """Gather the incidents of a day whose points form a chain of near neighbours."""
    ordered = sorted(placed, key=lambda p: (p[0], p[1], p[2].id))
    head = list(range(len(ordered)))

    def root(at: int) -> int:
        while head[at] != at:
            at = head[at]
        return at

    for at, (lat, lon, _) in enumerate(ordered):
        for other in range(at - 1, -1, -1):
            there = ordered[other]
            if (lat - there[0]) * METRES_A_DEGREE > NEAR_M:
                break
            if distance_m((lat, lon), (there[0], there[1])) <= NEAR_M:
                head[root(at)] = root(other)
    groups: dict[int, list[Incident]] = defaultdict(list)
    for at, (_, _, incident) in enumerate(ordered):
        groups[root(at)].append(incident)
    yield from (group for group in groups.values() if len(group) > 1)
