"""What the API is: its landing page, what it conforms to, its OpenAPI description."""

import json
from functools import cache
from importlib.resources import files

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from tawthiq import __version__
from tawthiq.desk.api.access import endpoint
from tawthiq.desk.api.answers import answer, language_of
from tawthiq.desk.api.asked import only
from tawthiq.desk.api.items import link
from tawthiq.desk.phrases import plain

CONFORMANCE = (
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
)
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"


@endpoint(None)
def landing(request: HttpRequest) -> HttpResponse:
    """Say where everything is."""
    only(request, {"f"})
    language = language_of(request)
    told = {
        "title": plain("api_title", language),
        "description": plain("api_more", language),
        "links": [
            link(request, reverse("api:landing"), "self"),
            link(request, reverse("api:openapi"), "service-desc", kind=OPENAPI),
            link(request, reverse("api:conformance"), "conformance"),
            link(request, reverse("api:collections"), "data"),
        ],
    }
    return answer(request, told)


@endpoint(None)
def conformance(request: HttpRequest) -> HttpResponse:
    """Name the classes of requirements that hold."""
    only(request, {"f"})
    return answer(request, {"conformsTo": list(CONFORMANCE)})


@endpoint(None)
def openapi(request: HttpRequest) -> HttpResponse:
    """Describe every address (OpenAPI 3.0.3)."""
    only(request, {"f"})
    return answer(request, description(), kind=OPENAPI)


@cache
def description() -> dict[str, object]:
    """Give the description, as ``openapi.json`` holds it, with the program's version."""
    source = files("tawthiq").joinpath("desk", "api", "openapi.json")
    told: dict[str, object] = json.loads(source.read_text("utf-8"))
    told["info"] = {**_object(told["info"]), "version": __version__}
    return told


def _object(told: object) -> dict[str, object]:
    if not isinstance(told, dict):
        raise TypeError
    return told
