"""What a reader asks incidents by: the query of the address is the whole state.

Values that are none (a word where a number stands, a box that is no box) are left out,
so that a cut link still opens a page; what was understood is shown on it.
"""

from dataclasses import dataclass, fields, replace
from datetime import date
from math import isfinite
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from tawthiq.desk.typed import day_of
from tawthiq.model.window import Window

CODES = ("type", "actor", "weapon", "struck", "grade", "precision", "review")
"""Keys that may be told several times; any of the values will do."""
LARGEST = 2**31 - 1
LONGEST = 200
"""Signs of a name of a place that are looked at."""
MOST_CODES = 40
POLE, DATE_LINE = 90.0, 180.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The filters of a list, a map or a picture; all of them must hold.

    ``first`` and ``last`` are days (``from`` and ``to`` in the address); ``least`` and
    ``most`` bound the killed; ``place`` is any part of a name of place or unit;
    ``placed`` is ``yes`` or ``no``, or empty for both.
    """

    type: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    weapon: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    grade: tuple[str, ...] = ()
    precision: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    least: int | None = None
    most: int | None = None
    place: str = ""
    placed: str = ""
    bbox: Window | None = None

    def query(self, **more: object) -> str:
        """Give the query of an address that asks this, and more where told."""
        return urlencode([*self.pairs(), *((k, v) for k, v in more.items() if v)])

    def pairs(self) -> list[tuple[str, str]]:
        """Give keys and values as an address and a form hold them."""
        told: list[tuple[str, str]] = []
        for key in CODES:
            told += [(key, code) for code in getattr(self, key)]
        single = {
            "from": self.first.isoformat() if self.first else "",
            "to": self.last.isoformat() if self.last else "",
            "least": "" if self.least is None else str(self.least),
            "most": "" if self.most is None else str(self.most),
            "place": self.place,
            "placed": self.placed,
            "bbox": str(self.bbox) if self.bbox else "",
        }
        return told + [(key, value) for key, value in single.items() if value]

    def without(self, *keys: str) -> "Asked":
        """Give it without these filters, named as the fields are."""
        bare = Asked()
        return replace(self, **{key: getattr(bare, key) for key in keys})

    def with_codes(self, key: str, codes: tuple[str, ...]) -> "Asked":
        """Give it with these values of one filter."""
        chosen: dict[str, Any] = {key: codes}
        return replace(self, **chosen)

    @property
    def plain(self) -> bool:
        """Whether nothing is asked: all incidents."""
        return all(not getattr(self, one.name) for one in fields(self)) and (
            self.least is None and self.most is None
        )


def asked_of(query: QueryDict) -> Asked:
    """Read the filters of an address."""
    codes = {key: _codes(query.getlist(key)) for key in CODES}
    placed = query.get("placed", "")
    return Asked(
        **codes,
        first=day_of(query.get("from", "")),
        last=day_of(query.get("to", "")),
        least=_number(query.get("least", "")),
        most=_number(query.get("most", "")),
        place=" ".join(query.get("place", "").replace("\0", "").split())[:LONGEST],
        placed=placed if placed in {"yes", "no"} else "",
        bbox=window_of(query.get("bbox", "")),
    )


def window_of(told: str) -> Window | None:
    """Read ``west,south,east,north``; None where that is no box on the globe."""
    parts = told.split(",")
    if len(parts) != 4:  # noqa: PLR2004 - the four ends
        return None
    try:
        west, south, east, north = (float(part) for part in parts)
    except ValueError:
        return None
    if not all(map(isfinite, (west, south, east, north))):
        return None
    west, east = _round_the_world(west, east)
    if not -POLE <= south <= north <= POLE:
        return None
    return Window(west=west, south=south, east=east, north=north)


def _round_the_world(west: float, east: float) -> tuple[float, float]:
    """Bring both into -180 to 180; a map that was turned round knows larger ones."""
    if east - west >= 2 * DATE_LINE:
        return -DATE_LINE, DATE_LINE
    return _turned(west), _turned(east)


def _turned(lon: float) -> float:
    if -DATE_LINE <= lon <= DATE_LINE:
        return lon
    return (lon + DATE_LINE) % (2 * DATE_LINE) - DATE_LINE


def _codes(told: list[str]) -> tuple[str, ...]:
    kept = (one[:LONGEST].replace("|", "").replace("\0", "") for one in told)
    return tuple(sorted({one for one in kept if one})[:MOST_CODES])


def _number(told: str) -> int | None:
    try:
        number = int(told)  # takes the digits of every script
    except ValueError:
        return None
    return number if 0 <= number <= LARGEST else None
