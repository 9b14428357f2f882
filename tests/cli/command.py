"""Runs the command line inside the test's own process."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tawthiq.cli.main import run

REPORT = (
    "قُتل 3 مدنيين بينهم طفل في غارة روسية على سوق بلدة كفر مشمش أمس الثلاثاء، "
    "بحسب الدفاع المدني."
)
"""An invented report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command printed and with which code it ended."""

    code: int
    out: str
    err: str


class Command:
    """Runs ``tawthiq`` with a home of its own; ``ui`` is the user's language."""

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        home: Path,
    ) -> None:
        self._patch = monkeypatch
        self._capsys = capsys
        monkeypatch.setenv("TAWTHIQ_HOME", str(home))
        monkeypatch.setenv("TAWTHIQ_UI", "en")
        monkeypatch.setattr("tawthiq.cli.main._plain_utf8", lambda: None)

    def __call__(
        self, *words: str | Path, stdin: bytes | None = None, ui: str = "en"
    ) -> Ran:
        """Run the command and catch how it ends."""
        self._patch.setattr(sys, "argv", ["tawthiq", *map(str, words)])
        self._patch.setenv("TAWTHIQ_UI", ui)
        if stdin is not None:
            self._patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
        code = 0
        try:
            run()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        printed = self._capsys.readouterr()
        assert "Traceback" not in printed.err
        return Ran(code=code, out=printed.out, err=printed.err)


def lines(ran: Ran) -> Sequence[str]:
    """Give what was printed line by line."""
    return ran.out.splitlines()
