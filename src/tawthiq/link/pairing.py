"""Pairing: accounts that share a block, each pair compared once."""

from collections.abc import Container, Iterable, Iterator, Sequence

from tawthiq.link.blocking import UNIT, keys_of
from tawthiq.link.compare import features
from tawthiq.link.facts import Facts
from tawthiq.model.link import Judgement, Link
from tawthiq.weigh.linear import load_model

SURE = 1.0
"""Log-odds beyond which a link is held for certain; between, it is a proposal."""


def links_of(
    accounts: Iterable[Facts], *, touching: Container[str] | None = None
) -> tuple[Link, ...]:
    """Compare all accounts that share a block.

    Args:
        accounts: the facts of accounts, in any order.
        touching: the keys of accounts that are new: only pairs with one of them are
            compared; None compares all.

    Returns:
        One link for each pair compared, by the keys of the two in their order, with
        the parts of its score in log-odds.
    """
    return tuple(link_of(*pair) for pair in pairs_of(accounts, touching=touching))


def pairs_of(
    accounts: Iterable[Facts], *, touching: Container[str] | None = None
) -> tuple[tuple[Facts, Facts], ...]:
    """Give all pairs of accounts that share a block, each once, in the order of keys.

    Args:
        accounts: the facts of accounts, in any order.
        touching: keys of which each pair must have one; None gives all pairs.
    """
    pairs = {
        (left.key, right.key): (left, right)
        for left, right in _sharing(accounts)
        if touching is None or left.key in touching or right.key in touching
    }
    return tuple(pairs[keys] for keys in sorted(pairs))


def link_of(left: Facts, right: Facts) -> Link:
    """Compare two accounts and judge whether they tell of one incident."""
    first, second = (left, right) if left.key <= right.key else (right, left)
    model = load_model("link")
    parts = model.parts(features(first, second))
    score = sum(parts.values())
    return Link(
        left=first.key,
        right=second.key,
        judgement=_judged(score),
        score=round(score, 4),
        parts=tuple(sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))),
    )


def _judged(score: float) -> Judgement:
    if abs(score) < SURE:
        return Judgement.UNSURE
    return Judgement.POSITIVE if score > 0 else Judgement.NEGATIVE


def _sharing(accounts: Iterable[Facts]) -> Iterator[tuple[Facts, Facts]]:
    blocks: dict[str, dict[str, Facts]] = {}
    for facts in accounts:
        for key in keys_of(facts):
            blocks.setdefault(key, {})[facts.key] = facts
    for key, block in blocks.items():
        members = [block[name] for name in sorted(block)]
        yield from _block_pairs(members, by_unit=UNIT in key)


def _block_pairs(
    members: Sequence[Facts], *, by_unit: bool
) -> Iterator[tuple[Facts, Facts]]:
    """Give the pairs of a block; two points are compared by the grid, not by unit."""
    for at, right in enumerate(members):
        for left in members[:at]:
            if not (by_unit and left.spots and right.spots):
                yield left, right
