"""What people type: numbers and days, in any of the three sets of digits.

Every form and address of the desk reads days here. The API alone asks for more: it takes
days as RFC 3339 writes them, and no other way.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from unicodedata import decimal

from tawthiq.lang.language import folding_key, pack_folder
from tawthiq.lang.sheets import rows

_SIGNS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Marks of direction, which come along when a day is copied out of an Arabic line."""
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})")
_IN_WORDS = re.compile(r"([0-9]{1,2})\s*[-/]?\s*(\D{2,40}?)[\s/،,-]+([0-9]{4})")
PACKS = ("ar", "en")


def western(told: str) -> str:
    """Write the digits of every script as 0 to 9; all else stays."""
    return "".join(str(decimal(c)) if c.isdecimal() else c for c in told)


def day_of(told: str) -> date | None:
    """Read a day: year, month, day, or day, month, year; the month in words if one likes.

    Args:
        told: ``2031-03-05``, ``٢٠٣١-٠٣-٠٥``, ``5/3/2031``, ``٥ آذار ٢٠٣١``,
            ``5 March 2031``.

    Returns:
        The day; None where it is none.
    """
    bare = western(_SIGNS.sub("", told)).strip()
    if found := _YEAR_FIRST.fullmatch(bare):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(bare):
        day, month, year = map(int, found.groups())
    elif found := _IN_WORDS.fullmatch(bare):
        day, year, month = int(found[1]), int(found[3]), _month_of(found[2])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_of(told: str) -> int:
    """Give the number of a month by any name that the packs know; 0 where it is none."""
    found = (_months(pack).get(_keys(pack)(told)) for pack in PACKS)
    return next((number for number in found if number), 0)


@cache
def _months(pack: str) -> Mapping[str, int]:
    """Give the months of the common calendar by their names, folded."""
    key = _keys(pack)
    return {key(name): number for name, number in _named(pack)}


def _named(pack: str) -> Iterator[tuple[str, int]]:
    for row in rows(pack_folder(pack).joinpath("words", "months.csv")):
        if row.cells["calendar"] == "gregorian":
            yield row.cells["form"], int(row.cells["code"])


@cache
def _keys(pack: str) -> Callable[[str], str]:
    return folding_key(pack)
