"""Readings become incidents: what is kept apart first, then what is brought together."""

from dataclasses import replace
from datetime import date, timedelta

from tests.link.telling import DAY, Told, reading

from tawthiq.model.incident import Incident, event_key
from tawthiq.model.link import Judgement, Link
from tawthiq.model.reading import Reading
from tawthiq.model.vocabulary import EventKind
from tawthiq.workflow.linking import incidents_of


def grouped(*readings: Reading) -> list[tuple[str, ...]]:
    return sorted(incident.reports for incident in incidents_of(readings))


def only(*readings: Reading) -> Incident:
    (incident,) = incidents_of(readings)
    return incident


def decided(left: str, right: str, judgement: Judgement) -> Link:
    return Link(
        left=event_key(left, "e1"),
        right=event_key(right, "e1"),
        judgement=judgement,
        score=0.0,
        parts=(),
        by="سلوى",
    )


def test_nothing_read_is_no_incident() -> None:
    assert incidents_of([]) == ()
    assert incidents_of([reading("أ")]) == ()


def test_a_toll_or_a_recalled_event_founds_no_incident() -> None:
    toll = reading("أ", Told(kind=EventKind.TOLL, killed=40, day=DAY))
    recalled = reading("ب", Told(kind=EventKind.BACKGROUND, killed=3, day=DAY))
    assert incidents_of([toll, recalled]) == ()


def test_one_village_a_week_later_is_another_incident() -> None:
    later = DAY + timedelta(days=7)
    apart = grouped(
        reading("أ", Told(day=DAY, killed=2)),
        reading("ب", Told(day=later, killed=2), published=later),
    )
    assert apart == [("أ",), ("ب",)]


def test_another_village_on_the_same_day_is_another_incident() -> None:
    apart = grouped(
        reading("أ", Told(at="تل القنفذ", day=DAY, killed=2)),
        reading("ب", Told(at="كفر مشمش", day=DAY, killed=2)),
    )
    assert apart == [("أ",), ("ب",)]


def test_a_formula_with_another_village_is_no_copy() -> None:
    words = "قصفت المدفعية صباح اليوم منازل المدنيين في البلدة مما أدى إلى مقتل شخصين"
    apart = grouped(
        reading("أ", Told(at="تل القنفذ", day=DAY, killed=2), text=words),
        reading("ب", Told(at="كفر مشمش", day=DAY, killed=2), text=words),
    )
    assert apart == [("أ",), ("ب",)]


def test_a_round_up_is_taken_apart() -> None:
    round_up = reading(
        "أ",
        Told(at="تل القنفذ", day=DAY, killed=2),
        Told(at="كفر مشمش", day=DAY, killed=1),
    )
    post = reading("ب", Told(at="كفر مشمش", day=DAY, killed=1))
    assert grouped(round_up, post) == [("أ",), ("أ", "ب")]


def test_one_event_in_two_outlets_is_one_incident() -> None:
    incident = only(
        reading("أ", Told(day=DAY, killed=2, by=("russia",))),
        reading("ب", Told(day=DAY, killed=2, by=("russia",))),
    )
    assert incident.reports == ("أ", "ب")
    assert incident.independent_sources == 2


def test_a_night_between_two_days_is_one_event() -> None:
    incident = only(
        reading("أ", Told(killed=3, injured=4), published=DAY),
        reading("ب", Told(killed=3, injured=4), published=DAY + timedelta(days=1)),
    )
    assert incident.reports == ("أ", "ب")
    assert incident.date is not None
    assert incident.date.start == DAY


def test_a_village_without_a_point_is_found_by_its_name() -> None:
    incident = only(
        reading("أ", Told(at="خربة السنديان", day=DAY, killed=2)),
        reading("ب", Told(at="خِربة السنديان", day=DAY, killed=2)),
    )
    assert incident.places[0].lat is None
    assert incident.reports == ("أ", "ب")


def test_the_order_of_places_follows_the_voices() -> None:
    incident = only(
        reading("أ", Told(at=("تل القنفذ", "بئر الهدهد"), day=DAY, killed=2)),
        reading("ب", Told(at="تل القنفذ", day=DAY, killed=2)),
        reading("ج", Told(at=("بئر الهدهد", "تل القنفذ"), day=DAY, killed=2)),
    )
    assert [p.name for p in incident.places] == ["تل القنفذ", "بئر الهدهد"]


def test_a_repost_is_one_voice_and_a_copy() -> None:
    words = "قصفت المدفعية صباح اليوم منازل المدنيين في البلدة مما أدى إلى مقتل شخصين"
    incident = only(
        reading("أ", Told(day=DAY, killed=2), text=words),
        reading("ب", Told(day=DAY, killed=2), text=words),
    )
    assert incident.copies == (("أ", "ب"),)
    assert incident.independent_sources == 1


def test_outlets_that_quote_one_body_are_one_voice() -> None:
    monitor = ("مرصد الوادي", "monitor_ngo")
    incident = only(
        reading("أ", Told(day=DAY, killed=2, source=monitor)),
        reading("ب", Told(day=DAY, killed=2, source=monitor)),
        reading("ج", Told(day=DAY, killed=2)),
    )
    assert incident.independent_sources == 2
    assert incident.copies == ()


def test_who_is_decided_to_be_apart_stays_apart() -> None:
    pair = [
        reading("أ", Told(day=DAY, killed=2)),
        reading("ب", Told(day=DAY, killed=2)),
    ]
    split = incidents_of(pair, decisions=[decided("أ", "ب", Judgement.NEGATIVE)])
    assert sorted(i.reports for i in split) == [("أ",), ("ب",)]


def test_who_is_decided_to_be_one_is_one() -> None:
    pair = [
        reading("أ", Told(at="تل القنفذ", day=DAY)),
        reading("ب", Told(at="كفر مشمش", day=date(2031, 8, 1))),
    ]
    (merged,) = incidents_of(pair, decisions=[decided("أ", "ب", Judgement.POSITIVE)])
    assert merged.reports == ("أ", "ب")


def test_a_decision_on_a_report_that_is_not_here_changes_nothing() -> None:
    known = reading("أ", Told(day=DAY))
    gone = decided("أ", "ي", Judgement.POSITIVE)
    assert incidents_of([known], decisions=[gone]) == incidents_of([known])


def test_the_code_says_country_day_and_place() -> None:
    incident = only(reading("أ", Told(day=DAY)))
    assert incident.code == "SYR-20310305-tl-alqnfdh"


def test_incidents_that_share_a_code_are_numbered() -> None:
    pair = [
        reading("أ", Told(day=DAY, killed=2)),
        reading("ب", Told(day=DAY, killed=2)),
    ]
    split = incidents_of(pair, decisions=[decided("أ", "ب", Judgement.NEGATIVE)])
    codes = [incident.code for incident in split]
    assert codes == ["SYR-20310305-tl-alqnfdh", "SYR-20310305-tl-alqnfdh-2"]


def test_who_denies_is_listed_beside_who_alleges() -> None:
    incident = only(
        reading("أ", Told(day=DAY, killed=2, by=("russia",))),
        reading("ب", Told(day=DAY, killed=2, denied_by=("russia",))),
    )
    (said,) = incident.responsibility
    assert (said.alleged_by, said.denied_by) == (("أ",), ("ب",))


def test_a_post_whose_given_day_misses_a_year_joins_its_own_year() -> None:
    stamp = f"شبكة السنبلة{DAY:%B} {DAY.day}, {DAY.year} · Shared with Public"
    late = reading("ب", Told(killed=2), published=DAY.replace(year=DAY.year + 1))
    late = replace(
        late, report=replace(late.report, text=f"{stamp}\n{late.report.text}")
    )
    told = grouped(reading("أ", Told(day=DAY, killed=2)), late)
    assert told == [("أ", "ب")]


def test_whom_few_voices_blame_is_listed_after_whom_most_blame() -> None:
    most = (reading(name, Told(day=DAY, killed=2, by=("sdf",))) for name in "أبتثج")
    told = only(*most, reading("ح", Told(day=DAY, killed=2, by=("turkey",))))
    assert told.belligerents == ("sdf", "turkey")


def test_no_more_than_three_are_listed_and_all_are_kept() -> None:
    blamed = ("sdf", "turkey", "russia", "israel")
    told = only(
        *(reading(a, Told(day=DAY, killed=2, by=(a,))) for a in blamed),
        reading("أ", Told(day=DAY, killed=2, by=("turkey",))),
    )
    assert len(told.belligerents) == 3
    assert told.belligerents[0] == "turkey"
    assert {r.actor for r in told.responsibility} == set(blamed)
