"""``tawthiq restore``: a register out of a backup."""

from pathlib import Path

import typer

from tawthiq.cli.settings import settings_of

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def restore(
    file: Path = typer.Argument(..., help="ملف النسخة · The file of the backup."),  # noqa: B008
    folder: Path = typer.Argument(..., help="مجلد جديد · A new folder."),  # noqa: B008
    *,
    database: str = typer.Option(
        "sqlite",
        help="sqlite أو عنوان PostgreSQL · sqlite, or postgresql://user@host/name.",
    ),
) -> None:
    """استعد سجلا من نسخة احتياطية · Bring a register back from a backup."""
    from tawthiq.desk.serving import use_desk_settings  # noqa: PLC0415
    from tawthiq.workflow.registers.backups import restore as bring_back  # noqa: PLC0415

    use_desk_settings()  # accounts and restrictions stand in the same database
    bring_back(file, folder, database=database)
    typer.echo(
        f"عاد السجل إلى {folder}\nتحقق منه: tawthiq verify {folder}"
        if settings_of().ui == "ar"
        else f"the register is back in {folder}\nprove it: tawthiq verify {folder}"
    )
