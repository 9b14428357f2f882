"""Working: what waits in a register is done, one job after the other, and once."""

import os
import socket
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import date
from secrets import token_hex
from threading import Event, Thread
from types import MappingProxyType
from typing import Protocol

from tawthiq.errors import InputError, TawthiqError
from tawthiq.model.job import Job, JobKind
from tawthiq.read.options import ReadOptions
from tawthiq.register.services import captures, jobs
from tawthiq.register.services.together import together
from tawthiq.workflow.ingest_options import IngestOptions
from tawthiq.workflow.progress import Progress, Watcher
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.recording import KeptFile, ingest, ingest_kept

BEAT_SECONDS = 5
"""How often a worker is heard of while it has a job."""
IDLE_SECONDS = 1.0
"""How long a worker waits before it looks for work again."""


class Work(Protocol):
    """What does the jobs of one kind; told twice of the same job, it does it once."""

    def __call__(
        self, register: Register, job: Job, options: IngestOptions, *, watch: Watcher
    ) -> Progress:
        """Do a job in the name of who asked for it."""


def hand_in(
    register: Register, data: bytes, *, name: str, said: Mapping[str, str]
) -> Job:
    """Keep bytes as evidence and ask for them to be read: both, or neither.

    Args:
        register: the open register.
        data: the bytes as received.
        name: what they came under, a file's name for instance; never a path here.
        said: what the person says of the reports: ``published``, ``outlet``,
            ``language``.

    Raises:
        EvidenceError: they cannot be kept.
        RegisterError: the register cannot be written.
    """
    digest = register.vault.keep(data)
    receipt = captures.Receipt(
        digest=digest, size=len(data), name=name, by=register.by, tool=register.tool
    )
    with together():
        captures.take_in(receipt)
        told = {"digest": digest, "name": name, **said}
        return jobs.ask(JobKind.READ, told, by=register.by)


def ask_to_fetch(register: Register, address: str, said: Mapping[str, str]) -> Job:
    """Ask for an address to be fetched, kept and read.

    Raises:
        RegisterError: the register cannot be written.
    """
    with together():
        told = {"address": address, **said}
        return jobs.ask(JobKind.FETCH, told, by=register.by)


def work(
    register: Register,
    options: IngestOptions,
    *,
    stopped: Callable[[], bool],
    until_idle: bool = False,
    works: Mapping[JobKind, Work] = MappingProxyType({}),
) -> int:
    """Do what waits; give how many jobs were ended.

    Args:
        register: the open register.
        options: how reports are read and whether addresses are fetched.
        stopped: asked between jobs; true ends the work.
        until_idle: end when nothing waits, instead of looking again and again.
        works: what does the jobs that are not of reading.
    """
    worker = f"{socket.gethostname()}-{os.getpid()}-{token_hex(4)}"
    ended = 0
    rest = Event()
    while not stopped():
        job = jobs.take(worker)
        if job is not None:
            ended += do(register, job, options, works={**_WORKS, **works})
        elif until_idle:
            break
        else:
            rest.wait(IDLE_SECONDS)
    return ended


def do(
    register: Register,
    job: Job,
    options: IngestOptions,
    *,
    works: Mapping[JobKind, Work],
) -> bool:
    """Do one job that was taken; whether this worker ended it well."""
    reached: dict[str, int] = {}

    def watch(so_far: Progress, _: InputError | None = None, /) -> None:
        reached.update(asdict(so_far))

    asked = replace(options, reading=_reading(job.told))
    try:
        with _heard_of(job, reached):
            works[job.kind](replace(register, by=job.by), job, asked, watch=watch)
    except TawthiqError as fault:
        jobs.fail(job, ar=fault.message("ar"), en=fault.message("en"))
        return False
    except Exception as fault:  # noqa: BLE001 - a fault of ours costs one job, not all
        traceback.print_exc()
        jobs.fail(job, ar=f"عطل في البرنامج: {fault}", en=f"a fault of ours: {fault}")
        return False
    return jobs.finish(job, reached)


def _read(
    register: Register, job: Job, options: IngestOptions, *, watch: Watcher
) -> Progress:
    kept = KeptFile(digest=job.told["digest"], name=job.told["name"])
    return ingest_kept(register, kept, options, watch=watch)


def _fetch(
    register: Register, job: Job, options: IngestOptions, *, watch: Watcher
) -> Progress:
    return ingest(register, [job.told["address"]], options, watch=watch)


_WORKS: Mapping[JobKind, Work] = {JobKind.READ: _read, JobKind.FETCH: _fetch}


def _reading(told: Mapping[str, str]) -> ReadOptions:
    day = told.get("published")
    return ReadOptions(
        published=date.fromisoformat(day) if day else None,
        outlet=told.get("outlet") or None,
        language=told.get("language") or None,
    )


@contextmanager
def _heard_of(job: Job, reached: Mapping[str, int]) -> Iterator[None]:
    """Renew the lease from a thread of its own, as long as the work goes on."""
    over = Event()

    def beat() -> None:
        try:
            while not over.wait(BEAT_SECONDS):
                if not jobs.beat(job, dict(reached)):
                    return
        finally:
            jobs.let_go()

    thread = Thread(target=beat, name=f"job-{job.number}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
