"""``tawthiq seal``: a signed checkpoint of a register's ledger."""

from pathlib import Path

import typer

from tawthiq.cli.settings import settings_of

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def seal(
    register: Path = typer.Argument(..., help="مجلد السجل · The register's folder."),  # noqa: B008
) -> None:
    """اختم السجل · Sign what the ledger says now."""
    from tawthiq.workflow.opening import open_register  # noqa: PLC0415

    opened = open_register(register)
    # Opening starts Django, which the register's rows need before they are imported.
    from tawthiq.workflow.sealing import seal as sign  # noqa: PLC0415

    path = sign(opened)
    typer.echo(
        f"الختم: {path}\nاحفظ نسخة منه خارج هذا الجهاز"
        if settings_of().ui == "ar"
        else f"seal: {path}\nkeep a copy of it away from this machine"
    )
