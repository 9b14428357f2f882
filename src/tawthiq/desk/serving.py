"""Serving the desk: one process on this computer, over an open register."""

import os
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tawthiq.errors import OptionError
from tawthiq.workflow.registers.opening import Register, open_register

HOST = "127.0.0.1"
THREADS = 4
"""More would only wait for each other: Python runs one at a time. With eight readers on
a map, four answer nineteen of twenty in 92 ms where eight take 132."""
KEY_FILE = "desk.key"
"""What signs sessions: made at the first opening, readable by its owner alone."""


def use_desk_settings() -> None:
    """Let Django start with the desk's settings; before any register is opened."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tawthiq.desk.settings"


def open_desk(
    folder: Path, *, home: Path | None = None, fetch: bool = False
) -> Register:
    """Open a register for the desk, and bring the desk's own tables up to date.

    Args:
        folder: the register's.
        home: where the user's own gazetteers are; none where there are none.
        fetch: whether addresses that people give are fetched.

    Raises:
        RegisterError: there is no register, or it cannot be opened.
    """
    use_desk_settings()
    register = open_register(folder)
    from django.conf import settings  # noqa: PLC0415 - after Django started
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    call_command("clearsessions")
    settings.SECRET_KEY = _key(folder)
    settings.REGISTER = register
    settings.HOME = home or folder
    settings.FETCH = fetch
    settings.FIRST_RUN_WORD = secrets.token_urlsafe(24)
    return register


def first_run_path() -> str:
    """Give the address of the first account's page; empty once there is an account.

    The word in it is drawn anew at each start and known to who started the desk alone.
    """
    from django.conf import settings  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from tawthiq.desk.people.accounts import Account  # noqa: PLC0415

    if Account.objects.exists():
        return ""
    return reverse("people:first", args=[settings.FIRST_RUN_WORD])


def serve(port: int, *, ready: Callable[[str], None], behind: str = "") -> None:
    """Serve the desk that was opened, until interrupted.

    Args:
        port: on the loopback address; 0 for any that is free.
        ready: called with the address once requests are heard.
        behind: the address under which a proxy on this computer serves the desk over
            HTTPS; none where it is for this computer alone.

    Raises:
        OptionError: another program holds the port, or ``behind`` is no such address.
    """
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415
    from waitress.server import create_server  # noqa: PLC0415

    from tawthiq.desk.behind import PROXY, stand_behind  # noqa: PLC0415
    from tawthiq.desk.warming import warm_beside  # noqa: PLC0415

    public = stand_behind(behind) if behind else ""
    heard = _listen(port)
    server = create_server(
        get_wsgi_application(),
        sockets=[heard],
        threads=THREADS,
        ident=None,
        clear_untrusted_proxy_headers=True,
        **(PROXY if behind else {}),
    )
    ready(public or f"http://{HOST}:{heard.getsockname()[1]}")
    warm_beside()
    try:
        server.run()
    finally:
        server.close()


def _listen(port: int) -> socket.socket:
    heard = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    heard.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        heard.bind((HOST, port))
    except OSError as fault:
        heard.close()
        raise OptionError(
            ar="المنفذ مشغول ببرنامج آخر",
            en="another program holds the port",
            where=f"{HOST}:{port}",
            remedy_ar="اختر غيره: --port 8766، أو --port 0 لأي منفذ حر",
            remedy_en="choose another: --port 8766, or --port 0 for any free one",
        ) from fault
    heard.listen(64)
    return heard


def _key(folder: Path) -> str:
    path = folder / KEY_FILE
    if not path.exists():
        # A desk and a worker may start at once: the first whole key holds.
        half = path.with_name(f"{KEY_FILE}.{secrets.token_hex(4)}")
        made = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
        with suppress(FileExistsError):
            os.link(half, path)
        half.unlink()
    return path.read_text(encoding="ascii").strip()
