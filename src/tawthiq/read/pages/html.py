"""Takes a saved page, gives its main text and what the page says of itself.

trafilatura finds the text, in its default mode, which alone keeps Telegram previews and
single posts (libraries.md). Where links are more than a tenth of what it kept, jusText
cuts the page into blocks, and those that are links go: a table page is one block to
trafilatura, and jusText's own judgement by stop words finds no Arabic in short ones. Metadata is trusted only where a page states it
as such: JSON-LD, ``meta`` elements, ``<time datetime>``; what the libraries would guess
(days out of running text, T1; authors, T2) is left out.
"""

import json
import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from justext import get_stoplist, justext
from lxml.etree import ParserError
from lxml.html import HtmlElement, document_fromstring
from trafilatura import bare_extraction

from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read import container_faults, faults
from tawthiq.read.days_told import parse_day
from tawthiq.read.foreign import guarded
from tawthiq.read.options import Found, Limits
from tawthiq.read.pages.markup import slim

LINKS = 0.1
"""Share of link text in the kept text from which jusText is asked too (libraries.md)."""
BLOCK_LINKS = 0.2
"""Share of link text from which a block leads elsewhere (jusText's own default)."""
ENOUGH = 0.5
"""Share of the text that is no link, which the blocks must give to be believed."""
PLATFORMS = frozenset(
    {"Telegram", "X (formerly Twitter)", "Twitter", "Facebook", "Instagram", "YouTube"}
)
"""Sites that carry others' posts: never the outlet of one."""

_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MARKED_LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\s]*\)")
_NO_LETTER = re.compile(r"[\W_]+")
_SPACES = re.compile(r"\s+")


def read_html(page: str, where: str, limits: Limits | None = None) -> Found:
    """Take the main text out of a page, with title, outlet, author, address and day.

    Args:
        page: the page, decoded.
        where: its file, for messages.
        limits: how much of it is read; the usual if not given.

    Raises:
        InputError: if there is no text in it, or if it is too large.
    """
    limits = limits or Limits()
    # lxml refuses text that names an encoding of its own.
    page = slim(_DECLARATION.sub("", page).replace("\0", "\ufffd"))
    if len(page) > limits.page_bytes:
        raise container_faults.too_large(where, limits.page_bytes)
    with guarded(where, "HTML"):
        return _read(page, where, limits)


def _read(page: str, where: str, limits: Limits) -> Found:
    try:
        tree = document_fromstring(page)
    except ParserError:
        raise faults.nothing_found(where) from None
    quick = page.count("<") > limits.page_tags
    text = fragment_text(page) if quick else _main_text(page)
    if not text.strip():
        raise faults.nothing_found(where)
    stated = list(_linked_data(tree))
    day = _published(tree, stated)
    return Found(
        text=text,
        title=_title(tree, stated),
        outlet=_outlet(tree, stated),
        author=_name(_first(stated, "author")),
        url=_address(tree),
        published=day,
        published_basis=PublishedBasis.METADATA if day else None,
    )


def fragment_text(markup: str) -> str:
    """Give the words of a piece of HTML, a line for each of its blocks; never fails."""
    # Loaded where it is needed, as few inputs hold such pieces.
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    found = extract_plain_text(
        markup.replace("\0", ""),
        main_content=False,
        list_bullets=False,
        alt_texts=False,
    )
    return str(found).strip()


def _main_text(page: str) -> str:
    """Extract the text; where it is thick with links, only its blocks without them."""
    text = _extract(page, links=False)
    linked = sum(len(t) for t in _MARKED_LINK.findall(_extract(page, links=True)))
    if linked <= LINKS * len(text):
        return text
    kept = _squeezed(text)
    told = [
        block.text
        for block in justext(page, get_stoplist("Arabic"))
        if block.links_density() <= BLOCK_LINKS and _squeezed(block.text) in kept
    ]
    found = "\n".join(told)
    return found if len(found) >= ENOUGH * (len(text) - linked) else text


def _squeezed(text: str) -> str:
    return _NO_LETTER.sub("", text)


def _extract(page: str, *, links: bool) -> str:
    # It logs an error for each page without a text; ours is told once, with a remedy.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(
        page,
        include_comments=False,
        include_links=links,
        date_extraction_params={"extensive_search": False},
    )
    return str(getattr(found, "text", None) or "")


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Give the JSON-LD objects of a page that speak of its article."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            found = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        yield from _articles(found)


def _articles(found: object) -> Iterator[dict[str, Any]]:
    for row in found if isinstance(found, list) else [found]:
        if not isinstance(row, dict):
            continue
        if isinstance(row.get("@graph"), list):
            yield from _articles(row["@graph"])
        if re.search("Article|Posting|Report", str(row.get("@type"))):
            yield row


def _first(stated: list[dict[str, Any]], key: str) -> object:
    return next((row[key] for row in stated if row.get(key)), None)


def _name(value: object) -> str | None:
    """Give the name of a person or organisation, as JSON-LD writes either."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _meta(tree: HtmlElement, name: str) -> str | None:
    for element in tree.iterfind(".//meta"):
        if name in {element.get("property"), element.get("name")}:
            return (element.get("content") or "").strip() or None
    return None


def _title(tree: HtmlElement, stated: list[dict[str, Any]]) -> str | None:
    named = _name(_first(stated, "headline")) or _meta(tree, "og:title")
    element = tree.find(".//title")
    written = (
        "" if element is None else _SPACES.sub(" ", element.text_content()).strip()
    )
    return named or written or None


def _outlet(tree: HtmlElement, stated: list[dict[str, Any]]) -> str | None:
    named = _meta(tree, "og:site_name")
    if named in PLATFORMS:
        return None
    return named or _name(_first(stated, "publisher"))


def _address(tree: HtmlElement) -> str | None:
    for link in tree.iterfind(".//link[@rel='canonical']"):
        if str(link.get("href", "")).startswith("http"):
            return str(link.get("href"))
    posts = tree.xpath("//@data-post")
    if len(posts) == 1:
        return f"https://t.me/{posts[0]}"
    return _meta(tree, "og:url")


def _published(tree: HtmlElement, stated: list[dict[str, Any]]) -> date | None:
    """Give the day that a page states; several ``<time>`` elements must agree."""
    values = [_first(stated, "datePublished"), _meta(tree, "article:published_time")]
    for value in values:
        day = _day(value)
        if day:
            return day
    times = tree.findall(".//article//time[@datetime]") or tree.findall(
        ".//time[@datetime]"
    )
    days = {_day(element.get("datetime")) for element in times} - {None}
    return days.pop() if len(days) == 1 else None


def _day(value: object) -> date | None:
    found = _DAY.match(value) if isinstance(value, str) else None
    try:
        return parse_day(found.group(1)) if found else None
    except ValueError:
        return None
