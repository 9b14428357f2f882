"""The feed: new and corrected incidents as Atom (RFC 4287) with coarse points (GeoRSS)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from lxml import etree

from tawthiq.model.incident import Incident
from tawthiq.publish.corrections import Edition
from tawthiq.publish.places import best_place
from tawthiq.publish.site.addresses import page_of
from tawthiq.publish.site.lookup import title_of
from tawthiq.publish.site.speech import Speech

ATOM = "http://www.w3.org/2005/Atom"
GEORSS = "http://www.georss.org/georss"
MOST = 100
"""Entries of a feed: those of the last publications."""


def feed_of(
    incidents: Mapping[str, Incident],
    editions: Sequence[Edition],
    speech: Speech,
    *,
    base: str,
) -> bytes:
    """Write the feed of one language.

    Args:
        incidents: those that are published, by id.
        editions: every publication that changed something, the latest first.
        speech: the language.
        base: the address of the site, or nothing where it is not known.
    """
    names: dict[str | None, str] = {None: ATOM, "georss": GEORSS}
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap=names)
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", speech.language)
    _add(feed, "title", str(speech.say("site_title")))
    _add(feed, "id", f"{base}{speech.language}/" if base else _urn("feed"))
    _add(feed, "updated", _time(editions[0].day if editions else date(1970, 1, 1)))
    author = etree.SubElement(feed, f"{{{ATOM}}}author")
    _add(author, "name", str(speech.say("recorder_default")))
    _link(feed, f"{base}{speech.language}/feed.xml", "self")
    _link(feed, f"{base}{speech.language}/index.html", "alternate")
    for name, edition in _entries(incidents, editions):
        entry = etree.SubElement(feed, f"{{{ATOM}}}entry")
        address = page_of(name)
        link = f"{base}{speech.language}/{address}" if base else address
        _link(entry, link, "alternate")
        _fill(entry, incidents[name], speech, edition=edition)
    etree.indent(feed)
    told: bytes = etree.tostring(feed, xml_declaration=True, encoding="utf-8")
    return told + b"\n"


def _entries(
    incidents: Mapping[str, Incident], editions: Sequence[Edition]
) -> Iterator[tuple[str, Edition]]:
    """Give each incident with the last publication that says something new of it."""
    seen: set[str] = set()
    for edition in editions:
        told = (*edition.corrected, *edition.new)
        latest = sorted(
            (n for n in told if n in incidents and n not in seen),
            key=lambda n: (_day(incidents[n]), n),
            reverse=True,
        )
        for name in latest:
            if len(seen) == MOST:
                return
            seen.add(name)
            yield name, edition


def _fill(
    entry: etree._Element, one: Incident, speech: Speech, *, edition: Edition
) -> None:
    _add(entry, "title", f"{title_of(one, speech)} — {speech.when(one.date)}")
    _add(entry, "id", _urn(one.id))
    _add(entry, "updated", _time(edition.day))
    changed = edition.corrected.get(one.id, ())
    facts = [str(speech.say(f"fact_{c.fact}")) for c in changed]
    told = speech.say("corrected_in", facts=speech.say("comma").join(facts))
    _add(entry, "summary", str(told) if changed else str(speech.say("newly_published")))
    place = best_place(one)
    if place is not None and place.lat is not None and place.lon is not None:
        point = etree.SubElement(entry, f"{{{GEORSS}}}point")
        point.text = f"{place.lat} {place.lon}"


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = _clean(text)


def _link(parent: etree._Element, address: str, relation: str) -> None:
    link = etree.SubElement(parent, f"{{{ATOM}}}link")
    link.set("rel", relation)
    link.set("href", _clean(address))


def _clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(c for c in text if c in "\t\n" or (c >= " " and c.isprintable()))


def _urn(name: str) -> str:
    return f"urn:tawthiq:{_clean(name)}"


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _day(one: Incident) -> str:
    return one.date.start.isoformat() if one.date and one.date.start else ""
