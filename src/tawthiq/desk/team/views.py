"""Assigning, commenting and restricting: a lead, a coder, a reviewer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from tawthiq.desk.assigning.assignments import assign
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.phrases import plain
from tawthiq.desk.restricting.restrictions import (
    INCIDENT,
    REPORT,
    hidden_by,
    lift,
    restrict,
)
from tawthiq.desk.restricting.spoken_of import check
from tawthiq.desk.team.comments import comment, strike
from tawthiq.errors import OptionError

PAGES = {REPORT: "reviewing:report", INCIDENT: "incidents:incident"}


@require_POST
@needs(Role.LEAD)
def assigned(request: HttpRequest, name: str) -> HttpResponse:
    """Put a report into the hands of a coder, and where wanted of a second."""
    check(REPORT, name)
    first = _person(request.POST.get("first", ""))
    second = _person(request.POST.get("second", ""))
    if first is None or not isinstance(request.user, Account):
        raise OptionError(
            ar=plain("coding_no_person", "ar"),
            en=plain("coding_no_person", "en"),
            remedy_ar=plain("coding_no_person_more", "ar"),
            remedy_en=plain("coding_no_person_more", "en"),
        )
    assign(name, first, second, by=request.user)
    messages.success(request, plain("coding_assigned"))
    return redirect("reviewing:report", name=name)


def _person(name: str) -> Account | None:
    told = name.replace("\0", "")
    return Account.objects.filter(username=told, is_active=True).first()


@require_POST
@needs(Role.CODER)
def commented(request: HttpRequest, kind: str, about: str) -> HttpResponse:
    """Keep a comment on a report or an incident that the person may see."""
    check(kind, about)
    comment(kind, about, request.POST.get("text", ""), by=request.user.get_username())
    return redirect(f"{reverse(PAGES[kind], kwargs={'name': about})}#comments")


@require_POST
@needs(Role.CODER)
def struck(request: HttpRequest, number: int) -> HttpResponse:
    """Strike a comment of one's own."""
    told = strike(number, by=request.user.get_username())
    if told is None:
        messages.error(request, plain("comments_not_yours"))
        return redirect("reviewing:queue")
    page = reverse(PAGES[told.kind], kwargs={"name": told.about})
    return redirect(f"{page}#comments")


@require_POST
@needs(Role.REVIEWER)
def restricted(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    """Restrict what the page shows to reviewers and those named, or lift it."""
    check(kind, name)
    by = request.user.get_username()
    if request.POST.get("do") == "lift":
        lift(kind, name, by=by)
        messages.success(request, plain("restricting_lifted"))
    else:
        told = [one.replace("\0", "") for one in request.POST.getlist("people")]
        active = Account.objects.filter(username__in=told, is_active=True)
        people = active.values_list("pk", flat=True)
        why = request.POST.get("reason", "")
        hidden = hidden_by([restrict(kind, name, people, by=by, reason=why)])
        done = plain(
            "restricting_done",
            incidents=len(hidden.incidents),
            reports=len(hidden.reports),
        )
        messages.success(request, done)
    return redirect(PAGES[kind], name=name)
