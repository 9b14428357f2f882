"""The command line, as the tests of commands run it."""

from pathlib import Path

import pytest
from tests.cli.command import Command


@pytest.fixture
def tawthiq(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Command:
    return Command(monkeypatch, capsys, tmp_path / "home")
