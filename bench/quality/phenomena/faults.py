"""Faults: each value missed or read wrongly, with its cause, sentence and rule."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType

from phenomena import tags
from phenomena.tags import Row, Sides

KEYS = {
    "date": "date",
    "place": "places",
    "perpetrator": "perpetrators",
    "weapon": "weapons",
    "struck": "struck",
    "casualty": "casualties",
    "victim": "victims",
    "attribution": "attribution",
}
BESIDES = frozenset({"event", "killed", "blame"})
"""Slots of the scorer that are counted apart from the values."""

COMMON = frozenset({"None", "killed", "asserts"})
"""Words that too many values share to tell which one is meant."""

LONGEST = 400
"""Characters of a sentence that are shown."""

STOPS = ".\n؟!"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One value missed or read wrongly; ``cost`` is how many values go with it.

    ``sign`` is ``missed``, ``spurious`` or ``open`` (a place without one point, which
    no figure of the reading counts).
    """

    slot: str
    sign: str
    tag: str
    doc: str
    part: str
    value: str
    quote: str
    rule: str
    sentence: str
    beside: str = ""
    cost: int = 1

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Give what names the same fault in two readings."""
        return self.doc, self.slot, self.sign, self.value


def faults_of(
    scoring: ModuleType, gold: Row, read: Row, *, text: str, part: str
) -> Iterator[Fault]:
    """Compare one report's gold with its reading.

    Args:
        scoring: the scorer ``score_reading``.
        gold: the report's line of the gold.
        read: its line of ``tawthiq read --format jsonl``.
        text: its text.
        part: the part of dev that it belongs to.
    """
    sides = Sides(
        scoring=scoring,
        text=text,
        language=read["report"]["language"],
        wanted=gold["events"],
        read=read["events"],
        statements=read["statements"],
    )
    found = _Faults(sides, gold["doc"], part)
    pairs, missed, spurious = scoring.align(sides.wanted, sides.read)
    for event in missed:
        yield found.whole("missed", tags.of_missed_event(sides, event), event)
    for event in spurious:
        yield found.whole("spurious", tags.of_spurious_event(sides, event), event)
    for wanted, read_ in pairs:
        yield from found.values((wanted, read_))
        yield from found.unplaced((wanted, read_))


def counted(found: Iterable[Fault]) -> list[tuple[str, str, Counter[str]]]:
    """Give slot, tag and counts by sign, the dearest first."""
    table: dict[tuple[str, str], Counter[str]] = {}
    for fault in found:
        row = table.setdefault((fault.slot, fault.tag), Counter())
        row[fault.sign] += 1
        row["cost"] += fault.cost
    ordered = sorted(table.items(), key=lambda p: (-p[1]["cost"], p[0]))
    return [(slot, tag, row) for (slot, tag), row in ordered]


class _Faults:
    """Makes the faults of one report."""

    def __init__(self, sides: Sides, doc: str, part: str) -> None:
        self._sides = sides
        self._doc = doc
        self._part = part

    def whole(self, sign: str, tag: str, event: Row) -> Fault:
        """Make the fault of an event that has no counterpart."""
        quote = event.get("quote") or event["trigger"]["quote"]
        where = event.get("trigger", {}).get("start", self._sides.text.find(quote))
        values = self._sides.scoring.values(event)
        return Fault(
            slot="event",
            sign=sign,
            tag=tag,
            doc=self._doc,
            part=self._part,
            value=f"{event['kind']} {event['type']}",
            quote=quote,
            rule=event.get("rule", ""),
            sentence=around(self._sides.text, where),
            cost=1 + sum(len(v) for s, v in values.items() if s not in BESIDES),
        )

    def values(self, pair: tuple[Row, Row]) -> Iterator[Fault]:
        """Make the faults of an event that was found."""
        wanted, found = pair
        scoring = self._sides.scoring
        expected, read = scoring.values(wanted), scoring.values(found)
        for slot in scoring.SLOTS:
            if slot in BESIDES:
                continue
            left, missing = list(read[slot]), []
            for value in expected[slot]:
                hit = next((v for v in left if scoring.same(slot, value, v)), None)
                if hit is None:
                    missing.append(value)
                else:
                    left.remove(hit)
            beside = f"gold {expected[slot]}  read {read[slot]}"
            for value in missing:
                tag = tags.of_missed_value(self._sides, slot, value, pair=pair)
                yield self._value(
                    "missed", tag, (slot, value), pair=pair, beside=beside
                )
            for value in left:
                tag = tags.of_spurious_value(self._sides, slot, value, pair=pair)
                yield self._value(
                    "spurious", tag, (slot, value), pair=pair, beside=beside
                )

    def unplaced(self, pair: tuple[Row, Row]) -> Iterator[Fault]:
        """Tell of places that are named rightly and lie nowhere yet."""
        wanted, found = pair
        named = self._sides.scoring.values(wanted)["place"]
        for place in found["places"]:
            name = self._sides.quote(place)
            right = any(self._sides.alike(name, other) for other in named)
            if right and place["state"] != "resolved":
                yield Fault(
                    slot="placing",
                    sign="open",
                    tag="place_unresolved",
                    doc=self._doc,
                    part=self._part,
                    value=str(place["state"]),
                    quote=name,
                    rule=place["rule"],
                    sentence=around(self._sides.text, place["span"]["start"]),
                )

    def _value(
        self,
        sign: str,
        tag: str,
        said: tuple[str, object],
        *,
        pair: tuple[Row, Row],
        beside: str,
    ) -> Fault:
        slot, value = said
        event = pair[0] if sign == "missed" else pair[1]
        quote, rule, start = _words(slot, value, event)
        where = start if start is not None else self._sides.text.find(quote)
        at = where if where >= 0 else pair[1]["trigger"]["start"]
        return Fault(
            slot=slot,
            sign=sign,
            tag=tag,
            doc=self._doc,
            part=self._part,
            value=str(value),
            quote=quote,
            rule=rule,
            sentence=around(self._sides.text, at),
            beside=beside,
        )


def _words(slot: str, value: object, event: Row) -> tuple[str, str, int | None]:
    """Give the words, the rule and the offset of a value."""
    held = event.get(KEYS.get(slot, ""), None)
    items = [held] if isinstance(held, dict) else list(held or ())
    for item in items:
        span = item.get("span") or {}
        quote = item.get("quote") or span.get("quote") or ""
        codes = {str(v) for v in item.values() if not isinstance(v, dict)}
        wanted = {str(v) for v in (value if isinstance(value, tuple) else (value,))}
        if quote in wanted or wanted & (codes - COMMON):
            return quote, item.get("rule", ""), span.get("start")
    quote = event.get("quote") or event.get("trigger", {}).get("quote", "")
    return quote, event.get("rule", ""), None


def around(text: str, at: int) -> str:
    """Give the sentence that stands round an offset, cut where it is very long."""
    before = max(text.rfind(stop, 0, max(at, 0)) for stop in STOPS)
    ends = [e for e in (text.find(stop, max(at, 0)) for stop in STOPS) if e >= 0]
    return text[before + 1 : min(ends, default=len(text))].strip()[:LONGEST]
