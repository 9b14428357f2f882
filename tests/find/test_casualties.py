"""Casualties: outcome, group and bounds of each count."""

import pytest
from tests.find.casualty_reading import Row, rows_of, scan_of


@pytest.mark.parametrize(
    "text",
    [
        "استشهد الخطيب بكلامه في المسجد",
        "إصابة سيارة كانت تمر في بيت جبر",
        "أصاب الصاروخ الهدف",
        "سقط جرحى في القصف",
        "بينهم أطفال",
        "لم ترد تقارير عن إصابات في القصف",
        "دون ورود أنباء عن إصابات",
        "فقد استهدفت الطائرة مزرعة",
        "تفقدت الفرق المكان للتأكد من عدم وجود إصابات",
        "تدريب 50 متطوعا على الإسعاف",
        "قضت محكمة في العاصمة، الخميس، بإعدام 17 شخصا",
        "وفاة نحو 10 أشخاص بسبب فيروس نادر",
        "في البلاد 6.5 مليون نازح منذ سنوات",
        "زيارة أب لطفلين في القرية",
        "فارقت زوجها منذ سنوات",
        "أضرار في المسجد وبعض الأبنية المجاورة",
        "وصلت الحصيلة إلى 12 ألف دولار",
        "لم يقتل أحد - وصل 10 أشخاص إلى القرية",
        "حصد أربع جوائز",
        "وارتفع عدد الطلاب الذين نجحوا في العاصمة إلى 34",
    ],
)
def test_nobody_is_said_to_be_harmed(text: str) -> None:
    assert rows_of(text) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("قتل ثلاثة مدنيين", [("killed", "civilians", 3, 3)]),
        ("لفظ طفل أنفاسه الأخيرة", [("killed", "children", 1, 1)]),
        ("وقع ثلاثة جنود في الأسر", [("detained", "combatants", 3, 3)]),
        ("مقتل زعيم التنظيم بغارة", [("killed", "combatants", 1, 1)]),
        (
            "انتشلت فرق الدفاع المدني جثامين أربعة أشخاص من تحت الأنقاض",
            [("killed", "people", 4, 4)],
        ),
        (
            "داهمت قوة منازل واقتادت ثلاثة شبان إلى جهة مجهولة",
            [("detained", "men", 3, 3)],
        ),
        (
            "انتشلت الفرق جثماني طفلين وأختهما من تحت الأنقاض",
            [("killed", "children", 2, 2), ("killed", "women", 1, 1)],
        ),
        ("ثلاثة أشخاص تحت الركام", [("missing", "people", 3, 3)]),
        ("16 شخصا لقوا مصرعهم", [("killed", "people", 16, 16)]),
        ("فقدان 24 مدنيا لحياتهم", [("killed", "civilians", 24, 24)]),
        ("راح ضحيتها 12 مواطنا", [("killed", "civilians", 12, 12)]),
        ("مقتل شاب", [("killed", "men", 1, 1)]),
        ("قتل - بحسب تقارير - 10 أشخاص", [("killed", "people", 10, 10)]),
        (
            "وارتفع عدد الرعاة الذين قتلوا بنيران الجيش منذ بدء الجفاف، إلى 141",
            [("killed", "people", 141, 141)],
        ),
        (
            "نقل 40 جريحا إلى المشفى، ومن بين القتلى طفل",
            [("injured", "people", 40, 40), ("killed", "children", 1, 1)],
        ),
        ("مقتل بولنديين اثنين", [("killed", "people", 2, 2)]),
        ("مقتل محتجز كندي", [("killed", "people", 1, 1)]),
        (
            "10 قتلى بينهم أطفال وعشرات الجرحى",
            [("killed", "people", 10, 10), ("injured", "people", None, None)],
        ),
        (
            "أصيب سبعة مواطنين، أربعة منهم أطفال",
            [("injured", "civilians", 7, 7), ("injured", "children", 4, 4)],
        ),
        (
            "قتل أربعة أشخاص هم أم وثلاثة من أطفالها",
            [
                ("killed", "people", 4, 4),
                ("killed", "women", 1, 1),
                ("killed", "children", 3, 3),
            ],
        ),
        ("فارق مدنيان الحياة", [("killed", "civilians", 2, 2)]),
        (
            "تحدثت عن قتيل وجريحين",
            [("killed", "people", 1, 1), ("injured", "people", 2, 2)],
        ),
        (
            "خلف القصف قتيلا وخمسة جرحى",
            [("killed", "people", 1, 1), ("injured", "people", 5, 5)],
        ),
        ("سقط أحد عناصر قسد قتيلا", [("killed", "combatants", 1, 1)]),
        ("تداهم القرية وتعتقل شابين", [("detained", "men", 2, 2)]),
        (
            "قتل موظف مع ابنه بانفجار لغم",
            [("killed", "people", 1, 1), ("killed", "people", 1, 1)],
        ),
        (
            "أطلقوا النار على إمام مسجد ما أدى لمقتله وإصابة زوجته",
            [("killed", "people", 1, 1), ("injured", "women", 1, 1)],
        ),
        (
            "قتل وكيل وزارة الري وإصابة قاضيين بانفجار عبوة",
            [("killed", "people", 1, 1), ("injured", "people", 2, 2)],
        ),
        ("اغتيال إمام وخطيب الجامع", [("killed", "people", 1, 1)]),
        (
            "قتل آمر فوج وجنرالان",
            [("killed", "combatants", 1, 1), ("killed", "combatants", 2, 2)],
        ),
        (
            "جرح 15 مدنيا بينهم أطفال، بغارات روسية",
            [("injured", "civilians", 15, 15)],
        ),
        (
            "قتلت امرأتان وجرح ستة آخرون",
            [("killed", "women", 2, 2), ("injured", "people", 6, 6)],
        ),
        (
            "قتلت امرأتان وجرحت ست أخريات",
            [("killed", "women", 2, 2), ("injured", "women", 6, 6)],
        ),
        ("حصد أرواح سبعة مدنيين", [("killed", "civilians", 7, 7)]),
        ("القيادي سامر الزعروري قتل 3 مدنيين", [("killed", "civilians", 3, 3)]),
        (
            "القيادي الحوثي سامر محمد الدراق وعدد من مرافقيه قتلوا",
            [("killed", "combatants", 1, 1), ("killed", "people", None, None)],
        ),
        (
            "القيادي سامر الدراق لقي مصرعه، وعدد من مرافقيه في القرية",
            [("killed", "combatants", 1, 1), ("killed", "people", None, None)],
        ),
        ("ما رفع الحصيلة منذ آذار إلى 1002", [("killed", "people", 1002, 1002)]),
        ("لقي ثلاثة من أبرز القيادات مصرعهم", [("killed", "combatants", 3, 3)]),
        ("إصابة طفلتهما", [("injured", "children", 1, 1)]),
        ("مقتل ابنه وزوجته", [("killed", "people", 1, 1), ("killed", "women", 1, 1)]),
        ("إصابة ابنها", [("injured", "people", 1, 1)]),
        (
            "قتل 12 شخصا وأصيب 30 على الأقل",
            [("killed", "people", 12, 12), ("injured", "people", 30, None)],
        ),
        (
            "مقتل 4 من مقاتلي جبهة تحرير الوادي وإصابة 23 شخصا",
            [("killed", "combatants", 4, 4), ("injured", "people", 23, 23)],
        ),
        ("مقتل 8 نازحين", [("killed", "people", 8, 8)]),
        ("قضت امرأة نازحة بالقصف", [("killed", "women", 1, 1)]),
        ("نزوح 8 مدنيين", [("displaced", "civilians", 8, 8)]),
        (
            "شهيد وسبعة جرحى جراء قصف صاروخي",
            [("killed", "people", 1, 1), ("injured", "people", 7, 7)],
        ),
        ("شهيد مدني بقصف مدفعي", [("killed", "civilians", 1, 1)]),
        ("قتلت القوات التركية مدنيا", [("killed", "civilians", 1, 1)]),
        ("قتل قناص طفلا شرقي القرية", [("killed", "children", 1, 1)]),
        ("مقتل 5 من عائلة واحدة", [("killed", "people", 5, 5)]),
        (
            "وفاة طفلة متأثرة بجراحها وإصابة 3 مدنيين",
            [("killed", "children", 1, 1), ("injured", "civilians", 3, 3)],
        ),
        (
            "إن الضحايا طفلان وامرأتان",
            [("killed", "children", 2, 2), ("killed", "women", 2, 2)],
        ),
        (
            "مقتل 3 مدنيين وإصابة 22 آخرين إصابات متفاوتة",
            [("killed", "civilians", 3, 3), ("injured", "civilians", 22, 22)],
        ),
        (
            "مقتل القيادي سامر الدراق والقيادي هيثم الدراق",
            [("killed", "combatants", 1, 1), ("killed", "combatants", 1, 1)],
        ),
        ("نزوح المئات من العائلات", [("displaced", "people", None, None)]),
        (
            "10 مدنيين قتلوا وجرحوا بقصف",
            [("injured", "civilians", None, None), ("killed", "civilians", None, None)],
        ),
        ("مدني قتل وجرح آخرون بقصف", [("killed", "civilians", 1, 1)]),
        ("أصاب الجيش الروسي فتى بالرصاص", [("injured", "children", 1, 1)]),
        (
            "قتلت أم وطفلها بقصف",
            [("killed", "women", 1, 1), ("killed", "children", 1, 1)],
        ),
        ("سقط شهداء بينهم 3 أطفال", [("killed", "children", 3, 3)]),
        ("قتلى وجرحى بينهم 3 أطفال", []),
        ("وأصيب عدد غير محدد", [("injured", "people", None, None)]),
        ("أفرجت القوات عن 20 معتقلا", []),
        ("قصف الطيران منزلا فقتل صاحبه", [("killed", "people", 1, 1)]),
        ("صورة لطفلة قتلت في القصف", [("killed", "children", 1, 1)]),
        (
            "استشهاد ممرضة وأحد الجرحى",
            [("killed", "medics", 1, 1), ("killed", "people", 1, 1)],
        ),
        ("القتيل وأحد الجرحى", []),
        (
            "مقتل 4 أشخاص إصابة 23 آخرين",
            [("killed", "people", 4, 4), ("injured", "people", 23, 23)],
        ),
        (
            "راح ضحيتها في حصيلة أولية 12 وأصيب 5 آخرون",
            [("killed", "people", 12, 12), ("injured", "people", 5, 5)],
        ),
        (
            "مقتل شخصين وإصابة ثالث",
            [("killed", "people", 2, 2), ("injured", "people", 1, 1)],
        ),
        (
            "خمسة شهداء بينهم طفل و12 مصابا",
            [
                ("killed", "people", 5, 5),
                ("killed", "children", 1, 1),
                ("injured", "people", 12, 12),
            ],
        ),
        (
            "إصابة 6 مدنيين من عائلة واحدة (4 أطفال وامرأتان)",
            [
                ("injured", "civilians", 6, 6),
                ("injured", "children", 4, 4),
                ("injured", "women", 2, 2),
            ],
        ),
        ("إن امرأة قتلت", [("killed", "women", 1, 1)]),
        ("سقوط قتيل", [("killed", "people", 1, 1)]),
        ("أنباء عن شهيد", [("killed", "people", 1, 1)]),
        ("انتشلت من المكان جثمان امرأة", [("killed", "women", 1, 1)]),
        (
            "سقوط ثلاث شهيدات وجريح",
            [("killed", "people", 3, 3), ("injured", "people", 1, 1)],
        ),
        ("اعتقال شقيقيه", [("detained", "men", 2, 2)]),
        ("مقتل أحد أفراد العائلة", [("killed", "people", 1, 1)]),
        (
            "مقتل 3 مدنيين وإصابة 5 آخرين",
            [("killed", "civilians", 3, 3), ("injured", "civilians", 5, 5)],
        ),
        (
            "شخصا قتل وأصيب خمسة آخرون",
            [("killed", "people", 1, 1), ("injured", "people", 5, 5)],
        ),
        (
            "قتل 13 وأصيب 85 من الميليشيا",
            [("killed", "combatants", 13, 13), ("injured", "combatants", 85, 85)],
        ),
        (
            "ستة شهداء وجرحى",
            [("injured", "people", None, None), ("killed", "people", None, None)],
        ),
        (
            "مقتل وإصابة عشرات المدنيين",
            [("killed", "civilians", None, None), ("injured", "civilians", None, None)],
        ),
        (
            "امرأة وزوجها وطفلهما قتلوا",
            [
                ("killed", "women", 1, 1),
                ("killed", "men", 1, 1),
                ("killed", "children", 1, 1),
            ],
        ),
        (
            "35 قتيلا و23 مصابا على الأقل",
            [("killed", "people", 35, None), ("injured", "people", 23, None)],
        ),
        ("ارتفع عدد القتلى إلى 35", [("killed", "people", 35, 35)]),
        ("سقطت القذيفة دون وقوع إصابات", [("injured", "people", 0, 0)]),
        ("استشهاد عائلة كاملة", [("killed", "people", None, None)]),
        (
            "قتلت امرأة في استهداف سيارة تقل أحد عشر شخصا",
            [("killed", "women", 1, 1)],
        ),
        ("إصابة ما لا يقل عن عشرة أشخاص", [("injured", "people", 10, None)]),
    ],
)
def test_outcomes(text: str, rows: list[Row]) -> None:
    assert sorted(map(str, rows_of(text))) == sorted(map(str, rows))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A child was killed", [("killed", "children", 1, 1)]),
        (
            "A father and his two children were killed",
            [("killed", "men", 1, 1), ("killed", "children", 2, 2)],
        ),
        ("leaving at least three killed", [("killed", "people", 3, None)]),
        (
            "killed two people and wounded nine others",
            [("killed", "people", 2, 2), ("injured", "people", 9, 9)],
        ),
        (
            "Four civilians were killed and dozens injured",
            [("killed", "civilians", 4, 4), ("injured", "civilians", None, None)],
        ),
        ("Three gunmen killed five farmers", [("killed", "people", 5, 5)]),
        (
            "One person was killed and another injured",
            [("killed", "people", 1, 1), ("injured", "people", 1, 1)],
        ),
        (
            "Dozens of fighters were killed or wounded",
            [
                ("injured", "combatants", None, None),
                ("killed", "combatants", None, None),
            ],
        ),
        ("the bodies of nine people were brought", [("killed", "people", 9, 9)]),
        (
            "The attack killed and wounded nine people",
            [("injured", "people", None, None), ("killed", "people", None, None)],
        ),
        (
            "Nine people, including three from the same family, were killed",
            [("killed", "people", 9, 9), ("killed", "people", 3, 3)],
        ),
        (
            "A woman was killed and four people of one family were injured",
            [("killed", "women", 1, 1), ("injured", "people", 4, 4)],
        ),
    ],
)
def test_outcomes_in_english(text: str, rows: list[Row]) -> None:
    assert rows_of(text, "en") == rows


def test_what_people_suffered_is_not_what_those_before_them_met() -> None:
    assert not rows_of("رحل الآباء بعد أن قتلوا، كما تعرض 31 شخصا للتوقف عن العمل")


def test_one_woman_and_others_are_not_all_women() -> None:
    assert rows_of("مقتل امرأة وإصابة ثلاثة آخرين")[1] == ("injured", "people", 3, 3)


def test_people_at_the_head_of_an_item_met_what_the_list_is_headed_by() -> None:
    head, item = "والشهداء في القرية هم:\n- ", "طفلان ورجل بقصف على السوق."
    text = f"{head}{item}\n{item}"
    found = scan_of(text, start=len(head), end=len(head) + len(item)).of("casualty")
    told = [(h.values["outcome"], h.values["group"]) for h in found]
    assert told == [("killed", "children"), ("killed", "men")]
    plain = scan_of(text, start=len(head) + len(item) + 1)
    assert not plain.of("casualty")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("قتل مدنيان برصاص قناص", [("killed", "civilians", 2, 2)]),
        ("قتل شاب يعمل مزارعا", [("killed", "men", 1, 1)]),
        ("قتل شاب فلسطيني جنديا إسرائيليا", [("killed", "combatants", 1, 1)]),
        ("طعن شاب فلسطيني جنديا", [("injured", "combatants", 1, 1)]),
        ("قتل مسلحان مجهولان شرطيا", [("killed", "combatants", 1, 1)]),
        (
            "اغتال مسلحان يستقلان دراجة نارية رئيس المجلس",
            [("killed", "people", 1, 1)],
        ),
        ("أعدم التنظيم رميا بالرصاص أربعة شبان", [("killed", "men", 4, 4)]),
        ("انفجار ينهي حياة شابين", [("killed", "men", 2, 2)]),
        ("اغتيال مسلحين اثنين في القرية", [("killed", "combatants", 2, 2)]),
    ],
)
def test_who_did_it_stands_between_the_verb_and_whom_it_harmed(
    text: str, rows: list[Row]
) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "اتهمته بالشروع في قتل الطبيب وابنته",
        "حاولوا قتل الطبيب في البلدة",
        "حاول ثلاثة مسلحين ملثمين قتل طبيب في البلدة",
        "أحبطت الشرطة محاولة لاغتيال طبيب",
        "هدد الخاطفون بقتل رهينتين",
        "كاد القصف يقتل ثلاثة عمال",
        "فشل المسلحون في قتل طبيب",
    ],
)
def test_who_was_only_meant_to_die_is_not_dead(text: str) -> None:
    assert rows_of(text) == []


@pytest.mark.parametrize(
    "text", ["حاول الفرار فقتل جنديان", "بعد فشل الهدنة قتل ثلاثة مدنيين"]
)
def test_who_was_killed_behind_an_attempt_is_dead(text: str) -> None:
    assert rows_of(text) != []
