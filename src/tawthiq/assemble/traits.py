"""Traits: what a telling is compared by with the events told before it.

They are worked out once for each telling, and asked for at every event before it.
"""

from collections.abc import Container, Iterable, Sequence

from tawthiq.assemble.day_cuts import is_news
from tawthiq.assemble.evidence import (
    BROAD,
    STRUCK_ROLES,
    Cluster,
    doers,
    is_strong,
    own_dates,
)
from tawthiq.assemble.telling import Telling, Traits
from tawthiq.lang.lexicon import Hit

SITES = frozenset(
    {"market", "hospital", "mosque", "church", "school", "facility", "airport", "camp"}
)
"""Kinds of places that one strike hits one of."""

AFAR = "bombardment"
AT = frozenset({"at"})
ANY = frozenset({"at", "near", "admin", "area"})
LONG = frozenset({"days", "week", "month", "year"})

FRONT = 3
"""Words at the front of a telling in which «من جهة أخرى» turns to another happening."""


def traits_of(telling: Telling) -> Traits:
    """Give what a telling is compared by; worked out when it is first asked for."""
    known = telling.traits
    if known is None:
        known = telling.traits = _traits(telling)
    return known


def _traits(telling: Telling) -> Traits:
    attacks, casualties = telling.of("attack"), telling.of("casualty")
    return Traits(
        told=_told(telling),
        counts=counts_by_outcome(casualties),
        groups={h.values["group"] for h in casualties} - {"people"},
        sources={h.values.get("name") for h in telling.of("source")},
        fresh=any(is_news(h) for h in attacks),
        definite=bool(attacks) and bool(attacks[0].values["definite"]),
        over_time=_over_time(telling),
        sums_up=_sums_up(telling),
        turns_aside="aside" in telling.cues and _turns_aside(telling),
    )


def _told(telling: Telling) -> dict[str, set[object]]:
    """Give what a telling names in each slot.

    ``at``, ``any`` and ``site`` are the places struck themselves, those of any role but
    the vague, and the buildings and yards; ``strong`` the types named exactly, ``afar``
    says that something was shelled or struck from the air («قصف»).
    """
    places = telling.of("place")
    sites = [h for h in places if h.values.get("head") in SITES]
    return {
        "place": place_names(places),
        "at": place_names(places, roles=AT),
        "any": place_names(places, roles=ANY),
        "site": place_names(sites),
        "strong": _strong_types(telling.of("attack")),
        "type": types(telling.of("attack")),
        "afar": {h.code for h in telling.of("attack") if h.code == AFAR},
        "day": days(telling.of("date")),
        "doer": doers(telling.of("actor")),
        "weapon": codes(telling.of("weapon")),
        "struck": codes(telling.of("struck")),
        "person": names(telling.of("person")),
    }


def told_before(cluster: Cluster, what: str) -> set[object]:
    """Give what the tellings of an event name in a slot; not to be altered."""
    first, *others = cluster.tellings
    found = traits_of(first).told[what]
    return found.union(*[traits_of(t).told[what] for t in others]) if others else found


def counts_before(cluster: Cluster) -> dict[str, set[int]]:
    """Give the numbers of each outcome that an event has; not to be altered."""
    first, *others = cluster.tellings
    found = traits_of(first).counts
    for telling in others:
        more = traits_of(telling).counts
        found = found | {k: found.get(k, set()) | more[k] for k in more}
    return found


def _over_time(telling: Telling) -> bool:
    """Say whether a telling counts people over a span of days or longer."""
    if not any(h.values.get("low") is not None for h in telling.of("casualty")):
        return False
    return any(
        h.values.get("role") == "since" or h.values.get("precision") in LONG
        for h in own_dates(telling.of("date"))
    )


def _sums_up(telling: Telling) -> bool:
    """Say whether a telling speaks of harm since a day, counted or not."""
    return bool(telling.of("casualty")) and any(
        h.values.get("role") == "since" for h in telling.of("date")
    )


def _turns_aside(telling: Telling) -> bool:
    return any(
        h.code == "aside" and h.first - telling.first < FRONT
        for h in telling.of("event_cues")
    )


def _strong_types(attacks: Iterable[Hit]) -> set[object]:
    """Give the types that strong attack words name exactly."""
    return {h.code for h in attacks if h.code not in BROAD and is_strong(h)}


def place_names(
    places: Iterable[Hit], *, roles: Container[object] = STRUCK_ROLES
) -> set[object]:
    """Give the folded names of the places struck."""
    return {
        str(h.values.get("key") or h.values.get("name"))
        for h in places
        if h.values.get("role") in roles and h.values.get("relation") != "speaker"
    }


def types(attacks: Iterable[Hit]) -> set[object]:
    """Give the types that attack words name exactly."""
    return {h.code for h in attacks if h.code not in BROAD}


def counts_by_outcome(casualties: Iterable[Hit]) -> dict[str, set[int]]:
    """Give the numbers of each outcome that are no part of another."""
    found: dict[str, set[int]] = {}
    for hit in casualties:
        low = hit.values.get("low")
        if hit.values.get("part_of") is None and isinstance(low, int):
            found.setdefault(str(hit.values["outcome"]), set()).add(low)
    return found


def days(dates: Iterable[Hit]) -> set[object]:
    """Give the days of the dates that are the event's own."""
    return {
        (h.values["from"], h.values["to"])
        for h in own_dates(dates)
        if h.values.get("from")
    }


def codes(found: Sequence[Hit]) -> set[object]:
    """Give the codes of hits."""
    return {h.code for h in found}


def names(found: Sequence[Hit]) -> set[object]:
    """Give the names of hits."""
    return {h.values.get("name") for h in found}
