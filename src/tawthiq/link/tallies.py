"""Tallies: how many people met which outcome, from the claims by named rules.

Of each voice the latest account counts; rival voices widen the range and are never
summed; a part is never added to its whole; unknown, zero and not said stay apart
(domain handbook, 5.3 and 5.8).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tawthiq.link.vague import NOTHING, Bounds, vague_bounds
from tawthiq.model.claim import Attribute, Claim
from tawthiq.model.incident import Tally
from tawthiq.model.link import Account
from tawthiq.model.vocabulary import EventKind

Slot = tuple[str, str]
"""An outcome and a group."""

PEOPLE = "people"
WHOLES = frozenset({"people", "civilians", "combatants"})
DISJOINT = frozenset({"children", "women", "men"})
"""Groups none of whose members is in another: they may be summed to a whole."""

ONE_VOICE, RANGE, SUMMED, NAMED, UNKNOWN = (
    "one_voice",
    "least_to_greatest_of_voices",
    "sum_of_disjoint_groups",
    "raised_to_named",
    "spoken_of_without_number",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one account says of one slot; None bounds are what its words leave open."""

    low: int | None
    high: int | None
    whole: str | None
    claims: tuple[str, ...]
    rule: str = ONE_VOICE


def tallies_of(
    members: Sequence[Account],
    voices: Mapping[str, str],
    named: Mapping[Slot, int],
    *,
    vague: str | None = None,
) -> tuple[Tally, ...]:
    """Bring the counts of one incident together.

    Args:
        members: its accounts.
        voices: for the key of each account, the key that stands for its voice.
        named: the number of distinct persons named, for outcome and group.
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
    return tuple(
        _tally(slot, said.get(slot, []), named.get(slot, 0))
        for slot in sorted(said.keys() | named.keys())
    )


def _latest(accounts: Sequence[Account], vague: str | None) -> dict[Slot, Said]:
    """Give what a voice says last of each slot."""
    found: dict[Slot, Said] = {}
    for account in sorted(accounts, key=_published):
        found.update(said_by(account, vague))
    return found


def _published(account: Account) -> tuple[date, str]:
    return account.published or date.min, account.key


def said_by(account: Account, vague: str | None = None) -> dict[Slot, Said]:
    """Give what one account says of each slot.

    Several counts of one slot in one account are bounds of one range: a report that
    quotes two tolls says that both are held.
    """
    slots: dict[Slot, list[Claim]] = {}
    groups = {c.id: _text(c, "group") for c in account.claims if _is_count(c)}
    for claim in account.claims:
        if _is_count(claim):
            slots.setdefault(
                (_text(claim, "outcome"), _text(claim, "group")), []
            ).append(claim)
    found = {
        slot: _said([c for c in claims if c.part_of is None] or claims, groups, vague)
        for slot, claims in slots.items()
    }
    for outcome in {outcome for outcome, _ in slots}:
        if not any((outcome, whole) in found for whole in WHOLES - {"combatants"}):
            found.update(_summed(outcome, found))
    return found


def _is_count(claim: Claim) -> bool:
    return claim.attribute is Attribute.CASUALTY


def _text(claim: Claim, key: str) -> str:
    return str(dict(claim.value)[key])


def _bounds(claim: Claim, vague: str | None) -> Bounds:
    """Give the numbers of a claim, those of a convention where its words have none."""
    value = dict(claim.value)
    low, high = value["low"], value["high"]
    told = (
        low if isinstance(low, int) else None,
        high if isinstance(high, int) else None,
    )
    return vague_bounds(claim, vague) if told == NOTHING else told


def _said(
    claims: Sequence[Claim], groups: Mapping[str, str], vague: str | None
) -> Said:
    bounds = [_bounds(claim, vague) for claim in claims]
    lows = [low for low, _ in bounds if low is not None]
    highs = [high for _, high in bounds if high is not None]
    most = max(lows, default=None)
    open_ended = any(low is not None and low == most and h is None for low, h in bounds)
    wholes = {groups[c.part_of] for c in claims if c.part_of is not None}
    return Said(
        low=min(lows, default=None),
        high=None if open_ended else max(highs, default=None),
        whole=min(wholes, default=None),
        claims=tuple(sorted(c.id for c in claims)),
    )


def _summed(outcome: str, found: Mapping[Slot, Said]) -> Iterator[tuple[Slot, Said]]:
    """Give the people that disjoint groups without a whole amount to."""
    parts = [
        row
        for (told, group), row in sorted(found.items())
        if told == outcome and group in DISJOINT and row.whole is None
    ]
    lows = [row.low for row in parts if row.low is not None]
    if not lows:
        return
    highs = [row.high for row in parts if row.high is not None]
    yield (
        (outcome, PEOPLE),
        Said(
            low=sum(lows),
            high=sum(highs) if len(highs) == len(parts) else None,
            whole=None,
            claims=tuple(sorted(c for row in parts for c in row.claims)),
            rule=SUMMED,
        ),
    )


def _tally(slot: Slot, rows: Sequence[Said], named: int) -> Tally:
    outcome, group = slot
    lows = [row.low for row in rows if row.low is not None]
    highs = [row.high for row in rows if row.high is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    if any(r.low is not None and r.high is None and r.low >= (high or 0) for r in rows):
        high = None
    rule = _rule(rows, lows)
    if named and (low is None or named > low) and (rows or group == PEOPLE):
        low, rule = named, NAMED
        high = max(high, named) if high is not None else (named if not rows else None)
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


def _rule(rows: Sequence[Said], lows: Sequence[int]) -> str:
    if not lows:
        return UNKNOWN
    if len(rows) > 1:
        return RANGE
    return rows[0].rule
