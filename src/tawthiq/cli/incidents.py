"""``tawthiq incidents``: what the reports of a register amount to, and rulings on it."""

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from tawthiq.cli.options_told import language_of
from tawthiq.cli.registers import ARGUMENT, opened
from tawthiq.cli.settings import settings_of
from tawthiq.model.incident import Incident
from tawthiq.model.incident_format import incident_to_dict


class Format(StrEnum):
    """How incidents are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class ListedByDefault(TyperGroup):
    """A group whose first word may be a register: then its incidents are listed."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """Read ``incidents REGISTER`` as ``incidents list REGISTER``."""
        if args and args[0] not in self.commands:
            args = ["list", *args]
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=ListedByDefault,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="وقائع السجل، ودمجها وفصلها · The incidents of a register; merge and split them.",
)

REASON = typer.Option(..., "--reason", help="السبب · Why, in words.")
NAME = typer.Argument(..., help="رمز الواقعة أو معرفها · The incident's code or id.")


@app.command("list", context_settings={"ignore_unknown_options": False})
def listing(
    register: Path = ARGUMENT,
    *,
    form: Format = typer.Option(  # noqa: B008
        Format.TABLE, "--format", help="شكل الخرج · The form of the output."
    ),
    ui: str = typer.Option("", help="لغة العرض: ar أو en · The language of labels."),
) -> None:
    """اعرض الوقائع · List the incidents."""
    language = language_of(ui, settings_of().ui)
    opened(register)
    from tawthiq.workflow.registers.viewing import all_incidents  # noqa: PLC0415 - after Django

    _print(all_incidents(), form, language)


@app.command()
def merge(
    register: Path = ARGUMENT,
    names: list[str] = NAME,
    *,
    reason: str = REASON,
) -> None:
    """ادمج واقعتين هما واحدة · Bring incidents together that are one."""
    at = opened(register)
    from tawthiq.workflow.registers import reviewing  # noqa: PLC0415 - after Django

    made = reviewing.merge(at, names, reason=reason)
    typer.echo(f"{made.code} {made.id}")


@app.command()
def split(
    register: Path = ARGUMENT,
    name: str = NAME,
    reports: list[str] = typer.Argument(..., help="معرفات التقارير · Reports' ids."),  # noqa: B008
    *,
    reason: str = REASON,
) -> None:
    """افصل ما تقوله هذه التقارير عن الواقعة · Part these reports from an incident."""
    at = opened(register)
    from tawthiq.workflow.registers import reviewing  # noqa: PLC0415 - after Django

    _codes(reviewing.split(at, name, reports, reason=reason))


@app.command()
def unlink(
    register: Path = ARGUMENT,
    name: str = NAME,
    report: str = typer.Argument(..., help="معرف التقرير · The report's id."),
    *,
    reason: str = REASON,
) -> None:
    """أخرج تقريرا من واقعة · Take one report out of an incident."""
    at = opened(register)
    from tawthiq.workflow.registers import reviewing  # noqa: PLC0415 - after Django

    _codes(reviewing.unlink(at, name, report, reason=reason))


@app.command()
def grade(
    register: Path = ARGUMENT,
    name: str = NAME,
    grading: str = typer.Argument(..., help="الدرجة · confirmed, fair, weak …"),
    *,
    reason: str = REASON,
) -> None:
    """احكم على الدرجة؛ المحسوبة تبقى إلى جانبها · Rule on an incident's grade."""
    at = opened(register)
    from tawthiq.workflow.registers import reviewing  # noqa: PLC0415 - after Django

    _codes([reviewing.grade(at, name, grading, reason=reason)])


@app.command()
def review(
    register: Path = ARGUMENT,
    name: str = NAME,
    state: str = typer.Argument(..., help="unreviewed, in_review, reviewed"),
    *,
    reason: str = REASON,
) -> None:
    """قل إلى أين وصلت المراجعة · Say how far an incident was reviewed."""
    at = opened(register)
    from tawthiq.workflow.registers import reviewing  # noqa: PLC0415 - after Django

    _codes([reviewing.review(at, name, state, reason=reason)])


@app.command()
def undo(
    register: Path = ARGUMENT,
    number: int = typer.Argument(..., help="رقم القرار · The decision's number."),
    *,
    reason: str = REASON,
) -> None:
    """تراجع عن قرار · Undo a decision."""
    at = opened(register)
    from tawthiq.workflow.registers import reviewing  # noqa: PLC0415 - after Django

    _codes(reviewing.undo(at, number, reason=reason))


@app.command()
def links(
    register: Path = ARGUMENT,
    name: str = NAME,
    *,
    ui: str = typer.Option("", help="لغة العرض: ar أو en · The language of labels."),
) -> None:
    """اعرض ما يربط تقارير واقعة، ولماذا · Show what links an incident's reports, why."""
    language = language_of(ui, settings_of().ui)
    opened(register)
    from tawthiq.workflow.registers.viewing import links as found  # noqa: PLC0415 - after Django

    for link, reasons in found(name):
        typer.echo(f"{link.left}  {link.right}  {link.score:+.2f} {link.judgement}")
        for reason, value in reasons:
            words = reason.ar if language == "ar" else reason.en
            typer.echo(f"    {value:+.2f}  {words}")


@app.command()
def decisions(register: Path = ARGUMENT) -> None:
    """اعرض القرارات وأسبابها · List the decisions with their reasons."""
    opened(register)
    from tawthiq.workflow.registers import reviewing  # noqa: PLC0415 - after Django

    for one in reviewing.all_decisions():
        undone = f" ({one.reverses})" if one.reverses else ""
        typer.echo(
            f"{one.number} {one.at} {one.by} {one.verdict}{undone}: {one.reason}"
        )


def _codes(made: Sequence[Incident]) -> None:
    for one in made:
        typer.echo(f"{one.code} {one.id}")


def _print(found: Iterable[Incident], form: Format, language: str) -> None:
    match form:
        case Format.JSONL:
            for one in found:
                print(json.dumps(incident_to_dict(one), ensure_ascii=False))  # noqa: T201
        case Format.JSON:
            made = [incident_to_dict(one) for one in found]
            print(json.dumps(made, ensure_ascii=False, indent=2))  # noqa: T201
        case Format.CSV:
            from tawthiq.cli.cards.incident_tables import print_sheet  # noqa: PLC0415

            print_sheet(found)
        case Format.TABLE:
            from tawthiq.cli.cards.incident_tables import print_table  # noqa: PLC0415
            from tawthiq.lang.codebook import load_codebook  # noqa: PLC0415

            print_table(found, load_codebook(), language)
