"""Rows of the catalogue that hold what is asked, their facets, months and squares."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Count, F, Min, Q, QuerySet, Sum
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Coalesce

from tawthiq.desk.incidents.asked import Asked
from tawthiq.desk.incidents.remembering import remembered
from tawthiq.desk.restricting import sight
from tawthiq.lang.search_words import search_folder
from tawthiq.model.window import Window
from tawthiq.register.models import CatalogueRow
from tawthiq.register.services.catalogue import BAR, CELL_ZOOM

Rows = QuerySet[CatalogueRow]

SEVERAL = {"type": "types", "actor": "actors", "weapon": "weapons", "struck": "struck"}
"""Filters whose column holds several codes."""
SINGLE = {"grade": "grade", "precision": "place_precision", "review": "review"}
NAMES = ("place", "place_en", "units")
MOST_NAMES = 5_000
"""Names in one question."""
MONTH = "month"
NOTHING = "-"
"""Stands in an address for what is not said."""


def rows_of(asked: Asked) -> Rows:
    """Give the incidents that hold all that is asked, of those that may be seen."""
    found = sight.current().of_incidents(CatalogueRow.objects.all())
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
        found = found.filter(reduce(or_, map(_named(asked.place), NAMES)))
    if asked.placed:
        found = found.filter(lat__isnull=asked.placed == "no")
    return found if asked.bbox is None else within(found, asked.bbox)


def _named(word: str) -> Callable[[str], Q]:
    """Ask for names with this in them, however their letters are spelt.

    A database knows no hamza or ta marbuta: what names there are is folded here, once
    for each state of the register. Where too many hold the word it asks as it can.
    """
    sought = _folded(word)

    def asks(column: str) -> Q:
        names = remembered(("names", column), lambda: _names(column))
        held = [name for name, folded in names if sought in folded]
        if len(held) > MOST_NAMES:
            return Q(**{f"{column}__icontains": word})
        return Q(**{f"{column}__in": held})

    return asks


def _names(column: str) -> list[tuple[str, str]]:
    told = CatalogueRow.objects.order_by().values_list(column, flat=True).distinct()
    return [(name, _folded(name)) for name in told if name]


def _folded(text: str) -> str:
    return search_folder().fold(text).text


def within(found: Rows, window: Window) -> Rows:
    """Give those with their point in a window."""
    found = found.filter(lat__gte=window.south, lat__lte=window.north)
    if window.west <= window.east:
        return found.filter(lon__gte=window.west, lon__lte=window.east)
    return found.filter(Q(lon__gte=window.west) | Q(lon__lte=window.east))


def facets(asked: Asked) -> dict[str, Counter[str]]:
    """Count incidents by the codes of each filter, under all the other filters.

    An incident with two actors is counted under both; what is not said counts under
    `NOTHING`. Filters of which nothing is chosen share one walk through the rows.
    """
    keys = [*SEVERAL, *SINGLE]
    free = [key for key in keys if not getattr(asked, key)]
    found = _counted(rows_of(asked), free) if free else {}
    for key in keys:
        if key not in found:
            found |= _counted(rows_of(asked.without(key)), [key])
    return {key: found[key] for key in keys}


def _counted(rows: Rows, keys: Sequence[str]) -> dict[str, Counter[str]]:
    columns = [SEVERAL.get(key) or SINGLE[key] for key in keys]
    found = rows.order_by().values_list(*columns).annotate(number=Count("*"))
    told: dict[str, Counter[str]] = {key: Counter() for key in keys}
    for *values, number in found:
        for key, value in zip(keys, values, strict=True):
            told[key][value] += number
    return {key: _parted(told[key]) for key in keys}


def _parted(whole: Counter[str]) -> Counter[str]:
    """Count each of several codes that stand between bars."""
    counts: Counter[str] = Counter()
    for told, number in whole.items():
        for code in told.strip(BAR).split(BAR):
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


class Point(NamedTuple):
    """The incidents of one finest square, some forty metres wide."""

    cell: int
    number: int
    lat: float
    lon: float
    code: str


def points(found: Rows) -> list[Point]:
    """Gather all placed incidents by their finest squares: one walk along an index.

    Most incidents share the point of their village, so these are few; windows and
    larger squares are made of them without asking the database again.
    """
    rows = (
        found.filter(cell__isnull=False)
        .order_by()
        .values("cell")
        .annotate(number=Count("*"), y=Min("lat"), x=Min("lon"), one=Min("code"))
        .values_list("cell", "number", "y", "x", "one")
    )
    return [
        Point(cell=cell, number=number, lat=lat, lon=lon, code=code)
        for cell, number, lat, lon, code in rows
        if cell is not None
    ]


def points_of_some(found: Rows) -> list[Point]:
    """Gather the placed ones of filtered rows; see `points`.

    Asked to gather them, SQLite would walk along the index of squares and look up each
    row for the filter, which takes several times as long as reading the table.
    """
    rows = found.filter(lat__isnull=False).order_by()
    made: dict[int, Point] = {}
    for cell, lat, lon, code in rows.values_list("cell", "lat", "lon", "code"):
        known = made.get(cell or 0)
        made[cell or 0] = (
            Point(cell=cell or 0, number=1, lat=lat or 0, lon=lon or 0, code=code)
            if known is None
            else known._replace(number=known.number + 1)
        )
    return list(made.values())


def inside(told: Iterable[Point], window: Window) -> Iterator[Point]:
    """Give the points in a window."""
    west, south, east, north = window.west, window.south, window.east, window.north
    turned = west > east
    for point in told:
        if south <= point.lat <= north:
            lon = point.lon
            if (lon >= west or lon <= east) if turned else (west <= lon <= east):
                yield point


def cells(told: Iterable[Point], level: int) -> list[Cell]:
    """Gather points into squares, 2 to the power of ``level`` round the world.

    The largest come first, so that small ones are drawn over them.
    """
    drop = 2 * (CELL_ZOOM - max(0, min(level, CELL_ZOOM)))
    squares: dict[int, list[Point]] = {}
    for point in told:
        squares.setdefault(point.cell >> drop, []).append(point)
    made = map(_cell, squares.values())
    return sorted(made, key=lambda one: (-one.number, one.lat, one.lon))


def _cell(held: Sequence[Point]) -> Cell:
    number = sum(point.number for point in held)
    return Cell(
        number=number,
        lat=sum(point.lat * point.number for point in held) / number,
        lon=sum(point.lon * point.number for point in held) / number,
        south=min(point.lat for point in held),
        north=max(point.lat for point in held),
        west=min(point.lon for point in held),
        east=max(point.lon for point in held),
        code=held[0].code if number == 1 else "",
    )


def extent(told: Sequence[Point]) -> Window | None:
    """Give the box around all that is placed; None where nothing is."""
    if not told:
        return None
    return Window(
        west=min(point.lon for point in told),
        south=min(point.lat for point in told),
        east=max(point.lon for point in told),
        north=max(point.lat for point in told),
    )


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


def beside(column: str) -> CombinedExpression:
    """Give a number of a row so that no index of it is walked along.

    Asked to gather by an indexed column, SQLite walks along that index and looks up
    each row for what the index lacks, which takes several times as long as reading all.
    """
    return F(column) + 0


def heaps(found: Rows, column: str) -> list[tuple[object, Heap]]:
    """Count incidents and killed by the values of a column of the catalogue."""
    rows = (
        found.order_by()
        .annotate(value=beside(column) if column == MONTH else F(column))
        .values_list("value")
        .annotate(
            number=Count("*"),
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
