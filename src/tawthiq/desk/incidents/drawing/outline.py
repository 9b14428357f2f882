"""Land, boundaries and names under a drawn map, from the file that assets/ makes."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from tawthiq.desk.incidents.asked import Window
from tawthiq.desk.incidents.drawing.projection import View

Point = tuple[float, float]

NEAR_ENOUGH_FOR_UNITS = 4.2
"""Zoom from which on the units of countries are drawn."""
NAMES = 26
ROOM_X, ROOM_Y = 90, 26
"""Points around a name that no other name may enter."""


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


def land(view: View) -> str:
    """Give the land as one path."""
    return " ".join(_paths(_outline().land, view, close="Z"))


def boundaries(view: View) -> dict[str, str]:
    """Give boundaries as a path for each kind: country, disputed, unit."""
    told = _outline().lines
    kinds = ["country", "disputed"]
    if view.zoom >= NEAR_ENOUGH_FOR_UNITS:
        kinds.append("unit")
    return {kind: " ".join(_paths(told[kind], view, close="")) for kind in kinds}


def names(view: View, lang: str) -> list[Name]:
    """Give names that find room: units when near, countries when far."""
    kind = "unit" if view.zoom >= NEAR_ENOUGH_FOR_UNITS else "country"
    made: list[Name] = []
    taken: list[Point] = []
    for of, ar, en, lon, lat in _outline().labels:
        x, y = view.x(lon), view.y(lat)
        if of != kind or not (40 < x < view.width - 40 and 20 < y < view.height - 20):  # noqa: PLR2004
            continue
        if any(abs(x - a) < ROOM_X and abs(y - b) < ROOM_Y for a, b in taken):
            continue
        taken.append((x, y))
        made.append(
            Name(text=ar if lang == "ar" else en, kind=kind, x=f"{x:.0f}", y=f"{y:.0f}")
        )
    return made[:NAMES]


def _paths(lines: Iterable[Line], view: View, *, close: str) -> Iterator[str]:
    window = _wider(view.window)
    for line in lines:
        if not line.in_sight(window):
            continue
        drawn: list[str] = []
        for lon, lat in line.points:
            point = f"{view.x(lon):.1f} {view.y(lat):.1f}"
            if not drawn or point != drawn[-1]:
                drawn.append(point)
        if len(drawn) > 1:
            yield f"M{'L'.join(drawn)}{close}"


def _wider(window: Window) -> Window:
    """Give a window with as much again on all sides: a frame of another shape shows it."""
    across, down = window.east - window.west, window.north - window.south
    return replace(
        window,
        west=window.west - across,
        south=window.south - down,
        east=window.east + across,
        north=window.north + down,
    )


@cache
def _outline() -> _Outline:
    file = files("tawthiq.desk.incidents.drawing").joinpath("outline.json")
    told = json.loads(file.read_text("utf-8"))
    return _Outline(
        tuple(map(_line, told["land"])),
        {kind: tuple(map(_line, some)) for kind, some in told["lines"].items()},
        tuple((k, ar, en, lon, lat) for k, ar, en, lon, lat in told["labels"]),
    )


def _line(points: list[list[float]]) -> Line:
    across = [point[0] for point in points]
    down = [point[1] for point in points]
    return Line(
        tuple((lon, lat) for lon, lat in points),
        min(across),
        min(down),
        max(across),
        max(down),
    )
