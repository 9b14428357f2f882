"""The page of what still wants a hand, and asking for dead links again."""

from itertools import islice

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from tawthiq.desk import figures
from tawthiq.desk.following import lists
from tawthiq.desk.following.dead_links import ask_again, dead_links
from tawthiq.desk.opened import register_for
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.phrases import plain
from tawthiq.desk.preferences import current


@require_safe
@needs(Role.CODER)
def follow_up(request: HttpRequest) -> HttpResponse:
    """List what still wants a hand: places, dead links, jobs, contradictions."""
    lang = current().lang
    links = [
        (one, one.fault.ar if lang == "ar" else one.fault.en)
        for one in islice(dead_links(), lists.MOST)
    ]
    context = {
        "places": lists.places_not_found(),
        "links": links,
        "idle": sum(not one.is_under_way for one, _ in links),
        "fetch": settings.FETCH,
        "aside": lists.set_aside(),
        "failed": lists.failed_jobs(),
        "findings": lists.contradictions(),
    }
    return render(request, "following/follow_up.html", context)


@require_POST
@needs(Role.CODER)
def asked_again(request: HttpRequest) -> HttpResponse:
    """Ask for one dead link again, or for all where none is named."""
    if not settings.FETCH:
        messages.warning(request, plain("adding_no_fetch"))
        return redirect("following:follow-up")
    number = ask_again(register_for(request.user), request.POST.get("address", ""))
    if number:
        told = plain("follow_links_asked", number=figures.digits(number))
        messages.success(request, told)
    else:
        messages.info(request, plain("follow_links_none_asked"))
    return redirect("following:follow-up")
