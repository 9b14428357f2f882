"""Totals: tellings that count the people of several happenings told apart.

News of a day sums up before it goes into detail: «لقي ثلاثة مصرعهم في حادثين منفصلين …»,
then who fell where. The sum is a toll, each part an event of its own, and no part is one
with another.
"""

from collections.abc import Sequence

from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.telling import Telling
from tawthiq.assemble.traits import ANY, counts_before, place_names, traits_of

REACH = 8
"""Tellings behind a total within which its parts are told."""

FEWEST = 2
"""Parts of which a total is the sum."""

LEAST = 3
"""People that a total counts: two told one by one may be the two of one happening."""

LOOSE = 10
"""Of so many people that are "more than", the parts may count one more."""

OWN = frozenset({"at", "near", "area"})
"""Roles of places that hold no other: a total told at one is of a happening there."""

HARMED = ("killed", "injured")

Counts = dict[str, int]


def mark_totals(tellings: Sequence[Telling]) -> None:
    """Mark which tellings are totals, and whose parts the tellings behind them are.

    Args:
        tellings: those of a report, in its order; marked in place.
    """
    for index, telling in enumerate(tellings):
        if is_scattered(telling):
            telling.is_total = True
        parts = _parts(telling, tellings[index + 1 : index + 1 + REACH])
        if parts:
            telling.is_total = True
            for part in parts:
                part.part_of = telling


def is_scattered(telling: Telling) -> bool:
    """Say whether people are counted who fell in several happenings: «حوادث متفرقة»."""
    if not _counts(telling):
        return False
    said = [h for h in telling.of("event_cues") if h.code == "happening"]
    ends = {h.last for h in telling.of("attack") if h.values["part"] == "noun"}
    ends |= {h.last for h in said} | {h.last + 1 for h in said}  # «حوادث أمنية متفرقة»
    # "two separate attacks", where what tells of a thing stands before it
    starts = {h.first for h in telling.of("attack") if h.values["number"] == "many"}
    return any(
        h.first in ends or h.last in starts
        for h in telling.of("event_cues")
        if h.code == "scattered"
    )


def is_part_beside(telling: Telling, cluster: Cluster) -> bool:
    """Say whether a telling is a part of a total, and an event that or another part.

    A rule before any weighing.

    Args:
        telling: the later telling.
        cluster: tellings of one event before it.
    """
    whole, first = telling.part_of, cluster.tellings[0]
    if first.is_total:
        own = place_names(telling.of("place"), roles=OWN)
        if own and not own & place_names(first.of("place"), roles=ANY):
            return True  # told at a place that the total does not name
    return whole is not None and any(
        t is whole or t.part_of is whole for t in cluster.tellings
    )


def counts_some_of(telling: Telling, cluster: Cluster) -> bool:
    """Say whether a telling counts some of those whom an event counted: «من بين القتلى».

    Args:
        telling: the later telling.
        cluster: tellings of one event before it.
    """
    counted = telling.of("casualty")
    if not counted or not any(
        telling.first <= h.first <= counted[0].first
        and h.code == "part"
        and h.values.get("side")
        for h in telling.scan.of("count_words")
    ):
        return False
    wholes = {h.start for h in cluster.of("casualty")}
    if any(h.values["part_of"] in wholes for h in counted):
        return True
    all_told = counts_before(cluster)
    return any(
        max(numbers) < max(all_told[outcome])
        for outcome, numbers in traits_of(telling).counts.items()
        if outcome in all_told
    )


def _parts(total: Telling, behind: Sequence[Telling]) -> list[Telling]:
    """Give the tellings of which a telling is the sum, or none."""
    sums, parts = _counts(total), list[Telling]()
    is_open = any(h.values.get("high") is None for h in total.of("casualty"))
    if sums.get("killed", 0) < LEAST:
        return []
    rest = dict(sums)
    for telling in behind:
        own = _counts(telling)
        if not own or (parts and telling.cued("toll_word")):
            continue  # «وكانت حصيلة أولية أفادت بمقتل 17»: of a part told before
        if own == sums and not parts:
            return []  # told again: that one is the total, if any is
        slack = {k: n // LOOSE for k, n in sums.items()} if parts and is_open else {}
        if "killed" not in own or any(
            n > rest[k] + slack.get(k, 0) for k, n in own.items() if k in sums
        ):
            return []
        rest = {k: max(0, n - own.get(k, 0)) for k, n in rest.items()}
        parts.append(telling)
        if not any(rest.values()):
            return parts if _are_parts(total, parts) else []
    return []


def _counts(telling: Telling) -> Counts:
    """Give how many were killed and injured as a telling counts them, parts left out."""
    found: Counts = {}
    for hit in telling.of("casualty"):
        outcome, low = str(hit.values["outcome"]), hit.values.get("low")
        if outcome in HARMED and hit.values.get("part_of") is None:
            if not isinstance(low, int):
                return {}
            found[outcome] = found.get(outcome, 0) + low
    return {k: n for k, n in found.items() if n}


def _are_parts(total: Telling, parts: Sequence[Telling]) -> bool:
    """Say whether each part has a place of its own, and their total none that struck."""
    names = [place_names(p.of("place"), roles=ANY) for p in parts]
    apart = all(own - set().union(*(n for n in names if n is not own)) for own in names)
    several = total.cued("twofold")
    return (
        len(parts) >= FEWEST
        and (apart or several)
        and place_names(total.of("place"), roles=OWN) <= set().union(*names)
    )
