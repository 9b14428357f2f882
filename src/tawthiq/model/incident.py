"""Incident: a view of the claims that tell of one event, across reports.

Nothing here is said by the register itself: each field names the claims or reports
it was derived from, or is set by a person, whose reason the register keeps.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tawthiq.model.place import Candidate
from tawthiq.model.vocabulary import DatePrecision, PlaceRole, PlaceState

_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")


def in_arabic_letters(name: str) -> bool:
    """Tell whether any letter of a name is Arabic."""
    return _ARABIC.search(name) is not None


class Grading(StrEnum):
    """How far the claims of an incident bear it out (domain handbook, 5.6)."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"
    PROVISIONAL = "provisional"


class Review(StrEnum):
    """How far people have gone through an incident."""

    UNREVIEWED = "unreviewed"
    IN_REVIEW = "in_review"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentDate:
    """The days of an incident, both ends included."""

    start: date | None
    end: date | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPlace:
    """A place of an incident; best first among its siblings.

    ``name`` is as reports have it, in Arabic letters where any of them writes it so;
    ``name_ar`` and ``name_en`` as the gazetteer has it;
    ``admin`` are the names of its units, nearest first; ``reports`` the reports that
    name it. Without a point, ``lat`` and ``lon`` are None, never 0.
    """

    role: PlaceRole
    name: str
    name_ar: str | None = None
    name_en: str | None = None
    lat: float | None = None
    lon: float | None = None
    place_id: str | None = None
    pcode: str | None = None
    precision: str | None = None
    radius_m: int | None = None
    state: PlaceState = PlaceState.UNRESOLVED
    country: str | None = None
    admin: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    reports: tuple[str, ...] = ()

    @property
    def in_arabic(self) -> str | None:
        """The name in Arabic letters, as reported before as the gazetteer has it."""
        return self.name if in_arabic_letters(self.name) else self.name_ar

    def named(self, language: str) -> str:
        """Give the name that a reader of a language reads, as reported where none is.

        In Arabic what a report writes in Arabic letters stands before the gazetteer's.

        Args:
            language: ``ar`` or ``en``.
        """
        own = self.name_en if language == "en" else self.in_arabic
        return own or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """What is said of one actor's part, by the reports that say it."""

    actor: str
    alleged_by: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many people of one group met one outcome.

    Three-valued: a row with ``low`` and ``high`` None says that people are spoken of
    without a number; no row, that nothing is said; ``high`` None beside a ``low`` is
    open («12+»). ``part_of`` is the group of the whole it is a part of, ``claims`` the
    ids of the claims under it, ``rule`` the rule that made the range of them.
    """

    outcome: str
    group: str
    low: int | None
    high: int | None
    rule: str
    claims: tuple[str, ...] = ()
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """One person across reports and spellings."""

    name: str
    outcome: str
    names: tuple[str, ...] = ()
    age: float | None = None
    age_group: str | None = None
    sex: str | None = None
    reports: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a grade or a link was given: the rule, in words, and what it rests on."""

    rule: str
    ar: str
    en: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A proposed grade with its reasons, by one version of the rules."""

    code: Grading
    reasons: tuple[Reason, ...]
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One event across reports, as its claims amount to.

    ``grade`` is the one that stands: where a person ruled, theirs, and ``computed`` the
    one that the rules propose, beside it for ever; else the rules'. ``members`` are the keys (`event_key`) of the events it brings together; ``copies``
    groups of reports that are one voice. ``facts`` holds what an imported table says
    beyond these fields, by its own column names (for `check` and round trips).
    """

    id: str
    code: str
    date: IncidentDate | None
    grade: Grade
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    places: tuple[IncidentPlace, ...] = ()
    event_types: tuple[str, ...] = ()
    strike_status: str | None = None
    belligerents: tuple[str, ...] = ()
    responsibility: tuple[Responsibility, ...] = ()
    weapons: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    casualties: tuple[Tally, ...] = ()
    victims: tuple[Victim, ...] = ()
    reports: tuple[str, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    independent_sources: int = 0
    review: Review = Review.UNREVIEWED
    facts: tuple[tuple[str, object], ...] = ()
    computed: Grade | None = None


def event_key(report_id: str, event_id: str) -> str:
    """Name one event of one report across a register."""
    return f"{report_id}#{event_id}"


def report_of(key: str) -> str:
    """Name the report of an event by the key that `event_key` gives it."""
    return key.rpartition("#")[0]
