"""The list of incidents, and one incident's lines for other pages."""

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tawthiq.desk.incidents.asked import Asked, asked_of
from tawthiq.desk.incidents.finding import Rows, rows_of
from tawthiq.desk.incidents.listing import facets_of, line_of, parts_of
from tawthiq.desk.incidents.remembering import remembered
from tawthiq.desk.incidents.saved import saved_of
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.preferences import current

PAGE = 50
ORDERS = {
    "": ("-day", "code"),
    "oldest": ("day", "code"),
    "killed": ("-killed_low", "-day", "code"),
    "voices": ("-voices", "-day", "code"),
}
"""By the word in the address; the first where none is told."""


@require_safe
@needs(Role.VIEWER)
def listed(request: HttpRequest) -> HttpResponse:
    """Show incidents as a table, with filters and their counts beside it."""
    asked = asked_of(request.GET)
    order = request.GET.get("order", "")
    order = order if order in ORDERS else ""
    pages = Paginator(sorted_rows(rows_of(asked), order), PAGE)
    pages.count = total(asked)  # counted once
    page = pages.get_page(request.GET.get("page", "1"))
    lang = current().lang
    context = {
        "asked": asked,
        "parts": list(parts_of(asked)),
        "facets": facets_of(asked),
        "hidden": [],
        "orders": list(ORDERS),
        "order": order,
        "lines": [line_of(row, lang) for row in page],
        "page": page,
        "total": pages.count,
        "query": asked.query(order=order),
        "bare": asked.query(),
        "saved": saved_of(request.user, "list"),
        "where": "list",
    }
    return render(request, "incidents/list.html", context)


def sorted_rows(rows: Rows, order: str) -> Rows:
    """Sort rows by one of `ORDERS`; incidents without a value come last."""
    keys = (
        F(key[1:]).desc(nulls_last=True)
        if key.startswith("-")
        else F(key).asc(nulls_last=True)
        for key in ORDERS[order]
    )
    return rows.order_by(*keys)


def total(asked: Asked) -> int:
    """Count the incidents that hold what is asked."""
    return remembered(("total", asked), lambda: rows_of(asked).count())
