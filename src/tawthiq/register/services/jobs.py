"""Jobs: asked for with what they rest on, taken by one worker, ended by it alone.

A worker holds a job under a lease. One that is killed leaves the lease to lapse, and the
next takes the job up with a higher attempt; a worker that was only slow finds, when it
comes to end the job, that the attempt is no longer its own (the fence).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from django.db import connection, transaction
from django.db.models import Count, QuerySet

from tawthiq.model.job import Job, JobKind, JobState
from tawthiq.register.models import JobRow
from tawthiq.register.services.ledger import now

LEASE_SECONDS = 60
"""How long a worker has a job before it must have been heard of again."""
MOST_ATTEMPTS = 5
"""How often a job is tried before a person must look at it."""
FIRST_PAUSE_SECONDS = 5
"""How long a job that failed waits for its second attempt; each further one twice."""

_TAKE = """
    UPDATE job SET state = 'running', worker = %s, attempt = attempt + 1, lease = %s
    WHERE id = (
        SELECT id FROM job
        WHERE (state = 'waiting' AND due <= %s) OR (state = 'running' AND lease < %s)
        ORDER BY due, id LIMIT 1{skipping}
    )
    RETURNING id
"""


def ask(kind: JobKind, told: Mapping[str, str], *, by: str) -> Job:
    """Put a job into the queue.

    Must be called in the transaction that writes what the job rests on, so that neither
    stands without the other.
    """
    if not connection.in_atomic_block:
        msg = "a job is asked for in the transaction of what it rests on"
        raise transaction.TransactionManagementError(msg)
    row = JobRow(
        kind=kind,
        told=json.dumps(dict(told), ensure_ascii=False),
        by=by,
        at=now(),
        state=JobState.WAITING,
        due=_milliseconds(),
    )
    row.save()
    return _job(row)


def take(worker: str) -> Job | None:
    """Take the job that waits longest, or one whose worker is gone; None if none is.

    Args:
        worker: a name that no other worker has.
    """
    moment = _milliseconds()
    _give_up(moment)
    skipping = " FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""
    lease = moment + LEASE_SECONDS * 1000
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_TAKE.format(skipping=skipping), [worker, lease, moment, moment])
        taken = cursor.fetchone()
    return _job(JobRow.objects.get(pk=taken[0])) if taken else None


def beat(job: Job, progress: Mapping[str, int]) -> bool:
    """Say that a worker still lives and how far it is; whether the job is still its own."""
    return (
        _own(job).update(
            lease=_milliseconds() + LEASE_SECONDS * 1000,
            progress=json.dumps(dict(progress)),
        )
        == 1
    )


def finish(job: Job, progress: Mapping[str, int]) -> bool:
    """End a job well; whether it was still this worker's to end."""
    return (
        _own(job).update(
            state=JobState.DONE,
            progress=json.dumps(dict(progress)),
            fault_ar="",
            fault_en="",
        )
        == 1
    )


def fail(job: Job, *, ar: str, en: str) -> bool:
    """Say why an attempt failed: the job waits for the next, or waits for a person.

    Gives whether it was still this worker's.
    """
    last = job.attempt >= MOST_ATTEMPTS
    pause = FIRST_PAUSE_SECONDS * 2 ** (job.attempt - 1)
    return (
        _own(job).update(
            state=JobState.FAILED if last else JobState.WAITING,
            due=_milliseconds() + pause * 1000,
            fault_ar=ar,
            fault_en=en,
        )
        == 1
    )


def try_again(number: int) -> bool:
    """Let a job that failed be tried afresh; whether there was one of that number."""
    found = JobRow.objects.filter(pk=number, state=JobState.FAILED)
    return found.update(state=JobState.WAITING, attempt=0, due=_milliseconds()) == 1


def latest(most: int, *, kinds: Iterable[JobKind] = JobKind) -> Iterator[Job]:
    """Give the jobs of some kinds that were asked for last, newest first."""
    rows = JobRow.objects.filter(kind__in=list(kinds))
    yield from map(_job, rows.order_by("-pk")[:most])


def job(number: int) -> Job | None:
    """Give one job; None if there is none of that number."""
    row = JobRow.objects.filter(pk=number).first()
    return _job(row) if row else None


def counted(*, kinds: Iterable[JobKind] = JobKind) -> dict[JobState, int]:
    """Count the jobs of some kinds in each state."""
    found = dict.fromkeys(JobState, 0)
    asked = JobRow.objects.filter(kind__in=list(kinds))
    rows = asked.values_list("state").annotate(Count("pk"))
    return found | {JobState(state): number for state, number in rows}


def let_go() -> None:
    """Close this thread's connection: a thread that ends leaves none open."""
    connection.close()


def _give_up(moment: int) -> None:
    """Leave to a person what killed its worker each time it was tried."""
    lost = JobRow.objects.filter(
        state=JobState.RUNNING, lease__lt=moment, attempt__gte=MOST_ATTEMPTS
    )
    lost.update(
        state=JobState.FAILED,
        fault_ar="توقف العامل في كل محاولة",
        fault_en="the worker stopped at every attempt",
    )


def _own(job: Job) -> "QuerySet[JobRow]":
    return JobRow.objects.filter(
        pk=job.number,
        worker=job.worker,
        attempt=job.attempt,
        state=JobState.RUNNING,
    )


def _milliseconds() -> int:
    return int(datetime.now(UTC).timestamp() * 1000)


def _job(row: JobRow) -> Job:
    return Job(
        number=row.pk,
        kind=JobKind(row.kind),
        told=json.loads(row.told),
        by=row.by,
        at=row.at,
        state=JobState(row.state),
        attempt=row.attempt,
        worker=row.worker,
        progress=json.loads(row.progress),
        fault_ar=row.fault_ar,
        fault_en=row.fault_en,
    )
