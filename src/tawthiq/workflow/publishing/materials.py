"""Material of checks and exports: the incidents of files, or of an open register."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.model.claim import Claim
from tawthiq.model.incident import Incident
from tawthiq.model.publication import CitedReport, Material
from tawthiq.model.reading import Reading
from tawthiq.model.reading_format import text_hash
from tawthiq.model.report import Report
from tawthiq.workflow.importing import incidents_of

Tell = Callable[[InputError], None]


def material_of_files(
    files: Iterable[Path], *, told: Mapping[str, str] | None = None, aside: Tell
) -> Material:
    """Read the incidents of files: published tables, or our own JSON lines.

    Args:
        files: read in their order.
        told: field to column, for tables whose heading does not say it.
        aside: takes each row that cannot be read, with its file and line.

    Raises:
        InputError: a file cannot be read, or is no table of incidents.
        OptionError: ``told`` names an unknown field or a missing column.
    """
    kept: list[Incident] = []
    for file in files:
        for item in incidents_of(file, told=told):
            if isinstance(item, InputError):
                aside(item)
            else:
                kept.append(item)
    return Material(incidents=tuple(kept))


def material_of_register() -> Material:
    """Give the incidents of the register that is open, with their reports and claims.

    Raises:
        RegisterError: a row of it is damaged.
    """
    # The register's rows can be imported once `opening` has started Django, not before.
    from tawthiq.register.services import incidents, reports  # noqa: PLC0415

    kept = tuple(incidents.all_incidents())
    names = sorted({report for incident in kept for report in incident.reports})
    copy_of = {r: g[0] for i in kept for g in i.copies for r in g[1:]}
    read = list(reports.readings_with_claims(names))
    return Material(
        incidents=kept,
        reports=tuple(cited(reading.report, copy_of) for reading, _ in read),
        claims=tuple(claim for one in read for claim in _spoken(*one)),
    )


def _spoken(reading: Reading, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Leave out what was proposed beside the rules: nobody has ruled on it yet."""
    own = {event.id for event in reading.spoken}
    return (claim for claim in claims if claim.event_id in own)


def cited(report: Report, copy_of: Mapping[str, str]) -> CitedReport:
    """Give a report as publications cite it, without its text."""
    return CitedReport(
        id=report.id,
        outlet=report.outlet,
        title=report.title,
        author=report.author,
        url=report.url,
        published=report.published,
        language=report.language,
        sha256=text_hash(report.text),
        copy_of=copy_of.get(report.id),
    )


def published_days(material: Material) -> dict[str, date]:
    """Give the day on which each report was published, where it is known."""
    days = ((report.id, report.published) for report in material.reports)
    return {name: day for name, day in days if day is not None}


def chosen(
    material: Material,
    *,
    since: date | None = None,
    until: date | None = None,
    grades: Iterable[str] = (),
) -> Material:
    """Keep the incidents between two days, and of some grades; all where none is told.

    The filter travels with the material in words.
    """
    wanted = set(grades)
    kept = tuple(
        incident
        for incident in material.incidents
        if (not wanted or str(incident.grade.code) in wanted)
        and _between(incident, since, until)
    )
    words = [
        f"{name} {value}"
        for name, value in (
            ("since", since),
            ("until", until),
            ("grades", " ".join(sorted(wanted))),
        )
        if value
    ]
    return Material(
        incidents=kept,
        reports=material.reports,
        claims=material.claims,
        filter=", ".join(words),
    )


def _between(incident: Incident, since: date | None, until: date | None) -> bool:
    """Whether an incident may lie between two days; without a day it may lie anywhere."""
    when = incident.date
    start = when.start if when is not None else None
    end = (when.end or when.start) if when is not None else None
    early = since is not None and end is not None and end < since
    late = until is not None and start is not None and start > until
    return not early and not late
