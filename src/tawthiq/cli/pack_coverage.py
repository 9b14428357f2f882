"""``tawthiq pack coverage``: which rules and words of a pack earn their place."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path

import typer

from tawthiq.cli.settings import settings_of
from tawthiq.workflow.packs.coverage import Coverage, Earned, Verdict
from tawthiq.workflow.packs.coverage import coverage as coverage_of

SAYS = {
    Verdict.HARMS: ("خطؤه أكثر من صوابه", "more wrong than right"),
    Verdict.SILENT: ("لم يصب شيئا", "met nothing"),
    Verdict.UNUSED: ("قرأ ولم تُستعمل قراءته", "read, never used"),
    Verdict.EARNS: ("يستحق مكانه", "earns its place"),
}
HEADS = (
    ("إصابات", "مستعمل", "صواب", "خطأ"),
    ("hits", "used", "right", "wrong"),
)
CELL = 8


class Format(StrEnum):
    """How coverage is printed."""

    TABLE = "table"
    JSON = "json"


def coverage(
    name: str = typer.Argument(..., help="الحزمة · The pack: ar, en"),
    *,
    reports: Path | None = typer.Option(  # noqa: B008
        None,
        help="تقارير تُقرأ؛ وإلا فأمثلة الحزمة · Reports to read; else the pack's own"
        " examples.",
    ),
    gold: Path | None = typer.Option(  # noqa: B008
        None,
        help="ما شرحه الناس منها، JSONL · What people marked in them, JSON lines.",
    ),
    most: int = typer.Option(
        40, min=0, help="أكثر ما يُطبع من الكلمات · Words that are printed at most."
    ),
    form: Format = typer.Option(  # noqa: B008
        Format.TABLE, "--format", help="شكل الخرج · The form of the output."
    ),
) -> None:
    """أي القواعد والكلمات يستحق مكانه · Which rules and words earn their place."""
    settings = settings_of()
    found = coverage_of(name, home=settings.home, reports=reports, gold=gold)
    if form is Format.JSON:
        typer.echo(json.dumps(_plain(found), ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(_table(found, settings.ui, most=most)))


def _plain(found: Coverage) -> dict[str, object]:
    return {
        **asdict(found),
        "rules": [_told(e) for e in found.rules],
        "words": [_told(e) for e in found.words],
    }


def _told(earned: Earned) -> dict[str, object]:
    return {**asdict(earned), "verdict": str(earned.verdict)}


def _table(found: Coverage, ui: str, *, most: int) -> Iterator[str]:
    arabic = ui == "ar"
    yield (
        f"تقارير {found.reports} · منها مشروحة {found.marked}"
        if arabic
        else f"reports {found.reports} · of them marked {found.marked}"
    )
    yield from _part("القواعد" if arabic else "Rules", found.rules, arabic=arabic)
    title = (
        f"الكلمات ({len(found.words)} وردت)"
        if arabic
        else f"Words ({len(found.words)} met)"
    )
    yield from _part(title, found.words[:most], arabic=arabic)
    yield ""
    yield "صفوف لم ترد:" if arabic else "Rows never met:"
    for sheet, silent in sorted(found.silent_words.items(), key=lambda p: -p[1]):
        yield f"  {sheet}.csv  {silent} / {found.sizes[sheet]}"


def _part(title: str, rows: Sequence[Earned], *, arabic: bool) -> Iterator[str]:
    yield ""
    yield title
    yield "".join(f"{head:>{CELL}}" for head in HEADS[0 if arabic else 1])
    shown = None
    for row in rows:
        if row.verdict is not shown:
            shown = row.verdict
            yield f"— {SAYS[shown][0 if arabic else 1]}"
        numbers = (row.hits, row.used, row.rights, row.wrongs)
        place = f"{row.file}:{row.line}" if row.file else ""
        yield "".join(f"{n:>{CELL}}" for n in numbers) + f"  {row.name}  {place}"
