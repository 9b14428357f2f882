"""Cells of published tables: days, whole numbers, degrees, texts and lists of them."""

import re
from calendar import monthrange
from datetime import date, datetime

from tawthiq.text.formulas import unguarded

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")

Days = tuple[date, date]


class BadCellError(ValueError):
    """A cell that does not hold what its column promises: the field and its value."""

    def __init__(self, field: str, value: object) -> None:
        super().__init__(f"{field}: {value!r}")
        self.field = field
        self.value = value


def text_of(cell: object) -> str | None:
    """Give a cell's text; None where it is empty or no text."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return f"{cell:g}" if isinstance(cell, float) else str(cell)
    text = unguarded(cell) if isinstance(cell, str) else ""
    return text.strip() or None


def texts_of(cell: object) -> tuple[str, ...]:
    """Give the texts of a list, or of a cell that parts them by commas."""
    told = cell if isinstance(cell, list) else (text_of(cell) or "").split(",")
    return tuple(text for one in told if (text := text_of(one)) is not None)


def whole(field: str, cell: object) -> int | None:
    """Read a whole number; None where the cell is empty.

    Raises:
        BadCellError: it is something else.
    """
    number = decimal(field, cell)
    if number is None:
        return None
    if number != int(number):
        raise BadCellError(field, cell)
    return int(number)


def decimal(field: str, cell: object) -> float | None:
    """Read a number; None where the cell is empty.

    Raises:
        BadCellError: it is something else, or not finite.
    """
    if cell is None or cell == "":
        return None
    text = text_of(cell)
    if text is None:
        if isinstance(cell, str):
            return None
        raise BadCellError(field, cell)
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    try:
        number = float(cell) if isinstance(cell, int | float) else float(text)
    except (ValueError, OverflowError):
        raise BadCellError(field, cell) from None
    if number != number or number in (float("inf"), float("-inf")):  # noqa: PLR0124
        raise BadCellError(field, cell)
    return number


def days_of(field: str, cell: object) -> Days | None:
    """Read a day, month or year as its first and last day; None where it is empty.

    Raises:
        BadCellError: it is none of ``2018-11-19``, an ISO time, ``2018-11``, ``2018``.
    """
    text = text_of(cell)
    if text is None:
        return None
    try:
        if month := _MONTH.fullmatch(text):
            year, number = int(month[1]), int(month[2])
            last = monthrange(year, number)[1]
            return date(year, number, 1), date(year, number, last)
        if _YEAR.fullmatch(text):
            return date(int(text), 1, 1), date(int(text), 12, 31)
        day = _day(text)
    except ValueError:
        raise BadCellError(field, cell) from None
    return day, day


def _day(text: str) -> date:
    if len(text) <= len("2018-11-19"):
        return date.fromisoformat(text)
    return datetime.fromisoformat(text).date()
