"""Grades: what lacks a place or a voice is not graded; then each rule in its turn."""

from datetime import date

import pytest
from tests.link.telling import DAY, Told, reading

from tawthiq.grade.settings import GradeSettings
from tawthiq.lang.conventions import convention
from tawthiq.model.incident import Incident
from tawthiq.model.reading import Reading
from tawthiq.model.vocabulary import EventKind
from tawthiq.workflow.linking import LinkingSettings, incidents_of


def graded(*readings: Reading, without: frozenset[str] = frozenset()) -> Incident:
    settings = LinkingSettings(grade=GradeSettings(without=without))
    (incident,) = incidents_of(readings, settings=settings)
    return incident


def test_without_a_place_nothing_is_graded() -> None:
    incident = graded(reading("أ", Told(at=(), day=DAY, killed=3)))
    assert incident.grade.code == "provisional"
    assert incident.grade.reasons[0].rule == "no_place"


def test_without_a_day_nothing_is_graded() -> None:
    incident = graded(reading("أ", Told(killed=3), published=None))
    assert incident.grade.reasons[0].rule == "no_date"


def test_no_harm_is_no_grade() -> None:
    for told in (Told(day=DAY), Told(day=DAY, killed=0)):
        assert graded(reading("أ", told)).grade.code == "provisional"


def test_an_unnamed_source_is_no_credible_voice() -> None:
    told = Told(day=DAY, killed=3, source=("مصدر مطلع", "unnamed"))
    assert graded(reading("أ", told)).grade.code == "provisional"


def test_one_voice_however_detailed_is_weak() -> None:
    told = Told(day=DAY, killed=3, injured=4, by=("russia",))
    incident = graded(reading("أ", told))
    assert (incident.grade.code, incident.strike_status) == (
        "weak",
        "single_source_claim",
    )


def test_two_voices_are_fair() -> None:
    told = Told(day=DAY, killed=3, by=("russia",))
    incident = graded(reading("أ", told), reading("ب", told))
    assert (incident.grade.code, incident.strike_status) == ("fair", "likely_strike")
    assert "2" in incident.grade.reasons[0].en


def test_a_copy_makes_no_second_voice() -> None:
    words = "قصفت المدفعية صباح اليوم منازل المدنيين في البلدة مما أدى إلى مقتل ثلاثة"
    told = Told(day=DAY, killed=3)
    incident = graded(reading("أ", told, text=words), reading("ب", told, text=words))
    assert incident.grade.code == "weak"


def test_unrelated_actors_are_contested() -> None:
    incident = graded(
        reading("أ", Told(day=DAY, killed=3, injured=5, by=("russia",))),
        reading("ب", Told(day=DAY, killed=3, injured=5, by=("sdf",))),
    )
    assert (incident.grade.code, incident.strike_status) == (
        "contested",
        "contested_strike",
    )
    assert "روسيا" in incident.grade.reasons[0].ar
    assert "Russia" in incident.grade.reasons[0].en


def test_a_force_and_its_proxy_are_no_rivals() -> None:
    incident = graded(
        reading("أ", Told(day=DAY, killed=3, injured=5, by=("turkey",))),
        reading("ب", Told(day=DAY, killed=3, by=("syrian_national_army",), injured=5)),
    )
    assert incident.grade.code == "fair"


def test_one_of_many_voices_that_alone_blames_another_makes_no_contest() -> None:
    def told(name: str, actor: str) -> Reading:
        return reading(name, Told(day=DAY, killed=3, by=(actor,)))

    few = [told(name, "turkey") for name in "أبت"]
    assert graded(*few, told("ي", "russia")).grade.code == "contested"
    many = [told(name, "turkey") for name in "أبتثجحخد"]
    assert graded(*many, told("ي", "russia")).grade.code == "fair"


def test_one_of_many_voices_that_alone_tells_another_cause_is_no_rival() -> None:
    def told(name: str, kind: str) -> Reading:
        return reading(name, Told(day=DAY, killed=3, injured=5, type=kind))

    few = [told(name, "air_strike") for name in "أبت"]
    assert graded(*few, told("ي", "shelling")).grade.code == "contested"
    many = [told(name, "air_strike") for name in "أبتث"]
    assert graded(*many, told("ي", "shelling")).grade.code == "fair"


def test_whom_a_voice_blames_for_the_toll_it_blames_for_the_incident() -> None:
    day = Told(day=DAY, killed=3, by=("syrian_government",))
    toll = Told(kind=EventKind.TOLL, day=DAY, killed=9, by=("russia",))
    alone = graded(reading("أ", day), reading("ب", day))
    assert alone.grade.code == "fair"
    assert graded(reading("أ", day, toll), reading("ب", day)).grade.code == "contested"


def test_who_denies_the_act_contests_it() -> None:
    accused = reading("أ", Told(day=DAY, killed=3, by=("russia",)))
    denial = reading("ب", Told(day=DAY, killed=3, denied_by=("russia",)))
    assert graded(accused, denial).grade.code == "contested"
    left = graded(accused, denial, without=frozenset({"accused_denies"}))
    assert left.grade.code == "fair"


def test_only_fighters_harmed_is_discounted() -> None:
    rows = (("killed", "combatants", 4, 4),)
    incident = graded(reading("أ", Told(day=DAY, rows=rows)))
    assert incident.grade.code == "discounted"


def test_to_boast_of_a_strike_is_not_to_concede_harm() -> None:
    told = Told(day=DAY, killed=3, claimed_by=("turkey",))
    incident = graded(reading("أ", told))
    assert incident.grade.code != "confirmed"
    assert incident.strike_status == "declared_strike"


def test_to_accept_harm_in_so_many_words_confirms() -> None:
    told = Told(day=DAY, killed=3, claimed_by=("turkey",))
    words = "قصف بعد ساعات اعترفت بمقتل ثلاثة مدنيين في القرية"
    incident = graded(reading("أ", told, text=words))
    assert incident.grade.code == "confirmed"


def test_what_a_rule_overruled_is_told_after_it() -> None:
    incident = graded(
        reading("أ", Told(day=DAY, killed=3, injured=5, by=("russia",))),
        reading("ب", Told(day=DAY, killed=3, injured=5, by=("sdf",))),
    )
    rules = [reason.rule for reason in incident.grade.reasons]
    assert rules == ["rival_actors", "overruled:two_voices"]
    assert all(reason.claims for reason in incident.grade.reasons)


@pytest.mark.parametrize("row", convention("grade_rules"), ids=lambda r: r["rule"])
def test_every_rule_says_why_in_both_languages(row: dict[str, str]) -> None:
    filled = [row[name].format(n=2, actors="x", causes="y") for name in ("ar", "en")]
    assert all(filled)
    assert "{" not in "".join(filled)


def test_a_year_is_no_date_to_grade_by() -> None:
    long_ago = date(2031, 1, 1)
    assert graded(reading("أ", Told(killed=3), published=long_ago)).grade.code == "weak"


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        ("drone_strike", "mine_or_uxo", "contested"),
        ("air_strike", "shelling", "contested"),
        ("drone_strike", "air_strike", "fair"),
        ("drone_strike", "shelling", "fair"),
    ],
)
def test_causes_that_nobody_takes_for_one_another_are_rivals(
    one: str, other: str, grade: str
) -> None:
    incident = graded(
        reading("أ", Told(day=DAY, killed=3, injured=5, type=one)),
        reading("ب", Told(day=DAY, killed=3, injured=5, type=other)),
    )
    assert incident.grade.code == grade


def test_a_voice_that_blames_two_for_the_shelling_at_large_leaves_open_whose_it_was() -> (
    None
):
    told = Told(day=DAY, killed=3, by=("syrian_government",), at_large=("russia",))
    incident = graded(reading("أ", told))
    assert incident.grade.reasons[0].rule == "rival_actors"
    assert incident.belligerents == ("russia", "syrian_government")
    assert [r.actor for r in incident.responsibility if r.alleged_by] == [
        "russia",
        "syrian_government",
    ]
