"""Tallies: how many people met which outcome, from the claims by named rules.

Of each voice the latest account counts; rival voices widen the range and are never
summed; a part is never added to its whole; unknown, zero and not said stay apart
(domain handbook, 5.3 and 5.8).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from statistics import median_low

from tawthiq.link.counts import (
    DISJOINT,
    ONE_VOICE,
    PEOPLE,
    SUMMED,
    WHOLES,
    Said,
    Slot,
    said_by,
)
from tawthiq.model.incident import Tally, Victim
from tawthiq.model.link import Account
from tawthiq.model.vocabulary import EventKind

RANGE = "least_to_greatest_of_voices"
NAMED = "raised_to_named"
PARTS = "raised_to_parts"
UNKNOWN = "spoken_of_without_number"

SEVERAL = 3
"""Voices from which a middle one tells who counts but some of the people."""

SOME = 3
"""How many times the count of who tells of some goes into the middle one, and more."""


def tallies_of(
    members: Sequence[Account],
    voices: Mapping[str, str],
    victims: Sequence[Victim],
    *,
    vague: str | None = None,
) -> tuple[Tally, ...]:
    """Bring the counts of one incident together.

    Args:
        members: its accounts.
        voices: for the key of each account, the key that stands for its voice.
        victims: the persons named in them, each once.
        vague: the convention for counts in vague words; None for none.

    Returns:
        One row for each outcome and group that is spoken of, in a fixed order.
    """
    by_voice: dict[str, list[Account]] = {}
    for account in members:
        if account.event.kind is EventKind.INCIDENT:
            by_voice.setdefault(voices[account.key], []).append(account)
    said: dict[Slot, list[Said]] = {}
    for voice in sorted(by_voice):
        for slot, row in _latest(by_voice[voice], vague).items():
            said.setdefault(slot, []).append(row)
    _leave_partial_sums(said)
    named = _named(victims)
    rows = {
        slot: _tally(slot, said.get(slot, []), named.get(slot, 0))
        for slot in sorted(said.keys() | named.keys())
    }
    return tuple(_raised_to_parts(row, rows) for row in rows.values())


def _raised_to_parts(row: Tally, rows: Mapping[Slot, Tally]) -> Tally:
    """Raise a whole to the women, men and children that are counted beside it.

    «جرح شخص» in one report, «طفلان وامرأة» in another: one at least, three at most.
    """
    if row.group not in WHOLES or row.high is None:
        return row
    beside = (rows.get((row.outcome, group)) for group in sorted(DISJOINT))
    parts = [part for part in beside if part is not None and part.low is not None]
    least = sum(part.low or 0 for part in parts)
    if least <= row.high:
        return row
    claims = {*row.claims, *(claim for part in parts for claim in part.claims)}
    return replace(row, high=least, rule=PARTS, claims=tuple(sorted(claims)))


def _latest(accounts: Iterable[Account], vague: str | None) -> dict[Slot, Said]:
    """Give what a voice says last of each slot."""
    found: dict[Slot, Said] = {}
    for account in sorted(accounts, key=_published):
        found.update(said_by(account, vague))
    return found


def _published(account: Account) -> tuple[date, str]:
    return account.published or date.min, account.key


def _leave_partial_sums(said: dict[Slot, list[Said]]) -> None:
    """Drop sums of groups where any voice counts the whole.

    Who speaks of one child may have said nothing of the others; beside a total that
    is a part, not a rival.
    """
    for outcome in {outcome for outcome, _ in said}:
        wholes = [row for whole in WHOLES for row in said.get((outcome, whole), ())]
        if any(row.rule != SUMMED and row.low is not None for row in wholes):
            told = said.get((outcome, PEOPLE), [])
            kept = [row for row in told if row.rule != SUMMED]
            said[outcome, PEOPLE] = kept
            if not kept:
                said.pop((outcome, PEOPLE))


def _named(victims: Iterable[Victim]) -> dict[Slot, int]:
    """Count the persons whom one report names: across reports, spellings deceive."""
    by_report: dict[tuple[str, str], int] = {}
    for victim in victims:
        for report in victim.reports:
            key = (victim.outcome, report)
            by_report[key] = by_report.get(key, 0) + 1
    counted: dict[Slot, int] = {}
    for (outcome, _), number in by_report.items():
        slot = (outcome, PEOPLE)
        counted[slot] = max(counted.get(slot, 0), number)
    return counted


def _tally(slot: Slot, rows: Sequence[Said], named: int) -> Tally:
    outcome, group = slot
    lows = [row.low for row in rows if row.low is not None]
    highs = [row.high for row in rows if row.high is not None]
    low, high = _least(lows), max(highs, default=None)
    if any(r.low is not None and r.high is None and r.low >= (high or 0) for r in rows):
        high = None
    rule = _rule(rows, lows)
    if named and (low is None or named > low):
        rule = NAMED
        high = max(high, named) if high is not None else (None if lows else named)
        low = named if low is None else low
    wholes = {row.whole for row in rows if row.whole is not None}
    return Tally(
        outcome=outcome,
        group=group,
        low=low,
        high=high,
        rule=rule,
        claims=tuple(sorted({c for row in rows for c in row.claims})),
        part_of=min(wholes, default=None),
    )


def _least(lows: Sequence[int]) -> int | None:
    """Give the least of what voices count, those left out who count some of them.

    An early report of one dead, beside three that count ten, tells of one of the ten;
    who says that nobody was harmed contradicts the others, and stays.
    """
    if len(lows) < SEVERAL:
        return min(lows, default=None)
    middle = median_low(lows)
    return min(low for low in lows if low == 0 or low * SOME >= middle)


def _rule(rows: Sequence[Said], lows: Sequence[int]) -> str:
    if not lows:
        return UNKNOWN
    if len(rows) > 1:
        return RANGE
    return rows[0].rule or ONE_VOICE
