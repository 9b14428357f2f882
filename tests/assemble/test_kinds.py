"""Types, and what tells news from a toll over time and from what is recalled."""

import pytest
from tests.assemble.report_reading import events

from tawthiq.model.vocabulary import EventKind

NEWS = "قتل أربعة مدنيين اليوم بغارة جوية على قرية النخيل."


def kinds(*paragraphs: str) -> list[EventKind]:
    return [e.kind for e in events(*paragraphs)]


def test_today_s_news_is_an_incident() -> None:
    assert kinds(NEWS) == [EventKind.INCIDENT]


@pytest.mark.parametrize(
    "text",
    [
        "قتل ستون مدنيا بالقصف على بلدة السدرة منذ مطلع العام.",
        "At least 60 civilians have been killed in shelling since January.",
    ],
)
def test_people_counted_from_a_day_on_are_a_toll(text: str) -> None:
    assert EventKind.TOLL in kinds(text)


def test_attacks_counted_over_a_year_are_a_toll_and_those_of_a_day_are_not() -> None:
    year = "نفذت الطائرات أكثر من 30 ضربة جوية على قرية النخيل العام الماضي."
    assert kinds(year) == [EventKind.TOLL]
    day = "نفذت الطائرات 30 ضربة جوية على قرية النخيل اليوم."
    assert EventKind.TOLL not in kinds(day)


def test_a_bombardment_since_this_morning_is_no_toll() -> None:
    assert EventKind.TOLL not in kinds(
        "قتل مدنيان بالقصف على بلدة السدرة منذ فجر اليوم."
    )


def test_an_attack_of_an_earlier_time_is_background() -> None:
    found = kinds(
        NEWS,
        "وقال قائد إن القصف المدفعي الذي نفذته تركيا في وقت سابق على بلدة السدرة "
        "أدى إلى مقتل سبعة مدنيين.",
    )
    assert found == [EventKind.INCIDENT, EventKind.BACKGROUND]


def test_earlier_on_a_day_of_this_week_is_news() -> None:
    text = "قتل رجلان بغارة جوية في وقت سابق الأربعاء على قرية النخيل."
    assert kinds(text) == [EventKind.INCIDENT]


def test_an_attack_of_years_ago_beside_news_is_background() -> None:
    found = kinds(
        NEWS,
        "وفي 12 أيار 2022 قتل سبعة مدنيين بانفجار سيارة مفخخة في بلدة السدرة.",
    )
    assert found == [EventKind.INCIDENT, EventKind.BACKGROUND]


def test_a_report_on_one_old_attack_alone_recalls_nothing() -> None:
    text = "قتل سبعة مدنيين بانفجار سيارة مفخخة في بلدة السدرة في 12 أيار 2022."
    assert kinds(text) == [EventKind.INCIDENT]


def test_a_siege_told_beside_an_attack_is_background() -> None:
    found = kinds(NEWS, "وتفرض قوات النظام حصارا خانقا على بلدة السدرة.")
    assert found == [EventKind.INCIDENT, EventKind.BACKGROUND]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قتل رجل بقصف مدفعي على قرية النخيل.", "shelling"),
        ("قتل رجل بغارة جوية على قرية النخيل.", "air_strike"),
        ("قتل رجل بقصف على قرية النخيل.", "unspecified"),
        ("قتل رجل بقصف من طائرة مسيرة على قرية النخيل.", "drone_strike"),
        ("قتل رجل بانفجار لغم أرضي في قرية النخيل.", "mine_or_uxo"),
        ("قتل رجل حين استهدفت صواريخ إسرائيلية قرية النخيل.", "air_strike"),
        ("قتل رجل بقصف صاروخي إسرائيلي على قرية النخيل.", "shelling"),
        ("قتل رجل حين استهدفت صواريخ قرية النخيل.", "shelling"),
        (
            "اعتقلت قوة ثلاثة مدنيين في عملية دهم بإسناد من الطيران في قرية النخيل.",
            "raid",
        ),
        ("A drone shelled a house in Nakhil, killing a man.", "drone_strike"),
        ("Artillery shelled a house in Nakhil, killing a man.", "shelling"),
    ],
)
def test_the_type_follows_from_attack_words_and_weapons(text: str, code: str) -> None:
    (one,) = events(text)
    assert one.type == code


def test_who_holds_a_town_lends_no_type() -> None:
    found = events(
        "اندلعت اشتباكات بين الجيش وقوات سوريا الديمقراطية في قرية الزيتونة وقتل رجلان.",
        "وقتل رجل في هجوم شنته تركيا على بلدة السدرة الخاضعة لسيطرة "
        "قوات سوريا الديمقراطية.",
    )
    assert found[-1].type != "clash"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قتل 12 عنصرا من الفصيل في جبهة السدرة.", "clash"),
        ("قتل 12 عنصرا من الفصيل بغارة جوية في جبهة السدرة.", "air_strike"),
        ("قتل 12 مدنيا في جبهة السدرة.", "unspecified"),
        ("قتل 12 عنصرا من الفصيل في قرية السدرة.", "unspecified"),
    ],
)
def test_fighters_who_fell_at_a_front_fell_in_a_clash(text: str, code: str) -> None:
    assert [e.type for e in events(text)] == [code]
