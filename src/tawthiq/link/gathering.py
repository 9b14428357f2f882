"""Gathering: reports that are put beside an incident without telling it for certain.

A group of few accounts tells little of an event, so that on the whole its links to a
large one are weak though some are strong. Where its best links speak for it, its
reports are put beside the larger group: it stays an incident of its own, nothing that it
claims is counted there, and whoever reviews the two may merge them. A trace is put
beside a group by its own links. The order in which reports came does not matter.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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

USUAL_REACH = 0.6
"""Share of a group's accounts that links reach where neither more nor less speaks."""

JOINS = -1.0
"""What must be spoken for a group or a trace to be put beside another group."""

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
    gathering.lay_groups()
    traces: dict[int, set[str]] = {}
    for key, told in facts.items():
        at = gathering.of_trace(key) if told.is_trace else None
        if at is not None:
            traces.setdefault(at, set()).add(key)
    return tuple(
        Beside(
            traces=tuple(sorted(traces.get(n, ()))),
            reports=tuple(sorted(gathering.beside(n))),
        )
        for n in range(len(groups))
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
        self._at: list[int | None] = [None for _ in groups]
        self._laid: dict[int, list[int]] = {}
        self._links: dict[str, list[tuple[str, float]]] = {}
        for (left, right), score in scores.items():
            if score > LOOSE or score == -DECIDED:
                self._links.setdefault(left, []).append((right, score))
                self._links.setdefault(right, []).append((left, score))

    def lay_groups(self) -> None:
        """Lay each small group beside the larger one of which it may speak, if any.

        All are asked before any is laid, so that their order does not matter.
        """
        self._at = [self._of_group(n) for n in range(len(self._groups))]
        for n in range(len(self._groups)):
            self._laid.setdefault(self._home(n), []).append(n)

    def of_trace(self, key: str) -> int | None:
        """Give the group of which a trace speaks, if any."""
        return self._best((key,), lambda n: self._founds[n])

    def beside(self, n: int) -> set[str]:
        """Give the reports that may speak of a group and stand in others alone."""
        laid = [m for m in self._laid.get(n, ()) if not self._is_parted(m, n)]
        return set().union(*(self.reports[m] for m in laid)) - self.reports[n]

    def _is_parted(self, n: int, other: int) -> bool:
        """Tell whether a person said that two groups are not one."""
        return any(
            score == -DECIDED and self._of.get(key) == other
            for mine in self._groups[n]
            for key, score in self._links.get(mine, ())
        )

    def _home(self, n: int) -> int:
        """Give the group beside which one stands in the end, itself where alone."""
        while (at := self._at[n]) is not None:
            n = at
        return n

    def _of_group(self, n: int) -> int | None:
        if len(self.reports[n]) > SMALL:
            return None
        return self._best(self._groups[n], self._larger_than(n))

    def _larger_than(self, n: int) -> Callable[[int], bool]:
        mine = len(self.reports[n])

        def larger(other: int) -> bool:
            size = len(self.reports[other])
            return self._founds[other] and size >= LARGE and (size, -other) > (mine, -n)

        return larger

    def _best(
        self, keys: Collection[str], allowed: Callable[[int], bool]
    ) -> int | None:
        """Give the group for which the best links of these keys speak most, if any."""
        told: dict[int, list[float]] = {}
        for key in keys:
            for other, score in self._links.get(key, ()):
                if other in self._of:
                    home = self._home(self._of[other])
                    told.setdefault(home, []).append(score)
        ranked = [
            (self._spoken(n, scores, of=len(keys)), -n)
            for n, scores in told.items()
            if allowed(n) and min(scores) > -DECIDED
        ]
        score, n = max(ranked, default=(JOINS, 0))
        return -n if score > JOINS else None

    def _spoken(self, n: int, scores: Sequence[float], *, of: int) -> float:
        """Say how much links speak for a group: the best ones, and how many there are."""
        best = nlargest(BEST, scores)
        reach = min(1.0, len(scores) / (of * len(self._groups[n])))
        return sum(best) / len(best) + reach - USUAL_REACH
