"""Governorates: one spelling each, and points that lie in them. All are invented."""

from dataclasses import replace
from typing import Any

import pytest
from tests.check.conftest import Check, place, rules, sound

from tawthiq.model.admin_unit import AdminUnit
from tawthiq.model.incident import Incident

NORTH = AdminUnit(
    names=("Wadi Summaq", "وادي السماق"),
    points=tuple((35.5 + n / 100, 36.5) for n in range(8)),
)
SOUTH = AdminUnit(
    names=("Kafr Zaarour", "كفر الزعرور"),
    points=tuple((33.0 + n / 100, 36.0) for n in range(8)),
)
HILLS = AdminUnit(names=("Rural Kafr Zaarour", "ريف كفر الزعرور"))
UNITS: dict[str, Any] = {"units": (NORTH, SOUTH, HILLS)}


def written(*names: str) -> list[Incident]:
    """Give an incident for each name, far from one another in time."""
    return [
        replace(
            sound(),
            id=f"id-{n}",
            code=f"X{n}",
            date=None,
            victims=(),
            places=(
                place(lat=None, lon=None, precision=None, radius_m=None, admin=(name,)),
            ),
        )
        for n, name in enumerate(names)
    ]


def told(check: Check, *names: str, known: bool = True) -> list[tuple[str, str]]:
    found = check(*written(*names), context=UNITS if known else {})
    return [(f.rule, f.en) for f in found if f.rule.startswith("unit")]


@pytest.mark.parametrize(
    "name", ["Wadi Summaq", "وادي السماق", "Rural Kafr Zaarour", "ريف كفر الزعرور"]
)
def test_a_known_spelling_is_left_alone(name: str, check: Check) -> None:
    assert told(check, name) == []


@pytest.mark.parametrize(
    "name",
    [
        "wadi summaq",
        "Wadi Summak",
        "Wadi as-Summaq",
        "Wadi Summaq governorate",
        "northern Wadi Summaq",
        "Wady Sumaq",
    ],
)
def test_a_misspelling_is_told_its_spelling(name: str, check: Check) -> None:
    ((rule, words),) = told(check, name)
    assert rule == "unit_misspelt"
    assert "probably 'Wadi Summaq'" in words


def test_an_arabic_misspelling_is_told_its_arabic_spelling(check: Check) -> None:
    ((rule, words),) = told(check, "وادى السمّاق")
    assert rule == "unit_misspelt"
    assert "وادي السماق" in words


@pytest.mark.parametrize(
    "name",
    ["36.38", "Utopia", "Wadi Summaq or Kafr Zaarour", "Kafr Zaarour/Wadi Summaq"],
)
def test_what_names_no_one_governorate_is_said_to(name: str, check: Check) -> None:
    assert [rule for rule, _ in told(check, name)] == ["unit_unknown"]


def test_the_longer_name_is_meant(check: Check) -> None:
    ((_, words),) = told(check, "Rural Kafr Zarour")
    assert "probably 'Rural Kafr Zaarour'" in words


def test_many_spellings_of_one_are_listed_once(check: Check) -> None:
    found = told(check, "Wadi Summaq", "Wadi Summaq", "Wadi Sumaq", "wadi summaq")
    assert [rule for rule, _ in found] == [
        "unit_misspelt",
        "unit_misspelt",
        "unit_spellings",
    ]
    assert "stands in 3 spellings" in found[-1][1]


def test_one_name_in_two_scripts_is_no_fault(check: Check) -> None:
    assert told(check, "Wadi Summaq", "وادي السماق") == []


def test_without_a_gazetteer_the_commonest_spelling_leads(check: Check) -> None:
    names = ("Wadi Summaq", "Wadi Summaq", "Wadi Sumak", "Kafr Zaarour")
    found = told(check, *names, known=False)
    assert [rule for rule, _ in found] == ["unit_misspelt", "unit_spellings"]


def test_units_of_a_gazetteers_place_need_no_check(check: Check) -> None:
    (own,) = written("some district")
    own = replace(own, places=(replace(own.places[0], place_id="user:1"),))
    assert rules(check(own, context=UNITS)) == ["date_missing"]


@pytest.mark.parametrize(
    ("point", "named"),
    [
        ((35.54, 36.51), False),
        ((33.04, 36.01), True),
        ((30.0, 30.0), False),
        ((36.54, 35.51), False),
    ],
    ids=["inside", "in another", "where nothing is known", "far from all"],
)
def test_a_point_in_another_governorate_is_named(
    point: tuple[float, float], *, named: bool, check: Check
) -> None:
    lat, lon = point
    own = replace(sound(), places=(place(lat=lat, lon=lon),))
    found = check(own, context=UNITS)
    assert rules(found) == (["point_outside_unit"] if named else [])
    if named:
        assert "lies among Kafr Zaarour" in found[0].en
