"""The options that every command has which takes reports in, each declared once.

``read``, ``spot`` and ``ingest`` understand the same words about what they are given.
"""

from typing import Annotated

import typer

from tawthiq.errors import OptionError
from tawthiq.read.options import ReadOptions
from tawthiq.workflow.fetching.options import FetchOptions
from tawthiq.workflow.reader_choice import ReaderChoice
from tawthiq.workflow.reading import options_of

Files = Annotated[
    list[str] | None,
    typer.Argument(
        help="ملفات أو مجلدات أو عناوين، أو - للدخل القياسي · Files, folders or"
        " addresses, - for standard input."
    ),
]
Published = Annotated[
    str, typer.Option(help="يوم النشر YYYY-MM-DD · The day of publication.")
]
Outlet = Annotated[str, typer.Option(help="الجهة الناشرة · Who published it.")]
Lang = Annotated[
    str, typer.Option(help="لغة التقرير: ar أو en · The report's language.")
]
Columns = Annotated[
    str,
    typer.Option(
        "--map",
        help="أعمدة الجدول: text=النص,published=التاريخ · Which column holds what.",
    ),
]
Fetch = Annotated[
    bool,
    typer.Option(
        "--fetch", help="اجلب العناوين من الشبكة · Fetch addresses from the network."
    ),
]
Proxy = Annotated[
    str, typer.Option(help="وكيل للجلب: socks5h://… · A proxy to fetch through.")
]

MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0.0,
        max=1.0,
        help="لا تطبع ما ثقته دونها، من 0 إلى 1 · Leave out what is less probable.",
    ),
]

Readers = Annotated[
    list[str] | None,
    typer.Option(
        "--reader",
        help="قارئ من اختيارك: NAME=…، بجانب القواعد · A reader of your own choice,"
        " beside the rules.",
    ),
]
Alone = Annotated[
    bool,
    typer.Option("--reader-alone", help="القارئ وحده بلا قواعد · It alone, no rules."),
]


def reader_choice(readers: list[str] | None, *, alone: bool) -> ReaderChoice | None:
    """Give the readers chosen; None where there are none.

    Raises:
        OptionError: none is chosen that could read alone.
    """
    if readers:
        return ReaderChoice(told=tuple(readers), alone=alone)
    if alone:
        raise OptionError(
            ar="لم تختر قارئا يقرأ وحده",
            en="there is no reader that could read alone",
            where="--reader-alone",
            remedy_ar="اختره: --reader NAME=…",
            remedy_en="choose one: --reader NAME=…",
        )
    return None


def read_options(
    *, published: str, outlet: str, lang: str, columns: str
) -> ReadOptions:
    """Make options of the words on the command line; an empty word says nothing.

    Raises:
        OptionError: if the day of publication is no day, or the columns are none.
    """
    return options_of(
        published=published, outlet=outlet, language=lang, columns=columns
    )


def fetch_options(*, fetch: bool, proxy: str) -> FetchOptions | None:
    """Give how addresses are fetched; None where they are not to be."""
    return FetchOptions(proxy=proxy or None) if fetch else None
