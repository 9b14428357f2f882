"""What a row's digest is taken of: every field that says something."""

from tawthiq.model.custody import digest_of
from tawthiq.register.models import ClaimRow, DecisionRow, ReportRow, RevisionRow


def report_digest(row: ReportRow) -> str:
    """Give the SHA-256 of what a report row says, its text by its own digest."""
    return digest_of(
        [
            row.name,
            row.revision,
            row.capture_id,
            row.record,
            row.language,
            row.title,
            row.outlet,
            row.author,
            row.url,
            row.published.isoformat() if row.published else None,
            str(row.published_basis) if row.published_basis else None,
            row.text_digest,
        ]
    )


def claim_digest(row: ClaimRow) -> str:
    """Give the SHA-256 of what a claim row says."""
    return digest_of(
        [
            row.claim,
            row.event,
            str(row.attribute),
            row.value,
            row.stance,
            row.start,
            row.end,
            row.quote,
            row.claimants,
            row.rule,
            row.part_of,
        ]
    )


def decision_digest(row: DecisionRow) -> str:
    """Give the SHA-256 of what a decision row says."""
    return digest_of(
        [
            row.at,
            row.by,
            row.verdict,
            row.targets,
            row.value,
            row.reason,
            row.reverses_id,
        ]
    )


def revision_digest(row: RevisionRow) -> str:
    """Give the SHA-256 of what a revision row says."""
    return digest_of(
        [
            row.at,
            row.by,
            row.report,
            row.reading_id,
            row.target,
            str(row.ruling),
            row.machine,
            row.value,
            row.note,
            row.reverses_id,
            row.settles,
        ]
    )
