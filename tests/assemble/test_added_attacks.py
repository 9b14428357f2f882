"""Attacks added to others in one sentence, answered, or told once more with their toll."""

import pytest
from tests.assemble.report_reading import events

from tawthiq.model.event import EventReport
from tawthiq.model.vocabulary import EventKind


def dead(event: EventReport) -> list[int | None]:
    return [c.range.low for c in event.casualties if c.outcome == "killed"]


@pytest.mark.parametrize(
    "text",
    [
        "قتل رجلان في غارة على بلدة النخيل فضلا عن إصابة خمسة في الغارة نفسها.",
        "قصفت المدفعية بلدة النخيل بعد قصف عنيف على البلدة.",
        "لقي 46 شخصا على الأقل حتفهم في الفيضانات التي تشهدها بلدة النخيل منذ أيام.",
        "راجعت اللجنة قواعد الاشتباك التي تتبعها القوات في بلدة النخيل.",
        "التقى الوزير ضيفه في بلدة النخيل. سمات الأمير سالم بن خالد",
    ],
)
def test_no_second_event_is_made_of_one_or_of_none(text: str) -> None:
    assert len(events(text)) <= 1
    assert "killed" not in {v.outcome for e in events(text) for v in e.victims}


@pytest.mark.parametrize(
    "text",
    [
        "لقي 46 شخصا على الأقل حتفهم في الفيضانات التي تشهدها البلاد منذ أيام.",
        "راجعت اللجنة قواعد الاشتباك التي تتبعها القوات في بلدة النخيل.",
    ],
)
def test_floods_and_rules_of_engagement_are_no_event(text: str) -> None:
    assert not events(text)


def test_an_attack_added_at_a_place_of_its_own_is_another() -> None:
    first, second = events(
        "قال المصدر إن غارتين استهدفتا بلدة الزيتون، فضلا عن مقتل امرأة وإصابة 7 "
        "مدنيين جراء قصف مدفعي استهدف بلدة النخيل."
    )
    assert (first.type, dead(first)) == ("air_strike", [])
    assert (second.type, dead(second)) == ("shelling", [1])


def test_a_bombardment_and_the_blast_that_it_answers_are_two() -> None:
    first, second = events(
        "قصف الجيش مواقع المسلحين في بلدة الزيتون، بعد انفجار عبوة ناسفة قرب آلية على "
        "طريق بلدة النخيل."
    )
    assert first.type != "explosive_device"
    assert second.type == "explosive_device"


def test_what_a_toll_came_to_is_none_of_the_event_that_raised_it() -> None:
    first, second = events(
        "أدت المواجهات في بلدة النخيل إلى مقتل 40 شخصا، ليرتفع بذلك عدد قتلى الحملة "
        "التي انطلقت منذ 30 كانون الثاني 2031 إلى نحو 100."
    )
    assert dead(first) == [40]
    assert (second.kind, dead(second)) == (EventKind.TOLL, [100])


def test_two_operations_told_apart_are_parts_of_their_sum() -> None:
    found = events(
        "لقي خمسة مسلحين مصرعهم في عمليتين في محافظة الوادي. وقالت مصادر إن اثنين من "
        "المسلحين قتلوا بالقنص، فيما لقي ثلاثة آخرون مصرعهم في كمين قرب قرية النخيل."
    )
    assert [dead(e) for e in found] == [[5], [2], [3]]


def test_who_fires_is_not_killed() -> None:
    (one,) = events("قتل عالم برصاص شخصين أطلقا النار عليه في بلدة الزيتون.")
    assert 2 not in dead(one)


def test_who_speaks_of_a_strike_is_no_victim_of_it() -> None:
    (one,) = events(
        "قتلت غارة على بلدة الزيتون ثلاثة مدنيين. وقال أحد السكان، ويدعى سالم العلي، إن "
        "القصف لم يتوقف."
    )
    assert not one.victims


def test_who_denies_an_accord_denies_no_attack() -> None:
    (one,) = events(
        "قتل خمسة مدنيين في قصف مدفعي على بلدة الزيتون اليوم. ونفى الجيش التوصل إلى "
        "اتفاق لوقف إطلاق النار في بلدة الزيتون بعد القصف."
    )
    assert one.stance == "asserted"


def test_a_round_up_is_cut_where_it_turns_to_the_next_place() -> None:
    found = events(
        "ففي مدينة النخيل قتل 5 أشخاص بقصف جوي، وفي مدينة الواحة قتل 3 أشخاص بقصف "
        "مدفعي، وفي بلدة السدرة أصيب رجل."
    )
    assert [dead(e) for e in found] == [[5], [3], []]


def test_two_raids_joined_by_a_verb_of_harm_are_two() -> None:
    found = events(
        "قتل خمسة في غارة على قرية النخيل وجرح ثلاثة في غارة على قرية السدرة."
    )
    assert [[c.range.low for c in e.casualties] for e in found] == [[5], [3]]


def test_one_raid_that_killed_and_wounded_is_one() -> None:
    (one,) = events("قتل خمسة في غارة على قرية النخيل وجرح ثلاثة في الغارة نفسها.")
    assert dead(one) == [5]


@pytest.mark.parametrize(
    "text",
    [
        "الغارة الجوية التي استهدفت تنظيم داعش في بلدة النخيل أمس قتلت خمسة مدنيين.",
        "قصف مدفعي عنيف استهدف عناصر تنظيم داعش في بلدة النخيل أمس.",
    ],
)
def test_whom_an_attack_hit_is_not_who_did_it(text: str) -> None:
    assert not [p for e in events(text) for p in e.perpetrators]


def test_who_hit_with_a_bomb_did_it() -> None:
    (one,) = events("استهدف تنظيم داعش حاجزا في بلدة النخيل أمس بعبوة ناسفة.")
    assert [p.actor for p in one.perpetrators] == ["isis"]


def test_what_was_denied_as_a_whole_was_denied() -> None:
    (one,) = events(
        "استهدف التحالف الدولي مواقع في بلدة النخيل ما أدى إلى مقتل 12 مسلحا، وهو ما "
        "نفاه التحالف الدولي."
    )
    assert one.stance == "denied"


def test_whose_lot_is_not_told_met_that_of_the_others() -> None:
    (one,) = events(
        "أصيب عامل بجروح في قصف على بلدة النخيل. ويدعى العامل سالم بن محمود العلي."
    )
    assert [v.outcome for v in one.victims] == ["injured"]


def test_what_the_other_side_struck_meanwhile_is_another_event() -> None:
    raid = "استهدفت غارة إسرائيلية منزلا في بلدة النخيل وقتلت سيدة."
    answer = "في المقابل، استهدف حزب الله بمسيرتين انقضاضيتين تجمعا لجنود."
    assert [e.type for e in events(raid, answer)] == ["air_strike", "drone_strike"]


@pytest.mark.parametrize(
    "text",
    [
        "أغار الطيران على بلدة النخيل، وبعد ساعتين استهدفت غارة ثانية بلدة الزيتونة.",
        "قصفت المدفعية بلدة النخيل. وفي وقت لاحق قصفت بلدة الزيتونة فأصيب طفل.",
    ],
)
def test_what_struck_another_place_later_is_another(text: str) -> None:
    assert len(events(text)) > 1


@pytest.mark.parametrize(
    "text",
    [
        "استهدف قصف بلدة النخيل. ولاحقا أعلن الجيش مسؤوليته عن القصف.",
        "أطلق مسلحون النار على شاب في بلدة النخيل. ولاحقا توفي الشاب في بلدة الزيتونة.",
    ],
)
def test_what_became_of_an_attack_later_is_no_other(text: str) -> None:
    assert len(events(text)) == 1
