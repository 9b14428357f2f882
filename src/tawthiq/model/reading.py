"""Reading: everything one report says, with the versions that read it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.model.event import EventReport
from tawthiq.model.report import Report
from tawthiq.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What made a reading: versions of the code, of the packs and of the codebook."""

    code: str
    pack: Mapping[str, str]
    codebook: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report's events and statements."""

    report: Report
    events: tuple[EventReport, ...]
    statements: tuple[Statement, ...]
    origin: Origin
