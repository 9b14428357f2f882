"""Incidents as a collection of features (OGC API Features, Part 1: Core, GeoJSON)."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from tawthiq.desk.api.access import Asker, endpoint
from tawthiq.desk.api.answers import GEOJSON, Problem, answer, encoded, language_of
from tawthiq.desk.api.asked import Asked, asked_of, only
from tawthiq.desk.api.tokens import Scope
from tawthiq.desk.incidents.asked import Asked as Filters
from tawthiq.desk.incidents.finding import Rows, extent, points, rows_of, within
from tawthiq.desk.phrases import plain
from tawthiq.desk.restricting import sight
from tawthiq.model.window import Window
from tawthiq.register.models import LedgerRow
from tawthiq.workflow.publishing import features
from tawthiq.workflow.publishing.features import View, cells_within

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
INCIDENTS = "incidents"
Json = dict[str, object]


@endpoint(Scope.READ)
def collections(request: HttpRequest, asker: Asker) -> HttpResponse:
    """List the collections: there is one."""
    only(request, {"f"})
    told = {
        "links": [link(request, reverse("api:collections"), "self")],
        "collections": [_collection(request, asker.view)],
    }
    return answer(request, told)


@endpoint(Scope.READ)
def collection(request: HttpRequest, asker: Asker) -> HttpResponse:
    """Describe the collection of incidents."""
    only(request, {"f"})
    return answer(request, _collection(request, asker.view))


@endpoint(Scope.READ)
def items(request: HttpRequest, asker: Asker) -> HttpResponse:
    """Give incidents as features, a page at a time."""
    asked = asked_of(request)
    found = chosen(asked, asker.view)
    number = found.count()
    names = found.order_by("pk").values_list("pk", flat=True)
    if asked.cursor:
        names = names.filter(pk__gt=asked.cursor)
    page = list(names[: asked.limit + 1])
    kept = page[: asked.limit]
    given = list(features.features(kept, asker.view).values())
    here = reverse("api:items")
    links = [
        link(request, f"{here}?{request.GET.urlencode()}", "self", kind=GEOJSON),
        link(request, reverse("api:collection"), "collection"),
    ]
    if len(page) > asked.limit:
        query = asked.query(cursor=kept[-1])
        links.append(link(request, f"{here}?{query}", "next", kind=GEOJSON))
    told = {
        "type": "FeatureCollection",
        "features": given,
        "links": links,
        "numberMatched": number,
        "numberReturned": len(given),
        "timeStamp": newest(),
    }
    return answer(request, told, kind=GEOJSON)


@endpoint(Scope.READ)
def item(request: HttpRequest, asker: Asker, name: str) -> HttpResponse:
    """Give one incident; a former id leads on to the one that stands."""
    only(request, {"f"})
    told = feature(name, asker.view)
    if told["id"] != name:
        return HttpResponsePermanentRedirect(
            reverse("api:item", kwargs={"name": str(told["id"])}), preserve_request=True
        )
    mark = encoded(told)
    told["links"] = [
        link(request, reverse("api:item", kwargs={"name": name}), "self", kind=GEOJSON),
        link(request, reverse("api:collection"), "collection"),
    ]
    return answer(request, told, kind=GEOJSON, mark=mark)


def feature(name: str, view: View) -> Json:
    """Give an incident as who asks may see it.

    Raises:
        Problem: there is none, or it is withheld, which must look the same.
        RegisterError: there is none.
    """
    found, seen = features.one(name, view)
    if found in sight.current().incidents or not seen.incidents:
        raise Problem(404, "there is no such incident")
    return features.feature(seen.incidents[0])


def chosen(asked: Asked, view: View) -> Rows:
    """Give the rows that hold what is asked, of those that may be seen.

    Raises:
        Problem: a filter asks for more than may be seen.
    """
    terms = view.terms
    filters = Filters(first=asked.since, last=asked.until)
    for key, codes in asked.codes.items():
        filters = filters.with_codes(key, codes)
    found = rows_of(filters)
    if terms.delay_days:
        late = view.today - timedelta(days=terms.delay_days)
        found = found.filter(last_day__lte=late)
    if asked.bbox is None:
        return found
    if terms.grid_deg is None:
        return within(found, asked.bbox)
    return _within_cells(found, asked.bbox, terms.grid_deg)


def _within_cells(found: Rows, box: Window, side: float) -> Rows:
    """Give those whose cell has its middle in a window: no other point may be asked for."""
    south, north = cells_within(box.south, box.north, side)
    found = found.filter(lat__gte=south, lat__lt=north)
    if box.west <= box.east:
        west, east = cells_within(box.west, box.east, side)
        return found.filter(lon__gte=west, lon__lt=east)
    west, _ = cells_within(box.west, 180, side)
    _, east = cells_within(-180, box.east, side)
    return found.filter(lon__gte=west) | found.filter(lon__lt=east)


def newest() -> str:
    """Give the time of the register's newest change: the clock is not read."""
    told = LedgerRow.objects.order_by("-number").values_list("at", flat=True).first()
    return str(told or "1970-01-01T00:00:00+00:00")


def link(
    request: HttpRequest, address: str, relation: str, *, kind: str = "application/json"
) -> Json:
    """Give a link to an address of ours."""
    whole = request.build_absolute_uri(address)
    return {"href": whole, "rel": relation, "type": kind}


def _collection(request: HttpRequest, view: View) -> Json:
    language = language_of(request)
    here = reverse("api:collection")
    told: Json = {
        "id": INCIDENTS,
        "title": plain("api_incidents", language),
        "description": plain("api_incidents_more", language),
        "itemType": "feature",
        "crs": [CRS84],
        "links": [
            link(request, here, "self"),
            link(request, reverse("api:items"), "items", kind=GEOJSON),
        ],
    }
    nothing = Asked(
        bbox=None,
        since=None,
        until=None,
        limit=1,
        cursor="",
        codes=dict.fromkeys(
            ("type", "actor", "weapon", "struck", "grade", "review"), ()
        ),
    )
    found = chosen(nothing, view)
    box = extent(points(found))
    if box is not None:
        told["extent"] = {
            "spatial": {"bbox": [_coarse(box, view.terms.grid_deg)], "crs": CRS84}
        }
    return told


def _coarse(box: Window, side: float | None) -> list[float]:
    """Give a box in whole cells, where points are coarse."""
    ends = [box.west, box.south, box.east, box.north]
    if side is None:
        return ends
    step = round(1 / side)
    low = [int(e * step - 1) / step for e in ends[:2]]
    high = [int(e * step + 1) / step for e in ends[2:]]
    return [max(low[0], -180), max(low[1], -90), min(high[0], 180), min(high[1], 90)]
