"""Gives the day on which a report was written, where the day given with it misses a year.

Pages show the day of a post without its year until the year is over; whoever gathers them
then takes the running one. A page that names the same day of an earlier year as its own
was written in that year. Any other day that is given stands.
"""

import datetime as dt
import re

from tawthiq.model.report import Report
from tawthiq.read.published import infer_published

ZONES = 1
"""Days by which two clocks may differ on the day of one post."""

YEAR = 365.2425
"""Days of a year on the whole: a leap year's day more stays within ``ZONES``."""

_YEAR = re.compile(r"20(?<!\d20)\d\d(?!\d)")
"""A year; the figures stand first, for which a text is looked through quickly."""


def day_written(report: Report) -> dt.date | None:
    """Give the day from which the words of a report count.

    Args:
        report: the report with the day that was given with it, if any.

    Returns:
        The day given; or the day that the page names as its own, where that is the same
        day of an earlier year. None where none is given.
    """
    given = report.published
    if given is None or not _names_earlier_year(report.text, given.year):
        return given
    own = infer_published(report.text, report.url)
    return own.day if own is not None and _is_year_missed(own.day, given) else given


def _names_earlier_year(text: str, year: int) -> bool:
    return any(int(named) < year for named in _YEAR.findall(text))


def _is_year_missed(own: dt.date, given: dt.date) -> bool:
    """Tell whether two days are one but for the year, the page's own the earlier."""
    apart = (given - own).days
    years = round(apart / YEAR)
    return years > 0 and abs(apart - years * YEAR) < ZONES + 1
