"""Weapons: what an attack was made with, and words that only look like it."""

import pytest
from tests.find.actor_reading import scanned, weapons


@pytest.mark.parametrize(
    "text",
    [
        "خرجت مسيرة سلمية في وادي الزعرور",
        "مسيرة تابعة للحزب خرجت في وادي الزعرور",
        "دعا الوزير إلى وقف إطلاق النار",
        "عثر على كمية من الألغام في المستودع",
        "قالت قناة المسيرة إن السوق أغلق",
        "وصلت طائرة مدنية إلى المطار",
        "وسط تحليق للطيران الحربي في الأجواء",
    ],
)
def test_words_that_are_no_weapon_of_an_attack(text: str) -> None:
    assert weapons(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("قصف مدفعي على القرية", ["artillery_shell"]),
        ("استهدفت مسيّرة سيارة في القرية", ["drone"]),
        ("مسيرة يعتقد أنها تابعة للتحالف الدولي تستهدف سيارة", ["drone"]),
        ("استهداف بالطيران الحربي", ["aircraft"]),
        ("ألقت مروحيات براميل متفجرة", ["helicopter", "barrel_bomb"]),
        ("انفجار سيارة مفخخة في السوق", ["car_bomb"]),
        ("قصف الطيران التركي المسيّر القرية", ["drone"]),
        ("قتل شاب برصاص قناص", ["sniper"]),
        ("سقوط قذائف هاون على الحي", ["mortar"]),
        ("إثر إطلاق جنود الحاجز النار على راعيين", ["small_arms"]),
        ("أطلق مسلحون يستقلون دراجة النار عليه", ["small_arms"]),
    ],
)
def test_weapons_by_their_usual_names(text: str, codes: list[str]) -> None:
    assert weapons(text) == codes


def test_a_rocket_may_be_a_missile_from_the_air() -> None:
    hit = scanned("قصف بالصواريخ على القرية").of("weapon")[0]
    assert (hit.code, hit.values["air"]) == ("rocket", "missile")


def test_what_flies_beside_an_operation_only_supports_it() -> None:
    hits = scanned("نفذت القوة عملية دهم بإسناد من الطيران الحربي").of("weapon")
    assert [(h.code, h.values["support"]) for h in hits] == [("aircraft", True)]
    (own,) = scanned("قصف الطيران الحربي القرية").of("weapon")
    assert not own.values["support"]


def test_a_rigged_vehicle_that_was_hit_is_no_weapon() -> None:
    assert weapons("ضربة استهدفت آلية مفخخة قرب القرية") == []


def test_english_weapons() -> None:
    assert weapons("barrel bombs dropped by helicopters", lang="en") == [
        "barrel_bomb",
        "helicopter",
    ]
    assert weapons("a gold mine in the valley", lang="en") == []


def test_nobody_flies_what_is_said_so_behind_its_nationality() -> None:
    assert weapons("غارة لطائرة أمريكية من دون طيار على القرية") == ["drone"]
    assert weapons("ضربات بواسطة طائرات غير مأهولة على القرية") == ["drone"]
    assert weapons("غارة لطائرة أمريكية على القرية") == ["aircraft"]


def test_arms_that_are_stored_or_forbidden_made_no_attack() -> None:
    assert weapons("استهدفت الضربة منشأة لتخزين الأسلحة الكيماوية") == []
    assert weapons("استخدم الأسلحة الكيماوية في قصف القرية") == ["chemical"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("أسفرت العملية عن تدمير ثلاثة رشاشات", []),
        ("نقلت الميليشيا المدافع إلى وسط القرية", []),
        ("حاول طعن جندي", []),
        ("غارة على مستودع صواريخ", []),
        ("سحب الجيش أسلحته الثقيلة", []),
        ("تدمير طائرة مسيرة هاجمت المطار", ["drone"]),
        ("تدمير منزل بقذائف مدفعية", ["artillery_shell"]),
        ("قتل مسلح يحمل بندقية ثلاثة", ["small_arms"]),
    ],
)
def test_weapons_moved_stored_or_lost_fired_nothing(
    text: str, codes: list[str]
) -> None:
    assert weapons(text) == codes
