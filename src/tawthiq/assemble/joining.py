"""Joining: which tellings are one event.

News tells the same event in the headline, the lead and the body. Tellings whose
place, type, day and toll agree are one event; different places or tolls are
different events. A sum of named weights decides, and says which parts it had.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tawthiq.assemble.telling import Telling
from tawthiq.lang.lexicon import Hit

BROAD = {"bombardment", "attack", "targeting", "explosion", "bombing"}

WEIGHTS = {
    "bias": 0.6,
    "same_place": 2.0,
    "other_place": -2.2,
    "same_type": 0.6,
    "other_type": -1.2,
    "same_toll": 2.0,
    "other_toll": -1.0,
    "definite": 0.8,
    "another": -1.2,
    "same_date": 0.3,
    "other_date": -2.0,
    "same_actor": 0.3,
    "other_actor": -1.0,
    "same_sentence": -0.4,
    "far": -0.15,
    "background": -1.5,
}
"""Weights of the evidence; above zero the telling joins the event."""


@dataclass(slots=True)
class Cluster:
    """Tellings of one event, in the order of the report."""

    tellings: list[Telling] = field(default_factory=list)

    def of(self, sheet: str) -> list[Hit]:
        """Give the hits of one sheet in all tellings, in the order of the report."""
        return [h for t in self.tellings for h in t.of(sheet)]


def join(tellings: Sequence[Telling]) -> list[Cluster]:
    """Bring tellings of one event together, each to the best event before it."""
    clusters: list[Cluster] = []
    for telling in tellings:
        scored = [(sum(evidence(telling, c).values()), -i) for i, c in enumerate(clusters)]
        best = max(scored, default=(0.0, 0))
        if scored and best[0] > 0:
            clusters[-best[1]].tellings.append(telling)
        else:
            clusters.append(Cluster([telling]))
    return clusters


def evidence(telling: Telling, cluster: Cluster) -> dict[str, float]:
    """Weigh what speaks for and against a telling being of an event."""
    seen = {"bias": 1.0}
    seen |= _compare(place_names(telling.of("place")), place_names(cluster.of("place")), "place")
    seen |= _compare(types(telling.of("attack")), types(cluster.of("attack")), "type")
    seen |= _compare(toll(telling.of("casualty")), toll(cluster.of("casualty")), "toll")
    seen |= _compare(days(telling.of("date")), days(cluster.of("date")), "date")
    seen |= _compare(actors(telling.of("actor")), actors(cluster.of("actor")), "actor")
    first = next(iter(telling.of("attack")), None)
    if first is not None and first.values["definite"]:
        seen["definite"] = 1.0
    if telling.cued("another"):
        seen["another"] = 1.0
    if telling.cued("background"):
        seen["background"] = 1.0
    apart = telling.sentence - cluster.tellings[-1].sentence
    if apart == 0:
        seen["same_sentence"] = 1.0
    seen["far"] = float(min(apart, 6))
    return {name: WEIGHTS[name] * value for name, value in seen.items()}


def _compare(one: set[object], other: set[object], what: str) -> dict[str, float]:
    if not one or not other:
        return {}
    return {f"same_{what}" if one & other else f"other_{what}": 1.0}


def place_names(places: Sequence[Hit]) -> set[object]:
    """Give the folded names of the places struck."""
    return {
        str(h.values.get("key") or h.values.get("name"))
        for h in places
        if h.values.get("role") in {"at", "near"}
    }


def types(attacks: Sequence[Hit]) -> set[object]:
    """Give the types that attack words name exactly."""
    return {h.code for h in attacks if h.code not in BROAD}


def toll(casualties: Sequence[Hit]) -> set[object]:
    """Give the counts of the dead and wounded that are no part of another."""
    return {
        (h.values["outcome"], h.values["low"])
        for h in casualties
        if h.values.get("part_of") is None and h.values.get("low") is not None
    }


def days(dates: Sequence[Hit]) -> set[object]:
    """Give the first days of the dates that are the event's own."""
    return {h.values["from"] for h in dates if h.values.get("from") and h.values.get("role") != "said"}


def actors(found: Sequence[Hit]) -> set[object]:
    """Give the actors that stand where a perpetrator stands."""
    return {h.code for h in found if h.values.get("position") not in {"target", "victim", "speaker"}}
