"""``tawthiq backup``: a whole register in one file."""

from pathlib import Path

import typer

from tawthiq.cli.registers import ARGUMENT, opened
from tawthiq.cli.settings import settings_of

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def backup(
    register: Path = ARGUMENT,
    file: Path = typer.Argument(..., help="ملف النسخة · The file of the backup."),  # noqa: B008
) -> None:
    """انسخ السجل كله في ملف واحد · Back up a whole register in one file."""
    from tawthiq.desk.serving import use_desk_settings  # noqa: PLC0415
    from tawthiq.workflow.registers.backups import back_up  # noqa: PLC0415

    use_desk_settings()  # accounts and restrictions stand in the same database
    number = back_up(opened(register), file)
    typer.echo(
        f"{file}: {number} ملفا، وفيها ما يجب كتمانه: احفظها مشفرة"
        if settings_of().ui == "ar"
        else f"{file}: {number} files, secrets among them: keep it encrypted"
    )
