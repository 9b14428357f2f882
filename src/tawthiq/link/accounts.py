"""Accounts: each event of a report with what linking needs to know of the report."""

import re
from collections.abc import Sequence
from functools import lru_cache

from tawthiq.lang.language import load_language
from tawthiq.model.claim import Claim
from tawthiq.model.event import EventReport
from tawthiq.model.incident import event_key
from tawthiq.model.link import Account, Lead, Trace
from tawthiq.model.reading import Reading
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import Stance

NAMED_VOICES = frozenset(
    {"media", "monitor_ngo", "un", "civil_defence", "official", "military"}
    | {"armed_group"}
)
"""Kinds of sources that bear a name of their own: who quotes one adds no voice."""

HARM = frozenset({"killed", "injured"})
FIGHTERS = "combatants"

AROUND = 80
"""Code points on both sides of an event's words that belong to its telling."""

LONGEST = 1_600
"""Code points of a telling: an event told in a whole article is known by its core."""

_WORD = re.compile(r"[^\W_]+")


TRACE = "trace"
"""What stands in a trace's key for the number of an event."""

NO_LEAD = Lead()


def trace_of(reading: Reading, lead: Lead) -> Trace:
    """Give a report in which no event was read as one that may speak of an incident.

    Args:
        reading: what was read in it.
        lead: the words with which it begins.
    """
    report = reading.report
    return Trace(
        key=event_key(report.id, TRACE),
        report_id=report.id,
        published=report.published,
        lead=lead,
    )


def accounts_of(
    reading: Reading, claims: Sequence[Claim], lead: Lead = NO_LEAD
) -> tuple[Account, ...]:
    """Give one account for each event of a reading.

    Args:
        reading: what was read in one report.
        claims: the claims of that reading.
        lead: the words with which the report begins.

    Returns:
        Accounts in the order of the events, each with its own claims.
    """
    by_event: dict[str, list[Claim]] = {}
    for claim in claims:
        by_event.setdefault(claim.event_id, []).append(claim)
    report = reading.report
    return tuple(
        Account(
            key=event_key(report.id, event.id),
            report_id=report.id,
            voice=_voice(report, event),
            published=report.published,
            outlet=report.outlet,
            language=report.language,
            event=event,
            claims=tuple(by_event.get(event.id, ())),
            words=_words(report, event),
            lead=lead,
        )
        for event in reading.spoken
    )


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Fold a name to one spelling to match on; what it gives is never shown."""
    return load_language("ar").key(text)


def tells_harm(account: Account) -> bool:
    """Tell whether it speaks of people hurt who did not fight: by number, word or name."""
    event = account.event
    hurt = any(
        row.outcome in HARM
        and row.group != FIGHTERS
        and (row.range.low, row.range.high) != (0, 0)
        for row in event.casualties
    )
    return hurt or any(person.outcome in HARM for person in event.victims)


def _voice(report: Report, event: EventReport) -> str:
    """Name who speaks: the first body quoted by name, or the outlet, or the report."""
    for source in event.attribution:
        if source.kind in NAMED_VOICES and source.stance is not Stance.DENIES:
            return folded(source.via or source.name)
    return folded(report.outlet) if report.outlet else report.id


def _words(report: Report, event: EventReport) -> tuple[str, ...]:
    """Give the folded words of the stretch of the report that tells the event."""
    spans = [event.trigger]
    spans += [p.span for p in event.places]
    spans += [row.span for row in event.casualties]
    middle = event.trigger.start
    near = [s for s in spans if abs(s.start - middle) <= LONGEST // 2]
    start = max(0, min(s.start for s in near) - AROUND)
    end = min(len(report.text), max(s.end for s in near) + AROUND)
    fold = load_language("ar").folder.fold
    return tuple(_WORD.findall(fold(report.text[start:end]).text))
