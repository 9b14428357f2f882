"""Takes a report, gives what of it is read: its sentences, furniture and repeats away."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tawthiq.model.report import Report, Segment
from tawthiq.read.pages.blocks import BYLINE, Line
from tawthiq.read.segments.lines import own_lines
from tawthiq.read.segments.repeats import repeats
from tawthiq.read.segments.sentences import sentences

HEADLINE = 200
"""Code points that a headline may have."""

_WORD = re.compile(r"\d+|[^\W\d_]+")
_CUT = ("…", "...")
_EDGE = " \t\r\n\xa0-\u2013—•*●▪_|⬇↓👇\ufe0f\u200e\u200f" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
"""What is no part of a sentence at its edges: white space, bullets, hidden marks."""
_LETTER = re.compile(r"[^\W\d_]")
_STOP = re.compile(r"[.!?؟:]\W*$")
_QUOTED = re.compile(r"[“«\"].+[”»\"][.،,]?", re.DOTALL)
# «[Ariel Schalit/AP Photo]», «(File photo)», «(أرشيف)» at the end of what a picture shows.
_CLOSED = ")]."
_FILE_PHOTO = re.compile(
    r"[\[(][^\[\]()]*(?:AP\b|Photo|photo|Reuters|AFP|Getty|أرشيف|صورة)[^\[\]()]*[\])]\W*$"
)


class _Sentence(NamedTuple):
    start: int
    end: int
    line: Line

    @property
    def byline(self) -> bool:
        """Whether it is the name of the account that posted the report."""
        return self.line.paragraph == BYLINE


def segments(report: Report) -> tuple[Segment, ...]:
    """Cut a report into sentences, in order.

    Dropped are the page's furniture, links, counters, other accounts' posts, and what
    repeats another sentence word for word. Offsets count code points of
    ``report.text``, which is not altered. A segment of kind ``byline`` is the name of
    the account that posted the report: a source, and nothing that is told.

    Returns:
        the sentences; none for a page that holds furniture only.
    """
    found = list(_sentences(report))
    needless = repeats([_words(report.text, s) for s in found])
    kept = [s for index, s in enumerate(found) if index not in needless]
    first = 1 if kept and kept[0].byline else 0
    headed = _is_headline(report.text, kept[first:])
    return tuple(
        Segment(
            start=s.start,
            end=s.end,
            kind="headline"
            if (headed and order == first) or _is_subheading(report.text, kept, order)
            else _kind(report.text, s),
            order=order,
            paragraph=s.line.paragraph + first,
        )
        for order, s in enumerate(kept)
    )


def _sentences(report: Report) -> Iterator[_Sentence]:
    text = report.text
    for line in own_lines(report):
        whole = [(line.start, line.end)]
        byline = line.paragraph == BYLINE
        for start, end in whole if byline else sentences(text, *whole[0]):
            last = start + len(text[start:end].rstrip(_EDGE))
            first = last - len(text[start:last].lstrip(_EDGE))
            if first < last and _LETTER.search(text, first, last):
                yield _Sentence(first, last, line)


def _words(text: str, s: _Sentence) -> list[str]:
    """Give the words of a sentence, less the one that was cut short at its end."""
    found = _WORD.findall(text, s.start, s.end)
    return (
        found[:-1] if len(found) > 1 and text[s.start : s.end].endswith(_CUT) else found
    )


def _kind(text: str, s: _Sentence) -> str:
    """Name what a sentence is by its form."""
    if s.byline:
        return "byline"
    if text[s.end - 1] in _CLOSED and _FILE_PHOTO.search(text, s.start, s.end):
        return "caption"
    if s.line.item:
        return "item"
    return "quotation" if _QUOTED.fullmatch(text, s.start, s.end) else "sentence"


def _is_subheading(text: str, kept: list[_Sentence], order: int) -> bool:
    """Whether a sentence stands alone between paragraphs and ends in a colon.

    It announces what the paragraph below it tells.
    """
    if not 0 < order < len(kept) - 1:
        return False
    one = kept[order]
    alone = all(
        other.line.paragraph != one.line.paragraph
        for other in (kept[order - 1], kept[order + 1])
    )
    short = one.end - one.start <= HEADLINE and not one.line.item
    return alone and short and text[one.start : one.end + 1].rstrip().endswith(":")


def _is_headline(text: str, kept: list[_Sentence]) -> bool:
    """Whether the first sentence is a line of its own, unended, above a paragraph."""
    if len(kept) < 2 or kept[1].line.paragraph == kept[0].line.paragraph:  # noqa: PLR2004
        return False
    first = kept[0]
    whole = first.end - first.start <= HEADLINE
    return whole and not _STOP.search(text, first.start, first.end)
