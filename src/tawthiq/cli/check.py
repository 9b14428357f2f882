"""``tawthiq check``: what cannot be right in incidents, and what seldom is."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import typer

from tawthiq.cli.settings import settings_of
from tawthiq.cli.sources import Source, day
from tawthiq.model.finding import Finding, Severity
from tawthiq.workflow.checking import area_of, check, units_for
from tawthiq.workflow.publishing.materials import published_days

app = typer.Typer(pretty_exceptions_enable=False)
SHOWN = 5
"""Incidents that one line names; the rest are counted."""


class Form(StrEnum):
    """How findings are printed."""

    LINES = "lines"
    JSONL = "jsonl"


@app.command("check")
def check_(  # noqa: PLR0913 - typer makes an option of each
    sources: list[Path] = typer.Argument(  # noqa: B008
        ..., help="سجل أو ملفات وقائع · A register, or files of incidents."
    ),
    *,
    map_: list[str] = typer.Option(  # noqa: B008
        [], "--map", help="حقل=عمود · field=column", metavar="FIELD=COLUMN"
    ),
    country: list[str] = typer.Option(  # noqa: B008
        [], "--country", help="بلد المحافظات مثل SY · Whose governorates, as SY."
    ),
    area: str = typer.Option(
        "", help="منطقة المشروع: جنوب،غرب،شمال،شرق · The area: south,west,north,east."
    ),
    as_of: str = typer.Option(
        "",
        help="اليوم الذي يُقاس إليه، واليوم بالأصل · The day to check against; today.",
    ),
    impossible: bool = typer.Option(
        False,  # noqa: FBT003
        "--impossible",
        help="المستحيل وحده · The impossible alone.",
    ),
    form: Form = typer.Option(  # noqa: B008
        Form.LINES, "--format", help="شكل الخرج · The form of the output."
    ),
) -> None:
    """دقّق الوقائع: المستحيل والمستبعد · Find impossible and unlikely records."""
    settings = settings_of()
    bounds = area_of(area)
    source = Source(sources, map_, settings.ui)
    material = source.material()
    found = check(
        material.incidents,
        units=units_for(material.incidents, settings.home, country),
        published=published_days(material),
        area=bounds,
        today=day(as_of, "--as-of") or datetime.now(UTC).date(),
    )
    if impossible:
        found = tuple(f for f in found if f.severity is Severity.IMPOSSIBLE)
    _print(found, form, settings.ui)
    _sum_up(found, len(material.incidents), settings.ui)
    if source.aside or any(f.severity is Severity.IMPOSSIBLE for f in found):
        raise typer.Exit(1)


def _print(found: Sequence[Finding], form: Form, ui: str) -> None:
    for finding in found:
        if form is Form.JSONL:
            typer.echo(json.dumps(asdict(finding), ensure_ascii=False))
        else:
            more = len(finding.codes) - SHOWN
            tail = f" +{more}" if more > 0 else ""
            codes = ", ".join(finding.codes[:SHOWN])
            typer.echo(f"{codes}{tail}: {finding.message(ui)} [{finding.rule}]")


def _sum_up(found: Sequence[Finding], incidents: int, ui: str) -> None:
    """Say on standard error how many were found, by severity and rule."""
    severities = Counter(finding.severity for finding in found)
    wrong, odd = severities[Severity.IMPOSSIBLE], severities[Severity.UNLIKELY]
    typer.echo(
        f"الوقائع: {incidents:,} · المستحيل: {wrong:,} · المستبعد: {odd:,}"
        if ui == "ar"
        else f"{incidents:,} incidents: {wrong:,} impossible, {odd:,} unlikely",
        err=True,
    )
    for rule, count in Counter(finding.rule for finding in found).most_common():
        typer.echo(f"  {rule} {count:,}", err=True)
