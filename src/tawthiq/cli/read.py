"""``tawthiq read``: the events and statements of reports, each value with its words."""

import json
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

import typer

from tawthiq.assemble.doubt import above
from tawthiq.cli.options_told import language_of
from tawthiq.cli.read_options import (
    Alone,
    Columns,
    Fetch,
    Files,
    Lang,
    MinConfidence,
    Outlet,
    Proxy,
    Published,
    Readers,
    fetch_options,
    read_options,
    reader_choice,
)
from tawthiq.cli.settings import settings_of
from tawthiq.errors import InputError
from tawthiq.model.reading import Reading
from tawthiq.model.reading_format import reading_to_dict
from tawthiq.read.options import ReadOptions
from tawthiq.workflow.fetching.options import FetchOptions
from tawthiq.workflow.reader_choice import ReaderChoice
from tawthiq.workflow.reading import readings


class Format(StrEnum):
    """How readings are printed."""

    CARDS = "cards"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def read(  # noqa: PLR0913 - one for each option
    files: Files = None,
    *,
    form: Format = typer.Option(  # noqa: B008
        Format.CARDS, "--format", help="شكل الخرج · The form of the output."
    ),
    published: Published = "",
    outlet: Outlet = "",
    lang: Lang = "",
    columns: Columns = "",
    fetch: Fetch = False,
    proxy: Proxy = "",
    min_confidence: MinConfidence = 0.0,
    reader: Readers = None,
    reader_alone: Alone = False,
    ui: str = typer.Option(
        "", help="لغة العرض: ar أو en · The language of the labels."
    ),
) -> None:
    """اقرأ تقارير واستخرج أحداثها · Read reports and print their events."""
    settings = settings_of()
    options = read_options(
        published=published, outlet=outlet, lang=lang, columns=columns
    )
    fetching = fetch_options(fetch=fetch, proxy=proxy)
    language = language_of(ui, settings.ui)
    choice = reader_choice(reader, alone=reader_alone)
    failed = False

    def kept() -> Iterator[Reading]:
        nonlocal failed
        found = _found(
            files or ["-"],
            options,
            home=settings.home,
            fetching=fetching,
            choice=choice,
        )
        for item, fails in found:
            if isinstance(item, Reading):
                yield above(item, min_confidence) if min_confidence else item
            else:
                failed = failed or fails
                print(f"tawthiq: {item.message(settings.ui)}", file=sys.stderr)  # noqa: T201

    _print(kept(), form, language=language)
    if failed:
        raise typer.Exit(1)


def _found(
    files: Sequence[str],
    options: ReadOptions,
    *,
    home: Path,
    fetching: FetchOptions | None,
    choice: ReaderChoice | None,
) -> Iterator[tuple[Reading | InputError, bool]]:
    """Give readings and what is told, with whether that is a failure."""
    if choice is None:
        for item in readings(files, options, home=home, fetching=fetching):
            yield item, True
        return
    # Loaded by those who ask for it: it may speak to the network.
    from tawthiq.workflow.proposing import Note, proposed_readings  # noqa: PLC0415

    for said in proposed_readings(
        files, options, home=home, fetching=fetching, choice=choice
    ):
        if isinstance(said, Note):
            yield said.error(), said.failed
        else:
            yield said, True


def _print(found: Iterator[Reading], form: Format, *, language: str) -> None:
    match form:
        case Format.JSONL:
            for reading in found:
                print(json.dumps(reading_to_dict(reading), ensure_ascii=False))  # noqa: T201
        case Format.JSON:
            made = [reading_to_dict(r) for r in found]
            print(json.dumps(made, ensure_ascii=False, indent=2))  # noqa: T201
        case Format.HTML:
            _page(list(found), language)
        case Format.CARDS:
            _cards(found, language)


def _page(found: Sequence[Reading], language: str) -> None:
    from tawthiq.cli.page.document import html_page  # noqa: PLC0415
    from tawthiq.lang.codebook import load_codebook  # noqa: PLC0415

    print(html_page(found, load_codebook(), language))  # noqa: T201


def _cards(found: Iterator[Reading], language: str) -> None:
    from tawthiq.cli.cards.readings import print_cards  # noqa: PLC0415
    from tawthiq.lang.codebook import load_codebook  # noqa: PLC0415

    print_cards(found, load_codebook(), language)
