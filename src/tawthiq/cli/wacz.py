"""``tawthiq wacz``: the captures of a register as one web archive."""

from pathlib import Path

import typer

from tawthiq.cli.registers import ARGUMENT, opened
from tawthiq.cli.settings import settings_of

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def wacz(
    register: Path = ARGUMENT,
    file: Path = typer.Argument(..., help="الملف · The file, in .wacz."),  # noqa: B008
) -> None:
    """احزم الأدلة كما وردت · Pack the captures as a web archive."""
    at = opened(register)
    from tawthiq.workflow.registers.packing import export_captures  # noqa: PLC0415 - after Django

    number = export_captures(at, file)
    typer.echo(
        f"{file}: {number} من الأدلة كما وردت، وفيها ما قد يعرض أشخاصا للخطر"
        if settings_of().ui == "ar"
        else f"{file}: {number} captures as received, which may put people at risk"
    )
