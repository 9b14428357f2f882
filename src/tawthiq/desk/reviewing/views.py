"""The queue, the page of one report, and what is ruled there."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from tawthiq.desk.opened import register_for
from tawthiq.desk.people.roles import Role, may, needs
from tawthiq.desk.phrases import plain
from tawthiq.desk.preferences import current
from tawthiq.desk.reviewing.asking import asked_form, asked_ruling
from tawthiq.desk.reviewing.page import page_of
from tawthiq.desk.reviewing.slots import Form
from tawthiq.errors import TawthiqError
from tawthiq.model.revision import ReviewState
from tawthiq.register.models import ReviewRow, RevisionRow, SetAsideRow, StandingRow
from tawthiq.register.services.revisions import next_in_queue
from tawthiq.workflow import revising
from tawthiq.workflow.revising import under_review

PAGE = 50
LONGEST = 18
"""Digits of a number that a database can hold."""

PART = "review"
"""What a script asks for in the header ``X-Part``: the part of the page that changes."""


@require_safe
@needs(Role.VIEWER)
def queue(request: HttpRequest) -> HttpResponse:
    """List reports by how far their review has come, the doubtful first."""
    revising.fill_queue()
    state = request.GET.get("state", "")
    if state not in list(ReviewState):
        state = ""
    rows = ReviewRow.objects.order_by("-doubt", "name")
    if state:
        rows = rows.filter(state=state)
    else:
        rows = rows.exclude(state__in=(ReviewState.ACCEPTED, ReviewState.REJECTED))
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    names = [row.name for row in page]
    standing = StandingRow.objects.filter(name__in=names).select_related("report")
    told = {row.name: row.report for row in standing}
    context = {
        "page": page,
        "rows": [(row, told[row.name]) for row in page if row.name in told],
        "state": state,
        "aside": SetAsideRow.objects.order_by("-pk")[:5],
        "aside_count": SetAsideRow.objects.count(),
        **_progress(request.user.get_username()),
    }
    return render(request, "reviewing/queue.html", context)


def _progress(person: str) -> dict[str, object]:
    """Count how far all reviews have come, and what a person did of it."""
    counts = dict(ReviewRow.objects.values_list("state").annotate(Count("name")))
    done = sum(counts.get(s, 0) for s in (ReviewState.ACCEPTED, ReviewState.REJECTED))
    total = sum(counts.values())
    mine = RevisionRow.objects.filter(by=person)
    return {
        "states": [(str(one), counts.get(one, 0)) for one in ReviewState],
        "open": total - done,
        "done": done,
        "total": total,
        "mine_reports": mine.values("report").distinct().count(),
        "mine_rulings": mine.count(),
    }


@require_safe
@needs(Role.VIEWER)
def following(request: HttpRequest) -> HttpResponse:
    """Lead to the report that should be reviewed next."""
    revising.fill_queue()
    name = next_in_queue(request.GET.get("after", ""))
    if name is None:
        messages.info(request, plain("queue_nothing_waits"))
        return redirect("reviewing:queue")
    return redirect("reviewing:report", name=name)


@require_safe
@needs(Role.VIEWER)
def report(request: HttpRequest, name: str) -> HttpResponse:
    """Show a report with its quotes marked, and the cards of its events."""
    seen = under_review(name)
    form = asked_form(request.GET, seen) if may(request, Role.CODER) else None
    return _shown(request, name, form=form)


@require_POST
@needs(Role.CODER)
def revise(request: HttpRequest, name: str) -> HttpResponse:
    """Rule on a value, lift a ruling, or end the review."""
    register = register_for(request.user)
    do = request.POST.get("do", "")
    part = request.headers.get("X-Part") == PART
    try:
        if do == "undo":
            _undo(request, name)
        elif do == "close":
            revising.close(register, name, note=request.POST.get("note", ""))
            return _onwards(request, part=part)
        else:
            seen = under_review(name)
            ruled = asked_ruling(
                request.POST, seen, settles=may(request, Role.REVIEWER)
            )
            revising.rule(register, name, ruled)
    except TawthiqError as fault:
        if not part:
            raise
        told = fault.message(current().lang)
        return _shown(request, name, fault=told, status=400)
    if part:
        return _shown(request, name)
    return redirect("reviewing:report", name=name)


def _undo(request: HttpRequest, name: str) -> None:
    """Lift a ruling of one's own; a reviewer lifts anybody's."""
    told = request.POST.get("number", "")
    number = int(told) if told.isdecimal() and len(told) < LONGEST else 0
    theirs = RevisionRow.objects.filter(pk=number, report=name)
    mine = theirs.filter(by=request.user.get_username()).exists()
    if theirs.exists() and not mine and not may(request, Role.REVIEWER):
        raise PermissionDenied(plain("review_not_yours"))
    revising.undo(register_for(request.user), name, number)


def _onwards(request: HttpRequest, *, part: bool) -> HttpResponse:
    messages.success(request, plain("review_closed"))
    address = reverse("reviewing:next")
    if part:
        return HttpResponse(status=204, headers={"X-Next": address})
    return redirect(address)


def _shown(
    request: HttpRequest,
    name: str,
    *,
    form: Form | None = None,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = page_of(under_review(name), form)
    context["fault"] = fault
    context["can_rule"] = may(request, Role.CODER)
    context["can_settle"] = may(request, Role.REVIEWER)
    part = request.headers.get("X-Part") == PART
    template = "reviewing/review.html" if part else "reviewing/report.html"
    return render(request, template, context, status=status)
