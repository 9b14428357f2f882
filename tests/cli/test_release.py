"""``check`` and ``export`` on a register: its ledger keeps what was let out."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.register.invented import invented, write_lines


@pytest.fixture
def filled(tawthiq: Command, tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    assert tawthiq("init", folder).code == 0
    lines = [invented(0), invented(3)]
    assert tawthiq("ingest", folder, write_lines(tmp_path / "1.jsonl", lines)).code == 0
    return folder


def test_a_register_is_exported_and_its_ledger_says_so(
    tawthiq: Command, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "package"
    words = ("--format", "datapackage", "--as-of", "2032-01-01", "--out", out)
    ran = tawthiq("export", filled, *words)
    assert ran.code == 0
    assert "let out 2 incidents, withheld 0" in ran.err
    assert tawthiq("verify", filled).code == 0
    entries = tawthiq("verify", filled).out
    again = tawthiq("export", filled, *words)
    assert again.code == 0
    assert tawthiq("verify", filled).out != entries


def test_reports_and_claims_of_a_register_come_along(
    tawthiq: Command, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "package"
    words = ("--format", "datapackage", "--profile", "internal", "--out", out)
    assert tawthiq("export", filled, *words).code == 0
    claims = list(csv.DictReader(io.StringIO((out / "claims.csv").read_text("utf-8"))))
    assert {claim["report_id"] for claim in claims} == {"a1", "a4"}
    assert all(claim["incident_id"] for claim in claims)
    assert "أربعة مدنيين" in {claim["quote"] for claim in claims}


def test_a_public_export_of_a_register_masks_its_reports(
    tawthiq: Command, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "package"
    words = ("--format", "datapackage", "--as-of", "2032-01-01", "--out", out)
    tawthiq("export", filled, *words)
    assert "أربعة مدنيين" not in (out / "claims.csv").read_text("utf-8")
    reports = csv.DictReader(io.StringIO((out / "reports.csv").read_text("utf-8")))
    assert [report["id"] for report in reports] == ["source-00001", "source-00002"]


@pytest.mark.parametrize("form", ["csv", "datapackage", "airwars"])
@pytest.mark.parametrize("profile", ["internal", "public"])
def test_what_was_exported_is_known_again_when_it_comes_back(
    tawthiq: Command, filled: Path, tmp_path: Path, form: str, profile: str
) -> None:
    words = ("--format", form, "--profile", profile, "--as-of", "2032-01-01")
    assert tawthiq("export", filled, *words, "--out", tmp_path / "out").code == 0
    for ui, told in (("en", "2 were here already"), ("ar", "وكانت هنا من قبل 2")):
        own = tmp_path / "out" / "incidents.csv"
        ran = tawthiq("import-incidents", filled, own, ui=ui)
        assert told in ran.err
    assert len(tawthiq("incidents", filled, "--format", "jsonl").out.splitlines()) == 2


def test_another_table_comes_in_once(
    tawthiq: Command, filled: Path, tmp_path: Path
) -> None:
    table = tmp_path / "theirs.csv"
    table.write_text("code,date\nX1,2031-03-02\nX2,2031-03-03\n", encoding="utf-8")
    assert "imported 2 incidents, set" in tawthiq("import-incidents", filled, table).err
    table.write_text("code,date\nX2,2031-03-03\nX3,2031-03-04\n", encoding="utf-8")
    again = tawthiq("import-incidents", filled, table)
    assert "imported 1 incidents, 1 were here already" in again.err


def test_a_register_is_checked(tawthiq: Command, filled: Path) -> None:
    ran = tawthiq("check", filled, "--format", "jsonl")
    told = [json.loads(line)["rule"] for line in ran.out.splitlines()]
    assert told == ["date_in_future"] * 2


def test_what_is_restricted_leaves_only_where_one_says_so(
    tawthiq: Command, filled: Path
) -> None:
    words = ("--format", "csv", "--profile", "internal")
    assert len(tawthiq("export", filled, *words).out.splitlines()) == 3
    # The desk's tables can be imported once a register was opened.
    from tawthiq.desk.restricting.restrictions import REPORT, restrict  # noqa: PLC0415
    from tawthiq.register.services.ledger import head  # noqa: PLC0415

    restrict(REPORT, "a1", (), by="a tester", reason="invented")
    ran = tawthiq("export", filled, *words)
    assert len(ran.out.splitlines()) == 2
    assert "restricted, left out: 1" in ran.err
    last = head()
    assert last is not None
    assert (last.body["restricted"], last.body["restricted_let_out"]) == (1, False)
    ran = tawthiq("export", filled, *words, "--with-restricted", ui="ar")
    assert len(ran.out.splitlines()) == 3
    assert "تحذير" in ran.err
    last = head()
    assert last is not None
    assert (last.body["restricted"], last.body["restricted_let_out"]) == (1, True)
    assert tawthiq("verify", filled).code == 0
