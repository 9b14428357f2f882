"""Calendar arithmetic on the Gregorian calendar: whole months, weeks, seasons, steps.

Everything here is a pure function of days; the Hijri calendar needs tables and lives
in ``resolve/dates.py``. Stretches of days hold both of their ends.
"""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
WEEK = 7
MONTHS = 12
DECEMBER = 12
THIRD = 10
"""Days in the first and in the second part of a month («مطلع», «منتصف»)."""

QUARTER = 3
LONGEST_MONTH, LONGEST_SEASON = 31, 92

SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First month of each season, as meteorologists and news cut the year."""

EDGES = ("start", "middle", "end")


class Days(NamedTuple):
    """A stretch of days, both ends included."""

    start: date
    end: date

    @property
    def length(self) -> int:
        """Count the days."""
        return (self.end - self.start).days + 1


def one(day: date) -> Days:
    """Give the stretch that holds one day."""
    return Days(day, day)


def month_of(year: int, month: int) -> Days:
    """Give all days of a month; ValueError if there is no such month."""
    first = date(year, month, 1)
    return Days(first, first.replace(day=calendar.monthrange(year, month)[1]))


def year_of(year: int) -> Days:
    """Give all days of a year."""
    return Days(date(year, 1, 1), date(year, DECEMBER, 31))


def week_of(day: date) -> Days:
    """Give the week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=WEEK - 1))


def season_of(year: int, season: str) -> Days:
    """Give the three months of a season; a winter begins in the year named."""
    start = SEASON_STARTS[season]
    first = month_of(year, start)
    last = add_months(first.start, 2)
    return Days(first.start, month_of(last.year, last.month).end)


def add_months(day: date, months: int) -> date:
    """Step by whole months; a day that the month lacks becomes its last day."""
    years, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    found = month_of(years, month + 1)
    return min(found.start + timedelta(days=day.day - 1), found.end)


def add_days(day: date, days: int) -> date:
    """Step by days."""
    return day + timedelta(days=days)


def weekday_until(day: date, weekday: int) -> date:
    """Give the nearest such weekday (Monday is 0) up to and including ``day``."""
    return add_days(day, -((day.weekday() - weekday) % WEEK))


def weekday_near(day: date, weekday: int) -> date:
    """Give the nearest such weekday on either side of ``day``.

    Used where a report says that the weekday *is* today or yesterday, so that a post
    that was stamped in another time zone is still dated by its words.
    """
    before = weekday_until(day, weekday)
    after = add_days(before, WEEK)
    return before if day - before <= after - day else after


def _part_of(days: Days, part: str) -> Days:
    """Give one of equal parts: ``1/2`` of a month is its first half."""
    nth, of = (int(n) for n in part.split("/"))
    if days.length > LONGEST_SEASON:
        months = MONTHS // of
        first = add_months(days.start, months * (nth - 1))
        return Days(first, add_days(add_months(first, months), -1))
    size = days.length // of
    first = add_days(days.start, size * (nth - 1))
    return Days(first, days.end if nth == of else add_days(first, size - 1))


def edge_of(days: Days, edge: str) -> Days:
    """Give the start, middle or end of a week, a month, a season or a year.

    A month is cut in tens of days. Of a year the first and last three months are its
    start and end, June and July its middle. Of a week or less the start is its first
    day, the end its last.

    Args:
        days: the stretch.
        edge: ``start``, ``middle``, ``end``, or one of equal parts: ``1/2``, ``4/4``.
    """
    if "/" in edge:
        return _part_of(days, edge)
    place = EDGES.index(edge)
    if days.length <= WEEK:
        size = max(1, days.length // 3)
        first, last = add_days(days.start, size - 1), add_days(days.end, 1 - size)
    elif days.length <= LONGEST_MONTH:
        first = add_days(days.start, THIRD - 1)
        last = add_days(days.start, 2 * THIRD)
    else:
        months = QUARTER if days.length > LONGEST_SEASON else 1
        first = add_days(add_months(days.start, months), -1)
        last = add_months(add_days(days.end, 1), -months)
    if edge == "middle" and days.length > LONGEST_SEASON:
        middle = add_months(days.start, MONTHS // 2 - 1)
        return Days(middle, add_days(add_months(middle, 2), -1))
    middle_days = Days(add_days(first, 1), add_days(last, -1))
    return (Days(days.start, first), middle_days, Days(last, days.end))[place]
