"""Folding: one spelling to match on, with the way back recorded while folding.

Matching wants one spelling; evidence wants the exact words. So every folded letter
keeps the range of code points that it came from. Spelling broken to pass platform
filters (letters parted by dots, stars, tatweel, slashes) is mended here too.

Folding serves matching alone: nothing folded is ever stored or printed.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

ARABIC_LETTER = "\u0620-\u063f\u0641-\u064a\u0671-\u06d3"
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"

_DROPPED = re.compile(f"[{MARKS}{INVISIBLE}]")
# One letter or more, marks included, then a separator that filters cannot see past.
_PIECE = f"[{ARABIC_LETTER}][{ARABIC_LETTER}{MARKS}]*"
_DODGE = re.compile(rf"{_PIECE}(?:[.*·•/\\]{{1,3}}\u0640*{_PIECE})+")
_SIGN = r"[ .,،*·•/\\\-_|~^+=]"
_VOWELS = MARKS.replace("\u0640", "")
_TATWEEL_DODGE = re.compile(
    # «1436 هـ بعد» is the mark of the Hijri era and a word of its own, not broken.
    rf"(?<=[{ARABIC_LETTER}{_VOWELS}])(?<![\s\d]ه)"
    rf"\u0640+{_SIGN}(?:{_SIGN}|\u0640){{0,7}}(?=[{ARABIC_LETTER}])"
    rf"|(?<=[{ARABIC_LETTER}{_VOWELS}]){_SIGN}{{1,3}}\u0640+(?=[{ARABIC_LETTER}])"
)
_SIGNS = r"[.*·•/\\_|~^+=]"
_JOINT = re.compile(rf"{_SIGNS}{{1,3}}")
_JOINED = re.compile(rf"{_PIECE}(?:{_JOINT.pattern}{_PIECE})+")
"""What may be a word broken once or twice: a known word must come of it."""
_SEPARATOR = re.compile(r"[.*·•/\\]+")
_BROKEN = re.compile(
    # A joint, looked for before the letter that stands before it: letters are many.
    rf"{_SIGNS}(?<=[{ARABIC_LETTER}{MARKS}].){_SIGNS}{{0,2}}\u0640*[{ARABIC_LETTER}]"
)
"""What every broken word holds; looked for first, because it is quick to look for."""

_RUN = re.compile(r"\S+")

_GLUED = re.compile(rf"\u0629(?=[{ARABIC_LETTER}])(?<=[{ARABIC_LETTER}]\u0629)")
"""A letter that only ends words, with another behind it: a line break that a page lost."""

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_ACCENTS = "\u0300-\u036f"
"""Marks that stand beside their letter in one way to write it, and in it in another."""

_STARRED = re.compile(rf"[{_LATIN}][{_ACCENTS}]*(\*+)(?=[{_LATIN}])")
"""Stars inside a Latin word («kil*led»), which no text has for another reason."""

_HYPHENED = re.compile(
    rf"(?<![\w{_ACCENTS}])[A-Za-z]{{1,7}}-[a-z]{{2,9}}(?![\w{_ACCENTS}])"
)
"""What may be a Latin word broken by a hyphen («kil-led»): a known word must come of it."""

_ODD = "\ue000"
"""Stands, while folding, for a letter that does not fold to just one letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Folded text; letter ``k`` stands for ``source[starts[k]:ends[k]]``."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @property
    def is_plain(self) -> bool:
        """Whether every letter stands for the one at its own place."""
        # A part of such a text keeps a range, but one that begins elsewhere.
        return isinstance(self.starts, range) and self.starts.start == 0

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Give the source range that covers the folded range ``start:end``."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else 0
            return at, at
        return self.starts[start], self.ends[end - 1]


def _unknown(_: str) -> bool:
    return False


def dodged(text: str, knows: Callable[[str], bool] = _unknown) -> set[int]:
    """Find the offsets of separators that break a word to pass a filter.

    Args:
        text: as written.
        knows: says whether letters, as they stand, are a word of war; «المد.فعي» is
            mended where they are, «انتهى.وقال» is two words.
    """
    hidden: set[int] = set()
    if "\u0640" in text:
        broken = _TATWEEL_DODGE.finditer(text)
        hidden.update(at for match in broken for at in range(*match.span()))
    if "*" in text or "-" in text:
        hidden |= _dodged_latin(text, knows)
    if _BROKEN.search(text) is not None:
        for run in _RUN.finditer(text):
            if _BROKEN.search(text, *run.span()) is not None:
                hidden |= _dodged_arabic(text, *run.span(), knows=knows)
    return hidden


def _dodged_arabic(
    text: str, start: int, end: int, *, knows: Callable[[str], bool]
) -> set[int]:
    """Find the separators inside Arabic words of a stretch without white space."""
    hidden: set[int] = set()
    for match in _JOINED.finditer(text, start, end):
        if knows(_JOINT.sub("", match.group())):
            hidden |= _offsets(_JOINT, match)
    for match in _DODGE.finditer(text, start, end):
        pieces = [_DROPPED.sub("", p) for p in _SEPARATOR.split(match.group())]
        # «بصنعاء.وقال» is a lost space between two sentences; «د.اع.ش» a broken word.
        if any(len(p) == 1 for p in pieces) or all(len(p) <= 2 for p in pieces):  # noqa: PLR2004
            hidden |= _offsets(_SEPARATOR, match)
    return hidden


def _dodged_latin(text: str, knows: Callable[[str], bool]) -> set[int]:
    """Find stars inside Latin words, and hyphens where a known word comes of it."""
    hidden = {at for star in _STARRED.finditer(text) for at in range(*star.span(1))}
    for word in _HYPHENED.finditer(text):
        if knows(word.group().replace("-", "").casefold()):
            hidden.add(text.index("-", word.start()))
    return hidden


def _offsets(mark: re.Pattern[str], word: re.Match[str]) -> set[int]:
    """Give the offsets of the marks inside a broken word."""
    gaps = mark.finditer(word.group())
    return {word.start() + at for gap in gaps for at in range(*gap.span())}


class Folder:
    """Folds text by a table of letters (a pack's ``fold.csv``).

    Args:
        table: letter to its folded form; an empty form drops the letter.
        knows: says whether a folded word is one that people break to pass filters.
    """

    def __init__(
        self, table: Mapping[str, str], *, knows: Callable[[str], bool] = _unknown
    ) -> None:
        self._table: dict[str, str] = dict(table)
        self._knows = knows
        self._marks = _Marks(self._folded)

    def fold(self, text: str) -> Folded:
        """Fold ``text`` and record the way back; folding twice is folding once."""
        hidden = dodged(text, self._is_known)
        glued = {found.start() for found in _GLUED.finditer(text)}
        marked = text.translate(self._marks)
        if hidden or glued:
            letters = list(marked)
            for index in hidden | glued:
                letters[index] = _ODD
            marked = "".join(letters)
        if _ODD not in marked:
            size = len(text)
            return Folded(text=marked, starts=range(size), ends=range(1, size + 1))
        return self._unfold(text, marked, hidden, glued=glued)

    def _unfold(
        self, text: str, marked: str, hidden: set[int], *, glued: set[int]
    ) -> Folded:
        """Put in place of each odd letter what it folds to, and count the way back.

        Behind a letter that ends a word comes a space («القريةقصفت»).
        """
        out: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        while at < len(text):
            index = marked.find(_ODD, at)
            index = len(text) if index < 0 else index
            out.append(marked[at:index])
            starts.extend(range(at, index))
            ends.extend(range(at + 1, index + 1))
            at = index + 1
            if index == len(text):
                break
            folded = "" if index in hidden else self._folded(text[index])
            folded += " " if index in glued else ""
            if folded:
                out.append(folded)
                starts.extend([index] * len(folded))
                ends.extend([index + 1] * len(folded))
            elif ends and ends[-1] == index and unicodedata.combining(text[index]):
                # A mark belongs to the letter before it, so that quotes keep it.
                ends[-1] = index + 1
        return Folded(text="".join(out), starts=starts, ends=ends)

    def _is_known(self, word: str) -> bool:
        return self._knows("".join(map(self._folded, word)))

    def key(self, text: str) -> str:
        """Fold ``text`` to one line with single spaces, for use as a key."""
        return " ".join(self.fold(text).text.split())

    def _folded(self, letter: str) -> str:
        known = self._table.get(letter)
        return self._learn(letter) if known is None else known

    def _learn(self, letter: str) -> str:
        """Fold a letter that the table does not name, and remember it."""
        if _DROPPED.match(letter):
            folded = ""
        else:
            compatible = unicodedata.normalize("NFKC", letter).casefold()
            kept = (c for c in compatible if not _DROPPED.match(c))
            folded = "".join(self._table.get(c, c) for c in kept)
            folded = "".join(
                c
                for c in unicodedata.normalize("NFD", folded)
                if not unicodedata.combining(c)
            )
        self._table[letter] = folded
        return folded


class _Marks(dict[int, str]):
    """Maps a letter to the one that it folds to; to ``_ODD`` where that is not one."""

    def __init__(self, folded: Callable[[str], str]) -> None:
        super().__init__()
        self._of = folded

    def __missing__(self, code: int) -> str:
        folded = self._of(chr(code))
        mark = folded if len(folded) == 1 and folded != _ODD else _ODD
        self[code] = mark
        return mark
