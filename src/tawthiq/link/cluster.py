"""Cluster: accounts and their links into groups, one for each incident.

Average linkage inside each connected group of accounts: two groups become one while
their links speak for it on the whole, best first, ties by the order of keys. So one
strong link does not chain two villages together, and the order in which reports came
does not matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from tawthiq.model.link import Judgement, Link

Pair = tuple[str, str]

STRANGERS = -3.0
"""Log-odds of two accounts that share no block."""

LOOSE = -1.0
"""Log-odds from which a link connects accounts into one group to be cut up."""

BAR = -1.0
"""Mean log-odds above which two groups are one incident."""

DECIDED = 1e6


def clusters_of(
    keys: Iterable[str], links: Iterable[Link], decisions: Sequence[Link] = ()
) -> tuple[tuple[str, ...], ...]:
    """Bring accounts together.

    Args:
        keys: the keys of all accounts.
        links: what was found of pairs of them; those of words alone are passed over.
        decisions: links that people decided; they outweigh any score, and the later
            of two on one pair holds.

    Returns:
        Groups of keys, each sorted, in the order of their first keys.
    """
    known = set(keys)
    firm = (link for link in links if link.judgement is not Judgement.HEARD)
    scores = scores_of(known, firm, decisions)
    groups = (
        cluster
        for component in components(known, scores)
        for cluster in _cut(component, scores)
    )
    return tuple(sorted(groups))


def scores_of(
    known: set[str], links: Iterable[Link], decisions: Iterable[Link]
) -> dict[Pair, float]:
    """Give the scores of links between known keys; what is decided outweighs all."""
    scores = {_pair(link.left, link.right): link.score for link in links}
    for link in decisions:
        scores[_pair(link.left, link.right)] = _decided(link)
    return {pair: s for pair, s in scores.items() if known.issuperset(pair)}


def components(
    keys: Iterable[str], scores: Mapping[Pair, float]
) -> tuple[tuple[str, ...], ...]:
    """Give the groups of accounts that links connect, loosely held."""
    head = {key: key for key in keys}

    def find(key: str) -> str:
        while head[key] != key:
            head[key] = head[head[key]]
            key = head[key]
        return key

    for (left, right), score in scores.items():
        if score >= LOOSE:
            one, two = sorted((find(left), find(right)))
            head[two] = one
    groups: dict[str, list[str]] = {}
    for key in sorted(head):
        groups.setdefault(find(key), []).append(key)
    return tuple(tuple(group) for group in groups.values())


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left <= right else (right, left)


def _decided(link: Link) -> float:
    return DECIDED if link.judgement is Judgement.POSITIVE else -DECIDED


def _cut(
    component: Sequence[str], scores: Mapping[Pair, float]
) -> list[tuple[str, ...]]:
    """Join the accounts of one component, best first, while their links allow it."""
    groups: dict[int, list[str]] = {n: [key] for n, key in enumerate(component)}
    sums: dict[tuple[int, int], float] = {
        (a, b): scores.get((component[a], component[b]), STRANGERS)
        for a, b in combinations(range(len(component)), 2)
    }
    queue = [(-score, pair) for pair, score in sums.items() if score > BAR]
    heapify(queue)
    while queue:
        worst, (one, two) = heappop(queue)
        if one not in groups or two not in groups:
            continue
        if -worst != _mean(sums[one, two], groups[one], groups[two]):
            continue
        groups[one] += groups.pop(two)
        for other in sorted(groups.keys() - {one}):
            pair = (min(one, other), max(one, other))
            gone = (min(two, other), max(two, other))
            sums[pair] += sums[gone]
            mean = _mean(sums[pair], groups[one], groups[other])
            if mean > BAR:
                heappush(queue, (-mean, pair))
    return [tuple(sorted(group)) for group in groups.values()]


def _mean(total: float, left: Sequence[str], right: Sequence[str]) -> float:
    return total / (len(left) * len(right))
