"""How the coding of a report stands, as its page shows it, and how it ends."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.http import HttpRequest

from tawthiq.desk.assigning.assignments import (
    Assignment,
    assignment_of,
    blind,
    differing,
    end_part,
)
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role, may
from tawthiq.desk.phrases import plain
from tawthiq.desk.reviewing.marks import element_id
from tawthiq.desk.reviewing.telling import tell
from tawthiq.errors import RegisterError
from tawthiq.workflow.registers import revising
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.revised import Value
from tawthiq.workflow.registers.revising import Ruled, UnderReview, under_review


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one of the two ruled on a value, in words; empty where nothing."""

    by: str
    ruling: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A value on which the two differ: the name of its element, and both sides."""

    name: str
    slot: str
    machine: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """One who codes the report, and whether their part is ended."""

    name: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """Whose hands a report is in; ``alone`` where who looks sees their own side only."""

    hands: tuple[Hand, ...]
    double: bool
    alone: bool
    both_done: bool
    differences: tuple[Difference, ...]
    people: tuple[str, ...]


def coding_of(request: HttpRequest, name: str, seen: UnderReview) -> Coding:
    """Give how the coding of a report stands, for who asks."""
    told = assignment_of(name)
    both = told is not None and told.both_done
    people: tuple[str, ...] = ()
    if may(request, Role.LEAD):
        active = Account.objects.filter(is_active=True).order_by("username")
        people = tuple(one.username for one in active if one.may(Role.CODER))
    return Coding(
        hands=tuple(Hand(name=one, done=told.is_done(one)) for one in (told.coders))
        if told
        else (),
        double=told is not None and told.second_id is not None,
        alone=blind(told, request.user.get_username()),
        both_done=both,
        differences=tuple(
            _difference(told, value) for value in differing(told, seen.draft)
        )
        if told and both
        else (),
        people=people,
    )


def _difference(told: Assignment, value: Value) -> Difference:
    last = {one.by: one for one in value.rulings}
    sides = []
    for person in told.coders:
        one = last.get(person)
        given = one.value if one else ""
        sides.append(
            Side(
                by=person,
                ruling=plain(f"ruling_{one.ruling}" if one else "coding_nothing"),
                told=_words(value.slot, given),
            )
        )
    return Difference(
        name=element_id(value.target),
        slot=f"slot_{value.slot}",
        machine=tell(value.slot, value.machine).main if value.machine else "",
        sides=tuple(sides),
    )


def _words(slot: str, given: str) -> str:
    return tell(slot, json.loads(given)).main if given else ""


def hands_of(names: Iterable[str]) -> dict[str, Assignment]:
    """Give the assignments of reports that hold, by report."""
    rows = Assignment.objects.filter(report__in=list(names), ended=False)
    return {one.report: one for one in rows.select_related("first", "second")}


def end_own_part(register: Register, name: str) -> None:
    """End a person's part of blind coding; what they left unruled they accept.

    Where that was the last part and nothing differs, the review is closed with it.

    Raises:
        RegisterError: there is no such report, or it is not in their hands.
    """
    told = assignment_of(name)
    if told is None or register.by not in told.coders:
        raise _not_yet(name)
    if not told.is_done(register.by):
        revising.accept_the_rest(register, name)
        end_part(told, register.by)
    if told.both_done and not differing(told, under_review(name).draft):
        revising.close(register, name)


def settling(name: str, seen: UnderReview, ruled: Ruled, *, settles: bool) -> Ruled:
    """Let a reviewer's ruling settle what two coders differ on, one-sided too.

    Args:
        name: the report's id.
        seen: the report under review.
        ruled: the ruling.
        settles: whether who rules may settle.
    """
    told = assignment_of(name)
    if not settles or told is None or not told.both_done:
        return ruled
    open_still = {value.target for value in differing(told, seen.draft)}
    return replace(ruled, settles=ruled.settles or ruled.target in open_still)


def refuse_early_close(name: str) -> None:
    """Let nobody close a review of which two code, before both are done and agree.

    Raises:
        RegisterError: one of them is not done, or a difference is not settled.
    """
    told = assignment_of(name)
    if told is None or told.second_id is None:
        return
    if told.under_way or differing(told, under_review(name).draft):
        raise _not_yet(name)


def _not_yet(name: str) -> RegisterError:
    return RegisterError(
        ar="الترميز المزدوج لهذا التقرير لم ينته",
        en="the double coding of this report has not ended",
        where=name,
        remedy_ar="انتظر أن يفرغ المرمّزان، ثم يحسم مراجع ما اختلفا فيه",
        remedy_en="wait until both coders are done; then a reviewer settles what differs",
    )
