"""What many incidents amount to: counts by month, actor, type and grade.

Toll sums are sums of ranges: the least of all that is said and the greatest; incidents
that give no number are counted apart and never as zero.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.model.incident import Incident, Tally

WHOLES = ("people", "civilians")
"""Groups that may stand for all who were harmed; parts of them are never added."""


POLE, DATE_LINE = 90, 180
"""Degrees beyond which there is no point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """People of one outcome over incidents: least, greatest, and what is not known.

    ``open_ended`` counts incidents whose greatest number is not said, ``unknown`` those
    that speak of people without a number.
    """

    low: int = 0
    high: int = 0
    open_ended: int = 0
    unknown: int = 0

    def with_tally(self, tally: Tally | None) -> "Toll":
        """Add one incident's tally; None says nothing and adds nothing."""
        if tally is None:
            return self
        if tally.low is None and tally.high is None:
            return Toll(
                low=self.low,
                high=self.high,
                open_ended=self.open_ended,
                unknown=self.unknown + 1,
            )
        low, high = tally.low or 0, tally.high
        return Toll(
            low=self.low + low,
            high=self.high + (low if high is None else high),
            open_ended=self.open_ended + (high is None),
            unknown=self.unknown,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Incidents that share a month, an actor, a type or a grade."""

    name: str
    incidents: int
    killed: Toll
    injured: Toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts over incidents, each list by size or, for months, in their order."""

    whole: Slice
    months: tuple[Slice, ...]
    actors: tuple[Slice, ...]
    types: tuple[Slice, ...]
    grades: tuple[Slice, ...]
    points: tuple[tuple[float, float], ...]


def whole_tally(incident: Incident, outcome: str) -> Tally | None:
    """Give the row for all who met an outcome, the widest where both groups are told."""
    rows = [t for t in incident.casualties if t.outcome == outcome]
    told = [t for t in rows if t.group in WHOLES]
    return max(told, key=lambda t: (t.high or t.low or 0, t.group), default=None)


def statistics_of(incidents: Iterable[Incident]) -> Statistics:
    """Count incidents; an incident with two actors is counted under each.

    Incidents without a day are in no month; those without a point on no map.
    """
    told = tuple(incidents)
    months: dict[str, list[Incident]] = {}
    actors: dict[str, list[Incident]] = {}
    types: dict[str, list[Incident]] = {}
    grades: dict[str, list[Incident]] = {}
    for one in told:
        if one.date is not None and one.date.start is not None:
            months.setdefault(one.date.start.strftime("%Y-%m"), []).append(one)
        for actor in one.belligerents:
            actors.setdefault(actor, []).append(one)
        for code in one.event_types[:1]:
            types.setdefault(code, []).append(one)
        grades.setdefault(str(one.grade.code), []).append(one)
    return Statistics(
        whole=_slice("all", told),
        months=tuple(_slice(name, months[name]) for name in sorted(months)),
        actors=_by_size(actors),
        types=_by_size(types),
        grades=_by_size(grades),
        points=_points(told),
    )


def _by_size(groups: dict[str, list[Incident]]) -> tuple[Slice, ...]:
    sizes = Counter({name: len(group) for name, group in groups.items()})
    names = sorted(sizes, key=lambda name: (-sizes[name], name))
    return tuple(_slice(name, groups[name]) for name in names)


def _slice(name: str, group: Iterable[Incident]) -> Slice:
    killed, injured, number = Toll(), Toll(), 0
    for one in group:
        number += 1
        killed = killed.with_tally(whole_tally(one, "killed"))
        injured = injured.with_tally(whole_tally(one, "injured"))
    return Slice(name=name, incidents=number, killed=killed, injured=injured)


def _points(incidents: Iterable[Incident]) -> tuple[tuple[float, float], ...]:
    """Give one point per incident, to a tenth of a degree: a picture, not a target.

    Points that are none (`check` names them) are left out.
    """
    firsts = (one.places[0] for one in incidents if one.places)
    return tuple(
        (round(place.lat, 1), round(place.lon, 1))
        for place in firsts
        if place.lat is not None and place.lon is not None
        if abs(place.lat) <= POLE and abs(place.lon) <= DATE_LINE
    )
