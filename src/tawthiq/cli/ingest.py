"""``tawthiq ingest``: files and folders into a register."""

import os
import sys
from pathlib import Path

import typer

from tawthiq.cli.read_options import (
    Alone,
    Columns,
    Fetch,
    Lang,
    Outlet,
    Proxy,
    Published,
    Readers,
    fetch_options,
    read_options,
    reader_choice,
)
from tawthiq.cli.settings import settings_of
from tawthiq.errors import InputError
from tawthiq.workflow.ingest_options import IngestOptions
from tawthiq.workflow.progress import Progress

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def ingest(  # noqa: PLR0913 - one for each option
    register: Path = typer.Argument(..., help="مجلد السجل · The register's folder."),  # noqa: B008
    files: list[str] = typer.Argument(  # noqa: B008
        ..., help="ملفات أو مجلدات أو عناوين · Files, folders or addresses."
    ),
    *,
    published: Published = "",
    outlet: Outlet = "",
    lang: Lang = "",
    columns: Columns = "",
    fetch: Fetch = False,
    proxy: Proxy = "",
    reader: Readers = None,
    reader_alone: Alone = False,
    workers: int = typer.Option(
        0, help="عدد العمليات · Processes that read (0: all cores)."
    ),
) -> None:
    """أدخل تقارير في السجل · Take reports into a register."""
    from tawthiq.workflow.registers.opening import open_register  # noqa: PLC0415

    settings = settings_of()
    options = read_options(
        published=published, outlet=outlet, lang=lang, columns=columns
    )
    opened = open_register(register)
    # Opening starts Django, which the register's rows need before they are imported.
    from tawthiq.workflow.registers.recording import ingest as take_in  # noqa: PLC0415

    watch = _Teller(settings.ui)
    done = take_in(
        opened,
        files,
        IngestOptions(
            home=settings.home,
            workers=workers or os.cpu_count() or 1,
            reading=options,
            fetching=fetch_options(fetch=fetch, proxy=proxy),
            choice=reader_choice(reader, alone=reader_alone),
        ),
        watch=watch,
    )
    watch.end(done)
    if done.aside or done.failed:
        raise typer.Exit(1)


class _Teller:
    """Says on standard error how far an ingest has come."""

    def __init__(self, ui: str) -> None:
        self._ui = ui
        self._live = sys.stderr.isatty()

    def __call__(self, so_far: Progress, fault: InputError | None = None, /) -> None:
        if fault is not None:
            self._clear()
            print(f"tawthiq: {fault.message(self._ui)}", file=sys.stderr)  # noqa: T201
        if self._live:
            print(f"\r\033[K{self._line(so_far)}", end="", file=sys.stderr, flush=True)  # noqa: T201

    def end(self, so_far: Progress) -> None:
        """Say the last counts."""
        self._clear()
        typer.echo(self._line(so_far))

    def _clear(self) -> None:
        if self._live:
            print("\r\033[K", end="", file=sys.stderr)  # noqa: T201

    def _line(self, t: Progress) -> str:
        if self._ui == "ar":
            return (
                f"ملفات {t.files} (جديدة {t.captures}) · تقارير قرئت {t.read}"
                f" · معروفة {t.known} · نحيت {t.aside} · وقائع {t.incidents}"
            )
        return (
            f"files {t.files} (new {t.captures}) · reports read {t.read}"
            f" · known {t.known} · set aside {t.aside} · incidents {t.incidents}"
        )
