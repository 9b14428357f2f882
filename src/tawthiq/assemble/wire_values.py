"""Wire values: who and what the events of a wire in capitals name, weighed.

The rules of the other files look for a value where a sentence's grammar puts it. A wire
spreads what it knows of one attack over a page, so there a small model for each field
(``weigh/weights/wire_*.csv``, ``training/wire_values.py``) weighs every actor, thing,
weapon, place and name of the report for every event; what the rules found is evidence
among other evidence.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tawthiq.assemble.evidence import STRUCK_ROLES, Cluster
from tawthiq.assemble.wire_candidates import Candidate, Candidates, Row
from tawthiq.assemble.wire_surroundings import HARMS, Surroundings
from tawthiq.lang.lexicon import Hit
from tawthiq.model.event import (
    EventReport,
    NamedVictim,
    Perpetrator,
    PlaceClaim,
    Struck,
    Weapon,
)
from tawthiq.model.vocabulary import Blame, PlaceRole
from tawthiq.weigh.linear import Model, load_model

MODELS = {
    "perpetrators": "wire_perpetrator",
    "struck": "wire_struck",
    "weapons": "wire_weapon",
    "places": "wire_place",
    "victims": "wire_victim",
}
"""The model of each field that is weighed."""

BAR = -1.1
"""Log-odds from which a value is kept (a quarter): F is greatest at half of itself."""

BARS = {"perpetrators": -0.8}
"""Where another than ``BAR`` serves a field better, on folds: wires name many actors."""

RULE = "weighed"
"""The rule of a value that no other rule found."""

ABDUCTION = "abduction_detention"


def weighed(
    events: Sequence[EventReport],
    clusters: Sequence[Cluster],
    around: Surroundings,
    *,
    model_of: Callable[[str], Model] = load_model,
) -> list[EventReport]:
    """Give the events of a wire with the values that weigh enough.

    Args:
        events: its events as the rules made them.
        clusters: the tellings of each.
        around: what stands beside the words of its sentences.
        model_of: gives the model of a name.
    """
    chosen: list[dict[str, tuple[Row, ...]]] = [{} for _ in events]
    for field, name in MODELS.items():
        model, bar = model_of(name), BARS.get(field, BAR)
        found = Candidates(field, events, clusters, around=around)
        for number, (event, cluster) in enumerate(zip(events, clusters, strict=True)):
            kept = [c for c in found.of(number) if model.log_odds(c.features) >= bar]
            rows = [
                *_untouched(event, field),
                *_rows(event, cluster, field=field, kept=kept),
            ]
            chosen[number][field] = tuple(rows)
    return [_with(event, values) for event, values in zip(events, chosen, strict=True)]


def _with(event: EventReport, values: dict[str, tuple[Row, ...]]) -> EventReport:
    """Give an event with other values; who is no victim is no casualty by name."""
    gone = {v.span for v in event.victims} - {v.span for v in values["victims"]}
    parts = {c.part_of for c in event.casualties}
    if parts == {None}:
        casualties = tuple(
            c
            for c in event.casualties
            if not (c.rule == "named_victim" and c.span in gone)
        )
    else:
        casualties = event.casualties  # ``part_of`` counts rows: none may go
    return replace(event, casualties=casualties, **values)  # type: ignore[arg-type]


def _untouched(event: EventReport, field: str) -> Iterator[Row]:
    """Give the rows that are not weighed: denials, and what a place lies in."""
    for row in getattr(event, field):
        denied = isinstance(row, Perpetrator) and row.stance is Blame.DENIED
        if denied or (isinstance(row, PlaceClaim) and row.role not in STRUCK_ROLES):
            yield row


def _rows(
    event: EventReport, cluster: Cluster, *, field: str, kept: Sequence[Candidate]
) -> Iterator[Row]:
    """Make the rows of a field, in the order of the report."""
    before = set(_untouched(event, field))
    for candidate in sorted(kept, key=lambda c: c.hit.start):
        if candidate.row is None:
            yield _made(event, cluster, candidate.hit, field=field)
        elif candidate.row not in before:
            yield candidate.row


def _made(event: EventReport, cluster: Cluster, hit: Hit, *, field: str) -> Row:
    """Make a row of words that no rule gave to the event."""
    span, name = cluster.span(hit), hit.values.get("name")
    told = str(name) if name else span.quote
    match field:
        case "perpetrators":
            return Perpetrator(
                actor=hit.code, stance=Blame.ALLEGED, span=span, rule=RULE
            )
        case "struck":
            return Struck(code=hit.code, name=None, span=span, rule=RULE)
        case "weapons":
            return Weapon(code=hit.code, span=span, rule=RULE)
        case "places":
            head = hit.values.get("head")
            near = hit.values.get("role") == PlaceRole.NEAR
            return PlaceClaim(
                role=PlaceRole.NEAR if near else PlaceRole.AT,
                name=told,
                head=str(head) if head else None,
                span=span,
                rule=RULE,
            )
        case _:
            return NamedVictim(
                name=told, age=None, sex=None,
                outcome=_outcome(event, hit), span=span, rule=RULE,
            )  # fmt: skip


def _outcome(event: EventReport, hit: Hit) -> str:
    """Say what befell a victim: by his own words, else by the event's kind or toll."""
    own = hit.values.get("outcome")
    if own in HARMS:
        return str(own)
    if event.type == ABDUCTION:
        return "abducted"
    counted = {c.outcome for c in event.casualties}
    return next(iter(counted)) if len(counted) == 1 else "killed"
