"""Job: work that waits to be done, by whoever is there, and is done once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class JobKind(StrEnum):
    """What a job does."""

    READ = "read"
    """Read a capture that is kept already."""
    FETCH = "fetch"
    """Fetch an address, keep what it gives, and read it."""
    PUBLISH = "publish"
    """Look at what a wish to publish would show, or publish what two agreed on."""


READING = (JobKind.READ, JobKind.FETCH)
"""Jobs that bring reports in."""


class JobState(StrEnum):
    """How far a job is; a worker that is gone leaves its job RUNNING past its lease."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    """Tried as often as is allowed: a person must look at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job, as it stands.

    ``told`` says what to do (a digest, a name, an address); ``progress`` are its own
    counts. ``attempt`` and ``worker`` are the fence: only who holds both may end it.
    ``at`` is the time it was asked for, ISO 8601 in UTC. ``fault_ar`` and ``fault_en``
    say why the last attempt did not end well.
    """

    number: int
    kind: JobKind
    told: Mapping[str, str]
    by: str
    at: str
    state: JobState
    attempt: int = 0
    worker: str = ""
    progress: Mapping[str, int] = field(default_factory=dict)
    fault_ar: str = ""
    fault_en: str = ""
