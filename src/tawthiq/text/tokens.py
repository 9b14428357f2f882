"""Words of a folded text, each with its place in the source and what stands before it."""

import re
from typing import NamedTuple

from tawthiq.text.fold import Folded

# A handle runs into the text behind it: «@NewsDeskقصف» is two words in two scripts.
_WORD = re.compile(
    r"\d+(?:[.,:/\-٫٬]\d+)*|[a-z]+(?:['’][a-z]+)*|[^\W\d_a-z]+(?:['’][^\W\d_a-z]+)*"
)

JOINED, COMMA, BRACKET, COLON, STOP = range(5)
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


def gap_class(between: str) -> int:
    """Give the strongest class of the characters between two words."""
    if between in {"", " "}:
        return JOINED
    for name, pattern in _CLASSES:
        if pattern.search(between):
            return name
    return JOINED


def tokenize(folded: Folded) -> list[Token]:
    """Cut a folded text into words and numbers."""
    tokens: list[Token] = []
    text = folded.text
    before = 0
    for match in _WORD.finditer(text):
        between = text[before : match.start()]
        start, end = folded.source(match.start(), match.end())
        tokens.append(Token(match.group(), start, end, gap_class(between), between))
        before = match.end()
    return tokens
