"""``tawthiq spot``: every mention of reports, without events."""

import json
import sys
from enum import StrEnum
from pathlib import Path

import typer

from tawthiq.cli.settings import settings_of
from tawthiq.errors import InputError
from tawthiq.model.reading_format import mentions_to_dict
from tawthiq.workflow.reading import options_of, spottings


class Format(StrEnum):
    """How mentions are printed."""

    JSON = "json"
    JSONL = "jsonl"


app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def spot(
    files: list[Path] = typer.Argument(  # noqa: B008
        None,
        help="ملفات أو مجلدات، أو - للدخل القياسي · Files or folders, - for standard input.",
    ),
    *,
    form: Format = typer.Option(  # noqa: B008
        Format.JSONL, "--format", help="شكل الخرج · The form of the output."
    ),
    published: str = typer.Option(
        "", help="يوم النشر YYYY-MM-DD · The day of publication."
    ),
    lang: str = typer.Option("", help="لغة التقرير: ar أو en · The report's language."),
) -> None:
    """اطبع كل ما تذكره التقارير · Print every mention of reports."""
    settings = settings_of()
    options = options_of(published=published, outlet="", language=lang)
    made = []
    failed = False
    for item in spottings(files or [Path("-")], options, home=settings.home):
        if isinstance(item, InputError):
            failed = True
            print(f"tawthiq: {item.message(settings.ui)}", file=sys.stderr)  # noqa: T201
        elif form is Format.JSON:
            made.append(mentions_to_dict(*item))
        else:
            print(json.dumps(mentions_to_dict(*item), ensure_ascii=False))  # noqa: T201
    if form is Format.JSON:
        print(json.dumps(made, ensure_ascii=False, indent=2))  # noqa: T201
    if failed:
        raise typer.Exit(1)
