"""Pictures of many incidents: by month, actor, type and grade; each with its table."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tawthiq.desk import figures, phrases
from tawthiq.desk.incidents.asked import Asked, asked_of
from tawthiq.desk.incidents.drawing.columns import Columns, Line, lying, standing
from tawthiq.desk.incidents.finding import MONTH, NOTHING, Heap, heaps, rows_of
from tawthiq.desk.incidents.listing import facets_of, label, parts_of
from tawthiq.desk.incidents.remembering import remembered
from tawthiq.desk.incidents.views import total
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.preferences import current
from tawthiq.text.formulas import bidi_closed, guarded

GROUPS = {"actor": "actors", "type": "types", "grade": "grade"}
"""Tables beside that of months, with their columns in the catalogue."""
HEAD = ("name", "label", "incidents", "killed_least", "killed_most", "no_number")
MARKS = "\ufeff"
"""Begins a CSV so that spreadsheets read it as UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing with the table under it."""

    key: str
    title: str
    name: str
    rows: tuple[tuple[str, Heap], ...]
    killed: bool = False
    drawn: Columns | None = None
    lines: tuple[Line, ...] = ()


@require_safe
@needs(Role.VIEWER)
def trends(request: HttpRequest) -> HttpResponse:
    """Show the pictures of what is asked."""
    asked = asked_of(request.GET)
    context = {
        "asked": asked,
        "parts": list(parts_of(asked)),
        "facets": facets_of(asked),
        "total": total(asked),
        "pictures": list(_pictures(asked)),
        "query": asked.query(),
    }
    return render(request, "incidents/trends.html", context)


@require_safe
@needs(Role.VIEWER)
def table(request: HttpRequest, name: str) -> HttpResponse:
    """Give one of the tables as CSV."""
    if name not in {MONTH, *GROUPS}:
        raise Http404
    asked = asked_of(request.GET)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for words, heap in counted(asked, name):
        writer.writerow(
            (
                _bare(heap.name),
                _bare(words),
                heap.incidents,
                heap.least,
                heap.most,
                heap.unsaid,
            )
        )
    answer = HttpResponse(
        MARKS + out.getvalue(), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="tawthiq-{name}.csv"'
    return answer


def _bare(text: str) -> str:
    """Keep a spreadsheet from computing a cell, or its marks from turning the next."""
    return text if text == NOTHING else bidi_closed(guarded(text))


def _pictures(asked: Asked) -> Iterator[Picture]:
    rtl = current().direction == "rtl"
    months = counted(asked, MONTH)
    number = [
        (w, h.incidents, h.incidents, figures.digits(h.incidents)) for w, h in months
    ]
    killed = [(w, h.least, h.most, figures.between(h.least, h.most)) for w, h in months]
    rows = tuple(months)
    yield _picture("by_month", MONTH, rows, drawn=standing(number, rtl=rtl))
    drawn = standing(killed, rtl=rtl)
    yield replace(_picture("killed_by_month", MONTH, rows, drawn=drawn), killed=True)
    for key in GROUPS:
        found = tuple(counted(asked, key))
        bars = [
            (w, h.incidents, h.incidents, figures.digits(h.incidents)) for w, h in found
        ]
        yield replace(_picture(f"by_{key}", key, found), lines=lying(bars))


def _picture(
    title: str,
    name: str,
    rows: tuple[tuple[str, Heap], ...],
    *,
    drawn: Columns | None = None,
) -> Picture:
    told = phrases.plain(f"trends_{title}")
    return Picture(key=title, title=told, name=name, rows=rows, drawn=drawn)


def counted(asked: Asked, key: str) -> list[tuple[str, Heap]]:
    """Count by months in their order, or by the codes of a column, most first."""
    if key == MONTH:
        return [(figures.month(*divmod_month(m)), heap) for m, heap in _months(asked)]
    found = remembered(
        ("heaps", key, asked), lambda: heaps(rows_of(asked), GROUPS[key])
    )
    sums: dict[str, Heap] = {}
    for value, heap in found:
        for code in str(value).strip("|").split("|"):
            sums[code or NOTHING] = _added(
                sums.get(code or NOTHING), heap, code or NOTHING
            )
    ranked = sorted(sums.values(), key=lambda heap: (-heap.incidents, heap.name))
    return [(label(key, heap.name), heap) for heap in ranked]


def divmod_month(month: int) -> tuple[int, int]:
    """Give year and month, from 1, of a month of the catalogue."""
    return month // 12, month % 12 + 1


def _months(asked: Asked) -> list[tuple[int, Heap]]:
    """Count by month, those without an incident between the ends too."""
    told = remembered(("heaps", MONTH, asked), lambda: heaps(rows_of(asked), MONTH))
    found = {m: heap for m, heap in told if isinstance(m, int)}
    if not found:
        return []
    empty = Heap(name="", incidents=0, least=0, most=0, unsaid=0)
    made = []
    for month in range(min(found), max(found) + 1):
        year, number = divmod_month(month)
        heap = found.get(month, empty)
        made.append((month, _added(None, heap, f"{year:04d}-{number:02d}")))
    return made


def _added(one: Heap | None, other: Heap, name: str) -> Heap:
    return Heap(
        name=name,
        incidents=other.incidents + (one.incidents if one else 0),
        least=other.least + (one.least if one else 0),
        most=other.most + (one.most if one else 0),
        unsaid=other.unsaid + (one.unsaid if one else 0),
    )
