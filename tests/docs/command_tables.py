"""The tables of arguments and options of every command, out of the commands themselves.

``docs/reference/commands.md`` and ``commands.ar.md`` hold each table between
``<!-- options: NAME -->`` and ``<!-- /options -->``; ``ACCEPT=1 make docs`` writes them.
"""

import re
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from typing import Any

import typer

from tawthiq.cli.main import COMMANDS

PLACE = re.compile(
    r"<!-- options: (?P<name>[a-z -]+) -->\n(?P<table>.*?)<!-- /options -->", re.DOTALL
)
HEADS = {
    "ar": "| الوسيط أو الخيار | ما هو |",
    "en": "| argument or option | what it is |",
}
SHELL = {"install_completion", "show_completion", "help"}


def command_tables(language: str) -> dict[str, str]:
    """Give the table of each command and subcommand by its name.

    Args:
        language: ``ar`` or ``en``; every help text says both, Arabic first.
    """
    return {name: _table(command, language) for name, command in _commands()}


def filled(page: str, language: str) -> str:
    """Give a page with its tables written anew."""
    tables = command_tables(language)

    def table(found: re.Match[str]) -> str:
        name = found["name"]
        return f"<!-- options: {name} -->\n{tables[name]}<!-- /options -->"

    return PLACE.sub(table, page)


def _commands() -> Iterator[tuple[str, Any]]:
    for name in COMMANDS:
        app = import_module(f"tawthiq.cli.{name.replace('-', '_')}").app
        command: Any = typer.main.get_command(app)
        for part, inner in getattr(command, "commands", {"": command}).items():
            yield f"{name} {part}".strip(), inner


def _table(command: Any, language: str) -> str:  # noqa: ANN401
    rows = [
        f"| {_sign(one)} | {said(one.help or '', language)}{_choices(one)} |"
        for one in command.params
        if one.name not in SHELL
    ]
    return "\n".join([HEADS[language], "|---|---|", *rows]) + "\n"


def _sign(one: Any) -> str:  # noqa: ANN401
    if one.param_type_name == "argument":
        return f"`{one.metavar or one.name.upper()}`"
    sign = f"`{one.opts[0]}`"
    return f"**{sign}**" if one.required else sign


def _choices(one: Any) -> str:  # noqa: ANN401
    """Give what an option may be, its default first."""
    kind = one.type_descriptor.annotation
    if not (isinstance(kind, type) and issubclass(kind, Enum)):
        return ""
    default = [one.default.value] if one.default is not None else []
    rest = [str(choice.value) for choice in kind if choice.value not in default]
    return f" ({', '.join([f'**{d}**' for d in default] + rest)})"


def said(text: str, language: str) -> str:
    """Give the Arabic or the English half of a help text."""
    arabic, _, english = text.partition(" · ")
    told = arabic if language == "ar" or not english else english
    return told.strip().replace("|", "\\|")
