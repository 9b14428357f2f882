"""``tawthiq work``: do what waits in a register."""

import os
import signal
import sys
from pathlib import Path
from threading import Event, Thread
from types import FrameType

import typer

from tawthiq.cli.read_options import Fetch, Proxy, fetch_options
from tawthiq.cli.registers import ARGUMENT
from tawthiq.cli.settings import settings_of
from tawthiq.desk.serving import open_desk
from tawthiq.workflow.ingest_options import IngestOptions

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def work(
    register: Path = ARGUMENT,
    *,
    once: bool = typer.Option(
        False,  # noqa: FBT003
        "--once",
        help="انته حين لا يبقى عمل · End when nothing waits.",
    ),
    with_parent: bool = typer.Option(
        False,  # noqa: FBT003
        "--with-parent",
        help="انته حين يغلق المدخل القياسي · End when standard input closes.",
    ),
    fetch: Fetch = False,
    proxy: Proxy = "",
) -> None:
    """أنجز ما ينتظر في السجل · Read what was handed in at the desk."""
    settings = settings_of()
    stop = Event()
    _end_on_signal(stop)
    if with_parent:
        Thread(target=_wait_for_parent, args=(stop,), daemon=True).start()
    register_open = open_desk(register, home=settings.home)
    from tawthiq.desk.publishing.doing import WORKS  # noqa: PLC0415 - after Django
    from tawthiq.workflow.registers.working import work as do_work  # noqa: PLC0415 - after Django

    options = IngestOptions(
        home=settings.home, fetching=fetch_options(fetch=fetch, proxy=proxy)
    )
    ended = do_work(
        register_open, options, stopped=stop.is_set, until_idle=once, works=WORKS
    )
    told = f"أعمال انتهت: {ended}" if settings.ui == "ar" else f"jobs ended: {ended}"
    typer.echo(told)


def _end_on_signal(stop: Event) -> None:
    def asked(_: int, __: FrameType | None) -> None:
        if stop.is_set():  # asked twice: at once
            os._exit(130)
        stop.set()

    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, asked)


def _wait_for_parent(stop: Event) -> None:
    """End with who started us, however it ends: its side of the pipe closes then."""
    while sys.stdin.buffer.read(1):
        pass
    stop.set()
