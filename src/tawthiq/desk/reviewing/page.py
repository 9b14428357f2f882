"""All that the page of one report shows."""

import json
from dataclasses import dataclass
from typing import Any

from tawthiq.desk.phrases import plain
from tawthiq.desk.restricting import sight
from tawthiq.desk.reviewing.cards import cards_of, slots_to_add
from tawthiq.desk.reviewing.marks import marks_of, paragraphs
from tawthiq.desk.reviewing.slots import Form
from tawthiq.desk.reviewing.telling import tell
from tawthiq.model.revision import Revision, Ruling
from tawthiq.register.models import EventRow, ReceiptRow, StandingRow
from tawthiq.workflow.registers.capture_page import may_be_page
from tawthiq.workflow.registers.revised import in_force
from tawthiq.workflow.registers.revising import UnderReview, state_of

LAST = 10
"""Rulings that can be undone from the page; further ones stand in the history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One ruling of the history, in words; ``lifted`` if somebody undid it."""

    number: int
    at: str
    by: str
    what: str
    on: str
    note: str
    lifted: bool


def page_of(seen: UnderReview, form: Form | None) -> dict[str, Any]:
    """Give what the template of a report takes.

    Args:
        seen: the report under review.
        form: the form that is open, if any.
    """
    told = seen.reading.report
    draft = seen.draft
    values = list(draft.values())
    ruled = sum(value.ruling is not None for value in values)
    deeds = _deeds(seen)
    adds_event = form is not None and form.ruling == "add" and form.slot == "event"
    return {
        "report": told,
        "capture": seen.machine.capture,
        "is_page": may_be_page(_received_as(seen.machine.capture)),
        "paragraphs": list(paragraphs(told.text, marks_of(draft), seen.sentences)),
        "cards": cards_of(draft, form),
        "event_form": form if adds_event else None,
        "slots": slots_to_add(),
        "state": str(state_of(draft, bool(ruled))),
        "ruled": ruled,
        "total": len(values),
        "deeds": deeds[:LAST],
        "more_deeds": deeds[LAST:],
        "copies": _copies(told.id),
        "origin": seen.reading.origin,
    }


def _deeds(seen: UnderReview) -> list[Deed]:
    standing = {one.number for one in in_force(seen.revisions)}
    return [
        Deed(
            number=one.number,
            at=one.at,
            by=one.by,
            what=plain(f"ruling_{one.ruling}"),
            on=_named(seen, one),
            note=one.note,
            lifted=one.number not in standing,
        )
        for one in reversed(seen.revisions)
        if one.ruling is not Ruling.UNDO
    ]


def _named(seen: UnderReview, one: Revision) -> str:
    """Name what a ruling is on: the value as it was when it was ruled on."""
    told = one.value if one.ruling in {Ruling.ADD, Ruling.CORRECT} else one.machine
    value = seen.draft.value(one.target)
    if one.ruling is Ruling.ADD:
        slot = one.target.partition("/")[2] or "event"
    elif value is not None:
        slot = value.slot
    else:
        parts = one.target.split("/")
        slot = parts[1] if len(parts) > 1 else "event"
    if not told:
        return ""
    return tell(slot, json.loads(told)).main


def _received_as(digest: str) -> str:
    return ReceiptRow.objects.filter(capture=digest).order_by("pk")[0].name


def _copies(name: str) -> list[tuple[str, str]]:
    """Give the reports that tell this one over, by the incidents they stand in.

    Returns:
        For each its id, and how it is known: its outlet, its title, else its id.
    """
    contents = EventRow.objects.filter(name=name, membership__isnull=False)
    told = contents.values_list("membership__incident__content", flat=True).distinct()
    found: set[str] = set()
    for content in told:
        for group in json.loads(content).get("copies", ()):
            names = {str(one).partition("#")[0] for one in group}
            if name in names:
                found |= names - {name}
    rows = sight.current().of_reports(StandingRow.objects.filter(name__in=found))
    rows = rows.select_related("report")
    return [
        (row.name, row.report.outlet or row.report.title or row.name[:12])
        for row in rows.order_by("name")
    ]
