"""How a telling is compared with an event before it."""

from tests.assemble.report_reading import told

from tawthiq.assemble.agreement import (
    are_two,
    is_after_toll,
    is_announced,
    is_elsewhere,
    of_pair,
)
from tawthiq.assemble.evidence import Cluster


def compared(*paragraphs: str) -> dict[str, float]:
    *before, last = told(*paragraphs)
    return of_pair(last, Cluster(before), index=0, last=0)


def test_dead_and_wounded_do_not_contradict_each_other() -> None:
    found = compared(
        "قتل أربعة مدنيين بقصف على قرية النخيل.", "وأصيب سبعة بالقصف على القرية."
    )
    assert "other_toll" not in found
    assert found["other_outcome"] == 1.0


def test_two_numbers_of_dead_differ() -> None:
    found = compared(
        "قتل أربعة مدنيين بقصف على قرية النخيل.", "وقتل تسعة مدنيين بالقصف."
    )
    assert found["other_toll"] == 1.0
    assert found["far_toll"] == 1.0


def test_the_same_number_is_the_same_toll() -> None:
    found = compared(
        "قتل أربعة مدنيين بقصف على قرية النخيل.", "وقتل أربعة مدنيين بالقصف."
    )
    assert found["same_toll"] == found["same_toll_big"] == 1.0


def test_some_of_the_raids_is_news_and_the_raids_point_back() -> None:
    some = compared("قتل رجل بغارة.", "وشنت الطائرات عددا من الغارات على قرية النخيل.")
    these = compared("قتل رجل بغارة.", "وأسفرت الغارات عن دمار في قرية النخيل.")
    assert (some["definite"], these["definite"]) == (0.0, 1.0)


def test_types_that_exclude_each_other_bar_and_a_broad_word_does_not() -> None:
    clash, strike, broad = told(
        "اندلعت اشتباكات في بلدة السدرة وقتل رجل.",
        "وقتل رجلان بغارة جوية على قرية النخيل.",
        "وقتل رجلان بقصف على القرية.",
    )
    assert are_two(strike, Cluster([clash]))
    assert not are_two(broad, Cluster([clash]))
    assert not are_two(broad, Cluster([strike]))


def test_what_was_planted_was_not_fired() -> None:
    bomb, mine, answer = told(
        "قتل جنديان بانفجار عبوة ناسفة في بلدة السدرة.",
        "وانفجر لغم في القرية وقتل رجل.",
        "وردت القوات بقصف على قرية النخيل وأصيب رجلان.",
    )
    assert are_two(answer, Cluster([bomb]))
    assert are_two(mine, Cluster([answer]))


def test_nothing_is_announced_but_by_a_headline_right_above() -> None:
    found = compared("قتل رجل بقصف على قرية النخيل.", "وسقطت قذائف على قرية النخيل.")
    assert not is_announced(found)


def test_what_is_not_said_goes_together_with_nothing() -> None:
    found = compared("قتل رجل بغارة.", "وأسفرت الغارات عن دمار.")
    assert not {"place_and_toll", "place_and_type"} & found.keys()
    assert found["shares_any_place"] == found["no_shared_place"] == 0.0


def test_another_place_with_another_toll_weighs_more_than_each_alone() -> None:
    found = compared(
        "قتل أربعة مدنيين بقصف على قرية النخيل.",
        "قتل تسعة مدنيين بقصف على بلدة السدرة.",
    )
    assert found["place_and_toll"] == found["no_shared_place"] == 1.0


def test_an_air_strike_and_shelling_are_typed_apart() -> None:
    apart = compared("قصف مدفعي على قرية النخيل.", "غارة جوية على قرية النخيل.")
    alike = compared("غارة جوية على قرية النخيل.", "غارات جوية على قرية النخيل.")
    assert (apart["typed_apart"], apart["same_strong_type"]) == (1.0, 0.0)
    assert (alike["typed_apart"], alike["same_strong_type"]) == (0.0, 1.0)


def test_only_a_strike_of_another_place_stands_after_a_toll() -> None:
    toll = "قتل ستون مدنيا بالقصف الجوي منذ مطلع الشهر الماضي على قرية النخيل."
    assert is_after_toll(compared(toll, "شنت طائرات غارات جوية على قرية الزيتونة."))
    assert not is_after_toll(compared(toll, "شنت طائرات غارات جوية على قرية النخيل."))
    assert not is_after_toll(compared(toll, "وأسفرت الغارات عن دمار في قرية الزيتونة."))


def test_other_people_counted_elsewhere_are_of_another_event() -> None:
    before = "قتل أربعة مدنيين بقصف على قرية النخيل."
    assert is_elsewhere(compared(before, "قتل تسعة مدنيين بقصف على بلدة السدرة."))
    assert not is_elsewhere(compared(before, "قتل تسعة مدنيين بقصف على قرية النخيل."))
    assert not is_elsewhere(compared(before, "قتل أربعة مدنيين بقصف على بلدة السدرة."))
    assert not is_elsewhere(compared(before, "قتل تسعة مدنيين بالقصف."))


def test_two_sites_of_one_town_with_two_tolls_are_two_events() -> None:
    before = "قتل أربعة مدنيين بتفجير استهدف كنيسة النخيل في مدينة السدرة."
    other = "قتل تسعة مدنيين بتفجير استهدف كنيسة الزيتونة في مدينة السدرة."
    same = "قتل تسعة مدنيين بتفجير استهدف كنيسة النخيل في مدينة السدرة."
    assert is_elsewhere(compared(before, other))
    assert not is_elsewhere(compared(before, same))


def test_a_shooting_a_raid_and_the_clash_it_became_may_be_one() -> None:
    *before, shooting = told(
        "اشتباكات في قرية النخيل.", "أطلق مسلحون النار على الحاجز."
    )
    assert not are_two(shooting, Cluster(before))
    *before, raid = told("اشتباكات في قرية النخيل.", "داهم الجنود القرية.")
    assert not are_two(raid, Cluster(before))
    *before, shooting = told(
        "غارة جوية على قرية النخيل.", "أطلق مسلحون النار على الحاجز."
    )
    assert are_two(shooting, Cluster(before))
