"""Counts of people: bounds, wording, group; and what is no count."""

import json
from pathlib import Path

import pytest
from tests.find.casualty_reading import scan_of

PROBES = Path(__file__).resolve().parents[3] / "shared/bench/probes/numbers.jsonl"


def counts_of(text: str, language: str = "ar") -> list[tuple[object, ...]]:
    keys = ("group", "low", "high", "wording")
    return [
        tuple(h.values[k] for k in keys) for h in scan_of(text, language).of("count")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "أطلقت القوات 9 من أصل 14 صاروخا",
        "على بعد 12 كيلومترا من بيت جبر",
        "عمره 25 عاما",
        "قذائف من عيار 120 ملم",
        "أحد القتلى",
        "وصل المدنيين إلى بيت جبر",
        "في 11 آب من عام 2018",
        "ترتفع حصيلة القتلى منذ 30 آذار",
        "ارتفع عدد القتلى في 2018",
        "حصيلة القتلى منذ 15 يوما",
        "دمرت خمسة منازل",
        "قوات سوريا الديمقراطية",
        "مشاهدات 1250",
    ],
)
def test_no_people_are_counted(text: str) -> None:
    assert counts_of(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("ثلاثة مدنيين", ("civilians", 3, 3, "exact")),
        ("ما لا يقل عن 12 قتيلا", ("people", 12, None, "at_least")),
        ("12 قتيلا على الأقل", ("people", 12, None, "at_least")),
        ("28 من مسلحي الفصيل على الأقل", ("combatants", 28, None, "at_least")),
        ("أكثر من 70 جنديا", ("combatants", 70, None, "more_than")),
        ("نحو عشرين عاملا", ("people", 20, 20, "about")),
        ("ما يصل إلى خمسين شخصا", ("people", None, 50, "up_to")),
        ("بين ثلاثة وخمسة أطفال", ("children", 3, 5, "range")),
        ("3 إلى 5 نساء", ("women", 3, 5, "range")),
        ("عشرات المدنيين", ("civilians", None, None, "vague")),
        ("عدد من المصابين", ("people", None, None, "vague")),
        ("طفلتان", ("children", 2, 2, "exact")),
        ("مدنيين اثنين", ("civilians", 2, 2, "exact")),
        ("الأطفال الثلاثة", ("children", 3, 3, "exact")),
        ("سبعة قتلى مدنيين", ("civilians", 7, 7, "exact")),
        ("تسعة أشخاص من المدنيين", ("civilians", 9, 9, "exact")),
        ("(20) شخصا", ("people", 20, 20, "exact")),
        ("شخص واحد", ("people", 1, 1, "exact")),
    ],
)
def test_counted_people(text: str, count: tuple[object, ...]) -> None:
    assert counts_of(text) == [count]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("at least 12 civilians", ("civilians", 12, None, "at_least")),
        ("more than a dozen soldiers", ("combatants", 12, None, "more_than")),
        ("up to 40 people", ("people", None, 40, "up_to")),
        ("three young regime soldiers", ("combatants", 3, 3, "exact")),
        ("dozens of villagers", ("civilians", None, None, "vague")),
        ("four of her children", ("children", 4, 4, "exact")),
        ("killing a 16-year-old Palestinian", ("children", 1, 1, "exact")),
        ("killing a 19-year-old Palestinian", ("people", 1, 1, "exact")),
    ],
)
def test_counted_people_in_english(text: str, count: tuple[object, ...]) -> None:
    assert counts_of(text, "en") == [count]


@pytest.mark.skipif(not PROBES.exists(), reason="the shared bench is not here")
def test_the_probes() -> None:
    wrong = []
    for line in PROBES.read_text(encoding="utf-8").splitlines():
        probe = json.loads(line)
        left = counts_of(probe["text"])
        for want in probe["counts"]:
            rest = (want["low"], want["high"], want["wording"])
            fits = [c for c in left if c[1:] == rest and want["group"] in {None, c[0]}]
            if fits:
                left.remove(fits[0])
            else:
                wrong.append(probe["id"])
        wrong.extend(probe["id"] for _ in left)
    assert wrong == []


def test_others_who_are_counted_make_two_of_a_noun_that_may_be_many() -> None:
    killed = counts_of("مقتل مدنيين وإصابة 3 آخرين")
    assert killed[0] == ("civilians", 2, 2, "exact")
    assert counts_of("مقتل مدنيين وإصابة آخرين") == []


def test_the_end_of_a_partys_name_is_nobody_harmed() -> None:
    groups = [group for group, *_ in counts_of("قتلت ميليشيات الحوثي امرأة")]
    assert groups == ["women"]
