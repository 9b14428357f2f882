"""The map as a drawing: squares of incidents, and circles as wide as what is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from tawthiq.desk.incidents.finding import Cell
from tawthiq.publish.drawing import outline
from tawthiq.publish.drawing.projection import View

LEAST, MOST = 5.0, 240.0
"""Points of the smallest and the widest circle."""
CLUSTER_LEAST, CLUSTER_MOST = 11.0, 34.0
VIEWS = 32
"""Views whose land is kept in hand: a desk opens on few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A circle: one incident with the radius of its place, or several with a number."""

    x: str
    y: str
    r: str
    number: int
    code: str
    bbox: str
    imprecise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """All that the template of a drawn map needs."""

    width: int
    height: int
    land: str
    lines: Mapping[str, str]
    names: Sequence[outline.Name]
    marks: Sequence[Mark]

    @property
    def thrice(self) -> int:
        """The width with as much again on both sides, which a wide frame shows."""
        return 3 * self.width


def chart_of(
    found: Sequence[Cell], radii: Mapping[str, int | None], *, view: View, lang: str
) -> Chart:
    """Draw squares of incidents.

    Args:
        found: the squares, largest first.
        radii: by code, how far around its point an incident may lie, in metres.
        view: where to look.
        lang: of the names, ``ar`` or ``en``.
    """
    land, lines = _ground(view)
    return Chart(
        width=view.width,
        height=view.height,
        land=land,
        lines=lines,
        names=outline.names(view, lang),
        marks=[_mark(one, radii, view) for one in found],
    )


@lru_cache(maxsize=VIEWS)
def _ground(view: View) -> tuple[str, Mapping[str, str]]:
    return outline.land(view, beyond=1), outline.boundaries(view, beyond=1)


def _mark(one: Cell, radii: Mapping[str, int | None], view: View) -> Mark:
    if one.code:
        wide = view.radius(radii.get(one.code) or 0, one.lat)
        radius = max(LEAST, min(MOST, wide))
    else:
        radius = min(CLUSTER_MOST, CLUSTER_LEAST + sqrt(one.number))
    ends = (one.west, one.south, one.east, one.north)
    return Mark(
        x=f"{view.x(one.lon):.1f}",
        y=f"{view.y(one.lat):.1f}",
        r=f"{radius:.1f}",
        number=one.number,
        code=one.code,
        bbox=",".join(f"{end:.5f}" for end in ends),
        imprecise=bool(one.code) and radius > 4 * LEAST,
    )
