"""``tawthiq import-incidents``: a published table of incidents, as incidents of ours."""

import json
from enum import StrEnum
from pathlib import Path

import typer

from tawthiq.cli.registers import is_register, opened
from tawthiq.cli.settings import settings_of
from tawthiq.cli.sources import Source
from tawthiq.model.incident_format import incident_to_dict

app = typer.Typer(pretty_exceptions_enable=False)


class Form(StrEnum):
    """How imported incidents are printed."""

    TABLE = "table"
    JSONL = "jsonl"


@app.command()
def import_incidents(
    paths: list[Path] = typer.Argument(  # noqa: B008
        ...,
        metavar="[REGISTER] FILE",
        help="الجدول CSV أو JSON، وقبله مجلد سجل إن شئت حفظه فيه"
        " · The table; before it a register, to keep it there.",
    ),
    *,
    map_: list[str] = typer.Option(  # noqa: B008
        [], "--map", help="حقل=عمود · field=column", metavar="FIELD=COLUMN"
    ),
    form: Form = typer.Option(  # noqa: B008
        Form.TABLE, "--format", help="شكل الخرج · The form of the output."
    ),
) -> None:
    """استورد جدول وقائع منشورا · Import a published table of incidents."""
    ui = settings_of().ui
    into, files = (paths[0], paths[1:]) if is_register(paths[0]) else (None, paths)
    source = Source(files, map_, ui)
    kept = source.material().incidents
    fresh = len(kept)
    if into is not None:
        register = opened(into)
        from tawthiq.workflow.registers.keeping import keep_published  # noqa: PLC0415

        fresh = keep_published(register, files, kept)
    elif form is Form.JSONL:
        for incident in kept:
            typer.echo(json.dumps(incident_to_dict(incident), ensure_ascii=False))
    else:
        from tawthiq.cli.cards.incident_tables import print_table  # noqa: PLC0415
        from tawthiq.lang.codebook import load_codebook  # noqa: PLC0415

        print_table(kept, load_codebook(), ui)
    typer.echo(_sum_up(fresh, len(kept) - fresh, source.aside, ui=ui), err=True)
    if source.aside:
        raise typer.Exit(1)


def _sum_up(fresh: int, here: int, aside: int, *, ui: str) -> str:
    if ui == "ar":
        again = f"، وكانت هنا من قبل {here:,} فلم تُكرر" if here else ""
        return f"استوردت {fresh:,} واقعة{again}، ونُحّي {aside:,} سطر"
    again = f", {here:,} were here already and are not doubled" if here else ""
    return f"imported {fresh:,} incidents{again}, set aside {aside:,} rows"
