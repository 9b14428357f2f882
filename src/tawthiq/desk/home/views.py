"""The first page: what the register holds, and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tawthiq.desk.people.roles import Role, needs
from tawthiq.register.models import (
    ClaimRow,
    IncidentRow,
    LedgerRow,
    StandingRow,
)


@require_safe
@needs(Role.VIEWER)
def home(request: HttpRequest) -> HttpResponse:
    """Show the counts of what stands, and the newest entries of the ledger."""
    standing = IncidentRow.objects.filter(merged_into=None, withdrawn=False)
    days = standing.exclude(day=None).order_by("day").values_list("day", flat=True)
    context = {
        "reports": StandingRow.objects.count(),
        "claims": ClaimRow.objects.filter(reading__standingrow__isnull=False).count(),
        "incidents": standing.count(),
        "first_day": days.first(),
        "last_day": days.last(),
        "entries": LedgerRow.objects.order_by("-number")[:8],
    }
    return render(request, "home/home.html", context)
