"""Recomputes what the register keeps; names every row that differs."""

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.model.custody import Act, digest_of
from tawthiq.model.reading_format import text_hash
from tawthiq.register.models import (
    ClaimRow,
    DecisionRow,
    ReadingRow,
    ReportRow,
    RevisionRow,
)
from tawthiq.register.services.digests import (
    claim_digest,
    decision_digest,
    report_digest,
    revision_digest,
)
from tawthiq.register.services.ledger import chain_faults, entries

PAGE = 1_000
"""Rows taken from the database at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFault:
    """A row that is not what was recorded: which table, which row, in what way.

    ``kind`` is ``altered`` (the row differs from its own digest), ``unrecorded`` (the
    ledger knows nothing of it), ``missing`` (the ledger knows a row that is not there),
    ``unchained`` (an entry of the ledger), or ``misquoted``.
    """

    table: str
    row: str
    kind: str


def row_faults() -> Iterator[RowFault]:
    """Recompute every digest of the register, and the chain over them."""
    for fault in chain_faults():
        yield RowFault(table="ledger", row=str(fault.number), kind=fault.kind)
    yield from _reports()
    yield from _readings()
    yield from _decisions()
    yield from _revisions()


def _reports() -> Iterator[RowFault]:
    told = {e.subject: e.body.get("digest") for e in entries(act=Act.DERIVED)}
    for row in ReportRow.objects.order_by("pk").iterator(PAGE):
        name = f"report:{row.name}:{row.revision}"
        whole = (
            text_hash(row.text) == row.text_digest and report_digest(row) == row.digest
        )
        yield from _judge("report", name, row.digest, told=told, whole=whole)
    yield from (RowFault(table="report", row=name, kind="missing") for name in told)


def _readings() -> Iterator[RowFault]:
    told = {e.subject: e.body for e in entries(act=Act.READ)}
    for row in ReadingRow.objects.order_by("pk").iterator(PAGE):
        name = f"reading:{row.pk}"
        body = told.pop(name, None)
        if text_hash(row.content) != row.digest:
            yield RowFault(table="reading", row=name, kind="altered")
        elif body is None or body["digest"] != row.digest:
            yield RowFault(table="reading", row=name, kind="unrecorded")
        yield from _claims(row, body.get("claims_digest") if body else None)
    yield from (RowFault(table="reading", row=name, kind="missing") for name in told)


def _claims(reading: ReadingRow, told: object) -> Iterator[RowFault]:
    rows = list(ClaimRow.objects.filter(reading=reading).order_by("pk"))
    text = reading.report.text
    altered = False
    for row in rows:
        if claim_digest(row) != row.digest:
            altered = True
            yield RowFault(table="claim", row=f"{row.pk}:{row.claim}", kind="altered")
        elif row.start is not None and text[row.start : row.end] != row.quote:
            yield RowFault(table="claim", row=f"{row.pk}:{row.claim}", kind="misquoted")
    if told is not None and not altered and digest_of([r.digest for r in rows]) != told:
        yield RowFault(table="claim", row=f"reading:{reading.pk}", kind="unrecorded")


def _decisions() -> Iterator[RowFault]:
    told = _decided("decision:")
    for row in DecisionRow.objects.order_by("pk").iterator(PAGE):
        name = f"decision:{row.pk}"
        whole = decision_digest(row) == row.digest
        yield from _judge("decision", name, row.digest, told=told, whole=whole)
    yield from (RowFault(table="decision", row=name, kind="missing") for name in told)


def _revisions() -> Iterator[RowFault]:
    told = _decided("revision:")
    for row in RevisionRow.objects.order_by("pk").iterator(PAGE):
        name = f"revision:{row.pk}"
        whole = revision_digest(row) == row.digest
        yield from _judge("revision", name, row.digest, told=told, whole=whole)
    yield from (RowFault(table="revision", row=name, kind="missing") for name in told)


def _decided(kind: str) -> dict[str, object]:
    return {
        e.subject: e.body.get("digest")
        for e in entries(act=Act.DECIDED)
        if e.subject.startswith(kind)
    }


def _judge(
    table: str, name: str, digest: str, *, told: dict[str, object], whole: bool
) -> Iterator[RowFault]:
    recorded = told.pop(name, None)
    if not whole:
        yield RowFault(table=table, row=name, kind="altered")
    elif recorded != digest:
        yield RowFault(table=table, row=name, kind="unrecorded")
