"""Dates written in figures: «14-02-2018», «2018/11/18», «26.04.22», and their parts."""

import re

_PARTS = re.compile(r"[./\-]")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_FIRST_HIJRI, _LAST_HIJRI = 1343, 1500
_MONTHS, _MONTH_DAYS = 12, 31
_TRIPLE, _PAIR, _YEAR_LETTERS = 3, 2, 4
_CENTURY_TURNS = 50

Typed = tuple[str, dict[str, int | None]]


def is_year(number: int) -> bool:
    """Whether a number can name a year, Gregorian or Hijri, of which news speaks."""
    return _FIRST_YEAR <= number <= _LAST_YEAR or _FIRST_HIJRI <= number <= _LAST_HIJRI


def is_short_year(written: str) -> bool:
    """Whether digits can be a year without its century: ``90``."""
    return written.isdigit() and len(written) == _PAIR


def full_year(written: str) -> int:
    """Give the year that two digits mean: of the 1900s from 50 on, else of the 2000s.

    Args:
        written: two digits.
    """
    year = int(written)
    return year + (1900 if year >= _CENTURY_TURNS else 2000)


def read(written: str) -> Typed | None:
    """Say what a number of folded digits can be in a date.

    Args:
        written: digits, with ``/ . -`` between the parts of a date.

    Returns:
        ``day`` (``value``, ``to`` of a range), ``year`` (``value``), ``years``
        (``value``, ``to``), ``numeric_date`` (``day``, ``month``, ``year``; the day
        first unless it cannot be) or ``day_month`` (``day``, ``month``); None where it
        can be none of them.
    """
    texts = _PARTS.split(written)
    if not all(t.isdigit() for t in texts):
        return None
    parts = [int(t) for t in texts]
    if len(parts) == 1:
        return _single(texts[0], parts[0])
    if len(parts) == _PAIR:
        return _pair(written, parts)
    if len(parts) == _TRIPLE:
        return _triple(texts, parts)
    return None


def _single(text: str, number: int) -> Typed | None:
    if len(text) == _YEAR_LETTERS and is_year(number):
        return "year", {"value": number}
    if len(text) <= _PAIR and 1 <= number <= _MONTH_DAYS:
        return "day", {"value": number, "to": None}
    return None


def _pair(written: str, parts: list[int]) -> Typed | None:
    left, right = parts
    if is_year(left) and is_year(right) and left < right:
        return "years", {"value": left, "to": right}
    if "-" in written and 1 <= left < right <= _MONTH_DAYS:
        return "day", {"value": left, "to": right}
    if 1 <= left <= _MONTH_DAYS and 1 <= right <= _MONTHS:
        return "day_month", {"day": left, "month": right}
    return None


def _triple(texts: list[str], parts: list[int]) -> Typed | None:
    if len(texts[0]) == _YEAR_LETTERS:
        parts.reverse()
        texts.reverse()
    day, month, year = parts
    if len(texts[2]) == _PAIR:
        year += 2000
    if month > _MONTHS >= day:
        day, month = month, day
    if is_year(year) and 1 <= month <= _MONTHS and 1 <= day <= _MONTH_DAYS:
        return "numeric_date", {"day": day, "month": month, "year": year}
    return None
