"""Takes the markup of a large page, leaves out what is no text: scripts, pictures."""

import re
from collections.abc import Iterator

LARGE = 500_000
"""Code points from which a page is looked through; smaller ones stay as they are."""
_EMPTIED = ("script", "style", "svg", "noscript", "template")
_OPENING = re.compile(rf"<({'|'.join(_EMPTIED)})\b", re.IGNORECASE)
_CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in _EMPTIED}
_LINKED_DATA = "application/ld+json"
_TAG = 400
"""Code points at the start of a script in which its type stands."""
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,80};base64,[A-Za-z0-9+/=%]+")


def slim(page: str) -> str:
    """Leave scripts, styles and embedded pictures out of a large page.

    A page saved in one file carries megabytes of pictures in its addresses. JSON-LD
    stays, for it says when the page was published. It takes time in proportion to the
    page, whatever the page holds: an element that is never closed ends it.
    """
    if len(page) < LARGE:
        return page
    return "".join(_EMBEDDED.sub("data:,", part) for part in _kept(page))


def _kept(page: str) -> Iterator[str]:
    at = 0
    while opening := _OPENING.search(page, at):
        closing = _CLOSING[opening[1].lower()].search(page, opening.end())
        end = closing.end() if closing else len(page)
        if _LINKED_DATA in page[opening.start() : opening.start() + _TAG]:
            yield page[at:end]
        else:
            yield page[at : opening.start()]
        at = end
    yield page[at:]
