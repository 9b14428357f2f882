"""Agreement: what speaks for a telling and an event before it being the same one.

Slot by slot the two are compared: place, type, toll, day, doer. Features are structural,
never words (design/reading.md).
"""

from collections.abc import Mapping

from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.pair_features import compared, together
from tawthiq.assemble.telling import Telling
from tawthiq.assemble.traits import counts_before, told_before, traits_of


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
    one, latest = traits_of(telling), cluster.tellings[-1]
    found = {"bias": 1.0} | _agreement(telling, cluster) | _tolls(telling, cluster)
    announced = all(t.is_headline for t in cluster.tellings)
    if announced:
        # What a headline says in short the text below it says in full.
        found = {k: v for k, v in found.items() if not k.startswith("more_")}
    apart = telling.sentence - latest.sentence
    differ = len(found.keys() & _DIFFER)
    agree = len(found.keys() & _AGREE)
    elsewhere = "other_place" in found
    summed = any(traits_of(t).sums_up for t in cluster.tellings)
    items = apart > 0 and _is_item(telling) and _is_item(latest)
    over = one.over_time and not traits_of(cluster.tellings[0]).over_time
    found |= {
        "differ_2": float(differ >= 2),  # noqa: PLR2004
        "differ_3": float(differ >= 3),  # noqa: PLR2004
        "agree_2": float(agree >= 2),  # noqa: PLR2004
        "agree_none": float(agree == 0),
        "fresh": float(one.fresh),
        "fresh_elsewhere": float(one.fresh and elsewhere),
        "at_elsewhere": float(_apart("at", telling, cluster)),
        "other_site": float(_apart("site", telling, cluster)),
        "fresh_after_toll": float(one.fresh and summed),
        "after_toll": float(summed and not one.sums_up),
        "elsewhere_same_sentence": float(elsewhere and apart == 0),
        "differ_same_sentence": float(differ > 0 and apart == 0),
        "clause_differ": float(differ > 0 and telling.cued("clause")),
        "after_headline": float(announced),
        "under_headline": float(announced and apart == 1),
        "over_time": float(over),
        "doer_and_type": float("other_doer" in found and "other_type" in found),
        "definite": float(one.definite),
        "no_attack": float(not telling.of("attack")),
        "aside": float(one.turns_aside),
        "aside_differ": float(one.turns_aside and differ > 0),
        "items": float(items),
        **_standing(telling, cluster, apart=apart),
        "recent": float(index == last),
        "lead": float(index == 0),
        "later_cluster": min(5, index) / 5,
    }
    return found | together(found) | _beyond(telling, cluster)


def _beyond(telling: Telling, cluster: Cluster) -> dict[str, float]:
    """Compare containers as well as places, and types that are named exactly."""
    told = traits_of(telling).told
    here, there = told["any"], told_before(cluster, "any")
    one, other = told["strong"], told_before(cluster, "strong")
    shared, akin = not here.isdisjoint(there), not one.isdisjoint(other)
    return {
        "shares_any_place": float(shared),
        "no_shared_place": float(bool(here and there) and not shared),
        "typed_apart": float(bool(one and other) and not akin),
        "same_strong_type": float(akin),
    }


def _standing(telling: Telling, cluster: Cluster, *, apart: int) -> dict[str, float]:
    """Give where a telling stands to the cluster, and what of its own it tells."""
    own, cues = traits_of(telling), telling.cues
    return {
        "another": float("another" in cues),
        "cue_background": float("background" in cues),
        "cue_since": float("since" in cues or "toll_word" in cues),
        "cue_clause": float("clause" in cues),
        "same_sentence": float(apart == 0),
        "next_sentence": float(apart == 1),
        "far": min(8, max(0, apart - 1)) / 8,
        "no_place": float(not own.told["place"]),
        "no_toll": float(not own.counts),
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

    A rule before any weighing: an air strike is no shelling and no clash, and what was
    planted was not fired («انفجار عبوة … ردت بقصف»).
    """
    told = traits_of(telling).told
    one, other = told["strong"], told_before(cluster, "strong")
    if not one and told["afar"]:
        return bool(other) and other <= PLANTED
    if not other and one and told_before(cluster, "afar"):
        return one <= PLANTED
    if not one or not other or one & other:
        return False
    return not any(one & kin and other & kin for kin in AKIN)


PLANTED = frozenset({"explosive_device", "mine_or_uxo", "suicide_attack"})
"""Types of what goes off where it lies or is carried to."""

AKIN = (
    frozenset({"clash", "shooting"}),
    frozenset({"clash", "raid"}),
    frozenset({"explosive_device", "suicide_attack"}),
)
"""Types that one event is often told by in turn: «تبادل لإطلاق النار … أطلق مسلحان النار»."""


def _agreement(telling: Telling, cluster: Cluster) -> dict[str, float]:
    """Compare what a telling names with what a cluster names, slot by slot."""
    found: dict[str, float] = {}
    told = traits_of(telling).told
    for what in COMPARED:
        if told[what]:
            found |= compared(what, told[what], told_before(cluster, what))
    return found


COMPARED = ("place", "type", "day", "doer", "weapon", "struck", "person")
"""The slots whose values are compared one by one."""


def _is_item(telling: Telling) -> bool:
    return telling.scan.segment.kind == "item"


def _apart(what: str, telling: Telling, cluster: Cluster) -> bool:
    """Say whether both name a place or building of a sort, and none the same."""
    one = traits_of(telling).told[what]
    if not one:
        return False
    other = told_before(cluster, what)
    return bool(other) and one.isdisjoint(other)


TELLING = ("place", "type", "toll", "day", "doer")
"""The values whose difference tells events apart."""
_DIFFER = frozenset(f"other_{what}" for what in TELLING)
_AGREE = frozenset(f"same_{what}" for what in TELLING)


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
    one = traits_of(telling).counts
    if not one:
        return {}
    other = counts_before(cluster)
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
    one = traits_of(telling).groups
    other = set[object]().union(*[traits_of(t).groups for t in cluster.tellings])
    if not one or not other:
        return {}
    return {
        "other_group": float(not one & other),
        "fighters_differ": float(("combatants" in one) != ("combatants" in other)),
    }
