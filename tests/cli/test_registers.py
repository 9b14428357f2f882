"""The commands that work on a register, as a user calls them."""

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


def test_incidents_are_printed_as_the_format_says(
    tawthiq: Command, filled: Path
) -> None:
    ran = tawthiq("incidents", filled, "--format", "jsonl")
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert sorted(one["reports"] for one in told) == [["a1"], ["a4"]]
    for one in told:
        assert one["code"].split("-")[1] == "20310305"
        assert one["event_types"] == ["air_strike"]
        assert one["belligerents"] == ["russia"]
        assert one["review"] == "unreviewed"
        assert one["grading_reasons"]


@pytest.mark.parametrize(("ui", "grade"), [("ar", "ضعيفة"), ("en", "Weak")])
def test_the_table_speaks_the_language_of_its_user(
    tawthiq: Command, filled: Path, ui: str, grade: str
) -> None:
    ran = tawthiq("incidents", filled, ui=ui)
    assert "دير القصبات" in ran.out
    assert grade in ran.out


def test_a_sheet_leaves_empty_what_is_not_said(tawthiq: Command, filled: Path) -> None:
    ran = tawthiq("incidents", filled, "--format", "csv")
    head, first, _ = ran.out.splitlines()
    row = dict(zip(head.split(","), first.split(","), strict=True))
    assert (row["killed_low"], row["lat"]) in {("4", ""), ("8", "")}


def test_show_sets_every_claim_beside_its_words(tawthiq: Command, filled: Path) -> None:
    told = tawthiq("incidents", filled, "--format", "jsonl").out.splitlines()
    code = next(o["code"] for o in map(json.loads, told) if o["reports"] == ["a1"])
    ran = tawthiq("show", filled, code)
    assert "«أربعة مدنيين»" in ran.out
    assert "الدفاع المدني" in ran.out
    assert json.loads(tawthiq("show", filled, code, "--json").out)["code"] == code


def test_merging_takes_a_reason_and_can_be_undone(
    tawthiq: Command, filled: Path
) -> None:
    told = tawthiq("incidents", filled, "--format", "jsonl").out.splitlines()
    codes = [json.loads(line)["code"] for line in told]
    assert tawthiq("incidents", "merge", filled, *codes).code == 2
    done = tawthiq("incidents", "merge", filled, *codes, "--reason", "one strike")
    assert done.code == 0
    assert len(tawthiq("incidents", filled, "--format", "jsonl").out.splitlines()) == 1
    assert "one strike" in tawthiq("incidents", "decisions", filled).out
    assert tawthiq("incidents", "undo", filled, "1", "--reason", "two").code == 0
    assert len(tawthiq("incidents", filled, "--format", "jsonl").out.splitlines()) == 2


def test_verify_names_what_was_altered(tawthiq: Command, filled: Path) -> None:
    assert "nothing was altered" in tawthiq("verify", filled).out
    (file,) = (f for f in (filled / "evidence").rglob("*") if f.is_file())
    file.write_bytes(file.read_bytes() + b"x")
    ran = tawthiq("verify", filled, ui="ar")
    assert ran.code == 1
    assert file.name in ran.out
    assert "تغير" in ran.out


def test_a_folder_that_is_no_register_is_told_in_arabic(
    tawthiq: Command, tmp_path: Path
) -> None:
    ran = tawthiq("incidents", tmp_path, ui="ar")
    assert ran.code == 2
    assert "لا يوجد سجل هنا" in ran.err
    assert "tawthiq init" in ran.err


def test_stats_count_and_draw(tawthiq: Command, filled: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    ran = tawthiq("stats", filled, "--plots", tmp_path / "plots", "--format", "svg")
    assert "2031-03" in ran.out
    assert {p.name for p in (tmp_path / "plots").iterdir()} == {
        "months.svg",
        "actors.svg",
        "map.svg",
    }


def test_backup_and_restore(tawthiq: Command, filled: Path, tmp_path: Path) -> None:
    before = tawthiq("incidents", filled, "--format", "jsonl").out
    assert tawthiq("backup", filled, tmp_path / "b.tar.gz").code == 0
    assert tawthiq("restore", tmp_path / "b.tar.gz", tmp_path / "again").code == 0
    assert tawthiq("incidents", tmp_path / "again", "--format", "jsonl").out == before
    assert tawthiq("verify", tmp_path / "again").code == 0


def test_show_speaks_the_language_of_its_user_and_no_bare_codes(
    tawthiq: Command, filled: Path
) -> None:
    told = tawthiq("incidents", filled, "--format", "jsonl").out.splitlines()
    code = json.loads(told[0])["code"]
    arabic = tawthiq("show", filled, code, ui="ar").out
    assert "العدد: قتيل · مدنيون" in arabic
    assert "air_strike" not in arabic
    assert "Count: Killed · Civilians" in tawthiq("show", filled, code).out


def test_a_report_may_be_named_by_how_its_id_begins(
    tawthiq: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "register"
    rows = [invented(0), {**invented(0), "id": "b1", "outlet": "وكالة مختلقة أخرى"}]
    assert tawthiq("init", folder).code == 0
    tawthiq("ingest", folder, write_lines(tmp_path / "1.jsonl", rows))
    (line,) = tawthiq("incidents", folder, "--format", "jsonl").out.splitlines()
    code = json.loads(line)["code"]
    assert tawthiq("incidents", "split", folder, code, "c", "--reason", "?").code == 2
    assert tawthiq("incidents", "split", folder, code, "b", "--reason", "two").code == 0
    assert len(tawthiq("incidents", folder, "--format", "jsonl").out.splitlines()) == 2


def test_check_measures_against_the_day_that_is_asked(
    tawthiq: Command, filled: Path
) -> None:
    assert "date_in_future" in tawthiq("check", filled, "--as-of", "2031-03-01").out
    assert "date_in_future" not in tawthiq("check", filled, "--as-of", "2031-04-01").out


def test_vague_counts_follow_the_convention_that_the_register_chose(
    tawthiq: Command, tmp_path: Path
) -> None:
    text = "قُتل عشرات المدنيين في غارة على بلدة دير القصبات أمس، بحسب الدفاع المدني."
    row = {"id": "a", "published": "2031-03-05", "lang": "ar", "text": text}
    reports = write_lines(tmp_path / "1.jsonl", [row])
    told = []
    for chosen in ("none", "airwars"):
        folder = tmp_path / chosen
        tawthiq("init", folder)
        settings = folder / "register.toml"
        words = settings.read_text().replace(
            'vague_counts = "none"', f'vague_counts = "{chosen}"'
        )
        settings.write_text(words)
        tawthiq("ingest", folder, reports)
        (line,) = tawthiq("incidents", folder, "--format", "jsonl").out.splitlines()
        told.append(json.loads(line)["casualties"][0]["low"])
    assert told == [None, 20]


def test_links_are_shown_with_the_reasons_of_their_score(
    tawthiq: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "register"
    tawthiq("init", folder)
    lines = [invented(0), invented(1)]
    tawthiq("ingest", folder, write_lines(tmp_path / "1.jsonl", lines))
    (told,) = tawthiq("incidents", folder, "--format", "jsonl").out.splitlines()
    ran = tawthiq("incidents", "links", folder, json.loads(told)["code"], ui="ar")
    first, *reasons = ran.out.splitlines()
    assert first.startswith("a1#e1  a2#e1  +")
    assert len(reasons) > 3
    assert all(any("ء" <= c <= "ي" for c in line) for line in reasons)
