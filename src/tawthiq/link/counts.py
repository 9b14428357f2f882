"""Counts: what one account says of how many people met which outcome.

A row that is part of another is never added to it; where an account gives groups of
which none holds another (women, children, men) and no whole, they are summed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawthiq.link.vague import NOTHING, Bounds, vague_bounds
from tawthiq.model.claim import Attribute, Claim
from tawthiq.model.link import Account

Slot = tuple[str, str]
"""An outcome and a group."""

PEOPLE = "people"
WHOLES = frozenset({PEOPLE, "civilians"})
DISJOINT = frozenset({"children", "women", "men"})
"""Groups none of whose members is in another: they may be summed to a whole."""

ONE_VOICE = "one_voice"
SUMMED = "sum_of_disjoint_groups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one account says of one slot; None bounds are what its words leave open.

    ``whole`` is the group of the whole of which it is a part.
    """

    low: int | None
    high: int | None
    whole: str | None
    claims: tuple[str, ...]
    rule: str = ONE_VOICE


def said_by(account: Account, vague: str | None = None) -> dict[Slot, Said]:
    """Give what one account says of each slot.

    Several counts of one slot in one account are bounds of one range: a report that
    quotes two tolls says that both are held. Nobody, beside people counted, is nobody
    else: «أصيب ثلاثة، ولا إصابات أخرى».

    Args:
        account: the account.
        vague: the convention for counts in vague words; None for none.
    """
    counts = [c for c in account.claims if c.attribute is Attribute.CASUALTY]
    slots: dict[Slot, list[Claim]] = {}
    told = {_text(c, "outcome") for c in counts if dict(c.value)["low"]}
    for claim in counts:
        outcome = _text(claim, "outcome")
        if dict(claim.value)["high"] == 0 and outcome in told:
            continue
        slots.setdefault((outcome, _text(claim, "group")), []).append(claim)
    groups = {c.id: _text(c, "group") for c in counts}
    found = {
        slot: _said([c for c in claims if c.part_of is None] or claims, groups, vague)
        for slot, claims in slots.items()
    }
    for outcome in sorted({outcome for outcome, _ in slots}):
        if not any((outcome, whole) in found for whole in WHOLES):
            found.update(_summed(outcome, found))
    return found


def _text(claim: Claim, key: str) -> str:
    return str(dict(claim.value)[key])


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


def _bounds(claim: Claim, vague: str | None) -> Bounds:
    """Give the numbers of a claim, those of a convention where its words have none."""
    value = dict(claim.value)
    low, high = value["low"], value["high"]
    told = (
        low if isinstance(low, int) else None,
        high if isinstance(high, int) else None,
    )
    return vague_bounds(claim, vague) if told == NOTHING else told


def _summed(outcome: str, found: Mapping[Slot, Said]) -> Iterator[tuple[Slot, Said]]:
    """Give the people that disjoint groups without a whole amount to.

    Each group counts with the most that is told of it: a smaller count beside it in one
    account is some of them told again.
    """
    parts = [
        row
        for (told, group), row in sorted(found.items())
        if told == outcome and group in DISJOINT and row.whole is None
    ]
    most = [row.low if row.high is None else row.high for row in parts]
    known = [number for number in most if number is not None]
    if not known:
        return
    closed = all(row.high is not None for row in parts)
    yield (
        (outcome, PEOPLE),
        Said(
            low=sum(known),
            high=sum(known) if closed else None,
            whole=None,
            claims=tuple(sorted(c for row in parts for c in row.claims)),
            rule=SUMMED,
        ),
    )
