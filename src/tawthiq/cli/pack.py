"""``tawthiq pack``: checks a language pack, and tries a sentence on it."""

import json
from collections.abc import Iterator

import typer

from tawthiq.cli.settings import settings_of
from tawthiq.workflow.packs import Tree, check_pack, try_text

app = typer.Typer(
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="حزم اللغات · Language packs.",
)


@app.command()
def check(name: str = typer.Argument(..., help="الحزمة · The pack: ar, en")) -> None:
    """افحص كلمات الحزمة وقواعدها وأمثلتها · Check words, rules and examples."""
    faults = sorted(check_pack(name), key=lambda f: (f.file, f.line))
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

    settings = settings_of()
    reading, trees = try_text(name, text, home=settings.home)
    for tree in trees:
        typer.echo("\n".join(_lines(tree, settings.ui)))
    typer.echo()
    print_cards([reading], load_codebook(), settings.ui)


def _lines(tree: Tree, ui: str) -> Iterator[str]:
    """Show a mention, the rule that made it and the words that the rule stood on."""
    mention = tree.mention
    values = {k: v for k, v in mention.values.items() if v is not None and v != ""}
    shown = json.dumps(values, ensure_ascii=False, default=str)
    yield f"{mention.kind:8} «{mention.span.quote}»  {shown}"
    says = tree.says[0] if ui == "ar" else tree.says[1]
    yield f"         ← {mention.rule}{f': {says}' if says else ''}"
    for sheet, code, words in tree.words:
        yield f"           · {sheet}={code} «{words}»"
