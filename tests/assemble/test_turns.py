"""What turns aside to another happening, and what a happening was an answer to."""

import pytest
from tests.assemble.report_reading import events


@pytest.mark.parametrize(
    "text",
    [
        "قصف الطيران الحربي بلدة النخيل وقتل ثلاثة مدنيين. كما طالت الغارات سوق البلدة.",
        "قتل ثلاثة مدنيين في قصف مدفعي على بلدة النخيل. كما أصيب سبعة آخرون بجروح.",
        "قصفت المدفعية بلدة النخيل ردا على تصريحات الوزير.",
        "كما قال الوزير إن اجتماعا عقد في بلدة النخيل.",
    ],
)
def test_what_tells_more_of_the_same_makes_no_second_event(text: str) -> None:
    assert len(events(text)) <= 1


@pytest.mark.parametrize(
    "text",
    [
        (
            "قصف الطيران الحربي بلدة النخيل وقتل ثلاثة مدنيين. "
            "كما استهدف الطيران الحربي مدرسة في بلدة الزيتون."
        ),
        (
            "قتل ثلاثة جنود في اشتباكات في بلدة النخيل. وفي السياق، أفاد مصدر طبي بأن خمسة "
            "جنود قتلوا إثر معارك عنيفة."
        ),
    ],
)
def test_what_turns_aside_to_its_own_place_or_people_is_another(text: str) -> None:
    assert len(events(text)) == 2


def test_what_was_answered_is_not_what_answers_it() -> None:
    first, second = events(
        "قصف الطيران الحربي مواقع المسلحين في بلدة الزيتون ردا على مقتل ثلاثة جنود في "
        "هجوم على حاجز في بلدة النخيل."
    )
    assert not first.casualties
    assert [c.range.low for c in second.casualties] == [3]


@pytest.mark.parametrize(
    ("opening", "told"), [("وقصفت أيضا", 1), ("وهددت بقصف", 0), ("ولم تقصف", 0)]
)
def test_a_report_of_strikes_goes_on_with_a_strike_that_opens(
    opening: str, told: int
) -> None:
    found = events(
        "قصفت المدفعية بلدة النخيل فقتل ثلاثة مدنيين. وشنت الطائرات الحربية غارات جوية "
        "على بلدة الزيتون فقتل سبعة مدنيين، كما قصفت بلدة التين بالصواريخ.\n\n"
        f"{opening} أهدافا متفرقة في محافظة الرمان."
    )
    at = [p.name for e in found for p in e.places]
    assert sum("الرمان" in name for name in at) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "انفجرت أمس عبوة ناسفة في مدينة النخيل وأصيب شخصان. وقبل يومين قتل "
                "شرطيان في هجوم مماثل في المدينة."
            ),
            2,
        ),
        (
            (
                "انفجرت أمس عبوة ناسفة في مدينة النخيل وأصيب شخصان. وأمس أيضا قتل "
                "شرطي في الهجوم."
            ),
            1,
        ),
    ],
)
def test_a_day_that_opens_a_telling_tells_it_from_what_was_on_others(
    text: str, told: int
) -> None:
    assert len(events(text)) == told
