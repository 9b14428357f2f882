"""Where a sentence turns to another day, and what is told of others beside an event."""

import pytest
from tests.assemble.report_reading import events

from tawthiq.model.vocabulary import EventKind


@pytest.mark.parametrize(
    "text",
    [
        "قصفت المدفعية بلدة النخيل أمس، وقتل ثلاثة مدنيين في القصف أمس.",
        "قتل مدني أمس بقصف على بلدة النخيل، وشيع جثمانه اليوم.",
        "بعد أيام من القصف المتواصل على بلدة النخيل، نزح مئات المدنيين.",
        "قتل مدني بقصف على بلدة النخيل، وكان في طريقه إلى بلدة الزيتون.",
        (
            "سقط صاروخ على سوق بلدة النخيل وأصيب خمسة. كما سقط صاروخ آخر قرب مستشفى "
            "البلدة."
        ),
        (
            "قتل خمسون بغارة على بلدة النخيل. وكانت الوزارة قد أفادت بمقتل ثلاثين في "
            "استهداف السوق."
        ),
    ],
)
def test_what_tells_of_one_day_makes_no_second_event(text: str) -> None:
    assert len(events(text)) == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            (
                "وثق المركز في 3 شباط مقتل سبعة مدنيين بقصف على بلدة النخيل، وفي التاسع "
                "منه مقتل طفلين بانفجار قنبلة في بلدة الزيتون."
            ),
            ["2031-02-03", "2031-02-09"],
        ),
        (
            (
                "قتل مدني يوم الأحد بقصف على بلدة النخيل، ويوم الاثنين أصيب طفلان بغارة "
                "على بلدة الزيتون."
            ),
            ["2031-03-02", "2031-03-03"],
        ),
    ],
)
def test_a_sentence_is_cut_where_the_day_changes(text: str, days: list[str]) -> None:
    told = [e.date.start.isoformat() for e in events(text) if e.date and e.date.start]
    assert told == days


@pytest.mark.parametrize(
    "text",
    [
        (
            "بعد يومين من القصف الذي أودى بحياة تسعة مدنيين في بلدة النخيل، شنت الطائرات "
            "اليوم غارات على بلدة الزيتون وقتل شخص."
        ),
        (
            "غداة مقتل أربعة جنود في كمين في بلدة النخيل، شنت الطائرات غارات على بلدة "
            "الزيتون."
        ),
    ],
)
def test_a_recall_that_opens_a_sentence_is_cut_from_its_news(text: str) -> None:
    recalled, news = events(text)
    assert recalled.kind is EventKind.BACKGROUND
    assert news.kind is EventKind.INCIDENT


def test_who_died_since_a_day_long_ago_did_not_die_of_a_day() -> None:
    news, toll = events(
        "أصيب ثلاثة أطفال بانفجار لغم في بلدة النخيل يوم أمس. وذكر الدفاع المدني أنه منذ "
        "بداية العام استجابت فرقه لـ40 انفجارا قتل فيها 22 شخصا."
    )
    assert [c.range.low for c in news.casualties] == [3]
    assert toll.kind is EventKind.TOLL


def test_a_day_counted_from_another_tells_another_event() -> None:
    lead = "قتل ثلاثون مدنيا في غارة على سوق في بلدة النخيل الأحد الماضي."
    before = (
        "وكانت قوات النظام قد قصفت بلدة الزيتون قبل ذلك بيومين ما أدى إلى مقتل خمسة."
    )
    days = [str(e.date.start) for e in events(f"{lead} {before}") if e.date]
    assert days == ["2031-03-02", "2031-02-28"]
