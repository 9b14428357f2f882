"""Takes sentences in order, tells which say nothing that another does not say in full.

A page tells a thing twice: the title again as first line, a post captured three times,
a lead cut short above the whole one. A sentence is a repeat if every word and figure of
it stands in another, nearly all in the same order. Of equals the first stays, else the
fullest. A different figure or name is never a repeat, however alike the rest: tolls
that change must be seen.
"""

from collections.abc import Sequence

FEWEST = 4
"""Words from which a sentence can be a repeat by order; shorter ones must be equal."""
IN_ORDER = 0.75
"""Share of neighbouring word pairs that must stand in the fuller sentence."""


def repeats(sentences: Sequence[Sequence[str]]) -> set[int]:
    """Give the indices of sentences that another one makes needless.

    Args:
        sentences: the plainly spelled words of each sentence.
    """
    dropped = _equals(sentences)
    holders: dict[tuple[str, str], list[int]] = {}
    pairs = [tuple(zip(s, s[1:], strict=False)) for s in sentences]
    for index, found in enumerate(pairs):
        if index not in dropped:
            for pair in set(found):
                holders.setdefault(pair, []).append(index)
    for index in sorted(
        set(range(len(sentences))) - dropped, key=lambda i: len(sentences[i])
    ):
        if len(sentences[index]) >= FEWEST and _held(index, sentences, pairs, holders, dropped):
            dropped.add(index)
    return dropped


def _equals(sentences: Sequence[Sequence[str]]) -> set[int]:
    seen: set[tuple[str, ...]] = set()
    dropped = set()
    for index, sentence in enumerate(map(tuple, sentences)):
        if sentence in seen:
            dropped.add(index)
        seen.add(sentence)
    return dropped


def _held(
    index: int,
    sentences: Sequence[Sequence[str]],
    pairs: Sequence[tuple[tuple[str, str], ...]],
    holders: dict[tuple[str, str], list[int]],
    dropped: set[int],
) -> bool:
    """Whether another sentence holds this one."""
    votes: dict[int, int] = {}
    for pair in pairs[index]:
        for other in holders.get(pair, ()):
            if other != index and other not in dropped:
                votes[other] = votes.get(other, 0) + 1
    enough = IN_ORDER * len(pairs[index])
    return any(
        count >= enough and set(sentences[index]) <= set(sentences[other])
        for other, count in votes.items()
    )
