"""The cards of a report's events, ready for the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.desk.phrases import plain
from tawthiq.desk.reviewing.marks import COLOURS, element_id
from tawthiq.desk.reviewing.slots import Form
from tawthiq.desk.reviewing.telling import Told, tell
from tawthiq.model.revision import Revision, Ruling
from tawthiq.workflow.registers.revised import SLOTS, Draft, Event, Value

DOUBTFUL = 0.5
"""Below this confidence a value is shown as doubtful."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One value on a card: the machine's and the person's side by side.

    ``reader`` names who proposed an event beside the rules, while nobody has ruled on
    it. ``state`` is ``open``, ``accept``, ``reject``, ``correct``, ``add`` or ``conflict``.
    """

    target: str
    name: str
    slot: str
    colour: str
    machine: Told | None
    person: Told | None
    quote: str
    state: str
    confidence: float | None
    doubtful: bool
    reader: str
    by: str
    note: str
    part: bool
    rulings: tuple[Revision, ...]
    form: Form | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One event: its own row, the rows of its values, and what can be added."""

    target: str
    number: int
    head: Row
    rows: tuple[Row, ...]
    form: Form | None
    can_merge: str


def cards_of(draft: Draft, form: Form | None) -> tuple[Card, ...]:
    """Give the cards of a review; ``form`` opens in the row or card that it is for."""
    events = draft.standing()
    return tuple(_card(events, number, form) for number in range(1, len(events) + 1))


def slots_to_add() -> tuple[tuple[str, str], ...]:
    """Give the slots that a value can be added to, with their names, in key order."""
    return tuple((slot, plain(f"slot_{slot}")) for slot in SLOTS)


def _card(events: Sequence[Event], number: int, form: Form | None) -> Card:
    event = events[number - 1]
    others = [one.target for one in events if one is not event]
    before = events[number - 2].target if number > 1 else ""
    mine = form is not None and form.ruling == "add"
    adding = form if mine and form and _event_of(form) == event.target else None
    return Card(
        target=event.target,
        number=number,
        head=_row(event.head, form),
        rows=tuple(_row(value, form) for value in event.values),
        form=adding,
        can_merge=before or next(iter(others), ""),
    )


def _event_of(form: Form) -> str:
    return form.target.partition("/")[0]


def _row(value: Value, form: Form | None) -> Row:
    told = value.told
    span = told.get("trigger" if value.slot == "event" else "span") or {}
    last = value.rulings[-1] if value.rulings else None
    sure = (value.machine or {}).get("confidence")
    corrects = form is not None and form.ruling == "correct"
    return Row(
        target=value.target,
        name=element_id(value.target),
        slot=value.slot,
        colour=COLOURS[value.slot],
        machine=tell(value.slot, value.machine) if value.machine else None,
        person=tell(value.slot, value.person) if value.person else None,
        quote=span.get("quote", ""),
        state=_state(value),
        confidence=sure,
        doubtful=sure is not None and sure < DOUBTFUL and not value.rulings,
        reader=(value.machine or {}).get("reader", "") if not value.rulings else "",
        by=last.by if last else "",
        note=last.note if last else "",
        part=value.part_of is not None,
        rulings=tuple(value.rulings),
        form=form if corrects and form and form.target == value.target else None,
    )


def _state(value: Value) -> str:
    if value.conflict:
        return "conflict"
    if value.ruling is Ruling.ACCEPT and value.person is not None:
        return "correct"
    return str(value.ruling) if value.ruling else "open"
