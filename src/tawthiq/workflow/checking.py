"""Checking: incidents against one another, the codebook and the gazetteer."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from tawthiq.check import check_incidents
from tawthiq.check.context import Area, Context
from tawthiq.errors import OptionError
from tawthiq.gazetteer.index import USER_FILE, shipped_path
from tawthiq.gazetteer.layers import Layer
from tawthiq.gazetteer.units import admin_units
from tawthiq.lang.codebook import load_codebook
from tawthiq.model.admin_unit import AdminUnit
from tawthiq.model.finding import Finding
from tawthiq.model.incident import Incident

__all__ = ["Area", "Finding", "area_of", "check", "units_for"]


def check(
    incidents: Iterable[Incident],
    *,
    units: tuple[AdminUnit, ...] = (),
    published: Mapping[str, date] | None = None,
    area: Area | None = None,
    today: date | None = None,
) -> tuple[Finding, ...]:
    """Find what cannot be right in incidents; see `check.check_incidents`.

    Args:
        incidents: those of a register or of an imported table.
        units: the governorates that are known (`units_for`).
        published: the day of publication, or capture, of a report by its id.
        area: the project's area, where points outside it are to be named.
        today: later days are named; none where it is not told.
    """
    context = Context(
        codebook=load_codebook(),
        units=units,
        published=published or {},
        area=area,
        today=today,
    )
    return check_incidents(incidents, context)


def units_for(
    incidents: Iterable[Incident], home: Path, told: Iterable[str] = ()
) -> tuple[AdminUnit, ...]:
    """Give the governorates that incidents are held against.

    Those of the countries that are told; else of the countries that the incidents
    name, else of those whose places the user has imported; else none.

    Raises:
        GazetteerError: an index is missing or damaged.
    """
    own = home / USER_FILE
    layers = [Layer(own, own=True)] if own.is_file() else []
    countries = {country.upper() for country in told}
    countries = countries or {
        p.country for i in incidents for p in i.places if p.country is not None
    }
    if not countries and layers:
        countries = set(layers[0].countries())
    layers.append(Layer(shipped_path(), own=False))
    return tuple(u for c in sorted(countries) for u in admin_units(layers, c))


def area_of(told: str) -> Area | None:
    """Read ``south,west,north,east`` in degrees; None where nothing is told.

    Raises:
        OptionError: it is not four numbers on the globe, south below north.
    """
    if not told:
        return None
    try:
        south, west, north, east = (float(part) for part in told.split(","))
    except ValueError:
        raise _not_an_area(told) from None
    if not -90 <= south < north <= 90 or not max(abs(west), abs(east)) <= 180:  # noqa: PLR2004
        raise _not_an_area(told)
    return Area(south=south, west=west, north=north, east=east)


def _not_an_area(told: str) -> OptionError:
    return OptionError(
        ar=f"لا تُفهم منطقة المشروع {told!r}",
        en=f"the project's area {told!r} cannot be understood",
        where="--area",
        remedy_ar="اكتب أربع درجات: جنوب،غرب،شمال،شرق مثل 32.3,35.7,37.3,42.4",
        remedy_en="write four degrees: south,west,north,east as 32.3,35.7,37.3,42.4",
    )
