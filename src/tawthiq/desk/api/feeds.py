"""Feeds of what a filter finds: Atom (RFC 4287) and RSS 2.0 with coarse GeoRSS points."""

from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from lxml import etree

from tawthiq.desk.api.access import Asker, endpoint
from tawthiq.desk.api.answers import answer, language_of
from tawthiq.desk.api.asked import CODES, asked_of
from tawthiq.desk.api.items import Json, chosen, newest
from tawthiq.desk.api.tokens import Scope
from tawthiq.desk.phrases import codebook, plain
from tawthiq.workflow.publishing import features

ATOM = "http://www.w3.org/2005/Atom"
GEORSS = "http://www.georss.org/georss"
KNOWN = frozenset({"bbox", "datetime", "limit", *CODES})
MOST = 100


@endpoint(Scope.READ)
def atom(request: HttpRequest, asker: Asker) -> HttpResponse:
    """Give the latest incidents that a filter finds, as Atom."""
    language = language_of(request)
    names: dict[str | None, str] = {None: ATOM, "georss": GEORSS}
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap=names)
    here = request.build_absolute_uri()
    for name, text in (
        ("title", plain("api_incidents", language)),
        ("id", here),
        ("updated", newest()),
    ):
        _add(feed, f"{{{ATOM}}}{name}", text)
    _add(etree.SubElement(feed, f"{{{ATOM}}}author"), f"{{{ATOM}}}name", "tawthiq")
    etree.SubElement(feed, f"{{{ATOM}}}link", rel="self", href=here)
    for one in _latest(request, asker):
        entry = etree.SubElement(feed, f"{{{ATOM}}}entry")
        _add(entry, f"{{{ATOM}}}title", title_of(one, language))
        _add(entry, f"{{{ATOM}}}id", f"urn:tawthiq:{one['id']}")
        _add(entry, f"{{{ATOM}}}updated", newest())
        etree.SubElement(entry, f"{{{ATOM}}}link", href=_address(request, one))
        _add(entry, f"{{{ATOM}}}summary", _summary(one, language))
        _point(entry, one)
    return answer(request, _bytes(feed), kind="application/atom+xml; charset=utf-8")


@endpoint(Scope.READ)
def rss(request: HttpRequest, asker: Asker) -> HttpResponse:
    """Give the latest incidents that a filter finds, as RSS."""
    language = language_of(request)
    names: dict[str | None, str] = {"georss": GEORSS}
    root = etree.Element("rss", nsmap=names, version="2.0")
    channel = etree.SubElement(root, "channel")
    _add(channel, "title", plain("api_incidents", language))
    _add(channel, "link", request.build_absolute_uri("/"))
    _add(channel, "description", plain("api_incidents_more", language))
    _add(channel, "lastBuildDate", format_datetime(datetime.fromisoformat(newest())))
    for one in _latest(request, asker):
        item = etree.SubElement(channel, "item")
        _add(item, "title", title_of(one, language))
        _add(item, "link", _address(request, one))
        guid = etree.SubElement(item, "guid", isPermaLink="false")
        guid.text = f"urn:tawthiq:{one['id']}"
        _add(item, "description", _summary(one, language))
        _point(item, one)
    return answer(request, _bytes(root), kind="application/rss+xml; charset=utf-8")


def title_of(one: Json, language: str) -> str:
    """Name a feature: what happened, where, when."""
    told = one["properties"]
    assert isinstance(told, dict)  # noqa: S101 - as `feature_of` made it
    kinds = [codebook().word("event_types", c, language) for c in told["event_types"]]
    own = ("place_ar", "admin1_ar") if language == "ar" else ("place_en", "admin1_en")
    # An incident without a place or a day lacks these names.
    names = (told.get(name) for name in (*own, "place_ar", "place_en"))
    place = next((str(name) for name in names if name), "")
    words = (
        plain("incidents_comma", language).join(kinds),
        place,
        told.get("date_from"),
    )
    return " — ".join(str(word) for word in words if word) or str(one["id"])


def _latest(request: HttpRequest, asker: Asker) -> Iterator[Json]:
    asked = asked_of(request, known=KNOWN)
    found = chosen(asked, asker.view).order_by("-day", "pk")
    names = list(found.values_list("pk", flat=True)[: min(asked.limit, MOST)])
    yield from features.features(names, asker.view).values()


def _summary(one: Json, language: str) -> str:
    told = one["properties"]
    assert isinstance(told, dict)  # noqa: S101 - as `feature_of` made it
    return codebook().word("grades", str(told["grading"]), language)


def _address(request: HttpRequest, one: Json) -> str:
    name = str(one["id"])
    return request.build_absolute_uri(reverse("api:item", kwargs={"name": name}))


def _point(parent: etree._Element, one: Json) -> None:
    geometry = one["geometry"]
    if isinstance(geometry, dict):
        lon, lat = geometry["coordinates"]
        _add(parent, f"{{{GEORSS}}}point", f"{lat} {lon}")


def _add(parent: etree._Element, name: str, text: str) -> None:
    kept = "".join(c for c in text if c.isprintable())
    etree.SubElement(parent, name).text = kept


def _bytes(root: etree._Element) -> bytes:
    told: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return told
