"""What a program asks features by: every value is right, or the request is refused."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from urllib.parse import urlencode

from django.http import HttpRequest

from tawthiq.desk.api.answers import Problem
from tawthiq.desk.typed import day_of
from tawthiq.model.window import Window

LEAST_LIMIT, LIMIT, MOST_LIMIT = 1, 100, 1_000
CODES = ("type", "actor", "weapon", "struck", "grade", "review")
KNOWN = frozenset({"bbox", "datetime", "limit", "cursor", "f", *CODES})
LONGEST = 200
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt]")
OPEN = {"", ".."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The parameters of ``items`` (OGC 17-069r4, 7.15)."""

    bbox: Window | None
    since: date | None
    until: date | None
    limit: int
    cursor: str
    codes: dict[str, tuple[str, ...]]

    def query(self, **more: str) -> str:
        """Give the query that asks this, with some other values."""
        told: list[tuple[str, str]] = []
        if self.bbox is not None:
            told.append(("bbox", str(self.bbox)))
        if self.since is not None or self.until is not None:
            ends = (d.isoformat() if d else ".." for d in (self.since, self.until))
            told.append(("datetime", "/".join(ends)))
        told += [(key, code) for key in CODES for code in self.codes[key]]
        told += [("limit", str(self.limit)), *more.items()]
        return urlencode(told)


def asked_of(request: HttpRequest, *, known: Collection[str] = KNOWN) -> Asked:
    """Read the parameters of a request.

    Raises:
        Problem: one is unknown, told twice, or has a value that it cannot have.
    """
    only(request, known)
    query = request.GET
    since, until = interval(query.get("datetime", "../.."))
    return Asked(
        bbox=bbox(query["bbox"]) if "bbox" in query else None,
        since=since,
        until=until,
        limit=_limit(query.get("limit", str(LIMIT))),
        cursor=_text("cursor", query.get("cursor", "")),
        codes={
            key: tuple(_text(key, one) for one in query.getlist(key)) for key in CODES
        },
    )


def only(request: HttpRequest, known: Collection[str]) -> None:
    """Refuse parameters that an address does not know (requirement query-param-unknown).

    Raises:
        Problem: there is one, or one is told twice that may be told once.
    """
    for key, values in request.GET.lists():
        if key not in known:
            raise Problem(400, f"unknown parameter: {key[:LONGEST]!r}")
        if len(values) > 1 and key not in CODES:
            raise Problem(400, f"told twice: {key}")
    if request.GET.get("f", "json") != "json":
        raise Problem(400, "f: the only format is json")


def bbox(told: str) -> Window:
    """Read ``west,south,east,north``, or six numbers with heights, which are passed over.

    West above east crosses the date line (RFC 7946, 5.2).

    Raises:
        Problem: it is no box on the globe.
    """
    parts = [part.strip() for part in told.split(",")]
    if len(parts) not in {4, 6} or not all(map(_NUMBER.fullmatch, parts)):
        raise Problem(400, "bbox: four numbers: west,south,east,north")
    numbers = [float(part) for part in parts]
    west, south, *_ = numbers
    east, north = numbers[len(numbers) // 2 :][:2]
    if not all(map(isfinite, numbers)):
        raise Problem(400, "bbox: numbers must be finite")
    if not (-180 <= west <= 180 and -180 <= east <= 180):  # noqa: PLR2004
        raise Problem(400, "bbox: longitudes lie between -180 and 180")
    if not -90 <= south <= north <= 90:  # noqa: PLR2004
        raise Problem(400, "bbox: south lies below north, both between -90 and 90")
    return Window(west=west, south=south, east=east, north=north)


def interval(told: str) -> tuple[date | None, date | None]:
    """Read a day or a time, or two with a slash between; ``..`` is open.

    Raises:
        Problem: it is none, or ends before it begins.
    """
    first, slash, last = told.partition("/")
    if not slash and first in OPEN:
        raise Problem(400, "datetime: a day, or two days with / between them")
    since = None if first in OPEN else _day(first)
    until = since if not slash else None if last in OPEN else _day(last)
    if since is not None and until is not None and until < since:
        raise Problem(400, "datetime: it ends before it begins")
    return since, until


def _day(told: str) -> date:
    found = day_of(told) if _DAY.fullmatch(told) else _day_of_time(told)
    if found is None:
        raise Problem(400, "datetime: days are written YYYY-MM-DD (RFC 3339)")
    return found


def _day_of_time(told: str) -> date | None:
    if not _TIME.match(told) or not told.isascii():
        return None
    try:
        return datetime.fromisoformat(told.upper()).date()
    except ValueError:
        return None


def _limit(told: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", told) or int(told) < LEAST_LIMIT:
        raise Problem(400, f"limit: a number from {LEAST_LIMIT} to {MOST_LIMIT}")
    return min(int(told), MOST_LIMIT)  # a larger one is cut (17-069r4, 7.15.2)


def _text(name: str, told: str) -> str:
    if len(told) > LONGEST or "\0" in told or not told.isprintable():
        raise Problem(400, f"{name}: too long, or with signs that no code has")
    return told
