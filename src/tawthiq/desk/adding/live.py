"""Reading as one types: nothing of it is kept."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from tawthiq.model.event import EventReport
from tawthiq.model.reading import Reading
from tawthiq.model.report import Report
from tawthiq.model.span import Span
from tawthiq.read.inputs import captures_of, reports_of
from tawthiq.read.options import ReadOptions
from tawthiq.read.source import Source
from tawthiq.workflow.reading import reading_stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One value of an event: its slot, its code in a sheet of codes, and its words."""

    slot: str
    sheet: str
    code: str
    span: Span


def read_text(text: str, options: ReadOptions, *, home: Path) -> Reading | None:
    """Read a text; None where there is nothing to read.

    Args:
        text: as typed.
        options: what is said of it.
        home: where the user's gazetteers are.
    """
    with Source.of_bytes(text.encode(), "paste.txt") as source:
        for capture in captures_of(source, options):
            if isinstance(capture, Exception):
                return None
            for report in reports_of(capture, options):
                if isinstance(report, Report):
                    return _stage(home)(report)
    return None


def values_of(event: EventReport) -> Iterator[Said]:
    """Give the values of an event in the order in which they are told of."""
    if event.date is not None and event.date.span is not None:
        yield Said(slot="date", sheet="", code=_days(event), span=event.date.span)
    for told in event.casualties:
        yield Said(slot=told.outcome, sheet="groups", code=told.group, span=told.span)
    for slot, sheet, read in _CODED:
        for code, span in read(event):
            yield Said(slot=slot, sheet=sheet, code=code, span=span)


Coded = Callable[[EventReport], Iterable[tuple[str, Span]]]

_CODED: tuple[tuple[str, str, Coded], ...] = (
    ("place", "place_roles", lambda e: ((p.role, p.span) for p in e.places)),
    ("victim", "outcomes", lambda e: ((v.outcome, v.span) for v in e.victims)),
    ("perpetrator", "actors", lambda e: ((p.actor, p.span) for p in e.perpetrators)),
    ("weapon", "weapons", lambda e: ((w.code, w.span) for w in e.weapons)),
    ("struck", "struck", lambda e: ((s.code, s.span) for s in e.struck)),
    (
        "attribution",
        "source_kinds",
        lambda e: ((a.kind, a.span) for a in e.attribution),
    ),
)
"""Slots whose values are codes: the slot, its sheet of codes, and how they are found."""


def _days(event: EventReport) -> str:
    when = event.date
    if when is None or when.start is None:
        return ""
    days: tuple[date, ...] = (when.start,)
    if when.end is not None and when.end != when.start:
        days = (when.start, when.end)
    return " / ".join(day.isoformat() for day in days)


@cache
def _stage(home: Path) -> Callable[[Report], Reading]:
    """Load the reader once, when somebody first types."""
    return reading_stage(home)
