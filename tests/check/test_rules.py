"""Each rule: silent on what may be, loud on what cannot."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.check.conftest import Check, day, place, row, rules, sound

from tawthiq.check.context import Area
from tawthiq.check.rules import OF_ALL, OF_ONE
from tawthiq.lang.codebook import Codebook
from tawthiq.model.finding import Severity
from tawthiq.model.incident import Grade, Grading, Incident, Responsibility, Victim
from tawthiq.model.vocabulary import DatePrecision, PlaceRole


def test_a_sound_incident_is_left_alone(check: Check) -> None:
    assert check() == ()


def test_of_nothing_only_the_day_is_missed(check: Check) -> None:
    bare = Incident(
        id="b",
        code="",
        date=None,
        grade=Grade(code=Grading.WEAK, reasons=(), version=""),
    )
    assert rules(check(bare)) == ["date_missing"]


SILENT: Sequence[tuple[str, dict[str, Any]]] = [
    ("open above", {"casualties": (row("civilians", 5, None), row("women", 9, 9))}),
    ("unknown", {"casualties": (row("civilians", None, None), row("women", 9, 9))}),
    (
        "parts may overlap",
        {
            "casualties": (
                row("civilians", 3, 3),
                row("medics", 2, 2),
                row("women", 3, 3),
            )
        },
    ),
    (
        "parts of people",
        {
            "casualties": (
                row("people", 9, 9),
                row("civilians", 3, 3),
                replace(row("women", 4, 4), part_of="people"),
                replace(row("men", 4, 4), part_of="people"),
            ),
            "victims": (),
        },
    ),
    ("zero", {"casualties": (row("civilians", 0, 0),), "victims": ()}),
    (
        "fighters named",
        {"casualties": (row("civilians", 1, 1), row("combatants", 1, 1))},
    ),
    (
        "age seventeen",
        {"victims": (Victim(name="أ", outcome="killed", age=17.5, age_group="child"),)},
    ),
    ("no age", {"victims": (Victim(name="أ", outcome="killed", age_group="child"),)}),
    ("a year", {"date": day(date(2031, 1, 1), date(2031, 12, 31))}),
    (
        "no point",
        {"places": (place(lat=None, lon=None, precision=None, radius_m=None),)},
    ),
    ("wide beside", {"places": (place(role=PlaceRole.NEAR, radius_m=6500),)}),
    ("two villages", {"places": (place(), place(lat=35.6))}),
    (
        "any weapon in a clash",
        {"event_types": ("clash",), "weapons": ("mortar", "small_arms")},
    ),
    ("means not told", {"event_types": ("unspecified",), "weapons": ("mortar",)}),
    (
        "air and ground",
        {"event_types": ("air_strike", "shelling"), "weapons": ("mortar",)},
    ),
    (
        "a grenade is a device",
        {"event_types": ("explosive_device",), "weapons": ("grenade",)},
    ),
    ("no type", {"event_types": (), "weapons": ("mortar",)}),
    ("no reports", {"reports": (), "independent_sources": 0}),
    (
        "an imported grade",
        {
            "grade": Grade(code=Grading.CONFIRMED, reasons=(), version=""),
            "independent_sources": 0,
        },
    ),
]

LOUD: Sequence[tuple[str, dict[str, Any]]] = [
    ("low_above_high", {"casualties": (row("civilians", 9, 7),)}),
    ("negative_count", {"casualties": (row("civilians", -1, 7),)}),
    (
        "parts_above_whole",
        {"casualties": (row("civilians", 4, 7), row("women", 4, 4), row("men", 4, 5))},
    ),
    ("part_above_whole", {"casualties": (row("civilians", 4, 7), row("women", 8, 8))}),
    ("part_above_whole", {"casualties": (row("civilians", 4, 7), row("medics", 8, 8))}),
    ("named_above_high", {"casualties": (row("civilians", 1, 1),)}),
    ("named_above_high", {"victims": (), "facts": (("named_killed", 8),)}),
    (
        "age_against_group",
        {"victims": (Victim(name="أ", outcome="killed", age=18, age_group="child"),)},
    ),
    (
        "age_against_group",
        {"victims": (Victim(name="أ", outcome="killed", age=4, age_group="adult"),)},
    ),
    ("age_impossible", {"victims": (Victim(name="أ", outcome="killed", age=140),)}),
    (
        "two_outcomes",
        {
            "victims": (
                Victim(name="أ ب", outcome="killed"),
                Victim(name="أ  ب", outcome="injured"),
            )
        },
    ),
    ("latitude_impossible", {"places": (place(lat=90.5),)}),
    ("longitude_impossible", {"places": (place(lon=4239.0),)}),
    ("half_a_point", {"places": (place(lon=None),)}),
    ("point_zero", {"places": (place(lat=0.0, lon=0.0),)}),
    ("precision_missing", {"places": (place(precision=None, radius_m=None),)}),
    ("precision_without_point", {"places": (place(lat=None, lon=None),)}),
    ("radius_against_precision", {"places": (place(radius_m=75_000),)}),
    ("places_far_apart", {"places": (place(), place(lat=37.0))}),
    ("date_missing", {"date": None}),
    ("date_reversed", {"date": day(date(2031, 3, 2), date(2031, 3, 1))}),
    ("date_placeholder", {"date": day(date(1970, 1, 1))}),
    ("date_after_publication", {"facts": (("published", "2031-02-27"),)}),
    ("unknown_code", {"struck": ("lighthouse",)}),
    ("unknown_code", {"facts": (("grading_unknown", "Rumour"),)}),
    ("weapon_against_type", {"weapons": ("mortar",)}),
    (
        "weapon_against_type",
        {"event_types": ("mine_or_uxo",), "weapons": ("aircraft",)},
    ),
    ("grade_against_claims", {"independent_sources": 1}),
    (
        "grade_against_claims",
        {"grade": Grade(code=Grading.CONFIRMED, reasons=(), version="1")},
    ),
]


@pytest.mark.parametrize(("why", "fields"), SILENT, ids=[why for why, _ in SILENT])
def test_what_may_be_is_left_alone(
    why: str, fields: dict[str, Any], check: Check
) -> None:
    assert check(**fields) == (), why


@pytest.mark.parametrize(("rule", "fields"), LOUD)
def test_what_cannot_be_is_named(
    rule: str, fields: dict[str, Any], check: Check
) -> None:
    assert rules(check(**fields)) == [rule]


def test_a_finding_speaks_both_languages(check: Check) -> None:
    (found,) = check(casualties=(row("civilians", 9, 7),))
    assert found.severity is Severity.IMPOSSIBLE
    assert (found.records, found.codes) == (("id-1",), ("X1",))
    assert found.en == "Killed, Civilians: at least 9 and at most 7"
    assert "قتيل من مدنيون: الأدنى 9 والأعلى 7" in found.ar
    assert found.message("ar").endswith(found.remedy_ar)
    assert found.message("en").endswith(found.remedy_en)


def test_of_many_places_the_farthest_two_are_named(check: Check) -> None:
    several = (place(), place(lat=36.5, name="ب"), place(lat=38.0, name="ج"))
    (found,) = check(places=several)
    assert found.en == "its places 'أم الطيور' and 'ج' lie 278 km apart"


def test_a_place_of_the_gazetteer_has_a_radius_of_its_own(check: Check) -> None:
    assert check(places=(place(radius_m=15_000, place_id="user:1"),)) == ()


def test_a_confirmed_incident_that_somebody_claims_is_left_alone(check: Check) -> None:
    claimed = (Responsibility(actor="russia", claimed_by=("r1",)),)
    grade = Grade(code=Grading.CONFIRMED, reasons=(), version="1")
    assert check(grade=grade, responsibility=claimed) == ()


def test_a_report_of_the_day_before_may_be_of_another_zone(check: Check) -> None:
    told = {"published": {"r1": date(2031, 3, 1)}}
    assert check(context=told) == ()


def test_a_report_cannot_come_before_its_incident(check: Check) -> None:
    told = {"published": {"r1": date(2031, 2, 27), "r2": date(2031, 3, 3)}}
    assert rules(check(context=told)) == ["date_after_publication"]


@pytest.mark.parametrize(
    ("today", "found"), [(date(2031, 3, 2), []), (date(2031, 3, 1), ["date_in_future"])]
)
def test_no_incident_is_later_than_today(
    today: date, found: list[str], check: Check
) -> None:
    assert rules(check(context={"today": today})) == found


@pytest.mark.parametrize(
    ("area", "found"),
    [
        (Area(south=32, west=35, north=37, east=42), []),
        (Area(south=12, west=42, north=19, east=53), ["point_outside_area"]),
        (Area(south=32, west=170, north=37, east=40), []),
    ],
)
def test_a_point_lies_in_the_area_of_the_project(
    area: Area, found: list[str], check: Check
) -> None:
    assert rules(check(context={"area": area})) == found


def other(**fields: Any) -> Incident:  # noqa: ANN401
    return replace(sound(), id="id-2", code="X2", victims=(), **fields)


def test_one_code_for_two_is_named(check: Check) -> None:
    twin = replace(other(date=day(date(2031, 4, 2))), code="X1")
    (found,) = check(sound(), twin)
    assert (found.rule, found.records) == ("duplicate_code", ("id-1", "id-2"))


@pytest.mark.parametrize(("lat", "named"), [(35.5008, True), (35.5012, False)])
def test_one_day_and_place_twice_is_named(
    lat: float, *, named: bool, check: Check
) -> None:
    found = check(sound(), other(places=(place(lat=lat),)))
    assert rules(found) == (["same_day_same_place"] if named else [])


def test_three_in_a_row_are_one_group(check: Check) -> None:
    third = replace(other(places=(place(lat=35.5016),)), id="id-3", code="X3")
    (found,) = check(sound(), other(places=(place(lat=35.5008),)), third)
    assert found.codes == ("X1", "X2", "X3")


@pytest.mark.parametrize(
    "fields",
    [
        {"date": day(date(2031, 3, 3))},
        {"date": replace(day(date(2031, 3, 2)), precision=DatePrecision.MONTH)},
        {"places": (place(precision="governorate", radius_m=75_000),)},
        {"places": (place(lon=4239.0),)},
    ],
)
def test_another_day_and_rough_days_and_places_are_not_the_same(
    fields: dict[str, Any], check: Check
) -> None:
    found = check(sound(), other(**fields))
    assert "same_day_same_place" not in rules(found)


def test_nobody_dies_twice(check: Check) -> None:
    again = replace(other(date=day(date(2031, 9, 9))), victims=sound().victims[:1])
    (found,) = check(sound(), again)
    assert found.rule == "died_twice"


def test_a_short_name_or_another_age_is_another_person(check: Check) -> None:
    when = day(date(2031, 9, 9))
    short = Victim(name="سليم", outcome="killed", age=9)
    older = Victim(name="سليم نجيب الحصاد", outcome="killed", age=31)
    base = replace(sound(), victims=(short, *sound().victims))
    again = replace(other(date=when), victims=(short, older))
    assert check(base, again) == ()


def test_the_order_of_incidents_changes_nothing(check: Check) -> None:
    three = [
        sound(),
        other(places=(place(lon=4239.0),)),
        replace(other(casualties=(row("civilians", 9, 7),)), id="id-3"),
    ]
    assert check(*three) == check(*reversed(three))


def test_the_impossible_come_first(check: Check) -> None:
    found = check(sound(), other(places=(place(lat=0.0, lon=4239.0),)), other())
    severities = [f.severity for f in found]
    assert severities == sorted(severities, key=list(Severity).index)
    assert Severity.UNLIKELY in severities


def test_every_rule_has_its_words_and_every_word_its_rule(codebook: Codebook) -> None:
    worded = set(codebook.tables["findings"].codes)
    named = {rule.__name__ for rule in (*OF_ONE, *OF_ALL)}
    # One function tells three things of the spellings of governorates.
    assert worded == named | {"unit_unknown", "unit_misspelt"}
