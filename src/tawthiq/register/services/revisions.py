"""Revisions: appended with the machine's value beside the person's, in the ledger."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F, Max

from tawthiq.errors import RegisterError
from tawthiq.model.custody import Act
from tawthiq.model.reading import Reading
from tawthiq.model.revision import ReviewState, Revision, Ruling
from tawthiq.register.models import ReadingRow, ReviewRow, RevisionRow, StandingRow
from tawthiq.register.services.digests import revision_digest
from tawthiq.register.services.ledger import Deed, append, now
from tawthiq.register.services.reports import REVIEWED, reading_of
from tawthiq.register.services.together import together


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineReading:
    """The machine's standing reading of a report, under its number.

    ``capture`` is the SHA-256 of the bytes that the report was drawn from, ``record``
    which part of them it is.
    """

    number: int
    reading: Reading
    capture: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How the review of a report stands; ``reading`` is the number of the one standing."""

    name: str
    reading: int
    state: ReviewState
    doubt: float
    total: int
    ruled: int
    by: str
    at: str


def machine_reading(name: str) -> MachineReading:
    """Give the machine's reading of a report: the one that stands, or that was revised.

    Raises:
        RegisterError: there is no such report.
    """
    standing = StandingRow.objects.select_related("reading__report").filter(name=name)
    row = standing.first()
    if row is None:
        raise RegisterError(
            ar="لا تقرير بهذا المعرف",
            en="there is no report of that id",
            where=name,
            remedy_ar="ابدأ من قائمة التقارير",
            remedy_en="start from the list of reports",
        )
    found = reading_of(row.reading)
    number = row.reading_id
    if found.origin.code.startswith(REVIEWED):
        number = int(found.origin.code.removeprefix(REVIEWED))
        found = reading_of(ReadingRow.objects.get(pk=number))
    return MachineReading(
        number=number,
        reading=found,
        capture=row.report.capture_id,
        record=row.report.record,
    )


def standing_number(name: str) -> int:
    """Give the number of a report's standing reading, the machine's or a person's."""
    return StandingRow.objects.values_list("reading_id", flat=True).get(name=name)


def revise(told: Revision) -> Revision:
    """Keep a revision; ``number`` and ``at`` of what is told are given here."""
    at = now()
    with together():
        row = RevisionRow(
            at=at,
            by=told.by,
            report=told.report,
            reading_id=told.reading,
            target=told.target,
            ruling=told.ruling,
            machine=told.machine,
            value=told.value,
            note=told.note,
            reverses_id=told.reverses,
            settles=told.settles,
        )
        row.digest = revision_digest(row)
        row.save()
        body = {
            "report": told.report,
            "target": told.target,
            "ruling": str(told.ruling),
            "digest": row.digest,
        }
        deed = Deed(act=Act.DECIDED, subject=f"revision:{row.pk}", body=body)
        append([deed], by=told.by, at=at)
    return _revision(row)


def revisions_of(name: str, reading: int) -> tuple[Revision, ...]:
    """Give every revision of a reading, oldest first, those undone among them."""
    rows = RevisionRow.objects.filter(report=name, reading_id=reading).order_by("pk")
    return tuple(map(_revision, rows))


def keep_review(review: Review) -> None:
    """Let the queue know how a review stands."""
    keep_reviews([review])


def keep_reviews(reviews: Iterable[Review]) -> None:
    """Let the queue know how these reviews stand."""
    rows = [
        ReviewRow(
            name=one.name,
            reading_id=one.reading,
            state=one.state,
            doubt=one.doubt,
            total=one.total,
            ruled=one.ruled,
            by=one.by,
            at=one.at,
        )
        for one in reviews
    ]
    changed = ["reading", "state", "doubt", "total", "ruled", "by", "at"]
    ReviewRow.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["name"], update_fields=changed
    )


def not_queued(limit: int) -> Sequence[tuple[int, Reading]]:
    """Give standing readings of the machine that the queue does not know yet.

    Readings are numbered in the order in which they are written, one writer after the
    other, and the queue takes them in that order.
    """
    known = ReviewRow.objects.aggregate(last=Max("reading_id"))["last"] or 0
    rows = (
        StandingRow.objects.select_related("reading")
        .filter(reading__gt=known)
        # A reading that a person made is queued by who made it.
        .exclude(reading__origin__contains=f'"code": "{REVIEWED}')
        .order_by("reading_id")
    )
    return [(row.reading_id, reading_of(row.reading)) for row in rows[:limit]]


def ruled_by(person: str) -> int:
    """Count the rulings of a person."""
    return RevisionRow.objects.filter(by=person).count()


def next_in_queue(after: str = "", hidden: Collection[str] = ()) -> str | None:
    """Name the report to be reviewed next, the most doubtful first; None if none waits.

    Args:
        after: a report that is passed over.
        hidden: reports that who asks may not see.
    """
    waiting = ReviewRow.objects.filter(
        state__in=(ReviewState.DRAFT, ReviewState.WAITING)
    ).exclude(name=after)
    if hidden:
        waiting = waiting.exclude(name__in=sorted(hidden))
    return (
        waiting.order_by(F("doubt").desc(), "name")
        .values_list("name", flat=True)
        .first()
    )


def _revision(row: RevisionRow) -> Revision:
    return Revision(
        number=row.pk,
        at=row.at,
        by=row.by,
        report=row.report,
        reading=row.reading_id,
        target=row.target,
        ruling=Ruling(row.ruling),
        machine=row.machine,
        value=row.value,
        note=row.note,
        reverses=row.reverses_id,
        settles=row.settles,
    )
