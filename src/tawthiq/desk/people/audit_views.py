"""What was done, by whom; how far coders agree."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tawthiq.desk.people.agreeing import agreement_of_coders
from tawthiq.desk.people.audit_shown import shown
from tawthiq.desk.people.roles import Role, needs
from tawthiq.model.custody import Act
from tawthiq.register.models import LedgerRow
from tawthiq.register.services.ledger import chain_faults

PAGE = 100
"""Entries on a page."""
LONGEST = 18
"""Digits of a number that every database holds."""


@require_safe
@needs(Role.REVIEWER)
def audit(request: HttpRequest) -> HttpResponse:
    """Show the ledger, by act, person and object; recompute its chain where asked."""
    asked = {name: _word(request, name) for name in ("act", "by", "on")}
    page = list(_entries(asked, _word(request, "before"))[: PAGE + 1])
    told = {name: value for name, value in asked.items() if value}
    last = page[PAGE - 1].number if len(page) > PAGE else 0
    verified = "verify" in request.GET
    context = {
        "entries": shown(page[:PAGE]),
        "asked": asked,
        "acts": [(act.value, f"act_{act.value}") for act in Act],
        "more": urlencode({**told, "before": last}) if last else "",
        "head": LedgerRow.objects.order_by("-number").first(),
        "verified": verified,
        "faults": list(chain_faults()) if verified else [],
    }
    return render(request, "people/audit.html", context)


def _word(request: HttpRequest, name: str) -> str:
    # PostgreSQL refuses a text that holds a zero byte.
    return request.GET.get(name, "").replace("\x00", "").strip()


def _entries(asked: Mapping[str, str], before: str) -> QuerySet[LedgerRow]:
    rows = LedgerRow.objects.order_by("-number")
    if asked["act"]:
        rows = rows.filter(act=asked["act"])
    if asked["by"]:
        rows = rows.filter(by=asked["by"])
    if asked["on"]:
        rows = rows.filter(subject__contains=asked["on"])
    if before.isascii() and before.isdigit() and len(before) <= LONGEST:
        rows = rows.filter(number__lt=int(before))
    return rows


@require_safe
@needs(Role.REVIEWER)
def agreement(request: HttpRequest) -> HttpResponse:
    """Show how far those who ruled on the same values agree."""
    coded = agreement_of_coders()
    context = {"blind": coded.blind, "pairs": coded.all}
    return render(request, "people/agreement.html", context)
