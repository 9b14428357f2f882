"""Resolves what a date expression says to days, counted from the day of publication.

The rules are those of the recorders: a weekday is the nearest one up to and including
publication, «الأسبوع الماضي» the Monday to Sunday before its week, a night is dated by the
day that names it, a day without a year the latest one not after publication.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tawthiq.model.vocabulary import DateBasis, DatePrecision
from tawthiq.resolve.date_forms import Unfixed, days_of, is_stated
from tawthiq.text.calendars import Days, add_days

STAMPED = 2
"""Days by which the day that a page is stamped with misses that of its words."""
_ITS_OWN = frozenset({"event", "said"})
"""Roles of dates that are counted from the day on which a report was written."""

DRIFT = 45
"""Days between the day given with a report and one that the page itself names."""

_WEEK = 7
_MONTH = 31


class Resolved(NamedTuple):
    """Days, both included, or None where the words do not fix them."""

    start: date | None
    end: date | None
    precision: DatePrecision
    basis: DateBasis


def resolve_dates(
    dates: Sequence[Mapping[str, object]], published: date | None
) -> list[Resolved]:
    """Resolve the dates of a report in their order.

    Days are counted from ``counting_day``; «اليوم التالي» and "since then" from the
    last date of an event before them.

    Args:
        dates: what ``find_dates`` read, in the order of the report.
        published: the day of publication, None where it is not known.
    """
    day = counting_day(dates, published)
    label = any(values.get("role") == "published" for values in dates)
    last: Resolved | None = None
    out = []
    for values in dates:
        if values["form"] == "anaphor":
            found = _after(last, values, day)
        else:
            # What still goes on is told up to the day that the report came out.
            goes_on = values.get("open") and not label
            found = resolve_date(values, published if goes_on else day)
        if values.get("role") in {"event", "since"} and found.start is not None:
            last = found
        out.append(found)
    return out


def _after(
    last: Resolved | None, values: Mapping[str, object], day: date | None
) -> Resolved:
    """Give the days that are counted from the date before them.

    With no date before, «the same day» is the day counted from: the report began there.
    """
    step = str(values["step"])
    if step == "month":
        start = end = _in_month(day if last is None else last.start, values)
    elif last is None or last.start is None:
        start = end = day if step == "0" else None
    elif step == "since":
        start, end = last.start, day
    elif step in {"0", "span"}:
        start, end = last.start, last.end
    else:
        start = end = add_days(last.end or last.start, int(step))
    if start is None or end is None or start > end:
        return Resolved(None, None, DatePrecision.DAY, DateBasis.RELATIVE)
    return Resolved(start, end, precision_of(Days(start, end)), DateBasis.RELATIVE)


def _in_month(day: date | None, values: Mapping[str, object]) -> date | None:
    """Give a day of the month of another: «التاسع منه»; None where it has no such day."""
    try:
        return day and day.replace(day=int(str(values["day"])))
    except ValueError:
        return None


def resolve_date(values: Mapping[str, object], published: date | None) -> Resolved:
    """Give the days that a date hit stands for.

    Args:
        values: what ``find_dates`` read.
        published: the day of publication, None where it is not known.

    Returns:
        The days with their precision; ``basis`` is ``stated`` for a date given with its
        year, else ``relative``. ``start`` and ``end`` are None where the words leave
        the days open or publication is needed and not known.
    """
    basis = DateBasis.STATED if is_stated(values) else DateBasis.RELATIVE
    try:
        if published is None and values.get("open"):
            return _never_ending(values, basis)
        days = days_of(values, published)
    except (Unfixed, ValueError, OverflowError):
        return Resolved(None, None, DatePrecision.DAY, basis)
    return Resolved(days.start, days.end, precision_of(days), basis)


def _never_ending(values: Mapping[str, object], basis: DateBasis) -> Resolved:
    """Give an open span whose end, the day of publication, is not known."""
    days = days_of({**values, "open": ""}, None)
    return Resolved(days.start, None, DatePrecision.YEAR, basis)


def counting_day(
    dates: Iterable[Mapping[str, object]], published: date | None
) -> date | None:
    """Give the day from which a report counts: «yesterday» is the day before it.

    It is the day of publication, unless the page names another of about that time as
    its own («Published October 15 2030»), or the words say which weekday is today or
    yesterday («أمس الأربعاء»), and nowhere another: then they were written on that one.

    Args:
        dates: the values of the report's date hits.
        published: the day of publication given with the report.
    """
    if published is None:
        return None
    told: list[date] = []
    for values in dates:
        if values.get("role") == "published":
            own = resolve_date(values, published).start
            if own is not None and abs((own - published).days) <= DRIFT:
                return own
        if "days" in values and values.get("role") in _ITS_OWN:
            told += _today(values, published)
    return told[0] if len(set(told)) == 1 else published


def _today(values: Mapping[str, object], published: date) -> Iterator[date]:
    """Give the day on which the words were written, by «today» and its weekday."""
    if "weekday" not in values or "_until" in values:
        return
    said = resolve_date(values, published)
    if said.start is not None and said.start == said.end:
        today = add_days(said.start, -int(str(values["days"])))
        if abs((today - published).days) <= STAMPED:
            yield today


def precision_of(days: Days) -> DatePrecision:
    """Give the finest unit of the codebook that covers a stretch of days."""
    if days.length == 1:
        return DatePrecision.DAY
    if days.length < _WEEK:
        return DatePrecision.DAYS
    if days.length <= _WEEK + 1:
        return DatePrecision.WEEK
    return DatePrecision.MONTH if days.length <= _MONTH else DatePrecision.YEAR
