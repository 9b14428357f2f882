"""Context: what the rules may know beside the incidents themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tawthiq.lang.codebook import Codebook
from tawthiq.model.admin_unit import AdminUnit
from tawthiq.model.incident import Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A project's area: south and north in latitude, west and east in longitude."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies in it; one that crosses the date line has east < west."""
        if not self.south <= lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= lon <= self.east
        return lon >= self.west or lon <= self.east


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The codebook; the governorates that are known; days of reports; area; today.

    ``published`` gives the day on which a report was published (or, where that is not
    known, captured) by its id. What is absent is not checked.
    """

    codebook: Codebook
    units: tuple[AdminUnit, ...] = ()
    published: Mapping[str, date] = field(default_factory=dict)
    area: Area | None = None
    today: date | None = None


def said(incident: Incident, name: str) -> object:
    """Give what an imported table says under a name; None where it says nothing."""
    return next((value for key, value in incident.facts if key == name), None)


def said_count(incident: Incident, name: str) -> int | None:
    """Give a whole number that an imported table says; None where it says none."""
    value = said(incident, name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
