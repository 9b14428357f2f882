"""Rows of the catalogue that hold what is asked, their facets, months and squares."""

from collections import Counter
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import (
    Avg,
    BigIntegerField,
    Count,
    F,
    Func,
    Max,
    Min,
    Q,
    QuerySet,
    Sum,
)
from django.db.models.functions import Coalesce

from tawthiq.desk.incidents.asked import Asked, Window
from tawthiq.register.models import CatalogueRow
from tawthiq.register.services.catalogue import BAR, CELL_ZOOM

Rows = QuerySet[CatalogueRow]

SEVERAL = {"type": "types", "actor": "actors", "weapon": "weapons", "struck": "struck"}
"""Filters whose column holds several codes."""
SINGLE = {"grade": "grade", "precision": "place_precision", "review": "review"}
NOTHING = "-"
"""Stands in an address for what is not said."""


def rows_of(asked: Asked) -> Rows:
    """Give the incidents that hold all that is asked."""
    found = CatalogueRow.objects.all()
    for key, column in SEVERAL.items():
        codes: tuple[str, ...] = getattr(asked, key)
        if codes:
            found = found.filter(reduce(or_, (_holds(column, one) for one in codes)))
    for key, column in SINGLE.items():
        codes = getattr(asked, key)
        if codes:
            told = ["" if one == NOTHING else one for one in codes]
            found = found.filter(**{f"{column}__in": told})
    return _bounded(found, asked)


def _holds(column: str, code: str) -> Q:
    if code == NOTHING:
        return Q(**{column: ""})
    return Q(**{f"{column}__contains": f"{BAR}{code}{BAR}"})


def _bounded(found: Rows, asked: Asked) -> Rows:
    if asked.first is not None:
        found = found.filter(last_day__gte=asked.first)
    if asked.last is not None:
        found = found.filter(day__lte=asked.last)
    if asked.least is not None:
        # An open range («12 or more») may well reach what is asked; 12 is what is said.
        found = found.annotate(top=Coalesce("killed_high", "killed_low"))
        found = found.filter(top__gte=asked.least)
    if asked.most is not None:
        found = found.filter(killed_low__lte=asked.most)
    if asked.place:
        word = asked.place
        found = found.filter(
            Q(place__icontains=word)
            | Q(place_en__icontains=word)
            | Q(units__icontains=word)
        )
    if asked.placed:
        found = found.filter(lat__isnull=asked.placed == "no")
    return found if asked.bbox is None else within(found, asked.bbox)


def within(found: Rows, window: Window) -> Rows:
    """Give those with their point in a window."""
    found = found.filter(lat__gte=window.south, lat__lte=window.north)
    if window.west <= window.east:
        return found.filter(lon__gte=window.west, lon__lte=window.east)
    return found.filter(Q(lon__gte=window.west) | Q(lon__lte=window.east))


def facet(asked: Asked, key: str) -> Counter[str]:
    """Count incidents by the codes of one filter, under all the others.

    An incident with two actors is counted under both; what is not said counts under
    `NOTHING`.
    """
    column = SEVERAL.get(key) or SINGLE[key]
    rows = rows_of(asked.without(key)).order_by().values_list(column)
    counts: Counter[str] = Counter()
    for told, number in rows.annotate(number=Count("pk")):
        for code in told.strip(BAR).split(BAR) if key in SEVERAL else [told]:
            counts[code or NOTHING] += number
    return counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The incidents of one square of a map: how many, their middle and their ends.

    ``code`` names the incident where it is the only one.
    """

    number: int
    lat: float
    lon: float
    south: float
    west: float
    north: float
    east: float
    code: str


class Larger(Func):
    """Drop the last bits of a square: the larger square that holds it."""

    template = "(%(expressions)s)"
    arg_joiner = " >> "
    output_field = BigIntegerField()


def cells(found: Rows, level: int) -> list[Cell]:
    """Gather placed incidents into squares, 2 to the power of ``level`` round the world.

    The largest come first, so that small ones are drawn over them.
    """
    drop = 2 * (CELL_ZOOM - max(0, min(level, CELL_ZOOM)))
    rows = (
        found.filter(cell__isnull=False)
        .order_by()
        .annotate(square=Larger(F("cell"), drop))
        .values("square")
        .annotate(
            number=Count("pk"),
            lat_mean=Avg("lat"),
            lon_mean=Avg("lon"),
            south=Min("lat"),
            north=Max("lat"),
            west=Min("lon"),
            east=Max("lon"),
            one=Min("code"),
        )
        .values_list(
            "number",
            "lat_mean",
            "lon_mean",
            "south",
            "west",
            "north",
            "east",
            "one",
            "square",
        )
    )
    made = [
        Cell(
            number=number,
            lat=lat,
            lon=lon,
            south=south,
            west=west,
            north=north,
            east=east,
            code=code if number == 1 else "",
        )
        for number, lat, lon, south, west, north, east, code, _ in rows
    ]
    return sorted(made, key=lambda one: (-one.number, one.lat, one.lon))


def extent(found: Rows) -> Window | None:
    """Give the box around all that is placed; None where nothing is."""
    ends = found.aggregate(w=Min("lon"), s=Min("lat"), e=Max("lon"), n=Max("lat"))
    if ends["w"] is None:
        return None
    return Window(west=ends["w"], south=ends["s"], east=ends["e"], north=ends["n"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Heap:
    """Incidents that share a month, an actor or a grade, and the killed of them.

    ``least`` and ``most`` are sums of least and greatest; ``unsaid`` counts incidents
    that tell of no number of killed, which is not nought.
    """

    name: str
    incidents: int
    least: int
    most: int
    unsaid: int


def heaps(found: Rows, column: str) -> list[tuple[object, Heap]]:
    """Count incidents and killed by the values of a column of the catalogue."""
    rows = (
        found.order_by()
        .values_list(column)
        .annotate(
            number=Count("pk"),
            least=Sum("killed_low"),
            most=Sum(Coalesce("killed_high", "killed_low")),
            said=Count(Coalesce("killed_high", "killed_low")),
        )
    )
    return [
        (
            value,
            Heap(
                name=str(value),
                incidents=number,
                least=least or 0,
                most=most or 0,
                unsaid=number - said,
            ),
        )
        for value, number, least, most, said in rows
    ]
