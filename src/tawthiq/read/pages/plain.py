"""Takes a plain text, gives what it says of itself: its title, if the first line is one."""

import re

from tawthiq.read.options import Found

LONGEST_TITLE = 200
"""Code points that a first line may have and still be a title."""

_FIRST_LINE = re.compile(
    r"\s*(?P<title>\S[^\r\n]*?)[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*\S"
)


def read_plain(text: str) -> Found:
    """Take the whole text as it stands; a short first line before a blank is its title."""
    first = _FIRST_LINE.match(text)
    title = first["title"] if first and len(first["title"]) <= LONGEST_TITLE else None
    return Found(text=text, title=title)
