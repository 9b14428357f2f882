"""``tawthiq seal``: a signed checkpoint of a register's ledger."""

from pathlib import Path

import typer

from tawthiq.cli.settings import settings_of

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def seal(
    register: Path = typer.Argument(..., help="مجلد السجل · The register's folder."),  # noqa: B008
    *,
    tsa: str = typer.Option(
        "", help="عنوان جهة الوقت (RFC 3161) · A time authority's."
    ),
    trust: Path | None = typer.Option(  # noqa: B008
        None, help="شهادة جذر موثوقة PEM · A root certificate to trust."
    ),
) -> None:
    """اختم السجل · Sign what the ledger says now."""
    from tawthiq.workflow.registers.opening import open_register  # noqa: PLC0415

    opened = open_register(register)
    # Opening starts Django, which the register's rows need before they are imported.
    from tawthiq.workflow.registers import sealing  # noqa: PLC0415

    if trust is not None:
        sealing.trust(opened, trust)
    path = sealing.seal(opened)
    typer.echo(
        f"الختم: {path}\nاحفظ نسخة منه خارج هذا الجهاز"
        if settings_of().ui == "ar"
        else f"seal: {path}\nkeep a copy of it away from this machine"
    )
    if tsa:
        typer.echo(str(sealing.stamp(opened, path, authority=tsa)))
