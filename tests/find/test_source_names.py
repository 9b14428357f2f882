"""Where the name of a source ends, and what kind it is of. All names are invented."""

import pytest
from tests.find.test_sources import names, sources


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "تعهد رئيس الوزراء سامر الريحاني بمعاقبة مرتكبي التفجير",
            "رئيس الوزراء سامر الريحاني",
        ),
        ("أدان الرئيس سامر الريحاني الحادث", "الرئيس سامر الريحاني"),
        ("رصد التقرير 197 حالة اختطاف", "التقرير"),
        ("كشف تقرير حقوقي عن مقتل عشرة مدنيين", "تقرير حقوقي"),
        ("قالت منظمة النخيل في تقرير لها إن الغارة قتلت طفلا", "منظمة النخيل"),
        ("قالت القناة 12 إن الغارة قتلت طفلا", "القناة 12"),
        ("قال المتحدث سامر العلي إن قواته قصفت التلة", "المتحدث سامر العلي"),
        ("اتهم مصدر أمني خلايا داعش بالوقوف وراء التفجير", "مصدر أمني"),
    ],
)
def test_a_name_ends_where_what_is_said_begins(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_report_is_its_maker_s() -> None:
    (hit,) = sources("وثق التقرير الصادر عن مركز النخيل لحقوق الإنسان مقتل عشرة")
    assert hit.values["kind"] == "monitor_ngo"


def test_a_spokesman_to_the_press_is_no_journalist() -> None:
    (hit,) = sources("صرح الناطق الإعلامي لشرطة النخيل بأن دورية تعرضت لهجوم")
    assert hit.values["kind"] == "official"
