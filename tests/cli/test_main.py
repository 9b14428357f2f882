"""The door: commands found by name, errors spoken plainly, no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.command import REPORT, Command

from tawthiq import __version__
from tawthiq.cli.main import COMMANDS
from tawthiq.cli.settings import settings_of


def test_an_unknown_command_is_refused(tawthiq: Command) -> None:
    ran = tawthiq("divine")
    assert ran.code == 2
    assert "divine" in ran.err


def test_without_a_command_help_names_all(tawthiq: Command) -> None:
    ran = tawthiq()
    assert all(name in ran.out + ran.err for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_tells_how_it_is_used(tawthiq: Command, name: str) -> None:
    ran = tawthiq(name, "--help")
    assert ran.code == 0
    assert "--help" in ran.out


def test_the_version_is_told(tawthiq: Command) -> None:
    assert tawthiq("--version").out == f"tawthiq {__version__}\n"


@pytest.mark.parametrize(
    ("environment", "ui"),
    [
        ({"TAWTHIQ_UI": "en", "LANG": "ar_SY.UTF-8"}, "en"),
        ({"LANG": "ar_SY.UTF-8"}, "ar"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, "ar"),
        ({}, "ar"),
    ],
)
def test_the_display_language_is_asked_for_or_the_locale_s(
    environment: dict[str, str], ui: str
) -> None:
    assert settings_of(environment).ui == ui


def test_an_unexpected_error_is_one_line(
    tawthiq: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        message = "a loose brick"
        raise RuntimeError(message)

    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    monkeypatch.setattr("tawthiq.cli.read.readings", broken)
    monkeypatch.delenv("TAWTHIQ_DEBUG", raising=False)
    for ui in ("ar", "en"):
        ran = tawthiq("read", path, ui=ui)
        assert ran.code == 70
        assert "a loose brick" in ran.err
        assert len(ran.err.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(f'{{"text": "{REPORT}"}}\n' * 400, encoding="utf-8")
    command = [sys.executable, "-m", "tawthiq", "read", str(path), "--format", "jsonl"]
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
