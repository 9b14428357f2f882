"""``tawthiq stats``: what a register amounts to, in numbers and in pictures."""

from enum import StrEnum
from pathlib import Path

import typer

from tawthiq.cli.options_told import language_of
from tawthiq.cli.registers import ARGUMENT, opened
from tawthiq.cli.settings import settings_of
from tawthiq.model.statistics import Slice, Statistics, Toll, statistics_of


class Picture(StrEnum):
    """The form of the pictures."""

    PNG = "png"
    SVG = "svg"


app = typer.Typer(pretty_exceptions_enable=False)

HEADS = {
    "ar": ("", "وقائع", "قتلى", "جرحى"),
    "en": ("", "Incidents", "Killed", "Injured"),
}
PARTS = {
    "months": ("الأشهر", "Months", ""),
    "actors": ("الجهات المنسوب إليها", "Actors alleged", "actors"),
    "types": ("الأنواع", "Types", "event_types"),
    "grades": ("الدرجات", "Grades", "grades"),
}
"""Each part of the statistics: its heading in both languages, its codebook table."""


@app.command()
def stats(
    register: Path = ARGUMENT,
    *,
    plots: Path | None = typer.Option(  # noqa: B008
        None, help="مجلد للرسوم · A folder for the pictures."
    ),
    form: Picture = typer.Option(  # noqa: B008
        Picture.PNG, "--format", help="صيغة الرسوم · The form of the pictures."
    ),
    ui: str = typer.Option("", help="لغة العرض: ar أو en · The language of labels."),
) -> None:
    """أحص ما في السجل · Count what the register holds."""
    language = language_of(ui, settings_of().ui)
    opened(register)
    from tawthiq.workflow.registers.viewing import all_incidents  # noqa: PLC0415 - after Django

    counted = statistics_of(all_incidents())
    _print(counted, language)
    if plots is not None:
        from tawthiq.cli.cards.plots import draw  # noqa: PLC0415 - matplotlib is slow to load

        for path in draw(counted, plots, form=form, language=language):
            typer.echo(str(path))


def _print(counted: Statistics, language: str) -> None:
    from rich.console import Console  # noqa: PLC0415 - takes a tenth of a second
    from rich.table import Table  # noqa: PLC0415

    from tawthiq.lang.codebook import load_codebook  # noqa: PLC0415

    book = load_codebook()
    table = Table(box=None, pad_edge=False)
    for head in HEADS[language]:
        table.add_column(head)
    table.add_row(*_cells("المجموع" if language == "ar" else "All", counted.whole))
    for part, (ar, en, sheet) in PARTS.items():
        table.add_section()
        table.add_row(ar if language == "ar" else en)
        for one in getattr(counted, part):
            name = book.word(sheet, one.name, language) if sheet else one.name
            table.add_row(*_cells(f"  {name}", one))
    Console(highlight=False).print(table)


def _cells(name: str, one: Slice) -> tuple[str, str, str, str]:
    return name, str(one.incidents), _toll(one.killed), _toll(one.injured)


def _toll(toll: Toll) -> str:
    """Write a toll: the range, ``+`` where it is open, how many give no number."""
    told = str(toll.low) if toll.low == toll.high else f"{toll.low}–{toll.high}"  # noqa: RUF001
    told += "+" if toll.open_ended else ""
    return f"{told} (؟ {toll.unknown})" if toll.unknown else told
