"""The map and the timeline, and what they ask for while a reader moves about."""

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from tawthiq.desk.incidents.asked import Asked, asked_of
from tawthiq.desk.incidents.drawing.chart import chart_of
from tawthiq.desk.incidents.drawing.timeline import Timeline, timeline_of
from tawthiq.desk.incidents.finding import (
    Cell,
    Point,
    cells,
    extent,
    inside,
    points,
    points_of_some,
    rows_of,
)
from tawthiq.desk.incidents.listing import facets_of, line_of, parts_of
from tawthiq.desk.incidents.remembering import remembered
from tawthiq.desk.incidents.saved import saved_of
from tawthiq.desk.incidents.views import sorted_rows, total
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.preferences import Preferences, current
from tawthiq.model.window import Window
from tawthiq.publish.drawing.projection import looking_at, view_of
from tawthiq.register.models import CatalogueRow

ROWS = 50
"""Lines of the table under the map; the list holds the rest."""
FINER = 3
"""Levels by which squares are finer than the tiles of the zoom: some 64 points wide."""
CLOSEST_SQUARES, CLOSEST_ZOOM = 20, 24.0
BASEMAP = "basemap.pmtiles"
"""The reader's own background map, beside ``register.toml``."""
CHUNK = 1 << 16
RANGE = re.compile(r"bytes=(\d{1,18})-(\d{0,18})$")


@require_safe
@needs(Role.VIEWER)
def mapped(request: HttpRequest) -> HttpResponse:
    """Show incidents on a map and in time; drawn here, brought to life by a script."""
    asked = asked_of(request.GET)
    preferences = current()
    timeline = _timeline(asked.without("first", "last", "bbox"), preferences)
    around = asked.bbox or extent(_points(asked))
    view = looking_at(request.GET.get("at", "")) or view_of(around)
    found = _squares(asked.without("bbox"), view.window, int(view.zoom) + FINER)
    codes = [one.code for one in found if one.code]
    unplaced = asked.without("bbox", "placed")
    context = {
        **_table(asked),
        "parts": list(parts_of(asked)),
        "facets": facets_of(asked),
        "chart": chart_of(found, _radii(codes), view=view, lang=preferences.lang),
        "view": view,
        "at": request.GET.get("at", ""),
        "around": around,
        "timeline": timeline,
        "unplaced": total(unplaced) - sum(one.number for one in _points(unplaced)),
        "unplaced_query": unplaced.query(placed="no"),
        "saved": saved_of(request.user, "map"),
        "basemap": _basemap() is not None,
        "where": "map",
        "bare": asked.query(),
        "without_days": asked.without("first", "last").pairs(),
    }
    return render(request, "incidents/map.html", context)


GLANCE = (640, 300)
"""Width and height of the small map of the first page, in its own points."""

FARTHER = 6.0
"""The closest that it looks: near enough to tell places apart, with names around them."""


def at_a_glance() -> str:
    """Draw all incidents small, on a map and in time, as a piece of a page.

    It is kept until the register changes; empty where there is nothing.
    """
    return remembered(("glance", current().writing), _glance)


def _glance() -> str:
    preferences, everything = current(), Asked()
    told = _points(everything)
    view = view_of(extent(told), *GLANCE, closest=FARTHER)
    found = _squares(everything, view.window, int(view.zoom) + FINER)
    radii = _radii([one.code for one in found if one.code])
    context = {
        "chart": chart_of(found, radii, view=view, lang=preferences.lang),
        "placed": bool(told),
        "timeline": _timeline(everything, preferences),
    }
    return render_to_string("incidents/glance.html", context)


def _timeline(undated: Asked, preferences: Preferences) -> Timeline:
    return remembered(
        ("timeline", undated, preferences.writing),
        lambda: timeline_of(rows_of(undated), rtl=preferences.direction == "rtl"),
    )


def _table(asked: Asked) -> dict[str, object]:
    lang = current().lang
    found = sorted_rows(rows_of(asked), "")[:ROWS]
    return {
        "asked": asked,
        "lines": [line_of(row, lang) for row in found],
        "total": total(asked),
        "shown": ROWS,
        "query": asked.query(),
    }


@require_safe
@needs(Role.VIEWER)
def rows(request: HttpRequest) -> HttpResponse:
    """Give the table under the map for other filters, as a piece of a page."""
    return render(request, "incidents/rows.html", _table(asked_of(request.GET)))


@require_safe
@needs(Role.VIEWER)
def window(request: HttpRequest) -> HttpResponse:
    """Give what stands in a window of the map, as GeoJSON: incidents and squares."""
    asked = asked_of(request.GET)
    box = asked.bbox or Window(west=-180, south=-90, east=180, north=90)
    try:
        zoom = float(request.GET.get("zoom", "4"))
    except ValueError:
        zoom = 4.0
    # A number that is none fails both comparisons and becomes the widest view.
    level = int(min(zoom, CLOSEST_ZOOM)) + FINER if zoom >= 0 else FINER
    rest = asked.without("bbox")
    told = remembered(
        ("window", rest, str(box), level, current().writing),
        lambda: _features(rest, box, level),
    )
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})


def _features(asked: Asked, box: Window, level: int) -> dict[str, object]:
    found = _squares(asked, box, level)
    codes = [one.code for one in found if one.code]
    singles = _by_code(codes)
    return {
        "type": "FeatureCollection",
        "shown": sum(one.number for one in found),
        "features": [_feature(one, singles.get(one.code)) for one in found],
    }


def _feature(cell: Cell, row: CatalogueRow | None) -> dict[str, object]:
    about: dict[str, object] = {"number": cell.number}
    if row is None:
        about["box"] = f"{cell.west},{cell.south},{cell.east},{cell.north}"
    else:
        line = line_of(row, current().lang)
        about |= {
            "code": cell.code,
            "radius": row.radius_m or 0,
            "when": line.when,
            "place": line.place,
            "types": line.types,
            "killed": line.killed,
            "grade": line.grade,
        }
    point = {"type": "Point", "coordinates": [round(cell.lon, 6), round(cell.lat, 6)]}
    return {"type": "Feature", "geometry": point, "properties": about}


def _squares(asked: Asked, box: Window, level: int) -> list[Cell]:
    return cells(inside(_points(asked), box), min(level, CLOSEST_SQUARES))


def _points(asked: Asked) -> list[Point]:
    gather = points if asked.plain else points_of_some
    return remembered(("points", asked), lambda: gather(rows_of(asked)))


def _by_code(codes: list[str]) -> dict[str, CatalogueRow]:
    found: dict[str, CatalogueRow] = {}
    for at in range(0, len(codes), 500):
        some = CatalogueRow.objects.filter(code__in=codes[at : at + 500])
        found.update((row.code, row) for row in some)
    return found


def _radii(codes: list[str]) -> dict[str, int | None]:
    return {code: row.radius_m for code, row in _by_code(codes).items()}


def _basemap() -> Path | None:
    register = settings.REGISTER
    path = register.folder / BASEMAP if register else None
    return path if path is not None and path.is_file() else None


@require_safe
@needs(Role.VIEWER)
def basemap(request: HttpRequest) -> HttpResponseBase:
    """Serve the team's own background map; nothing (204) where it has none.

    A PMTiles file is read by ranges (RFC 9110, 14.2): one range, from a byte on or
    from one to another.
    """
    path = _basemap()
    if path is None:
        return HttpResponse(status=204)
    size = path.stat().st_size
    asked = RANGE.match(request.headers.get("Range", ""))
    if asked is None:
        whole = FileResponse(path.open("rb"), content_type=_kind(path))
        whole["Accept-Ranges"] = "bytes"
        return whole
    first = int(asked[1])
    last = min(int(asked[2]) if asked[2] else size - 1, size - 1)
    if first > last:
        refused = HttpResponse(status=416)
        refused["Content-Range"] = f"bytes */{size}"
        return refused
    part = StreamingHttpResponse(
        _bytes(path, first, last - first + 1), status=206, content_type=_kind(path)
    )
    part["Content-Range"] = f"bytes {first}-{last}/{size}"
    part["Content-Length"] = str(last - first + 1)
    part["Accept-Ranges"] = "bytes"
    part["ETag"] = f'"{size}-{int(path.stat().st_mtime)}"'
    return part


def _kind(path: Path) -> str:
    return mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def _bytes(path: Path, start: int, length: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        while length > 0 and (some := file.read(min(CHUNK, length))):
            length -= len(some)
            yield some
