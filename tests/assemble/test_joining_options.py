"""What may be made of a telling, and what speaks for each choice."""

from tests.assemble.report_reading import scanned, told
from tests.assemble.test_joining import TOLL

from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.joining import best, sightings
from tawthiq.assemble.joining_options import NONE, Option, Seen, options
from tawthiq.assemble.joining_rules import names_others
from tawthiq.assemble.telling import tellings
from tawthiq.weigh.linear import Model

NAKHEEL = "قتل أربعة مدنيين بقصف مدفعي على قرية النخيل."
SIDRA = "وقتل تسعة مدنيين بغارة جوية على بلدة السدرة."


def seen(*paragraphs: str) -> list[Seen]:
    scans = scanned(*paragraphs)
    return list(sightings(tellings(scans), scans))


def choices(*paragraphs: str) -> list[Option]:
    """Give the choices for the last telling, each before it an event of its own."""
    *before, last = seen(*paragraphs)
    return options(last, [Cluster([s.telling]) for s in before], last=len(before) - 1)


def test_without_tellings_there_is_nothing_to_see() -> None:
    assert seen("زار الوزير المدينة أمس.") == []


def test_what_tells_nothing_weighs_nothing() -> None:
    none, *_ = choices(NAKHEEL)
    assert none == Option(NONE, {})


def test_the_first_telling_joins_nothing() -> None:
    assert [o.home for o in choices(NAKHEEL)] == [NONE, 0]


def test_a_telling_may_tell_none_one_of_its_own_or_each_before_it() -> None:
    assert [o.home for o in choices(NAKHEEL, SIDRA, "وقصفت البلدة.")] == [NONE, 2, 0, 1]


def test_a_strike_of_its_own_place_is_none_of_the_toll_before_it() -> None:
    strike = "شنت طائرات التحالف الدولي عددا من الغارات الجوية على قرية الزيتونة."
    assert [o.home for o in choices(TOLL, strike)] == [NONE, 1]


def test_what_a_headline_right_above_announces_has_no_choice() -> None:
    told = choices("مقتل أربعة مدنيين بقصف على قرية النخيل", NAKHEEL)
    assert [o.home for o in told] == [0]


def test_a_village_that_one_event_alone_has_speaks_for_it_and_against_the_other() -> (
    None
):
    _, founding, first, second = choices(
        NAKHEEL, SIDRA, "وقال شهود إن قصفا وقع على بلدة السدرة."
    )
    assert second.features["only_place"] == 1.0
    assert first.features["rival_place"] == 1.0
    assert founding.features["founds_known_place"] == 1.0


def test_a_village_that_no_event_has_is_unlike_all() -> None:
    _, founding, first = choices(NAKHEEL, "وسقطت قذائف على بلدة السدرة.")
    assert founding.features["founds_unlike_place"] == 1.0
    assert not {"only_place", "rival_place"} & first.features.keys()


def test_of_equal_choices_the_first_is_taken() -> None:
    model = Model(name="none", weights={})
    assert best(model, choices(NAKHEEL, SIDRA)) == NONE


def test_two_counts_alike_say_more_than_one() -> None:
    first = "قتل سبعة أشخاص وأصيب أربعة وخمسون آخرون بقصف على قرية النخيل."
    *_, again = choices(first, "وقتل سبعة أشخاص وأصيب أربعة وخمسون آخرون بالقصف.")
    *_, other = choices(first, "وقتل سبعة أشخاص وأصيب تسعة آخرون بالقصف.")
    assert (again.features["two_tolls"], other.features["two_tolls"]) == (1.0, 0.0)


def test_who_is_counted_and_named_otherwise_is_of_another_event() -> None:
    before = "مقتل القائد سمير خالد الحمدان بغارة على قرية النخيل."
    (one,) = told(before)
    for text, others in (
        ("مصرع قائد يدعى هيثم علي الجاسم في مواجهات بقرية النخيل.", True),
        ("مقتل القائد سمير الحمدان في القصف على قرية النخيل.", False),
        ("مصرع قائد في مواجهات بقرية النخيل.", False),
    ):
        (other,) = told(text)
        assert names_others(other, Cluster([one])) is others


def test_a_strike_told_briefly_in_a_report_of_strikes_is_told_all_the_same() -> None:
    strikes = (NAKHEEL, SIDRA, "وقتل رجل بقصف مدفعي على بلدة النبعة.")
    briefly = "وشنت الطائرات الحربية الإسرائيلية غارات على مواقع عسكرية."
    assert NONE not in {o.home for o in choices(*strikes, briefly)}
    unarmed = "وتحدث الوزير الإسرائيلي عن غارات على مواقع عسكرية."
    assert NONE in {o.home for o in choices(*strikes, unarmed)}
