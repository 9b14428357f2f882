"""``tawthiq pack``: checks a language pack, and tries a sentence on it."""

import json
from collections.abc import Iterator

import typer

from tawthiq.cli.pack_coverage import coverage
from tawthiq.cli.settings import settings_of
from tawthiq.errors import OptionError
from tawthiq.lang.codebook import Entry, load_codebook
from tawthiq.lang.faults import Fault
from tawthiq.workflow.packs.checking import Tree, check_pack, fix_pack, try_text

app = typer.Typer(
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="حزم اللغات · Language packs.",
)


@app.command()
def check(
    name: str = typer.Argument(..., help="الحزمة · The pack: ar, en"),
    *,
    fix: bool = typer.Option(
        False,  # noqa: FBT003
        "--fix",
        help="أصلح ما لا يحتاج إلى رأي · Mend what needs no judgement.",
    ),
) -> None:
    """افحص كلمات الحزمة وقواعدها وأمثلتها · Check words, rules and examples."""
    if fix:
        mended = fix_pack(name)
        for done in sorted(mended, key=_place):
            typer.echo(f"أُصلح · {done.message('ar')}")
            typer.echo(f"  mended · {done.message('en')}")
        typer.echo(f"packs/{name}: أُصلح {len(mended)} · mended {len(mended)}")
    found = sorted(check_pack(name), key=_place)
    for fault in found:
        typer.echo(_told(fault, "ar"))
        typer.echo(f"  {_told(fault, 'en')}")
    faults = sum(not fault.warns for fault in found)
    if faults:
        typer.echo(f"{faults} خطأ · faults in packs/{name}", err=True)
        raise typer.Exit(1)
    typer.echo(f"packs/{name}: لا أخطاء · no faults")


def _place(fault: Fault) -> tuple[str, int]:
    return fault.file, fault.line


def _told(fault: Fault, language: str) -> str:
    """Say a fault, and whether ``--fix`` will mend it."""
    ar, en = (
        ("--fix يصلحه", "--fix mends it")
        if fault.mends
        else ("يلزمه رأيك", "needs a person")
    )
    if language == "ar":
        return f"{'تنبيه · ' if fault.warns else ''}{fault.message('ar')} ({ar})"
    return f"{'warning · ' if fault.warns else ''}{fault.message('en')} ({en})"


@app.command()
def codes(
    table: str = typer.Argument(
        "", help="الجدول · The table: event_types, weapons, struck …"
    ),
) -> None:
    """اعرض رموز دليل الترميز ومعانيها · The codes of the codebook, with their meaning."""
    ui = settings_of().ui
    codebook = load_codebook()
    if not table:
        typer.echo("\n".join(codebook.tables))
        return
    if table not in codebook.tables:
        raise OptionError(
            ar=f"لا جدول باسم «{table}» في دليل الترميز",
            en=f"the codebook has no table {table!r}",
            where="pack codes",
            remedy_ar=f"الجداول: {'، '.join(codebook.tables)}",
            remedy_en=f"the tables: {', '.join(codebook.tables)}",
        )
    for entry in codebook.tables[table].entries.values():
        typer.echo("\n".join(_meaning(entry, ui)))


def _meaning(entry: Entry, ui: str) -> Iterator[str]:
    definition, includes, excludes = entry.meaning(ui)
    within, without = ("يشمل", "لا يشمل") if ui == "ar" else ("includes", "excludes")
    yield f"{entry.code} · {entry.label(ui)}: {definition}"
    if includes:
        yield f"    {within}: {includes}"
    if excludes:
        yield f"    {without}: {excludes}"


app.command()(coverage)


@app.command(name="try")
def try_(
    name: str = typer.Argument(..., help="الحزمة · The pack: ar, en"),
    text: str = typer.Argument(..., help="جملة · A sentence"),
) -> None:
    """جرّب جملة: ماذا تعطي وبأي قاعدة · What a sentence gives, and by which rule."""
    from tawthiq.cli.cards.readings import print_cards  # noqa: PLC0415

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
