"""The text of a report with its quotes marked: overlapping ones cut into pieces.

Offsets are code points of the whole text. Each line becomes a paragraph that knows
where it starts, so that what a reader selects can be counted back (`offsets.js`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from tawthiq.model.report import Segment
from tawthiq.workflow.registers.revised import Draft, Value

COLOURS = {
    "event": "trigger",
    "date": "date",
    "places": "place",
    "casualties": "killed",
    "victims": "victim",
    "perpetrators": "perpetrator",
    "weapons": "weapon",
    "struck": "struck",
    "attribution": "attribution",
}
"""The colour of each slot, as the style sheet names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked stretch of the text."""

    target: str
    colour: str
    start: int
    end: int
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of the text, marked up, and the code point at which it starts."""

    start: int
    html: SafeString


def element_id(target: str) -> str:
    """Give the id under which a value stands on the page."""
    return target.replace("/", "-").replace("+", "p")


def marks_of(draft: Draft) -> list[Mark]:
    """Give the marks of every value that has words, the longest first."""
    found = [mark for value in draft.values() if (mark := _mark(value)) is not None]
    return sorted(found, key=lambda m: (m.start - m.end, m.start))


def paragraphs(
    text: str, marks: Sequence[Mark], sentences: Sequence[Segment]
) -> Iterator[Paragraph]:
    """Give the lines of a text that say something, with their marks.

    Args:
        text: the report's.
        marks: what is marked, the longest first.
        sentences: what of the text was read; the rest is shown as furniture.
    """
    at = 0
    named: set[str] = set()
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            inside = [m for m in marks if m.start < end and m.end > at]
            read = [s for s in sentences if s.start < end and s.end > at]
            pieces = _pieces((text, at, end), (inside, read), named)
            yield Paragraph(start=at, html=mark_safe("".join(pieces)))  # noqa: S308
        at = end + 1


def _pieces(
    line: tuple[str, int, int],
    over_it: tuple[Sequence[Mark], Sequence[Segment]],
    named: set[str],
) -> Iterator[str]:
    text, start, end = line
    marks, read = over_it
    cuts = {start, end}
    for left, right in chain(_bounds(marks), _bounds(read)):
        cuts |= {max(start, left), min(end, right)}
    places = sorted(cuts)
    for left, right in pairwise(places):
        words = text[left:right].replace("\0", "\ufffd")
        over = [m for m in marks if m.start <= left and m.end >= right]
        if over:
            yield _marked(words, over, named)
        elif any(s.start <= left and s.end >= right for s in read) or not words.strip():
            yield escape(words)
        else:
            yield format_html('<span class="aside">{}</span>', words)


def _bounds(stretches: Sequence[Mark] | Sequence[Segment]) -> Iterator[tuple[int, int]]:
    return ((one.start, one.end) for one in stretches)


def _marked(words: str, over: Sequence[Mark], named: set[str]) -> str:
    """Mark a piece in the colour of the shortest quote over it."""
    top = over[-1]
    fresh = next((m.target for m in reversed(over) if m.target not in named), None)
    name = ""
    if fresh is not None:
        named.add(fresh)
        name = format_html(' id="m-{}"', element_id(fresh))
    stands = any(m.stands for m in over)
    return format_html(
        '<mark{} class="m slot-{}{}" data-targets="{}">{}</mark>',
        name,
        top.colour,
        "" if stands else " off",
        " ".join(m.target for m in over),
        words,
    )


def _mark(value: Value) -> Mark | None:
    span = value.told.get("trigger" if value.slot == "event" else "span")
    if not span:
        return None
    return Mark(
        target=value.target,
        colour=COLOURS[value.slot],
        start=span["start"],
        end=span["end"],
        stands=value.stands,
    )
