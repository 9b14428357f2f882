"""Takes plainly spelled text, gives the days written out in it, for ``published``.

The finder of dates reads far more (``find``); here only whole days count: day and month
by name, with or without the year, and days in figures. The pieces are named below and
put together once.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tawthiq.read.spelling import plain, sheet

FIRST_YEAR = 2000
LAST_YEAR = 2049
"""Years that a report may be of; a number beyond them is no year."""
TWELVE = 12


class Written(NamedTuple):
    """A day as written: where, and what of it is fixed."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    either_order: bool

    def on(self, year: int) -> dt.date | None:
        """Give the day in a year, None if the calendar has no such day."""
        return calendar_day(year, self.month, self.day)


def calendar_day(year: int, month: int, day: int) -> dt.date | None:
    """Give a day, None if there is none or no report is of that year."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def forms(name: str, key: str = "", value: str = "") -> dict[str, str]:
    """Give the plainly spelled forms of a word list with their codes."""
    return {
        plain(row.cells["form"]): row.cells["code"]
        for row in sheet(name)
        if not key or row.cells[key] == value
    }


def any_of(words: dict[str, str]) -> str:
    """Give a pattern that matches any of the words, the longest first."""
    ordered = sorted(map(re.escape, words), key=len, reverse=True)
    return "|".join(word.replace(r"\ ", r"\s+") for word in ordered)


def written_days(text: str) -> Iterator[Written]:
    """Give every day written out in a plainly spelled text."""
    pattern, months = _pattern()
    for found in pattern.finditer(text):
        part = found.groupdict()
        name = " ".join((part["month3"] or part["month4"] or "").split())
        year = part["y1"] or part["y2"] or part["y3"] or part["y4"]
        day = int(part["d1"] or part["d2"] or part["d3"] or part["d4"])
        month = months[name] if name else int(part["m1"] or part["m2"])
        either = part["slash"] == "/" and max(day, month) <= TWELVE and day != month
        yield Written(
            found.start(), found.end(), day, month, int(year) if year else None, either
        )


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, int]]:
    names = forms("months", "calendar", "gregorian")
    name = any_of(names)
    year = r"20\d\d(?!\d)"
    # «نوفمبر/ تشرين الثاني»: the second name of a month says it again.
    again = rf"(?:\s*[/(]\s*(?:{name})(?!\w)\)?)?\.?"
    gap = r"(?:\s*[,،/-]\s*|\s+)"
    year_first = rf"(?<!\d)(?P<y1>{year})[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)(?!\d)"
    figures = (
        r"(?<![\d/.-])(?P<d2>\d\d?)\s?(?P<slash>[-/.])\s?(?P<m2>\d\d?)"
        rf"\s?(?P=slash)\s?(?P<y2>{year})"
    )
    day_first = (
        rf"(?<![\d:.])(?P<d3>\d\d?)(?:st|nd|rd|th|\s+من)?(?:\s+شهر)?{gap}"
        rf"(?P<month3>{name})(?!\w){again}(?:{gap}(?:عام\s+|سنه\s+)?(?P<y3>{year}))?"
    )
    month_first = (
        rf"(?P<month4>{name})(?![^\W\d_])\.?\s*(?P<d4>\d\d?)(?:st|nd|rd|th)?(?![\d:])"
        rf"(?:{gap}(?P<y4>{year}))?"
    )
    whole = f"{year_first}|{figures}|{day_first}|{month_first}"
    return re.compile(whole), {" ".join(f.split()): int(c) for f, c in names.items()}
