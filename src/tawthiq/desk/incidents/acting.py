"""What people decide of an incident: grade, review, merge, split, undo; each with why.

A merge or a split is shown before it is made: the same code makes it, and what it wrote
is taken back.
"""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from tawthiq.desk import phrases
from tawthiq.desk.incidents.claims import counted
from tawthiq.desk.incidents.listing import when_of
from tawthiq.desk.incidents.page import deeds_of, page_of, seen
from tawthiq.desk.opened import register_for
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.preferences import current
from tawthiq.errors import RegisterError, TawthiqError
from tawthiq.model.incident import Incident
from tawthiq.model.statistics import whole_tally
from tawthiq.workflow.registers import reviewing


@require_POST
@needs(Role.REVIEWER)
def grade(request: HttpRequest, name: str) -> HttpResponse:
    """Rule on the grade; what the rules propose stays beside it."""
    told, why = request.POST.get("value", ""), request.POST.get("reason", "")
    seen(name)
    made = reviewing.grade(register_for(request.user), name, told, reason=why)
    messages.success(request, phrases.plain("incident_done"))
    return redirect("incidents:incident", name=made.code)


@require_POST
@needs(Role.REVIEWER)
def review(request: HttpRequest, name: str) -> HttpResponse:
    """Say how far the incident was reviewed."""
    told, why = request.POST.get("value", ""), request.POST.get("reason", "")
    seen(name)
    made = reviewing.review(register_for(request.user), name, told, reason=why)
    messages.success(request, phrases.plain("incident_done"))
    return redirect("incidents:incident", name=made.code)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.REVIEWER)
def merge(request: HttpRequest, name: str) -> HttpResponse:
    """Show what two incidents would be as one (GET), and let them be one (POST)."""
    asked = request.POST if request.method == "POST" else request.GET
    other = asked.get("other", "").strip()
    register = register_for(request.user)
    before = [seen(name)[0], *([seen(other)[0]] if other else [])]

    def act(why: str) -> Sequence[Incident]:
        return [reviewing.merge(register, [name, other], reason=why)]

    return _shown_or_done(request, before, act, deed="merge", other=other)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.REVIEWER)
def split(request: HttpRequest, name: str) -> HttpResponse:
    """Show what stays and what parts (GET), and part it (POST)."""
    asked = request.POST if request.method == "POST" else request.GET
    chosen = asked.getlist("report")
    register = register_for(request.user)

    def act(why: str) -> Sequence[Incident]:
        return reviewing.split(register, name, chosen, reason=why)

    return _shown_or_done(request, [seen(name)[0]], act, deed="split", chosen=chosen)


@require_POST
@needs(Role.REVIEWER)
def undo(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Take a decision back by another."""
    before, _ = seen(name)
    if number not in {deed.decision.number for deed in deeds_of(before)}:
        raise RegisterError(
            ar=phrases.plain("incident_no_decision", "ar"),
            en=phrases.plain("incident_no_decision", "en"),
            where=str(number),
            remedy_ar="",
            remedy_en="",
        )
    why = request.POST.get("reason", "")
    made = reviewing.undo(register_for(request.user), number, reason=why)
    messages.success(request, phrases.plain("incident_done"))
    heir = next((one for one in made if set(one.members) & set(before.members)), None)
    return redirect("incidents:incident", name=heir.code if heir else name)


def _shown_or_done(
    request: HttpRequest,
    before: Sequence[Incident],
    act: Callable[[str], Sequence[Incident]],
    **told: object,
) -> HttpResponse:
    if request.method == "POST" and request.POST.get("reason", "").strip():
        made = act(request.POST["reason"])
        messages.success(request, phrases.plain("incident_done"))
        return redirect("incidents:incident", name=made[0].code)
    after, fault = _tried(act) if told.get("other") != "" else ((), "")
    _, testimonies = seen(before[0].code)
    context = {
        **page_of(before[0], testimonies),
        **told,
        "before": [_summary(one) for one in before],
        "after": [_summary(one) for one in after],
        "fault": fault,
    }
    return render(request, "incidents/preview.html", context)


def _tried(act: Callable[[str], Sequence[Incident]]) -> tuple[Sequence[Incident], str]:
    """Do it, look, and take it back; or say why it cannot be done."""
    try:
        with transaction.atomic():
            made = act(phrases.plain("incident_only_seen"))
            transaction.set_rollback(True)
    except TawthiqError as fault:
        return (), fault.message(current().lang)
    return made, ""


def _summary(one: Incident) -> dict[str, object]:
    killed = whole_tally(one, "killed")
    return {
        "code": one.code,
        "when": when_of(one.date.start, one.date.end) if one.date else "",
        "place": one.places[0].named(current().lang) if one.places else "",
        "killed": counted(killed.low, killed.high)
        if killed
        else phrases.plain("not_said"),
        "grade": phrases.label("grades", one.grade.code),
        "reports": len(one.reports),
        "voices": one.independent_sources,
    }
