"""Reading: everything one report says, with the versions that read it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.model.event import EventReport
from tawthiq.model.report import Report
from tawthiq.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What made a reading: versions of the code, of the packs and of the codebook.

    ``beside`` names readers of one's own choice whose proposals stand beside what the
    rules read, ``alone`` those that read in their place.
    """

    code: str
    pack: Mapping[str, str]
    codebook: str
    beside: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report's events and statements."""

    report: Report
    events: tuple[EventReport, ...]
    statements: tuple[Statement, ...]
    origin: Origin

    @property
    def spoken(self) -> tuple[EventReport, ...]:
        """Give the events that speak for the report.

        What readers of one's own choice proposed beside the rules is not among them:
        it waits for a person.
        """
        if not self.origin.beside:
            return self.events
        return tuple(event for event in self.events if event.reader is None)
