"""What `check` and `export` work on: a register, or files of incidents."""

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from tawthiq.cli.options_told import mapping
from tawthiq.cli.registers import is_register, opened
from tawthiq.errors import InputError, OptionError
from tawthiq.model.publication import Material
from tawthiq.workflow.publishing.materials import (
    material_of_files,
    material_of_register,
)
from tawthiq.workflow.publishing.releasing import Terms
from tawthiq.workflow.registers.opening import Register


class Source:
    """The incidents of one register, or of files.

    Args:
        paths: a register's folder alone, or files.
        told: ``field=column`` words for tables.
        ui: the user's language, for rows that are set aside.
        opener: how a register is opened.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        told: Iterable[str],
        ui: str,
        *,
        opener: Callable[[Path], Register] = opened,
    ) -> None:
        self.register: Register | None = None
        self.aside = 0
        self._ui = ui
        self._paths = paths
        self._told = mapping(told)
        self._opener = opener

    def material(self) -> Material:
        """Read it; rows that cannot be read are named on standard error.

        Raises:
            InputError: a file cannot be read.
            RegisterError: the register cannot be opened.
        """
        if len(self._paths) == 1 and is_register(self._paths[0]):
            self.register = self._opener(self._paths[0])
            return material_of_register()
        return material_of_files(self._paths, told=self._told, aside=self._set_aside)

    def _set_aside(self, fault: InputError) -> None:
        self.aside += 1
        print(f"tawthiq: {fault.message(self._ui)}", file=sys.stderr)  # noqa: T201


def day(told: str, option: str) -> date | None:
    """Read a day; None where none is told.

    Raises:
        OptionError: it is no day.
    """
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        raise OptionError(
            ar=f"ليس يوماً: {told!r}",
            en=f"not a day: {told!r}",
            where=option,
            remedy_ar="اكتب YYYY-MM-DD",
            remedy_en="write YYYY-MM-DD",
        ) from None


def terms_of(as_of: str, *, profile: str, recorder: str, licence: str) -> Terms:
    """Give on what terms incidents leave, today where no day is told.

    Raises:
        OptionError: the day is none.
    """
    return Terms(
        as_of=day(as_of, "--as-of") or datetime.now(UTC).date(),
        profile=profile,
        recorder=recorder,
        licence=licence,
    )
