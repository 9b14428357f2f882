"""Joining options: what may be made of a telling, and what speaks for each choice.

A telling tells no event, one of its own, or one of those told before it. The choices
see one another: a village that only one event before has speaks for that event, and
against an event of its own.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tawthiq.assemble.agreement import (
    are_two,
    is_after_toll,
    is_announced,
    is_elsewhere,
    of_pair,
)
from tawthiq.assemble.evidence import Cluster, doers, is_plain_strike, own_dates
from tawthiq.assemble.joining_rules import (
    adds_up,
    counts_longer,
    is_what_was_answered,
    names_others,
    opens_another_day,
    opens_later,
    opens_with_more,
    opens_with_place,
    reaches,
    tells_again,
    tells_surely,
    turns_to_another,
)
from tawthiq.assemble.pair_features import Prefixed
from tawthiq.assemble.perpetrators import deniers
from tawthiq.assemble.telling import Telling
from tawthiq.assemble.totals import counts_some_of, is_part_beside
from tawthiq.assemble.traits import counts_before, traits_of

NONE = -1
"""The home of a telling that tells no event."""

LEAST = -3.0
"""Log-odds of telling an event at all under which a telling seldom joins one."""

FRONT = 3
"""Words at the front of a telling in which a verb of speech or result opens it."""

HUGE = 10
"""Number from which two equal counts are of one event."""

MANY = 5
"""Events before a telling from which more make no difference."""

NAMES = 4
"""Names of people in a telling from which more make no difference."""

SLOTS = (
    "place", "type", "toll", "day", "doer", "person", "struck", "weapon", "accused",
    "pointed",
)  # fmt: skip
"""Values by which one event is told from the others: `_told_back` has the last two."""

CUES = (
    "link", "earlier", "rising", "condemned", "some_of", "clause", "aside", "another",
    "background", "hypothetical",
)  # fmt: skip

Features = Mapping[str, float]


class Seen(NamedTuple):
    """A telling with the features and log-odds of its telling an event at all."""

    telling: Telling
    features: Features
    odds: float


class Option(NamedTuple):
    """A choice: the number of the event, that of a new one, or `NONE`."""

    home: int
    features: Features


def options(seen: Seen, clusters: Sequence[Cluster], *, last: int) -> list[Option]:
    """Give what may be made of a telling.

    Args:
        seen: the telling.
        clusters: the events before it.
        last: number of the event that the telling before belongs to.

    Returns:
        Telling none, with no features and so no weight; founding one; each event. What a
        headline right above announces, some of those whom an event counted, and its
        attack told again with its toll leave no choice but that event, and a strike of
        its own place is none of the toll before it, nor who is counted elsewhere, or
        counted and named otherwise, of those counted before: rules before any weighing.
    """
    telling = seen.telling
    own = _of_own(telling)
    accused, pointed = deniers(telling), _pointed(telling)
    pairs = [
        _of_pair(telling, cluster, own, index=index, last=last)
        | _told_back(cluster, accused=accused, pointed=pointed)
        for index, cluster in enumerate(clusters)
    ]
    founding = _founding(seen, clusters, pairs, own=own)
    elsewhere = opens_with_place(telling) or opens_with_more(telling)
    apart = telling.is_total or elsewhere or opens_later(telling)
    odds = {
        "odds": seen.odds / 2,
        "odds_for": max(0.0, seen.odds) / 2,
        "odds_low": float(seen.odds <= LEAST),
        "beside": min(MANY, len(clusters) - 1) / MANY,
    }
    joining = [
        Option(index, pair | rivals | odds)
        for index, (pair, rivals) in enumerate(zip(pairs, _rivals(pairs), strict=True))
        if not is_after_toll(pair)
        and not is_elsewhere(pair)
        and not names_others(telling, clusters[index])
        and not reaches(telling, pair)
        and not turns_to_another(telling, pair)
        and not is_what_was_answered(telling, pair)
        and not is_part_beside(telling, clusters[index])
        and not opens_another_day(telling, clusters[index])
        and not counts_longer(telling, clusters[index], pair)
        and not (apart and pair["no_shared_place"])
    ]
    announced = [o for o in joining if is_announced(o.features)]
    announced += [o for o in joining if tells_again(o.features)]
    announced += [o for o in joining if counts_some_of(telling, clusters[o.home])]
    if announced:
        return announced
    sure = tells_surely(telling, seen.features)
    nothing = [] if sure else [Option(NONE, {})]
    fresh = [] if joining and adds_up(telling) else [Option(len(clusters), founding)]
    return [*nothing, *fresh, *joining]


def _of_pair(
    telling: Telling, cluster: Cluster, own: Features, *, index: int, last: int
) -> dict[str, float]:
    """Compare a telling with an event before it."""
    found = of_pair(telling, cluster, index=index, last=last)
    found["two"] = float(are_two(telling, cluster))
    next_to = bool(found["next_sentence"] or found["same_sentence"])
    pointing = bool(own["definite"])
    found |= {
        "result_next": float(bool(own["result"]) and next_to),
        "result_pointing": float(bool(own["result"]) and pointing),
        "names_recent": own["names"] * found["recent"],
        "adds_next": float(bool(own["adds"]) and bool(found["next_sentence"])),
        "pointing_same_type": float(pointing and "same_type" in found),
        "pointing_other_type": float(pointing and "other_type" in found),
        "pointing_no_place": float(pointing and bool(found["no_place"])),
    }
    found |= {_OWN[name]: own[name] for name in JOINED_BY}
    return found | _sources(telling, cluster) | _counts(telling, cluster)


def _pointed(telling: Telling) -> set[str]:
    """Give what was struck that was told of before: a market that is "the" market."""
    return {h.code for h in telling.of("struck") if "the" in h.means}


def _told_back(
    cluster: Cluster, *, accused: set[str], pointed: set[str]
) -> dict[str, float]:
    """Say what of an event a telling tells of again: «ونفت الوزارة استهداف السوق».

    Args:
        cluster: an event before the telling.
        accused: who denies something in it, and so was accused.
        pointed: what was struck that it points back at.
    """
    shared = {
        "accused": accused and accused & doers(cluster.of("actor")),
        "pointed": pointed and pointed & {h.code for h in cluster.of("struck")},
    }
    return {f"same_{slot}": 1.0 for slot, both in shared.items() if both}


def _sources(telling: Telling, cluster: Cluster) -> dict[str, float]:
    one = traits_of(telling).sources
    other = set[object]().union(*[traits_of(t).sources for t in cluster.tellings])
    return {
        "same_source": float(bool(one & other - {None})),
        "other_source": float(bool(one and other and not one & other)),
    }


def _counts(telling: Telling, cluster: Cluster) -> dict[str, float]:
    """Compare counts beyond `of_pair`: two alike, parts alike, none above the other's."""
    one, other = traits_of(telling).counts, counts_before(cluster)
    equal = [n for outcome in one.keys() & other for n in one[outcome] & other[outcome]]
    found = {
        "two_tolls": float(len(equal) > 1),
        "huge_toll": float(any(n >= HUGE for n in equal)),
    }
    if one and other and not equal:
        here = {h.values.get("low") for h in telling.of("casualty")}
        there = {h.values.get("low") for h in cluster.of("casualty")}
        found["part_toll"] = float(bool(here & there - {None}))
        found["within_toll"] = float(
            all(
                outcome not in other or max(numbers) <= max(other[outcome])
                for outcome, numbers in one.items()
            )
        )
    return found


def _rivals(pairs: Sequence[Features]) -> list[dict[str, float]]:
    """Say for each event what it alone shares with the telling, and what another does."""
    found: list[dict[str, float]] = [{} for _ in pairs]
    for slot in SLOTS:
        same = _SAME[slot]
        shares = [same in pair for pair in pairs]
        sharing = sum(shares)
        if not sharing:
            continue
        for own, share in zip(found, shares, strict=True):
            if not share:
                own[f"rival_{slot}"] = 1.0
            elif sharing == 1:
                own[f"only_{slot}"] = 1.0
    near = [bool(pair["shares_any_place"]) for pair in pairs]
    some = any(near)
    for own, share in zip(found, near, strict=True):
        own["rival_any_place"] = float(some and not share)
    return found


def _founding(
    seen: Seen,
    clusters: Sequence[Cluster],
    pairs: Sequence[Features],
    *,
    own: Features,
) -> dict[str, float]:
    """Give the features of a telling founding an event."""
    told = seen.features
    found = {
        "bias": 1.0,
        "odds": seen.odds / 2,
        "first": float(not clusters),
        "plain_strike": float(is_plain_strike(told)),
        "clash": float(bool(told["strong"] and told["two_sides"])),
        "barred": float(_is_barred(clusters, pairs)),
        "many": min(MANY, len(clusters)) / MANY,
        "same_sentence": float(any(pair["same_sentence"] for pair in pairs)),
    }
    some = set[str]().union(*pairs)
    for slot in SLOTS if pairs else ():
        if _SAME[slot] in some:
            found[f"known_{slot}"] = 1.0
        elif all(_OTHER[slot] in pair for pair in pairs):
            found[f"unlike_{slot}"] = 1.0
    found |= {_OWN[name]: value for name, value in own.items() if value}
    found |= {
        _EVENT[name]: value for name, value in told.items() if value and name != "bias"
    }
    return {_FOUNDS[name]: value for name, value in found.items()}


_OWN, _EVENT, _FOUNDS = Prefixed("own_"), Prefixed("event_"), Prefixed("founds_")
_SAME, _OTHER = Prefixed("same_"), Prefixed("other_")


def _is_barred(clusters: Sequence[Cluster], pairs: Sequence[Features]) -> bool:
    """Say whether words of its type bar a telling from every event before with a type."""
    barred = [bool(pair["two"]) for pair in pairs]
    typed = [bool(traits_of(c.tellings[0]).told["strong"]) for c in clusters]
    return any(barred) and all(b or not t for b, t in zip(barred, typed, strict=True))


def _of_own(telling: Telling) -> dict[str, float]:
    """Give what a telling says of itself: how it opens, when it was, what it lacks."""
    attacks, dates = telling.of("attack"), own_dates(telling.of("date"))
    spoken = {h.code for h in telling.scan.of("reporting") if _opens(telling, h.first)}
    ends = any(
        h.code in {"happen", "led_to"} and _opens(telling, h.first)
        for h in telling.scan.of("outcomes", "attack_words")
    )
    traits = traits_of(telling)
    found = {
        "adds": float("adds" in spoken),
        "says": float("says" in spoken),
        "result": float(ends),
        "names": min(NAMES, len(telling.of("person"))) / NAMES,
        "dated": float(bool(dates)),
        "since": float(any(h.values.get("role") == "since" for h in dates)),
        "headline": float(telling.is_headline),
        "over_time": float(traits.over_time),
        "sums_up": float(traits.sums_up),
        "definite": float(traits.definite),
        "many": float(any(h.values["number"] == "many" for h in attacks)),
        "no_attack": float(not attacks),
        "no_toll": float(not traits.counts),
        "no_place": float(not traits.told["place"]),
    }
    cues = telling.cues
    return found | {name: float(name in cues) for name in CUES}


JOINED_BY = (
    "names", "adds", "says", "result", "since", "headline", "link", "earlier", "rising",
    "condemned", "many", "sums_up", "hypothetical",
)  # fmt: skip
"""What a telling says of itself that weighs for joining an event too."""


def _opens(telling: Telling, word: int) -> bool:
    return telling.first <= word < telling.first + FRONT
