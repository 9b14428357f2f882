"""Fit how probable it is that an event and its values are right, slot by slot.

    python training/confidence.py [seen|opened|all] [--write] [--keep]

``opened`` (the default) is the part of the gold that may be read while rules are
written. What the reader makes of each report is held against the gold by the scorer;
each event and each value is an example. Prints, for folds cut by cluster of
near-duplicate texts, what was given and what came true; ``--write`` writes
``src/tawthiq/weigh/weights/confidence_*.csv``, ``--keep`` the measured figures to
``bench/quality/confidence.json``, from which ``readme.py`` writes METHOD.md. With
``opened`` the weights are then moved to what the part that nobody reads shows
(`moved`), and that is measured too, on folds of its own.
"""

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import calibration
import fit
from fit import Example
from labels import clusters, material

from tawthiq.assemble.confidence import (
    FIELDS,
    about_of,
    of_date,
    of_event,
    of_kind,
    of_type,
    shared_values,
    weighed_values,
)
from tawthiq.assemble.events import assembled
from tawthiq.model.event import EventReport
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.reading_format import reading_to_dict
from tawthiq.workflow.reading import Reader

PARTS = {"seen": ("seen",), "opened": ("seen", "late"), "all": ("all",)}
KEPT = Path(__file__).resolve().parents[1] / "bench" / "quality" / "confidence.json"
SCORER = material.scorer("score_reading")
PENALTY = 3.0
SLOTS = ("event", "kind", "type", "date", *FIELDS.values())
BARS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
STRUCK = frozenset({"at", "near"})
KEYS = {"perpetrators": "actor", "weapons": "code", "struck": "code"}


Where = tuple[int, str, int]
"""Where a value stands: its event, the field, its place there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One report: what was read, the gold, and the examples that it gives.

    ``examples`` are by slot; each with the path of its value in ``read``. The feature
    ``event`` of values is filled in when the model of events is fitted.
    """

    cluster: str
    gold: Mapping[str, Any]
    read: dict[str, Any]
    examples: dict[str, list[tuple[Example, Where]]]

    def add(
        self, slot: str, features: dict[str, float], right: object, *, at: Where
    ) -> None:
        """Take an example."""
        self.examples[slot].append((Example(features, bool(right), self.cluster), at))


def reports(part: str, reader: Reader) -> Iterator[Told]:
    """Read a part of dev and label what was read."""
    for row, truth in zip(*material.gold(part), strict=True):
        report = material.report_of(row)
        events, told = assembled(reader.scans(report), published=report.published)
        reading = Reading(
            report=report,
            events=tuple(events),
            statements=(),
            origin=Origin(code="", pack={}, codebook=""),
        )
        read: Any = json.loads(json.dumps(reading_to_dict(reading)))
        found = Told(
            cluster=clusters()[row["id"]], gold=truth, read=read,
            examples=defaultdict(list),
        )  # fmt: skip
        _label(found, events, told)
        yield found


def _label(found: Told, events: Sequence[EventReport], told: Sequence[Any]) -> None:
    pairs, _, _ = SCORER.align(found.gold["events"], found.read["events"])
    shared = shared_values(events)
    for number, (event, cluster) in enumerate(zip(events, told, strict=True)):
        read = found.read["events"][number]
        gold = next((g for g, r in pairs if r is read), None)
        features = of_event(event, cluster, number=number, events=len(events))
        about = about_of(cluster, event, odds=0.0, events=len(events), shared=shared)

        found.add("event", features, gold, at=(number, "", 0))
        for slot, given_ in (
            ("kind", of_kind(event, about)),
            ("type", of_type(event, cluster, about)),
        ):
            right = gold is not None and gold[slot] == read[slot]
            found.add(slot, given_, right, at=(number, slot, 0))
        if event.date is not None:
            right = _day(gold, read)
            found.add("date", of_date(event.date, about), right, at=(number, "date", 0))
        for field, slot in FIELDS.items():
            rights = _right(field, gold, read)
            values = weighed_values(event, field, about)
            for index, (_, given_) in enumerate(values):
                found.add(slot, given_, rights[index], at=(number, field, index))


def _day(gold: Any, read: Any) -> bool:  # noqa: ANN401 - as JSON has them
    """A day that no words tell is right where people marked none either."""
    if gold is None:
        return False
    if SCORER.days(read) is None and read["date"]["span"] is None:
        when = gold.get("date")
        return when is None or when.get("from") == read["date"]["from"]
    return bool(SCORER.days(gold) and SCORER.days(gold) == SCORER.days(read))


def _right(field: str, gold: Any, read: Any) -> list[bool]:  # noqa: ANN401 - as above
    """Say of each value of a field whether the gold's event has it."""
    held = read[field]
    if gold is None:
        return [False] * len(held)
    if field in KEYS:
        named = {v[KEYS[field]] for v in gold[field]}
        return [v[KEYS[field]] in named for v in held]
    left, out = list(gold[field]), []
    for value in held:
        hit = next((g for g in left if _same(field, g, value)), None)
        out.append(hit is not None)
        if hit is not None:
            left.remove(hit)
    return out


def _same(field: str, gold: Any, read: Any) -> bool:  # noqa: ANN401 - as above
    if field == "casualties":
        names = ("outcome", "group", "low", "high")
        return all(gold.get(n) == read.get(n) for n in names)
    if field == "attribution" and gold["stance"] != read["stance"]:
        return False
    if field == "places" and (gold["role"] in STRUCK) != (read["role"] in STRUCK):
        return False
    return bool(SCORER.alike(SCORER.quote(gold), SCORER.quote(read)))


Weights = dict[str, dict[str, float]]


def fitted(found: Iterable[Told]) -> Weights:
    """Fit all slots; values are weighed with the odds of their event."""
    told = list(found)
    examples = {s: [e for t in told for e, _ in t.examples[s]] for s in SLOTS}
    weights = {"event": fit.fit(examples["event"], penalty=PENALTY)}
    filled = [_filled(t, weights["event"]) for t in told]
    for slot in SLOTS[1:]:
        made = [e for t in filled for e, _ in t.examples[slot]]
        weights[slot] = fit.fit(made, penalty=PENALTY)
    return weights


def _filled(told: Told, weights: Mapping[str, float]) -> Told:
    odds = [fit.log_odds(dict(weights), e.features) for e, _ in told.examples["event"]]
    made: dict[str, Any] = {"event": told.examples["event"]}
    for slot in SLOTS[1:]:
        made[slot] = [
            (e._replace(features={**e.features, "event": odds[at[0]]}), at)
            for e, at in told.examples[slot]
        ]
    return Told(cluster=told.cluster, gold=told.gold, read=told.read, examples=made)


Given = list[tuple[str, float, bool, Where]]


def given(told: Told, weights: Weights) -> Given:
    """Give what weights say of a report: slot, probability, whether right, where."""
    filled = _filled(told, weights["event"])
    return [
        (slot, _probability(fit.log_odds(weights[slot], e.features)), e.answer, at)
        for slot in SLOTS
        for e, at in filled.examples[slot]
    ]


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def moved(weights: Weights, unread: Iterable[Told]) -> Weights:
    """Move weights to what they reach where no rule was written.

    Rules were written on the reports that the weights are fitted on, so there more
    values are right than elsewhere. One slope and an offset for each slot are fitted on
    the part that nobody reads: not what it says, only how often it is right.
    """
    examples = [
        Example(
            {"bias": 1.0, "odds": fit.log_odds(weights[slot], e.features), slot: 1.0},
            e.answer,
            t.cluster,
        )
        for t in (_filled(t, weights["event"]) for t in unread)
        for slot in SLOTS
        for e, _ in t.examples[slot]
    ]
    to = fit.fit(examples, penalty=PENALTY)
    slope, offsets = to["odds"], {s: to["bias"] + to.get(s, 0.0) for s in SLOTS}
    out: Weights = {}
    for slot, own in weights.items():
        made = {n: round(slope * w, 3) for n, w in own.items()}
        made["bias"] = round(made.get("bias", 0.0) + offsets[slot], 3)
        if "event" in own:
            # The odds of the event that a value is weighed with have moved already.
            made["event"] = own["event"]
            made["bias"] = round(made["bias"] - own["event"] * offsets["event"], 3)
        out[slot] = made
    return out


def moved_on_folds(weights: Weights, unread: Sequence[Told]) -> list[Given]:
    """Give what weights say of each report, moved by other clusters than its own."""
    by_fold = [
        moved(weights, [t for t in unread if fit.fold_of(t.cluster) != held])
        for held in range(fit.FOLDS)
    ]
    return [given(t, by_fold[fit.fold_of(t.cluster)]) for t in unread]


def on_folds(found: Sequence[Told]) -> list[Given]:
    """Give what weights say of each report that have not seen its cluster."""
    by_fold = [
        fitted(t for t in found if fit.fold_of(t.cluster) != held)
        for held in range(fit.FOLDS)
    ]
    return [given(t, by_fold[fit.fold_of(t.cluster)]) for t in found]


def figures(found: Sequence[Told], said: Sequence[Given]) -> dict[str, Any]:
    """Measure what was given against what came true, and what each bar costs."""
    by_slot: dict[str, list[tuple[float, bool]]] = {s: [] for s in SLOTS}
    for one in said:
        for slot, p, right, _ in one:
            by_slot[slot].append((p, right))
    every = [pair for pairs in by_slot.values() for pair in pairs]
    return {
        "reports": len(found),
        "slots": calibration.told(by_slot),
        "bins": calibration.reliability(every),
        "bars": [{"bar": bar, **_at(found, said, bar)} for bar in BARS],
    }


def _at(found: Sequence[Told], said: Sequence[Given], bar: float) -> dict[str, float]:
    read = [_above(t, one, bar) for t, one in zip(found, said, strict=True)]
    scored = SCORER.score([t.gold for t in found], read)
    return {
        **scored["all_slots"],
        "event_precision": scored["slots"]["event"]["precision"],
        "event_recall": scored["slots"]["event"]["recall"],
    }


def _above(told: Told, said: Given, bar: float) -> dict[str, Any]:
    """Leave out the events and the values below a bar; kind and type go with theirs."""
    low = {at for _, p, _, at in said if p < bar}
    read = deepcopy(told.read)
    for number, event in enumerate(read["events"]):
        for field in FIELDS:
            held = enumerate(event[field])
            event[field] = [v for i, v in held if (number, field, i) not in low]
        if (number, "date", 0) in low:
            event["date"] = None
    kept = [e for n, e in enumerate(read["events"]) if (n, "", 0) not in low]
    return {**read, "report": {"id": told.gold["doc"]}, "events": kept}


def _print(name: str, made: Mapping[str, Any]) -> None:
    print(f"\n{name}: {made['reports']} reports")
    for slot, row in made["slots"].items():
        print(slot.ljust(12), *(f"{k} {v:.3f}" for k, v in row.items()))
    for row in made["bins"]:
        print("bin", *(f"{k} {v:.3f}" for k, v in row.items()))
    for row in made["bars"]:
        print(*(f"{k} {v:.3f}" for k, v in row.items()))


def main() -> None:
    """Fit, print, write, keep."""
    part = next((a for a in sys.argv[1:] if a in PARTS), "opened")
    reader = material.reader()
    found = [t for p in PARTS[part] for t in reports(p, reader)]
    weights = fitted(found)
    measured = {"folds": figures(found, on_folds(found))}
    if part == "opened":
        unread = list(reports("unseen", reader))
        measured["as_fitted"] = figures(unread, [given(t, weights) for t in unread])
        measured["unread"] = figures(unread, moved_on_folds(weights, unread))
        weights = moved(weights, unread)
    for name, made in measured.items():
        _print(name, made)
    if "--write" in sys.argv:
        for slot, made_weights in weights.items():
            examples = [e for t in found for e, _ in t.examples[slot]]
            says = f"How probable is it that this is right: {slot}?"
            fit.write(f"confidence_{slot}", made_weights, examples, says=says)
    if "--keep" in sys.argv:
        KEPT.write_text(json.dumps(_rounded(measured), indent=1) + "\n")


def _rounded(value: Any) -> Any:  # noqa: ANN401 - as JSON has it
    if isinstance(value, dict):
        return {k: _rounded(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_rounded(v) for v in value]
    return round(value, 3) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
