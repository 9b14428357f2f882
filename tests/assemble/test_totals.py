"""Totals told before their parts, and attacks set side by side with their own dead."""

from collections.abc import Sequence

from tests.assemble.report_reading import events, told

from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.totals import counts_some_of
from tawthiq.model.event import EventReport
from tawthiq.model.vocabulary import EventKind

PARTS = (
    "وأوضح مصدر أمني أن أربعة عمال قتلوا بتفجير عبوة ناسفة في قرية النخيل.",
    "وقال المصدر إن ثلاثة رعاة قتلوا بتفجير عبوة ناسفة في قرية السدرة.",
)


def killed(found: Sequence[EventReport]) -> list[tuple[EventKind, list[int | None]]]:
    return [
        (e.kind, [c.range.low for c in e.casualties if c.part_of is None])
        for e in found
    ]


def test_two_told_one_by_one_are_no_total() -> None:
    found = events(
        "قتل رجلان بتفجير عبوة ناسفة في قرية النخيل.",
        "وقال مصدر إن رجلا قتل على الفور وإن رجلا آخر قتل متأثرا بجراحه.",
    )
    assert EventKind.TOLL not in [e.kind for e in found]


def test_a_place_of_its_own_makes_it_no_total() -> None:
    found = events("قتل سبعة رجال بغارة جوية على قرية الواحة.", *PARTS)
    assert [k for k, _ in killed(found)] == [EventKind.INCIDENT] * 3


def test_a_total_is_a_toll_and_each_part_an_event() -> None:
    found = events("قتل سبعة أشخاص بتفجير عبوات ناسفة أمس.", *PARTS)
    assert killed(found) == [
        (EventKind.TOLL, [7]),
        (EventKind.INCIDENT, [4]),
        (EventKind.INCIDENT, [3]),
    ]


def test_the_wounded_and_an_earlier_count_of_a_part_do_not_hide_a_sum() -> None:
    found = events(
        "قتل سبعة أشخاص بتفجير عبوات ناسفة أمس.",
        "وأوضح مصدر أمني أن أربعة عمال قتلوا وأصيب تسعة بتفجير عبوة ناسفة في قرية النخيل.",
        "وكانت حصيلة غير نهائية للتفجير أفادت عن مقتل ثلاثة عمال.",
        PARTS[1],
    )
    assert [k for k, _ in killed(found)] == [
        EventKind.TOLL,
        EventKind.INCIDENT,
        EventKind.INCIDENT,
    ]


def test_people_counted_over_scattered_happenings_are_a_toll() -> None:
    (one,) = events("قتل تسعة مسلحين في مواجهات متفرقة في محافظة الوادي.")
    assert one.kind is EventKind.TOLL


def test_separate_attacks_told_apart_behind_their_sum_are_not_that_sum() -> None:
    found = events(
        "Two separate attacks killed at least eleven people on Thursday.",
        "In the town of Ras al-Hajal, an air strike hit a bakery and killed seven.",
        "A car bomb killed five in the town of Umm al-Balut.",
    )
    assert killed(found) == [
        (EventKind.TOLL, [11]),
        (EventKind.INCIDENT, [7]),
        (EventKind.INCIDENT, [5]),
    ]


def test_one_separate_attack_is_no_toll() -> None:
    (one,) = events(
        "In a separate attack, an air strike killed seven in the town of Ras al-Hajal.",
    )
    assert one.kind is EventKind.INCIDENT


def test_scattered_sites_of_one_strike_are_no_toll() -> None:
    (one,) = events("قتل تسعة مسلحين بقصف مدفعي استهدف مواقع متفرقة في قرية النخيل.")
    assert one.kind is EventKind.INCIDENT


def test_raids_and_shelling_with_one_toll_are_not_cut() -> None:
    found = events("قتل تسعة مدنيين بغارات جوية وقصف مدفعي على قرية النخيل.")
    assert len(found) == 1


def test_attacks_side_by_side_with_their_own_dead_are_two() -> None:
    found = events(
        "الهجوم على متحف في قرية النخيل أدى إلى مقتل 22 شخصا، والهجوم على فندق في "
        "قرية السدرة أدى إلى مقتل 38 شخصا."
    )
    assert [lows for _, lows in killed(found)] == [[22], [38]]


def test_who_are_among_those_counted_are_of_that_event() -> None:
    first = "مقتل أربعين مسلحا في قرية النخيل."
    some = "وتم استهدافهم في قرية النخيل، وأن من بين القتلى ثمانية قياديين."
    more = "وتم استهدافهم في قرية النخيل، وأن من بين القتلى سبعين قياديا."
    (one,), (of_those,), (beyond,) = told(first), told(some), told(more)
    assert counts_some_of(of_those, Cluster([one]))
    assert not counts_some_of(beyond, Cluster([one]))
    assert not counts_some_of(one, Cluster([beyond]))


def test_more_than_twenty_are_the_fourteen_and_the_seven_not_the_thirty() -> None:
    text = "لقي أكثر من عشرين مسلحا مصرعهم في عمليتين في البلاد."
    one = "وقتل 14 مسلحا في عملية أمنية في منطقة النخيل."
    other = "وقتل سبعة مسلحين في عملية أمنية في منطقة السدرة."
    assert killed(events(text, one, other)) == [
        (EventKind.TOLL, [20]),
        (EventKind.INCIDENT, [14]),
        (EventKind.INCIDENT, [7]),
    ]
    more = "وقتل 30 مسلحا في عملية أمنية في منطقة السدرة."
    assert not any(t.part_of for t in told(text, one, more))
