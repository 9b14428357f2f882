"""Fit what is made of a telling of a wire in capitals: an event, one told before, none.

    python training/wire_joining.py [--held] [--write]

As ``joining.py`` does for posts and pages, and with its methods; what a choice costs is
told by the scorer of MUC-3/4 against the keys of its dev texts (``bench/muc4``). Wires
tell one attack at length and recall many, so the same features weigh otherwise there.
Weights begin with those of ``joining.csv`` and are drawn back to them. ``--held`` learns
from four fifths of the texts and prints what the rest reach, before and after.
"""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import fit
import joining
from joining import Choices, Homes, Told
from labels import Labelled
from wires import SCORER, wires

from tawthiq.weigh.linear import Model, load_model

WORTH = 0.5
"""What a value read must be worth in rights to pay: about the F to be reached."""

PENALTY = 100.0
"""How strongly weights are drawn to those of ``joining.csv``; in points."""

ROUNDS = 2
"""How often the reader joins anew as the weights have become."""

MOST = 30
"""Tellings of a text above which trying every choice takes too long to teach."""

HELD = 0
"""The fold that ``--held`` learns nothing from."""

SAYS = "What is made of a telling of a wire: none (0), an event (founds_...), one told before."

SLOTS = SCORER.SLOTS[1:]
Part = dict[str, tuple[int, int, int]]


class Wire(Told):
    """One wire: its tellings, and what ways to join them are worth by its keys."""

    worth = WORTH

    def __init__(self, found: Labelled) -> None:
        super().__init__(found)
        self._compared = cache(self._compare)
        self._likeness = cache(self._affinity)

    def _compare(self, template: int | None, event: str | None) -> Part:
        told = json.loads(event) if event is not None else None
        asked = self.found.gold[template] if template is not None else None
        compared: Part = SCORER.compare(asked, told)
        return compared

    def _affinity(self, template: int, event: str) -> float:
        return float(SCORER.affinity(self.found.gold[template], json.loads(event)))

    def _score(self, homes: Homes) -> Counter[str]:
        row: Any = json.loads(json.dumps(self._read(homes), default=str))
        published = row["report"]["published"]
        read = [
            json.dumps({k: e[k] for k in e if k not in {"id", "attribution"}})
            for e in row["events"]
            if SCORER.counted(e, published)
        ]
        return self._held_against(read)

    def _held_against(self, read: Sequence[str]) -> Counter[str]:
        gold = self.found.gold
        pairs = sorted(
            ((self._likeness(i, e), i, j) for i in range(len(gold)) for j, e in enumerate(read)),
            key=lambda p: (-p[0], p[1], p[2]),
        )  # fmt: skip
        at: set[int] = set()
        ae: set[int] = set()
        rows = []
        for likeness, i, j in pairs:
            if likeness >= 3 and i not in at and j not in ae:  # noqa: PLR2004
                at.add(i)
                ae.add(j)
                rows.append(self._compared(i, read[j]))
        rows += [
            self._compared(i, None)
            for i, t in enumerate(gold)
            if i not in at and not t["optional"] and "THREATENED" not in t["stage"]
        ]
        rows += [self._compared(None, e) for j, e in enumerate(read) if j not in ae]
        counts: Counter[str] = Counter()
        for row in rows:
            for slot in SLOTS:
                right, there, here = row[slot]
                counts["right"] += right
                counts["gold"] += there
                counts["read"] += here
        return counts


def learned(told: Sequence[Wire]) -> tuple[Mapping[str, float], Choices]:
    """Learn the weights; give them with the choices that they were learned from."""
    start = dict(load_model("joining").weights)
    weights, made, rounds = start, [], []
    for number in range(ROUNDS):
        made += joining.choices(told, Model(name="joining_wire", weights=weights))
        weights = joining.moved(made, start, penalty=PENALTY)
        rounds.append(weights)
        print(
            f"round {number}: {_f(told, weights):.4f} on what was learned", flush=True
        )
    return {n: round(v, 3) for n, v in rounds[-1].items() if abs(v) >= fit.LEAST}, made


def _f(told: Sequence[Wire], weights: Mapping[str, float]) -> float:
    model = Model(name="joining_wire", weights=weights)
    total: Counter[str] = Counter()
    for one in told:
        total += one.counts(one.joined(model)[0])
    return joining.f_of(total)


def main() -> None:
    """Learn, print, write."""
    told = [Wire(f) for f in wires() if 0 < len(f.tellings) <= MOST]
    if "--held" in sys.argv:
        held = [one for one in told if one.fold == HELD]
        weights, _ = learned([one for one in told if one.fold != HELD])
        before = load_model("joining").weights
        print(f"held: {_f(held, before):.4f}, learned {_f(held, weights):.4f}")
    else:
        weights, made = learned(told)
        print(sorted(weights.items(), key=lambda p: -abs(p[1])))
        if "--write" in sys.argv:
            examples = list(joining.examples_of(made))
            fit.write(
                "joining_wire", dict(weights), examples,
                says=SAYS, source="MUC-3/4 dev texts",
            )  # fmt: skip


if __name__ == "__main__":
    main()
