"""Exchanges of fire: a shelling is contested beside another that a report of it tells."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.link.telling import DAY, Told, reading

from tawthiq.grade.exchanges import rests_on_others, with_exchanges
from tawthiq.grade.settings import GradeSettings
from tawthiq.model.incident import Grade, Grading, Incident
from tawthiq.model.reading import Reading
from tawthiq.workflow.linking import LinkingSettings, incidents_of

HERE = Told(at="تل القنفذ", day=DAY, killed=3, by=("syrian_government",))
THERE = replace(HERE, at="كفر مشمش")
RIVAL = replace(THERE, by=("sdf",))
BOTH = reading("أ", HERE, THERE)
TURKEY = ("turkey",)
OTHER = reading("ب", RIVAL)


def at_home(
    readings: Sequence[Reading], settings: LinkingSettings | None = None
) -> Incident:
    """Give the incident of the first village."""
    made = incidents_of(readings, settings=settings)
    (one,) = (i for i in made if i.places[0].name == HERE.at)
    return one


def test_a_shelling_is_contested_beside_one_whose_author_is_disputed() -> None:
    assert at_home([BOTH]).grade.code == "weak"
    one = at_home([BOTH, OTHER])
    assert one.grade.code == "contested"
    first, second = one.grade.reasons
    assert (first.rule, second.rule) == ("rivals_in_exchange", "overruled:one_voice")
    assert "قوات سوريا الديمقراطية" in first.ar
    assert "Syrian government" in first.en
    assert one.belligerents == ("syrian_government",)


def test_its_reason_rests_on_the_claims_of_the_other() -> None:
    made = incidents_of([BOTH, OTHER])
    home, there = sorted(made, key=lambda i: i.places[0].name != HERE.at)
    assert home.grade.reasons[0].claims == there.grade.reasons[0].claims != ()


def other_day() -> list[Reading]:
    before = DAY - timedelta(days=1)
    here = replace(HERE, day=before)
    return [reading("أ", here, THERE), OTHER]


@pytest.mark.parametrize(
    "told",
    [
        [reading("أ", HERE), reading("ج", THERE), OTHER],
        other_day(),
        [
            reading("أ", replace(HERE, by=TURKEY), replace(THERE, by=TURKEY)),
            reading("ب", replace(RIVAL, by=("syrian_national_army",))),
        ],
        [reading("أ", replace(HERE, by=TURKEY), THERE), OTHER],
        [reading("أ", replace(HERE, by=()), THERE), OTHER],
        [reading("أ", replace(HERE, type="air_strike"), THERE), OTHER],
        [
            reading("أ", HERE, replace(THERE, type="air_strike")),
            reading("ب", replace(RIVAL, type="air_strike")),
        ],
        [reading("أ", replace(HERE, killed=None), THERE), OTHER],
    ],
    ids=[
        "no report tells both",
        "another day",
        "a proxy is no rival",
        "blamed is neither of the two",
        "nobody is blamed",
        "the one is an air strike",
        "the other is an air strike",
        "no harm",
    ],
)
def test_it_is_not_contested_where(told: list[Reading]) -> None:
    assert not rests_on_others(at_home(told))


def test_it_goes_one_step_and_no_further() -> None:
    third = replace(HERE, at="مدينة السنابل")
    made = incidents_of([BOTH, OTHER, reading("ج", third, HERE)])
    (far,) = (i for i in made if i.places[0].name == third.at)
    assert far.grade.code == "weak"


def test_asked_twice_it_says_the_same_and_forgets_what_holds_no_longer() -> None:
    made = incidents_of([BOTH, OTHER])
    assert tuple(with_exchanges(made)) == made
    alone = [one for one in made if one.places[0].name == HERE.at]
    (forgotten,) = with_exchanges(alone)
    assert forgotten.grade == at_home([BOTH]).grade


def test_a_ruling_stands_and_what_is_proposed_beside_it_changes() -> None:
    ruling = Grade(code=Grading.FAIR, reasons=(), version="person")
    made = [
        replace(one, grade=ruling, computed=one.grade) if len(one.reports) == 1 else one
        for one in incidents_of([BOTH, OTHER])
    ]
    (one,) = (i for i in with_exchanges(made) if i.computed)
    assert one.grade == ruling
    assert one.computed is not None
    assert one.computed.code == "contested"


def test_the_rule_can_be_left_out() -> None:
    settings = LinkingSettings(
        grade=GradeSettings(without=frozenset({"rivals_in_exchange"}))
    )
    assert at_home([BOTH, OTHER], settings).grade.code == "weak"
