"""Pairing: accounts that share a block, each pair compared once."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tawthiq.link.blocking import HEARD, TOWN, UNIT, keys_of
from tawthiq.link.compare import features
from tawthiq.link.facts import Facts
from tawthiq.link.hearing import hearing, trace_features
from tawthiq.model.link import Judgement, Link
from tawthiq.weigh.linear import load_model

SURE = 1.0
"""Log-odds beyond which a link is held for certain; between, it is a proposal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two tellings that share a block, by the order of their keys.

    ``heard`` tells that they met by words alone: they share no place, unit, number,
    victim or copy.
    """

    left: Facts
    right: Facts
    heard: bool

    @property
    def model(self) -> str:
        """The model that judges them."""
        if self.left.is_trace or self.right.is_trace:
            return "trace"
        return "heard" if self.heard else "link"

    def features(self) -> dict[str, float]:
        """Give the named features by which they are judged."""
        if self.left.is_trace or self.right.is_trace:
            return trace_features(self.left, self.right)
        found = features(self.left, self.right)
        return {**found, **hearing(self.left, self.right)} if self.heard else found


def links_of(
    accounts: Iterable[Facts], *, touching: Container[str] | None = None
) -> tuple[Link, ...]:
    """Compare all accounts and traces that share a block.

    Args:
        accounts: the facts of accounts and traces, in any order.
        touching: the keys of those that are new: only pairs with one of them are
            compared; None compares all.

    Returns:
        One link for each pair compared, by the keys of the two in their order, with
        the parts of its score in log-odds.
    """
    return tuple(map(link_of, pairs_of(accounts, touching=touching)))


def pairs_of(
    accounts: Iterable[Facts], *, touching: Container[str] | None = None
) -> tuple[Pair, ...]:
    """Give all pairs that share a block, each once, in the order of keys.

    Args:
        accounts: the facts of accounts and traces, in any order.
        touching: keys of which each pair must have one; None gives all pairs.
    """
    pairs: dict[tuple[str, str], Pair] = {}
    for pair in _sharing(accounts):
        keys = (pair.left.key, pair.right.key)
        if touching is not None and not any(key in touching for key in keys):
            continue
        if keys not in pairs or not pair.heard:
            pairs[keys] = pair
    return tuple(pairs[keys] for keys in sorted(pairs))


def link_of(pair: Pair) -> Link:
    """Judge whether two tellings are of one incident."""
    parts = load_model(pair.model).parts(pair.features())
    score = sum(parts.values())
    return Link(
        left=pair.left.key,
        right=pair.right.key,
        judgement=_judged(pair, score),
        score=round(score, 4),
        parts=tuple(sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))),
    )


def _judged(pair: Pair, score: float) -> Judgement:
    if pair.model != "link":
        return Judgement.HEARD
    if abs(score) < SURE:
        return Judgement.UNSURE
    return Judgement.POSITIVE if score > 0 else Judgement.NEGATIVE


def _sharing(accounts: Iterable[Facts]) -> Iterator[Pair]:
    blocks: dict[str, dict[str, Facts]] = {}
    for facts in accounts:
        for key in keys_of(facts):
            blocks.setdefault(key, {})[facts.key] = facts
    for key, block in blocks.items():
        members = [block[name] for name in sorted(block)]
        yield from _block_pairs(key, members)


def _block_pairs(key: str, members: Sequence[Facts]) -> Iterator[Pair]:
    """Give the pairs of a block.

    Two points are compared by the grid, not by unit; a plain word alone brings no two
    events together, and two traces never meet: neither tells what it was.
    """
    by_unit, by_town = UNIT in key, TOWN in key
    heard = by_town or HEARD in key
    for at, right in enumerate(members):
        for left in members[:at]:
            traces = left.is_trace + right.is_trace
            if traces == 1 or not (
                traces or by_town or (by_unit and left.spots and right.spots)
            ):
                yield Pair(left=left, right=right, heard=heard)
