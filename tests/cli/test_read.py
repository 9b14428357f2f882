"""``tawthiq read``: forms of output, exit codes, and bad input told plainly."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.command import REPORT, Command, lines

DAY = ("--published", "2031-03-05")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_report_without_harm_gives_no_event(tawthiq: Command, tmp_path: Path) -> None:
    path = tmp_path / "sport.txt"
    path.write_text("فاز الفريق بثلاثة أهداف في مباراة الأمس.", encoding="utf-8")
    ran = tawthiq("read", path, "--format", "json", *DAY)
    assert ran.code == 0
    assert json.loads(ran.out)[0]["events"] == []


def test_an_empty_file_is_told_and_fails(tawthiq: Command, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    ran = tawthiq("read", path)
    assert ran.code == 1
    assert "empty.txt" in ran.err
    assert ran.out.strip() == ""


def test_a_binary_is_told_and_fails(tawthiq: Command, tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    ran = tawthiq("read", path)
    assert ran.code == 1
    assert "picture.txt" in ran.err


def test_a_fault_is_told_in_arabic_to_who_works_in_it(
    tawthiq: Command, tmp_path: Path
) -> None:
    ran = tawthiq("read", tmp_path / "absent.txt", ui="ar")
    assert ran.code == 1
    assert any("\u0620" <= c <= "\u064a" for c in ran.err)


def test_broken_utf8_is_read_or_told_but_never_breaks(
    tawthiq: Command, tmp_path: Path
) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes(REPORT.encode()[:-3] + b"\xff\xfe " + REPORT.encode())
    ran = tawthiq("read", path, "--format", "jsonl", *DAY)
    assert ran.code in {0, 1}
    assert (ran.code == 1) == bool(ran.err)


def test_windows_1256_is_read_as_arabic(tawthiq: Command, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(REPORT.encode("cp1256"))
    ran = tawthiq("read", path, "--format", "json", *DAY)
    assert ran.code == 0
    (reading,) = json.loads(ran.out)
    assert reading["report"]["language"] == "ar"
    assert any(c["span"]["quote"] == "3 مدنيين" for c in casualties(reading))


def test_a_bad_line_is_told_by_number_and_the_others_are_read(
    tawthiq: Command, tmp_path: Path
) -> None:
    path = tmp_path / "reports.jsonl"
    good = [json.dumps({"id": name, "text": REPORT}) for name in ("a", "b")]
    path.write_text(f"{good[0]}\nnot JSON\n{good[1]}\n", "utf-8")
    ran = tawthiq("read", path, "--format", "jsonl")
    assert ran.code == 1
    assert "reports.jsonl:2" in ran.err
    assert [json.loads(x)["report"]["id"] for x in lines(ran)] == ["a", "b"]


def test_a_language_without_a_pack_gives_no_events(
    tawthiq: Command, report: Path
) -> None:
    ran = tawthiq("read", report, "--lang", "fr", "--format", "json")
    assert ran.code in {0, 2}
    if ran.code == 0:
        assert json.loads(ran.out)[0]["events"] == []
    else:
        assert "fr" in ran.err


def test_a_day_that_is_none_is_refused_with_a_remedy(
    tawthiq: Command, report: Path
) -> None:
    ran = tawthiq("read", report, "--published", "5 March")
    assert ran.code == 2
    assert "2031-03-05" in ran.err


def test_a_display_language_that_is_none_is_refused(
    tawthiq: Command, report: Path
) -> None:
    ran = tawthiq("read", report, "--ui", "fr")
    assert ran.code == 2
    assert "--ui" in ran.err


def test_every_value_quotes_the_report(tawthiq: Command, report: Path) -> None:
    ran = tawthiq("read", report, "--format", "jsonl", *DAY)
    assert ran.code == 0
    (reading,) = (json.loads(x) for x in lines(ran))
    (event,) = reading["events"]
    assert event["type"] == "air_strike"
    assert event["date"]["from"] == "2031-03-04"
    for casualty in event["casualties"]:
        span = casualty["span"]
        assert REPORT[span["start"] : span["end"]] == span["quote"]


def test_json_is_one_list_and_jsonl_one_line_each(
    tawthiq: Command, report: Path
) -> None:
    assert len(json.loads(tawthiq("read", report, report, "--format", "json").out)) == 2
    assert len(lines(tawthiq("read", report, report, "--format", "jsonl"))) == 2


@pytest.mark.parametrize(("ui", "word"), [("ar", "الضحايا"), ("en", "Casualties")])
def test_cards_speak_the_language_of_their_user(
    tawthiq: Command, report: Path, *, ui: str, word: str
) -> None:
    ran = tawthiq("read", report, *DAY, "--ui", ui)
    assert ran.code == 0
    assert word in ran.out
    assert "3 مدنيين" in ran.out


def test_the_page_is_one_page_that_loads_nothing(
    tawthiq: Command, report: Path
) -> None:
    page = tawthiq("read", report, "--format", "html", *DAY).out
    assert page.lower().startswith("<!doctype html>")
    assert page.count("</html>") == 1
    assert "src=" not in page
    assert 'http-equiv="Content-Security-Policy"' in page


def test_standard_input_is_read(tawthiq: Command) -> None:
    ran = tawthiq("read", "-", "--format", "json", *DAY, stdin=REPORT.encode())
    assert ran.code == 0
    assert len(json.loads(ran.out)[0]["events"]) == 1


def test_what_is_given_is_kept(tawthiq: Command, report: Path) -> None:
    ran = tawthiq("read", report, "--format", "json", *DAY, "--outlet", "السنبلة")
    told = json.loads(ran.out)[0]["report"]
    assert told["outlet"] == "السنبلة"
    assert (told["published"], told["published_basis"]) == ("2031-03-05", "given")


def casualties(
    reading: dict[str, list[dict[str, list[dict[str, dict[str, str]]]]]],
) -> list[dict[str, dict[str, str]]]:
    """Give the casualties of all events."""
    return [c for event in reading["events"] for c in event["casualties"]]


def test_what_is_less_probable_is_left_out_on_request(
    tawthiq: Command, report: Path
) -> None:
    def read(*more: str) -> list[dict[str, Any]]:
        ran = tawthiq("read", report, "--format", "json", *DAY, *more)
        assert ran.code == 0
        events: list[dict[str, Any]] = json.loads(ran.out)[0]["events"]
        return events

    (event,) = read()
    bar = max(c["confidence"] for c in event["casualties"])
    assert read("--min-confidence", "0") == [event]
    (kept,) = read("--min-confidence", str(bar))
    assert [c["confidence"] for c in kept["casualties"]] == [bar]
    assert read("--min-confidence", "1") == []
    assert tawthiq("read", report, "--min-confidence", "2").code == 2
