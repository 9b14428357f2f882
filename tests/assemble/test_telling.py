"""Where a sentence is cut: at what begins to tell of something else."""

import pytest
from tests.assemble.report_reading import told, words_of


@pytest.mark.parametrize(
    "text",
    [
        "افتتح الوزير مدرسة في قرية النخيل.",
        "The minister opened a school in the village of Nakhil.",
        "عقد المجلس اجتماعا فيما غادر الوفد المدينة.",
    ],
)
def test_a_sentence_without_harm_tells_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات قرية النخيل، ما أدى إلى مقتل أربعة مدنيين وإصابة سبعة.",
        "قتل أربعة مدنيين بينهم طفل كما ذكر الأهالي.",
        "قتل أربعة مدنيين في انفجار ألغام، فيما أصيب سبعة آخرون في قرية النخيل.",
        "Warplanes bombed the village of Nakhil, killing four civilians.",
    ],
)
def test_a_clause_that_tells_no_attack_is_not_cut_off(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات قرية النخيل، فيما استهدفت المدفعية بلدة السدرة.",
        "قصفت الطائرات قرية النخيل واستهدفت المدفعية بلدة السدرة.",
        "قصفت الطائرات قرية النخيل ردا على هجوم على حاجز.",
        "قتل رجل بغارة على قرية النخيل بعد أقل من شهرين على مقتل شقيقه بغارة.",
        "Warplanes bombed Nakhil in retaliation for an attack on a checkpoint.",
    ],
)
def test_a_clause_that_tells_another_attack_is_cut_off(text: str) -> None:
    assert len(told(text)) == 2


def test_names_below_a_telling_belong_to_it() -> None:
    (one,) = told("قتل رجلان بقصف على قرية النخيل.", "الشهيد سمير خالد الحمدان")
    assert [h.values["name"] for h in one.of("person")] == ["سمير خالد الحمدان"]


def test_names_below_a_smaller_toll_belong_to_the_one_that_can_hold_them() -> None:
    seven, one = told(
        "قتل سبعة مدنيين بقصف على قرية الزعرور",
        "وأصيب رجل بانفجار لغم في قرية النخيلات",
        "وعرف من القتلى: سامر خالد الدراق (42 عاما) وهدى محمود الصفصافي",
    )
    assert len(seven.of("person")) == 2
    assert not one.of("person")


def test_a_list_of_names_above_a_telling_belongs_to_it() -> None:
    (one,) = told(
        "أسماء الشهداء:\nسمير خالد الحمدان\nهيثم علي الحمدان\nقتلوا بقصف على قرية النخيل."
    )
    assert [h.values["name"] for h in one.of("person")] == [
        "سمير خالد الحمدان",
        "هيثم علي الحمدان",
    ]


def test_one_victim_by_title_above_a_telling_belongs_to_it() -> None:
    (one,) = told("الشهيد سمير خالد الحمدان\nاستهدف القصف قرية النخيل.")
    assert [h.values["name"] for h in one.of("person")] == ["سمير خالد الحمدان"]
    (other,) = told("سمير خالد الحمدان\nاستهدف القصف قرية النخيل.")
    assert other.of("person") == []


def test_a_surname_is_no_place_where_it_struck() -> None:
    (one,) = told("مقتل الطفل محمد علي الرشيد بقصف على قرية النخيل.")
    assert "الرشيد" not in {h.values["name"] for h in one.of("place")}


def test_where_the_strike_was_launched_is_no_place_of_it() -> None:
    (one,) = told("أطلقت صواريخ من بلدة السدرة على قرية النخيل وقتل رجلان.")
    assert "السدرة" not in {h.values["name"] for h in one.of("place")}


def test_a_subheading_is_a_headline() -> None:
    parts = told(
        "قصفت الطائرات قرية النخيل أمس.",
        "قصف بلدة السدرة بالمدفعية:",
        "سقطت قذائف مدفعية على بلدة السدرة مساء أمس وقتل رجلان، بحسب الأهالي هناك.",
    )
    assert [p.is_headline for p in parts] == [False, True, False]


def test_words_are_given_as_they_stand() -> None:
    text = "قصفت الطائرات قرية النخيل"
    assert words_of(told(text)) == [text]


def test_a_name_harmed_by_nobody_tells_nothing() -> None:
    assert told("توفي الفنان سامر أحمد حداد في مدينة النخيل.") == []
    assert told("The singer Samir Haddad died in Nakhil city.") == []
    assert told("The death of Samir Haddad, 84, was announced in Nakhil city.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Samir Haddad was killed in Nakhil village by rebels.",
        "Gunmen killed Samir Haddad.",
        "SAMIR HADDAD WAS MURDERED LAST FRIDAY.",
    ],
)
def test_a_name_alone_tells_of_harm_where_a_doer_is_told(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "انفجرت سيارة مفخخة وسط بلدة النخيل فقتل خمسة مدنيين.",
        "قصفت مليشيا الحوثي منطقة سكنية وسط بلدة السدرة ما أسفر عن مقتل خمسة.",
    ],
)
def test_the_middle_of_a_place_says_where(text: str) -> None:
    assert len(told(text)) == 1


def test_amid_another_attack_something_else_is_told() -> None:
    text = "شن الطيران غارات على قرية السدرة وسط قصف مدفعي على بلدة النخيل."
    assert len(told(text)) == 2


def test_the_named_dead_before_a_toll_since_a_day_are_not_of_that_toll() -> None:
    text = (
        "ذكرت الوكالة أسماء من قضوا بالقصف وهم سالم حامد العمري (18 عاما)، وحامد سالم الشامي"
        " (20 عاما)، مشيرة إلى أنه ترتفع حصيلة القتلى منذ 30 كانون الثاني إلى 204 أشخاص."
    )
    assert len(told(text)) == 2
