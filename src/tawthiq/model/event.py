"""EventReport: one event as one report tells it, each value with its words.

``confidence`` is the probability, from 0 to 1, that a value is right for an event that
the report tells; None where nothing has weighed it.
"""

from dataclasses import dataclass
from datetime import date

from tawthiq.model.count import Range
from tawthiq.model.place import Candidate, Place
from tawthiq.model.span import Span
from tawthiq.model.vocabulary import (
    Blame,
    DateBasis,
    DatePrecision,
    EventKind,
    EventStance,
    PlaceRole,
    PlaceState,
    Stance,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Days, both ends included; None where the words cannot be resolved."""

    start: date | None
    end: date | None
    precision: DatePrecision
    basis: DateBasis
    span: Span | None
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceClaim:
    """A place that the report names for an event, and where it may lie.

    ``head`` is the kind that a head noun tells (``village``, ``hospital`` …).
    """

    role: PlaceRole
    name: str
    head: str | None = None
    span: Span
    rule: str
    state: PlaceState = PlaceState.UNRESOLVED
    place: Place | None = None
    candidates: tuple[Candidate, ...] = ()
    precision: str | None = None
    radius_m: int | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Perpetrator:
    """An actor of the codebook, and how the report lays the deed at its door."""

    actor: str
    stance: Blame
    span: Span
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """A weapon of the codebook."""

    code: str
    span: Span
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """What was hit, as a code of the codebook; ``name`` where it has one."""

    code: str
    name: str | None
    span: Span
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualty:
    """A count of people with one outcome; ``part_of`` is the row it is a subset of."""

    outcome: str
    group: str
    range: Range
    part_of: int | None
    span: Span
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedVictim:
    """A person whom the report names as harmed; ``sex`` is male, female or None."""

    name: str
    age: float | None
    sex: str | None
    outcome: str
    span: Span
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who the report names as saying so, how, and through whom."""

    name: str
    kind: str
    channel: str | None
    stance: Stance
    via: str | None
    span: Span
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReport:
    """One event as one report tells it.

    ``confidence`` is that of there being such an event; its kind and its type have
    their own. ``reader`` names the reader of one's own choice that proposed it; None
    where the rules read it. ``at_large`` are those whom the report names together with
    one of the perpetrators as behind the attacks at large, not for this event alone.
    """

    id: str
    kind: EventKind
    type: str
    stance: EventStance
    trigger: Span
    rule: str
    date: When | None = None
    places: tuple[PlaceClaim, ...] = ()
    perpetrators: tuple[Perpetrator, ...] = ()
    at_large: tuple[Perpetrator, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    struck: tuple[Struck, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    victims: tuple[NamedVictim, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    confidence: float | None = None
    kind_confidence: float | None = None
    type_confidence: float | None = None
    reader: str | None = None
