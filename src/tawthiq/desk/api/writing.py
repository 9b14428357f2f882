"""Writes over the API: each holds the version that it was made from (``If-Match``)."""

import json

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags

from tawthiq.desk.api.access import Asker, endpoint
from tawthiq.desk.api.answers import GEOJSON, Problem, answer, encoded, etag_of
from tawthiq.desk.api.asked import only
from tawthiq.desk.api.items import feature
from tawthiq.desk.api.tokens import Scope
from tawthiq.desk.opened import register_for
from tawthiq.model.incident import Review
from tawthiq.workflow.registers import reviewing

LARGEST = 10_000
LONGEST_REASON = 2_000


@endpoint(Scope.WRITE, methods=("PUT",))
def review(request: HttpRequest, asker: Asker, name: str) -> HttpResponse:
    """Say how far an incident was reviewed, with a reason; the ledger keeps who said so."""
    only(request, ())
    state, reason = _told(request)
    before = feature(name, asker.view)
    _match(request, etag_of(encoded(before)))
    reviewing.review(
        register_for(asker.person), str(before["id"]), state, reason=reason
    )
    after = feature(str(before["id"]), asker.view)
    return answer(request, after, kind=GEOJSON, mark=encoded(after))


def _match(request: HttpRequest, etag: str) -> None:
    """Refuse what was made from another version (RFC 9110, 13.1.1; RFC 6585, 3).

    Raises:
        Problem: no version is told, or another one.
    """
    told = request.headers.get("If-Match")
    if told is None:
        raise Problem(428, "tell the version that you read: If-Match with its ETag")
    if etag not in parse_etags(told) and told.strip() != "*":
        raise Problem(412, "the incident has changed since: read it again")


def _told(request: HttpRequest) -> tuple[str, str]:
    if request.content_type != "application/json":
        raise Problem(415, "the body is application/json")
    if len(request.body) > LARGEST:
        raise Problem(413, f"the body has at most {LARGEST} bytes")
    try:
        told = json.loads(request.body)
    except (ValueError, RecursionError):
        raise Problem(400, "the body is no JSON") from None
    if not isinstance(told, dict) or told.keys() - {"state", "reason"}:
        raise Problem(422, "the body holds state and reason")
    state, reason = told.get("state"), told.get("reason")
    if not isinstance(state, str) or state not in set(Review):
        raise Problem(422, f"state: one of {', '.join(Review)}")
    if not isinstance(reason, str) or not reason.strip():
        raise Problem(422, "reason: why, in words")
    if len(reason) > LONGEST_REASON or "\0" in reason or not _written(reason):
        raise Problem(422, "reason: too long, or with signs that no text has")
    return state, reason


def _written(text: str) -> bool:
    """Whether a text has no half characters."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
