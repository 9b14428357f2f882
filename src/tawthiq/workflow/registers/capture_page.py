"""A captured page, harmless: scripts, forms, frames and addresses are taken out."""

import lxml.html
from lxml import etree

from tawthiq.read.encoding import decode

ALLOWED = frozenset({"class", "colspan", "dir", "lang", "rowspan"})
"""Attributes that stay: how a text runs and how a table is built."""
DROPPED = (
    "script",
    "style",
    "link",
    "meta",
    "base",
    "form",
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "svg",
    "math",
    "template",
    "noscript",
    "img",
    "picture",
    "video",
    "audio",
    "source",
    "input",
    "button",
    "select",
    "textarea",
)


PAGES = (".html", ".htm", ".xhtml", ".mht")


def may_be_page(name: str) -> bool:
    """Whether what came in under a name is likely a page."""
    return name.lower().partition("?")[0].endswith(PAGES) or name.startswith("http")


def page_of(data: bytes) -> str | None:
    """Give a captured HTML page as one in which nothing acts; None if it is no page.

    What it showed in words stays; pictures and links to other places go, for they
    would tell others who looks.
    """
    start = data[:2048].lstrip().lower()
    if b"<html" not in start and b"<!doctype html" not in start:
        return None
    try:
        tree = lxml.html.document_fromstring(decode(data, "", page=True))
    except (etree.ParserError, ValueError):
        return None
    etree.strip_elements(tree, *DROPPED, etree.Comment, with_tail=False)
    for element in tree.iter():
        for name in set(element.attrib) - ALLOWED:
            del element.attrib[name]
    told: str = lxml.html.tostring(tree, encoding="unicode", doctype="<!doctype html>")
    return told.replace("<head>", '<head><meta charset="utf-8">', 1)
