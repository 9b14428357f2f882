"""A row of a table on its way to be an entry, and what may be wrong with it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.gazetteer.keys import key_of, keys_of, without_parent
from tawthiq.gazetteer.ladder import STEPS
from tawthiq.gazetteer.store import Entry
from tawthiq.model.place import Place

MOST_LAT, MOST_LON = 90, 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One row as read: names in Arabic and English as far as it has them.

    ``parents`` are names of what contains it, nearest first; ``line`` is the row's line
    in its file; ``id`` is empty where the table has none that holds outside it.
    """

    line: int
    name_ar: str | None
    name_en: str | None
    lat: float
    lon: float
    kind: str
    id: str = ""
    alternates: tuple[str, ...] = ()
    population: int = 0
    country: str = ""
    pcode: str | None = None
    parents: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The row's own names, Arabic first."""
        return tuple(name for name in (self.name_ar, self.name_en) if name)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFault:
    """A row that was left out: its line, and why, in Arabic and English."""

    line: int
    ar: str
    en: str


class BadRowError(Exception):
    """A row cannot be a place; carries why in Arabic and English."""

    def __init__(self, *, ar: str, en: str) -> None:
        super().__init__(en)
        self.ar = ar
        self.en = en

    def at(self, line: int) -> RowFault:
        """Give the fault with its line."""
        return RowFault(line=line, ar=self.ar, en=self.en)


def point_of(lat: str, lon: str) -> tuple[float, float]:
    """Read a point in degrees.

    Raises:
        BadRowError: a cell is empty or no number, the point lies off the globe, or it
            is 0, 0, which tables write for an unknown point.
    """
    if not lat.strip() or not lon.strip():
        raise BadRowError(ar="لا إحداثيات لهذا السطر", en="the row has no coordinates")
    try:
        point = float(lat), float(lon)
    except ValueError:
        raise BadRowError(
            ar=f"الإحداثيات ليست أرقاماً: {lat!r}، {lon!r}",
            en=f"the coordinates are no numbers: {lat!r}, {lon!r}",
        ) from None
    if not (abs(point[0]) <= MOST_LAT and abs(point[1]) <= MOST_LON):
        raise BadRowError(
            ar=f"الإحداثيات خارج الكرة الأرضية: {lat}، {lon}",
            en=f"the coordinates lie off the globe: {lat}, {lon}",
        )
    if point == (0.0, 0.0):
        raise BadRowError(ar="الإحداثيات صفر، صفر", en="the coordinates are 0, 0")
    return point


def named(name_ar: str | None, name_en: str | None) -> None:
    """Refuse a row without a name.

    Raises:
        BadRowError: neither name holds a letter.
    """
    if not any(name and key_of(name) for name in (name_ar, name_en)):
        raise BadRowError(ar="لا اسم في هذا السطر", en="the row has no name")


def entry_of(draft: Draft, *, source: str, country: str = "") -> Entry:
    """Make the entry of a row.

    Args:
        draft: the row.
        source: the table's name; it enters the id where the row has none.
        country: the country of rows that name none.
    """
    step = STEPS[draft.kind]
    place = Place(
        id=draft.id or f"user:{_digest(source, draft)}",
        name_ar=_shown(draft.name_ar, draft.parents),
        name_en=_shown(draft.name_en, draft.parents),
        lat=draft.lat,
        lon=draft.lon,
        kind=draft.kind,
        precision=step.precision,
        radius_m=step.radius_m,
        population=draft.population,
        country=draft.country or country,
        pcode=draft.pcode,
        parent_names=draft.parents,
    )
    keys = keys_of(draft.names, alternates=draft.alternates, parents=draft.parents)
    return Entry(place=place, keys=keys)


def _shown(name: str | None, parents: Sequence[str]) -> str | None:
    """Give a name without the parent's name that tables add to tell two apart."""
    return without_parent(name, parents) if name else None


def _digest(source: str, draft: Draft) -> str:
    cells = (source, *draft.names, f"{draft.lat:.5f}", f"{draft.lon:.5f}")
    return hashlib.sha256("\x1f".join(cells).encode()).hexdigest()[:12]
