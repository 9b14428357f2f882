"""Governorates as the indexes of places know them, for checks on incidents."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from tawthiq.gazetteer.keys import place_folder
from tawthiq.gazetteer.layers import Layer, damaged
from tawthiq.gazetteer.store import PLACE_CELLS, place_of
from tawthiq.model.admin_unit import AdminUnit
from tawthiq.model.geo import distance_m
from tawthiq.model.place import Place

SAME_M = 90_000
"""Metres between two tables' middles of one governorate at most."""
SETTLED = ("city", "town", "village")


def admin_units(layers: Iterable[Layer], country: str) -> tuple[AdminUnit, ...]:
    """Give the governorates of a country, with the settlements known to lie in them.

    Args:
        layers: the indexes, the user's own first: its spelling is the one to use.
        country: as ``SY``.

    Returns:
        one unit a governorate; a settlement belongs to the governorate that its table
        names, itself or by its district. Where tables name none, points are empty.

    Raises:
        GazetteerError: an index is missing or damaged.
    """
    opened = list(layers)
    tops = [p for layer in opened for p in _places(layer, ("governorate",), country)]
    districts = [p for layer in opened for p in _places(layer, ("district",), country)]
    units = _united(tops)
    of_name = {name: at for at, unit in enumerate(units) for name in unit.names}
    for place in districts:
        at = _parent(place, of_name)
        for name in (place.name_ar, place.name_en) if at is not None else ():
            if name is not None and at is not None:
                of_name.setdefault(name, at)
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for layer in opened:
        for place in _places(layer, SETTLED, country):
            at = _parent(place, of_name)
            if at is not None:
                points[at].append((place.lat, place.lon))
    return tuple(
        AdminUnit(names=unit.names, points=tuple(points[at]))
        for at, unit in enumerate(units)
    )


def _places(layer: Layer, kinds: Iterable[str], country: str) -> Iterator[Place]:
    told = list(kinds)
    marks = ", ".join("?" * len(told))
    query = (
        f"SELECT {PLACE_CELLS} FROM place p"  # noqa: S608 - columns and marks alone
        f" WHERE p.country = ? AND p.kind IN ({marks}) ORDER BY p.row"
    )
    try:
        rows = layer.open().execute(query, (country, *told)).fetchall()
    except sqlite3.Error as fault:
        raise damaged(layer.path) from fault
    yield from (place_of(cells) for cells in rows)


def _parent(place: Place, of_name: dict[str, int]) -> int | None:
    """Give the governorate that a place's own table names, the widest unit first."""
    found = (of_name.get(name) for name in reversed(place.parent_names))
    return next((at for at in found if at is not None), None)


def _united(tops: list[Place]) -> list[AdminUnit]:
    """Bring several tables' rows of one governorate together by their Arabic names."""
    folder = place_folder()
    kept: list[tuple[Place, list[str]]] = []
    for place in tops:
        names = [name for name in (place.name_en, place.name_ar) if name]
        same = next((k for k in kept if _same(k[0], place, folder.key)), None)
        if same is None:
            kept.append((place, names))
        else:
            same[1].extend(name for name in names if name not in same[1])
    return [AdminUnit(names=tuple(names)) for _, names in kept]


def _same(one: Place, other: Place, key: Callable[[str], str]) -> bool:
    near = distance_m((one.lat, one.lon), (other.lat, other.lon)) <= SAME_M
    if not near or one.name_ar is None or other.name_ar is None:
        return False
    return key(one.name_ar) == key(other.name_ar)
