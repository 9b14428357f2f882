"""The first page: what the register holds, and what to do next."""

from django.db.models import F, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tawthiq.desk.incidents.listing import line_of
from tawthiq.desk.incidents.mapping import at_a_glance
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.preferences import current
from tawthiq.desk.restricting import sight
from tawthiq.model.revision import ReviewState
from tawthiq.register.models import CatalogueRow, LedgerRow, ReviewRow, StandingRow
from tawthiq.workflow.registers.revising import fill_queue

LATEST = 6
"""Incidents, and entries of the ledger, that the page shows."""

OPEN = (ReviewState.WAITING, ReviewState.DRAFT, ReviewState.CONFLICT)


@require_safe
@needs(Role.VIEWER)
def home(request: HttpRequest) -> HttpResponse:
    """Show what stands: counts, where and when, the latest incidents and entries."""
    fill_queue()
    seen = sight.current()
    incidents = seen.of_incidents(CatalogueRow.objects.all())
    reviews = seen.of_reports(ReviewRow.objects.all())
    rows = incidents.order_by(F("day").desc(nulls_last=True), "code")
    context = {
        "reports": seen.of_reports(StandingRow.objects.all()).count(),
        "values": reviews.aggregate(all=Sum("total"))["all"] or 0,
        "waiting": reviews.filter(state__in=OPEN).count(),
        "incidents": incidents.count(),
        "lines": [line_of(row, current().lang) for row in rows[:LATEST]],
        "glance": at_a_glance(),
        "entries": LedgerRow.objects.order_by("-number")[:LATEST],
    }
    return render(request, "home/home.html", context)
