"""``tawthiq init``: an empty register in a folder."""

from pathlib import Path

import typer

from tawthiq.cli.settings import settings_of

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def init(
    folder: Path = typer.Argument(  # noqa: B008
        ..., help="مجلد جديد أو فارغ · A new or empty folder."
    ),
    *,
    database: str = typer.Option(
        "sqlite",
        help="sqlite أو عنوان PostgreSQL · sqlite, or postgresql://user@host/name.",
    ),
) -> None:
    """أنشئ سجلا · Make a register."""
    from tawthiq.workflow.registers.opening import make_register  # noqa: PLC0415

    make_register(folder, database=database)
    if settings_of().ui == "ar":
        typer.echo(
            f"أنشئ السجل في {folder}\nأدخل التقارير: tawthiq ingest {folder} ملف…"
        )
    else:
        typer.echo(
            f"register made in {folder}\ntake in reports: tawthiq ingest {folder} FILE…"
        )
