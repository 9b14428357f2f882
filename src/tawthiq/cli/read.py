"""``tawthiq read``: the events and statements of reports, each value with its words."""

import json
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum

import typer

from tawthiq.cli.settings import settings_of
from tawthiq.errors import OptionError
from tawthiq.model.reading import Reading
from tawthiq.model.reading_format import reading_to_dict
from tawthiq.workflow.fetch_options import FetchOptions
from tawthiq.workflow.reading import options_of, readings


class Format(StrEnum):
    """How readings are printed."""

    CARDS = "cards"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def read(  # noqa: PLR0913 - one for each option
    files: list[str] = typer.Argument(  # noqa: B008
        None,
        help="ملفات أو مجلدات أو عناوين، أو - للدخل القياسي · Files, folders or"
        " addresses, - for standard input.",
    ),
    *,
    form: Format = typer.Option(  # noqa: B008
        Format.CARDS, "--format", help="شكل الخرج · The form of the output."
    ),
    published: str = typer.Option(
        "", help="يوم النشر YYYY-MM-DD · The day of publication."
    ),
    outlet: str = typer.Option("", help="الجهة الناشرة · Who published it."),
    lang: str = typer.Option("", help="لغة التقرير: ar أو en · The report's language."),
    columns: str = typer.Option(
        "",
        "--map",
        help="أعمدة الجدول: text=النص,published=التاريخ · Which column holds what.",
    ),
    fetch: bool = typer.Option(
        False,  # noqa: FBT003
        "--fetch",
        help="اجلب العناوين من الشبكة · Fetch addresses from the network.",
    ),
    proxy: str = typer.Option(
        "", help="وكيل للجلب: socks5h://… · A proxy to fetch through."
    ),
    ui: str = typer.Option(
        "", help="لغة العرض: ar أو en · The language of the labels."
    ),
) -> None:
    """اقرأ تقارير واستخرج أحداثها · Read reports and print their events."""
    settings = settings_of()
    options = options_of(
        published=published, outlet=outlet, language=lang, columns=columns
    )
    fetching = FetchOptions(proxy=proxy or None) if fetch else None
    language = _language(ui) or settings.ui
    failed = False

    def kept() -> Iterator[Reading]:
        nonlocal failed
        found = readings(files or ["-"], options, home=settings.home, fetching=fetching)
        for item in found:
            if isinstance(item, Reading):
                yield item
            else:
                failed = True
                print(f"tawthiq: {item.message(settings.ui)}", file=sys.stderr)  # noqa: T201

    _print(kept(), form, language=language)
    if failed:
        raise typer.Exit(1)


def _language(asked: str) -> str:
    if asked not in {"", "ar", "en"}:
        raise OptionError(
            ar=f"لا توجد لغة عرض باسم «{asked}»",
            en=f"there is no display language {asked!r}",
            where="--ui",
            remedy_ar="اكتب ar أو en",
            remedy_en="write ar or en",
        )
    return asked


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
    from tawthiq.cli.page import html_page  # noqa: PLC0415
    from tawthiq.lang.codebook import load_codebook  # noqa: PLC0415

    print(html_page(found, load_codebook(), language))  # noqa: T201


def _cards(found: Iterator[Reading], language: str) -> None:
    from tawthiq.cli.cards import print_cards  # noqa: PLC0415
    from tawthiq.lang.codebook import load_codebook  # noqa: PLC0415

    print_cards(found, load_codebook(), language)
