"""Plain values of a proposal, each read strictly: what is no such value is refused."""

from datetime import date
from enum import StrEnum
from typing import TypeVar

from tawthiq.model.vocabulary import DatePrecision, Wording

Word = TypeVar("Word", bound=StrEnum)

MOST_PEOPLE = 10_000_000
WEEK, MONTH = 7, 31
"""Days of a week, and the most of a month."""


class Why(StrEnum):
    """Why something was dropped."""

    FORM = "form"
    QUOTE = "quote"
    CODE = "code"
    NUMBER = "number"
    MANY = "many"


class RefusedError(Exception):
    """A value that is not kept."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def word(kind: type[Word], told: object, default: Word | None) -> Word:
    """Read a word of a closed vocabulary; ``default`` where nothing is said.

    Raises:
        RefusedError: it is no word of it.
    """
    if told is None and default is not None:
        return default
    if not isinstance(told, str) or told not in set(kind):
        raise RefusedError(Why.CODE)
    return kind(told)


def is_number(value: object) -> bool:
    """Say whether a value is a number; JSON's true is none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def people(value: object) -> int | None:
    """Read a number of people.

    Raises:
        RefusedError: it is none.
    """
    if value is None:
        return None
    if type(value) is not int or not 0 <= value <= MOST_PEOPLE:
        raise RefusedError(Why.NUMBER)
    return value


def wording(low: int | None, high: int | None) -> Wording:
    """Say how bounds are usually put into words."""
    if low is None and high is None:
        return Wording.VAGUE
    if low is None:
        return Wording.UP_TO
    if high is None:
        return Wording.AT_LEAST
    return Wording.EXACT if low == high else Wording.RANGE


def day(value: object) -> date | None:
    """Read a day.

    Raises:
        RefusedError: it is none.
    """
    if value is None:
        return None
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise RefusedError(Why.NUMBER) from None


def precision(start: date | None, end: date | None) -> DatePrecision:
    """Say how finely two days fix a date."""
    if start is None or end is None or start == end:
        return DatePrecision.DAY
    days = (end - start).days + 1
    if days < WEEK:
        return DatePrecision.DAYS
    if days == WEEK:
        return DatePrecision.WEEK
    return DatePrecision.MONTH if days <= MONTH else DatePrecision.YEAR
