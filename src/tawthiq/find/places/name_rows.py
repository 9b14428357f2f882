"""Rows of names whose commas a page lost: "the towns of Barda Nakhil Sahla and Wardan"."""

from collections.abc import Callable, Iterator, Sequence

from tawthiq.find.places.vocabulary import Vocabulary
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import JOINED

SURE = 3
"""Names that a row of capitals must hold to be believed to be more than one."""

LONGEST_ROW = 14
"""Words within which a row must end."""

LONGEST_KNOWN = 4
"""Words of the longest name of a list that is looked for in a row."""


def first_of_row(words: Sequence[str], vocabulary: Vocabulary, *, least: int) -> int:
    """Give the words of the first of several names, all of them where it is one name.

    Args:
        words: capitalised words, folded, that no mark parts.
        vocabulary: the pack's words about places; a name that the list of places has
            is never cut.
        least: names that there must be; fewer will do where the list has each.
    """
    sizes = list(_sizes(words, vocabulary))
    first, *others = sizes
    opens = bool(others) and words[first] in vocabulary.opener - vocabulary.articles
    sure = len(sizes) >= least or _all_known(words, sizes, vocabulary.knows)
    return first if sure or opens else len(words)


def closes_row(scan: Scan, at: int) -> bool:
    """Tell whether capitals from the word ``at`` on end in "and" and one more of them."""
    tokens = scan.tokens
    for here in range(at, min(at + LONGEST_ROW, len(tokens) - 1)):
        if tokens[here].gap > JOINED:
            return False
        if any(hit.code == "and" for hit in scan.at(here, "place_words")):
            return tokens[here + 1].gap == JOINED
        if not scan.capital(here) and not scan.capital(here + 1):
            return False
    return False


def _sizes(words: Sequence[str], vocabulary: Vocabulary) -> Iterator[int]:
    """Give how many words each name takes: the longest known one, else one by itself."""
    at = 0
    while at < len(words):
        size = _known(words[at:], vocabulary) or _unknown(words[at:], vocabulary)
        yield size
        at += size


def _known(words: Sequence[str], vocabulary: Vocabulary) -> int:
    for size in range(min(LONGEST_KNOWN, len(words)), 0, -1):
        lone = size == 1 and words[0] in vocabulary.opener
        if not lone and vocabulary.knows(" ".join(words[:size])):
            return size
    return 0


def _unknown(words: Sequence[str], vocabulary: Vocabulary) -> int:
    """Give the words of a name that no list has: what opens names is half of one."""
    size = 1
    while size < len(words) and words[size - 1] in vocabulary.opener:
        size += 1
    while size < len(words) and words[size] in vocabulary.tail:
        size += 1
    return size


def _all_known(
    words: Sequence[str], sizes: Sequence[int], knows: Callable[[str], bool]
) -> bool:
    at = 0
    for size in sizes:
        if not knows(" ".join(words[at : at + size])):
            return False
        at += size
    return True
