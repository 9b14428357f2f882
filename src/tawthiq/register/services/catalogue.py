"""The catalogue: each incident that stands on one narrow row, kept in step with it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import asinh, pi, radians, tan

from tawthiq.model.incident import Incident, IncidentPlace
from tawthiq.model.statistics import whole_tally
from tawthiq.register.models import CatalogueRow, IncidentRow
from tawthiq.register.services.together import together

CELL_ZOOM = 20
"""The finest squares: 2 to the power of this many from west to east."""
EDGE_LAT = 85.0511
"""Where the square world of web maps ends, in degrees."""
GROUND_LAT, GROUND_LON = 90, 180
PAGE = 200
BAR = "|"


def keep(standing: Sequence[Incident]) -> None:
    """Let the catalogue say what these incidents say now."""
    with together():
        _drop([one.id for one in standing])
        CatalogueRow.objects.bulk_create(map(_row, standing), batch_size=PAGE)


def drop(names: Iterable[str]) -> None:
    """Take incidents out that stand no longer."""
    _drop(sorted(set(names)))


def rebuild(standing: Iterable[Incident]) -> int:
    """Make the catalogue anew of all incidents that stand; give how many."""
    told = 0
    with together():
        CatalogueRow.objects.all().delete()
        for some in _pages(standing):
            keep(some)
            told += len(some)
    return told


def missing() -> bool:
    """Whether incidents stand that the catalogue does not hold."""
    standing = IncidentRow.objects.filter(merged_into=None, withdrawn=False)
    return standing.filter(catalogue=None).exists()


def cell_of(lat: float, lon: float) -> int:
    """Give the finest square of a point, its column and row bit by bit (Morton order).

    Squares are those of web maps: dropping two bits gives the square four times as
    large that holds it.
    """
    size = 1 << CELL_ZOOM
    held = max(-EDGE_LAT, min(EDGE_LAT, lat))
    column = int((lon + 180) / 360 * size)
    row = int((1 - asinh(tan(radians(held))) / pi) / 2 * size)
    return _spread(min(max(column, 0), size - 1)) | (
        _spread(min(max(row, 0), size - 1)) << 1
    )


def barred(codes: Iterable[str]) -> str:
    """Write several codes as one column holds them; nothing is the empty text."""
    told = [code.replace(BAR, " ") for code in codes]
    return f"{BAR}{BAR.join(told)}{BAR}" if told else ""


def _spread(number: int) -> int:
    """Put a nought between the bits."""
    made = 0
    for bit in range(CELL_ZOOM):
        made |= (number >> bit & 1) << (2 * bit)
    return made


def _drop(names: Sequence[str]) -> None:
    for at in range(0, len(names), PAGE):
        CatalogueRow.objects.filter(pk__in=names[at : at + PAGE]).delete()


def _pages(standing: Iterable[Incident]) -> Iterator[list[Incident]]:
    source = iter(standing)
    while some := list(islice(source, PAGE)):
        yield some


def _row(one: Incident) -> CatalogueRow:
    start = one.date.start if one.date else None
    end = one.date.end if one.date else None
    day = start or end
    killed, injured = whole_tally(one, "killed"), whole_tally(one, "injured")
    return CatalogueRow(
        incident_id=one.id,
        code=one.code,
        day=day,
        last_day=end or start,
        month=day.year * 12 + day.month - 1 if day else None,
        date_precision=str(one.date.precision) if one.date and day else "",
        **_place(one.places[0] if one.places else None),
        types=barred(one.event_types),
        actors=barred(one.belligerents),
        weapons=barred(one.weapons),
        struck=barred(one.struck),
        grade=str(one.grade.code),
        review=str(one.review),
        killed_said=killed is not None,
        killed_low=killed.low if killed else None,
        killed_high=killed.high if killed else None,
        injured_said=injured is not None,
        injured_low=injured.low if injured else None,
        injured_high=injured.high if injured else None,
        reports=len(one.reports),
        voices=one.independent_sources,
    )


def _place(place: IncidentPlace | None) -> dict[str, object]:
    told: dict[str, object] = {"place": "", "place_en": "", "units": ""}
    told |= {"lat": None, "lon": None, "cell": None}
    told |= {"place_precision": "", "radius_m": None}
    if place is None:
        return told
    told["place"] = place.named("ar")
    told["place_en"] = place.name_en or ""
    told["units"] = barred(place.admin)
    told["place_precision"] = place.precision or ""
    if (
        place.lat is not None
        and place.lon is not None
        and abs(place.lat) <= GROUND_LAT
        and abs(place.lon) <= GROUND_LON
    ):
        told |= {"lat": place.lat, "lon": place.lon}
        told |= {"cell": cell_of(place.lat, place.lon), "radius_m": place.radius_m}
    return told
