"""Fit what the events of a wire in capitals name: who did it, what was hit, who fell.

    python training/wire_values.py [--held] [--write]

Learned from the MUC-3/4 dev texts (``bench/muc4``). The events are those that the rules
read, each with the key's template that the scorer aligns it with; a candidate is right
where it names a fill of that slot, and none is for an event that is no template's. What
only holds the most specific place teaches nothing. Prints what the weights say on folds
of texts that they have not seen; ``--held`` also reads each fold by weights of the others
and prints what the scorer of MUC-3/4 says of it, before and after.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import fit
from fit import Example
from labels import material
from wires import ROOM, SCORER

from tawthiq.assemble.events import ruled_of
from tawthiq.assemble.evidence import Cluster, is_wired
from tawthiq.assemble.joining import join
from tawthiq.assemble.telling import tellings
from tawthiq.assemble.wire_candidates import Candidates
from tawthiq.assemble.wire_surroundings import Surroundings
from tawthiq.assemble.wire_values import MODELS, weighed
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.model.event import EventReport
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.reading_format import reading_to_dict
from tawthiq.weigh.linear import Model

PENALTY = 15.0
"""Chosen on folds: texts are few, and smaller weights hold better for others."""

LEAST = 30
"""Examples below which a feature is not learned from."""

SAYS = "Does an event of a wire name this in the field {}? Kept from -1.1 on."

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


class Wire(NamedTuple):
    """One wire as the rules read it, with the key's templates."""

    doc: str
    scans: list[Scan]
    report: Any
    events: list[EventReport]
    clusters: list[Cluster]
    templates: list[Template]


def wires() -> Iterator[Wire]:
    """Read the texts by rules alone."""
    keys = material.rows(ROOM / "dev.keys.jsonl")
    reader = material.reader()
    for row, key in zip(material.rows(ROOM / "dev.reports.jsonl"), keys, strict=True):
        report = material.report_of(row)
        scans = reader.scans(report, harm_only=True)
        joined = join(tellings(scans), scans)
        events, clusters = ruled_of(joined, scans, published=report.published)
        if events and is_wired(scans):
            yield Wire(row["id"], scans, report, events, clusters, key["templates"])


def examples(wire: Wire) -> Iterator[tuple[str, Example]]:
    """Give each field with an example for each candidate of each event."""
    around = Surroundings(wire.scans)
    told = _aligned(wire)
    for field in SLOTS:
        found = Candidates(field, wire.events, wire.clusters, around=around)
        for number, template in told.items():
            for candidate in found.of(number):
                answer = _right(field, candidate.hit, template, text=wire.report.text)
                if answer is not None:
                    yield field, Example(candidate.features, answer, wire.doc)


def _read(wire: Wire, events: Sequence[EventReport]) -> Any:  # noqa: ANN401
    reading = Reading(
        report=wire.report,
        events=tuple(events),
        statements=(),
        origin=Origin(code="", pack={}, codebook=""),
    )
    return json.loads(json.dumps(reading_to_dict(reading), default=str))


def _aligned(wire: Wire) -> dict[int, Template | None]:
    """Give for each event that counts its template, or None, as the scorer does."""
    read = _read(wire, wire.events)
    counted = [
        number
        for number, event in enumerate(read["events"])
        if SCORER.counted(event, read["report"]["published"])
    ]
    pairs = sorted(
        (-SCORER.affinity(template, read["events"][number]), i, number)
        for i, template in enumerate(wire.templates)
        for number in counted
    )
    found: dict[int, Template | None] = dict.fromkeys(counted)
    given: set[int] = set()
    for likeness, i, number in pairs:
        if likeness <= -3 and i not in given and found[number] is None:  # noqa: PLR2004
            given.add(i)
            found[number] = wire.templates[i]
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


def models(made: Mapping[str, Sequence[Example]]) -> dict[str, Model]:
    """Fit the model of each field, by its name."""
    return {
        MODELS[field]: Model(name=MODELS[field], weights=_fitted(found))
        for field, found in made.items()
    }


def _fitted(found: Sequence[Example]) -> dict[str, float]:
    counts = Counter(n for e in found for n, v in e.features.items() if v)
    kept = {n for n, count in counts.items() if count >= LEAST}
    return fit.fit(
        [e._replace(features={n: v for n, v in e.features.items() if n in kept}) for e in found],
        penalty=PENALTY,
    )  # fmt: skip


def held(read: Sequence[Wire], made: Mapping[str, Sequence[Example]]) -> None:
    """Print what the scorer says of folds read by weights that have not seen them."""
    after = []
    for fold in range(fit.FOLDS):
        learned = models(
            {
                field: [e for e in found if fit.fold_of(e.cluster) != fold]
                for field, found in made.items()
            }
        )
        after += [
            _read(
                w, weighed(w.events, w.clusters, w.scans, model_of=learned.__getitem__)
            )
            for w in read
            if fit.fold_of(w.doc) == fold
        ]
    for name, rows in (
        ("before", [_read(w, w.events) for w in read]),
        ("after", after),
    ):
        scored = SCORER.score(list(material.rows(ROOM / "dev.keys.jsonl")), rows)
        print(name, scored["all_slots"])
        for slot, figures in scored["slots"].items():
            print("   ", slot, figures)


def main() -> None:
    """Fit, print, write."""
    read = list(wires())
    made: dict[str, list[Example]] = defaultdict(list)
    for wire in read:
        for field, example in examples(wire):
            made[field].append(example)
    if "--held" in sys.argv:
        held(read, made)
    for name, model in models(made).items() if "--write" in sys.argv else ():
        field = next(f for f, n in MODELS.items() if n == name)
        fit.write(
            name, dict(model.weights), made[field],
            says=SAYS.format(field), source="MUC-3/4 dev texts",
        )  # fmt: skip


if __name__ == "__main__":
    main()
