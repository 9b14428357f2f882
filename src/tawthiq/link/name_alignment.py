"""Two names side by side: which part of one is which of the other.

Parts keep their order, and any may be left out: «محمد أحمد العلي» and «محمد العلي» tell
of the same given name and family. What stands between two parts that agree and has
nothing to agree with speaks against the two being one; what one name alone tells says
little.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from tawthiq.link.name_parts import NamePart, PersonName
from tawthiq.link.name_rarity import Rarity

LEVELS = {
    "same": 1.0,
    "spelling": 0.95,
    "ending": 0.85,
    "framed": 0.7,
    "near": 0.7,
    "vowels": 0.6,
    "begins": 0.6,
    "sound": 0.6,
    "faint": 0.4,
}
"""How parts agree, and how much of their rarity it is worth while aligning."""

FUZZY = frozenset({"near", "vowels", "begins", "faint"})
"""Ways to agree that count for parts in one place of both names alone: the same from
the front, or both last."""

NEAR = 0.74
"""Likeness of two spellings, of their longer one's letters, from which they are near."""

FAINT = 0.59
"""The same from which one may still be a slip for the other."""

SHORT = 3
"""Letters of a word in which a slip makes another name: «علي», «علا»."""

ENDINGS = frozenset("ايه")
"""Last letters that writers exchange: «سهى» and «سها», «تالا» and «تالة»."""

ENDS = 0.3
"""What two first parts, or two last ones, are worth beyond their rarity."""

EACH = 0.01
"""What a pair is worth though everyone bears the name."""


class Pair(NamedTuple):
    """Two parts that agree: where they stand, how they agree and how rare they are.

    ``rarity`` is that of the commoner spelling, ``oddity`` that of the rarer: a slip is
    odd, two names that people bear are not, nor two that the packs list (``both_given``).
    """

    left: int
    right: int
    level: str
    rarity: float
    oddity: float
    both_given: bool


class _Chain(NamedTuple):
    """Pairs in their order; compared by what they are worth, then by their course."""

    worth: float
    straight: int
    early: int
    texts: tuple[str, ...]
    pairs: tuple[Pair, ...]


_NO_CHAIN = _Chain(0.0, 0, 0, (), ())


class Alignment(NamedTuple):
    """The pairs in their order, and for each gap what has no counterpart.

    ``gaps`` has, before the first pair, between pairs and after the last, how many
    parts of the left and how many of the right stand alone; ``sizes`` are how many
    parts each has.
    """

    pairs: tuple[Pair, ...]
    gaps: tuple[tuple[int, int], ...]
    sizes: tuple[int, int]


@lru_cache(maxsize=200_000)
def agreement(left: NamePart, right: NamePart) -> str:
    """Say how two parts agree: same, spelling, near, sound, or not at all (empty)."""
    if left.text == right.text:
        return "same"
    if left.core == right.core:
        return "spelling" if left.frame == right.frame else "framed"
    if left.core[:1].isascii() != right.core[:1].isascii():
        return "sound" if left.sound == right.sound else ""
    if left.frame != right.frame:
        return ""
    level = _likeness(left.core, right.core)
    if level in {"", "faint"} and left.sound == right.sound:
        return "vowels"
    return level


def _likeness(left: str, right: str) -> str:
    longer, shorter = max(len(left), len(right)), min(len(left), len(right))
    if left[:-1] == right[:-1] and {left[-1], right[-1]} <= ENDINGS:
        return "ending"
    if longer <= SHORT:
        return ""
    alike = 1 - OSA.distance(left, right) / longer
    if alike >= NEAR:
        return "near"
    if shorter >= SHORT and (left.startswith(right) or right.startswith(left)):
        return "begins"
    return "faint" if alike >= FAINT else ""


def align(left: PersonName, right: PersonName, rarity: Rarity) -> Alignment:
    """Pair the parts of two names so that what agrees is worth most.

    Args:
        left: one name.
        right: the other; exchanging the two exchanges the sides of the answer.
        rarity: of the parts.
    """
    ones, others = left.parts, right.parts
    if not left.doubles.isdisjoint(right.texts):
        ones = _joined(ones, others)
    if not right.doubles.isdisjoint(left.texts):
        others = _joined(others, ones)
    pairs = _best(ones, others, _agreeing(ones, others, rarity))
    return Alignment(
        pairs=pairs,
        gaps=tuple(_gaps(pairs, len(ones), len(others))),
        sizes=(len(ones), len(others)),
    )


def _joined(
    ones: tuple[NamePart, ...], others: tuple[NamePart, ...]
) -> tuple[NamePart, ...]:
    """Join two neighbours that the other name writes as one word."""
    whole = {p.text: p for p in others}
    for at, (first, second) in enumerate(pairwise(ones)):
        one = whole.get(first.text + second.text)
        if one is not None:
            return (*ones[:at], one, *ones[at + 2 :])
    return ones


def _agreeing(
    ones: Sequence[NamePart], others: Sequence[NamePart], rarity: Rarity
) -> dict[tuple[int, int], Pair]:
    found = {}
    last = len(ones) - 1, len(others) - 1
    for i, one in enumerate(ones):
        for j, other in enumerate(others):
            level = "same" if one.text == other.text else agreement(one, other)
            placed = i == j or (i, j) == last
            if level and (placed or level not in FUZZY):
                given = one.is_given and other.is_given
                found[i, j] = Pair(i, j, level, *rarity.of(one, other), given)
    return found


def _best(
    ones: Sequence[NamePart],
    others: Sequence[NamePart],
    agreeing: dict[tuple[int, int], Pair],
) -> tuple[Pair, ...]:
    """Choose, of the pairs that keep the order of both names, those worth most.

    Of chains worth the same the straightest is taken, then by what favours no side.
    """
    chains: list[_Chain] = []
    ends = {(0, 0): ENDS}
    last = len(ones) - 1, len(others) - 1
    ends[last] = ends.get(last, 0.0) + ENDS
    for (i, j), pair in sorted(agreeing.items()):
        before = max(
            (c for c in chains if c.pairs[-1].left < i and c.pairs[-1].right < j),
            default=_NO_CHAIN,
        )
        worth = LEVELS[pair.level] * pair.rarity + ends.get((i, j), 0.0) + EACH
        chains.append(
            _Chain(
                round(before.worth + worth, 9),
                before.straight - abs(i - j),
                before.early - i - j,
                (*before.texts, min(ones[i].text, others[j].text)),
                (*before.pairs, pair),
            )
        )
    return max(chains, default=_NO_CHAIN).pairs


def _gaps(pairs: Sequence[Pair], ones: int, others: int) -> Sequence[tuple[int, int]]:
    gaps = []
    left = right = 0
    for pair in pairs:
        gaps.append((pair.left - left, pair.right - right))
        left, right = pair.left + 1, pair.right + 1
    gaps.append((ones - left, others - right))
    return gaps
