"""``tawthiq spot``: every mention of reports, without events."""

import json
import sys
from enum import StrEnum

import typer

from tawthiq.cli.read_options import (
    Columns,
    Fetch,
    Files,
    Lang,
    Outlet,
    Proxy,
    Published,
    fetch_options,
    read_options,
)
from tawthiq.cli.settings import settings_of
from tawthiq.errors import InputError
from tawthiq.model.reading_format import mentions_to_dict
from tawthiq.workflow.reading import spottings


class Format(StrEnum):
    """How mentions are printed."""

    JSON = "json"
    JSONL = "jsonl"


app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def spot(  # noqa: PLR0913 - one for each option
    files: Files = None,
    *,
    form: Format = typer.Option(  # noqa: B008
        Format.JSONL, "--format", help="شكل الخرج · The form of the output."
    ),
    published: Published = "",
    outlet: Outlet = "",
    lang: Lang = "",
    columns: Columns = "",
    fetch: Fetch = False,
    proxy: Proxy = "",
) -> None:
    """اطبع كل ما تذكره التقارير · Print every mention of reports."""
    settings = settings_of()
    options = read_options(
        published=published, outlet=outlet, lang=lang, columns=columns
    )
    fetching = fetch_options(fetch=fetch, proxy=proxy)
    made = []
    failed = False
    found = spottings(files or ["-"], options, home=settings.home, fetching=fetching)
    for item in found:
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
