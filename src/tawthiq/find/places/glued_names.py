"""Glued names: a place's name that a page ran into the next line («النخيلقصفت»)."""

from collections.abc import Sequence
from typing import NamedTuple

from tawthiq.find.places.vocabulary import Cut, Vocabulary
from tawthiq.text.tokens import Token

SHORTEST = 3
"""Letters that a name must have."""
SHORTEST_VERB = 4
"""Letters that the verb run into it must have: «مات» ends many a name."""
LONGEST = 3
"""Words that a name may have whose last one is run into the next line."""


class Glued(NamedTuple):
    """A name of ``words`` words that ends at the offset ``end`` of the source."""

    key: str
    words: int
    end: int


def glued(run: Sequence[Token], head: Cut, words: Vocabulary) -> Glued | None:
    """Find a listed name at the front of a run whose last word goes on as a verb.

    Args:
        run: the words that may belong to one name.
        head: the first of them without clitics.
        words: the pack's words about places; its list has to have the name.

    Returns:
        The longest such name; None where no word goes on as a verb of attack, harm or
        report, or where marks inside the word leave its letters without offsets.
    """
    for size in range(min(len(run), LONGEST), 0, -1):
        cut = head if size == 1 else Cut(run[size - 1].word, run[size - 1].start)
        if run[size - 1].end - cut.start != len(cut.text):
            continue
        front = [head.text, *(token.word for token in run[1:size])][: size - 1]
        for at in range(len(cut.text) - SHORTEST_VERB, SHORTEST - 1, -1):
            key = " ".join([*front, cut.text[:at]])
            if words.is_verb(cut.text[at:]) and words.knows(key):
                return Glued(key, size, cut.start + at)
    return None
