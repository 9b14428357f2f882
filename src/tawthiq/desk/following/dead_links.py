"""Addresses that were asked for and gave nothing, and asking for them again."""

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.desk.restricting.carriers import jobs_in_sight
from tawthiq.errors import InputError
from tawthiq.model.job import Job, JobKind, JobState
from tawthiq.register.services import captures, jobs
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.working import ask_to_fetch

ASKED_LATELY = 1000
"""Jobs that are looked through for when an address was asked for last."""
UNDER_WAY = frozenset({JobState.WAITING, JobState.RUNNING})
ADDRESS = "address"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLink:
    """An address that gave nothing, why, since when, and its latest job where known."""

    address: str
    fault: InputError
    since: str
    job: Job | None

    @property
    def is_under_way(self) -> bool:
        """Whether it is being asked for again just now."""
        return self.job is not None and self.job.state in UNDER_WAY


def dead_links() -> Iterator[DeadLink]:
    """Give the addresses that gave nothing and were not received since, oldest first."""
    latest: dict[str, Job] = {}
    for job in jobs_in_sight(jobs.latest(ASKED_LATELY, kinds=(JobKind.FETCH,))):
        latest.setdefault(job.told[ADDRESS], job)
    for since, fault in captures.dead_links():
        yield DeadLink(
            address=fault.where,
            fault=fault,
            since=since,
            job=latest.get(fault.where),
        )


def ask_again(register: Register, address: str = "") -> int:
    """Ask for dead links again, with what was said of them; give how many were asked for.

    Args:
        register: the open register, in the name of who asks.
        address: one of them; all where it is empty. One that is being asked for already
            is left alone, and so is an address that is no dead link.

    Raises:
        RegisterError: the register cannot be written.
    """
    asked = [
        one
        for one in dead_links()
        if not one.is_under_way and address in {"", one.address}
    ]
    for one in asked:
        said = (
            {k: v for k, v in one.job.told.items() if k != ADDRESS} if one.job else {}
        )
        ask_to_fetch(register, one.address, said)
    return len(asked)
