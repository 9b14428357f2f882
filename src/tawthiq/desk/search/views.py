"""The search page, and the searches that a person keeps."""

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from tawthiq.desk.incidents.saved import LONGEST_NAME, SavedView, saved_of
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.phrases import plain
from tawthiq.desk.preferences import current
from tawthiq.desk.restricting import sight
from tawthiq.desk.search.asked import LANGUAGES, LAST_PAGE, Wanted, wanted_of
from tawthiq.desk.search.shown import cards_of, understood_text
from tawthiq.errors import OptionError
from tawthiq.model.search import Found, SearchKind
from tawthiq.workflow.registers import searching

SIZE = 20
MOST_KEPT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One kind of hits: how many, ``more`` where that is the least, and its address."""

    kind: str
    total: int
    more: bool
    query: str
    here: bool


@require_safe
@needs(Role.VIEWER)
def search(request: HttpRequest) -> HttpResponse:
    """Show what holds the words, a kind at a time."""
    wanted = wanted_of(request.GET)
    fault = ""
    found, tabs, read = Found(hits=(), total=0), [], ""
    try:
        sought = searching.understood(wanted.words)
        read = understood_text(sought) if sought is not None else ""
        if sought is not None:
            if "kind" not in request.GET:
                wanted = _fullest(wanted)
            found = searching.search(
                wanted.words,
                wanted.kind,
                bounds=wanted.bounds,
                page=searching.Page(start=(wanted.page - 1) * SIZE, size=SIZE),
                hidden=_hidden(),
            )
            tabs = _tabs(wanted, found)
    except OptionError as error:
        fault = error.message(current().lang)
    last = min(-(-found.total // SIZE), LAST_PAGE)
    context = {
        "wanted": wanted,
        "read": read,
        "fault": fault,
        "found": found,
        "tabs": tabs,
        "cards": cards_of(found.hits, wanted.kind),
        "languages": LANGUAGES,
        "spoken": wanted.kind in {SearchKind.REPORT, SearchKind.CLAIM},
        "before": wanted.query(page=wanted.page - 1) if wanted.page > 1 else "",
        "after": wanted.query(page=wanted.page + 1) if wanted.page < last else "",
        "last": last,
        "saved": saved_of(request.user, "search"),
        "bare": wanted.query(page=1),
    }
    return render(request, "search/search.html", context)


@require_POST
@needs(Role.VIEWER)
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a search under a name; the same name is kept anew."""
    wanted = wanted_of(QueryDict(request.POST.get("query", "")))
    name = " ".join(request.POST.get("name", "").replace("\0", "").split())
    name = name[:LONGEST_NAME]
    if not name:
        messages.error(request, plain("incidents_save_unnamed"))
    elif saved_of(request.user, "search").count() >= MOST_KEPT:
        messages.error(request, plain("incidents_save_full"))
    else:
        SavedView.objects.update_or_create(
            person_id=request.user.pk,
            page="search",
            name=name,
            defaults={"query": wanted.query(page=1)},
        )
        messages.success(request, plain("incidents_saved", name=name))
    return redirect(f"{reverse('search:search')}?{wanted.query()}")


def how_many(wanted: Wanted) -> tuple[int, bool]:
    """Count what may be seen of what is wanted, and say whether there is more."""
    return searching.how_many(
        wanted.words, wanted.kind, bounds=wanted.bounds, hidden=_hidden()
    )


def _hidden() -> frozenset[str]:
    seen = sight.current()
    return seen.incidents | seen.reports


def _fullest(wanted: Wanted) -> Wanted:
    """Open at the first kind that has hits."""
    for kind in SearchKind:
        one = replace(wanted, kind=kind)
        if how_many(one)[0]:
            return one
    return wanted


def _tabs(wanted: Wanted, found: Found) -> list[Tab]:
    tabs = []
    for kind in SearchKind:
        one = replace(wanted, kind=kind, page=1)
        total, more = found.total, found.more
        if kind is not wanted.kind:
            total, more = how_many(one)
        here = kind is wanted.kind
        told = Tab(kind=str(kind), total=total, more=more, query=one.query(), here=here)
        tabs.append(told)
    return tabs
