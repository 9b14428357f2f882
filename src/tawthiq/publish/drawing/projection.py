"""From degrees to the points of a drawing, as web maps do it (Mercator)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import asinh, atan, cos, degrees, log2, pi, radians, sinh, tan

from tawthiq.model.window import Window

WIDTH, HEIGHT = 1000, 560
"""Of a drawn map, in its own points."""
TILE = 512
"""Points of the whole world at zoom 0, as MapLibre counts."""
CLOSEST, WIDEST = 7.5, 1.0
MARGIN = 0.12
"""Of the drawing, left free around what is drawn."""
EDGE = 85.0
EQUATOR_M = 40_075_016.7
"""Length of the equator in metres (WGS 84)."""
EVERYTHING = Window(west=25, south=12, east=63, north=43)
"""Where nothing is placed: from the Nile to the Indus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A middle in degrees and a zoom, drawn on `WIDTH` by `HEIGHT` points."""

    lat: float
    lon: float
    zoom: float
    width: int = WIDTH
    height: int = HEIGHT

    def x(self, lon: float) -> float:
        """Give the distance from the left."""
        return self._size * ((lon - self.lon) / 360) + self.width / 2

    def y(self, lat: float) -> float:
        """Give the distance from the top."""
        return self._size * (_row(lat) - _row(self.lat)) + self.height / 2

    def points(
        self, line: Iterable[tuple[float, float]]
    ) -> Iterator[tuple[float, float]]:
        """Give longitudes and latitudes as distances from the left and the top."""
        size, row = self._size, _row(self.lat)
        for lon, lat in line:
            x = size * ((lon - self.lon) / 360) + self.width / 2
            yield x, size * (_row(lat) - row) + self.height / 2

    def radius(self, metres: float, lat: float) -> float:
        """Give a length on the ground in points of the drawing."""
        return metres * self._size / (EQUATOR_M * cos(radians(min(abs(lat), EDGE))))

    @property
    def window(self) -> Window:
        """The box that is seen."""
        wide = self.width / self._size * 180
        middle, half = _row(self.lat), self.height / self._size / 2
        return Window(
            west=max(-180.0, self.lon - wide),
            south=_lat(middle + half),
            east=min(180.0, self.lon + wide),
            north=_lat(middle - half),
        )

    @property
    def _size(self) -> float:
        return TILE * 2**self.zoom


def view_of(
    window: Window | None,
    width: int = WIDTH,
    height: int = HEIGHT,
    *,
    closest: float = CLOSEST,
) -> View:
    """Give the closest view that shows a window whole, and lines around it."""
    seen = EVERYTHING if window is None else window
    east = seen.east if seen.east >= seen.west else seen.east + 360
    across = max((east - seen.west) / 360, 1e-9)
    down = max(_row(seen.south) - _row(seen.north), 1e-9)
    room = 1 - 2 * MARGIN
    zoom = min(log2(room * width / TILE / across), log2(room * height / TILE / down))
    return View(
        lat=_lat((_row(seen.south) + _row(seen.north)) / 2),
        lon=(seen.west + east) / 2,
        zoom=max(WIDEST, min(closest, zoom)),
        width=width,
        height=height,
    )


def looking_at(told: str) -> View | None:
    """Read ``lat,lon,zoom`` as an address keeps a view; None where it is none."""
    try:
        lat, lon, zoom = (float(part) for part in told.split(","))
    except ValueError:
        return None
    # A number that is none is in no range.
    if not (-EDGE <= lat <= EDGE and -180 <= lon <= 180 and 0 <= zoom <= 24):  # noqa: PLR2004
        return None
    return View(lat=lat, lon=lon, zoom=zoom)


def _row(lat: float) -> float:
    """Say how far down the world a latitude lies, from 0 to 1."""
    held = max(-EDGE, min(EDGE, lat))
    return (1 - asinh(tan(radians(held))) / pi) / 2


def _lat(row: float) -> float:
    return degrees(atan(sinh(pi * (1 - 2 * row))))
