"""Cuts rings and lines at the edges of a window: what nobody sees is not drawn."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawthiq.model.window import Window

Point = tuple[float, float]
"""Longitude and latitude, degrees."""


class _Side(NamedTuple):
    """What lies on one side of a straight line along an axis: 0 for lon, 1 for lat."""

    axis: int
    edge: float
    sign: int

    def holds(self, point: Point) -> bool:
        return (point[self.axis] - self.edge) * self.sign >= 0

    def crossing(self, one: Point, other: Point) -> Point:
        part = (self.edge - one[self.axis]) / (other[self.axis] - one[self.axis])
        if self.axis == 0:
            return (self.edge, one[1] + part * (other[1] - one[1]))
        return (one[0] + part * (other[0] - one[0]), self.edge)

    def cut(self, ring: Sequence[Point]) -> Iterator[Point]:
        for at, point in enumerate(ring):
            inside = self.holds(point)
            if inside != self.holds(ring[at - 1]):
                yield self.crossing(ring[at - 1], point)
            if inside:
                yield point


def clipped_ring(ring: Sequence[Point], window: Window) -> list[Point]:
    """Cut a ring at a window (Sutherland and Hodgman 1974); empty where it is outside.

    Args:
        ring: longitudes and latitudes, closed or not.
        window: one that does not cross the date line.
    """
    kept = list(ring)
    for side in (
        _Side(0, window.west, 1),
        _Side(0, window.east, -1),
        _Side(1, window.south, 1),
        _Side(1, window.north, -1),
    ):
        kept = list(side.cut(kept))
    return kept


def clipped_line(line: Sequence[Point], window: Window) -> Iterator[list[Point]]:
    """Give the parts of a line that a window shows, each with one point beyond it.

    Args:
        line: longitudes and latitudes.
        window: one that does not cross the date line.
    """
    part: list[Point] = []
    for at in range(1, len(line)):
        one, other = line[at - 1], line[at]
        if _apart(one, other, window):
            if part:
                yield part
            part = []
        else:
            part = part or [one]
            part.append(other)
    if part:
        yield part


def _apart(one: Point, other: Point, window: Window) -> bool:
    """Whether a straight piece lies wholly to one side of a window."""
    return (
        max(one[0], other[0]) < window.west
        or min(one[0], other[0]) > window.east
        or max(one[1], other[1]) < window.south
        or min(one[1], other[1]) > window.north
    )
