"""Reports and their readings: what is new is added, what stood before is superseded."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from django.db.models import Q

from tawthiq.errors import RegisterError
from tawthiq.model.claim import Attribute, Claim, Claimant
from tawthiq.model.custody import Act, digest_of
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.reading_format import text_hash
from tawthiq.model.record import from_plain, to_plain
from tawthiq.model.report import Report
from tawthiq.model.span import Span
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.register.models import ClaimRow, ReadingRow, ReportRow, StandingRow
from tawthiq.register.services.digests import claim_digest, report_digest
from tawthiq.register.services.ledger import Deed, append, now
from tawthiq.register.services.many_rows import add_rows
from tawthiq.register.services.together import together

REVIEWED = "reviewed:"
"""Begins the code version of a reading that people went through; the number of the
machine's reading follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A report derived from a capture; ``record`` says which part of it (``line 12``)."""

    report: Report
    capture: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A reading with the claims drawn from it, and where its report came from."""

    derived: Derived
    reading: Reading
    claims: tuple[Claim, ...]


def known(reports: Iterable[Report], *, origin: str) -> set[str]:
    """Name those reports that stand with this very text, read by this very version."""
    asked = {report.id: report for report in reports}
    rows = StandingRow.objects.filter(name__in=asked).select_related("report")
    # What people went through stands, whichever version reads the same text again.
    reviewed = Q(reading__origin__contains=f'"code": "{REVIEWED}')
    by_origin = rows.filter(Q(reading__origin=origin) | reviewed)
    return {row.name for row in by_origin if _says_no_more(asked[row.name], row.report)}


def _says_no_more(report: Report, row: ReportRow) -> bool:
    """Whether a report says nothing that the row does not say already.

    What the user did not say this time is no correction of what was said before; a day
    that is given corrects one that was inferred, not the other way round.
    """
    if text_hash(report.text) != row.text_digest:
        return False
    given = PublishedBasis.GIVEN
    if report.published_basis == given or row.published_basis != given:
        days = (report.published, row.published)
    else:
        days = (None, row.published)
    pairs = (
        (report.title, row.title),
        (report.outlet, row.outlet),
        (report.author, row.author),
        (report.url, row.url),
        days,
    )
    return all(new is None or new == old for new, old in pairs)


def add_readings(drawn: Sequence[Drawn], *, by: str) -> None:
    """Add readings with their reports and claims, all or none.

    A report that says something else than before gets another revision; a reading by
    another version supersedes the one before. Both stay.
    """
    at = now()
    with together():
        found = _report_rows([one.derived for one in drawn])
        ReportRow.add_numbered([row for row, is_new in found if is_new])
        rows = [
            _reading_row(d, row, at=at)
            for d, (row, _) in zip(drawn, found, strict=True)
        ]
        ReadingRow.add_numbered(rows)
        deeds: list[Deed] = []
        claims: list[ClaimRow] = []
        for one, (report, is_new), row in zip(drawn, found, rows, strict=True):
            if is_new:
                deeds.append(_derivation(one.derived, report))
            drawn_from = [_claim_row(claim, row) for claim in one.claims]
            deeds.append(_read(row, drawn_from))
            claims += drawn_from
        add_rows(ClaimRow, _CLAIM, map(attrgetter(*_CLAIM), claims))
        _let_stand(rows)
        append(deeds, by=by, at=at)


_CLAIM = tuple(f.attname for f in ClaimRow._meta.concrete_fields if not f.primary_key)  # noqa: SLF001


def _let_stand(rows: Iterable[ReadingRow]) -> None:
    """Let these readings be the standing ones of their reports."""
    standing = {
        row.report.name: StandingRow(
            name=row.report.name, report=row.report, reading=row, linked=False
        )
        for row in rows
    }
    StandingRow.objects.bulk_create(
        standing.values(),
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["report", "reading", "linked"],
    )


def readings(names: Iterable[str] | None = None) -> Iterator[Reading]:
    """Give the standing readings, of these reports or of all, in the order of names."""
    rows = StandingRow.objects.select_related("reading").order_by("name")
    if names is not None:
        rows = rows.filter(name__in=list(names))
    for row in rows.iterator(500):
        yield reading_of(row.reading)


def readings_with_claims(
    names: Iterable[str],
) -> Iterator[tuple[Reading, tuple[Claim, ...]]]:
    """Give the standing readings of reports, each with its claims as they are kept."""
    rows = StandingRow.objects.select_related("reading").filter(name__in=list(names))
    for row in rows.order_by("name"):
        kept = ClaimRow.objects.filter(reading=row.reading).order_by("pk")
        yield reading_of(row.reading), tuple(_claim(c, row.name) for c in kept)


def _claim(row: ClaimRow, report: str) -> Claim:
    span = None
    if row.start is not None and row.end is not None and row.quote is not None:
        span = Span(start=row.start, end=row.end, quote=row.quote)
    return Claim(
        id=row.claim,
        report_id=report,
        event_id=row.event,
        attribute=Attribute(row.attribute),
        value=tuple((str(k), v) for k, v in json.loads(row.value)),
        stance=row.stance,
        span=span,
        claimants=tuple(from_plain(Claimant, c) for c in json.loads(row.claimants)),
        rule=row.rule,
        part_of=row.part_of,
    )


def reading_of(row: ReadingRow) -> Reading:
    """Give the reading that a row keeps.

    Raises:
        RegisterError: the row does not hold a reading any more.
    """
    try:
        return from_plain(Reading, json.loads(row.content))
    except (ValueError, TypeError, AttributeError) as fault:
        raise RegisterError(
            ar=f"القراءة {row.pk} تالفة",
            en=f"reading {row.pk} is damaged",
            where="reading",
            remedy_ar="شغل tawthiq verify ثم استعد من نسخة احتياطية",
            remedy_en="run tawthiq verify, then restore from a backup",
        ) from fault


def origin_text(origin: Origin) -> str:
    """Give the versions that made a reading as one line of JSON."""
    return json.dumps(to_plain(origin), ensure_ascii=False, sort_keys=True)


def _report_rows(derived: Sequence[Derived]) -> list[tuple[ReportRow, bool]]:
    """Give for each report its last revision if it says no more, or a new one."""
    names = {one.report.id for one in derived}
    rows = ReportRow.objects.filter(name__in=names).order_by("revision")
    last = {row.name: row for row in rows}
    found = []
    for one in derived:
        before = last.get(one.report.id)
        row = _report_row(one, before)
        last[row.name] = row
        found.append((row, row is not before))
    return found


def _report_row(derived: Derived, last: ReportRow | None) -> ReportRow:
    report = derived.report
    if last is not None and _says_no_more(report, last):
        return last
    row = ReportRow(
        name=report.id,
        revision=last.revision + 1 if last else 1,
        capture_id=derived.capture,
        record=derived.record,
        language=report.language,
        title=report.title,
        outlet=report.outlet,
        author=report.author,
        url=report.url,
        published=report.published,
        published_basis=report.published_basis,
        text=report.text,
        text_digest=text_hash(report.text),
    )
    row.digest = report_digest(row)
    return row


def _derivation(derived: Derived, row: ReportRow) -> Deed:
    return Deed(
        act=Act.DERIVED,
        subject=f"report:{row.name}:{row.revision}",
        body={
            "capture": derived.capture,
            "record": derived.record,
            "text_sha256": row.text_digest,
            "digest": row.digest,
        },
    )


def _reading_row(drawn: Drawn, report: ReportRow, *, at: str) -> ReadingRow:
    content = json.dumps(to_plain(drawn.reading), ensure_ascii=False)
    return ReadingRow(
        report=report,
        at=at,
        origin=origin_text(drawn.reading.origin),
        content=content,
        digest=text_hash(content),
    )


def _read(row: ReadingRow, claims: Sequence[ClaimRow]) -> Deed:
    return Deed(
        act=Act.READ,
        subject=f"reading:{row.pk}",
        body={
            "report": row.report.name,
            "revision": row.report.revision,
            "by": json.loads(row.origin),
            "digest": row.digest,
            "claims": len(claims),
            "claims_digest": digest_of([claim.digest for claim in claims]),
        },
    )


def _claim_row(claim: Claim, reading: ReadingRow) -> ClaimRow:
    span = claim.span
    row = ClaimRow(
        reading=reading,
        claim=claim.id,
        event=claim.event_id,
        attribute=claim.attribute,
        value=json.dumps(to_plain(claim.value), ensure_ascii=False),
        stance=claim.stance,
        start=span.start if span else None,
        end=span.end if span else None,
        quote=span.quote if span else None,
        claimants=json.dumps(to_plain(claim.claimants), ensure_ascii=False),
        rule=claim.rule,
        part_of=claim.part_of,
    )
    row.digest = claim_digest(row)
    return row
