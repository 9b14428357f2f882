"""What tells news from a toll over time and from what is recalled."""

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


def test_what_the_news_comes_days_after_is_recalled() -> None:
    found = kinds(
        NEWS,
        "ويأتي القصف بعد أيام من مقتل خمسة جنود بانفجار عبوة ناسفة في قرية السدرة.",
    )
    assert found == [EventKind.INCIDENT, EventKind.BACKGROUND]


def test_dozens_who_died_over_a_while_are_a_toll_and_those_of_a_day_are_not() -> None:
    lately = "سقط عشرات القتلى المدنيين بالقصف على بلدة السدرة في الفترة الأخيرة."
    assert kinds(lately) == [EventKind.TOLL]
    day = "سقط عشرات القتلى المدنيين بالقصف على بلدة السدرة اليوم."
    assert kinds(day) == [EventKind.INCIDENT]


def test_a_recall_may_open_with_a_word_before_its_own() -> None:
    told = "كما يذكر أن ثلاثة رجال قتلوا بقصف مدفعي على قرية السدرة."
    assert kinds(NEWS, told) == [EventKind.INCIDENT, EventKind.BACKGROUND]


def test_what_is_dated_by_a_month_alone_is_no_news_of_a_day() -> None:
    month = "وقتل سبعة جنود في كمين قرب بلدة السدرة في كانون الثاني الماضي."
    assert kinds(NEWS, month) == [EventKind.INCIDENT, EventKind.BACKGROUND]
    day = "وقتل سبعة جنود في كمين قرب بلدة السدرة أمس."
    assert kinds(NEWS, day) == [EventKind.INCIDENT, EventKind.INCIDENT]


def test_what_a_toll_was_raised_to_is_none_of_the_news() -> None:
    raised = (
        "قتل أربعة مدنيين بغارة على قرية النخيل، ما رفع الحصيلة منذ 5 شباط إلى 200."
    )
    assert kinds(raised)[0] == EventKind.INCIDENT


@pytest.mark.parametrize(
    "text",
    [
        "أحيا سكان قرية النخيل الذكرى السنوية الثالثة للمجزرة التي قتل فيها 50 مدنيا.",
        "بعد عام على المجزرة التي قتل فيها 50 مدنيا، لا يزال السكان يبحثون عن ذويهم.",
        "في مثل هذا اليوم من عام 2013 قصفت طائرات قرية النخيل وقتلت عشرين مدنيا.",
    ],
)
def test_what_is_remembered_after_years_is_background(text: str) -> None:
    assert kinds(text) == [EventKind.BACKGROUND]


def test_an_attack_on_the_day_of_remembrance_is_news() -> None:
    text = "قتل سبعة أشخاص بتفجير استهدف تجمعا لإحياء ذكرى مجزرة النخيل."
    assert kinds(text) == [EventKind.INCIDENT]
