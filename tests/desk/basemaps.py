"""A basemap of our own making: an archive of one vector tile, half land, half water.

PMTiles is written by its own library; the tile by the few lines of protocol buffers that
it takes (Mapbox Vector Tile Specification 2.1).
"""

import gzip
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

EXTENT = 4096
"""Units across a tile."""
COAST = 38.5
"""Degrees east; the invented world ends there and the water begins."""
CREDIT = '<a href="https://nowhere.example">Mapped by <b>nobody</b></a>'
POLYGON = 3
MOVE, LINE, CLOSE = 1, 2, 7
Corner = tuple[int, int]


def basemap() -> bytes:
    """Give the archive: the whole world in one tile."""
    file = BytesIO()
    untyped: Any = Writer  # the library tells no types
    writer = untyped(file)
    writer.write_tile(zxy_to_tileid(0, 0, 0), gzip.compress(tile(), mtime=0))
    writer.finalize(
        {
            "tile_type": TileType.MVT,
            "tile_compression": Compression.GZIP,
            "min_lon_e7": int(-180e7),
            "min_lat_e7": int(-85e7),
            "max_lon_e7": int(180e7),
            "max_lat_e7": int(85e7),
            "center_zoom": 0,
            "center_lon_e7": 0,
            "center_lat_e7": 0,
        },
        {"attribution": CREDIT, "vector_layers": [{"id": "earth"}, {"id": "water"}]},
    )
    return file.getvalue()


def tile() -> bytes:
    """Give the tile: land everywhere, and water from `COAST` on."""
    coast = int((COAST + 180) / 360 * EXTENT)
    return layer("earth", box(0)) + layer("water", box(coast))


def box(west: int) -> Sequence[Corner]:
    """Give a box from here to the end of the world, clockwise as outer rings are."""
    return ((west, 0), (EXTENT, 0), (EXTENT, EXTENT), (west, EXTENT))


def layer(name: str, corners: Sequence[Corner]) -> bytes:
    """Give a layer of one polygon (layer 3 of a tile: version, name, feature, extent)."""
    drawn = field(4, b"".join(map(varint, geometry(corners))))
    feature = varint(3 << 3) + varint(POLYGON) + drawn
    told = field(1, name.encode()) + field(2, feature)
    told += varint(5 << 3) + varint(EXTENT) + varint(15 << 3) + varint(2)
    return field(3, told)


def geometry(corners: Sequence[Corner]) -> Iterable[int]:
    """Write a ring as the commands of the specification (4.3)."""
    at = (0, 0)
    for number, corner in enumerate(corners):
        if number == 0:
            yield MOVE | 1 << 3
        elif number == 1:
            yield LINE | (len(corners) - 1) << 3
        yield from (zigzag(corner[axis] - at[axis]) for axis in (0, 1))
        at = corner
    yield CLOSE | 1 << 3


def zigzag(number: int) -> int:
    """Write a number that may be below nought."""
    return number << 1 if number >= 0 else (-number << 1) - 1


def field(number: int, told: bytes) -> bytes:
    """Write bytes with their length."""
    return varint(number << 3 | 2) + varint(len(told)) + told


def varint(number: int) -> bytes:
    """Write a number in sevens of bits."""
    made = bytearray()
    while number > 0x7F:
        made.append(number & 0x7F | 0x80)
        number >>= 7
    made.append(number)
    return bytes(made)
