"""Wire events: which events of a wire in capitals are worth telling, all values known.

A telling is weighed where it stands, before its event has all its values. Once it has,
an event that names nobody and nothing, or that a report tells beside a dozen others, is
seldom one; one more small model (``weigh/weights/wire_event.csv``,
``training/wire_folds.py``) leaves such out.
"""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.assemble.evidence import Cluster
from tawthiq.model.event import EventReport
from tawthiq.weigh.linear import Model

MODEL = "wire_event"

BAR = -0.7
"""Log-odds from which an event is kept: two in three of its values are right if it is
one, so that a chance of one in three pays for them."""

FIELDS = ("perpetrators", "struck", "weapons", "places", "victims", "casualties")
"""The fields that tell one event from another."""

MANY = 4
"""Number from which more make no difference."""

LATE = 12
"""Sentences into a report from which later makes no difference."""

SURE, DOUBTFUL = 6.0, -3.0
"""Log-odds of the first telling beyond which more says nothing."""

Features = dict[str, float]


def of_events(
    events: Sequence[EventReport], clusters: Sequence[Cluster]
) -> list[Features]:
    """Give for each event what speaks for it being one, in the order given.

    Args:
        events: the events of a wire, with their values.
        clusters: the tellings of each.
    """
    return [
        _of_event(event, cluster, number=number, events=len(events))
        for number, (event, cluster) in enumerate(zip(events, clusters, strict=True))
    ]


def worth_telling(
    events: Sequence[EventReport],
    clusters: Sequence[Cluster],
    *,
    model: Model,
) -> tuple[list[EventReport], list[Cluster]]:
    """Give the events of a wire that weigh enough, with their tellings.

    Args:
        events: its events, with their values.
        clusters: the tellings of each.
        model: the model of this name (`MODEL`).
    """
    kept = [
        (event, cluster)
        for event, cluster, features in zip(
            events, clusters, of_events(events, clusters), strict=True
        )
        if model.log_odds(features) >= BAR
    ]
    told = [replace(e, id=f"e{number}") for number, (e, _) in enumerate(kept, 1)]
    return told, [cluster for _, cluster in kept]


def _of_event(
    event: EventReport, cluster: Cluster, *, number: int, events: int
) -> Features:
    first = cluster.tellings[0]
    odds = max(DOUBTFUL, min(SURE, cluster.odds))
    found = {
        "bias": 1.0,
        "odds": odds / SURE,
        "odds_for": max(0.0, odds) / SURE,
        "told": min(MANY, len(cluster.tellings) - 1) / MANY,
        "retold": float(len(cluster.tellings) > 1),
        "number": min(MANY, number) / MANY,
        "first": float(number == 0),
        "events": min(2 * MANY, events) / (2 * MANY),
        "only": float(events == 1),
        "late": min(LATE, first.sentence) / LATE,
        "dated": float(event.date is not None and event.date.span is not None),
        "sourced": float(bool(event.attribution)),
        f"kind_{event.kind}": 1.0,
        f"type_{event.type}": 1.0,
        f"stance_{event.stance}": 1.0,
        f"rule_{event.rule}": 1.0,
    }
    return found | _of_values(event)


def _of_values(event: EventReport) -> Features:
    """Say which fields an event fills, how often, and with what."""
    found: Features = {}
    filled = 0
    for field in FIELDS:
        rows = getattr(event, field)
        filled += bool(rows)
        found[f"has_{field}"] = float(bool(rows))
        found[f"many_{field}"] = min(MANY, len(rows)) / MANY
        for row in rows:
            found[f"{field}_by_{row.rule}"] = 1.0
    for filled_by in range(len(FIELDS)):
        found[f"fills_{filled_by}"] = float(filled == filled_by)
    for one in event.casualties:
        found[f"counts_{one.outcome}"] = 1.0
        found[f"counts_{one.group}"] = 1.0
    for code in (*event.perpetrators, *event.weapons, *event.struck):
        told = getattr(code, "actor", None) or getattr(code, "code", "")
        found[f"names_{told}"] = 1.0
    return found
