"""Fit what the events of a wire in capitals name: who did it, what was hit, who fell.

Learned from the MUC-3/4 dev texts (``bench/muc4``). The events are those that the rules
read, each with the key's template that the scorer aligns it with; a candidate is right
where it names a fill of that slot, and none is for an event that is no template's. What
only holds the most specific place teaches nothing. ``wire_folds.py`` runs it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import fit
from fit import Example
from joining import Homes
from wire_joining import Wire, as_row
from wires import SCORER

from tawthiq.assemble.wire_candidates import Candidates
from tawthiq.assemble.wire_values import MODELS
from tawthiq.lang.lexicon import Hit
from tawthiq.model.event import EventReport
from tawthiq.weigh.linear import Model

PENALTY = 30.0
"""Chosen on folds: texts are few, and smaller weights hold better for others."""

LEAST = 30
"""Examples below which a feature is not learned from."""

SAYS = "Does an event of a wire name this in the field {}? Kept from {} on."

SLOTS = {
    "perpetrators": "perpetrator",
    "struck": "physical_target",
    "weapons": "weapon",
    "places": "place",
    "victims": "victim",
}
"""The fields of an event with the slots of the keys."""

WORDS = (0, 1, 2)
"""The ways in which the scorer takes words for those of a fill."""

Template = Mapping[str, Any]


def examples(wire: Wire, homes: Homes) -> Iterator[tuple[str, Example]]:
    """Give each field with an example for each candidate of each event.

    Args:
        wire: the text.
        homes: how its tellings are joined.
    """
    events, clusters = wire.ruled(homes)
    told = aligned(wire, events)
    text, doc = wire.found.report.text, wire.found.doc
    for field in SLOTS if wire.is_wired else ():
        found = Candidates(field, events, clusters, around=wire.around)
        for number, template in told.items():
            for candidate in found.of(number):
                answer = _right(field, candidate.hit, template, text=text)
                if answer is not None:
                    yield field, Example(candidate.features, answer, doc)


def aligned(wire: Wire, events: Sequence[EventReport]) -> dict[int, Template | None]:
    """Give for each event that counts its template, or None, as the scorer does.

    Args:
        wire: the text.
        events: its events.
    """
    report, gold = wire.found.report, wire.found.gold
    read = as_row(report, events)
    counted = [
        number
        for number, event in enumerate(read["events"])
        if SCORER.counted(event, read["report"]["published"])
    ]
    pairs = sorted(
        (-SCORER.affinity(template, read["events"][number]), i, number)
        for i, template in enumerate(gold)
        for number in counted
    )
    found: dict[int, Template | None] = dict.fromkeys(counted)
    given: set[int] = set()
    for likeness, i, number in pairs:
        if likeness <= -3 and i not in given and found[number] is None:  # noqa: PLR2004
            given.add(i)
            found[number] = gold[i]
    return found


def _right(
    field: str, hit: Hit, template: Template | None, *, text: str
) -> bool | None:
    """Say whether words name a fill of the template; None where that teaches nothing."""
    if template is None:
        return False
    value = (text[hit.start : hit.end], hit.code)
    if field == "places":
        levels = [SCORER.names(p, (value[0], None), 1) for p in template["places"]]
        if len(levels) > 1 and levels[0]:
            return True
        return None if any(levels) else False
    must, may = SCORER.key_values(template)[SLOTS[field]]
    return any(SCORER.names(f, value, how) for f in [*must, *may] for how in WORDS)


Made = Mapping[str, Sequence[Example]]
"""Examples by the field that they are of."""


def models(made: Made, *, but: int | None = None) -> dict[str, Model]:
    """Fit the model of each field, by its name.

    Args:
        made: the examples of each field.
        but: a fold of texts that nothing is learned from.
    """
    found = {
        field: [e for e in own if but is None or fit.fold_of(e.cluster) != but]
        for field, own in made.items()
    }
    return {
        MODELS[field]: Model(name=MODELS[field], weights=_fitted(own))
        for field, own in found.items()
    }


def _fitted(found: Sequence[Example]) -> dict[str, float]:
    return fit.fit(fit.common(found, least=LEAST), penalty=PENALTY)


def by_field(told: Sequence[tuple[Wire, Homes]]) -> Made:
    """Give the examples of texts joined so, by their fields."""
    made: dict[str, list[Example]] = defaultdict(list)
    for wire, homes in told:
        for field, example in examples(wire, homes):
            made[field].append(example)
    return made
