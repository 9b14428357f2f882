"""Fit what is made of a telling: an event of its own, one told before, or none.

    python training/joining.py [seen|opened|all] [--folds] [--write]

``opened`` (the default) is the part of the gold that may be read while rules are
written: ``seen`` and ``late``. No label says which choice is right. The reader joins a
report as its weights are; at each telling every choice is tried, the rest of the report
joined as the weights would, and the events that come of it are held against the gold by
the scorer: what a choice costs is the points lost in all slots. Quiet news, of which each
value read is lost, and lone sentences of assault and protest count for half. The weights are then
moved to where the cost expected of their choices is least, and the same is done again
from where they now lead. (Learning to search: Chang, Krishnamurthy, Agarwal, Daumé,
Langford, Learning to Search Better than Your Teacher, ICML 2015.) They begin as a
logistic model of "these two tell the same event" (``events.py``) and are drawn back to
it; those of the later rounds are averaged. ``--folds`` prints what that reaches on folds
cut by cluster of near-duplicate texts, the model of events beneath fitted anew for each.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, ClassVar

import events
import fit
import numpy as np
from fit import Example
from labels import Labelled, labelled, material, quiet, sentences

from tawthiq.assemble.events import assembled_of
from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.joining import best, sightings
from tawthiq.assemble.joining_options import NONE, Option, Seen, options
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.reading_format import reading_to_dict
from tawthiq.weigh.linear import Model, load_model

PARTS = events.PARTS
SCORER = material.scorer("score_reading")
SLOTS = [s for s in SCORER.SLOTS if s not in {"event", "killed", "blame"}]

ROUNDS = 4
"""How often the reader joins anew as the weights have become."""

PENALTY = 60.0
"""How strongly weights are drawn to where they began, chosen on folds; in points."""

FREE = ("bias", "founds_bias", "founds_odds", "odds", "odds_for")
"""Weights that are drawn a tenth as strongly."""

WORTH = 0.75
"""What a value read must be worth in rights to pay: about the F to be reached."""

ASSAULT = 3.0
"""What an event is worth that is read from a sentence of assault: no values are marked."""

QUIET = 0.5
"""How much a quiet report or a lone sentence counts, beside a report of the gold."""

STEPS, STEP, KEEP, KEEP_SQUARE = 250, 0.03, 0.9, 0.999
"""Of Adam (Kingma, Ba, ICLR 2015)."""

START = {
    "two": -6.0, "odds_low": -8.0, "odds_for": 2.0, "founds_bias": -0.15, "founds_odds": 2.0,
    "founds_plain_strike": 1.45, "founds_clash": 1.15, "founds_barred": 0.65,
    "same_accused": 1.0, "only_accused": 1.0, "same_pointed": 0.5, "only_pointed": 0.5,
}  # fmt: skip
"""Where weights begin that "these two tell the same event" does not know."""

SAYS = "What is made of a telling: none (0), an event (founds_...), one told before."

Homes = tuple[int, ...]
"""For each telling the number of its event in the order of the report, or `NONE`."""

Choices = list[tuple[list[Option], list[float]]]
"""Choices met, and the points that each costs."""


class Told:
    """One report: its tellings, and what ways to join them are worth.

    ``worth`` is what a value read must be worth in rights to pay.
    """

    worth: ClassVar[float] = WORTH

    def __init__(self, found: Labelled, *, share: float = 1.0) -> None:
        self.found = found
        self.share = share
        assault = not found.gold and 0 in found.events
        self.wanted = ASSAULT if assault else 0.0
        self.seen = list(sightings(found.tellings, found.scans))
        self.fold = fit.fold_of(found.cluster)
        self._options: dict[tuple[object, ...], list[Option]] = {}
        self._scored: dict[Homes, Counter[str]] = {}

    def weigh_events(self, weights: Mapping[str, float]) -> None:
        """Take the odds of telling an event at all by other weights."""
        model = Model(name="event", weights=weights)
        self.seen = [
            Seen(s.telling, s.features, model.log_odds(s.features)) for s in self.seen
        ]
        self._options.clear()

    def joined(
        self, model: Model, begun: Homes = ()
    ) -> tuple[Homes, list[list[Option]]]:
        """Join on from what is begun; give the homes and the choices that there were."""
        homes, met = list(begun), []
        for _ in range(len(begun), len(self.seen)):
            met.append(self._choices(tuple(homes)))
            homes.append(best(model, met[-1]))
        return tuple(homes), met

    def _choices(self, homes: Homes) -> list[Option]:
        last = next((h for h in reversed(homes) if h != NONE), NONE)
        if homes not in self._options:
            clusters = self._clusters(homes)
            self._options[homes] = options(self.seen[len(homes)], clusters, last=last)
        return self._options[homes]

    def _clusters(self, homes: Homes) -> list[Cluster]:
        made = [Cluster() for _ in range(max(homes, default=NONE) + 1)]
        for seen, home in zip(self.seen, homes, strict=False):
            if home == NONE:
                continue
            if not made[home].tellings:
                made[home].odds = seen.odds
            made[home].tellings.append(seen.telling)
        return made

    def counts(self, homes: Homes) -> Counter[str]:
        """Give the values right, read and in the gold, of all slots together."""
        if homes not in self._scored:
            self._scored[homes] = self._score(homes)
        return self._scored[homes]

    def points(self, homes: Homes) -> float:
        """Give what joining so is worth: rights, less the price of values read."""
        if self.wanted:
            return self.share * self.wanted * (max(homes) != NONE)
        counts = self.counts(homes)
        return self.share * (2 * counts["right"] - self.worth * counts["read"])

    def _read(self, homes: Homes) -> dict[str, Any]:
        """Give the reading that comes of joining so, as the format has it."""
        report = self.found.report
        made, _ = assembled_of(
            self._clusters(homes), self.found.scans, published=report.published
        )
        origin = Origin(code="", pack={}, codebook="")
        reading = Reading(
            report=report, events=tuple(made), statements=(), origin=origin
        )
        return reading_to_dict(reading)

    def _score(self, homes: Homes) -> Counter[str]:
        read = self._read(homes)["events"]
        for event in read:
            for day in ("from", "to") if event["date"] else ():
                event["date"][day] = event["date"][day] and str(event["date"][day])
        pairs, missed, spurious = SCORER.align(self.found.gold, read)
        counts: Counter[str] = Counter()
        for gold, own in (
            *pairs, *((g, None) for g in missed), *((None, r) for r in spurious)
        ):  # fmt: skip
            there = SCORER.values(gold) if gold else {}
            here = SCORER.values(own) if own else {}
            for slot in SLOTS:
                one, other = there.get(slot, []), here.get(slot, [])
                counts["right"] += SCORER.hits(slot, one, other)
                counts["gold"] += len(one)
                counts["read"] += len(other)
        return counts


def choices(told: Sequence[Told], model: Model) -> Choices:
    """Join reports as the weights would; give what each choice on the way costs."""
    out: Choices = []
    for one in told:
        homes, met = one.joined(model)
        for at, there in enumerate(met):
            points = [
                one.points(one.joined(model, (*homes[:at], option.home))[0])
                for option in there
            ]
            if max(points) > min(points):
                out.append((there, [max(points) - p for p in points]))
    return out


def moved(
    made: Choices, start: Mapping[str, float], *, penalty: float = PENALTY
) -> dict[str, float]:
    """Move weights to where the cost expected of the choices made is least."""
    names = sorted({n for there, _ in made for o in there for n in o.features})
    at = {name: column for column, name in enumerate(names)}
    rows = [o.features for there, _ in made for o in there]
    x = np.zeros((len(rows), len(names)))
    for row, features in enumerate(rows):
        for name, value in features.items():
            x[row, at[name]] = value
    sizes = [len(there) for there, _ in made]
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(made)), sizes)
    cost = np.array([c for _, costs in made for c in costs])
    w0 = np.array([start.get(name, 0.0) for name in names])
    drawn = penalty * np.array([0.1 if name in FREE else 1.0 for name in names])
    w, mean, square = w0.copy(), np.zeros_like(w0), np.zeros_like(w0)
    for step in range(1, STEPS + 1):
        odds = x @ w
        raised = np.exp(odds - np.maximum.reduceat(odds, first)[group])
        chance = raised / np.add.reduceat(raised, first)[group]
        expected = np.add.reduceat(chance * cost, first)
        slope = x.T @ (chance * (cost - expected[group])) + drawn * (w - w0)
        mean = KEEP * mean + (1 - KEEP) * slope
        square = KEEP_SQUARE * square + (1 - KEEP_SQUARE) * slope**2
        root = np.sqrt(square / (1 - KEEP_SQUARE**step)) + 1e-8
        w -= STEP * mean / (1 - KEEP**step) / root
    return dict(start) | dict(zip(names, map(float, w), strict=True))


def learned(told: Sequence[Told]) -> tuple[dict[str, float], Choices]:
    """Learn the weights; give them with the choices that they were learned from."""
    pairs = [e for o in told if o.share == 1 for e in events.pair_examples(o.found)]
    start = fit.fit(pairs, penalty=events.PENALTY["same_event"]) | START
    weights, made, rounds = start, [], []
    for _ in range(ROUNDS):
        made += choices(told, Model(name="joining", weights=weights))
        weights = moved(made, start)
        rounds.append(weights)
    late = rounds[1:] or rounds
    names = sorted({n for w in late for n in w})
    mean = {n: sum(w.get(n, 0.0) for w in late) / len(late) for n in names}
    return {n: round(v, 3) for n, v in mean.items() if abs(v) >= fit.LEAST}, made


def on_folds(told: Sequence[Told]) -> float:
    """Give the F over all slots that weights reach on folds which they have not seen."""
    own = {id(one): events.event_examples(one.found) for one in told}
    total: Counter[str] = Counter()
    for held in range(fit.FOLDS):
        rest = [one for one in told if one.fold != held]
        tells = fit.fit([e for one in rest for e in own[id(one)]])
        for one in told:
            one.weigh_events(tells)
        weights, _ = learned(rest)
        model = Model(name="joining", weights=weights)
        for one in told:
            if one.fold == held and one.share == 1:
                total += one.counts(one.joined(model)[0])
        print(f"fold {held}: {f_of(total):.4f} so far", flush=True)
    return f_of(total)


def f_of(counts: Counter[str]) -> float:
    """Give the F of counts of right, read and gold values."""
    return 2 * counts["right"] / max(1, counts["read"] + counts["gold"])


def examples_of(made: Choices) -> Iterator[Example]:
    """Give the choices as examples, for the hash of what weights were learned from."""
    for there, costs in made:
        for option, cost in zip(there, costs, strict=True):
            yield Example(dict(option.features), cost == 0, "")


def main() -> None:
    """Learn, print, write."""
    part = next((a for a in sys.argv[1:] if a in PARTS), "opened")
    told = [Told(f) for p in PARTS[part] for f in labelled(p)]
    told += [Told(f, share=QUIET) for f in chain(quiet(), sentences()) if f.tellings]
    if "--folds" in sys.argv:
        print(f"on folds: {on_folds(told):.4f}")
        tells = load_model("event").weights
        for one in told:
            one.weigh_events(tells)
    weights, made = learned(told)
    print(sorted(weights.items(), key=lambda p: -abs(p[1])))
    if "--write" in sys.argv:
        fit.write("joining", weights, list(examples_of(made)), says=SAYS)


if __name__ == "__main__":
    main()
