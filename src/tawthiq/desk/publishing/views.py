"""The pages of publishing: look at what would show, ask, and let another decide."""

from datetime import UTC, datetime, timedelta

from django.contrib import messages
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
)
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from tawthiq.desk import phrases
from tawthiq.desk.opened import register_for
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.phrases import plain
from tawthiq.desk.preferences import current
from tawthiq.desk.publishing.doing import (
    AT_WORK,
    agree,
    ask,
    ask_for_archive,
    place_of,
    refuse,
)
from tawthiq.desk.publishing.exports import ExportWish, second_person_is_asked
from tawthiq.desk.publishing.findings import from_text
from tawthiq.desk.publishing.wishes import LONGEST, PublishWish, WishState
from tawthiq.model.profile import Profile
from tawthiq.publish.profiles import profile_of
from tawthiq.register.services import jobs as queue
from tawthiq.workflow.publishing import archiving, sites

LATEST = 30
MOVING = (WishState.LOOKING, WishState.PUBLISHING)
"""States of a wish in which a job brings it on."""
WORKED = (*MOVING, WishState.PUBLISHED)
"""States in which a job may be at work: what is published is packed."""


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.LEAD)
def publish(request: HttpRequest) -> HttpResponse:
    """Show the wishes, and take one."""
    if request.method == "POST":
        return _asked(request)
    context = {
        "wishes": PublishWish.objects.select_related("asked_by", "decided_by")[:LATEST],
        "profiles": sites.public_profiles(),
        "longest": LONGEST,
        "exports": ExportWish.objects.select_related("asked_by", "decided_by")[:LATEST],
        "second": second_person_is_asked(),
    }
    return render(request, "publishing/publish.html", context)


@require_safe
@needs(Role.LEAD)
def wish(request: HttpRequest, number: int) -> HttpResponse:
    """Show how far a wish is, and what it would publish: changes, and what could harm."""
    one = get_object_or_404(PublishWish, pk=number)
    job = queue.job(one.job)
    lang = current().lang
    context: dict[str, object] = {
        "wish": one,
        "own": one.asked_by == request.user,
        "findings": from_text(one.findings),
        "late": one.as_of - timedelta(days=_profile(one).delay_days),
        "alone": not second_person_is_asked(),
        "place": place_of(register_for(request.user), one.profile),
        "job": job,
        "moving": one.state in WORKED and job is not None and job.state in AT_WORK,
        "files": job.progress.get("files", 0) if job else 0,
        "fault": (job.fault_ar if lang == "ar" else job.fault_en) if job else "",
    }
    return render(request, "publishing/wish.html", context)


def _profile(one: PublishWish) -> Profile:
    return profile_of(phrases.codebook(), one.profile)


@require_POST
@needs(Role.LEAD)
def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Agree to what was asked for, or refuse it; whoever asked does not agree.

    A job that failed is tried again by whoever may decide: nothing new is agreed to.
    """
    one = get_object_or_404(PublishWish, pk=number)
    assert isinstance(request.user, Account)  # noqa: S101 - for the checker: `needs`
    verdict = request.POST.get("verdict")
    if verdict == "again":
        if one.state in WORKED:
            queue.try_again(one.job)
    elif verdict == "publish" and one.asked_by == request.user:
        messages.error(request, plain("publishing_second_person"))
    elif verdict == "publish":
        _say(request, "publishing_is_agreed", done=agree(one, request.user))
    else:
        _say(request, "publishing_is_refused", done=refuse(one, request.user))
    return redirect("publishing:wish", number=one.pk)


@require_safe
@needs(Role.LEAD)
def archive(request: HttpRequest, profile: str) -> HttpResponseBase:
    """Give the site that was published as one archive, to be put on any host."""
    if profile not in dict(sites.public_profiles()):
        raise Http404
    packed = archiving.archive_of(place_of(register_for(request.user), profile))
    if packed is None:
        return _unpacked(request, profile)
    name = f"site-{profile}.zip"
    return FileResponse(packed.open("rb"), as_attachment=True, filename=name)


def _unpacked(request: HttpRequest, profile: str) -> HttpResponse:
    """Lead to where the packing of a site is told of; it is asked for where it is not."""
    assert isinstance(request.user, Account)  # noqa: S101 - for the checker: `needs`
    one = ask_for_archive(profile, request.user)
    if one is None:
        messages.error(request, plain("publishing_nothing_yet"))
        return redirect("publishing:publish")
    return redirect("publishing:wish", number=one.pk)


def _say(request: HttpRequest, key: str, *, done: bool) -> None:
    if done:
        messages.success(request, plain(key))
    else:
        messages.error(request, plain("publishing_decided_already"))


def _asked(request: HttpRequest) -> HttpResponse:
    told = {
        key: " ".join(request.POST.get(key, "").replace("\0", "").split())[:LONGEST]
        for key in ("profile", "recorder", "licence")
    }
    if told["profile"] not in dict(sites.public_profiles()):
        messages.error(request, plain("publishing_no_profile"))
        return redirect("publishing:publish")
    now = datetime.now(UTC)
    person = Account.objects.get(username=request.user.get_username())
    one = PublishWish(**told, as_of=now.date(), asked_by=person, asked_at=now)
    ask(one)
    return redirect("publishing:wish", number=one.pk)
