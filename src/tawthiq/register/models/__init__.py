"""The rows of a register; evidence is only ever added to."""

from tawthiq.register.models.catalogue import CatalogueRow
from tawthiq.register.models.custody import (
    CaptureRow,
    LedgerRow,
    ReceiptRow,
    SetAsideRow,
)
from tawthiq.register.models.decisions import DecisionRow
from tawthiq.register.models.incidents import (
    BlockRow,
    CodeRow,
    IncidentRow,
    LinkRow,
    MembershipRow,
)
from tawthiq.register.models.jobs import JobRow
from tawthiq.register.models.reports import (
    ClaimRow,
    EventRow,
    ReadingRow,
    ReportRow,
    StandingRow,
)
from tawthiq.register.models.revisions import ReviewRow, RevisionRow
from tawthiq.register.models.search import SearchRow

__all__ = [
    "BlockRow",
    "CaptureRow",
    "CatalogueRow",
    "ClaimRow",
    "CodeRow",
    "DecisionRow",
    "EventRow",
    "IncidentRow",
    "JobRow",
    "LedgerRow",
    "LinkRow",
    "MembershipRow",
    "ReadingRow",
    "ReceiptRow",
    "ReportRow",
    "ReviewRow",
    "RevisionRow",
    "SearchRow",
    "SetAsideRow",
    "StandingRow",
]
