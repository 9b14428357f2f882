"""The worker beside the desk: a process of its own, so that pages stay quick."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

PAUSE_SECONDS = 2.0
"""How long a worker that ended is left before another is started."""


@contextmanager
def worker_beside(folder: Path, *, fetch: bool) -> Iterator[None]:
    """Keep a worker on a register as long as the block runs; a dead one is replaced.

    It ends with this process however that ends: its standard input closes then.
    """
    over = Event()
    thread = Thread(target=_keep, args=(folder, fetch, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _keep(folder: Path, fetch: bool, over: Event) -> None:  # noqa: FBT001
    words = [sys.executable, "-m", "tawthiq", "work", str(folder), "--with-parent"]
    if fetch:
        words.append("--fetch")
    while not over.is_set():
        with subprocess.Popen(  # noqa: S603 - our own program
            words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
        ) as process:
            while process.poll() is None and not over.wait(0.2):
                pass
        # Leaving the block closed the worker's standard input and waited for its end.
        over.wait(PAUSE_SECONDS)
