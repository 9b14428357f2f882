"""Pictures of the site, drawn before anybody looks: a map and a timeline as SVG parts.

They hold classes and numbers alone, no style and no script; the table beside each says
the same for who does not see it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import sqrt

from tawthiq.model.incident import Incident
from tawthiq.model.window import Window
from tawthiq.publish.drawing.outline import (
    ROOM_X,
    ROOM_Y,
    Name,
    boundaries,
    land,
    names,
)
from tawthiq.publish.drawing.projection import View, view_of
from tawthiq.publish.places import best_place

WIDTH, HEIGHT = 960, 520
WIDE, SMALL = (WIDTH, HEIGHT), (420, 280)
"""Sizes of a map: across a page, and beside its text."""
CLOSEST = {WIDE: 7.5, SMALL: 6.0}
"""Zoom of a map at most: nearer there is no line to find one's way by."""
NAMED = 30
"""Places that may be named on a map, those with most incidents first."""
GROUNDS = 4096
"""Grounds of maps that are kept while a site is written."""
BARS_HEIGHT = 120
MONTHS_MOST = 120
NARROW = 360
"""A timeline's width on a telephone."""
MONTH_WIDTH, YEAR_WIDTH = 80, 40
"""Points that the name of a month takes, and a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """Incidents at one point: where on the picture, how large, and which."""

    x: float
    y: float
    size: float
    reach: float
    name: str
    lat: float
    lon: float
    incidents: tuple[Incident, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A map: its dots, largest first, on the land with its boundaries and their names.

    ``lines`` are paths by the kind of boundary; ``places`` are the dots whose names find
    room; ``unplaced`` incidents have no point.
    """

    width: int
    height: int
    dots: tuple[Dot, ...]
    land: str
    lines: Mapping[str, str]
    names: tuple[Name, ...]
    places: tuple[Dot, ...]
    unplaced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Incidents of a month, or of a year where ``month`` is None."""

    x: float
    width: float
    y: float
    height: float
    year: int
    month: int | None
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Bars through time; ``undated`` incidents have none.

    Of every ``named``-th bar the month is named, of none where that is 0; under the bars
    at the places ``dated`` stands the year.
    """

    width: int
    height: int
    bars: tuple[Bar, ...]
    most: int
    undated: int
    named: int = 0
    dated: frozenset[int] = frozenset()

    @property
    def is_counted(self) -> bool:
        """Whether there is room for a number over each bar."""
        return len(self.bars) * MONTH_WIDTH <= 2 * self.width


def map_of(
    incidents: Sequence[Incident], *, language: str, size: tuple[int, int] = WIDE
) -> Drawing:
    """Draw the points of incidents on the land around them.

    Args:
        incidents: with the points that they are published with.
        language: of the names, ``ar`` or ``en``.
        size: of the picture, across and down.
    """
    at: dict[tuple[float, float], list[Incident]] = defaultdict(list)
    for one in incidents:
        place = best_place(one)
        if place is not None and place.lat is not None and place.lon is not None:
            at[place.lat, place.lon].append(one)
    view = view_of(_around(list(at)), *size, closest=CLOSEST[size])
    dots = sorted(
        (_dot(point, found, view, language=language) for point, found in at.items()),
        key=lambda dot: (-dot.size, dot.lat, dot.lon),
    )
    under, lines = _ground(view)
    places = tuple(_with_room(dots[:NAMED]))
    taken = ((dot.x, dot.y - dot.size) for dot in places)
    return Drawing(
        width=size[0],
        height=size[1],
        dots=tuple(dots),
        land=under,
        lines=lines,
        names=tuple(names(view, language, taken=taken)),
        places=places,
        unplaced=len(incidents) - sum(map(len, at.values())),
    )


def _with_room(dots: Sequence[Dot]) -> Iterator[Dot]:
    """Give the dots over which a name can stand without touching another."""
    taken: list[tuple[float, float]] = []
    for dot in dots:
        x, y = dot.x, dot.y - dot.size
        if dot.name and all(
            abs(x - a) > ROOM_X or abs(y - b) > ROOM_Y for a, b in taken
        ):
            taken.append((x, y))
            yield dot


def _around(points: Sequence[tuple[float, float]]) -> Window | None:
    """Give the box around points; None where there are none."""
    if not points:
        return None
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    return Window(west=min(lons), south=min(lats), east=max(lons), north=max(lats))


@lru_cache(maxsize=GROUNDS)
def _ground(view: View) -> tuple[str, Mapping[str, str]]:
    """Give the land and the boundaries; many incidents lie at the same place."""
    return land(view), boundaries(view)


def timeline_of(
    incidents: Sequence[Incident], *, backwards: bool, width: int = WIDTH
) -> Timeline:
    """Draw how many incidents there were a month, or a year where months are many.

    Args:
        incidents: with their days.
        backwards: whether time runs from right to left.
        width: of the drawing.
    """
    days = [one.date.start for one in incidents if one.date and one.date.start]
    undated = len(incidents) - len(days)
    if not days:
        return Timeline(
            width=width, height=BARS_HEIGHT, bars=(), most=0, undated=undated
        )
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    yearly = months > MONTHS_MOST
    steps = _steps(first, months, last.year if yearly else None)
    counts = Counter((d.year, None if yearly else d.month) for d in days)
    most = max(counts.values())
    wide = width / max(len(steps), width // MONTH_WIDTH)
    bars = []
    for at, step in enumerate(steps):
        number = counts[step]
        tall = round((BARS_HEIGHT - 8) * number / most, 1)
        x = width - (at + 1) * wide if backwards else at * wide
        bars.append(
            Bar(
                x=round(x + wide * 0.08, 1),
                width=round(wide * 0.84, 1),
                y=round(BARS_HEIGHT - tall, 1),
                height=tall,
                year=step[0],
                month=step[1],
                number=number,
            )
        )
    named = 0 if yearly else _named(len(steps), width)
    return Timeline(
        width=width,
        height=BARS_HEIGHT,
        bars=tuple(bars),
        most=most,
        undated=undated,
        named=named,
        dated=_dated(steps, wide, named=named),
    )


def _named(months: int, width: int) -> int:
    """Give how many months a name stands for, so that no two touch; 0 where many do."""
    room = width // MONTH_WIDTH
    return -(-months // room) if months <= 2 * room else 0


def _dated(
    steps: Sequence[tuple[int, int | None]], wide: float, *, named: int
) -> frozenset[int]:
    """Give the places of the bars under which their year stands, none touching another."""
    found: list[int] = []
    for at, (_, month) in enumerate(steps):
        begins = month in {None, 1} or at == 0
        if begins and (not found or (at - found[-1]) * wide >= YEAR_WIDTH):
            found.append(at)
    if named > 1:  # a year stands under a month that is named
        found = [-(-at // named) * named for at in found]
    return frozenset(found)


def _steps(
    first: date, months: int, last_year: int | None
) -> list[tuple[int, int | None]]:
    """Give the months from a day on; the years where a last year is told."""
    if last_year is not None:
        return [(year, None) for year in range(first.year, last_year + 1)]
    counted = (first.year * 12 + first.month - 1 + n for n in range(months))
    return [(n // 12, n % 12 + 1) for n in counted]


def _dot(
    point: tuple[float, float], found: list[Incident], view: View, *, language: str
) -> Dot:
    lat, lon = point
    place = best_place(found[0])
    radius = (place.radius_m or 0) if place is not None else 0
    return Dot(
        x=round(view.x(lon), 1),
        y=round(view.y(lat), 1),
        size=round(min(6 + 3 * sqrt(len(found) - 1), 30), 1),
        reach=round(min(view.radius(radius, lat), view.height / 2), 1),
        name=place.named(language) if place is not None else "",
        lat=lat,
        lon=lon,
        incidents=tuple(found),
    )
