"""The first page: what the register holds, and what to do next."""

from django.db.models import F, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tawthiq.desk.incidents.listing import line_of
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.preferences import current
from tawthiq.model.revision import ReviewState
from tawthiq.register.models import CatalogueRow, LedgerRow, ReviewRow, StandingRow
from tawthiq.workflow.revising import fill_queue

LATEST = 6
"""Incidents, and entries of the ledger, that the page shows."""

OPEN = (ReviewState.WAITING, ReviewState.DRAFT, ReviewState.CONFLICT)


@require_safe
@needs(Role.VIEWER)
def home(request: HttpRequest) -> HttpResponse:
    """Show the counts of what stands, the latest incidents, and the newest entries."""
    fill_queue()
    rows = CatalogueRow.objects.order_by(F("day").desc(nulls_last=True), "code")
    days = CatalogueRow.objects.exclude(day=None).order_by("day")
    first, last = days.first(), days.last()
    context = {
        "reports": StandingRow.objects.count(),
        "values": ReviewRow.objects.aggregate(all=Sum("total"))["all"] or 0,
        "waiting": ReviewRow.objects.filter(state__in=OPEN).count(),
        "incidents": CatalogueRow.objects.count(),
        "first_day": first.day if first else None,
        "last_day": last.day if last else None,
        "lines": [line_of(row, current().lang) for row in rows[:LATEST]],
        "entries": LedgerRow.objects.order_by("-number")[:LATEST],
    }
    return render(request, "home/home.html", context)
