"""The options that every command has which takes reports in, each declared once.

``read``, ``spot`` and ``ingest`` understand the same words about what they are given.
"""

from typing import Annotated

import typer

from tawthiq.read.options import ReadOptions
from tawthiq.workflow.fetch_options import FetchOptions
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
