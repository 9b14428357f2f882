"""The report's text as HTML: every quote marked, overlapping ones split.

Words are cut where any span begins or ends, and each cut names all values that rest on
it. The text itself stays as it is: numbers in the text are drawn by the style sheet.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawthiq.model.span import Span

# What HTML cannot hold (control characters, halves of surrogate pairs) is shown as the
# replacement character; a carriage return is escaped, or a browser would drop it.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
OUTLINES = ("trigger", "said")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A value's words in the text: ``id`` names the value in the page."""

    id: str
    slot: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A number set before a word, leading to a card; ``kind`` is event or said."""

    start: int
    number: int
    target: str
    kind: str


def escaped(text: str) -> str:
    """Make text fit to stand in HTML, in an element or between double quotes."""
    return html.escape(UNFIT.sub("\ufffd", text)).replace("\r", "&#13;")


def marked_text(text: str, anchors: Sequence[Anchor], chips: Sequence[Chip]) -> str:
    """Give a text as paragraphs whose quotes are links to their values.

    Args:
        text: the report's text.
        anchors: the values with their spans.
        chips: numbers to set before words.

    Returns:
        A ``p`` for each line that is not blank; its text is the line's own.
    """
    lines: list[str] = []
    placed: set[str] = set()
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            pieces = _pieces(text, (start, end), anchors=anchors, chips=chips)
            inside = "".join(_targets(pieces, placed))
            lines.append(f'<p dir="auto">{inside}</p>')
        start = end + 1
    return "\n".join(lines)


def word_start(text: str, at: int) -> int:
    """Go back to the start of the word, so that a chip never tears its letters."""
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


# A stretch of words with the values that rest on it and the chips before it.
_Piece = tuple[str, list[Anchor], list[Chip]]


def _pieces(
    text: str,
    bounds: tuple[int, int],
    *,
    anchors: Iterable[Anchor],
    chips: Iterable[Chip],
) -> Iterator[_Piece]:
    """Cut one line wherever a value begins or ends, or a chip stands."""
    low, high = bounds
    here = [a for a in anchors if a.span.start < high and a.span.end > low]
    numbers = [chip for chip in chips if low <= chip.start < high]
    cuts = {low, high, *(chip.start for chip in numbers)}
    for anchor in here:
        cuts.update((max(low, anchor.span.start), min(high, anchor.span.end)))
    for start, end in pairwise(sorted(cuts)):
        over = [a for a in here if a.span.start <= start and end <= a.span.end]
        yield text[start:end], over, [c for c in numbers if c.start == start]


def _targets(pieces: Iterable[_Piece], placed: set[str]) -> Iterator[str]:
    """Draw pieces; where a value's words begin, a target for its card stands."""
    for words, over, chips in pieces:
        yield from (_chip(chip) for chip in chips)
        for anchor in over:
            if anchor.id not in placed:
                placed.add(anchor.id)
                yield f'<i class="at" id="m-{anchor.id}"></i>'
        yield _piece(words, over)


def _piece(words: str, over: Sequence[Anchor]) -> str:
    """Draw one stretch: in the colour of the shortest value that rests on it."""
    if not over:
        return escaped(words)
    ordered = sorted(over, key=_closeness)
    slots = dict.fromkeys(f"u-{a.slot}" for a in ordered if a.slot in OUTLINES)
    classes = " ".join(("m", f"c-{ordered[0].slot}", *slots))
    ids = " ".join(dict.fromkeys(a.id for a in ordered))
    return (
        f'<a class="{classes}" href="#v-{ordered[0].id}" data-v="{ids}">'
        f"{escaped(words)}</a>"
    )


def _closeness(anchor: Anchor) -> tuple[bool, int, int]:
    """Order values by how closely they fit: outlines last, then the shorter first."""
    span = anchor.span
    return (anchor.slot in OUTLINES, span.end - span.start, span.start)


def _chip(chip: Chip) -> str:
    return (
        f'<a class="chip of-{chip.kind}" href="#{chip.target}" '
        f'data-n="{chip.number}" aria-label="{chip.number}"></a>'
    )
