"""The jobs of publishing: look at what would show, then write and pack what two agreed on.

A job that is killed is done again, and its wish says how far it had come: what is
published is published once, for the wish turns in the transaction that records it.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from django.utils import timezone

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.publishing.findings import findings_of, to_text
from tawthiq.desk.publishing.wishes import PublishWish, WishState
from tawthiq.desk.restricting import letting_out
from tawthiq.model.job import Job, JobKind, JobState
from tawthiq.register.services import jobs
from tawthiq.register.services.together import together
from tawthiq.workflow.ingest_options import IngestOptions
from tawthiq.workflow.progress import Progress, Watcher
from tawthiq.workflow.publishing import archiving, sites
from tawthiq.workflow.publishing.materials import material_of_register
from tawthiq.workflow.publishing.releasing import Terms
from tawthiq.workflow.publishing.sites import Beside, Prepared
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.working import Work

AT_WORK = (JobState.WAITING, JobState.RUNNING)
"""States of a job that has work to do yet."""


class PublishedAlreadyError(Exception):
    """Another worker was faster: this one records nothing."""


def ask(one: PublishWish) -> None:
    """Keep a new wish, and ask for what it would show to be put together."""
    with together():
        one.save()
        _ask(one, by=one.asked_by)


def agree(one: PublishWish, person: Account) -> bool:
    """Let a second person agree; whether the wish still waited for one."""
    with together():
        if not _turn(one, WishState.WAITING, WishState.PUBLISHING, by=person):
            return False
        _ask(one, by=person)
    return True


def ask_for_archive(profile: str, person: Account) -> PublishWish | None:
    """Ask for the site of a profile to be packed; give the wish by which it stands.

    None where no wish of this profile was published.
    """
    rows = PublishWish.objects.filter(profile=profile)
    one = rows.filter(state=WishState.PUBLISHED.value).first()
    if one is not None and not _at_work(one):
        with together():
            _ask(one, by=person)
    return one


def refuse(one: PublishWish, person: Account) -> bool:
    """Refuse a wish; whether it was still to be decided."""
    with together():
        return any(
            _turn(one, state, WishState.REFUSED, by=person)
            for state in (WishState.LOOKING, WishState.WAITING)
        )


def publish_wish(
    register: Register, job: Job, options: IngestOptions, *, watch: Watcher
) -> Progress:
    """Do what a wish wants next; nothing where that was done or refused.

    Args:
        register: the open register, in the name of who asked, or agreed.
        job: its ``wish`` is the wish's number.
        options: of reading; publishing has none.
        watch: hears of the files that are written, of so many incidents.
    """
    del options
    one = PublishWish.objects.get(pk=int(job.told["wish"]))
    if one.state == WishState.LOOKING:
        _look(register, one)
        return Progress(incidents=one.incidents)
    told = Progress(incidents=one.incidents)
    if one.state == WishState.PUBLISHING:
        told = _publish(register, one, watch)
        one.refresh_from_db()
    if one.state == WishState.PUBLISHED:
        archiving.pack_site(place_of(register, one.profile))
    return told


WORKS: Mapping[JobKind, Work] = MappingProxyType({JobKind.PUBLISH: publish_wish})
"""What a worker that knows the desk does beside reading."""


def place_of(register: Register, profile: str) -> Path:
    """Give the folder that the site of a profile has, beside the register's rows."""
    return register.folder / "sites" / profile


def _at_work(one: PublishWish) -> bool:
    job = jobs.job(one.job)
    return job is not None and job.state in AT_WORK


def _ask(one: PublishWish, *, by: Account) -> None:
    told = {"wish": str(one.pk), "profile": one.profile}
    one.job = jobs.ask(JobKind.PUBLISH, told, by=by.get_username()).number
    one.save(update_fields=["job"])


def _turn(one: PublishWish, state: WishState, into: WishState, *, by: Account) -> bool:
    """Turn a wish if it still stands as it is told; it keeps what was looked at no more."""
    rows = PublishWish.objects.filter(pk=one.pk, state=state.value)
    return bool(
        rows.update(
            state=into.value,
            findings="",
            decided_by_id=by.pk,
            decided_at=timezone.now(),
        )
    )


def _look(register: Register, one: PublishWish) -> None:
    prepared = _prepared(register, one)
    found = findings_of(prepared, sites.risks(prepared))
    rows = PublishWish.objects.filter(pk=one.pk, state=WishState.LOOKING.value)
    rows.update(
        state=WishState.WAITING.value,
        digest=sites.digest(prepared),
        incidents=found.shown,
        findings=to_text(found),
    )


def _publish(register: Register, one: PublishWish, watch: Watcher) -> Progress:
    prepared = _prepared(register, one)
    rows = PublishWish.objects.filter(pk=one.pk, state=WishState.PUBLISHING.value)
    if sites.digest(prepared) != one.digest:
        rows.update(state=WishState.CHANGED.value)
        return Progress(incidents=one.incidents)

    def settle() -> None:
        if not rows.update(state=WishState.PUBLISHED.value):
            raise PublishedAlreadyError

    def heard(files: int) -> None:
        watch(Progress(files=files, incidents=one.incidents))

    asked, agreed = one.asked_by, one.decided_by or one.asked_by
    try:
        made = sites.publish(
            register,
            prepared,
            place_of(register, one.profile),
            approved_by=f"{asked.get_username()}, {agreed.get_username()}",
            beside=Beside(watch=heard, settle=settle),
        )
    except PublishedAlreadyError:
        return Progress(incidents=one.incidents)
    return Progress(files=made.files, incidents=one.incidents)


def _prepared(register: Register, one: PublishWish) -> Prepared:
    terms = Terms(
        as_of=one.as_of,
        profile=one.profile,
        recorder=one.recorder,
        licence=one.licence,
    )
    told = letting_out.without_restricted(material_of_register())
    return sites.prepare(register, told.material, terms, hidden=told.hidden)
