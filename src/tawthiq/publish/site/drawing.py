"""Pictures of the site, drawn before anybody looks: a map and a timeline as SVG parts.

They hold classes and numbers alone, no style and no script; the table beside each says
the same for who does not see it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, cos, floor, radians, sqrt

from tawthiq.model.incident import Incident
from tawthiq.publish.places import best_place

WIDTH, HEIGHT = 960, 520
WIDE, SMALL = (WIDTH, HEIGHT), (420, 280)
"""Sizes of a map: across a page, and beside its text."""
MARGIN = 28
LEAST_SPAN = 0.6
"""Degrees that a map shows at least: one point alone needs something round it."""
STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30)
MOST_LINES = 8
BARS_HEIGHT = 120
MONTHS_MOST = 120
METRES_A_DEGREE = 111_195


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
class Line:
    """A line of the graticule with its degree."""

    at: float
    degree: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A map: its dots, largest first, and its lines; ``unplaced`` have no point."""

    width: int
    height: int
    dots: tuple[Dot, ...]
    meridians: tuple[Line, ...]
    parallels: tuple[Line, ...]
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
    """Bars through time; ``undated`` incidents have none."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    most: int
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What part of the globe is shown, and how it lies on the picture."""

    south: float
    west: float
    scale: float
    narrow: float
    size: tuple[int, int]

    def x(self, lon: float) -> float:
        return round((lon - self.west) * self.narrow * self.scale, 1)

    def y(self, lat: float) -> float:
        return round(self.size[1] - (lat - self.south) * self.scale, 1)


def map_of(incidents: Sequence[Incident], *, size: tuple[int, int] = WIDE) -> Drawing:
    """Draw the points of incidents, equirectangular round their middle.

    Args:
        incidents: with the points that they are published with.
        size: of the picture, across and down.
    """
    at: dict[tuple[float, float], list[Incident]] = defaultdict(list)
    for one in incidents:
        place = best_place(one)
        if place is not None and place.lat is not None and place.lon is not None:
            at[place.lat, place.lon].append(one)
    frame = _frame(list(at) or [(0.0, 0.0)], size)
    south, west = frame.south, frame.west
    north = south + size[1] / frame.scale
    east = west + size[0] / frame.scale / frame.narrow
    step = _step(max(north - south, east - west)) if at else 0
    dots = [_dot(point, found, frame) for point, found in at.items()]
    return Drawing(
        width=size[0],
        height=size[1],
        dots=tuple(sorted(dots, key=lambda d: (-d.size, d.lat, d.lon))),
        meridians=tuple(
            Line(at=frame.x(d), degree=f"{d:g}") for d in _degrees(west, east, step)
        ),
        parallels=tuple(
            Line(at=frame.y(d), degree=f"{d:g}") for d in _degrees(south, north, step)
        ),
        unplaced=len(incidents) - sum(map(len, at.values())),
    )


def timeline_of(incidents: Sequence[Incident], *, backwards: bool) -> Timeline:
    """Draw how many incidents there were a month, or a year where months are many.

    Args:
        incidents: with their days.
        backwards: whether time runs from right to left.
    """
    days = [one.date.start for one in incidents if one.date and one.date.start]
    undated = len(incidents) - len(days)
    if not days:
        return Timeline(
            width=WIDTH, height=BARS_HEIGHT, bars=(), most=0, undated=undated
        )
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    yearly = months > MONTHS_MOST
    steps = _steps(first, months, last.year if yearly else None)
    counts = Counter((d.year, None if yearly else d.month) for d in days)
    most = max(counts.values())
    wide = WIDTH / max(len(steps), 12)
    bars = []
    for at, step in enumerate(steps):
        number = counts[step]
        tall = round((BARS_HEIGHT - 8) * number / most, 1)
        x = WIDTH - (at + 1) * wide if backwards else at * wide
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
    return Timeline(
        width=WIDTH, height=BARS_HEIGHT, bars=tuple(bars), most=most, undated=undated
    )


def _steps(
    first: date, months: int, last_year: int | None
) -> list[tuple[int, int | None]]:
    """Give the months from a day on; the years where a last year is told."""
    if last_year is not None:
        return [(year, None) for year in range(first.year, last_year + 1)]
    counted = (first.year * 12 + first.month - 1 + n for n in range(months))
    return [(n // 12, n % 12 + 1) for n in counted]


def _frame(points: Sequence[tuple[float, float]], size: tuple[int, int]) -> _Frame:
    """Fit the points into the picture."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    middle, centre = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    narrow = max(cos(radians(middle)), 0.05)
    tall = max(max(lats) - min(lats), LEAST_SPAN)
    wide = max((max(lons) - min(lons)) * narrow, LEAST_SPAN)
    margin = 4 * MARGIN
    scale = min((size[0] - margin) / wide, (size[1] - margin) / tall)
    return _Frame(
        south=middle - size[1] / scale / 2,
        west=centre - size[0] / scale / narrow / 2,
        scale=scale,
        narrow=narrow,
        size=size,
    )


def _dot(point: tuple[float, float], found: list[Incident], frame: _Frame) -> Dot:
    lat, lon = point
    place = best_place(found[0])
    radius = (place.radius_m or 0) if place is not None else 0
    return Dot(
        x=frame.x(lon),
        y=frame.y(lat),
        size=round(min(6 + 3 * sqrt(len(found) - 1), 30), 1),
        reach=round(min(radius / METRES_A_DEGREE * frame.scale, frame.size[1] / 2), 1),
        name=place.name if place is not None else "",
        lat=lat,
        lon=lon,
        incidents=tuple(found),
    )


def _step(span: float) -> float:
    """Give a round step of degrees, so that lines are few enough to be read."""
    return next((s for s in STEPS if span / s <= MOST_LINES), STEPS[-1])


def _degrees(low: float, high: float, step: float) -> list[float]:
    """Give the degrees between two at which a line is drawn."""
    if not step:
        return []
    first, last = ceil(low / step), floor(high / step)
    return [round(n * step, 2) for n in range(first, last + 1)]
