"""The register that a command works on: named, or the folder one stands in."""

import os
from pathlib import Path

import typer

from tawthiq.workflow.registers.opening import SETTINGS, Register, open_register

ARGUMENT = typer.Argument(..., help="مجلد السجل · The register's folder.")
"""How a command names its register."""


def opened(folder: Path) -> Register:
    """Open a register for a command.

    Raises:
        RegisterError: there is none in the folder, or it cannot be opened.
    """
    return open_register(folder, by=os.environ.get("TAWTHIQ_USER", ""))


def is_register(folder: Path) -> bool:
    """Whether a folder is a register."""
    return (folder / SETTINGS).is_file()
