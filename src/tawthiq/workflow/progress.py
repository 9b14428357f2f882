"""How far a long work has come, for whoever watches it."""

from dataclasses import dataclass
from typing import Protocol

from tawthiq.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an ingest has come.

    ``failed`` counts the times that a reader of one's own choice could not read a
    report, which was then read without it.
    """

    files: int = 0
    captures: int = 0
    read: int = 0
    known: int = 0
    aside: int = 0
    incidents: int = 0
    failed: int = 0


class Watcher(Protocol):
    """Who watches an ingest: called with the counts, and with each item set aside."""

    def __call__(self, so_far: Progress, fault: InputError | None = None, /) -> None:
        """Hear how far it has come."""
