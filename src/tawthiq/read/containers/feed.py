"""Takes a feed, RSS (0.9 to 2.0) or Atom, gives a capture for each entry.

Entities are never resolved and nothing is fetched. A feed with a fault in its XML is
read as far as it can be, and the fault is told: feeds in the wild are seldom whole.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from lxml import etree

from tawthiq.errors import InputError
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read import faults
from tawthiq.read.capture import Capture, Form
from tawthiq.read.containers.jsonl import record_bytes
from tawthiq.read.days_told import day_of_time
from tawthiq.read.foreign import guarded
from tawthiq.read.options import Found, Limits
from tawthiq.read.pages.html import fragment_text
from tawthiq.read.source import Metered, Source

UNKNOWN_ENTITY = "ERR_UNDECLARED_ENTITY"
"""The fault of ``&nbsp;`` and the like, which HTML knows and XML does not: no damage."""
CHUNK = 65_536
"""Bytes that the parser is fed at a time."""
_ENTRIES = frozenset({"item", "entry"})
_BODIES = ("encoded", "content", "description", "summary")
"""Elements that may hold the text, the fullest first."""
_DAYS = ("pubDate", "published", "date", "issued", "updated", "modified")
_AUTHORS = ("creator", "author")
_SPACES = re.compile(r"\s+")

Told = dict[str, str]


def feed_captured(source: Source, limits: Limits) -> Iterator[Capture | InputError]:
    """Read a feed, entry by entry.

    Yields:
        a capture for each entry with words, with the feed's title as its outlet; an
        InputError for each without, and one where the XML is broken.
    """
    stream = Metered(source.stream, source.name, limits.record_bytes)
    number = 0
    try:
        with guarded(source.name, "RSS/Atom"):
            for outlet, told in _entries(stream):
                number += 1
                stream.reset()
                yield from _each(outlet, told, name=source.name, record=str(number))
    except InputError as fault:
        yield fault
    else:
        if not number:
            yield faults.nothing_found(source.name)


def _entries(stream: Metered) -> Iterator[tuple[str | None, Told]]:
    """Give the title of the feed and what each entry holds.

    Raises:
        XMLSyntaxError: at the end, if the XML is broken.
    """
    parser = etree.XMLPullParser(
        events=("end",),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    outlet: str | None = None
    while chunk := stream.read(CHUNK):
        parser.feed(chunk)
        for _, element in parser.read_events():
            name = _local(element)
            if name == "title" and outlet is None and not _within_entry(element):
                outlet = _text_of(element) or None
            if name in _ENTRIES:
                yield outlet, _told(element)
                _forget(element)
    with suppress(etree.XMLSyntaxError):  # what it says is in its log
        parser.close()
    broken = [
        e
        for e in parser.feed_error_log
        if e.level_name == "FATAL" and e.type_name != UNKNOWN_ENTITY
    ]
    if broken:
        said = f"line {broken[0].line}: {broken[0].message}"
        raise etree.XMLSyntaxError(said, 0, broken[0].line, 0)


def _each(
    outlet: str | None, told: Told, *, name: str, record: str
) -> Iterator[Capture | InputError]:
    where = f"{name}:{record}"
    try:
        text = _text(told)
        if not text:
            raise faults.nothing_found(where)
        day = _day(told)
        said = Found(
            text=text,
            title=told.get("title"),
            outlet=outlet,
            author=next((told[key] for key in _AUTHORS if told.get(key)), None),
            url=_address(told),
            published=day,
            published_basis=PublishedBasis.METADATA if day else None,
        )
        yield Capture(
            file=name,
            record=record,
            form=Form.RECORD,
            data=record_bytes({"feed": outlet, "entry": told}, where),
            media_type="application/json",
            said=said,
        )
    except InputError as fault:
        yield fault


def _text(told: Told) -> str:
    """Give the body below its title, which often alone says what happened."""
    raw = next((told[key] for key in _BODIES if told.get(key)), "")
    body = fragment_text(raw) if "<" in raw or "&" in raw else raw.strip()
    title = told.get("title", "")
    if not title or _SPACES.sub(" ", body).startswith(title):
        return body
    return f"{title}\n\n{body}" if body else title


def _day(told: Told) -> date | None:
    days = (day_of_time(told.get(key)) for key in _DAYS)
    return next(filter(None, days), None)


def _address(told: Told) -> str | None:
    for key in ("link", "guid", "id"):
        if told.get(key, "").startswith(("http://", "https://")):
            return told[key]
    return None


def _told(entry: etree._Element) -> Told:
    """Give the words of an entry's elements by their names; of equals the first."""
    told: Told = {}
    for child in entry:
        name = _local(child)
        if name == "link" and child.get("href"):
            if child.get("rel", "alternate") == "alternate":
                told.setdefault(name, child.get("href"))
        elif name in _BODIES and len(child):
            inner = (etree.tostring(e, encoding="unicode") for e in child)
            told.setdefault(name, "".join(((child.text or ""), *inner)))
        else:
            told.setdefault(name, _text_of(child))
    told["title"] = _SPACES.sub(" ", fragment_text(told.get("title", "")))
    return {key: value for key, value in told.items() if value}


def _text_of(element: etree._Element) -> str:
    return "".join(element.itertext()).strip()


def _local(element: etree._Element) -> str:
    """Give an element's name without its namespace; comments have none."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _within_entry(element: etree._Element) -> bool:
    above = element.iterancestors()
    return any(_local(e) in _ENTRIES | {"image", "textinput"} for e in above)


def _forget(element: etree._Element) -> None:
    """Free what was read, so that a long feed takes no more memory than a short one."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
