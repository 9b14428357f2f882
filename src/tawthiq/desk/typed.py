"""What people type: numbers and days, in any of the three sets of digits.

Every form and address of the desk reads days here. The API alone asks for more: it takes
days as RFC 3339 writes them, and no other way.
"""

import re
from datetime import date
from unicodedata import decimal

_SIGNS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Marks of direction, which come along when a day is copied out of an Arabic line."""
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})")


def western(told: str) -> str:
    """Write the digits of every script as 0 to 9; all else stays."""
    return "".join(str(decimal(c)) if c.isdecimal() else c for c in told)


def day_of(told: str) -> date | None:
    """Read a day: year, month, day, or day, month, year; a hyphen or a stroke between.

    Args:
        told: ``2031-03-05``, ``٢٠٣١-٠٣-٠٥``, ``5/3/2031``.

    Returns:
        The day; None where it is none.
    """
    bare = western(_SIGNS.sub("", told)).strip()
    if found := _YEAR_FIRST.fullmatch(bare):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(bare):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
