"""Backups: a whole register in one file, and back."""

from pathlib import Path

from tawthiq.workflow.opening import Register


def back_up(register: Register, file: Path) -> None:
    """Write a register to one file."""
    raise NotImplementedError
