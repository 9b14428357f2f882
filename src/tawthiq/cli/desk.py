"""``tawthiq desk``: open a register in the browser."""

import webbrowser
from contextlib import nullcontext
from pathlib import Path

import typer

from tawthiq.cli.read_options import Fetch
from tawthiq.cli.registers import ARGUMENT
from tawthiq.cli.settings import settings_of

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def desk(
    register: Path = ARGUMENT,
    *,
    port: int = typer.Option(
        8765, min=0, max=65535, help="المنفذ، و0 لأي منفذ حر · The port, 0 for any."
    ),
    browser: bool = typer.Option(
        True,  # noqa: FBT003
        help="افتح المتصفح · Open the browser.",
    ),
    behind: str = typer.Option(
        "",
        metavar="https://…",
        help="عنوان يقدمه وكيل على هذا الحاسوب · The address a proxy here serves it at.",
    ),
    worker: bool = typer.Option(
        True,  # noqa: FBT003
        help="عامل بجانبه ينجز الأعمال · A worker beside it does the jobs.",
    ),
    fetch: Fetch = False,
) -> None:
    """افتح السجل في المتصفح · Open a register in the browser."""
    from tawthiq.desk.adding.worker import worker_beside  # noqa: PLC0415
    from tawthiq.desk.serving import first_run_path, open_desk, serve  # noqa: PLC0415

    told = settings_of()
    arabic = told.ui == "ar"
    open_desk(register, home=told.home, fetch=fetch)
    path = first_run_path()

    def ready(address: str) -> None:
        if path:
            typer.echo(
                "أنشئ الحساب الأول بهذا الرابط، وهو لمرة واحدة:"
                if arabic
                else "make the first account with this link, which works once:"
            )
        else:
            typer.echo("المكتب مفتوح:" if arabic else "the desk is open:")
        typer.echo(f"{address}{path or '/'}")
        typer.echo("للإغلاق: Ctrl+C" if arabic else "to close it: Ctrl+C")
        if browser and not behind:
            webbrowser.open(f"{address}{path or '/'}")

    try:
        with worker_beside(register, fetch=fetch) if worker else nullcontext():
            serve(port, ready=ready, behind=behind)
    except KeyboardInterrupt:
        typer.echo("")
