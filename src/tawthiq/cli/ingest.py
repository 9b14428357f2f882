"""``tawthiq ingest``: files and folders into a register."""

import os
import sys
from pathlib import Path

import typer

from tawthiq.cli.settings import settings_of
from tawthiq.errors import InputError
from tawthiq.workflow.progress import Progress
from tawthiq.workflow.reading import options_of

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def ingest(
    register: Path = typer.Argument(..., help="مجلد السجل · The register's folder."),  # noqa: B008
    files: list[Path] = typer.Argument(..., help="ملفات أو مجلدات · Files or folders."),  # noqa: B008
    *,
    published: str = typer.Option(
        "", help="يوم النشر YYYY-MM-DD · The day of publication."
    ),
    outlet: str = typer.Option("", help="الجهة الناشرة · Who published it."),
    lang: str = typer.Option("", help="لغة التقرير: ar أو en · The report's language."),
    workers: int = typer.Option(
        0, help="عدد العمليات · Processes that read (0: all cores)."
    ),
) -> None:
    """أدخل تقارير في السجل · Take reports into a register."""
    from tawthiq.workflow.opening import open_register  # noqa: PLC0415

    settings = settings_of()
    options = options_of(published=published, outlet=outlet, language=lang)
    opened = open_register(register)
    # Opening starts Django, which the register's rows need before they are imported.
    from tawthiq.workflow.recording import ingest as take_in  # noqa: PLC0415

    watch = _Teller(settings.ui)
    done = take_in(
        opened,
        files,
        options,
        home=settings.home,
        workers=workers or os.cpu_count() or 1,
        watch=watch,
    )
    watch.end(done)
    if done.aside:
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
