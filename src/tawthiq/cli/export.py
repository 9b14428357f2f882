"""``tawthiq export``: incidents through a publication profile, in a format of others."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tawthiq.cli.second_person import agreed_by
from tawthiq.cli.settings import settings_of
from tawthiq.cli.sources import Source, day, terms_of
from tawthiq.desk.serving import open_desk
from tawthiq.errors import OptionError
from tawthiq.model.publication import Material
from tawthiq.workflow.publishing.materials import chosen
from tawthiq.workflow.publishing.releasing import (
    PUBLIC,
    Format,
    Release,
    Restricted,
    Terms,
    digest,
    recorded,
    release,
    risks,
    write_files,
)

if TYPE_CHECKING:  # the desk's rows can be imported once a register was opened
    from tawthiq.desk.publishing.exports import Leaving

app = typer.Typer(pretty_exceptions_enable=False)
METADATA = "-metadata.json"
UNPRINTED = {Format.XLSX, Format.PARQUET, Format.UWAZI}


@app.command()
def export(  # noqa: PLR0913 - typer makes an option of each
    sources: list[Path] = typer.Argument(  # noqa: B008
        ..., help="سجل أو ملفات وقائع · A register, or files of incidents."
    ),
    *,
    form: Format = typer.Option(..., "--format", help="الصيغة · The format."),  # noqa: B008
    out: Path | None = typer.Option(  # noqa: B008
        None, help="ملف أو مجلد أو ‎.zip · A file, a folder, or a name in .zip."
    ),
    profile: str = typer.Option(
        PUBLIC, help="ملف النشر · public, partner, memorial, internal."
    ),
    since: str = typer.Option("", help="من يوم YYYY-MM-DD · From this day."),
    until: str = typer.Option("", help="إلى يوم YYYY-MM-DD · To this day."),
    grade: list[str] = typer.Option(  # noqa: B008
        [], help="تصنيف، يُكرر · A grade; may be given again."
    ),
    as_of: str = typer.Option(
        "", help="يوم النشر، واليوم بالأصل · The day of release; today by default."
    ),
    recorder: str = typer.Option("", help="الجهة الموثِّقة · Who records and publishes."),
    licence: str = typer.Option("", help="الرخصة مثل CC-BY-4.0 · The licence."),
    with_restricted: bool = typer.Option(
        False,  # noqa: FBT003
        "--with-restricted",
        help="ومعها ما قُيّدت رؤيته، للفريق وحده · Restricted ones too, for the team alone.",
    ),
    person: str = typer.Option(
        "", help="باسم من يُطلب حيث يلزم شخص ثانٍ · Who asks, where two must agree."
    ),
    map_: list[str] = typer.Option(  # noqa: B008
        [], "--map", help="حقل=عمود · field=column", metavar="FIELD=COLUMN"
    ),
) -> None:
    """صدّر الوقائع عبر ملف نشر · Export incidents through a publication profile."""
    ui = settings_of().ui
    terms = terms_of(as_of, profile=profile, recorder=recorder, licence=licence)
    # The desk knows what is restricted.
    source = Source(sources, map_, ui, opener=open_desk)
    first, last = day(since, "--since"), day(until, "--until")
    material = chosen(source.material(), since=first, until=last, grades=grade)
    kept, restricted = material, 0
    if source.register is not None:
        kept, restricted = _without_restricted(material)
    made = release(material if with_restricted else kept, form, terms)
    if source.register is None:
        _hand_over(made, form, out)
    else:
        about = Restricted(incidents=restricted, let_out=with_restricted)
        approved = agreed_by(_leaving(made, form, terms, held=about), person, ui)
        _hand_over(made, form, out)
        by = source.register.by
        recorded(made, form, by=by, restricted=about, approved_by=approved)
    _sum_up(made, ui)
    if restricted:
        typer.echo(_on_restricted(restricted, ui, let_out=with_restricted), err=True)
    if source.aside:
        raise typer.Exit(1)


def _leaving(
    made: Release, form: Format, terms: Terms, *, held: Restricted
) -> "Leaving":
    from tawthiq.desk.publishing.exports import Leaving  # noqa: PLC0415 - after Django
    from tawthiq.desk.publishing.findings import summed  # noqa: PLC0415

    about = made.publication.about
    return Leaving(
        form=str(form),
        profile=about.profile,
        as_of=terms.as_of,
        digest=digest(made),
        incidents=about.incidents,
        withheld=about.withheld,
        restricted=held.incidents if held.let_out else 0,
        risks=summed(risks(made)),
    )


def _without_restricted(material: Material) -> tuple[Material, int]:
    from tawthiq.desk.restricting import letting_out  # noqa: PLC0415 - after Django

    told = letting_out.without_restricted(material)
    return told.material, told.withheld


def _on_restricted(number: int, ui: str, *, let_out: bool) -> str:
    if ui == "ar":
        return (
            f"تحذير: خرجت وقائع مقيّدة الرؤية عددها {number:,}؛ سُجّل ذلك في السجل"
            if let_out
            else f"وقائع مقيّدة الرؤية لم تخرج: {number:,} (تخرجها ‎--with-restricted)"
        )
    return (
        f"warning: {number:,} restricted incidents were let out; the ledger says so"
        if let_out
        else f"restricted, left out: {number:,} (--with-restricted lets them out)"
    )


def _hand_over(made: Release, form: Format, out: Path | None) -> None:
    """Write the files, or print the one that can be printed.

    Raises:
        OptionError: there are several files, or no text, and no place to write them.
    """
    if out is not None:
        for path in write_files(made.files, out):
            typer.echo(str(path))
        return
    texts = [file for file in made.files if not file.name.endswith(METADATA)]
    if len(texts) > 1 or form in UNPRINTED:
        raise OptionError(
            ar="لا تُطبع هذه الصيغة على الشاشة",
            en="this format cannot be printed",
            where=f"--format {form}",
            remedy_ar="أعط مكاناً: --out مجلد",
            remedy_en="give a place: --out FOLDER",
        )
    sys.stdout.write(texts[0].data.decode("utf-8"))


def _sum_up(made: Release, ui: str) -> None:
    about = made.publication.about
    typer.echo(
        f"وقائع خرجت: {about.incidents:,} · حُجبت: {about.withheld:,} (ملف {about.profile})"
        if ui == "ar"
        else f"let out {about.incidents:,} incidents, withheld {about.withheld:,}"
        f" (profile {about.profile})",
        err=True,
    )
    if made.publication.profile.finest is None:
        typer.echo(
            "فيه أسماء ومواقع دقيقة: للفريق وحده، فلا تنشره"
            if ui == "ar"
            else "it holds names and exact places: for the team alone, never publish it",
            err=True,
        )
