"""Measure the reader of wires on texts that none of its weights has seen; fit them all.

    python training/wire_folds.py [--write]

Prints what the scorer of MUC-3/4 says of the dev texts (``bench/muc4``), each read by
weights learned from the folds that it is not in: whether a telling tells an event
(``wires.py``), what is made of it (``wire_joining.py``), what an event names
(``wire_values.py``), whether it is worth telling (``wire_events.py``). They are learned
in turn, each upon what the others make of texts that they have not learned from: a model
that has seen a text is surer there than it will be elsewhere. ``--write`` fits them on
all texts and writes their weights.
"""

import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

import fit
import wire_events
import wire_joining
import wire_values
from fit import FOLDS, Example
from joining import Choices, Homes, examples_of
from labels import material
from wire_joining import Wire
from wires import ROOM, SAYS, SCORER, examples, fitted, wires

from tawthiq.assemble.wire_values import BAR, BARS, MODELS
from tawthiq.weigh.linear import Model, load_model

ROUNDS = 1
"""How often the reader joins anew as the weights have become; a second gains nothing."""

SOURCE = "MUC-3/4 dev texts"


class Learned(NamedTuple):
    """What weights were learned from, by texts that were read by those of other folds."""

    tells: Sequence[Example]
    choices: Choices
    values: wire_values.Made
    events: Sequence[Example]


class Folds:
    """The texts, each read by weights that have not seen it.

    Args:
        told: the texts.
    """

    def __init__(self, told: Sequence[Wire]) -> None:
        self.told = told
        self.joins = [load_model("joining")] * FOLDS
        self.worth: list[Model | None] = [None] * FOLDS

    def learned(self) -> Learned:
        """Learn all weights anew for each fold, from the others."""
        tells = [e for one in self.told for e in examples(one.found)]
        events = [fitted(_but(tells, held)) for held in range(FOLDS)]
        for one in self.told:
            one.weigh_events(events[one.fold])
        values = self._values()
        made: list[tuple[int, Choices]] = []
        for _ in range(ROUNDS):
            made += [
                (one.fold, wire_joining.choices(one, self.joins[one.fold]))
                for one in self.told
            ]
            print("choices tried", flush=True)
            self.joins = [
                wire_joining.moved([c for fold, own in made if fold != held for c in own])
                for held in range(FOLDS)
            ]  # fmt: skip
            values = self._values()
        worth = [e for o in self.told for e in wire_events.examples(o, self.homes(o))]
        self.worth = [wire_events.fitted(_but(worth, held)) for held in range(FOLDS)]
        return Learned(tells, [c for _, own in made for c in own], values, worth)

    def _values(self) -> wire_values.Made:
        """Learn what events joined so name; texts are weighed by other folds' models."""
        made = wire_values.by_field([(one, self.homes(one)) for one in self.told])
        models = [wire_values.models(made, but=held) for held in range(FOLDS)]
        for one in self.told:
            one.weigh_values(models[one.fold].__getitem__)
        print("values weighed", flush=True)
        return made

    def homes(self, one: Wire) -> Homes:
        """Give how the tellings of a text are joined."""
        return one.joined(self.joins[one.fold])[0]

    def scored(self) -> dict[str, Any]:
        """Give what the scorer says of the texts."""
        rows = [
            one.row(self.homes(one), worth=self.worth[one.fold]) for one in self.told
        ]
        keys = list(material.rows(ROOM / "dev.keys.jsonl"))
        scored: dict[str, Any] = SCORER.score(keys, rows)
        return scored


def _but(made: Sequence[Example], held: int) -> list[Example]:
    return [e for e in made if fit.fold_of(e.cluster) != held]


def write(learned: Learned) -> None:
    """Fit all weights on all texts, and write them."""
    models = {
        "event_wire": (fitted(learned.tells), learned.tells, SAYS),
        "joining_wire": (
            wire_joining.moved(learned.choices).weights,
            list(examples_of(learned.choices)),
            wire_joining.SAYS,
        ),
        wire_events.MODEL: (
            wire_events.fitted(learned.events).weights,
            learned.events,
            wire_events.SAYS,
        ),
    }
    values = wire_values.models(learned.values)
    for field, name in MODELS.items():
        says = wire_values.SAYS.format(field, BARS.get(field, BAR))
        models[name] = (values[name].weights, learned.values[field], says)
    for name, (weights, made, says) in models.items():
        kept = {n: round(v, 3) for n, v in weights.items() if abs(v) >= fit.LEAST}
        fit.write(name, kept, made, says=says, source=SOURCE)


def main() -> None:
    """Learn, print, write."""
    folds = Folds([Wire(found) for found in wires()])
    learned = folds.learned()
    scored = folds.scored()
    for slot, figures in (*scored["slots"].items(), ("all slots", scored["all_slots"])):
        print(f"{slot:16}", figures)
    print(f"quiet kept {scored['kept_quiet']} of {scored['quiet_texts']}")
    if "--write" in sys.argv:
        write(learned)


if __name__ == "__main__":
    main()
