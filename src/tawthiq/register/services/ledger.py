"""The custody ledger: appended in the transaction of what it records."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection, transaction

from tawthiq.model.custody import (
    NO_HASH,
    Act,
    Body,
    CustodyEntry,
    canonical,
    entry_hash,
)
from tawthiq.register.models import LedgerRow
from tawthiq.register.services.together import together

PAGE = 5_000
"""Entries taken from the database at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is to be recorded: an act on a subject, and what it says."""

    act: Act
    subject: str
    body: Body


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainFault:
    """An entry whose hash, number or forerunner is not what it must be."""

    number: int
    kind: str


def now() -> str:
    """Give the time, UTC, as the register writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def append(
    deeds: Sequence[Deed], *, by: str, at: str | None = None
) -> list[CustodyEntry]:
    """Add entries to the end of the chain.

    Must be called in the transaction that writes what they record, so that neither
    stands without the other.
    """
    if not connection.in_atomic_block:
        msg = "the ledger is written in the transaction of what it records"
        raise transaction.TransactionManagementError(msg)
    last = LedgerRow.objects.order_by("-number").first()
    number, previous = (last.number, last.hash) if last else (0, NO_HASH)
    at = at or now()
    rows: list[LedgerRow] = []
    for deed in deeds:
        number += 1
        told = canonical(deed.body)
        digest = entry_hash(
            number=number,
            at=at,
            by=by,
            act=deed.act,
            subject=deed.subject,
            body=told,
            previous=previous,
        )
        rows.append(
            LedgerRow(
                number=number,
                at=at,
                by=by,
                act=deed.act,
                subject=deed.subject,
                body=told,
                previous=previous,
                hash=digest,
            )
        )
        previous = digest
    LedgerRow.add_all(rows)
    return [_entry(row) for row in rows]


def record(deed: Deed, *, by: str) -> CustodyEntry:
    """Add one entry that stands by itself, in a transaction of its own."""
    with together():
        return append([deed], by=by)[0]


def entries(*, after: int = 0, act: Act | None = None) -> Iterator[CustodyEntry]:
    """Give the entries in their order, a page at a time."""
    while True:
        found = LedgerRow.objects.filter(number__gt=after)
        if act is not None:
            found = found.filter(act=act)
        page = list(found.order_by("number")[:PAGE])
        yield from map(_entry, page)
        if len(page) < PAGE:
            return
        after = page[-1].number


def head() -> CustodyEntry | None:
    """Give the last entry; None before the first."""
    row = LedgerRow.objects.order_by("-number").first()
    return _entry(row) if row else None


def chain_faults() -> Iterator[ChainFault]:
    """Recompute the chain; name every entry that does not fit."""
    expected, previous = 1, NO_HASH
    for row in LedgerRow.objects.order_by("number").iterator(PAGE):
        if row.number != expected:
            yield ChainFault(number=expected, kind="missing")
        if row.previous != previous:
            yield ChainFault(number=row.number, kind="unchained")
        if row.hash != _recomputed(row):
            yield ChainFault(number=row.number, kind="altered")
        expected, previous = row.number + 1, row.hash


def _recomputed(row: LedgerRow) -> str:
    return entry_hash(
        number=row.number,
        at=row.at,
        by=row.by,
        act=row.act,
        subject=row.subject,
        body=row.body,
        previous=row.previous,
    )


def _entry(row: LedgerRow) -> CustodyEntry:
    return CustodyEntry(
        number=row.number,
        at=row.at,
        by=row.by,
        act=Act(row.act),
        subject=row.subject,
        body=json.loads(row.body),
        previous=row.previous,
        hash=row.hash,
    )
