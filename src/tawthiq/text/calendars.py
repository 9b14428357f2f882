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


def edge_of(days: Days, edge: str) -> Days:
    """Give the start, middle or end of a month, a year, a season or a week.

    A month is cut in tens of days, a year or season in thirds of its months; of a
    week or less the start is its first day.

    Args:
        days: the stretch.
        edge: ``start``, ``middle`` or ``end``.
    """
    place = EDGES.index(edge)
    if days.length <= WEEK:
        size = days.length // 3
        cuts = [days.start, add_days(days.start, size), add_days(days.end, 1 - size)]
        ends = [cuts[0], add_days(cuts[2], -1), days.end]
    elif days.length <= 31:  # noqa: PLR2004 the longest month
        cuts = [add_days(days.start, THIRD * i) for i in range(3)]
        ends = [add_days(cuts[1], -1), add_days(cuts[2], -1), days.end]
    else:
        months = round(days.length / 30.4)
        step = max(1, months // 3)
        cuts = [add_months(days.start, step * i) for i in range(3)]
        ends = [add_days(cuts[1], -1), add_days(cuts[2], -1), days.end]
    return Days(cuts[place], ends[place])
