"""``tawthiq search``: words, and what of a register holds them."""

import json
import sys
from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from tawthiq.cli.options_told import language_of
from tawthiq.cli.registers import ARGUMENT, opened
from tawthiq.cli.settings import settings_of
from tawthiq.cli.sources import day
from tawthiq.model.record import to_plain
from tawthiq.model.search import Bounds, Found, Hit, SearchKind

app = typer.Typer(pretty_exceptions_enable=False)

KINDS = {
    SearchKind.INCIDENT: ("الوقائع", "Incidents"),
    SearchKind.REPORT: ("التقارير", "Reports"),
    SearchKind.CLAIM: ("الادعاءات", "Claims"),
    SearchKind.VICTIM: ("الضحايا", "Victims"),
}


@app.command()
def search(  # noqa: PLR0913 - typer makes an option of each
    register: Path = ARGUMENT,
    words: list[str] = typer.Argument(  # noqa: B008
        None, help='كلمات، و«عبارات»، وأو، وليس · Words, "phrases", OR, NOT, begun*.'
    ),
    *,
    kind: list[SearchKind] = typer.Option(  # noqa: B008
        [], help="فيم يُبحث، يُكرر · In what; may be given again."
    ),
    since: str = typer.Option("", help="من يوم YYYY-MM-DD · From this day."),
    until: str = typer.Option("", help="إلى يوم YYYY-MM-DD · To this day."),
    most: int = typer.Option(10, min=1, max=1000, help="كم يُعرض · How many are shown."),
    as_json: bool = typer.Option(
        False,  # noqa: FBT003
        "--json",
        help="سطر JSON لكل نتيجة · A line of JSON for each hit.",
    ),
    rebuild: bool = typer.Option(
        False,  # noqa: FBT003
        "--rebuild",
        help="اصنع الفهرس من جديد أولاً · Make the index anew first.",
    ),
) -> None:
    """ابحث في السجل · Search a register: reports, claims, incidents, victims."""
    ui = language_of("", settings_of().ui)
    bounds = Bounds(since=day(since, "--since"), until=day(until, "--until"))
    opened(register)
    from tawthiq.workflow.registers import searching  # noqa: PLC0415 - after Django

    if rebuild:
        number = searching.rebuild()
        told = f"في الفهرس: {number:,}" if ui == "ar" else f"indexed: {number:,}"
        typer.echo(told, err=True)
    query = " ".join(words or ())
    page = searching.Page(size=most)
    for one in kind or KINDS:
        found = searching.search(query, one, bounds=bounds, page=page)
        if as_json:
            for hit in found.hits:
                typer.echo(json.dumps(to_plain(hit), ensure_ascii=False))
        elif found.hits:
            _print(one, found, ui)


def _print(kind: SearchKind, found: Found, ui: str) -> None:
    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    more = "+" if found.more else ""
    heading = KINDS[kind][0 if ui == "ar" else 1]
    console.print(Text(f"{heading} ({found.total:,}{more})", style="bold"))
    for hit in found.hits:
        _print_hit(console, hit)


def _print_hit(console: Console, hit: Hit) -> None:
    shown = hit.day.isoformat() if hit.day is not None else "—"
    console.print(Text(f"  {shown}  {hit.title}  "), Text(hit.reference, style="dim"))
    for passage in hit.passages:
        line = Text("      " + passage.text)
        for start, end in passage.marks:
            at = 6 - passage.start
            line.stylize("reverse", start + at, end + at)
        console.print(line)
