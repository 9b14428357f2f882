"""``tawthiq pack``: checks a language pack, and tries a sentence on it."""

import json

import typer

from tawthiq.cli.settings import settings_of
from tawthiq.model.mention import Mention

app = typer.Typer(
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="حزم اللغات · Language packs.",
)


@app.command()
def check(name: str = typer.Argument(..., help="الحزمة · The pack: ar, en")) -> None:
    """افحص كلمات الحزمة وقواعدها وأمثلتها · Check words, rules and examples."""
    from tawthiq.workflow.packs import check_pack  # noqa: PLC0415

    faults = check_pack(name)
    for fault in faults:
        typer.echo(fault.message("ar"))
        typer.echo(f"  {fault.message('en')}")
    if faults:
        typer.echo(f"{len(faults)} خطأ · faults in packs/{name}", err=True)
        raise typer.Exit(1)
    typer.echo(f"packs/{name}: لا أخطاء · no faults")


@app.command(name="try")
def try_(
    name: str = typer.Argument(..., help="الحزمة · The pack: ar, en"),
    text: str = typer.Argument(..., help="جملة · A sentence"),
) -> None:
    """جرّب جملة: ماذا تعطي وبأي قاعدة · What a sentence gives, and by which rule."""
    from tawthiq.cli.cards import print_cards  # noqa: PLC0415
    from tawthiq.lang.codebook import load_codebook  # noqa: PLC0415
    from tawthiq.workflow.packs import try_text  # noqa: PLC0415

    settings = settings_of()
    reading, mentions = try_text(name, text, home=settings.home)
    for mention in sorted(mentions, key=lambda m: (m.span.start, m.span.end, m.kind)):
        typer.echo(_line(mention))
    typer.echo()
    print_cards([reading], load_codebook(), settings.ui)


def _line(mention: Mention) -> str:
    values = {k: v for k, v in mention.values.items() if v not in {None, ""}}
    shown = json.dumps(values, ensure_ascii=False, default=str)
    return f"{mention.kind:8} «{mention.span.quote}»  {shown}  ← {mention.rule}"
