"""The pages of publishing: look at what would show, ask, and let another decide."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from tawthiq.desk.opened import register_for
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.phrases import plain
from tawthiq.desk.publishing.wishes import LONGEST, PublishWish, WishState
from tawthiq.desk.restricting import letting_out
from tawthiq.workflow import publishing
from tawthiq.workflow.materials import material_of_register
from tawthiq.workflow.publishing import Prepared
from tawthiq.workflow.releasing import Terms

MOST_SHOWN = 200
"""Risks of each kind that the page lists; all are counted."""
LATEST = 30


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.LEAD)
def publish(request: HttpRequest) -> HttpResponse:
    """Show the wishes, and take one."""
    if request.method == "POST":
        return _asked(request)
    context = {
        "wishes": PublishWish.objects.select_related("asked_by", "decided_by")[:LATEST],
        "profiles": publishing.public_profiles(),
        "longest": LONGEST,
    }
    return render(request, "publishing/publish.html", context)


@require_safe
@needs(Role.LEAD)
def wish(request: HttpRequest, number: int) -> HttpResponse:
    """Show what a wish would publish: what changes, and what could endanger somebody."""
    one = get_object_or_404(PublishWish, pk=number)
    context: dict[str, object] = {"wish": one, "own": one.asked_by == request.user}
    if one.state == WishState.WAITING:
        prepared = _prepared(request, one)
        risks = publishing.risks(prepared)
        counts = Counter(str(risk.kind) for risk in risks)
        context |= {
            "fresh": publishing.digest(prepared) == one.digest,
            "about": prepared.publication.about,
            "edition": prepared.edition,
            "risks": [
                (kind, number, [r for r in risks if r.kind == kind][:MOST_SHOWN])
                for kind, number in counts.items()
            ],
        }
    else:
        context["place"] = _place(request, one.profile)
    return render(request, "publishing/wish.html", context)


@require_POST
@needs(Role.LEAD)
def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Publish what was asked for, or refuse it; whoever asked does not decide."""
    one = PublishWish.objects.filter(pk=number, state=WishState.WAITING.value).first()
    if one is None:
        messages.error(request, plain("publishing_decided_already"))
        return redirect("publishing:publish")
    yes = request.POST.get("verdict") == "publish"
    if yes and one.asked_by == request.user:
        messages.error(request, plain("publishing_second_person"))
        return redirect("publishing:wish", number=one.pk)
    if yes:
        prepared = _prepared(request, one)
        if publishing.digest(prepared) != one.digest:
            messages.error(request, plain("publishing_changed"))
            return redirect("publishing:wish", number=one.pk)
        publishing.publish(
            register_for(request.user),
            prepared,
            _place(request, one.profile),
            approved_by=f"{one.asked_by.get_username()}, {request.user.get_username()}",
        )
    one.state = (WishState.PUBLISHED if yes else WishState.REFUSED).value
    one.decided_by_id = request.user.pk
    one.decided_at = datetime.now(UTC)
    one.save(update_fields=["state", "decided_by", "decided_at"])
    messages.success(request, plain(f"publishing_is_{one.state}"))
    return redirect("publishing:wish", number=one.pk)


@require_safe
@needs(Role.LEAD)
def archive(request: HttpRequest, profile: str) -> HttpResponse:
    """Give the site that was published as one archive, to be put on any host."""
    if profile not in dict(publishing.public_profiles()):
        raise Http404
    place = _place(request, profile)
    if not place.is_dir():
        messages.error(request, plain("publishing_nothing_yet"))
        return redirect("publishing:publish")
    answer = HttpResponse(publishing.archived(place), content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="site-{profile}.zip"'
    return answer


def _asked(request: HttpRequest) -> HttpResponse:
    told = {
        key: " ".join(request.POST.get(key, "").replace("\0", "").split())[:LONGEST]
        for key in ("profile", "recorder", "licence")
    }
    if told["profile"] not in dict(publishing.public_profiles()):
        messages.error(request, plain("publishing_no_profile"))
        return redirect("publishing:publish")
    now = datetime.now(UTC)
    person = Account.objects.get(username=request.user.get_username())
    one = PublishWish(**told, as_of=now.date(), asked_by=person, asked_at=now)
    prepared = _prepared(request, one)
    one.digest = publishing.digest(prepared)
    one.incidents = prepared.publication.about.incidents
    one.save()
    return redirect("publishing:wish", number=one.pk)


def _prepared(request: HttpRequest, one: PublishWish) -> Prepared:
    terms = Terms(
        as_of=one.as_of,
        profile=one.profile,
        recorder=one.recorder,
        licence=one.licence,
    )
    register = register_for(request.user)
    material = letting_out.without_restricted(material_of_register()).material
    return publishing.prepare(register, material, terms)


def _place(request: HttpRequest, profile: str) -> Path:
    """Give the folder that the site of a profile has, beside the register's rows."""
    return register_for(request.user).folder / "sites" / profile
