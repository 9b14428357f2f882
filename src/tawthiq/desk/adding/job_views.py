"""Jobs: what waits, what is done, and what a person must look at."""

from collections.abc import Iterable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from tawthiq.desk.adding.names import fault_words
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.preferences import current
from tawthiq.desk.restricting.carriers import jobs_in_sight
from tawthiq.model.job import READING, Job, JobState
from tawthiq.register.models import ReportRow
from tawthiq.register.services import captures
from tawthiq.register.services import jobs as queue

MOST = 200
"""Jobs shown on the page, the newest."""


@require_safe
@needs(Role.CODER)
def jobs(request: HttpRequest) -> HttpResponse:
    """List the jobs asked for last."""
    counted = queue.counted(kinds=READING)
    context = {
        "jobs": list(jobs_in_sight(queue.latest(MOST, kinds=READING))),
        "counts": [(f"adding_state_{state}", counted[state]) for state in JobState],
        "moving": bool(counted[JobState.WAITING] + counted[JobState.RUNNING]),
    }
    return render(request, "adding/jobs.html", context)


@require_safe
@needs(Role.CODER)
def job(request: HttpRequest, number: int) -> HttpResponse:
    """Show one job: how far it is, what it gave, what was set aside and why."""
    found = _seen(number)
    lang = current().lang
    aside = captures.aside_of(
        capture=found.told.get("digest"), place=found.told.get("address", "")
    )
    context = {
        "job": found,
        "state": f"adding_state_{found.state}",
        "fault": found.fault_ar if lang == "ar" else found.fault_en,
        "progress": _progress(found.progress),
        "aside": [fault_words(fault, lang) for fault in aside],
        "reports": _reports(found),
        "moving": found.state in {JobState.WAITING, JobState.RUNNING},
    }
    return render(request, "adding/job.html", context)


@require_POST
@needs(Role.CODER)
def again(_: HttpRequest, number: int) -> HttpResponse:
    """Let a job that failed be tried afresh; one that did not is left as it is."""
    _seen(number)
    queue.try_again(number)
    return redirect("adding:job", number=number)


def _progress(counts: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    shown = ("read", "known", "aside", "incidents")
    return [(f"adding_count_{name}", counts[name]) for name in shown if name in counts]


def _seen(number: int) -> Job:
    """Give a job that who asks may see.

    Raises:
        Http404: there is none, or it carries what is hidden from who asks.
    """
    found = queue.job(number)
    known = [found] if found and found.kind in READING else []
    for job in jobs_in_sight(known):
        return job
    raise Http404


def _reports(found: Job) -> list[tuple[str, str]]:
    """Give the reports of a job's capture, with the address of each one's page."""
    digest = found.told.get("digest")
    if not digest:
        return []
    rows = ReportRow.objects.filter(capture_id=digest).order_by("pk")[:MOST]
    return [
        (row.title or row.text[:80], reverse("reviewing:report", args=[row.name]))
        for row in rows
    ]
