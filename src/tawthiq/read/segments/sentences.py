"""Takes a line, gives its sentences as offsets.

A sentence ends at ``. ! ? ؟ …``, a bullet or an emoji (the classes of
``text.tokens``). It does not end inside a figure («3.5»), after an abbreviation
(«د.», «Gen.») or at the two dots that Arabic headlines use for a colon; it does end
where the space after the full stop was lost («بصنعاء.وقال»).
"""

import re
from collections.abc import Iterator
from functools import cache

from tawthiq.read.spelling import sheet
from tawthiq.text.fold import dodged

_STOPS, _BULLETS = ".!?؟…", "•●▪✦★♦"
_SIGNS = "\U0001f000-\U0001faff\u2705\u26a0\ufe0f"
_CANDIDATE = re.compile(
    # One look for all marks first: most letters are none.
    rf"[{_STOPS}{_BULLETS}{_SIGNS}]"
    rf"(?:(?<=[{_STOPS}])[{_STOPS}]*[\"”»\u2019)\]}}]*"
    rf"|(?<=[{_BULLETS}])(?:(?<!\S.)|(?!\S))"
    rf"|(?<=[{_SIGNS}])[{_SIGNS}]*)"
)
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_LOST_SPACE = re.compile(
    # Three letters or a closing mark or figure before, three letters or a hash after:
    # shorter pieces are a word broken to pass a filter («د.اع.ش»), as in text.fold.
    '(?:[\u0621-\u063f\u0641-\u064a][\u064b-\u0652]*){3}$|[)\\]”»"\\d]$'
)
_ARABIC_AFTER = re.compile(
    '["“«(]?(?:[\u0621-\u063f\u0641-\u064a][\u064b-\u0652]*){2}|[#@“«]'
)
_LATIN_LOST = re.compile(r"[a-z]{2}$")
_LATIN_AFTER = re.compile(r"[A-Z][a-z]|[A-Z] [a-z]|#|[“\"][A-Z]")
_ENUMERATED = re.compile(r"^\W*\d{1,3}$")
_INSIDE = re.compile("\u0640|[\u0621-\u0652][.…•]+[\u0621-\u0652]")
NEAR = 40
"""Code points looked back at for an abbreviation."""


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut ``text[start:end]``, a line or part of one; white space is left out."""
    at = start
    hidden: set[int] | None = None
    for found in _CANDIDATE.finditer(text, start, end):
        # Looking for broken words is dear, so only where a stop may stand inside one.
        if hidden is None and _INSIDE.search(
            text, max(start, found.start() - 2), found.end() + 2
        ):
            hidden = dodged(text[start:end])
        if not (hidden and found.start() - start in hidden) and _ends(found):
            yield at, found.end()
            at = found.end()
    if at < end:
        yield at, end


def _ends(found: re.Match[str]) -> bool:
    """Whether a candidate ends a sentence; the match knows text, start and end."""
    text, start, end = found.string, found.pos, found.endpos
    mark = found.group()
    if mark[0] != ".":
        return True
    after = text[found.end() : min(end, found.end() + 4)]
    dots = len(mark) - len(mark.lstrip("."))
    if dots == 2 and len(mark) == dots:  # noqa: PLR2004
        return not after.strip()
    before = text[max(start, found.start() - NEAR) : found.start()]
    if dots > 1:
        return True
    if not after or after[0].isspace():
        return _full_stop(before, after.strip(), whole=found.start() - start <= NEAR)
    if len(mark) > 1:
        return True
    return _lost_space(before, after)


def _full_stop(before: str, after: str, *, whole: bool) -> bool:
    """Whether a stop before white space ends a sentence."""
    if whole and _ENUMERATED.match(before):
        return False
    word = _LETTERS_BEFORE.search(before)
    if word and after:
        letters = word.group().replace("\u0640", "")
        initial = letters.removeprefix("و") or letters
        short = {letters, letters.capitalize()} & abbreviations()  # «DR.» in capitals
        if short or (len(initial) == 1 and letters != "I"):
            return False
    return not (after and after[0].islower())


def _lost_space(before: str, after: str) -> bool:
    """Whether a stop with no space after it ends a sentence all the same."""
    if after[0] in "#@" and before[-1:].isalpha():
        return True
    if _LOST_SPACE.search(before):
        return _ARABIC_AFTER.match(after) is not None
    return bool(_LATIN_LOST.search(before) and _LATIN_AFTER.match(after))


@cache
def abbreviations() -> frozenset[str]:
    """Give the words after which a full stop ends nothing, from the packs."""
    return frozenset(row.cells["form"] for row in sheet("abbreviations"))
