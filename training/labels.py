"""Which gold event a telling tells: by the gold's quotes that stand in its words.

Used by the scripts beside it; reads ``../shared`` and writes nothing.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench" / "quality"))

import material
from split import clusters

from tawthiq.assemble.evidence import BROAD
from tawthiq.assemble.telling import Telling, tellings
from tawthiq.workflow.reading import Reader

WEIGHT = {"casualties": 2.0, "places": 1.0, "perpetrators": 0.5, "victims": 1.0}
"""How much a quote of a slot that stands in a telling speaks for its event."""

TRIGGER = 3.0
LEAST = 1.0

AGREED = 1.5
"""How far values must agree where no quote of an event stands in a telling."""

BIG = 3
"""Number from which two equal counts are hardly of two events by chance."""

ALIKE = material.scorer("score_reading").alike


class Labelled(NamedTuple):
    """The tellings of one report, each with the number of its gold event or None."""

    doc: str
    cluster: str
    tellings: list[Telling]
    events: list[int | None]
    gold: list[dict[str, Any]]
    report: Any
    scans: list[Any]


def labelled(part: str, reader: Reader | None = None) -> Iterator[Labelled]:
    """Give the reports of ``seen``, ``marked`` … with their labels (`material.gold`)."""
    reports, gold = material.gold(part)
    made = reader or material.reader()
    for row, truth in zip(reports, gold, strict=True):
        report = material.report_of(row)
        scans = made.scans(report)
        found = tellings(scans)
        events = [_event(t, truth["events"], row["text"]) for t in found]
        yield Labelled(
            row["id"],
            clusters().get(row["id"], row["id"]),
            found,
            events,
            truth["events"],
            report,
            scans,
        )


def quiet() -> Iterator[Labelled]:
    """Give the news reports that tell of no attack: no telling of theirs is an event."""
    made = material.reader()
    for row in material.rows(material.BENCH / "news" / "quiet.jsonl"):
        report = material.report_of(row)
        scans = made.scans(report)
        found = tellings(scans)
        nothing: list[int | None] = [None] * len(found)
        yield Labelled(row["id"], row["id"], found, nothing, [], report, scans)


def sentences() -> Iterator[Labelled]:
    """Give the attack sentences and the protest sentences, each a report of its own."""
    made = material.reader()
    for row in material.rows(material.BENCH / "sentences" / "dev.jsonl"):
        report = material.report_of(row)
        scans = made.scans(report)
        found = tellings(scans)
        event = 0 if row["label"] == "assault" else None
        yield Labelled(
            row["id"], row["id"], found, [event] * len(found), [], report, scans
        )


def _event(telling: Telling, events: Sequence[dict[str, Any]], text: str) -> int | None:
    scores = [_score(telling, event, text) for event in events]
    best = max(scores, default=0.0)
    if best >= LEAST:
        return scores.index(best)
    # A headline tells what the lead is quoted for: the same values in other words.
    scores = [_agrees(telling, event) for event in events]
    best = max(scores, default=0.0)
    return scores.index(best) if best >= AGREED else None


def _agrees(telling: Telling, event: dict[str, Any]) -> float:
    """Give how far what is read in a telling agrees with the values of an event."""
    counts = {
        (c["outcome"], c["low"]) for c in event["casualties"] if c["low"] is not None
    }
    read = {(h.values["outcome"], h.values["low"]) for h in telling.of("casualty")}
    equal = [low for _, low in read & counts]
    rival = {o for o, low in read if low is not None} & {o for o, _ in counts}
    score = (1.2 if max(equal) >= BIG else 0.7) if equal else -0.6 * bool(rival)
    named = [str(h.values.get("name") or "") for h in telling.of("place")]
    places = [p["quote"] for p in event["places"]]
    score += 0.6 * any(ALIKE(one, other) for one in named for other in places)
    types = {h.code for h in telling.of("attack")}
    if event["type"] in types:
        score += 0.5
    elif types:
        score += 0.2 if types & BROAD else -0.4
    doers = {p["actor"] for p in event["perpetrators"]}
    return score + 0.3 * bool(doers & {h.code for h in telling.of("actor")})


def _score(telling: Telling, event: dict[str, Any], text: str) -> float:
    score = TRIGGER * _share(telling, event["quote"], text)
    for slot, weight in WEIGHT.items():
        for quote in {v["quote"] for v in event[slot]}:
            times = max(1, text.count(quote))
            score += weight * _share(telling, quote, text) / times**0.5
    return score


def _share(telling: Telling, quote: str, text: str) -> float:
    """Give how much of the nearest standing of a quote lies inside the telling."""
    best, at = 0.0, text.find(quote)
    while at >= 0:
        inside = min(telling.end, at + len(quote)) - max(telling.start, at)
        best = max(best, inside / max(1, len(quote)))
        at = text.find(quote, at + 1)
    return best if best > 0.5 else 0.0  # noqa: PLR2004
