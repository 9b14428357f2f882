"""Wire candidates: what an event of a wire in capitals may name, and what speaks for it.

A wire tells one attack at length and names who did it, what was hit and who fell in
sentences far from the deed. So every actor, thing, weapon, place and name of the report
is held against every event: how far off it stands, what stands right beside it, what
harm is told before and behind it, and what the rules made of it. Structure alone
speaks, no word of its own (design/reading.md).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.wire_surroundings import Surroundings
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.model.event import (
    EventReport,
    NamedVictim,
    Perpetrator,
    PlaceClaim,
    Struck,
    Weapon,
)

SHEETS = {
    "perpetrators": "actor",
    "struck": "struck_objects",
    "weapons": "weapon",
    "places": "place",
    "victims": "written_name",
}
"""The fields of an event that are weighed, with the sheet of what each may hold."""

NEAR = 3
"""Sentences up to which a value stands near an event."""

HEAD = 2
"""Sentences of a wire that tell its news."""

MANY = 5
"""Number from which more makes no difference."""

Row = Perpetrator | Struck | Weapon | PlaceClaim | NamedVictim
Features = dict[str, float]


class Mention(NamedTuple):
    """Words of a sentence that name something."""

    sentence: int
    hit: Hit


class Candidate(NamedTuple):
    """What an event may name: its best words, the rules' row, what speaks for it."""

    hit: Hit
    row: Row | None
    features: Features


class Candidates:
    """What the events of one wire may name in one field.

    Args:
        field: one of ``SHEETS``.
        events: the events as the rules made them.
        clusters: their tellings.
        around: what stands beside the words of the report.
    """

    def __init__(
        self,
        field: str,
        events: Sequence[EventReport],
        clusters: Sequence[Cluster],
        *,
        around: Surroundings,
    ) -> None:
        self._field = field
        self._events = events
        self._clusters = clusters
        self._around = around
        self._mentions = _mentions(field, around.scans)
        self._told = [{t.sentence for t in c.tellings} for c in clusters]
        self._rows = self._ruled()

    def _ruled(self) -> dict[tuple[str, int], Row]:
        """Give the rows of the rules by what they name and whose they are."""
        spans: dict[tuple[int, int], list[tuple[int, Row]]] = defaultdict(list)
        for number, event in enumerate(self._events):
            for row in getattr(event, self._field):
                spans[row.span.start, row.span.end].append((number, row))
        return {
            (name, number): row
            for name, mentions in self._mentions.items()
            for _, hit in mentions
            for number, row in spans.get((hit.start, hit.end), ())
        }

    def of(self, number: int) -> Iterator[Candidate]:
        """Give what the event of this number may name, each name once."""
        shared = self._of_event(number)
        for name, mentions in self._mentions.items():
            standing = [(m, self._standing(m, number)) for m in mentions]
            best, close = max(standing, key=_closeness)
            found = dict(shared)
            for _, features in standing:
                found |= {n: v for n, v in features.items() if v > found.get(n, 0.0)}
            found |= {f"best_{n}": v for n, v in close.items() if v}
            kind = self._events[number].type
            for side in ("before", "behind"):
                found[f"own_type_{side}"] = found.get(f"best_attacks_{side}_{kind}", 0)
            row = self._rows.get((name, number))
            found |= self._of_rules(name, number, row)
            found |= {
                "mentions": min(MANY, len(mentions) - 1) / MANY,
                "alone": float(len(self._mentions) == 1),
                "many": min(2 * MANY, len(self._mentions)) / (2 * MANY),
                f"code_{best.hit.code}": float(self._field != "victims"),
                f"kind_{best.hit.values.get('kind') or 'plain'}": 1.0,
                f"head_{best.hit.values.get('head') or 'none'}": 1.0,
                f"words_{best.hit.last - best.hit.first}": 1.0,
            }
            yield Candidate(best.hit, row, found)

    def _of_event(self, number: int) -> Features:
        event, told = self._events[number], self._told[number]
        return {
            "bias": 1.0,
            "events": min(MANY, len(self._events) - 1) / MANY,
            "only_event": float(len(self._events) == 1),
            "lead_event": float(number == 0),
            "odds": max(-3.0, min(4.0, self._clusters[number].odds)) / 4,
            "told_often": min(MANY, len(told) - 1) / MANY,
            f"event_{event.kind}": 1.0,
            f"type_{event.type}": 1.0,
        }

    def _of_rules(self, name: str, number: int, row: Row | None) -> Features:
        """Say what the rules made of it here, and in the other events."""
        there = len(getattr(self._events[number], self._field))
        elsewhere = any(
            (name, other) in self._rows
            for other in range(len(self._events))
            if other != number
        )
        found = {
            "ruled": float(row is not None),
            "ruled_elsewhere": float(elsewhere),
            "none_ruled": float(there == 0),
            "rivals": min(MANY, there - (row is not None)) / MANY,
        }
        return found if row is None else found | {f"rule_{row.rule}": 1.0}

    def _standing(self, mention: Mention, number: int) -> Features:
        """Say how words stand to the sentences of an event, and what is beside them."""
        told, at = self._told[number], mention.sentence
        others = any(at in there for i, there in enumerate(self._told) if i != number)
        away = min((at - s for s in told), key=abs)
        near = "in" if away == 0 else "near" if abs(away) == 1 else "far"
        inside = any(
            t.sentence == at and t.first <= mention.hit.first < t.last
            for t in self._clusters[number].tellings
        )
        role = mention.hit.values.get("role")
        return {
            _where(away): 1.0,
            "in_telling": float(inside),
            "of_another": float(others and away != 0),
            "shared": float(others and away == 0),
            "first_told": float(at == min(told)),
            "in_lead": float(at < HEAD),
            f"{near}_{_position(mention.hit)}": 1.0,
            f"{near}_role_{role}": float(role is not None),
            **self._around.of(mention.sentence, mention.hit, near=near),
        }


def _mentions(field: str, scans: Sequence[Scan]) -> dict[str, list[Mention]]:
    """Give every naming of a report with its mentions."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for sentence, scan in enumerate(scans):
        struck = {(h.first, h.last): h for h in scan.of("struck")}
        for hit in scan.of(SHEETS[field]):
            if field == "struck" and not hit.code:
                continue
            own = struck.get((hit.first, hit.last), hit) if field == "struck" else hit
            found[_named(field, own, scan)].append(Mention(sentence, own))
    return found


def _named(field: str, hit: Hit, scan: Scan) -> str:
    """Name what a hit names: a weapon by its code, all else by its words."""
    if field == "weapons":
        return hit.code
    told = hit.values.get("key") or hit.values["name"] if field == "places" else None
    return " ".join(str(told or scan.text[hit.start : hit.end]).casefold().split())


def _closeness(standing: tuple[Mention, Mapping[str, float]]) -> tuple[float, ...]:
    """Rank mentions by how near they stand to an event; of equals the first."""
    mention, found = standing
    return (
        found["in_telling"],
        found.get("in_sentence", 0.0),
        found.get("next", 0.0) + found.get("before_it", 0.0),
        float(mention.hit.sheet == "struck" or mention.hit.rule.startswith("person")),
        -float(mention.sentence),
    )


def _where(away: int) -> str:
    if away == 0:
        return "in_sentence"
    if abs(away) == 1:
        return "next" if away > 0 else "before_it"
    side = "after" if away > 0 else "before"
    return side if abs(away) <= NEAR else f"long_{side}"


def _position(hit: Hit) -> str:
    """Name what the finders said of where words stand."""
    told = (hit.values.get(n) for n in ("position", "relation", "outcome"))
    return str(next((t for t in told if t), hit.rule or "none"))
