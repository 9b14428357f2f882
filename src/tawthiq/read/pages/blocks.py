"""Takes the lines kept of a page, drops runs of headlines that lead to other pages.

A news page prints other articles' headlines above and below its own, often under no
heading that would tell. They tell of other attacks (T3), so they must go; what tells
them apart is their form: each a paragraph, not ended like a sentence, in a row.
"""

import re
from typing import NamedTuple

BYLINE = -1
"""The paragraph of the name of the account that posted a report."""
PROSE = 120
"""Code points from which a line that ends like a sentence is prose."""
CERTAIN_PROSE = 250
"""Code points from which a line is prose however it ends."""
SENTENCE = 60
"""Code points from which a line that ends like a sentence is the report's."""
SHORTEST_HEADLINE, LONGEST_HEADLINE = 25, 180
"""Code points that a headline may have."""
TOLD = 200
"""Code points of prose above it without which a run at the foot may be the report."""
AT_FOOT, AT_HEAD, ALONE = 3, 5, 6
"""Headlines in a run below the prose, above it, and on a page without any."""
TITLES = 2
"""Lines above the prose that may be the page's own title and subtitle."""

_SENTENCE_END = frozenset(".!?؟")
_WORD = re.compile(r"[^\W\d_]{3,}")


class Line(NamedTuple):
    """A stretch of a line: offsets in the text, its paragraph, whether a list's item."""

    start: int
    end: int
    paragraph: int
    item: bool


def is_prose(words: str) -> bool:
    """Whether a line tells something itself, unlike a headline that leads elsewhere."""
    if len(words) >= CERTAIN_PROSE:
        return True
    return len(words) >= PROSE and _ended(words)


def tells(words: str) -> bool:
    """Whether a line is a whole sentence or more, no headline and no cut teaser."""
    return len(words) >= SENTENCE and _ended(words)


def without_links(text: str, lines: list[Line], title: str | None) -> list[Line]:
    """Drop the headlines of other articles; ``title`` is the page's own, if known."""
    words = [text[line.start : line.end] for line in lines]
    prose = [index for index, line in enumerate(words) if is_prose(line) or tells(line)]
    heads = [_is_headline(index, lines, words) for index in range(len(lines))]
    if not prose:
        return [] if _is_index(words, heads, title) else lines
    last = _last_told(lines, words)
    if _is_foot(words, heads, last):
        lines = [
            line
            for index, line in enumerate(lines)
            if index <= last or line.paragraph == lines[last].paragraph
        ]
    if sum(heads[: prose[0]]) >= AT_HEAD:
        lines = lines[prose[0] - TITLES :]
    return lines


def _ended(words: str) -> bool:
    """Whether a line ends like a sentence; marks and emoji may follow the stop."""
    tail = _tail(words)
    for letter in reversed(tail):
        if letter in _SENTENCE_END:
            return not _is_cut(tail)
        if letter == ":":
            return False
    return False


def _tail(words: str) -> str:
    """Give the marks that follow the last letter or figure of a line."""
    at = len(words)
    while at and not (words[at - 1].isalnum() or words[at - 1] == "_"):
        at -= 1
    return words[at:]


def _is_cut(tail: str) -> bool:
    """Whether the marks at the end of a line say that it goes on elsewhere."""
    return "…" in tail or ".." in tail


def _is_headline(index: int, lines: list[Line], words: list[str]) -> bool:
    """Whether a line has the form of a headline: a paragraph of its own, not ended."""
    line = words[index]
    apart = index == 0 or lines[index - 1].paragraph != lines[index].paragraph
    return (
        apart
        and not lines[index].item
        and SHORTEST_HEADLINE <= len(line) <= LONGEST_HEADLINE
        and not _ended(line)
    )


def _last_told(lines: list[Line], words: list[str]) -> int:
    """Give the last line that tells something in whole sentences, or is a list's."""
    for index in range(len(words) - 1, 0, -1):
        told = lines[index].item or tells(words[index])
        long = len(words[index]) >= CERTAIN_PROSE and not _is_cut(_tail(words[index]))
        if told or long:
            return index
    return 0


def _is_foot(words: list[str], heads: list[bool], last: int) -> bool:
    """Whether what follows the last told line is links and no list of names."""
    told = filter(tells, words[: last + 1])
    if sum(map(len, told)) < TOLD:
        return False
    if any(line.endswith(":") for line in words[last:]):
        return False
    found = sum(heads[last + 1 :])
    return found >= AT_FOOT or (
        found >= AT_FOOT - 1 and len(words) - last > AT_FOOT + 1
    )


def _is_index(words: list[str], heads: list[bool], title: str | None) -> bool:
    """Whether a page holds nothing but headlines, none of them akin to its title."""
    if not title or sum(heads) < ALONE:
        return False
    own = set(_WORD.findall(title))
    return not any(
        2 * len(own & set(found)) >= len(found)
        for found in map(_WORD.findall, words)
        if found
    )
