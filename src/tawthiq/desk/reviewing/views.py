"""The queue, the page of one report, and what is ruled there."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from tawthiq.desk.assigning.assignments import assignment_of, blind, given_to
from tawthiq.desk.opened import register_for
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role, may, needs
from tawthiq.desk.phrases import plain
from tawthiq.desk.preferences import current
from tawthiq.desk.restricting import sight
from tawthiq.desk.reviewing.asking import asked_form, asked_ruling
from tawthiq.desk.reviewing.coding import (
    coding_of,
    end_own_part,
    hands_of,
    refuse_early_close,
    settling,
)
from tawthiq.desk.reviewing.page import page_of
from tawthiq.desk.reviewing.slots import Form
from tawthiq.errors import TawthiqError
from tawthiq.model.revision import ReviewState
from tawthiq.register.models import ReviewRow, RevisionRow, SetAsideRow, StandingRow
from tawthiq.register.services.revisions import next_in_queue
from tawthiq.workflow.registers import revising
from tawthiq.workflow.registers.revising import UnderReview, under_review

PAGE = 50
OPEN = (ReviewState.WAITING, ReviewState.DRAFT, ReviewState.CONFLICT)
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
    rows = _reviews().order_by("-doubt", "name")
    mine = list(given_to(request.user)) if isinstance(request.user, Account) else []
    only_mine = request.GET.get("mine") == "1"
    if only_mine:
        rows = rows.filter(name__in=mine)
    rows = rows.filter(state__in=(state,) if state else OPEN)
    progress = _progress(request.user.get_username())
    # By name alone: a late page is counted off an index, not row after row.
    pages = Paginator(rows.values_list("name", flat=True), PAGE)
    if not only_mine:  # counted once
        pages.count = dict(progress.states).get(state, progress.open)
    page = pages.get_page(request.GET.get("page"))
    names = list(page)
    reviews = ReviewRow.objects.in_bulk(names)
    standing = StandingRow.objects.filter(name__in=names).select_related("report")
    told = {row.name: row.report for row in standing}
    hands = hands_of(names)
    context = {
        "page": page,
        "rows": [
            (reviews[name], told[name], hands.get(name))
            for name in names
            if name in told and name in reviews
        ],
        "state": state,
        "only_mine": only_mine,
        "in_my_hands": len(mine),
        "aside": SetAsideRow.objects.order_by("-pk")[:5],
        "aside_count": SetAsideRow.objects.count(),
        "progress": progress,
    }
    return render(request, "reviewing/queue.html", context)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far all reviews have come, and what a person did of it."""

    states: tuple[tuple[str, int], ...]
    open: int
    done: int
    total: int
    mine_reports: int
    mine_rulings: int


def _progress(person: str) -> Progress:
    counts = dict(_reviews().values_list("state").annotate(Count("name")))
    total = sum(counts.values())
    still = sum(counts.get(state, 0) for state in OPEN)
    mine = RevisionRow.objects.filter(by=person)
    return Progress(
        states=tuple((str(one), counts.get(one, 0)) for one in ReviewState),
        open=still,
        done=total - still,
        total=total,
        mine_reports=mine.values("report").distinct().count(),
        mine_rulings=mine.count(),
    )


def _reviews() -> QuerySet[ReviewRow]:
    """Give the reviews of reports that who asks may see."""
    return sight.current().of_reports(ReviewRow.objects.all())


@require_safe
@needs(Role.VIEWER)
def following(request: HttpRequest) -> HttpResponse:
    """Lead to the report that should be reviewed next."""
    revising.fill_queue()
    after = request.GET.get("after", "")
    name = _own_next(request, after) or next_in_queue(after, sight.current().reports)
    if name is None:
        messages.info(request, plain("queue_nothing_waits"))
        return redirect("reviewing:queue")
    return redirect("reviewing:report", name=name)


def _own_next(request: HttpRequest, after: str) -> str | None:
    """Name the most doubtful report of those in the reader's own hands."""
    if not isinstance(request.user, Account):
        return None
    mine = _reviews().filter(name__in=list(given_to(request.user))).exclude(name=after)
    return mine.order_by("-doubt", "name").values_list("name", flat=True).first()


def _seen(request: HttpRequest, name: str) -> UnderReview:
    """Open a report as who asks may see it: of blind coding, their own side alone."""
    sight.current().check_report(name)
    person = request.user.get_username()
    alone = blind(assignment_of(name), person)
    return under_review(name, only=person if alone else "")


@require_safe
@needs(Role.VIEWER)
def report(request: HttpRequest, name: str) -> HttpResponse:
    """Show a report with its quotes marked, and the cards of its events."""
    seen = _seen(request, name)
    form = asked_form(request.GET, seen) if may(request, Role.CODER) else None
    return _shown(request, name, form=form)


@require_POST
@needs(Role.CODER)
def revise(request: HttpRequest, name: str) -> HttpResponse:
    """Rule on a value, lift a ruling, or end the review."""
    register = register_for(request.user)
    do = request.POST.get("do", "")
    part = request.headers.get("X-Part") == PART
    seen = _seen(request, name)
    alone = blind(assignment_of(name), register.by)
    try:
        if do == "undo":
            _undo(request, name, alone=alone)
        elif do == "close":
            _close(request, name, alone=alone)
            return _onwards(request, part=part)
        else:
            settles = may(request, Role.REVIEWER) and not alone
            ruled = asked_ruling(request.POST, seen, settles=settles)
            ruled = settling(name, seen, ruled, settles=settles)
            revising.rule(register, name, ruled, alone=alone)
    except TawthiqError as fault:
        if not part:
            raise
        told = fault.message(current().lang)
        return _shown(request, name, fault=told, status=400)
    if part:
        return _shown(request, name)
    return redirect("reviewing:report", name=name)


def _close(request: HttpRequest, name: str, *, alone: bool) -> None:
    """End the review; of blind coding, one's own part."""
    register = register_for(request.user)
    if alone:
        end_own_part(register, name)
    else:
        refuse_early_close(name)
        revising.close(register, name, note=request.POST.get("note", ""))


def _undo(request: HttpRequest, name: str, *, alone: bool) -> None:
    """Lift a ruling of one's own; a reviewer lifts anybody's."""
    told = request.POST.get("number", "")
    number = int(told) if told.isdecimal() and len(told) < LONGEST else 0
    theirs = RevisionRow.objects.filter(pk=number, report=name)
    mine = theirs.filter(by=request.user.get_username()).exists()
    if theirs.exists() and not mine and (alone or not may(request, Role.REVIEWER)):
        raise PermissionDenied(plain("review_not_yours"))
    revising.undo(register_for(request.user), name, number, alone=alone)


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
    seen = _seen(request, name)
    context: dict[str, Any] = page_of(seen, form)
    context["coding"] = coding_of(request, name, seen)
    context["fault"] = fault
    context["can_rule"] = may(request, Role.CODER)
    context["can_settle"] = may(request, Role.REVIEWER)
    part = request.headers.get("X-Part") == PART
    template = "reviewing/review.html" if part else "reviewing/report.html"
    return render(request, template, context, status=status)
