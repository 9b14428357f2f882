"""Fit what is made of a telling of a wire in capitals: an event, one told before, none.

As ``joining.py`` does for posts and pages, and with its methods; what a choice costs is
told by the scorer of MUC-3/4 against the keys of its dev texts (``bench/muc4``), the
values of events weighed (``wire_values.py``) as the choices would have them. Wires
tell one attack at length and recall many, so the same features weigh otherwise there.
Weights begin with those of ``joining.csv`` and are drawn back to them.
``wire_folds.py`` runs it.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import joining
from joining import Choices, Homes, Told
from labels import Labelled
from wires import SCORER, all_examples

from tawthiq.assemble.events import ruled_of
from tawthiq.assemble.evidence import Cluster, is_wired
from tawthiq.assemble.joining_options import Seen
from tawthiq.assemble.wire_events import worth_telling
from tawthiq.assemble.wire_surroundings import Surroundings
from tawthiq.assemble.wire_values import weighed
from tawthiq.model.event import EventReport
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.reading_format import reading_to_dict
from tawthiq.weigh.linear import Model, load_model

WORTH = 0.5
"""What a value read must be worth in rights to pay: about the F to be reached."""

PENALTY = 30.0
"""How strongly weights are drawn to those of ``joining.csv``, chosen on folds; in points."""

MOST = 30
"""Tellings of a text above which trying every choice takes too long to teach."""

SAYS = "What is made of a telling of a wire: none (0), an event (founds_...), one told before."

SLOTS = SCORER.SLOTS[1:]
Part = dict[str, tuple[int, int, int]]
ModelOf = Callable[[str], Model]


class Wire(Told):
    """One wire: its tellings, and what ways to join them are worth by its keys."""

    worth = WORTH

    def __init__(self, found: Labelled) -> None:
        super().__init__(found)
        self.around = Surroundings(found.scans)
        self.is_wired = is_wired(found.scans)
        self._weighed_by = [e.features for e in all_examples(found)]
        self._model_of: ModelOf = load_model
        self._ruled: dict[Homes, tuple[list[EventReport], list[Cluster]]] = {}
        self._compared = cache(self._compare)
        self._likeness = cache(self._affinity)

    def weigh_events(self, weights: Mapping[str, float]) -> None:
        """Take the odds of telling an event at all by other weights."""
        model = Model(name="event_wire", weights=weights)
        self.seen = [
            Seen(s.telling, s.features, model.log_odds(features))
            for s, features in zip(self.seen, self._weighed_by, strict=True)
        ]
        for known in (self._options, self._ruled, self._scored):
            known.clear()

    def weigh_values(self, model_of: ModelOf) -> None:
        """Weigh the values of events by other models."""
        self._model_of = model_of
        self._scored.clear()

    def ruled(self, homes: Homes) -> tuple[list[EventReport], list[Cluster]]:
        """Give the events that joining so makes by rules alone, with their tellings."""
        if homes not in self._ruled:
            self._ruled[homes] = ruled_of(
                self._clusters(homes),
                self.found.scans,
                published=self.found.report.published,
            )
        return self._ruled[homes]

    def weighed(self, homes: Homes) -> tuple[list[EventReport], list[Cluster]]:
        """Give the events that joining so makes, their values weighed."""
        events, clusters = self.ruled(homes)
        if self.is_wired:
            events = weighed(events, clusters, self.around, model_of=self._model_of)
        return events, clusters

    def row(self, homes: Homes, *, worth: Model | None = None) -> Any:  # noqa: ANN401
        """Give the reading that comes of joining so, as the scorer takes it.

        Args:
            homes: how tellings are joined.
            worth: the model of events worth telling; without one all are told.
        """
        events, clusters = self.weighed(homes)
        if self.is_wired and worth is not None:
            events, _ = worth_telling(events, clusters, model=worth)
        return as_row(self.found.report, events)

    def _compare(self, template: int | None, event: str | None) -> Part:
        told = json.loads(event) if event is not None else None
        asked = self.found.gold[template] if template is not None else None
        compared: Part = SCORER.compare(asked, told)
        return compared

    def _affinity(self, template: int, event: str) -> float:
        return float(SCORER.affinity(self.found.gold[template], json.loads(event)))

    def _score(self, homes: Homes) -> Counter[str]:
        row = self.row(homes)
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


def as_row(report: Any, events: Sequence[EventReport]) -> Any:  # noqa: ANN401
    """Give events as the reading of a report has them, in the scorer's terms."""
    reading = Reading(
        report=report,
        events=tuple(events),
        statements=(),
        origin=Origin(code="", pack={}, codebook=""),
    )
    return json.loads(json.dumps(reading_to_dict(reading), default=str))


def choices(one: Wire, model: Model) -> Choices:
    """Give what each choice on the way costs; of a text too long, none."""
    return joining.choices([one], model) if 0 < len(one.seen) <= MOST else []


def moved(made: Choices) -> Model:
    """Move weights to where the cost expected of the choices made is least."""
    weights = joining.moved(made, dict(load_model("joining").weights), penalty=PENALTY)
    return Model(name="joining_wire", weights=weights)
