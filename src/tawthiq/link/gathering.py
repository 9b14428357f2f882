"""Gathering: reports that are put beside an incident without telling it for certain.

A group of few accounts tells little of an event, so that on the whole its links to a
large one are weak though some are strong. Where its best links speak for it, its
reports are put beside the larger group: it stays an incident of its own, nothing that it
claims is counted there, and whoever reviews the two may merge them. A trace is put
beside a group by its own links. The order in which reports came does not matter.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from tawthiq.link.cluster import DECIDED, LOOSE, scores_of
from tawthiq.link.facts import Facts
from tawthiq.model.link import Link

SMALL = 3
"""Reports up to which a group may join a larger one by its best links."""

LARGE = 2
"""Reports that the group must have that another joins."""

BEST = 3
"""Links that stand for all: the best ones."""

JOINS = -0.5
"""Mean log-odds of its best links above which a group is put beside another."""

SPEAKS = -0.5
"""Mean log-odds of its best links above which a trace is put beside a group."""

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What speaks of an incident without telling it for certain.

    ``traces`` are keys of traces, ``reports`` ids of reports whose own events stand in
    another group.
    """

    traces: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


def gather(
    groups: Sequence[Group],
    links: Iterable[Link],
    decisions: Sequence[Link],
    *,
    facts: Mapping[str, Facts],
) -> tuple[Beside, ...]:
    """Put traces, and the reports of small groups, beside the groups they speak of.

    Args:
        groups: groups of the keys of accounts, in the order of their first keys.
        links: what was found of pairs of accounts, and of traces with accounts.
        decisions: links that people decided; what they parted is not put together.
        facts: of every account and trace, by key.

    Returns:
        What is beside each group, in their order.
    """
    gathering = _Gathering(groups, facts, scores_of(set(facts), links, decisions))
    beside: list[tuple[set[str], set[str]]] = [(set(), set()) for _ in groups]
    for key in facts:
        at = gathering.of_trace(key) if facts[key].is_trace else None
        if at is not None:
            beside[at][0].add(key)
    for n in range(len(groups)):
        at = gathering.of_group(n)
        if at is not None:
            heard = {facts[key].report_id for key in beside[n][0]}
            beside[at][1].update(gathering.reports[n] | heard)
    return tuple(
        Beside(traces=tuple(sorted(traces)), reports=tuple(sorted(reports - told)))
        for (traces, reports), told in zip(beside, gathering.reports, strict=True)
    )


class _Gathering:
    """Groups and what speaks for them; a group is known by its number."""

    def __init__(
        self,
        groups: Sequence[Group],
        facts: Mapping[str, Facts],
        scores: Mapping[tuple[str, str], float],
    ) -> None:
        self.reports = [{facts[key].report_id for key in g} for g in groups]
        self._groups = groups
        self._of = {key: n for n, group in enumerate(groups) for key in group}
        self._founds = [any(facts[key].founds for key in group) for group in groups]
        self._links: dict[str, list[tuple[str, float]]] = {}
        for (left, right), score in scores.items():
            if score > LOOSE or score == -DECIDED:
                self._links.setdefault(left, []).append((right, score))
                self._links.setdefault(right, []).append((left, score))

    def of_trace(self, key: str) -> int | None:
        """Give the group of which a trace speaks, if any."""
        return self._best((key,), lambda n: self._founds[n], above=SPEAKS)

    def of_group(self, n: int) -> int | None:
        """Give the larger group of which a small one may speak, if any."""
        if len(self.reports[n]) > SMALL:
            return None
        return self._best(self._groups[n], self._larger_than(n), above=JOINS)

    def _larger_than(self, n: int) -> Callable[[int], bool]:
        mine = len(self.reports[n])

        def larger(other: int) -> bool:
            size = len(self.reports[other])
            return self._founds[other] and size >= LARGE and (size, -other) > (mine, -n)

        return larger

    def _best(
        self, keys: Iterable[str], allowed: Callable[[int], bool], *, above: float
    ) -> int | None:
        """Give the group for which the best links of these keys speak most, if any."""
        told: dict[int, list[float]] = {}
        for key in keys:
            for other, score in self._links.get(key, ()):
                if other in self._of:
                    told.setdefault(self._of[other], []).append(score)
        ranked = [
            (sum(best) / len(best), -n)
            for n, scores in told.items()
            if allowed(n) and min(scores) > -DECIDED
            for best in (nlargest(BEST, scores),)
        ]
        score, n = max(ranked, default=(above, 0))
        return -n if score > above else None
