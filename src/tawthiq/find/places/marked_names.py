"""Names that marks set apart: between quotation marks, or behind a hash sign."""

from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import JOINED

LONGEST_QUOTED = 5
"""Words between quotation marks beyond which they hold a saying, no name."""

_QUOTES = frozenset("\"'“”„«»‹›‘’")  # noqa: RUF001


def marked_end(scan: Scan, at: int) -> int:
    """Give where a name in quotation marks or behind a hash sign ends; 0 if none.

    Args:
        scan: the sentence.
        at: the word at which it begins.
    """
    tokens = scan.tokens
    between = tokens[at].between
    if "#" in between:
        last = at + 1
        while last < len(tokens) and tokens[last].between == "_":
            last += 1
        return last
    if not between or between[-1] not in _QUOTES:
        return 0
    for last in range(at + 1, min(at + 1 + LONGEST_QUOTED, len(tokens) + 1)):
        after = _after(scan, last)
        if after and (after[0] in _QUOTES or after.strip()[:1] in _QUOTES):
            return last
        if last < len(tokens) and tokens[last].gap > JOINED:
            return 0
    return 0


def _after(scan: Scan, last: int) -> str:
    """Give what stands between a word's end and the next word, or the segment's end."""
    if last < len(scan.tokens):
        return scan.tokens[last].between
    end = scan.tokens[last - 1].end
    return scan.text[end : min(end + 2, scan.segment.end)]
