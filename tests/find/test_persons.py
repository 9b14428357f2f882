"""Named victims; people here are invented."""

import pytest
from tests.find.actor_reading import persons, scanned


@pytest.mark.parametrize(
    "text",
    [
        "قال المتحدث سامر الزعروري إن القصف استمر",
        "مقتل مدني في قصف على شارع خالد بن الوليد",
        "اغتيال في مدرسة صلاح الدين",
        "مقتل أربعة على الأقل في القصف",
        "أصيب طفل على الطريق",
        "زار الوزير هيثم الدراق القرية",
        'قتل مقاتلون من لواء "خالد الدراق" في القصف',
        'قال القيادي "هيثم الدراق" إن القصف قتل مدنيين',
        "اختطف رجال مسلحون (عددهم عشرة) حافلة",
        "نشرت الوكالة أسماء القتلى (18 عاما) في القصف",
        "أصيبت زوجة هيثم الدراق في القصف",
        "قال سامر الزعروري الذي قتل 3 مدنيين",
        "قتل سائق صباح الخميس",
        "زار مدير مدرسة تل حزير سامر الزعروري القرية",
    ],
)
def test_who_speaks_governs_or_gave_a_name_to_a_street_is_no_victim(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("مقتل الشاب سامر الزعروري برصاص مجهولين", ["سامر الزعروري"]),
        ("أصيبت الطفلة ريم الدراق (7 سنوات) بالقصف", ["ريم الدراق"]),
        (
            "قتل هيثم الدراق (31 عاما) وسامر الزعروري (9 أعوام)",
            ["هيثم الدراق", "سامر الزعروري"],
        ),
        (
            'مقتل الشاب "نشوان الدراق" وإصابة والده "حسون الدراق"',
            ["نشوان الدراق", "حسون الدراق"],
        ),
        ("استشهاد أبو خالد الزعروري في الغارة", ["أبو خالد الزعروري"]),
        ("اعتقال عائلة سامر الزعروري الذي ارتقى بغارة", ["سامر الزعروري"]),
        ("أخي سامر الزعروري شهيدا إثر غارة", ["سامر الزعروري"]),
        ("مقتل مدير مدرسة تل حزير سامر الزعروري بقصف", ["سامر الزعروري"]),
        ("استشهاد الدكتور خربوط سامر الدراق بقصف", ["خربوط سامر الدراق"]),
        ("إصابة الطفلة خربوطة (5 سنوات) بقصف", ["خربوطة"]),
        (
            "مقتل ريم الدراق 35 عاما، وخربوط الدراق عامان بقصف",
            ["ريم الدراق", "خربوط الدراق"],
        ),
        ("والمصابون هم: سامر الطالب (عامان)، هيثم علي (3 أعوام)", ["سامر الطالب", "هيثم علي"]),
        ("مقتل مدنيين اثنين (سامر الزعروري وهيثم الدراق) بالقصف", ["سامر الزعروري", "هيثم الدراق"]),
        ('مقتل القيادي البارز في التنظيم "هيثم الدراق" بغارة', ["هيثم الدراق"]),
        ('النار على القيادي السابق "هيثم الدراق" ما أدى لمقتله', ["هيثم الدراق"]),
        ("استشهاد الشاب الخلوق المهذب سامر الزعروري بالقصف", ["سامر الزعروري"]),
        ("استشهاد المواطنة بهيجان حسن الدراق بالقصف", ["بهيجان حسن الدراق"]),
        ("قتل المدنيان سامر الزعروري وهيثم الدراق بالقصف", ["سامر الزعروري", "هيثم الدراق"]),
        ("استهدفت مسيرة مواطنين وهما: سامر الزعروري (25 عاما)", ["سامر الزعروري"]),
        ('استشهاد الدكتور "سامر الزعروري" وطفله "هيثم الزعروري"', ["سامر الزعروري", "هيثم الزعروري"]),
        ("وفاة شخص يدعى محمود العبد متأثرا بجراحه", ["محمود العبد"]),
        ("استشهاد العريف سامر الزعروري والجندي أول هيثم الدراق بالقصف", ["سامر الزعروري", "هيثم الدراق"]),
        ("مقتل المدعو نشوان الصبوح الدراق بالقصف", ["نشوان الصبوح الدراق"]),
        ("استشهاد الأخ عبد الحليم الدراق بالقصف", ["عبد الحليم الدراق"]),
        ("مقتل أحمد عبد الله الدراق بالقصف", ["أحمد عبد الله الدراق"]),
        ("قتل هيثم الدراق (31 عاما) من سكان المدينة، ومحمد عبد الحفيظ الزعروري (9 أعوام)", ["هيثم الدراق", "محمد عبد الحفيظ الزعروري"]),
    ],
)  # fmt: skip
def test_victims_by_what_introduces_them(text: str, names: list[str]) -> None:
    assert persons(text) == names


def test_age_sex_and_outcome() -> None:
    hit = scanned("أصيبت الطفلة ريم الدراق (7 سنوات) بالقصف").of("person")[0]
    values = {k: hit.values[k] for k in ("age", "sex", "outcome")}
    assert values == {"age": 7.0, "sex": "female", "outcome": "injured"}


def test_who_lost_his_life_is_dead() -> None:
    hit = scanned("فقد الشاب سامر الزعروري حياته بالقصف").of("person")[0]
    assert hit.values["outcome"] == "killed"


def test_the_harm_of_a_naming_line_stands_in_the_sentence_before() -> None:
    text = "إصابة امرأتين بالقصف. والأسماء هي سوسن الزعروري (14 عاما)"
    hit = scanned(text, "والأسماء هي سوسن الزعروري (14 عاما)").of("person")[0]
    assert hit.values["outcome"] == "injured"


def test_a_line_under_a_heading_of_names() -> None:
    text = "أسماء الشهداء:\n1- سامر الزعروري\n2- هيثم الدراق"
    assert persons(text, "1- سامر الزعروري") == ["سامر الزعروري"]
    assert persons(text, "2- هيثم الدراق") == ["هيثم الدراق"]


def test_names_behind_a_line_that_announces_them() -> None:
    said = "غزوان صبوح الدراق، مازن صبوح الدراق، عضيان صبوح الدراق"
    named = ["غزوان صبوح الدراق", "مازن صبوح الدراق", "عضيان صبوح الدراق"]
    text = f"قصف أدى إلى مقتل ثلاثة مدنيين، وهم:\n{said}"
    assert persons(text, said) == named
    assert scanned(text, said).of("person")[0].values["outcome"] == "killed"
    assert persons(f"أعلنت البلدية أسماء الفائزين:\n{said}", said) == []


def test_a_list_of_the_aged_goes_on_with_names_that_no_sheet_knows() -> None:
    text = "القتيلتان هما ريم الدراق (21 عاما) وجيليان الدراق (33 عاما) بالقصف"
    assert persons(text) == ["ريم الدراق", "جيليان الدراق"]


def test_the_name_of_an_account_is_no_victim() -> None:
    assert persons("سامر الزعروري @samer قتل ثلاثة مدنيين بالقصف") == []


def test_english_victims() -> None:
    text = "The shelling led to the death of Hasan Madrouk in the town"
    assert persons(text, lang="en") == ["Hasan Madrouk"]
    assert (
        persons("another 30 were injured Ahmed Mustafa told reporters", lang="en") == []
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("An air strike killed Khaled Omar al-Darraq.", ["Khaled Omar al-Darraq"]),
        (
            "Shelling killed Omar Abdul-Rahman al-Darraq",
            ["Omar Abdul-Rahman al-Darraq"],
        ),
        ("An air strike killed Mr. Khaled al-Darraq", ["Khaled al-Darraq"]),
        ("Khaled al-Darraq was killed in an air strike.", ["Khaled al-Darraq"]),
        ("The strike killed Khaled - Al Zaarour road was hit too", []),
    ],
)
def test_english_names_with_what_holds_the_next_word(
    text: str, names: list[str]
) -> None:
    assert persons(text, lang="en") == names
