"""``tawthiq publish``: a static site of a register's incidents, for any host."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tawthiq.cli.registers import ARGUMENT
from tawthiq.cli.second_person import agreed_by
from tawthiq.cli.settings import settings_of
from tawthiq.cli.sources import day, terms_of
from tawthiq.desk.serving import open_desk
from tawthiq.errors import OptionError
from tawthiq.model.publication import About
from tawthiq.publish.risks import Risk
from tawthiq.workflow.publishing.materials import chosen, material_of_register
from tawthiq.workflow.publishing.releasing import Terms

if TYPE_CHECKING:  # the desk's rows can be imported once a register was opened
    from tawthiq.desk.publishing.exports import Leaving
    from tawthiq.workflow.publishing.sites import Prepared

app = typer.Typer(pretty_exceptions_enable=False)

RISKS = {
    "exact_place": ("موضع دقيق", "exact place"),
    "lone_point": ("واقعة وحيدة في خليتها", "alone in its cell"),
    "small_group": ("فئة صغيرة العدد", "small group"),
    "name": ("اسم ضحية", "name of a victim"),
    "single_source": ("مصدر واحد", "single source"),
    "outlet": ("مصدر مسمّى", "named source"),
    "quote": ("اقتباس", "quote"),
}


@app.command()
def publish(  # noqa: PLR0913 - typer makes an option of each
    register: Path = ARGUMENT,
    out: Path = typer.Argument(..., help="مجلد الموقع · The folder of the site."),  # noqa: B008
    *,
    profile: str = typer.Option(
        "", help="ملف النشر، لازم · The profile, required: public, partner, memorial."
    ),
    risks: bool = typer.Option(
        False,  # noqa: FBT003
        "--risks",
        help="اعرض ما سيظهر ولا تكتب شيئاً · List what would show; write nothing.",
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
    address: str = typer.Option(
        "", help="عنوان الموقع https://… · The site's address."
    ),
    person: str = typer.Option(
        "", help="باسم من يُطلب حيث يلزم شخص ثانٍ · Who asks, where two must agree."
    ),
) -> None:
    """انشر موقعاً ثابتاً بالعربية والإنجليزية · Publish a static site, ar and en."""
    if not profile:
        raise _no_profile()
    ui = settings_of().ui
    # The desk knows what is restricted, which is published by nobody.
    at = open_desk(register)
    from tawthiq.desk.restricting import letting_out  # noqa: PLC0415 - after Django
    from tawthiq.workflow.publishing import sites  # noqa: PLC0415

    terms = terms_of(as_of, profile=profile, recorder=recorder, licence=licence)
    material = chosen(
        material_of_register(),
        since=day(since, "--since"),
        until=day(until, "--until"),
        grades=grade,
    )
    kept = letting_out.without_restricted(material)
    prepared = sites.prepare(at, kept.material, terms, hidden=kept.hidden)
    found = sites.risks(prepared)
    if risks:
        _print_risks(found, ui)
        return
    approved = agreed_by(_leaving(prepared, terms, found), person, ui)
    made = sites.publish(at, prepared, out, address=address, approved_by=approved)
    about = prepared.publication.about
    typer.echo(str(made.folder / "index.html"))
    typer.echo(_counts(about, ui, files=made.files, risks=len(found)), err=True)


def _leaving(prepared: "Prepared", terms: Terms, found: Sequence[Risk]) -> "Leaving":
    from tawthiq.desk.publishing.exports import SITE, Leaving  # noqa: PLC0415
    from tawthiq.desk.publishing.findings import summed  # noqa: PLC0415
    from tawthiq.workflow.publishing.sites import digest  # noqa: PLC0415

    about = prepared.publication.about
    return Leaving(
        form=SITE,
        profile=about.profile,
        as_of=terms.as_of,
        digest=digest(prepared),
        incidents=about.incidents,
        withheld=about.withheld,
        risks=summed(found),
    )


def _counts(about: About, ui: str, *, files: int, risks: int) -> str:
    if ui == "ar":
        return (
            f"وقائع: {about.incidents:,} · حُجبت: {about.withheld:,} · ملفات: {files:,}"
            f" · تنبيهات: {risks:,} (‎--risks)"
        )
    return (
        f"incidents {about.incidents:,}, withheld {about.withheld:,}, files {files:,},"
        f" risks {risks:,} (--risks)"
    )


def _print_risks(found: Sequence[Risk], ui: str) -> None:
    arabic = ui == "ar"
    for risk in found:
        name = RISKS[str(risk.kind)][0 if arabic else 1]
        typer.echo(f"{name}\t{risk.incident}\t{risk.what}")
    for kind, number in Counter(str(r.kind) for r in found).items():
        typer.echo(f"{RISKS[kind][0 if arabic else 1]}: {number:,}", err=True)
    if not found:
        typer.echo("لا تنبيهات" if arabic else "nothing to warn of", err=True)


def _no_profile() -> OptionError:
    return OptionError(
        ar="لا نشر بلا ملف نشر",
        en="nothing is published without a profile",
        where="--profile",
        remedy_ar="انظر أولاً: --profile public --risks، ثم انشر: --profile public",
        remedy_en="look first: --profile public --risks; then publish: --profile public",
    )
