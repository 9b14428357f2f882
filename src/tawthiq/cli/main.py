"""The command ``tawthiq``: finds a command by name, and speaks of errors plainly."""

import gc
import os
import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from tawthiq import __version__
from tawthiq.cli.settings import settings_of
from tawthiq.errors import TawthiqError

COMMANDS = (
    "read",
    "spot",
    "init",
    "ingest",
    "incidents",
    "show",
    "check",
    "export",
    "publish",
    "import-incidents",
    "search",
    "stats",
    "desk",
    "lift",
    "work",
    "verify",
    "seal",
    "backup",
    "restore",
    "witness",
    "wacz",
    "victims",
    "gazetteer",
    "pack",
)
"""Each is a module of this room with a typer ``app``, imported when it is called."""

COMPLETION = {"install_completion", "show_completion"}
GARBAGE = 50_000
"""Objects made before Python looks for cycles: a reading makes many and ties none."""


class ByName(TyperGroup):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002
        """Name the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002
        """Import a command; None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        app = import_module(f"tawthiq.cli.{cmd_name.replace('-', '_')}").app
        command = typer.main.get_command(app)
        command.name = cmd_name
        # Completion belongs to the whole program, not to each of its commands.
        command.params = [p for p in command.params if p.name not in COMPLETION]
        return command


app = typer.Typer(
    cls=ByName,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="توثيق · tawthiq: كل قيمة ومعها كلماتها · every value with its exact words.",
)


def _version(value: bool) -> None:  # noqa: FBT001
    if value:
        typer.echo(f"tawthiq {__version__}")
        raise typer.Exit


@app.callback()
def start(
    version: bool = typer.Option(  # noqa: FBT001
        False,  # noqa: FBT003
        "--version",
        callback=_version,
        is_eager=True,
        help="رقم الإصدار · The version.",
    ),
) -> None:
    """توثيق · tawthiq: كل قيمة ومعها كلماتها · every value with its exact words."""
    del version


def run() -> None:
    """Run the command line; no traceback reaches a user.

    The exit code is 0 where all went well, 1 where some input could not be read, 2
    where nothing could be done.
    """
    _plain_utf8()
    gc.set_threshold(GARBAGE)
    ui = settings_of().ui
    try:
        app()
    except TawthiqError as error:
        _say(error.message(ui))
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has gone; what is left has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _say(f"{where}{error.strerror or error}")
        sys.exit(2)
    except Exception as error:
        if os.environ.get("TAWTHIQ_DEBUG"):
            raise
        kind = type(error).__name__
        _say(
            f"خطأ غير متوقع ({kind}: {error}) — أعد التشغيل مع TAWTHIQ_DEBUG=1 وأبلغنا"
            if ui == "ar"
            else f"unexpected error ({kind}: {error}) — run again with TAWTHIQ_DEBUG=1"
            " and tell us"
        )
        sys.exit(70)


def _plain_utf8() -> None:
    """Speak UTF-8 whatever the locale says: the reports are Arabic."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _say(message: str) -> None:
    print(f"tawthiq: {message}", file=sys.stderr)  # noqa: T201
