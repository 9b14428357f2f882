"""Revising: a person goes through what the machine read in one report.

Each ruling is kept beside the machine's value and can be undone. When the review is
closed, what it comes to becomes the standing reading, and incidents are formed from it;
the machine's reading stays.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from tawthiq.assemble.claims import claims_of
from tawthiq.errors import OptionError, RegisterError
from tawthiq.model.event import (
    Attribution,
    Casualty,
    EventReport,
    NamedVictim,
    Perpetrator,
    PlaceClaim,
    Struck,
    Weapon,
    When,
)
from tawthiq.model.reading import Reading
from tawthiq.model.record import from_plain
from tawthiq.model.report import Segment
from tawthiq.model.revision import ReviewState, Revision, Ruling
from tawthiq.model.vocabulary import EventKind, EventStance
from tawthiq.read.segments.cutting import segments
from tawthiq.register.services import reports, revisions
from tawthiq.register.services.ledger import now
from tawthiq.register.services.revisions import MachineReading, Review
from tawthiq.register.services.together import together
from tawthiq.workflow.doubt import doubt_of
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.relinking import link_what_is_new
from tawthiq.workflow.registers.revised import (
    PERSON,
    SLOTS,
    Draft,
    Plain,
    draft_of,
    reading_from,
)
from tawthiq.workflow.registers.searching import keep_reports

RECORDS: Mapping[str, type[Any]] = {
    "date": When,
    "places": PlaceClaim,
    "casualties": Casualty,
    "victims": NamedVictim,
    "perpetrators": Perpetrator,
    "weapons": Weapon,
    "struck": Struck,
    "attribution": Attribution,
}
"""The record that a value of each slot must make."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderReview:
    """A report under review: the machine's reading, and what people made of it.

    ``sentences`` are what of the text was read: the rest is furniture of its page or
    says a thing again.
    """

    machine: MachineReading
    revisions: tuple[Revision, ...]
    draft: Draft
    sentences: tuple[Segment, ...]

    @property
    def reading(self) -> Reading:
        """Give the machine's reading."""
        return self.machine.reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What a person rules; see `Revision`."""

    target: str
    ruling: Ruling
    value: Plain | None = None
    note: str = ""
    settles: bool = False


def under_review(name: str, *, only: str = "") -> UnderReview:
    """Open a report for review.

    Args:
        name: the report's id.
        only: whose rulings are laid over the machine's reading; empty for everybody's.

    Raises:
        RegisterError: there is no such report.
    """
    machine = revisions.machine_reading(name)
    told = revisions.revisions_of(name, machine.number)
    if only:
        told = tuple(one for one in told if one.by == only)
    return UnderReview(
        machine=machine,
        revisions=told,
        draft=draft_of(machine.reading, told),
        sentences=segments(machine.reading.report),
    )


@contextmanager
def _in_hand(register: Register, name: str, *, only: str = "") -> Iterator[UnderReview]:
    """Take a report under review: what is ruled, and its place in the queue, together."""
    with together():
        yield under_review(name, only=only)
        _queue(name, by=register.by)


def _revision(register: Register, seen: UnderReview, ruling: Ruling) -> Revision:
    """Give a ruling that says nothing yet but who rules on which reading."""
    return Revision(
        number=0,
        at="",
        by=register.by,
        report=seen.reading.report.id,
        reading=seen.machine.number,
        target="",
        ruling=ruling,
    )


def rule(
    register: Register, name: str, ruled: Ruled, *, alone: bool = False
) -> Revision:
    """Keep a ruling on a value of a report.

    Args:
        register: the open register, in the name of who rules.
        name: the report's id.
        ruled: the ruling.
        alone: whether who rules sees their own rulings only (blind coding).

    Raises:
        RegisterError: there is no such report, or no such value in it.
        OptionError: the value given is none of its kind, or its quote is not in the
            text at the place named.
    """
    with _in_hand(register, name, only=register.by if alone else "") as seen:
        machine = _target(seen.draft, ruled)
        if ruled.ruling in {Ruling.CORRECT, Ruling.ADD}:
            _check(ruled, seen.reading.report.text)
        made = replace(
            _revision(register, seen, ruled.ruling),
            target=ruled.target,
            machine=_json(machine),
            value=_json(ruled.value),
            note=ruled.note.strip(),
            settles=ruled.settles,
        )
        return revisions.revise(made)


def accept_the_rest(register: Register, name: str) -> int:
    """Accept what a person left unruled, as who ends a blind coding says of it.

    Values of events that they rejected are left alone. Gives how many there were.

    Raises:
        RegisterError: there is no such report.
    """
    with _in_hand(register, name, only=register.by) as seen:
        standing = (event for event in seen.draft.standing() if event.head.stands)
        values = (one for e in standing for one in (e.head, *e.values))
        rest = [value for value in values if value.ruling is None]
        blank = _revision(register, seen, Ruling.ACCEPT)
        for value in rest:
            told = _json(value.machine)
            revisions.revise(replace(blank, target=value.target, machine=told))
        return len(rest)


def undo(
    register: Register, name: str, number: int, *, alone: bool = False
) -> Revision:
    """Lift a ruling; it stays in the history with who lifted it.

    Args:
        register: the open register, in the name of who lifts it.
        name: the report's id.
        number: the ruling's.
        alone: whether only one's own rulings are known (blind coding).

    Raises:
        RegisterError: the report has no such ruling.
    """
    with _in_hand(register, name, only=register.by if alone else "") as seen:
        found = next((one for one in seen.revisions if one.number == number), None)
        if found is None:
            raise _unknown(str(number))
        blank = _revision(register, seen, Ruling.UNDO)
        return revisions.revise(replace(blank, target=found.target, reverses=number))


def close(register: Register, name: str, *, note: str = "") -> Reading:
    """End a review: what it comes to stands, and incidents are formed from it.

    Values on which nobody ruled stand as the machine read them.

    Raises:
        RegisterError: there is no such report, or people still rule differently on a
            value of it.
    """
    with _in_hand(register, name) as seen:
        if any(value.conflict for value in seen.draft.values()):
            raise RegisterError(
                ar="في التقرير قيم اختلف عليها مراجعون",
                en="people rule differently on values of this report",
                where=name,
                remedy_ar="احسم الخلاف أولا: يقبل مراجع إحدى القيمتين",
                remedy_en="settle it first: a reviewer accepts one of the values",
            )
        blank = _revision(register, seen, Ruling.CLOSE)
        revisions.revise(replace(blank, note=note.strip()))
        code = f"{reports.REVIEWED}{seen.machine.number}"
        made = reading_from(seen.draft, seen.reading, code=code)
        drawn = reports.Drawn(
            derived=reports.Derived(
                report=made.report,
                capture=seen.machine.capture,
                record=seen.machine.record,
            ),
            reading=made,
            claims=claims_of(made),
        )
        reports.add_readings([drawn], by=register.by)
        keep_reports([drawn])
    link_what_is_new(register)
    return made


def fill_queue(limit: int = 500) -> int:
    """Let the queue know readings that are new to it; give how many there were."""
    found = revisions.not_queued(limit)
    revisions.keep_reviews(
        Review(
            name=reading.report.id,
            reading=number,
            state=ReviewState.WAITING,
            doubt=doubt_of(reading),
            total=sum(map(_values_in, reading.events)),
            ruled=0,
            by="",
            at="",
        )
        for number, reading in found
    )
    return len(found)


def _values_in(event: EventReport) -> int:
    """Count the values of an event, its own among them."""
    many = (getattr(event, slot) for slot in SLOTS if slot != "date")
    return 1 + (event.date is not None) + sum(map(len, many))


def state_of(draft: Draft, revised: bool) -> ReviewState:  # noqa: FBT001
    """Say how far a review has come."""
    if any(value.conflict for value in draft.values()):
        return ReviewState.CONFLICT
    if draft.closed is None:
        return ReviewState.DRAFT if revised else ReviewState.WAITING
    stands = any(event.head.stands for event in draft.standing())
    return ReviewState.ACCEPTED if stands else ReviewState.REJECTED


def _queue(name: str, *, by: str) -> None:
    seen = under_review(name)
    standing = revisions.standing_number(name)
    revisions.keep_review(_review(seen.reading, standing, seen.draft, by=by))


def _review(reading: Reading, number: int, draft: Draft, *, by: str) -> Review:
    values = list(draft.values())
    ruled = sum(value.ruling is not None for value in values)
    revised = bool(ruled) or len(draft.standing()) != len(reading.events)
    return Review(
        name=reading.report.id,
        reading=number,
        state=state_of(draft, revised),
        doubt=doubt_of(reading),
        total=len(values),
        ruled=ruled,
        by=by,
        at=now(),
    )


def _target(draft: Draft, ruled: Ruled) -> Plain | None:
    """Give the machine's value of a target that can be ruled on so."""
    if ruled.ruling is Ruling.ADD:
        name, _, slot = ruled.target.partition("/")
        if ruled.target and (slot not in RECORDS or draft.event(name) is None):
            raise _unknown(ruled.target)
        return None
    if ruled.ruling in {Ruling.MERGE, Ruling.SPLIT}:
        event = draft.event(ruled.target)
        if event is None or not _moves(draft, ruled):
            raise _unknown(ruled.target)
        return event.head.machine
    value = draft.value(ruled.target)
    if value is None:
        raise _unknown(ruled.target)
    return value.machine


def _moves(draft: Draft, ruled: Ruled) -> bool:
    told = ruled.value or {}
    if ruled.ruling is Ruling.MERGE:
        into = told.get("into", "")
        return into != ruled.target and draft.event(into) is not None
    event = draft.event(ruled.target)
    inside = {one.target for one in event.values} if event else set()
    chosen = set(told.get("targets", ()))
    return bool(chosen) and chosen < inside


def _check(ruled: Ruled, text: str) -> None:
    told = dict(ruled.value or {})
    told.pop("part_of", None)
    _, _, slot = ruled.target.partition("/")
    span = told.get("span") if slot else told.get("trigger")
    try:
        if slot:
            from_plain(RECORDS[slot.partition("/")[0]], {**told, "rule": PERSON})
        else:
            EventKind(told["kind"])
            EventStance(told["stance"])
        whole = span is None or text[span["start"] : span["end"]] == span["quote"]
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise _no_value(str(fault)) from fault
    if not whole or (span is None and slot != "date"):
        raise OptionError(
            ar="الاقتباس ليس في النص بهذا اللفظ",
            en="the quote is not in the text in these words",
            where=ruled.target,
            remedy_ar="انسخ الألفاظ كما هي من النص، أو ظللها فيه",
            remedy_en="copy the words as they stand in the text, or select them there",
        )


def _json(value: object) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _no_value(why: str) -> OptionError:
    return OptionError(
        ar="القيمة ناقصة أو ليست من نوعها",
        en="the value is incomplete or not of its kind",
        where=why,
        remedy_ar="املأ الحقول المطلوبة",
        remedy_en="fill in the fields that are needed",
    )


def _unknown(target: str) -> RegisterError:
    return RegisterError(
        ar="لا قيمة بهذا الاسم في القراءة",
        en="there is no such value in the reading",
        where=target,
        remedy_ar="أعد تحميل الصفحة؛ ربما غيّرها غيرك",
        remedy_en="load the page again; somebody may have changed it",
    )
