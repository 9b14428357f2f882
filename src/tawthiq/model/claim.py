"""Claim: one value of one attribute, from one span of one report, by one claimant.

The claim is the atom of the register: an incident is a view of claims, and no value
stands without one (design: "the claim is the atom").
"""

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.model.span import Span


class Attribute(StrEnum):
    """What a claim says something of."""

    EVENT = "event"
    DATE = "date"
    PLACE = "place"
    PERPETRATOR = "perpetrator"
    WEAPON = "weapon"
    STRUCK = "struck"
    CASUALTY = "casualty"
    VICTIM = "victim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimant:
    """Who says so: the name as reported, the codebook's kind, channel and chain."""

    name: str
    kind: str
    channel: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One value with its words and its claimants.

    ``id`` is a hash of the report, the span, the attribute and the value: the same
    bytes, pack and code give the same ids. ``value`` holds the keys of the reading
    format for this attribute, without the span; ``claimants`` are those whom the
    report names for the event, or the outlet alone.
    """

    id: str
    report_id: str
    event_id: str
    attribute: Attribute
    value: tuple[tuple[str, object], ...]
    stance: str
    span: Span | None
    claimants: tuple[Claimant, ...]
    rule: str
    part_of: str | None = None
