"""Which tellings are events, and which of them are one."""

import pytest
from tests.assemble.report_reading import events, joined, scanned, words_of

from tawthiq.assemble.evidence import topics_of

TOLL = (
    "قتل أكثر من ستين مدنيا بالقصف الجوي المستمر منذ مطلع الشهر الماضي على قرى النخيل "
    "والسدرة."
)


@pytest.mark.parametrize(
    "text",
    [
        "فاز الفريق بهدف قاتل بعد هجوم من الجناح في مباراة الدوري أمس.",
        "توفي رجلان في حادث سير على طريق النخيل.",
        "توفي عامل إثر سقوطه من سقالة في مدينة السدرة.",
        "The team launched attack after attack in the second half of the match.",
    ],
)
def test_sport_and_accidents_are_no_events(text: str) -> None:
    assert joined(text) == []


def test_who_died_under_torture_had_no_accident_whatever_his_keepers_say() -> None:
    text = "قتل شاب تحت التعذيب، وقالت السلطات إنه مات إثر سقوطه من سطح السجن."
    assert len(joined(text)) == 1


def test_headline_and_lead_are_one_event() -> None:
    (one,) = joined(
        "مقتل أربعة مدنيين بقصف على قرية النخيل",
        "قتل أربعة مدنيين، اليوم، بقصف مدفعي استهدف قرية النخيل، بحسب مصادر محلية.",
    )
    assert len(one.tellings) == 2


def test_the_same_toll_told_again_is_the_same_event() -> None:
    found = joined(
        "قتل أربعة مدنيين بقصف مدفعي على قرية النخيل. "
        "وقال الدفاع المدني إن القصف أسفر عن مقتل أربعة مدنيين."
    )
    assert len(found) == 1


def test_strikes_of_different_types_are_different_events() -> None:
    found = joined(
        "شنت طائرات حربية غارات جوية على قرية النخيل وقتل رجل. "
        "واندلعت اشتباكات عنيفة بين الجيش والمسلحين في بلدة السدرة."
    )
    assert len(found) == 2


def test_strikes_on_different_villages_with_tolls_of_their_own_are_two() -> None:
    found = joined(
        "قتل أربعة مدنيين بقصف مدفعي على قرية النخيل. "
        "من جهة أخرى، قتل تسعة مدنيين بقصف مدفعي على بلدة السدرة."
    )
    assert len(found) == 2


def test_a_strike_told_after_a_toll_over_weeks_is_its_own() -> None:
    strike = "شنت طائرات التحالف الدولي عددا من الغارات الجوية على قرية الزيتونة."
    toll, own = joined(TOLL, strike)
    assert words_of(toll.tellings) == [TOLL.rstrip(".")]
    assert words_of(own.tellings) == [strike.rstrip(".")]


def test_what_a_subheading_announces_is_one_with_it() -> None:
    found = events(
        "قتل أربعة مدنيين بغارات جوية على قرية الزيتونة أمس.",
        "قصف بلدة السدرة بقذائف الفوسفور:",
        "نشر ناشطون مقطع فيديو يظهر استهداف بلدة السدرة بصواريخ محملة بالفوسفور.",
    )
    with_it = [e for e in found if "white_phosphorus" in {w.code for w in e.weapons}]
    assert len(with_it) == 1


def test_a_clash_of_two_named_sides_is_an_event_of_its_own() -> None:
    found = events(
        "شنت طائرات حربية غارات جوية على قرية النخيل، وسط اشتباكات مستمرة بين مقاتلي "
        "تنظيم الدولة وبين قوات سوريا الديمقراطية."
    )
    assert [e.type for e in found] == ["air_strike", "clash"]


def test_reasons_of_an_attack_are_no_attack() -> None:
    found = joined(
        "قتل أربعة مدنيين بغارة جوية على قرية النخيل.",
        "وحول أسباب الهجوم على بلدة السدرة قال ناشط إن البلدة مهمة.",
    )
    assert len(found) == 1


def test_because_of_a_raid_is_a_raid() -> None:
    found = joined("اندلعت اشتباكات في بلدة السدرة على خلفية مداهمة منازل المدنيين.")
    assert found


def test_a_wire_in_capitals_that_speaks_of_attacks_tells_of_none() -> None:
    assert (
        joined(
            "BARDA, 4 MAR 31 -- [TEXT] THE MINISTER SAID TODAY THAT THE ATTACKS ON THE "
            "ECONOMY MUST END AND THAT THE BATTLE AGAINST PRICES GOES ON."
        )
        == []
    )


def test_a_wire_in_capitals_is_weighed_by_its_own_weights() -> None:
    text = (
        "BARDA, 4 MAR 31 -- [TEXT] A BOMB EXPLODED LAST NIGHT IN THE OFFICES OF THE "
        "SAHLA BANK. THE BLAST DESTROYED TWO WINDOWS."
    )
    (wire,), (post,) = joined(text), joined(text.capitalize())
    assert wire.odds > post.odds


def test_a_quarter_named_after_a_stadium_is_no_sport() -> None:
    quarter = "ضحايا مدنيون بقصف على حي الملعب في بلدة النخيل."
    (scan,) = scanned(quarter)
    assert [h.code for h in scan.of("topics")] == ["sport"]
    assert topics_of(scan) == []
    (match,) = scanned("فاز الفريق على أرض الملعب في بلدة النخيل.")
    assert {h.code for h in topics_of(match)} == {"sport"}


def test_who_announces_a_strike_of_its_own_tells_an_event() -> None:
    found = events(
        "تظاهر آلاف في العاصمة في مسيرات ومظاهرات احتجاجا على الغلاء.",
        "وأعلن الجيش الإسرائيلي في بيان أنه شن غارة جوية على منشآت تابعة للحركة.",
    )
    assert [e.type for e in found] == ["air_strike"]


def test_the_dead_of_the_roads_since_a_day_are_no_event() -> None:
    said = "وقال متحدث إن 30 شخصا قتلوا في حوادث السير على الطرق منذ بدء العطلة."
    assert not events("سجلت شرطة المرور حوادث سير كثيرة على الطرق.", said)


def test_the_dead_counted_since_a_day_are_told_in_news_of_protests_too() -> None:
    found = events(
        "تظاهر آلاف في مسيرات ومظاهرات احتجاجا على الغلاء.",
        "وقالت الوزارة إن القوات الإسرائيلية قتلت 46 متظاهرا بالرصاص منذ بدء الاحتجاجات.",
    )
    assert [c.range.low for e in found for c in e.casualties] == [46]


def test_what_gives_but_the_toll_founds_no_event() -> None:
    found = events(
        "قتل ثلاثة متظاهرين برصاص الجيش الإسرائيلي في قرية النخيل.",
        "وأضاف أن رجلا آخر توفي متأثرا بجراحه، ما يرفع إلى تسعة عدد القتلى في أعمال "
        "العنف مع الجيش الإسرائيلي الأربعاء.",
    )
    assert len(found) == 1


def test_a_round_up_that_turns_to_another_place_tells_another_event() -> None:
    found = events(
        "قصفت مدفعية الجيش مواقع للمسلحين في قرية النخيل.",
        "وفي قرية السدرة، قصفت مدفعية الجيش مواقع للمسلحين.",
    )
    assert [[p.name for p in e.places] for e in found] == [["النخيل"], ["السدرة"]]
