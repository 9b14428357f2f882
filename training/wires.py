"""Fit the model ``event_wire``: does a telling of a wire in capitals tell a harm event?

Learned from the MUC-3/4 dev texts (``bench/muc4``): agency wires of 1988 to 1990, in
capitals as sent. They report at length what is said of attacks, and write names as they
write all else, so the same features weigh otherwise than in posts and pages. A telling is
laid beside the key's template whose values stand in its words; what agrees too little
with any, or too well with none, teaches nothing. ``wire_folds.py`` runs it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import fit
from events import event_examples
from labels import Labelled, material

from tawthiq.assemble.telling import Telling, tellings
from tawthiq.assemble.traits import counts_by_outcome, days, types
from tawthiq.assemble.wire_tellings import of_report, of_wired

ROOM = material.BENCH / "muc4"
SCORER = material.scorer("score_muc4")
SAYS = "Does a telling of a wire in capitals tell a harm event? Above zero: yes."

SURE = 1.0
"""How far a telling must agree with a template to tell of it."""

DOUBT = 0.5
"""Agreement from which a telling teaches nothing, if it does not reach ``SURE``."""

PENALTY = 30.0
"""Chosen on folds: sorts of words are many, and texts few."""

LEAST = 20
"""Examples below which a feature is not learned from."""

Template = Mapping[str, Any]


def wires() -> Iterator[Labelled]:
    """Give the texts with the template that each telling tells, or None.

    Tellings that teach nothing are left out.
    """
    keys = material.rows(ROOM / "dev.keys.jsonl")
    reports = material.rows(ROOM / "dev.reports.jsonl")
    reader = material.reader()
    for row, key in zip(reports, keys, strict=True):
        report = material.report_of(row)
        scans = reader.scans(report)
        found = tellings(scans)
        events = [_template(t, key["templates"]) for t in found]
        yield Labelled(
            row["id"], row["id"], found, events, key["templates"], report, scans
        )


def examples(found: Labelled) -> Iterator[fit.Example]:
    """Give the examples of one text that teach something."""
    for example, event in zip(all_examples(found), found.events, strict=True):
        if event is None or (event >= 0 and not found.gold[event]["optional"]):
            yield example


def all_examples(found: Labelled) -> list[fit.Example]:
    """Give an example for each telling of a text, with all that a wire is weighed by."""
    whole = of_report(found.scans)
    return [
        e._replace(features=e.features | of_wired(telling, whole))
        for e, telling in zip(event_examples(found), found.tellings, strict=True)
    ]


def fitted(made: Sequence[fit.Example]) -> dict[str, float]:
    """Fit the weights on examples, of features that are not too rare."""
    return fit.fit(fit.common(made, least=LEAST), penalty=PENALTY)


def _template(telling: Telling, templates: Sequence[Template]) -> int | None:
    """Give the number of the template told, -1 where it is in doubt, None for none."""
    scores = [_score(telling, template) for template in templates]
    best = max(scores, default=0.0)
    if best < DOUBT:
        return None
    return scores.index(best) if best >= SURE else -1


def _score(telling: Telling, template: Template) -> float:
    """Give how far the words of a telling agree with a template."""
    said = _words(telling.scan.text[telling.start : telling.end])
    score = _whom(template, said) + _where_and_when(template, telling, said)
    for slot, weight in (
        ("physical_targets", 1.0),
        ("weapons", 0.5),
        ("perpetrators", 0.5),
    ):
        score += weight * sum(_stands(fill, said) for fill in template[slot])
    named = types(telling.of("attack"))
    if named:
        asked = {
            t for n in template["type"].split(" / ") for t in SCORER.TYPES.get(n, ())
        }
        score += 0.4 if named & asked else -0.3
    return score


def _whom(template: Template, said: str) -> float:
    score = 0.0
    for whom in template["human_targets"]:
        last = {n.split()[-1] for n in whom["names"] if len(n.split()) > 1}
        if _stands(whom["names"], said):
            score += 1.5
        elif any(name in said for name in last):
            score += 1.0
        elif _stands(whom["descriptions"], said):
            score += 0.7
    return score


def _where_and_when(template: Template, telling: Telling, said: str) -> float:
    places, day = template["places"], template["date"]
    score = 0.8 * (len(places) > 1 and _stands(places[0], said))
    if day and day["from"]:
        spans = (cast("tuple[object, object]", d) for d in days(telling.of("date")))
        score += 0.6 * any(
            day["from"] <= str(first) and str(last) <= day["to"]
            for first, last in spans
            if first and last
        )
    toll = SCORER.toll(template, "death")
    counted = counts_by_outcome(telling.of("casualty")).get("killed", set())
    if toll and counted:
        low, high, _ = toll
        agrees = any(low <= n and (high is None or n <= high) for n in counted)
        score += 0.5 if agrees else -0.2
    return score


def _stands(fill: Sequence[str], said: str) -> bool:
    return any(w and not w.startswith("type:") and _words(w) in said for w in fill)


def _words(text: str) -> str:
    return " ".join(text.upper().split())
