"""Words of a folded text, each with its place in the source and what stands before it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, repeat
from typing import Final, NamedTuple

from tawthiq.text.fold import Folded

# A handle runs into the text behind it: «@NewsDeskقصف» is two words in two scripts.
_WORD = re.compile(
    r"(\d+(?:[.,:/\-٫٬]\d+)*"
    r"|[a-z]+(?:['\u2019][a-z]+)*"
    r"|[^\W\d_a-z]+(?:['\u2019][^\W\d_a-z]+)*)"
)

JOINED: Final = 0
COMMA: Final = 1
BRACKET: Final = 2
COLON: Final = 3
STOP: Final = 4
"""What parts a word from the one before it, weakest first.

JOINED: white space, quotation marks, hash signs, dashes within a phrase.
"""

_CLASSES = (
    (STOP, re.compile(r"[.!?؟…\n\r\u2028\u2029•●▪✦★|♦\U0001f000-\U0001faff]")),
    (COLON, re.compile(r":|\s[-–—_]+\s")),  # noqa: RUF001
    (BRACKET, re.compile(r"[()\[\]{}]")),
    (COMMA, re.compile(r"[,،;؛]|\s/\s")),
)


class Token(NamedTuple):
    """One word or number.

    ``word`` is folded; ``start`` and ``end`` count the source; ``gap`` is the class of
    what parts it from the word before, ``between`` those characters, folded.
    """

    word: str
    start: int
    end: int
    gap: int
    between: str

    @property
    def is_number(self) -> bool:
        """Whether the word begins with a digit."""
        return self.word[0].isdigit()


_new: Final = tuple.__new__
"""Makes a Token without the detour over its own constructor: there are many."""

_PLAIN: Final = frozenset({"", " "})


@lru_cache(maxsize=4096)
def gap_class(between: str) -> int:
    """Give the strongest class of the characters between two words."""
    if between in _PLAIN:
        return JOINED
    for name, pattern in _CLASSES:
        if pattern.search(between):
            return name
    return JOINED


def tokenize(folded: Folded, offset: int = 0) -> list[Token]:
    """Cut a folded text into words and numbers.

    Args:
        folded: the text.
        offset: where it begins in the source, added to the offsets of each word.
    """
    pieces = _WORD.split(folded.text)  # what stands between, a word, and so on
    between, words = pieces[::2], pieces[1::2]
    plain = folded.is_plain
    bounds = list(accumulate(map(len, pieces), initial=offset if plain else 0))
    gaps = map(gap_class, between)
    rows: Iterable[_Row] = zip(
        words, bounds[1::2], bounds[2::2], gaps, between, strict=False
    )
    if not plain:
        rows = _placed(rows, folded, offset)
    return list(map(_new, repeat(Token), rows))


def words_in(folded: Folded) -> list[str]:
    """Give the words and numbers of a folded text alone, without their places."""
    found: list[str] = _WORD.findall(folded.text)
    return found


_Row = tuple[str, int, int, int, str]
"""What a `Token` has, in its order."""


def _placed(rows: Iterable[_Row], folded: Folded, offset: int) -> Iterator[_Row]:
    """Put in place of offsets in the folded text those in the source."""
    starts, ends = folded.starts, folded.ends
    for word, first, last, gap, between in rows:
        yield word, starts[first] + offset, ends[last - 1] + offset, gap, between
