"""What carries a hidden report: its capture, the jobs that read it, what fell beside it.

A file's name can say as much as the report in it, and one file may hold many reports:
so whoever may not see one of them sees nothing of the file.
"""

from collections.abc import Iterable, Iterator

from tawthiq.desk.restricting import sight
from tawthiq.model.job import Job
from tawthiq.register.models import ReceiptRow, ReportRow


def hidden_captures() -> frozenset[str]:
    """Give the digests of the captures that hold a report hidden from who asks."""
    hidden = sight.current().reports
    if not hidden:
        return frozenset()
    rows = ReportRow.objects.filter(name__in=sorted(hidden))
    return frozenset(rows.values_list("capture", flat=True))


def jobs_in_sight(jobs: Iterable[Job]) -> Iterator[Job]:
    """Leave out the jobs that handed in, or fetched, what is hidden from who asks."""
    captures = hidden_captures()
    if not captures:
        yield from jobs
        return
    receipts = ReceiptRow.objects.filter(capture__in=sorted(captures))
    names = set(receipts.values_list("name", flat=True))
    for job in jobs:
        told = job.told
        if told.get("digest") not in captures and told.get("address") not in names:
            yield job
