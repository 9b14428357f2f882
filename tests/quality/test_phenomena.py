"""Causes of faults: rules over invented reports; no word of what nobody may read."""

import importlib
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "bench" / "score_reading.py"
pytestmark = pytest.mark.skipif(
    not SCORER.is_file(), reason=f"{SCORER} is absent: nothing compares the two sides"
)
TEXT = "قصفت طائرة قرية النبعة.\nقتل ثلاثة مدنيين في بلدة السدرة."
Row = dict[str, Any]


@pytest.fixture(autouse=True)
def harness(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "bench/quality"))


@pytest.fixture
def scoring(harness: None) -> ModuleType:
    del harness
    made: ModuleType = importlib.import_module("material").scorer("score_reading")
    return made


def expected(quote: str, **values: object) -> Row:
    empty: Row = {k: [] for k in ("places", "perpetrators", "weapons", "struck")}
    empty |= {k: [] for k in ("casualties", "victims", "attribution")}
    told = {"kind": "incident", "type": "air_strike", "stance": "asserted"}
    return {"id": "e1", "quote": quote, "date": None, **told, **empty, **values}


def read(quote: str, **values: object) -> Row:
    event = expected(quote, **values)
    start = TEXT.index(quote)
    event["trigger"] = {"start": start, "end": start + len(quote), "quote": quote}
    event["rule"] = "attacks"
    del event["quote"]
    return event


def place(name: str, role: str = "at", state: str = "resolved") -> Row:
    start = TEXT.find(name)
    span = {"start": start, "end": start + len(name), "quote": name}
    return {
        "quote": name,
        "role": role,
        "state": state,
        "rule": "head_name",
        "span": span,
    }


def count(low: int | None, group: str = "civilians", outcome: str = "killed") -> Row:
    return {
        "quote": "ثلاثة مدنيين",
        "outcome": outcome,
        "group": group,
        "low": low,
        "high": low,
        "part_of": None,
        "rule": "number_group",
        "span": {"start": 0, "end": 1, "quote": "ثلاثة مدنيين"},
    }


def faults(
    scoring: ModuleType, gold: list[Row], found: list[Row], part: str = "seen"
) -> list[Any]:
    reading = {"report": {"language": "ar"}, "events": found, "statements": []}
    of_report = importlib.import_module("phenomena.faults").faults_of
    return list(
        of_report(scoring, {"doc": "d1", "events": gold}, reading, text=TEXT, part=part)
    )


def tags(scoring: ModuleType, gold: list[Row], found: list[Row]) -> set[Any]:
    return {(f.slot, f.sign, f.tag) for f in faults(scoring, gold, found)}


def test_what_is_read_as_expected_is_no_fault(scoring: ModuleType) -> None:
    values = {"places": [place("النبعة")], "casualties": [count(3)]}
    assert not tags(scoring, [expected("قصفت", **values)], [read("قصفت", **values)])


def test_an_event_that_nothing_tells_is_missed_and_one_too_many_is_spurious(
    scoring: ModuleType,
) -> None:
    assert tags(scoring, [expected("قصفت طائرة")], []) == {
        ("event", "missed", "missed_event")
    }
    assert tags(scoring, [], [read("قصفت")]) == {("event", "spurious", "empty_report")}


def test_an_event_whose_place_stands_in_another_one_is_merged(
    scoring: ModuleType,
) -> None:
    two = [
        expected("قصفت طائرة", places=[place("النبعة")], casualties=[count(9)]),
        expected("قتل", places=[place("السدرة")]),
    ]
    one = read("قصفت", places=[place("النبعة"), place("السدرة")], casualties=[count(9)])
    found = tags(scoring, two, [one])
    assert ("event", "missed", "merged") in found
    assert ("place", "spurious", "wrong_owner") in found


def test_an_event_told_twice_is_split(scoring: ModuleType) -> None:
    gold = [expected("قصفت طائرة", places=[place("النبعة")])]
    twice = [read("قصفت", places=[place("النبعة")]) for _ in range(2)]
    assert tags(scoring, gold, twice) == {("event", "spurious", "split")}


def test_an_event_of_a_line_without_a_full_stop_is_furniture(
    scoring: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "TEXT", "اقرأ أيضا: غارة\n" + TEXT)
    gold = [expected("قتل", casualties=[count(3)], type="shooting")]
    found = [read("قتل", casualties=[count(3)], type="shooting"), read("غارة")]
    assert tags(scoring, gold, found) == {("event", "spurious", "title_or_furniture")}


@pytest.mark.parametrize(
    ("wanted", "got", "tag"),
    [
        (count(3), count(3, group="people"), "group"),
        (count(3), count(3, outcome="injured"), "outcome"),
        (count(3), count(4), "number"),
        ({**count(3), "part_of": 0}, count(4), "subset"),
    ],
)
def test_a_count_says_in_what_it_differs(
    scoring: ModuleType, wanted: Row, got: Row, tag: str
) -> None:
    values = {"places": [place("السدرة")]}
    gold = [expected("قتل", casualties=[wanted], **values)]
    found = [read("قتل", casualties=[got], **values)]
    assert ("casualty", "missed", tag) in tags(scoring, gold, found)


def test_a_place_in_another_role_is_told_from_one_not_read(scoring: ModuleType) -> None:
    gold = [expected("قصفت طائرة", places=[place("السدرة")])]
    found = tags(scoring, gold, [read("قصفت", places=[place("السدرة", "admin")])])
    assert found == {("place", "missed", "place_role")}
    assert tags(scoring, gold, [read("قصفت")]) == {("place", "missed", "unread")}


def test_a_place_without_a_point_is_open_and_counts_in_no_slot(
    scoring: ModuleType,
) -> None:
    gold = [expected("قصفت", places=[place("النبعة")])]
    open_ = [read("قصفت", places=[place("النبعة", state="ambiguous")])]
    assert tags(scoring, gold, open_) == {("placing", "open", "place_unresolved")}


def test_every_tag_that_a_rule_gives_has_words_in_both_languages() -> None:
    room = ROOT / "bench/quality/phenomena"
    words = importlib.import_module("phenomena.tags").labels()
    code = "".join(p.read_text(encoding="utf-8") for p in room.glob("*.py"))
    given = set(re.findall(r'(?:return|else) "([a-z_]+)"', code))
    assert given - words.keys() == set()
    assert words.keys() <= set(re.findall(r'"([a-z_]+)"', code))
    assert all(ar and en for ar, en in words.values())


def test_a_comparison_tells_what_was_won_and_what_was_lost(scoring: ModuleType) -> None:
    changes = importlib.import_module("phenomena.compare").changes
    gold = [expected("قصفت طائرة", places=[place("النبعة")])]
    before = faults(scoring, gold, [read("قصفت", type="shelling")])
    after = faults(scoring, gold, [read("قصفت", places=[place("النبعة")], kind="toll")])
    change = changes(before, after)
    assert {(f.slot, f.sign) for f in change.won} == {
        ("place", "missed"),
        ("type", "missed"),
        ("type", "spurious"),
    }
    assert {f.slot for f in change.lost} == {"kind"}
    assert changes(before, before) == ((), ())


def test_of_what_nobody_may_read_counts_alone_are_shown(scoring: ModuleType) -> None:
    kept = faults(scoring, [expected("قصفت طائرة قرية النبعة")], [], part="unseen")
    assert kept
    errors = importlib.import_module("errors")
    compare = importlib.import_module("phenomena.compare")
    change = compare.changes(kept, [])
    shown = [
        "\n".join(errors.listed(kept, slots=(), most=9)),
        "\n".join(compare.told(change)),
        importlib.import_module("phenomena.page").page(kept),
    ]
    for text in shown:
        assert "قصفت" not in text
        assert "d1" not in re.sub("<script.*", "", text)
    assert "| event | missed_event | 1 |" in shown[0]
    assert "| event | 1 | 0 | +1 |" in shown[1]


def test_the_page_asks_nobody_and_no_text_can_end_its_script(
    scoring: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        sys.modules[__name__], "TEXT", "قصفت </script><script>alert(1) @style@ قرية"
    )
    found = faults(scoring, [expected("قصفت")], [])
    made = importlib.import_module("phenomena.page").page(found)
    assert '<html lang="ar" dir="rtl">' in made
    assert "default-src 'none'" in made
    assert not re.search(r"(src|href)=|https?://", made)
    data = made.split('id="data">')[1].split("</script>")[0]
    (fault,) = json.loads(data)["faults"]
    assert fault["sentence"].startswith("قصفت </script>")
    assert "@style@" in fault["sentence"]


def test_a_commit_that_git_does_not_know_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    errors = importlib.import_module("errors")
    monkeypatch.setattr(sys, "argv", ["errors.py", "--compare", "no-such-commit"])
    assert errors.main() == 2
    assert "no-such-commit" in capsys.readouterr().err
