"""Joining: which tellings are events, and which of them are one event.

News tells the same event in the headline, the lead and the body. Tellings whose
place, type, day and toll agree are one event; different places or tolls are
different events. Two small models weigh the evidence (``weigh/weights/event.csv``
and ``same_event.csv``); their answers can be printed feature by feature. Wires in
capitals are weighed by ``event_wire.csv``: what tells an event there is not what does
in a post.
"""

from collections.abc import Mapping, Sequence

from tawthiq.assemble.agreement import (
    are_two,
    is_after_toll,
    is_announced,
    of_pair,
    strong_types,
)
from tawthiq.assemble.evidence import (
    Cluster,
    is_plain_strike,
    is_strong,
    of_event,
    setting,
)
from tawthiq.assemble.telling import Telling
from tawthiq.lang.scan import Scan
from tawthiq.weigh.linear import Model, load_model

EVENT_BAR = 0.15
"""Log-odds above which a telling that joins no event founds one."""

BESIDE_BAR = -0.5
"""The same beside an event of another type, which words of its own type bar it from."""

STRIKE_BAR = -1.3
"""The same for a plain strike on a place: a post often tells no more than that."""

CLASH_BAR = -1.0
"""The same for a clash of which both sides are named: seldom said of nothing."""

SAME_BAR = 0.0
"""Log-odds above which a telling joins an event before it."""

SURE = 6.0
"""Log-odds of what needs no weighing."""

LEAST = -3.0
"""Log-odds of telling an event at all under which a telling joins none."""


def join(tellings: Sequence[Telling], scans: Sequence[Scan]) -> list[Cluster]:
    """Bring tellings of one event together, each to the best event before it."""
    clusters: list[Cluster] = []
    about = setting(scans, tellings)
    tells = load_model("event_wire" if about.wired else "event")
    same = load_model("same_event")
    last, strong = -1, 0
    for telling in tellings:
        features = of_event(telling, about, strong_before=strong)
        strong += sum(map(is_strong, telling.of("attack")))
        odds = tells.log_odds(features)
        near = [
            (_odds(same, of_pair(telling, cluster, index=i, last=last)), -i)
            for i, cluster in enumerate(clusters)
            if odds > LEAST
        ]
        near = [(score, i) for score, i in near if score > SAME_BAR]
        own = [(score, i) for score, i in near if not are_two(telling, clusters[-i])]
        if own:
            last = -max(own)[1]
            clusters[last].tellings.append(telling)
        elif odds > _bar(features, beside=bool(near) or _is_new(telling, clusters)):
            clusters.append(Cluster([telling], odds))
            last = len(clusters) - 1
    return clusters


def _odds(same: Model, features: Mapping[str, float]) -> float:
    """Give the log-odds of two being one, where no rule is sure of it or against it."""
    if is_announced(features):
        return SURE
    return -SURE if is_after_toll(features) else same.log_odds(features)


def _bar(features: Mapping[str, float], *, beside: bool) -> float:
    """Give the log-odds above which a telling founds an event."""
    if is_plain_strike(features):
        return STRIKE_BAR
    if features["strong"] and features["two_sides"]:
        return CLASH_BAR
    return BESIDE_BAR if beside else EVENT_BAR


def _is_new(telling: Telling, clusters: Sequence[Cluster]) -> bool:
    """Say whether a telling's words bar it from every event before it with a type."""
    typed = [c for c in clusters if strong_types(c.tellings)]
    return bool(typed) and all(are_two(telling, c) for c in typed)
