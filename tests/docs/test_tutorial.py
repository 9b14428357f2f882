"""The tutorial does what it says, in both languages."""

import re
import shlex
from pathlib import Path

import pytest
from tests.cli.command import Command

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def calls(page: str) -> list[list[str]]:
    """Give the commands of a page, without their first word."""
    text = (ROOT / "docs" / "tutorial" / page).read_text(encoding="utf-8")
    found = [line for block in BLOCK.findall(text) for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in found if line.startswith("tawthiq ")]


def test_both_languages_give_the_same_commands() -> None:
    def bare(page: str) -> list[list[str]]:
        return [
            words[: words.index("--reason")] if "--reason" in words else words
            for words in calls(page)
        ]

    assert bare("first-register.md") == bare("first-register.ar.md")


@pytest.mark.parametrize(
    ("page", "ui"), [("first-register.md", "en"), ("first-register.ar.md", "ar")]
)
def test_every_step_of_the_tutorial_works(
    tawthiq: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
    ui: str,
) -> None:
    for name in ("docs", "examples"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    for words in calls(page):
        ran = tawthiq(*words, ui=ui)
        assert ran.code == 0, (words, ran.err)
    assert "12–15" in tawthiq("incidents", "restored", ui=ui).out  # noqa: RUF001
    released = (tmp_path / "release" / "incidents.csv").read_text(encoding="utf-8")
    assert "الريحاني" not in released
