"""``publish`` and ``search``: a profile first, a look before, and nothing restricted."""

import json
from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.register.invented import invented, write_lines

PUBLIC = ("--profile", "public", "--as-of", "2031-06-01")


@pytest.fixture
def filled(tawthiq: Command, tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    assert tawthiq("init", folder).code == 0
    lines = [invented(0), invented(3)]
    assert tawthiq("ingest", folder, write_lines(tmp_path / "1.jsonl", lines)).code == 0
    return folder


def test_nothing_is_published_without_a_public_profile(
    tawthiq: Command, filled: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    for words in ((), ("--profile", "internal"), ("--profile", "nothing")):
        ran = tawthiq("publish", filled, site, *words)
        assert (ran.code, ran.out) == (2, "")
        assert "--profile" in ran.err
    assert not site.exists()


def test_risks_are_listed_and_nothing_is_written(
    tawthiq: Command, filled: Path, tmp_path: Path
) -> None:
    ran = tawthiq("publish", filled, tmp_path / "site", *PUBLIC, "--risks")
    assert ran.code == 0
    assert "single source" in ran.out
    assert not (tmp_path / "site").exists()


def test_a_site_is_published_and_the_register_verifies(
    tawthiq: Command, filled: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    ran = tawthiq("publish", filled, site, *PUBLIC)
    assert ran.code == 0
    assert "incidents 2, withheld 0" in ran.err
    assert (site / "en" / "index.html").is_file()
    assert tawthiq("verify", filled).code == 0


def test_what_is_restricted_is_published_by_nobody(
    tawthiq: Command, filled: Path, tmp_path: Path
) -> None:
    assert tawthiq("publish", filled, tmp_path / "site", *PUBLIC).code == 0
    from tawthiq.desk.restricting.restrictions import REPORT, restrict  # noqa: PLC0415

    restrict(REPORT, "a1", (), by="a tester", reason="invented")
    assert tawthiq("publish", filled, tmp_path / "site", *PUBLIC).code == 0
    table = (tmp_path / "site" / "data" / "incidents.csv").read_text(encoding="utf-8")
    assert len(table.splitlines()) == 2


def test_a_register_is_searched(tawthiq: Command, filled: Path) -> None:
    assert tawthiq("search", filled, "مطار").out == ""
    ran = tawthiq("search", filled, "السوق ليس أربعة", "--kind", "report", "--json")
    (line,) = ran.out.splitlines()
    hit = json.loads(line)
    assert (hit["kind"], hit["reference"]) == ("report", "a4")
    (passage,) = hit["passages"]
    assert passage["text"][slice(*passage["marks"][0])].endswith("سوق")
    again = tawthiq("search", filled, "السوق", "--rebuild")
    assert "Reports (2)" in again.out
    assert "indexed" in again.err
    assert tawthiq("search", filled, "--", "-سوق").code == 2
