"""Name the cause of a fault by rules over what was expected, what was read, the text.

Each rule asks one question of both sides; the first that holds names the cause. The
names stand in ``tags.csv`` with their words in Arabic and English.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

Row = dict[str, Any]
SHEET = Path(__file__).with_name("tags.csv")
STRUCK_ROLES = {"at", "near"}
CODED = {
    "perpetrator": ("perpetrators", "actor"),
    "weapon": ("weapons", "code"),
    "struck": ("struck", "code"),
}
AS_SLOT = frozenset({"kind", "type", "stance"})
TELLING = ("casualty", "place", "victim")
"""Slots whose values tell one event from another."""

MATCHED = 2.0
"""Affinity from which the scorer lays two events side by side."""

FURNITURE_WORDS = 12
STOPS = '.!?؟،؛:»"'


def labels() -> dict[str, tuple[str, str]]:
    """Give each tag with its words in Arabic and English."""
    with SHEET.open(encoding="utf-8") as file:
        return {r["tag"]: (r["ar"], r["en"]) for r in csv.DictReader(file)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """One report: the events expected, the reading, and the scorer that compares.

    ``wanted`` and ``read`` are its events in the scorer's shapes.
    """

    scoring: ModuleType
    text: str
    language: str
    wanted: list[Row]
    read: list[Row]
    statements: list[Row] = field(default_factory=list)

    def held(self, slot: str, value: object, events: Iterable[Row]) -> bool:
        """Say whether some of these events hold a value."""
        return any(
            self.scoring.same(slot, value, other)
            for event in events
            for other in self.scoring.values(event)[slot]
        )

    def alike(self, one: str, other: str) -> bool:
        """Say whether two quotes name the same thing."""
        return bool(self.scoring.alike(one, other))

    def quote(self, value: Row) -> str:
        """Give the words of a value of either side."""
        return str(self.scoring.quote(value))


def of_missed_event(sides: Sides, event: Row) -> str:
    """Name why a whole event was not read."""
    if sides.language not in {"ar", "en"}:
        return "language"
    return "merged" if _inside_another(sides, event) else "missed_event"


def _inside_another(sides: Sides, event: Row) -> bool:
    """Say whether an event's own values stand in one read for another event."""
    values = sides.scoring.values(event)
    own = [(s, v) for s in TELLING for v in values[s]]
    rivals = [e for e in sides.wanted if e is not event]
    shared = [(s, v) for s, v in own if not sides.held(s, v, rivals)]
    if any(sides.held(s, v, sides.read) for s, v in shared):
        return True
    return any(sides.alike(event["quote"], r["trigger"]["quote"]) for r in sides.read)


def of_spurious_event(sides: Sides, event: Row) -> str:
    """Name why an event was read that is none."""
    if not sides.wanted:
        return "empty_report"
    if any(_is_retold(sides, wanted, event) for wanted in sides.wanted):
        return "split"
    if _is_furniture(sides.text, int(event["trigger"]["start"])):
        return "title_or_furniture"
    return "spurious_event"


def _is_retold(sides: Sides, wanted: Row, event: Row) -> bool:
    """Say whether an event tells again what one that is expected tells."""
    if sides.scoring.affinity(wanted, event) < MATCHED:
        return False
    values = sides.scoring.values(wanted)
    return sides.alike(wanted["quote"], event["trigger"]["quote"]) or any(
        sides.held(slot, value, (event,)) for slot in TELLING for value in values[slot]
    )


def _is_furniture(text: str, at: int) -> bool:
    """Say whether words stand in a short line that no full stop ends."""
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[begin : end if end >= 0 else len(text)].strip()
    return 0 < len(line.split()) <= FURNITURE_WORDS and line[-1] not in STOPS


def of_missed_value(
    sides: Sides, slot: str, value: object, *, pair: tuple[Row, Row]
) -> str:
    """Name why a value of an aligned event was not read."""
    wanted, found = pair
    if slot in AS_SLOT:
        return slot
    near = _near(sides, slot, value, events=(wanted, found))
    if near is not None:
        return near
    if sides.held(slot, value, (e for e in sides.read if e is not found)):
        return "scope" if slot == "attribution" else "wrong_owner"
    return "scope" if _is_spoken(sides, slot, value) else "unread"


def of_spurious_value(
    sides: Sides, slot: str, value: object, *, pair: tuple[Row, Row]
) -> str:
    """Name why an aligned event holds a value that it should not."""
    wanted, found = pair
    if slot in AS_SLOT:
        return slot
    near = _near(sides, slot, value, events=(found, wanted))
    if near is not None:
        return near
    if sides.held(slot, value, (e for e in sides.wanted if e is not wanted)):
        return "scope" if slot == "attribution" else "wrong_owner"
    return "said_of_nothing"


def _near(
    sides: Sides, slot: str, value: object, *, events: tuple[Row, Row]
) -> str | None:
    """Name what a value of the first event has in place of one of the second's."""
    own, other = events
    match slot:
        case "casualty":
            return _near_count(value, own, other)
        case "date":
            return _near_date(sides, own, other)
        case "place":
            return _near_place(sides, str(value), other)
        case "victim":
            named = (sides.quote(v) for v in other["victims"])
            return "name_cut" if _shares_a_word(sides, str(value), named) else None
        case "attribution":
            return _near_source(sides, value, other)
        case _:
            return _near_code(sides, slot, value, events=events)


def _near_count(value: Any, own: Row, other: Row) -> str | None:  # noqa: ANN401
    """Compare a count (outcome, group, low, high) with those of the other side."""
    rows = [
        (c["outcome"], c["group"], c.get("low"), c.get("high"))
        for c in other["casualties"]
    ]
    outcome, group, *numbers = value
    if any(r[0] == outcome and list(r[2:]) == numbers for r in rows):
        return "group"
    if any(r[1] == group and list(r[2:]) == numbers for r in rows):
        return "outcome"
    part = next(
        (
            c.get("part_of") is not None
            for c in own["casualties"]
            if (c["outcome"], c["group"], c.get("low"), c.get("high")) == value
        ),
        False,
    )
    if part:
        return "subset"
    return "number" if any(r[:2] == (outcome, group) for r in rows) else None


def _near_date(sides: Sides, own: Row, other: Row) -> str | None:
    one, two = own.get("date") or {}, other.get("date") or {}
    if not two.get("from"):
        return None
    same = sides.alike(sides.quote(one), sides.quote(two))
    return "date_base" if same else "date_chosen"


def _near_place(sides: Sides, name: str, other: Row) -> str | None:
    rest = [p for p in other["places"] if p.get("role") not in STRUCK_ROLES]
    if any(sides.alike(name, sides.quote(p)) for p in rest):
        return "place_role"
    struck = (sides.quote(p) for p in other["places"] if p.get("role") in STRUCK_ROLES)
    return "name_cut" if _shares_a_word(sides, name, struck) else None


def _shares_a_word(sides: Sides, name: str, others: Iterable[str]) -> bool:
    """Say whether a name has a word in common with one that is not alike."""
    own = sides.scoring.bag(name) - sides.scoring.HEADS
    return any(
        own & (sides.scoring.bag(other) - sides.scoring.HEADS)
        and not sides.alike(name, other)
        for other in others
    )


def _near_source(sides: Sides, value: Any, other: Row) -> str | None:  # noqa: ANN401
    name, _ = value
    named = any(sides.alike(name, sides.quote(a)) for a in other["attribution"])
    return "stance" if named else None


def _near_code(
    sides: Sides, slot: str, value: object, *, events: tuple[Row, Row]
) -> str | None:
    key, field_ = CODED[slot]
    own = [sides.quote(v) for v in events[0][key] if v[field_] == value]
    other = [sides.quote(v) for v in events[1][key] if v[field_] != value]
    return "code" if any(sides.alike(a, b) for a in own for b in other) else None


def _is_spoken(sides: Sides, slot: str, value: Any) -> bool:  # noqa: ANN401
    """Say whether a source was heard in the report, though for none of its events."""
    return slot == "attribution" and any(
        sides.alike(value[0], said["speaker"]["name"]) for said in sides.statements
    )
