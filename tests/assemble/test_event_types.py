"""Type of an event: what its attack words and weapons say."""

import pytest
from tests.assemble.report_reading import events


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
        ("اغتيل ضابط متقاعد في قرية النخيل.", "shooting"),
        ("اغتيال ضابط بعبوة ناسفة زرعت بسيارته في قرية النخيل.", "explosive_device"),
        ("أوقفت قوة من الجيش ستة رجال في قرية النخيل.", "abduction_detention"),
        ("مسلحون يختطفون طبيبا في قرية النخيل.", "abduction_detention"),
        ("مسلحون يفجرون منزل نائب في قرية النخيل.", "explosive_device"),
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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قتل خمسة مسلحين في معارك عنيفة وغارات جوية في قرية النخيل.", "clash"),
        ("قتل شرطي في تبادل لإطلاق النار مع مسلحين في قرية النخيل.", "clash"),
        ("قتل رجل برصاص الجنود في مواجهات قرب قرية النخيل.", "shooting"),
        ("قتل رجلان برصاص وقذائف هاون على قرية النخيل.", "shelling"),
        (
            "قتل ثلاثة حين فجر انتحاري نفسه في سيارة مفخخة في قرية النخيل.",
            "suicide_attack",
        ),
        ("قتل رجل حين أطلقت المقاتلات ستة صواريخ على قرية النخيل.", "air_strike"),
        ("قتل رجل حين أطلقت المدفعية ستة صواريخ على قرية النخيل.", "shelling"),
        ("قتل جنديان في عملية عسكرية في قرية النخيل.", "unspecified"),
        ("قتل رجل بغارات جوية وقصف مدفعي على قرية النخيل.", "air_strike"),
        ("قتل رجل بقصف مدفعي وغارات جوية على قرية النخيل.", "shelling"),
        ("Jets raided the village of Nakhil, killing two men.", "air_strike"),
    ],
)
def test_what_goes_with_a_type_does_not_outvote_it(text: str, code: str) -> None:
    (one,) = events(text)
    assert one.type == code


RAID = "قتل أربعة مدنيين بغارة جوية على قرية النخيل."


def test_a_strike_beside_raids_is_one_and_a_massacre_may_be_anything() -> None:
    strike = "واستهدفت ضربة أخرى سوقا في بلدة السدرة وقتل مدنيان."
    assert [e.type for e in events(RAID, strike)] == ["air_strike", "air_strike"]
    massacre = "ووقعت مجزرة في بلدة السدرة قتل فيها سبعة مدنيين."
    assert [e.type for e in events(RAID, massacre)] == ["air_strike", "unspecified"]


def test_a_word_for_killing_says_nothing_of_the_means() -> None:
    harm = "An attack hit a camp near the village of Zelvaro, killing a child."
    assert [e.type for e in events(harm)] == ["unspecified"]
    shot = "Gunmen shot at a bus in the village of Zelvaro, killing three people."
    assert [e.type for e in events(shot)] == ["shooting"]


def test_fighters_fell_in_the_battles_of_a_report_that_tells_of_nothing_else() -> None:
    battle = "قتل سبعة جنود في معارك عنيفة مع المسلحين في بلدة النخيل."
    fell = "كما قتل 12 عنصرا من الفصائل في بلدة السدرة."
    assert [e.type for e in events(battle, fell)] == ["clash", "clash"]
    assert [e.type for e in events(RAID, fell)] == ["air_strike", "unspecified"]
    people = "كما قتل خمسة مدنيين في بلدة السدرة."
    assert [e.type for e in events(battle, people)] == ["clash", "unspecified"]
