"""Assignments: a report in the hands of one coder, or of two who code it blind.

Of two, each sees the machine's values and their own rulings alone until both are done;
then both stand side by side, and what differs is for a reviewer to settle.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from django.conf import settings
from django.db import models

from tawthiq.errors import OptionError
from tawthiq.model.custody import Act
from tawthiq.model.revision import Ruling
from tawthiq.register.services.ledger import Deed, append, now
from tawthiq.register.services.together import together
from tawthiq.workflow.registers.revised import Draft, Value

LEAST = "coder"
"""The least role of who codes."""


class Person(Protocol):
    """Who may be given a report: an account."""

    @property
    def pk(self) -> Any:  # noqa: ANN401 - as Django has it
        """The number of the account."""

    def get_username(self) -> str:
        """Give the name that stands beside what they decide."""

    def may(self, role: str) -> bool:
        """Whether they may do what a role may."""


class Assignment(models.Model):
    """A report given to a coder, and where wanted to a second.

    ``first_done`` and ``second_done`` are when each ended their part (UTC, ISO 8601),
    empty before. One that another replaced is ``ended`` and kept.
    """

    report = models.TextField(db_index=True)
    first = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="coding_first"
    )
    second = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="coding_second",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="assigned"
    )
    at = models.CharField(max_length=40)
    first_done = models.CharField(max_length=40, default="")
    second_done = models.CharField(max_length=40, default="")
    ended = models.BooleanField(default=False)

    class Meta:
        """One that holds per report."""

        app_label = "desk"
        constraints = (
            models.UniqueConstraint(
                fields=("report",),
                condition=models.Q(ended=False),
                name="assignment_holds",
            ),
        )

    @property
    def coders(self) -> tuple[str, ...]:
        """Name those who code the report."""
        second = self.second
        return (self.first.get_username(), *([second.get_username()] if second else []))

    @property
    def both_done(self) -> bool:
        """Whether both of two have ended their part."""
        return bool(self.second_id and self.first_done and self.second_done)

    @property
    def under_way(self) -> bool:
        """Whether two code the report and one of them has not ended yet."""
        return bool(self.second_id) and not self.both_done

    def is_done(self, person: str) -> bool:
        """Whether a person has ended their part."""
        if person == self.first.get_username():
            return bool(self.first_done)
        return person in self.coders and bool(self.second_done)


def assignment_of(name: str) -> Assignment | None:
    """Give the assignment of a report that holds; None where nobody has it."""
    holding = Assignment.objects.filter(report=name, ended=False)
    return holding.select_related("first", "second").first()


def given_to(person: Person) -> Iterator[str]:
    """Name the reports in a person's hands whose part in them is not ended."""
    holding = Assignment.objects.filter(ended=False)
    first = holding.filter(first=person.pk, first_done="")
    second = holding.filter(second=person.pk, second_done="")
    yield from (first | second).values_list("report", flat=True).order_by("report")


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindSpan:
    """From when to when (UTC, ISO 8601) two coded a report without seeing each other."""

    coders: tuple[str, ...]
    since: str
    until: str


def blind_spans() -> dict[str, BlindSpan]:
    """Give the blind codings that both have ended, the last of each report."""
    both = Assignment.objects.exclude(first_done="").exclude(second_done="")
    return {
        one.report: BlindSpan(
            coders=one.coders,
            since=one.at,
            until=max(one.first_done, one.second_done),
        )
        for one in both.select_related("first", "second").order_by("pk")
        if one.second_id
    }


def blind(told: Assignment | None, person: str) -> bool:
    """Whether a person must not see what others ruled: both code, not both are done."""
    return told is not None and told.under_way and person in told.coders


def assign(name: str, first: Person, second: Person | None, *, by: Person) -> None:
    """Put a report into the hands of one coder, or of two; what held before ends.

    Raises:
        OptionError: both are one person, or one may not code.
    """
    people = [one for one in (first, second) if one is not None]
    if first == second or not all(one.may(LEAST) for one in people):
        raise OptionError(
            ar="يلزم مرمّز، ومعه ثان غيره إن أُريد الترميز المزدوج",
            en="it takes a coder, and for double coding another who is not the same",
            remedy_ar="اختر شخصين مختلفين لهما دور مرمّز أو أعلى",
            remedy_en="choose two different people whose role is coder or above",
        )
    at = now()
    with together():
        Assignment.objects.filter(report=name, ended=False).update(ended=True)
        made = Assignment.objects.create(
            report=name,
            first_id=first.pk,
            second_id=second.pk if second else None,
            by_id=by.pk,
            at=at,
        )
        body = {"report": name, "coders": list(made.coders)}
        deed = Deed(act=Act.DECIDED, subject=f"assignment:{made.pk}", body=body)
        append([deed], by=by.get_username(), at=at)


def end_part(told: Assignment, person: str) -> None:
    """Note that a person has ended their part."""
    if person == told.first.get_username():
        told.first_done = now()
    else:
        told.second_done = now()
    told.save(update_fields=["first_done", "second_done"])


def differing(told: Assignment, draft: Draft) -> list[Value]:
    """Give the values on which the two ruled differently and nobody settled it.

    What one added and the other did not is among them; values of an event that stands
    in question itself, or that both rejected, are not.
    """
    found: list[Value] = []
    for event in draft.standing():
        if _differs(told.coders, event.head):
            found.append(event.head)
        elif event.head.stands:
            found += [one for one in event.values if _differs(told.coders, one)]
    return found


def _differs(coders: tuple[str, ...], value: Value) -> bool:
    if not value.rulings or value.rulings[-1].settles:
        return False
    last = {one.by: one for one in value.rulings}
    told = [last.get(person) for person in coders]
    said = {
        (one.ruling, one.value if one.ruling is not Ruling.ACCEPT else "")
        if one
        else None
        for one in told
    }
    return len(said) > 1
