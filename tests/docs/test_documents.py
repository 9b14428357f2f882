"""The documents say what is there: commands, files, headings in both languages."""

import re
from pathlib import Path

import pytest

from tawthiq.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PAIRS = ("README", "METHOD", "CONTRIBUTING")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
TARGET = re.compile(r"\bmake ([a-z]+)")
CALL = re.compile(r"tawthiq ([a-z]+(?:-[a-z]+)?)\b")
CODE = re.compile(r"```.*?```|`[^`]+`", re.DOTALL)


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PAGES, ids=ids)
def test_links_lead_to_files(path: Path) -> None:
    lost = [t for t in LINK.findall(text(path)) if not (path.parent / t).exists()]
    assert lost == []


@pytest.mark.parametrize("path", PAGES, ids=ids)
def test_make_targets_exist(path: Path) -> None:
    known = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))
    code = "\n".join(re.findall(r"`[^`]+`|```.*?```", text(path), re.DOTALL))
    assert set(TARGET.findall(code)) <= known


@pytest.mark.parametrize("name", PAIRS)
def test_both_languages_have_the_same_headings(name: str) -> None:
    def levels(file: str) -> list[int]:
        found = re.findall(r"^(#+) ", text(ROOT / file), re.MULTILINE)
        return [len(h) for h in found]

    english, arabic = levels(f"{name}.md"), levels(f"{name}.ar.md")
    assert english == arabic
    assert len(english) > 2


@pytest.mark.parametrize("name", PAIRS)
def test_both_languages_point_at_the_same_files(name: str) -> None:
    def links(file: str) -> set[str]:
        return {t.replace(".ar.md", ".md") for t in LINK.findall(text(ROOT / file))}

    assert links(f"{name}.md") == links(f"{name}.ar.md")


@pytest.mark.parametrize("name", ["README.md", "README.ar.md"])
def test_the_readme_names_every_command_and_the_two_make_targets(name: str) -> None:
    said = text(ROOT / name)
    code = "\n".join(CODE.findall(said))
    assert set(CALL.findall(code)) <= set(COMMANDS)
    assert set(COMMANDS) <= set(re.findall(r"[a-z]+(?:-[a-z]+)*", code))
    assert {"run", "test"} <= set(TARGET.findall(said))


@pytest.mark.parametrize("name", ["README.md", "README.ar.md"])
def test_the_readme_has_its_place_for_figures(name: str) -> None:
    said = text(ROOT / name)
    assert said.index("<!-- figures -->") < said.index("<!-- /figures -->")


def test_the_examples_say_that_they_are_invented() -> None:
    for path in (ROOT / "examples").iterdir():
        said = text(path)
        assert "مُختلَق" in said or "Invented" in said
