"""``tawthiq spot``: every mention, without events."""

import json
from pathlib import Path

import pytest
from tests.cli.command import REPORT, Command, lines


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_file_that_cannot_be_read_is_told(tawthiq: Command, tmp_path: Path) -> None:
    ran = tawthiq("spot", tmp_path / "absent.txt")
    assert ran.code == 1
    assert "absent.txt" in ran.err


def test_a_form_that_is_none_is_refused(tawthiq: Command, report: Path) -> None:
    assert tawthiq("spot", report, "--format", "xml").code == 2


def test_mentions_quote_the_report(tawthiq: Command, report: Path) -> None:
    ran = tawthiq("spot", report, "--format", "jsonl", "--published", "2031-03-05")
    (found,) = (json.loads(x) for x in lines(ran))
    kinds = {m["kind"] for m in found["mentions"]}
    assert {"date", "count", "place", "actor", "struck", "cue"} <= kinds
    for mention in found["mentions"]:
        span = mention["span"]
        assert REPORT[span["start"] : span["end"]] == span["quote"]


def test_a_date_is_counted_from_the_day_given(tawthiq: Command, report: Path) -> None:
    ran = tawthiq("spot", report, "--format", "json", "--published", "2031-03-05")
    (found,) = json.loads(ran.out)
    (date,) = [m for m in found["mentions"] if m["kind"] == "date"]
    assert (date["from"], date["to"], date["precision"]) == (
        "2031-03-04",
        "2031-03-04",
        "day",
    )


def test_a_table_is_spotted_by_the_columns_told(
    tawthiq: Command, tmp_path: Path
) -> None:
    table = tmp_path / "reports.csv"
    table.write_text(f'ref,body,day\n7,"{REPORT}",2031-03-05\n', encoding="utf-8")
    told = "text=body,published=day,id=ref"
    (found,) = (json.loads(x) for x in lines(tawthiq("spot", table, "--map", told)))
    assert found["report"]["id"] == "7"
    assert any(m["kind"] == "date" for m in found["mentions"])


@pytest.mark.parametrize("command", ["read", "spot"])
def test_an_address_is_not_fetched_unless_asked(tawthiq: Command, command: str) -> None:
    ran = tawthiq(command, "https://news.invalid/report")
    assert ran.code == 1
    assert "--fetch" in ran.err


def test_the_commands_that_take_reports_have_the_same_options(
    tawthiq: Command,
) -> None:
    for command in ("read", "spot", "ingest"):
        told = tawthiq(command, "--help").out
        for option in ("published", "outlet", "lang", "map", "fetch", "proxy"):
            assert f"--{option}" in told, (command, option)
