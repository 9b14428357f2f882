"""Marked reports: whether a value that was read stands among those people marked.

The file holds one report a line, ``{"doc": id, "events": [...]}``, each value with its
``quote`` (the guide of the hand-marked reports). A value is right where any event of
its report holds it: whose it is, is for whoever joins events, not for the rule that
read the words.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tawthiq.errors import InputError
from tawthiq.lang.language import Language

Row = Mapping[str, Any]
Forms = Callable[[str], Sequence[frozenset[str]]]

SLOTS = {
    "place": "places",
    "perpetrator": "perpetrators",
    "weapon": "weapons",
    "struck": "struck",
    "casualty": "casualties",
    "victim": "victims",
    "attribution": "attribution",
}
"""The slots of an event that hold many values, and the keys that they stand under."""

CODES = {"perpetrator": "actor", "weapon": "code", "struck": "code"}
NUMBERS = ("outcome", "group", "low", "high")
HALF = 0.5


def marked_reports(path: Path) -> dict[str, tuple[Row, ...]]:
    """Read the events that people marked, by report.

    Raises:
        InputError: the file cannot be read, or a line of it marks no report.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise _unmarked(str(path)) from fault
    found: dict[str, tuple[Row, ...]] = {}
    for number, line in enumerate(lines, 1):
        where = f"{path}:{number}"
        if line.strip():
            try:
                row = json.loads(line)
                found[str(row["doc"])] = tuple(dict(e) for e in row["events"])
            except (ValueError, TypeError, KeyError) as fault:
                raise _unmarked(where) from fault
    return found


def _unmarked(where: str) -> InputError:
    return InputError(
        ar="لا تقرأ منه تقارير مشروحة",
        en="no marked reports can be read there",
        where=where,
        remedy_ar='سطر JSON لكل تقرير: {"doc": …, "events": […]}',
        remedy_en='one line of JSON a report: {"doc": …, "events": […]}',
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of a reading: its slot, its fields, its words and what read them."""

    slot: str
    fields: Row
    start: int
    end: int
    rule: str


def values_of(events: Sequence[Row]) -> Iterator[Value]:
    """Give every value of a reading's events, the words that tell each event first.

    Args:
        events: as the reading format has them.
    """
    for event in events:
        yield _value("event", event, event["trigger"])
        when = event["date"]
        if when is not None and when["span"] is not None:
            yield _value("date", when, when["span"])
        for slot, key in SLOTS.items():
            for held in event[key]:
                yield _value(slot, held, held["span"])


def _value(slot: str, fields: Row, span: Row) -> Value:
    return Value(
        slot=slot,
        fields=fields,
        start=int(span["start"]),
        end=int(span["end"]),
        rule=str(fields["rule"]),
    )


class Marks:
    """Holds what people marked in one report against what was read there.

    Args:
        events: the events marked.
        text: the report's text.
        language: the pack whose folding and clitics make two spellings one.
    """

    def __init__(self, events: Sequence[Row], text: str, language: Language) -> None:
        self._events = events
        self._text = text
        self._language = language

    def holds(self, value: Value) -> bool:
        """Say whether a value stands in some marked event."""
        return any(self._in(event, value) for event in self._events)

    def _in(self, event: Row, value: Value) -> bool:
        match value.slot:
            case "event":
                return self._told_by(str(event["quote"]), value)
            case "date":
                return _day(event.get("date")) == _day(value.fields)
            case _:
                rows = event.get(SLOTS[value.slot]) or ()
                return any(self._same(value, row) for row in rows)

    def _told_by(self, quote: str, value: Value) -> bool:
        at = self._text.find(quote)
        while at >= 0:
            if at < value.end and value.start < at + len(quote):
                return True
            at = self._text.find(quote, at + 1)
        return False

    def _same(self, value: Value, row: Row) -> bool:
        fields = value.fields
        if value.slot == "casualty":
            return all(fields.get(n) == row.get(n) for n in NUMBERS)
        if value.slot in CODES:
            code = CODES[value.slot]
            return bool(fields[code] == row[code])
        read = self._text[value.start : value.end]
        if value.slot == "attribution" and fields["stance"] != row["stance"]:
            return False
        return alike(read, str(row["quote"]), self._language)


def _day(when: Row | None) -> tuple[object, object] | None:
    if when is None or when.get("from") is None:
        return None
    return when["from"], when.get("to") or when["from"]


def alike(one: str, other: str, language: Language) -> bool:
    """Say whether two wordings name one thing: all words of one, or over half shared.

    Words are one where they fold to one stem with some of their clitics cut off.
    """
    first, second = (_stems(words, language) for words in (one, other))
    left, shared = list(second), 0
    for stems in first:
        match = next((s for s in left if s & stems), None)
        if match is not None:
            left.remove(match)
            shared += 1
    total = len(first) + len(second) - shared
    least = min(len(first), len(second))
    return shared > 0 and (shared == least or shared / total > HALF)


def _stems(words: str, language: Language) -> list[frozenset[str]]:
    stems = language.affixes.stems
    return [
        frozenset(s.text for s in stems(word)) for word in language.key(words).split()
    ]
