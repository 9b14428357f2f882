"""What an incident rests on: its claims and its reports, as who asks may see them."""

from datetime import date

from django.http import HttpRequest, HttpResponse

from tawthiq.desk.api.access import Asker, endpoint
from tawthiq.desk.api.answers import Problem, answer
from tawthiq.desk.api.asked import LONGEST, only
from tawthiq.desk.api.tokens import Scope
from tawthiq.desk.restricting import sight
from tawthiq.model.claim import Claim
from tawthiq.model.publication import CitedReport, Publication
from tawthiq.workflow.publishing import features


@endpoint(Scope.READ)
def claims(request: HttpRequest, asker: Asker) -> HttpResponse:
    """Give the claims of an incident."""
    name, seen = _seen(request, asker)
    told = [_claim(one) for one in seen.claims]
    return answer(request, {"incident": name, "claims": told})


@endpoint(Scope.READ)
def sources(request: HttpRequest, asker: Asker) -> HttpResponse:
    """Give the reports of an incident; masked, they keep a number, a day, a language."""
    name, seen = _seen(request, asker)
    told = [_report(one) for one in seen.reports]
    return answer(request, {"incident": name, "sources": told})


def _seen(request: HttpRequest, asker: Asker) -> tuple[str, Publication]:
    """Give the incident that is asked for.

    Raises:
        Problem: none is told, or it is withheld.
        RegisterError: there is none.
    """
    only(request, {"incident", "f"})
    name = request.GET.get("incident", "")
    if not name or len(name) > LONGEST or not name.isprintable():
        raise Problem(400, "incident: the id or the code of an incident")
    found, seen = features.one(name, asker.view)
    if found in sight.current().incidents or not seen.incidents:
        raise Problem(404, "there is no such incident")
    return found, seen


def _claim(one: Claim) -> dict[str, object]:
    span = None
    if one.span is not None and one.span.quote:
        span = {
            "start": one.span.start,
            "end": one.span.end,
            "quote": one.span.quote,
        }
    return {
        "id": one.id,
        "report": one.report_id,
        "attribute": str(one.attribute),
        "value": {key: _plain(value) for key, value in one.value},
        "stance": one.stance,
        "span": span,
        "claimants": [
            {"name": c.name or None, "kind": c.kind, "channel": c.channel}
            for c in one.claimants
        ],
        "part_of": one.part_of,
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _report(one: CitedReport) -> dict[str, object]:
    return {
        "id": one.id,
        "outlet": one.outlet,
        "title": one.title,
        "url": one.url,
        "published": one.published.isoformat() if one.published else None,
        "language": one.language,
        "copy_of": one.copy_of,
        "sha256": one.sha256,
    }
