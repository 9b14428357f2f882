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
        ("حملت حركة النهار إسرائيل المسؤولية الكاملة عن القصف", "حركة النهار"),
        ("حمل المجلس المحلي قوات النظام مسؤولية القصف", "المجلس المحلي"),
        ("تبنى تنظيم الدولة عدة هجمات وقعت في البلدة", "تنظيم الدولة"),
        ("وثق مركز النخيل عشرات الغارات على البلدة", "مركز النخيل"),
        ("أبلغ مسؤول في المستشفى وكالة النخيل بأن ثلاثة قتلوا", "مسؤول في المستشفى"),
        ("أخبر مراسل وكالة النخيل أن ثلاثة قتلوا", "مراسل وكالة النخيل"),
        ("اعترف الرئيس سامر الريحاني بخطأ قواته في القصف", "الرئيس سامر الريحاني"),
        ("قالت أم سامر وهي من سكان الحي إن الغارة قتلت ابنها", "أم سامر"),
        ("نفى المتحدث سامر العلي صلة حركته بالهجوم", "المتحدث سامر العلي"),
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


def test_who_carries_the_dead_charges_nobody() -> None:
    assert names("حملت سيارة الإسعاف خمسة قتلى من القصف") == []


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("المفوضية السامية لحقوق الإنسان", "un"),
        ("منسقة الشؤون الإنسانية", "un"),
        ("بعثة مينوسما", "un"),
        ("المجلس النرويجي للاجئين", "monitor_ngo"),
        ("نقابة الصحفيين", "monitor_ngo"),
        ("ضابط في الشرطة", "official"),
        ("مسؤولان أمنيان", "official"),
        ("أعيان المنطقة", "local_source"),
        ("شاهدا عيان", "witness"),
        ("عم الطفل", "relative"),
        ("نجمة داود الحمراء", "medical"),
        ("المركز الروسي للمصالحة", "military"),
        ("المركز الفلسطيني للإعلام", "media"),
    ],
)
def test_the_kind_of_a_source(speaker: str, kind: str) -> None:
    (hit,) = sources(f"أفاد {speaker} بمقتل ثلاثة مدنيين في القصف")
    assert (hit.values["name"], hit.values["kind"]) == (speaker, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("طالبت المنظمة الحكومة بالتحقيق", "المنظمة"),
        ("دعا مجلس الأمن الأطراف إلى وقف القتال", "مجلس الأمن"),
        ("انتقد مركز حقوقي السلطات بعد مقتل مدنيين", "مركز حقوقي"),
        ("دعا رئيس الحكومة السكان إلى المغادرة", "رئيس الحكومة"),
        ("طالب المتحدث باسم الحكومة بتسليم القتلة", "المتحدث باسم الحكومة"),
    ],
)
def test_whom_a_speaker_calls_upon_is_no_part_of_his_name(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال مصدر محلي لصحيفتي «الزعرور» و«البستان» إن مدنيين قتلا", "مصدر محلي"),
        ("قالت الوزارة لقناتي الزعرور والبستان إن مدنيين قتلا", "الوزارة"),
    ],
)
def test_two_outlets_told_are_no_part_of_a_name(text: str, name: str) -> None:
    assert names(text)[0] == name


def test_an_officer_of_police_speaks_for_the_police() -> None:
    text = "قال قائد شرطة الزعرور اللواء سامي النخيل إن مدنيين قتلا"
    assert [h.values["kind"] for h in sources(text)] == ["official"]


def test_what_is_done_in_its_way_has_no_speaker() -> None:
    assert names("سيلاحق الجناة بحسب الطرق الشرعية") == []


@pytest.mark.parametrize(
    "verb",
    ["بثت", "سربت", "دحضت", "تكذب", "تشرح", "قالت لنا"],
)
def test_verbs_of_speech_have_their_feminine_and_present(verb: str) -> None:
    first, *rest = verb.split()
    text = " ".join([first, "وكالة النخيل", *rest, "أن مدنيين قتلا"])
    if rest == ["لنا"]:
        text = "قالت لنا وكالة النخيل إن مدنيين قتلا"
    assert names(text) == ["وكالة النخيل"]
