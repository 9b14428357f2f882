"""Agreement: what speaks for a telling and an event before it being the same one.

Slot by slot the two are compared: place, type, toll, day, doer. Features are structural,
never words (design/reading.md).
"""

from collections.abc import Container, Iterable, Mapping, Sequence

from tawthiq.assemble.evidence import (
    BROAD,
    STRUCK_ROLES,
    Cluster,
    doers,
    is_strong,
    own_dates,
)
from tawthiq.assemble.pair_features import compared, together
from tawthiq.assemble.telling import Telling
from tawthiq.lang.lexicon import Hit


def of_pair(
    telling: Telling, cluster: Cluster, *, index: int, last: int
) -> dict[str, float]:
    """Give the features of "this telling tells the cluster's event".

    Args:
        telling: the later telling.
        cluster: tellings of one event before it.
        index: number of the cluster in the report, from 0.
        last: number of the cluster that the telling before belongs to.
    """
    found = {"bias": 1.0} | _agreement(telling, cluster) | _tolls(telling, cluster)
    announced = all(t.is_headline for t in cluster.tellings)
    if announced:
        # What a headline says in short the text below it says in full.
        found = {k: v for k, v in found.items() if not k.startswith("more_")}
    attacks = telling.of("attack")
    apart = telling.sentence - cluster.tellings[-1].sentence
    differ = len(found.keys() & _DIFFER)
    agree = len(found.keys() & _AGREE)
    fresh = any(is_strong(h) and not h.values["definite"] for h in attacks)
    elsewhere = "other_place" in found
    summed = any(map(sums_up, cluster.tellings))
    found |= {
        "differ_2": float(differ >= 2),  # noqa: PLR2004
        "differ_3": float(differ >= 3),  # noqa: PLR2004
        "agree_2": float(agree >= 2),  # noqa: PLR2004
        "agree_none": float(agree == 0),
        "fresh": float(fresh),
        "fresh_elsewhere": float(fresh and elsewhere),
        "at_elsewhere": float(_apart("at", telling, cluster)),
        "other_site": float(_apart("site", telling, cluster)),
        "fresh_after_toll": float(fresh and summed),
        "after_toll": float(summed and not sums_up(telling)),
        "elsewhere_same_sentence": float(elsewhere and apart == 0),
        "differ_same_sentence": float(differ > 0 and apart == 0),
        "clause_differ": float(telling.cued("clause") and differ > 0),
        "after_headline": float(announced),
        "under_headline": float(announced and apart == 1),
        "over_time": float(over_time(telling) and not over_time(cluster.tellings[0])),
        "doer_and_type": float("other_doer" in found and "other_type" in found),
        "definite": float(bool(attacks) and bool(attacks[0].values["definite"])),
        "no_attack": float(not attacks),
        "aside": float(_turns_aside(telling)),
        "aside_differ": float(_turns_aside(telling) and differ > 0),
        "items": float(
            _is_item(telling) and _is_item(cluster.tellings[-1]) and apart > 0
        ),
        **_standing(telling, cluster, apart=apart),
        "recent": float(index == last),
        "lead": float(index == 0),
        "later_cluster": min(5, index) / 5,
    }
    return found | together(found) | _beyond(telling, cluster)


def _beyond(telling: Telling, cluster: Cluster) -> dict[str, float]:
    """Compare containers as well as places, and types that are named exactly."""
    here, there = _told(telling)["any"], _before(cluster, "any")
    one, other = _told(telling)["strong"], _before(cluster, "strong")
    return {
        "shares_any_place": float(bool(here & there)),
        "no_shared_place": float(bool(here and there and not here & there)),
        "typed_apart": float(bool(one and other and not one & other)),
        "same_strong_type": float(bool(one & other)),
    }


def _standing(telling: Telling, cluster: Cluster, *, apart: int) -> dict[str, float]:
    """Give where a telling stands to the cluster, and what of its own it tells."""
    return {
        "another": float(telling.cued("another")),
        "cue_background": float(telling.cued("background")),
        "cue_since": float(telling.cued("since") or telling.cued("toll_word")),
        "cue_clause": float(telling.cued("clause")),
        "same_sentence": float(apart == 0),
        "next_sentence": float(apart == 1),
        "far": min(8, max(0, apart - 1)) / 8,
        "no_place": float(not _told(telling)["place"]),
        "no_toll": float(not counts_by_outcome(telling.of("casualty"))),
        "same_paragraph": float(
            _paragraph(telling) == _paragraph(cluster.tellings[-1])
        ),
        "size": min(MANY, len(cluster.tellings) - 1) / MANY,
    }


def is_announced(found: Mapping[str, float]) -> bool:
    """Say whether a telling stands under its own headline, by ``of_pair``'s features.

    A rule before any weighing: what agrees with the headline right above it in one
    value and contradicts it in none tells what that announces.
    """
    return bool(
        found["under_headline"]
        and any(f"same_{what}" in found for what in ANNOUNCED)
        and not any(f"other_{what}" in found for what in TELLING)
    )


def is_after_toll(found: Mapping[str, float]) -> bool:
    """Say whether a strike of its own place is told after a toll since a day.

    A rule before any weighing: the toll is of many strikes, this is one of them.

    Args:
        found: what `of_pair` gave.
    """
    return bool(found["fresh_after_toll"] and found["at_elsewhere"])


def is_elsewhere(found: Mapping[str, float]) -> bool:
    """Say whether a telling counts other people somewhere else than an event does.

    A rule before any weighing: where neither place nor count is shared, nothing that
    both may have in common makes them one, nor does a town hit at two sites.

    Args:
        found: what `of_pair` gave.
    """
    elsewhere = found.get("place_and_toll") and found["no_shared_place"]
    return bool(elsewhere or (found.get("other_toll") and found["other_site"]))


ANNOUNCED = ("place", "type", "toll", "weapon", "struck")


def are_two(telling: Telling, cluster: Cluster) -> bool:
    """Say whether words of different types bar a telling from an event.

    A rule before any weighing: an air strike is no shelling and no clash.
    """
    one, other = _told(telling)["strong"], _before(cluster, "strong")
    akin = any(one & kin and other & kin for kin in AKIN)
    return bool(one and other and not one & other) and not akin


AKIN = (
    frozenset({"clash", "shooting"}),
    frozenset({"clash", "raid"}),
    frozenset({"explosive_device", "suicide_attack"}),
)
"""Types that one event is often told by in turn: «تبادل لإطلاق النار … أطلق مسلحان النار»."""


def strong_types(tellings: Iterable[Telling]) -> set[str]:
    """Give the types that strong attack words name exactly."""
    return {
        h.code
        for t in tellings
        for h in t.of("attack")
        if h.code not in BROAD and is_strong(h)
    }


def _agreement(telling: Telling, cluster: Cluster) -> dict[str, float]:
    """Compare what a telling names with what a cluster names, slot by slot."""
    found: dict[str, float] = {}
    told = _told(telling)
    for what in COMPARED:
        found |= compared(what, told[what], _before(cluster, what))
    return found


COMPARED = ("place", "type", "day", "doer", "weapon", "struck", "person")
"""The slots whose values are compared one by one."""


def _before(cluster: Cluster, what: str) -> set[object]:
    """Give what the tellings of a cluster name in a slot."""
    return set().union(*[_told(t)[what] for t in cluster.tellings])


def _told(telling: Telling) -> dict[str, set[object]]:
    """Give what a telling names in each slot; worked out once.

    ``at``, ``any`` and ``site`` are the places struck themselves, those of any role but
    the vague, and the buildings and yards; ``strong`` the types named exactly.
    """
    if not telling.told:
        places = telling.of("place")
        sites = (h for h in places if h.values.get("head") in SITES)
        telling.told = {
            "place": place_names(places),
            "at": place_names(places, roles=AT),
            "any": place_names(places, roles=ANY),
            "site": place_names(sites),
            "strong": {*strong_types([telling])},
            "type": types(telling.of("attack")),
            "day": days(telling.of("date")),
            "doer": doers(telling.of("actor")),
            "weapon": codes(telling.of("weapon")),
            "struck": codes(telling.of("struck")),
            "person": names(telling.of("person")),
        }
    return telling.told


def over_time(telling: Telling) -> bool:
    """Say whether a telling counts people over a span of days or longer."""
    counted = any(h.values.get("low") is not None for h in telling.of("casualty"))
    dates = own_dates(telling.of("date"))
    return counted and any(
        h.values.get("role") == "since" or h.values.get("precision") in LONG
        for h in dates
    )


FRONT = 3
"""Words at the front of a telling in which «من جهة أخرى» turns to another happening."""


def _turns_aside(telling: Telling) -> bool:
    return any(
        h.code == "aside" and h.first - telling.first < FRONT
        for h in telling.of("event_cues")
    )


def _is_item(telling: Telling) -> bool:
    return telling.scan.segment.kind == "item"


def sums_up(telling: Telling) -> bool:
    """Say whether a telling speaks of harm since a day, counted or not."""
    return bool(telling.of("casualty")) and any(
        h.values.get("role") == "since" for h in own_dates(telling.of("date"))
    )


def _apart(what: str, telling: Telling, cluster: Cluster) -> bool:
    """Say whether both name a place or building of a sort, and none the same."""
    one, other = _told(telling)[what], _before(cluster, what)
    return bool(one and other) and not one & other


SITES = frozenset(
    {"market", "hospital", "mosque", "church", "school", "facility", "airport", "camp"}
)
"""Kinds of places that one strike hits one of."""

AT = frozenset({"at"})
ANY = frozenset({"at", "near", "admin", "area"})
LONG = frozenset({"days", "week", "month", "year"})


TELLING = ("place", "type", "toll", "day", "doer")
"""The values whose difference tells events apart."""
_DIFFER = frozenset(f"other_{what}" for what in TELLING)
_AGREE = frozenset(f"same_{what}" for what in TELLING)


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


MANY = 4
"""Tellings from which more make an event no more told."""

BIG = 3
"""Number from which two equal counts are hardly of two events by chance."""

FAR = 2
"""Times that one count is of another when they can hardly be of one event."""


def _paragraph(telling: Telling) -> int:
    return telling.scan.segment.paragraph


def _tolls(telling: Telling, cluster: Cluster) -> dict[str, float]:
    """Compare the counts of people of a telling with those of a cluster.

    Only counts of one outcome can differ: "three dead" and "five wounded" may be of
    one event.
    """
    one = counts_by_outcome(telling.of("casualty"))
    other = counts_by_outcome(cluster.of("casualty"))
    if not one:
        return {}
    if not other:
        return {"new_toll": 1.0}
    shared = sorted(set(one) & set(other))
    if not shared:
        return {"other_outcome": 1.0}
    equal = {n for outcome in shared for n in one[outcome] & other[outcome]}
    found = _groups(telling, cluster)
    if equal:
        more = any(one[outcome] - other[outcome] for outcome in shared)
        found["same_toll"] = 1.0
        found["same_toll_big"] = float(max(equal) >= BIG)
        found["more_toll"] = float(more)
        return found
    outcome = "killed" if "killed" in shared else shared[0]
    low, high = sorted((max(one[outcome]), max(other[outcome])))
    found["other_toll"] = 1.0
    found["fewer"] = float(max(one[outcome]) == low)
    found["far_toll"] = float(high > FAR * max(1, low))
    return found


def _groups(telling: Telling, cluster: Cluster) -> dict[str, float]:
    """Say whether both name who was counted, and name others."""
    one, other = _counted(telling.of("casualty")), _counted(cluster.of("casualty"))
    if not one or not other:
        return {}
    return {
        "other_group": float(not one & other),
        "fighters_differ": float(("combatants" in one) != ("combatants" in other)),
    }


def _counted(casualties: Iterable[Hit]) -> set[object]:
    return {h.values["group"] for h in casualties} - {"people"}


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
