"""``tawthiq witness``: what people told in confidence, kept apart and encrypted."""

import os
import sys
from pathlib import Path

import typer

from tawthiq.cli.registers import ARGUMENT, opened
from tawthiq.cli.settings import settings_of

app = typer.Typer(
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="ما قاله الناس على ثقة: منفصل ومشفر · What was told in confidence.",
)

IDENTITY = typer.Argument(..., help="المعرف · Its id.")


@app.command()
def add(
    register: Path = ARGUMENT,
    text: str = typer.Argument("-", help="النص، أو - للدخل القياسي · The text, or -."),
) -> None:
    """احفظ شهادة · Keep what a witness told."""
    told = sys.stdin.read() if text == "-" else text
    at = opened(register)
    from tawthiq.workflow.registers import witnessing  # noqa: PLC0415 - after Django

    typer.echo(witnessing.add(at, told, passphrase=_passphrase()))


@app.command()
def read(register: Path = ARGUMENT, identity: str = IDENTITY) -> None:
    """اقرأ شهادة؛ القراءة تسجل · Read one; that it was read is recorded."""
    at = opened(register)
    from tawthiq.workflow.registers import witnessing  # noqa: PLC0415 - after Django

    typer.echo(witnessing.read(at, identity, passphrase=_passphrase()))


@app.command()
def erase(register: Path = ARGUMENT, identity: str = IDENTITY) -> None:
    """امح شهادة إلى الأبد · Erase one for ever."""
    at = opened(register)
    from tawthiq.workflow.registers import witnessing  # noqa: PLC0415 - after Django

    witnessing.erase(at, identity, passphrase=_passphrase())


@app.command("list")
def listing(register: Path = ARGUMENT) -> None:
    """اعرض المعرفات · List the ids."""
    at = opened(register)
    from tawthiq.workflow.registers import witnessing  # noqa: PLC0415 - after Django

    for name in witnessing.standing(at):
        typer.echo(name)


def _passphrase() -> str:
    """Take the passphrase from the environment, else ask for it without showing it."""
    asked = "كلمة السر" if settings_of().ui == "ar" else "Passphrase"
    told = os.environ.get("TAWTHIQ_PASSPHRASE")
    return told or str(typer.prompt(asked, hide_input=True))
