"""Rules on dates."""

from collections.abc import Iterator
from datetime import date, timedelta

from tawthiq.check.context import Context, said
from tawthiq.check.faults import Fault, fault
from tawthiq.model.incident import Incident

PLACEHOLDERS = {
    date(1970, 1, 1),
    date(1904, 1, 1),
    date(1900, 1, 1),
    date(1899, 12, 30),
    date(1, 1, 1),
}
"""First days of the calendars of Unix, old Macintoshes, spreadsheets, databases."""
ZONES = timedelta(days=1)
"""A report may bear the day before, written west of where the event took place."""
TOLD = ("published", "captured")


def date_missing(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find incidents without any day."""
    when = incident.date
    if when is None or (when.start is None and when.end is None):
        yield fault("date_missing", incident)


def date_reversed(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find a first day after the last."""
    when = incident.date
    if when is None or when.start is None or when.end is None:
        return
    if when.start > when.end:
        yield fault("date_reversed", incident, start=when.start, end=when.end)


def date_after_publication(incident: Incident, context: Context) -> Iterator[Fault]:
    """Find incidents that were published, or captured, before they happened."""
    start = incident.date.start if incident.date is not None else None
    days = [
        context.published[report]
        for report in incident.reports
        if report in context.published
    ]
    days += [day for name in TOLD if (day := _day(said(incident, name))) is not None]
    if start is not None and days and min(days) + ZONES < start:
        first = min(days)
        yield fault("date_after_publication", incident, start=start, published=first)


def _day(value: object) -> date | None:
    """Read a day that an imported table tells; None where it tells none."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def date_in_future(incident: Incident, context: Context) -> Iterator[Fault]:
    """Find incidents later than today, where today is told."""
    start = incident.date.start if incident.date is not None else None
    if context.today is not None and start is not None and start > context.today:
        yield fault("date_in_future", incident, start=start, today=context.today)


def date_placeholder(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find days that machines write where there is none."""
    start = incident.date.start if incident.date is not None else None
    if start in PLACEHOLDERS and start is not None:
        yield fault("date_placeholder", incident, start=start)
