"""Takes a report, gives what of it is read: its sentences, furniture and repeats away."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tawthiq.model.report import Report, Segment
from tawthiq.read.lines import Line, own_lines
from tawthiq.read.repeats import repeats
from tawthiq.read.sentences import sentences

HEADLINE = 200
"""Code points that a headline may have."""

_WORD = re.compile(r"\d+|[^\W\d_]+")
_EDGE = re.compile(r"[\s\-–—•*●▪_|⬇↓👇\ufe0f\u200e\u200f\u2066-\u2069\u202a-\u202e]+")
_TRAILING = re.compile(r"[\s\-–—•*●▪_|\u200e\u200f\u2066-\u2069\u202a-\u202e]+$")
_LETTER = re.compile(r"[^\W\d_]")
_STOP = re.compile(r"[.!?؟:]\W*$")
_QUOTED = re.compile(r"[“«\"].+[”»\"][.،,]?", re.DOTALL)
_CAPTION = re.compile(r"\W*(?:صورة|الصورة|صور|فيديو|Photo|Image|Video|Picture|Map)\s*:")
_FILE_PHOTO = re.compile(r"[\[(][^\[\]()]*(?:/AP|AP Photo|Reuters|AFP|Getty|أرشيف)[^\[\]()]*[\])]\W*$")


class _Sentence(NamedTuple):
    start: int
    end: int
    line: Line


def segments(report: Report) -> tuple[Segment, ...]:
    """Cut a report into sentences, in order.

    Dropped are the page's furniture, links, counters, other accounts' posts, and what
    repeats another sentence word for word. Offsets count code points of
    ``report.text``, which is not altered.
    """
    found = list(_sentences(report))
    needless = repeats([_WORD.findall(report.text, s.start, s.end) for s in found])
    kept = [s for index, s in enumerate(found) if index not in needless]
    return tuple(
        Segment(
            start=s.start,
            end=s.end,
            kind=_kind(report.text, kept, order),
            order=order,
            paragraph=max(0, s.line.paragraph),
        )
        for order, s in enumerate(kept)
    )


def _sentences(report: Report) -> Iterator[_Sentence]:
    text = report.text
    for line in own_lines(report):
        whole = line.paragraph < 0
        cut = [(line.start, line.end)] if whole else sentences(text, line.start, line.end)
        for start, end in cut:
            edge = _EDGE.match(text, start, end)
            first = edge.end() if edge else start
            trail = _TRAILING.search(text, first, end)
            last = trail.start() if trail else end
            if first < last and _LETTER.search(text, first, last):
                yield _Sentence(first, last, line)


def _kind(text: str, kept: list[_Sentence], order: int) -> str:
    """Name what a sentence is by its form."""
    s = kept[order]
    said = text[s.start : s.end]
    if s.line.paragraph < 0:
        return "byline"
    first = sum(k.line.paragraph < 0 for k in kept[:1])
    if order == first and _is_headline(text, kept[first:]):
        return "headline"
    if _CAPTION.match(said) or _FILE_PHOTO.search(said):
        return "caption"
    if s.line.item:
        return "item"
    return "quotation" if _QUOTED.fullmatch(said) else "sentence"


def _is_headline(text: str, kept: list[_Sentence]) -> bool:
    """Whether the first sentence is a line of its own, unended, above a paragraph."""
    first = kept[0]
    if len(kept) == 1 or kept[1].line.paragraph == first.line.paragraph:
        return False
    whole = first.end - first.start <= HEADLINE
    return whole and not _STOP.search(text, first.start, first.end)
