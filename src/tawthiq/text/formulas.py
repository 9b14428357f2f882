"""Text that a spreadsheet would compute: marked on the way out, restored on the way in.

A cell that begins with ``=``, ``+``, ``-`` or ``@`` is a formula to a spreadsheet, and
what a report says may begin so. Invisible marks before it and wide forms of it do not
help: spreadsheets look past both (OWASP, CSV injection).
"""

import re
import unicodedata

GUARD = "'"
_UNSEEN = re.compile(
    "[\\s\u00a0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]+"
)
_FIRST = tuple("=+-@")
_CONTROL = tuple("\t\r\n")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OPENERS = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_OPENERS |= dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c")


def _computed(text: str) -> bool:
    if text[:1].isascii() and text[:1].isalnum():
        return False
    bare = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return bare.startswith(_FIRST) or text.startswith(_CONTROL)


def guarded(text: str) -> str:
    """Put a mark before text that a spreadsheet would compute; leave any other.

    Text that already begins with the mark and would be computed without it gets
    another, so that `unguarded` gives back what was there.
    """
    return GUARD + text if _computed(text.lstrip(GUARD)) else text


def unguarded(text: str) -> str:
    """Take the mark of `guarded` away again."""
    if text.startswith(GUARD) and _computed(text.lstrip(GUARD)):
        return text.removeprefix(GUARD)
    return text


def bidi_closed(text: str) -> str:
    """Close the marks of direction that a text leaves open.

    One that stays open turns round what follows it: the next cell, the next line.
    """
    if _TURNED.search(text) is None:
        return text
    open_: list[str] = []
    for character in text:
        if character in _OPENERS:
            open_.append(_OPENERS[character])
        elif open_ and character == open_[-1]:
            open_.pop()
    return text + "".join(reversed(open_))
