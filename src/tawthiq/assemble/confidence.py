"""Confidence: how probable it is that an event, and each value of it, is right.

A small model for each slot (``weigh/weights/confidence_*.csv``) weighs what is known
when all is assembled: the odds of the event, which rule read the words, where they
stand to those that tell the event, which rivals a value has. No word takes part. The
probabilities are calibrated on folds that the weights have not seen
(``training/confidence.py``; figures in METHOD.md). Nothing is left out here: whoever
asks for less sets a threshold (`above`).
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp
from typing import Any

from tawthiq.assemble.evidence import Cluster
from tawthiq.model.event import (
    Attribution,
    Casualty,
    EventReport,
    NamedVictim,
    Perpetrator,
    PlaceClaim,
    When,
)
from tawthiq.model.span import Span
from tawthiq.model.vocabulary import EventKind
from tawthiq.weigh.linear import Model, load_model

Features = dict[str, float]
"""What is known by name; True counts as 1. No call is made to say so: this runs for
every value of every report."""

Value = Any
"""A value of an event: any of the records of ``model.event`` that has a span."""

FIELDS = {
    "places": "place",
    "perpetrators": "perpetrator",
    "weapons": "weapon",
    "struck": "struck",
    "casualties": "casualty",
    "victims": "victim",
    "attribution": "attribution",
}
"""The fields of an event that hold many values, with the model of each."""

MANY = 6
"""Number from which more events make no difference."""

RIVALS = 4
"""The same of values beside one."""

SURE, DOUBTFUL = 6.0, -4.0
"""Log-odds of an event beyond which more says nothing."""

LARGE = 30.0
"""Log-odds beyond which a probability is shown as none."""

FAR = 120.0
"""Characters at which words stand half as near as at none."""

BIG = 10
"""People from which a count is large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the values of an event are weighed by together.

    ``start`` and ``end`` enclose the sentence of the words that tell it, at ``at``;
    ``shared`` counts, for each field and value, the events of the report with it.
    """

    odds: float
    events: int
    start: int
    end: int
    at: int
    headline: bool
    shared: Mapping[tuple[str, object], int]


def confident(
    events: Sequence[EventReport], clusters: Sequence[Cluster]
) -> tuple[EventReport, ...]:
    """Give each event and each of its values its confidence.

    Args:
        events: the events of a report.
        clusters: the tellings of each.
    """
    shared = shared_values(events)
    return tuple(
        _weighed(event, cluster, number=number, events=len(events), shared=shared)
        for number, (event, cluster) in enumerate(zip(events, clusters, strict=True))
    )


def _weighed(
    event: EventReport,
    cluster: Cluster,
    *,
    number: int,
    events: int,
    shared: Mapping[tuple[str, object], int],
) -> EventReport:
    features = of_event(event, cluster, number=number, events=events)
    models = _models()
    odds = models["event"].log_odds(features)
    about = about_of(cluster, event, odds=odds, events=events, shared=shared)
    changes: dict[str, Any] = {
        field: tuple(
            [
                replace(value, confidence=_shown(models[slot].log_odds(own)))
                for value, own in weighed_values(event, field, about)
            ]
        )
        for field, slot in FIELDS.items()
        if getattr(event, field)
    }
    if event.date is not None:
        day = models["date"].log_odds(of_date(event.date, about))
        changes["date"] = replace(event.date, confidence=_shown(day))
    type_ = of_type(event, cluster, about)
    return replace(
        event,
        **changes,
        confidence=_shown(odds),
        kind_confidence=_shown(models["kind"].log_odds(of_kind(event, about))),
        type_confidence=_shown(models["type"].log_odds(type_)),
    )


def _shown(odds: float) -> float:
    """Give a probability of its log-odds, to three places."""
    return round(1.0 / (1.0 + exp(-odds)), 3) if odds > -LARGE else 0.0


@cache
def _models() -> dict[str, Model]:
    slots = ("event", "kind", "type", "date", *FIELDS.values())
    return {slot: load_model(f"confidence_{slot}") for slot in slots}


def about_of(
    cluster: Cluster,
    event: EventReport,
    *,
    odds: float,
    events: int,
    shared: Mapping[tuple[str, object], int],
) -> About:
    """Take in what the values of an event are weighed by together."""
    first = cluster.tellings[0]
    segment = first.scan.segment
    return About(
        odds=odds,
        events=events,
        start=segment.start,
        end=segment.end,
        at=event.trigger.start,
        headline=first.is_headline,
        shared=shared,
    )


def of_event(
    event: EventReport, cluster: Cluster, *, number: int, events: int
) -> Features:
    """Give the features of "the report tells such an event".

    Args:
        event: the event.
        cluster: its tellings.
        number: its place among the report's events, from 0.
        events: how many those are.
    """
    first = cluster.tellings[0]
    return {
        "bias": 1.0,
        "odds": max(DOUBTFUL, min(SURE, cluster.odds)) / SURE,
        "retold": len(cluster.tellings) > 1,
        "tellings": min(RIVALS, len(cluster.tellings)) / RIVALS,
        "alone": events == 1,
        "events": min(MANY, events) / MANY,
        "order": min(MANY, number) / MANY,
        "headline": first.is_headline,
        "late": min(10, first.sentence) / 10,
        "place": bool(event.places),
        "harm": bool(event.casualties or event.victims),
        "date": event.date is not None and event.date.span is not None,
        "doer": bool(event.perpetrators),
        "means": bool(event.weapons),
        "struck": bool(event.struck),
        "source": bool(event.attribution),
        "unspecified": event.type == "unspecified",
        "bare": not (event.places or event.casualties or event.perpetrators),
        f"kind_{event.kind}": 1.0,
        f"rule_{event.rule}": 1.0,
    }


def of_kind(event: EventReport, about: About) -> Features:
    """Give the features of "this is its kind"."""
    when = event.date
    dated = when is not None and when.span is not None
    return {
        "bias": 1.0,
        "event": about.odds,
        "events": min(MANY, about.events) / MANY,
        "dated": dated,
        f"kind_{event.kind}": 1.0,
        f"kind_{event.kind}_alone": about.events == 1,
        f"kind_{event.kind}_dated": dated,
        "days": dated and when is not None and when.start != when.end,
    }


def of_type(event: EventReport, cluster: Cluster, about: About) -> Features:
    """Give the features of "this is its type": what words tell it, and rivals."""
    told = Counter(
        h.code for h in cluster.of("attack") if h.values["strength"] == "strong"
    )
    return {
        "bias": 1.0,
        "event": about.odds,
        "events": min(MANY, about.events) / MANY,
        "named": min(RIVALS, told[event.type]) / RIVALS,
        "unnamed": event.type not in told,
        "rivals": min(RIVALS, len(told)) / RIVALS,
        "means": bool(event.weapons),
        "told": event.kind is EventKind.INCIDENT,
        f"type_{event.type}": 1.0,
    }


def of_date(when: When, about: About) -> Features:
    """Give the features of "this is when it was"."""
    features = _common("date", when, about)
    features[f"precision_{when.precision}"] = 1.0
    features[f"basis_{when.basis}"] = 1.0
    features["open"] = when.start is None or when.end is None
    return features


def weighed_values(
    event: EventReport, field: str, about: About
) -> list[tuple[Value, Features]]:
    """Give the values of a field, each with the features of "this is right".

    Args:
        event: the event.
        field: one of `FIELDS`.
        about: what its values are weighed by together.
    """
    values: Sequence[Value] = getattr(event, field)
    own = _OWN.get(field)
    found: list[tuple[Value, Features]] = []
    for index, value in enumerate(values):
        features = _common(field, value, about)
        features["rivals"] = min(RIVALS, len(values) - 1) / RIVALS
        features["first"] = index == 0
        if own is not None:
            own(value, features)
        found.append((value, features))
    return found


def _common(field: str, value: Value, about: About) -> Features:
    """Give where a value's words stand, who read them, and who else has them."""
    features = {
        "bias": 1.0,
        "event": about.odds,
        "events": min(MANY, about.events) / MANY,
        f"rule_{value.rule}": 1.0,
        "headline": about.headline,
    }
    if about.shared:
        features["shared"] = about.shared[field, _name(value)] > 1
    span: Span | None = value.span
    if span is None:
        features["wordless"] = 1.0
        return features
    away = abs(span.start - about.at)
    features["near"] = FAR / (FAR + away)
    features["same_sentence"] = about.start <= span.start < about.end
    features["before"] = span.start < about.at
    return features


def _of_place(claim: PlaceClaim, features: Features) -> None:
    features[f"role_{claim.role}"] = 1.0
    features["headed"] = claim.head is not None


def _of_perpetrator(claim: Perpetrator, features: Features) -> None:
    features[f"stance_{claim.stance}"] = 1.0
    features["unnamed"] = claim.actor in {"unidentified", "other"}


def _of_count(claim: Casualty, features: Features) -> None:
    low, high = claim.range.low, claim.range.high
    features[f"outcome_{claim.outcome}"] = 1.0
    features[f"group_{claim.group}"] = 1.0
    features["vague"] = low is None and high is None
    features["open"] = low is not None and high is None
    features["one"] = low == 1
    features["none"] = low == 0
    features["big"] = (low or 0) >= BIG
    features["part"] = claim.part_of is not None


def _of_victim(claim: NamedVictim, features: Features) -> None:
    words = claim.name.count(" ") + 1
    features["one_name"] = words == 1
    features["full_name"] = words > 2  # noqa: PLR2004 - given and family
    features["aged"] = claim.age is not None
    features[f"outcome_{claim.outcome}"] = 1.0


def _of_source(claim: Attribution, features: Features) -> None:
    features[f"kind_{claim.kind}"] = 1.0
    features[f"stance_{claim.stance}"] = 1.0
    features["relayed"] = claim.via is not None


_OWN: Mapping[str, Callable[[Any, Features], None]] = {
    "places": _of_place,
    "perpetrators": _of_perpetrator,
    "casualties": _of_count,
    "victims": _of_victim,
    "attribution": _of_source,
}


def shared_values(events: Sequence[EventReport]) -> Mapping[tuple[str, object], int]:
    """Count the events that have each value: one of several is often not theirs.

    Of a single event nothing is counted.
    """
    if len(events) < 2:  # noqa: PLR2004 - it shares with nobody
        return {}
    return Counter(
        key
        for event in events
        for key in {
            *((f, _name(v)) for f in FIELDS for v in getattr(event, f)),
            ("date", event.date and _name(event.date)),
        }
    )


def _name(value: Value) -> object:
    """Give what two values of two events have in common where they are the same."""
    match value:
        case Casualty():
            return value.outcome, value.range.low, value.range.high
        case When():
            return value.start, value.end
        case Perpetrator():
            return value.actor
        case PlaceClaim() | NamedVictim() | Attribution():
            return value.name
        case _:
            return value.code
