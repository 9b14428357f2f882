"""Rules on governorates: their spellings, and points that lie in another."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from math import cos, radians

from tawthiq.check.context import Context
from tawthiq.check.faults import Fault, fault
from tawthiq.check.points import shown, sound_point
from tawthiq.check.spellings import UnitNames, same_script
from tawthiq.model.admin_unit import AdminUnit
from tawthiq.model.incident import Incident, IncidentPlace

AROUND_DEG = 0.15
"""Degrees of latitude, about 17 km, within which settlements speak for a point."""
VOICES = 5
"""Settlements that must be known round a point before its unit is doubted."""
NEAREST = 12
SHOWN = 8
"""Spellings that a message lists."""


def written_unit(place: IncidentPlace) -> str | None:
    """Give the governorate that somebody wrote beside a place.

    A place of the gazetteer brings the units of its own table, which need no check.
    """
    return place.admin[-1] if place.admin and place.place_id is None else None


@dataclass(slots=True)
class Spellings:
    """The spellings of governorates in a table, each with its incidents."""

    incidents: dict[str, list[Incident]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    def of(cls, incidents: Sequence[Incident]) -> "Spellings":
        """Gather the widest unit that each place names."""
        made = cls()
        for incident in incidents:
            for name in dict.fromkeys(filter(None, map(written_unit, incident.places))):
                made.incidents[name].append(incident)
        return made

    def counts(self) -> Counter[str]:
        """Count the incidents of each spelling."""
        return Counter({name: len(told) for name, told in self.incidents.items()})


def unit_spellings(incidents: Sequence[Incident], context: Context) -> Iterator[Fault]:
    """Find governorates that nobody knows, misspelt ones, and those spelt in many ways.

    Where no governorate is known, the commonest spellings of the table stand in.
    """
    told = Spellings.of(incidents)
    counts = told.counts()
    names = UnitNames(context.units or _own_units(counts))
    units: dict[str, AdminUnit] = {}
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        unit = names.unit_of(name)
        if unit is None:
            several = told.incidents[name]
            yield fault("unit_unknown", *several, name=name, count=len(several))
        else:
            units[unit.names[0]] = unit
            members[unit.names[0]].append(name)
    for first, spelt in members.items():
        yield from _of_unit(units[first], spelt, told)


def _of_unit(unit: AdminUnit, spelt: list[str], told: Spellings) -> Iterator[Fault]:
    """Find the wrong spellings of one unit, and more than one in one script."""
    for latin in (True, False):
        names = [name for name in spelt if same_script(name, latin=latin)]
        right = [name for name in names if name in unit.names]
        known = [name for name in unit.names if same_script(name, latin=latin)]
        take = (right or known or names or [""])[0]
        for name in names:
            if name not in unit.names and name != take:
                several = told.incidents[name]
                count = len(several)
                yield fault(
                    "unit_misspelt", *several, name=name, unit=take, count=count
                )
        if len(names) > 1:
            others = [i for name in names if name != take for i in told.incidents[name]]
            yield fault(
                "unit_spellings",
                *others,
                unit=take,
                count=len(names),
                names=tuple(names[:SHOWN]),
            )


def _own_units(counts: Counter[str]) -> tuple[AdminUnit, ...]:
    """Take each spelling that is like no commoner one for a governorate's name."""
    units: list[AdminUnit] = []
    for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if UnitNames(units).unit_of(name) is None:
            units.append(AdminUnit(names=(name,)))
    return tuple(units)


def point_outside_unit(
    incidents: Sequence[Incident], context: Context
) -> Iterator[Fault]:
    """Find points among settlements that all lie in other governorates."""
    settled = _Settlements(context.units)
    names = UnitNames(context.units)
    for incident in incidents:
        for place in incident.places:
            point = sound_point(place)
            written = written_unit(place)
            unit = names.unit_of(written) if written is not None else None
            if point is None or unit is None or not unit.points:
                continue
            around = settled.around(point)
            if around and unit.names[0] not in around:
                yield fault(
                    "point_outside_unit",
                    incident,
                    point=shown(point),
                    unit=unit.names[0],
                    around=tuple(sorted(around)),
                )


class _Settlements:
    """Settlements by cell, so that those round a point are quickly found."""

    def __init__(self, units: Sequence[AdminUnit]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float, str]]]
        self._cells = defaultdict(list)
        for unit in units:
            for lat, lon in unit.points:
                self._cells[_cell(lat, lon)].append((lat, lon, unit.names[0]))

    def around(self, point: tuple[float, float]) -> set[str]:
        """Name the units of the nearest settlements; none where too few are known."""
        row, column = _cell(*point)
        # Over a few kilometres the globe is flat, and squares are quick.
        narrow = cos(radians(point[0])) ** 2
        near = nsmallest(
            NEAREST,
            (
                ((lat - point[0]) ** 2 + narrow * (lon - point[1]) ** 2, unit)
                for r in (row - 1, row, row + 1)
                for c in (column - 1, column, column + 1)
                for lat, lon, unit in self._cells.get((r, c), ())
            ),
        )
        close = [unit for apart, unit in near if apart <= AROUND_DEG**2]
        return set(close) if len(close) >= VOICES else set()


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat // AROUND_DEG), int(lon // AROUND_DEG)
