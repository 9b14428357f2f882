"""Coverage: what a pack's rules and words did on invented reports."""

import json
from pathlib import Path
from typing import Any

import pytest

from tawthiq.errors import InputError, PackError
from tawthiq.lang.language import load_language
from tawthiq.workflow.packs.coverage import Coverage, Earned, Verdict, coverage
from tawthiq.workflow.packs.marked import Marks, alike, marked_reports, values_of

TEXT = "قُتل 3 مدنيين في غارة روسية على بلدة كفر مشمش أمس الثلاثاء."
QUIET = "افتتحت البلدية حديقة جديدة في بلدة كفر مشمش."


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    rows = [
        {"id": "r1", "text": TEXT, "published": "2031-03-05", "lang": "ar"},
        {"id": "r2", "text": QUIET, "published": "2031-03-05", "lang": "ar"},
    ]
    path.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    return path


def marked(tmp_path: Path, **values: Any) -> Path:  # noqa: ANN401 - as JSON has them
    event = {
        "quote": "غارة روسية",
        "date": {"quote": "أمس الثلاثاء", "from": "2031-03-04", "to": "2031-03-04"},
        "places": [{"quote": "كفر مشمش", "role": "at"}],
        "perpetrators": [{"quote": "روسية", "actor": "russia", "stance": "alleged"}],
        "weapons": [{"quote": "غارة", "code": "aircraft"}],
        "struck": [],
        "casualties": [
            {
                "quote": "3 مدنيين",
                "outcome": "killed",
                "group": "civilians",
                "low": 3,
                "high": 3,
            }
        ],
        "victims": [],
        "attribution": [],
        **values,
    }
    path = tmp_path / "gold.jsonl"
    row = {"doc": "r1", "events": [event]}
    path.write_text("\ufeff" + json.dumps(row) + "\n\n", encoding="utf-8")
    return path


def rule(found: Coverage, name: str) -> Earned:
    (one,) = [e for e in found.rules if e.name == name]
    return one


def test_without_marked_reports_nothing_is_right_or_wrong(
    reports: Path, tmp_path: Path
) -> None:
    found = coverage("ar", home=tmp_path, reports=reports)
    assert (found.reports, found.marked) == (2, 0)
    assert not any(e.rights or e.wrongs for e in (*found.rules, *found.words))
    assert rule(found, "harm_before").used == 1
    assert rule(found, "rounds_fell").verdict is Verdict.SILENT


def test_a_value_that_people_marked_is_right_by_its_rule_and_its_words(
    reports: Path, tmp_path: Path
) -> None:
    found = coverage("ar", home=tmp_path, reports=reports, gold=marked(tmp_path))
    assert found.marked == 1
    harm = rule(found, "harm_before")
    assert (harm.kind, harm.file, harm.rights, harm.wrongs) == ("finder", "", 1, 0)
    day = rule(found, "day_from_publication")
    assert (day.kind, day.file, day.rights) == ("rule", "rules/dates.yml", 1)
    assert day.line > 0
    words = {(e.name, e.file): e for e in found.words}
    civilians = next(
        e
        for (name, file), e in words.items()
        if name.startswith("مدنيين") and file == "words/groups.csv"
    )
    assert (civilians.rights, civilians.wrongs) == (1, 0)


def test_what_is_wrong_more_often_than_right_stands_first(
    reports: Path, tmp_path: Path
) -> None:
    gold = marked(tmp_path, date=None, casualties=[])
    found = coverage("ar", home=tmp_path, reports=reports, gold=gold)
    first = [e.name for e in found.rules if e.verdict is Verdict.HARMS]
    assert {"harm_before", "day_from_publication"} <= set(first)
    assert [e.name for e in found.rules[: len(first)]] == first
    order = list(Verdict)
    ranks = [order.index(e.verdict) for e in found.rules]
    assert ranks == sorted(ranks)


def test_rows_never_met_are_counted_by_sheet(reports: Path, tmp_path: Path) -> None:
    found = coverage("ar", home=tmp_path, reports=reports)
    met = [e for e in found.words if e.file == "words/weekdays.csv"]
    assert len(met) == 1
    assert found.silent_words["weekdays"] == found.sizes["weekdays"] - 1


def test_reports_of_another_language_are_left_out(
    reports: Path, tmp_path: Path
) -> None:
    assert coverage("en", home=tmp_path, reports=reports).reports == 0


def test_without_reports_the_pack_reads_its_own_examples(tmp_path: Path) -> None:
    found = coverage("ar", home=tmp_path)
    assert found.reports > len([e for e in found.rules if e.kind == "rule"])
    assert found.marked == 0


def test_a_rule_that_keeps_others_silent_is_met_where_it_does(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("قصفت القرية أمس، كما ذكرت رأي اليوم.", encoding="utf-8")
    found = coverage("ar", home=tmp_path, reports=path)
    assert rule(found, "no_day").verdict is Verdict.EARNS


def test_a_pack_that_is_none_and_a_file_without_marks_are_told(tmp_path: Path) -> None:
    with pytest.raises(PackError):
        coverage("xx", home=tmp_path)
    path = tmp_path / "gold.jsonl"
    path.write_text('{"doc": "r1", "events": []}\n{"doc": "r2"}\n', encoding="utf-8")
    with pytest.raises(InputError) as told:
        marked_reports(path)
    assert told.value.where.endswith("gold.jsonl:2")
    with pytest.raises(InputError):
        marked_reports(tmp_path / "absent.jsonl")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("وكفر مشمش", "كفر مشمش", True),
        ("بلدة كفر مشمش", "كفر مشمش", True),
        ("كفر مشمش", "كفر تفاح", False),
        ("", "كفر", False),
    ],
)
def test_two_wordings_name_one_thing(one: str, other: str, *, same: bool) -> None:
    assert alike(one, other, load_language("ar")) is same


def test_another_stance_is_another_attribution() -> None:
    span = {"start": 0, "end": 4, "quote": "زيد "}
    event: dict[str, Any] = {
        "trigger": span,
        "rule": "attacks",
        "date": None,
        "places": [],
    }
    event |= {k: [] for k in ("perpetrators", "weapons", "struck")}
    said = {"name": "زيد", "stance": "asserts", "span": span, "rule": "says_backward"}
    read = [{**event, "casualties": [], "victims": [], "attribution": [said]}]
    (_, value) = values_of(read)
    for stance, holds in (("asserts", True), ("denies", False)):
        events = [{"quote": "", "attribution": [{"quote": "زيد", "stance": stance}]}]
        assert Marks(events, "زيد ", load_language("ar")).holds(value) is holds
