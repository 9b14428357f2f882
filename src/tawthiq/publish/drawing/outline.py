"""Land, boundaries and names under a drawn map, from the file that assets/ makes."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from math import ceil, floor

from tawthiq.model.window import Window
from tawthiq.publish.drawing.clipping import Point, clipped_line, clipped_ring
from tawthiq.publish.drawing.projection import View

Label = tuple[str, str, float, float]
"""A name in Arabic and in English, its longitude and latitude."""

NEAR_ENOUGH_FOR_UNITS = 4.2
"""Zoom from which on the units of countries are drawn."""
NAMES = 26
ROOM_X, ROOM_Y = 90, 26
"""Points around a name that no other name may enter."""
EDGE_X, EDGE_Y = 40, 20
"""Points along the edges in which no name stands."""
STEPS = 4
"""Degrees in which regions are counted, see `_region`."""
REGIONS = 128
"""Regions that are kept in hand."""
STEP = 0.7
"""Points that a line moves at least; a shorter step is not seen."""


@dataclass(frozen=True, slots=True)
class Line:
    """A ring or a line with the box around it."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float

    def in_sight(self, window: Window) -> bool:
        """Whether the boxes meet."""
        return (
            self.west <= window.east
            and self.east >= window.west
            and self.south <= window.north
            and self.north >= window.south
        )

    def inside(self, window: Window) -> bool:
        """Whether the window holds it whole."""
        return (
            window.west <= self.west
            and self.east <= window.east
            and window.south <= self.south
            and self.north <= window.north
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name and where it stands, in points of the drawing."""

    text: str
    kind: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class _Outline:
    land: tuple[Line, ...]
    lines: dict[str, tuple[Line, ...]]
    labels: tuple[tuple[str, str, str, float, float], ...]


def land(view: View, *, beyond: float = 0.0) -> str:
    """Give the land as one path.

    Args:
        view: what is seen.
        beyond: how much more is drawn on each side, in widths and heights of the view:
            1 where a frame of another shape may show it.
    """
    window = _wider(view.window, beyond)
    rings = _rings_of(_land_of(_region(window)), window)
    return " ".join(_paths((one.points for one in rings), view, close="Z"))


def boundaries(view: View, *, beyond: float = 0.0) -> dict[str, str]:
    """Give boundaries as a path for each kind: country, disputed, unit; see `land`."""
    window = _wider(view.window, beyond)
    kinds = ["country", "disputed"]
    if view.zoom >= NEAR_ENOUGH_FOR_UNITS:
        kinds.append("unit")
    return {kind: _boundary(kind, view, window) for kind in kinds}


def _boundary(kind: str, view: View, window: Window) -> str:
    lines = _parts_of(_lines_of(kind, _region(window)), window)
    return " ".join(_paths((one.points for one in lines), view, close=""))


def names(view: View, lang: str, *, taken: Iterable[Point] = ()) -> list[Name]:
    """Give names that find room: units when near, countries when far.

    Args:
        view: what is seen.
        lang: of the names, ``ar`` or ``en``.
        taken: where other words stand already, in points of the drawing.
    """
    kind = "unit" if view.zoom >= NEAR_ENOUGH_FOR_UNITS else "country"
    made: list[Name] = []
    full = list(taken)
    for ar, en, lon, lat in _labels_of(kind, _region(view.window)):
        x, y = view.x(lon), view.y(lat)
        if not _shown(x, y, view):
            continue
        if any(abs(x - a) < ROOM_X and abs(y - b) < ROOM_Y for a, b in full):
            continue
        full.append((x, y))
        text = ar if lang == "ar" else en
        made.append(Name(text=text, kind=kind, x=f"{x:.0f}", y=f"{y:.0f}"))
    return made[:NAMES]


def _shown(x: float, y: float, view: View) -> bool:
    return EDGE_X < x < view.width - EDGE_X and EDGE_Y < y < view.height - EDGE_Y


def _region(window: Window) -> Window:
    """Give the window in whole steps of degrees that holds another.

    Many views lie in one region; what of the world lies in it is cut out once.
    """
    return Window(
        west=floor(window.west / STEPS) * STEPS,
        south=floor(window.south / STEPS) * STEPS,
        east=ceil(window.east / STEPS) * STEPS,
        north=ceil(window.north / STEPS) * STEPS,
    )


@lru_cache(maxsize=REGIONS)
def _land_of(region: Window) -> tuple[Line, ...]:
    return tuple(_rings_of(_outline().land, region))


@lru_cache(maxsize=REGIONS)
def _lines_of(kind: str, region: Window) -> tuple[Line, ...]:
    return tuple(_parts_of(_outline().lines[kind], region))


def _rings_of(rings: Iterable[Line], window: Window) -> Iterator[Line]:
    for one in rings:
        if one.inside(window):
            yield one
        elif one.in_sight(window) and (cut := clipped_ring(one.points, window)):
            yield _line(cut)


def _parts_of(lines: Iterable[Line], window: Window) -> Iterator[Line]:
    for one in lines:
        if one.inside(window):
            yield one
        elif one.in_sight(window):
            yield from map(_line, clipped_line(one.points, window))


@lru_cache(maxsize=REGIONS)
def _labels_of(kind: str, region: Window) -> tuple[Label, ...]:
    return tuple(
        (ar, en, lon, lat)
        for of, ar, en, lon, lat in _outline().labels
        if of == kind
        and region.west < lon < region.east
        and region.south < lat < region.north
    )


def _paths(
    lines: Iterable[Sequence[Point]], view: View, *, close: str
) -> Iterator[str]:
    for line in lines:
        drawn = [f"{x:.1f} {y:.1f}" for x, y in _steps(line, view)]
        if len(drawn) > 1:
            yield f"M{'L'.join(drawn)}{close}"


def _steps(line: Sequence[Point], view: View) -> Iterator[Point]:
    """Give a line in points of the drawing, without steps that nobody sees."""
    last: Point | None = None
    for at, (x, y) in enumerate(view.points(line)):
        far = last is None or abs(x - last[0]) >= STEP or abs(y - last[1]) >= STEP
        if far or at == len(line) - 1:
            last = x, y
            yield x, y


def _wider(window: Window, beyond: float) -> Window:
    """Give a window with more on all sides, in its own widths and heights."""
    across = (window.east - window.west) * beyond
    down = (window.north - window.south) * beyond
    return replace(
        window,
        west=window.west - across,
        south=window.south - down,
        east=window.east + across,
        north=window.north + down,
    )


@cache
def _outline() -> _Outline:
    file = files("tawthiq.publish.drawing").joinpath("outline.json")
    told = json.loads(file.read_text("utf-8"))
    return _Outline(
        tuple(map(_line, told["land"])),
        {kind: tuple(map(_line, some)) for kind, some in told["lines"].items()},
        tuple((k, ar, en, lon, lat) for k, ar, en, lon, lat in told["labels"]),
    )


def _line(points: Sequence[Sequence[float]]) -> Line:
    across = [point[0] for point in points]
    down = [point[1] for point in points]
    return Line(
        tuple((lon, lat) for lon, lat in points),
        min(across),
        min(down),
        max(across),
        max(down),
    )
