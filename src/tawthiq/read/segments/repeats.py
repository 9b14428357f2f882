"""Takes sentences in order, tells which say nothing that another does not say in full.

A page tells a thing twice: the title again as first line, a post captured three times,
a lead cut short above the whole one. A sentence is a repeat if every word and figure of
it stands in another, nearly all in the same order. Of equals the first stays, else the
fullest. A different figure or name is never a repeat, however alike the rest: tolls
that change must be seen.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

FEWEST = 4
"""Words from which a sentence can be a repeat by order; shorter ones must be equal."""
IN_ORDER = 0.75
"""Share of neighbouring word pairs that must stand in the fuller sentence."""


def repeats(sentences: Sequence[Sequence[str]]) -> set[int]:
    """Give the indices of sentences that another one makes needless.

    Args:
        sentences: the words of each sentence.
    """
    dropped = _equals(sentences)
    pairs = [tuple(pairwise(s)) for s in sentences]
    left = [index for index in range(len(sentences)) if index not in dropped]
    every = [pair for index in left for pair in pairs[index]]
    if len(set(every)) == len(every):
        return dropped  # most reports: no two words follow each other twice
    counts = Counter(every)
    suspects = [
        index
        for index in sorted(left, key=lambda i: len(sentences[i]))
        if len(sentences[index]) >= FEWEST
        and sum(counts[p] > 1 for p in pairs[index]) >= IN_ORDER * len(pairs[index])
    ]
    for index in suspects:
        said = _Said(sentences[index], pairs[index])
        others = (i for i in left if i != index and i not in dropped)
        if any(said.stands_in(_Said(sentences[i], pairs[i])) for i in others):
            dropped.add(index)
    return dropped


class _Said(NamedTuple):
    """The words of a sentence, and its pairs of neighbours."""

    words: Sequence[str]
    pairs: tuple[tuple[str, str], ...]

    def stands_in(self, fuller: "_Said") -> bool:
        """Whether another sentence says all that this one says."""
        if len(fuller.words) < len(self.words):
            return False
        if not set(self.words) <= set(fuller.words):
            return False
        held = set(fuller.pairs)
        return sum(p in held for p in self.pairs) >= IN_ORDER * len(self.pairs)


def _equals(sentences: Sequence[Sequence[str]]) -> set[int]:
    seen: set[tuple[str, ...]] = set()
    dropped = set()
    for index, sentence in enumerate(map(tuple, sentences)):
        if sentence in seen:
            dropped.add(index)
        seen.add(sentence)
    return dropped
