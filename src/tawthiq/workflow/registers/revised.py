"""What a reading becomes by the revisions of people: both sides of every value.

The machine's reading is taken as plain JSON values (`model.record`), each value under
its target (`e1/casualties/0`). Revisions are laid over it in their order; those undone
are as if never told. Nothing is lost: a value that was rejected or corrected keeps what
the machine read.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tawthiq.model.reading import Reading
from tawthiq.model.record import from_plain, to_plain
from tawthiq.model.revision import Revision, Ruling

SLOTS = (
    "date",
    "places",
    "casualties",
    "victims",
    "perpetrators",
    "weapons",
    "struck",
    "attribution",
)
"""The fields of an event that hold values, in the order of its card."""

HEAD = ("kind", "type", "stance", "trigger")
"""The fields of an event that are its own value, under the event's target."""

SHARED = frozenset({"date", "places", "attribution"})
"""What an event that is split off takes along, unless it is given its own."""

PERSON = "person"
"""The rule that a value names which a person gave."""

Plain = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Value:
    """One value under review.

    Args:
        target: its lasting name.
        slot: one of `SLOTS`, or ``event`` for an event's own.
        machine: what the machine read; None for a value that a person added.
        person: what a person gave instead; None where nobody did.
        ruling: the last ruling that stands on it; None where nobody ruled.
        rulings: all that stand on it, oldest first.
        part_of: the target of the casualty that it is a part of.
    """

    target: str
    slot: str
    machine: Plain | None
    person: Plain | None = None
    ruling: Ruling | None = None
    rulings: list[Revision] = field(default_factory=list)
    part_of: str | None = None

    @property
    def told(self) -> Plain:
        """Give what holds: the person's value, else the machine's."""
        return self.person or self.machine or {}

    @property
    def stands(self) -> bool:
        """Whether it is part of what the review gives."""
        return self.ruling is not Ruling.REJECT

    @property
    def conflict(self) -> bool:
        """Whether people rule differently on it and nobody has settled it."""
        last = {one.by: (one.ruling, one.value) for one in self.rulings}
        return len(set(last.values())) > 1 and not self.rulings[-1].settles


@dataclass(slots=True, kw_only=True)
class Event:
    """An event under review: its own value, and the values that stand in it."""

    head: Value
    values: list[Value]
    merged_into: str = ""

    @property
    def target(self) -> str:
        """Give the lasting name of the event."""
        return self.head.target

    def slot(self, name: str) -> tuple[Value, ...]:
        """Give its values of one slot."""
        return tuple(one for one in self.values if one.slot == name)


@dataclass(slots=True, kw_only=True)
class Draft:
    """A reading under review.

    ``closed`` is the revision that ended the review, where it has ended.
    """

    events: list[Event]
    closed: Revision | None = None

    def standing(self) -> tuple[Event, ...]:
        """Give the events that were not merged into others."""
        return tuple(one for one in self.events if not one.merged_into)

    def values(self) -> Iterator[Value]:
        """Give every value, the events' own among them, in the order of the cards."""
        for event in self.standing():
            yield event.head
            yield from event.values

    def value(self, target: str) -> Value | None:
        """Find a value by its target."""
        return next((one for one in self.values() if one.target == target), None)

    def event(self, target: str) -> Event | None:
        """Find an event that stands by its target."""
        return next((e for e in self.standing() if e.target == target), None)


def in_force(revisions: Iterable[Revision]) -> list[Revision]:
    """Give the revisions that nobody undid, oldest first; an undoing may be undone."""
    told = list(revisions)
    lifted: set[int] = set()
    for one in reversed(told):  # an undoing comes after what it lifts
        if one.ruling is Ruling.UNDO and one.number not in lifted and one.reverses:
            lifted.add(one.reverses)
    return [o for o in told if o.number not in lifted and o.ruling is not Ruling.UNDO]


def draft_of(reading: Reading, revisions: Iterable[Revision]) -> Draft:
    """Lay revisions over the machine's reading."""
    draft = Draft(events=[_event(one) for one in to_plain(reading).get("events", [])])
    for one in in_force(revisions):
        _lay(draft, one)
    return draft


def reading_from(draft: Draft, reading: Reading, *, code: str) -> Reading:
    """Give the reading that a review comes to; what stands unruled is the machine's.

    Args:
        draft: the review.
        reading: the machine's.
        code: what its origin names as the version of the code.
    """
    plain = to_plain(reading)
    plain["events"] = [_plain_event(e) for e in draft.standing() if e.head.stands]
    plain["origin"] = {**plain["origin"], "code": code}
    return from_plain(Reading, plain)


def _event(plain: Plain) -> Event:
    name = plain["id"]
    head = Value(target=name, slot="event", machine={k: plain[k] for k in HEAD})
    head.machine = {**(head.machine or {}), "rule": plain["rule"]}
    for key in ("confidence", "kind_confidence", "type_confidence", "reader"):
        if key in plain:
            head.machine[key] = plain[key]
    values: list[Value] = []
    for slot in SLOTS:
        if slot == "date":
            if "date" in plain:
                told = plain["date"]
                values.append(Value(target=f"{name}/date", slot=slot, machine=told))
            continue
        values += [
            Value(target=f"{name}/{slot}/{number}", slot=slot, machine=told)
            for number, told in enumerate(plain.get(slot, []))
        ]
    for one in values:
        number = (one.machine or {}).get("part_of")
        if number is not None:
            one.part_of = f"{name}/casualties/{number}"
    return Event(head=head, values=values)


def _lay(draft: Draft, one: Revision) -> None:
    told: Plain = json.loads(one.value) if one.value else {}
    if one.ruling is Ruling.CLOSE:
        draft.closed = one
        return
    draft.closed = None  # whoever rules again opens the review again
    if one.ruling is Ruling.ADD:
        _add(draft, one, told)
    elif one.ruling is Ruling.MERGE:
        _merge(draft, one.target, told["into"])
    elif one.ruling is Ruling.SPLIT:
        _split(draft, one, told["targets"])
    else:
        _rule(draft, one, told)


def _rule(draft: Draft, one: Revision, told: Plain) -> None:
    value = draft.value(one.target)
    if value is None:
        return
    value.ruling = one.ruling
    value.rulings.append(one)
    if one.ruling is Ruling.CORRECT:
        value.part_of = told.pop("part_of", None)
        value.person = told


def _add(draft: Draft, one: Revision, told: Plain) -> None:
    if one.target == "":
        head = Value(target=f"+{one.number}", slot="event", machine=None, person=told)
        head.ruling, head.rulings = one.ruling, [one]
        draft.events.append(Event(head=head, values=[]))
        return
    name, _, slot = one.target.partition("/")
    event = draft.event(name)
    if event is None:
        return
    event.values.append(
        Value(
            target=f"{one.target}/+{one.number}",
            slot=slot,
            machine=None,
            part_of=told.pop("part_of", None),
            person=told,
            ruling=one.ruling,
            rulings=[one],
        )
    )
    event.values.sort(key=lambda value: SLOTS.index(value.slot))


def _merge(draft: Draft, target: str, into: str) -> None:
    event, heir = draft.event(target), draft.event(into)
    if event is None or heir is None or event is heir:
        return
    event.merged_into = into
    dated = bool(heir.slot("date"))
    heir.values += [v for v in event.values if not (dated and v.slot == "date")]
    heir.values.sort(key=lambda value: SLOTS.index(value.slot))


def _split(draft: Draft, one: Revision, targets: Sequence[str]) -> None:
    event = draft.event(one.target)
    if event is None:
        return
    moved = [v for v in event.values if v.target in targets]
    head = Value(
        target=f"+{one.number}",
        slot="event",
        machine=None,
        person=dict(event.head.told),
        ruling=Ruling.ADD,
        rulings=[one],
    )
    event.values = [v for v in event.values if v.target not in targets]
    told = {value.slot for value in moved}
    moved += _shared(event, one.number, SHARED - told)
    moved.sort(key=lambda value: SLOTS.index(value.slot))
    place = draft.events.index(event) + 1
    draft.events.insert(place, Event(head=head, values=moved))


def _shared(event: Event, number: int, slots: frozenset[str]) -> list[Value]:
    """Copy what a part of an event has in common with the whole."""
    return [
        Value(
            target=f"+{number}/{value.slot}/{place}",
            slot=value.slot,
            machine=None,
            person=dict(value.told),
        )
        for place, value in enumerate(event.values)
        if value.slot in slots and value.stands
    ]


def _plain_event(event: Event) -> Plain:
    told = _told(event.head)
    if event.head.ruling is not None:
        # A person has ruled on what a reader of one's own choice proposed: it speaks.
        told.pop("reader", None)
    plain: Plain = {"id": event.target, **told}
    standing = [one for one in event.values if one.stands]
    casualties = [one.target for one in standing if one.slot == "casualties"]
    for one in standing:
        value = _told(one)
        if one.slot == "date":
            plain["date"] = value
            continue
        value.pop("part_of", None)
        if one.slot == "casualties" and one.part_of in casualties:
            value["part_of"] = casualties.index(one.part_of)
        plain.setdefault(one.slot, []).append(value)
    return plain


def _told(value: Value) -> Plain:
    if value.person is None:
        return dict(value.machine or {})
    return {**value.person, "rule": PERSON}
