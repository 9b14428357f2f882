"""Answers to programs: JSON in UTF-8 with an ETag, problems as RFC 9457 tells them."""

import json
from collections.abc import Mapping
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags, quote_etag

from tawthiq.desk.phrases import plain
from tawthiq.desk.preferences import current

JSON = "application/json"
GEOJSON = "application/geo+json"
PROBLEM = "application/problem+json"


class Problem(Exception):  # noqa: N818 - the name that RFC 9457 gives it
    """A request that is refused.

    Args:
        status: of HTTP.
        detail: what is wrong with this request.
        headers: more headers of the answer.
    """

    def __init__(
        self, status: int, detail: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = dict(headers or {})

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Give it as the answer, its title in the language that is asked for."""
        told = {
            "type": "about:blank",
            "title": plain(f"api_{self.status}", language_of(request)),
            "status": self.status,
            "detail": self.detail,
            "instance": request.path,
        }
        kept = {key: value for key, value in told.items() if value != ""}
        answer = HttpResponse(encoded(kept), status=self.status, content_type=PROBLEM)
        for name, value in self.headers.items():
            answer.headers[name] = value
        return answer


def encoded(told: object) -> bytes:
    """Write JSON: Arabic as it is, no number that is none."""
    return json.dumps(
        told, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode("utf-8", "replace")


def etag_of(data: bytes) -> str:
    """Give the mark of a version of an answer."""
    return quote_etag(sha256(data).hexdigest()[:32])


def answer(
    request: HttpRequest, told: object, *, kind: str = JSON, mark: bytes | None = None
) -> HttpResponse:
    """Give an answer, or say that it is the one that was given before (304).

    Args:
        request: what is asked.
        told: as JSON holds it, or bytes that are ready.
        kind: the media type.
        mark: what the ETag is made of, where that is not the whole answer.
    """
    data = told if isinstance(told, bytes) else encoded(told)
    etag = etag_of(mark if mark is not None else data)
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if etag in known or f"W/{etag}" in known or "*" in known:
        made = HttpResponse(status=304)
    else:
        made = HttpResponse(data, content_type=kind)
    made.headers["ETag"] = etag
    made.headers["Cache-Control"] = "private, no-cache"
    made.headers["Vary"] = "Authorization, Cookie, Accept-Language"
    return made


def language_of(request: HttpRequest) -> str:
    """Give the language that a program asks for; the reader's own where none."""
    told = request.headers.get("Accept-Language", "")
    for part in told.split(","):
        word = part.split(";")[0].strip().casefold()[:2]
        if word in {"ar", "en"}:
            return word
    return current().lang
