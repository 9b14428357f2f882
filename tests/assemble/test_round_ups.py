"""The day of a round-up, which its items share where they name none."""

from datetime import date

import pytest
from tests.assemble.report_reading import events

LEAD = "شنت الطائرات الحربية أمس سلسلة غارات جوية على مواقع المسلحين في البلاد."
TUESDAY = date(2031, 3, 4)


def days(*paragraphs: str) -> list[date | None]:
    return [e.date.start if e.date else None for e in events(*paragraphs)]


@pytest.mark.parametrize(
    "item",
    [
        "وقتل ثلاثة مدنيين بقصف مدفعي استهدف قرية النخيل.",
        "وفي قرية النخيل قتل ثلاثة مدنيين بقصف مدفعي الأحد.",
    ],
)
def test_what_opens_with_no_place_or_has_a_day_takes_none_of_the_lead(
    item: str,
) -> None:
    assert days(LEAD, item)[1] != TUESDAY


def test_an_item_that_opens_with_its_place_has_the_day_of_the_lead() -> None:
    item = "ففي قرية النخيل قتل ثلاثة مدنيين بقصف مدفعي."
    assert days(LEAD, item) == [TUESDAY, TUESDAY]
    other = "وأصيب رجل برصاص مسلحين في بلدة الزيتون مساء الأحد."
    assert days(LEAD, item, other)[1] is None


def test_a_part_has_the_day_of_its_total() -> None:
    found = days(
        "لقي سبعة مدنيين مصرعهم أمس في هجومين منفصلين.",
        "وقتل خمسة مدنيين بقصف مدفعي على قرية النخيل.",
        "وقتل مدنيان بانفجار لغم في قرية الزيتون.",
    )
    assert found == [TUESDAY] * 3
