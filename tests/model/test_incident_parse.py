"""What `incident_to_dict` prints comes back whole."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tawthiq.model.incident import (
    Grade,
    Grading,
    Incident,
    IncidentDate,
    IncidentPlace,
    Reason,
    Responsibility,
    Review,
    Tally,
    Victim,
)
from tawthiq.model.incident_format import incident_to_dict
from tawthiq.model.incident_parse import incident_from_dict
from tawthiq.model.vocabulary import DatePrecision, PlaceRole, PlaceState

WHOLE = Incident(
    id="id-1",
    code="X1",
    aliases=("id-0",),
    date=IncidentDate(
        start=date(2031, 3, 2), end=date(2031, 3, 3), precision=DatePrecision.DAYS
    ),
    grade=Grade(
        code=Grading.WEAK,
        reasons=(
            Reason(rule="one voice", ar="صوت واحد", en="one voice", claims=("c1",)),
        ),
        version="1",
    ),
    members=("r1#e1",),
    places=(
        IncidentPlace(
            role=PlaceRole.NEAR,
            name="أم الطيور",
            lat=35.5,
            lon=36.5,
            precision="village",
            radius_m=6500,
            state=PlaceState.RESOLVED,
            admin=("وادي السماق",),
            reports=("r1",),
        ),
    ),
    event_types=("air_strike",),
    strike_status="likely_strike",
    belligerents=("russia",),
    responsibility=(Responsibility(actor="russia", alleged_by=("r1",)),),
    weapons=("missile",),
    struck=("market",),
    casualties=(
        Tally(
            outcome="killed",
            group="civilians",
            low=0,
            high=None,
            rule="x",
            claims=("c1",),
        ),
        Tally(
            outcome="killed",
            group="women",
            low=None,
            high=None,
            rule="x",
            part_of="civilians",
        ),
    ),
    victims=(
        Victim(name="سليم", outcome="killed", age=9.5, sex="male", reports=("r1",)),
    ),
    reports=("r1", "r2"),
    copies=(("r1", "r2"),),
    independent_sources=1,
    review=Review.REVIEWED,
    facts=(("sources", 7), ("causes", ["S1"])),
)


def printed(incident: Incident) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(incident_to_dict(incident)))
    return told


def test_a_whole_incident_comes_back() -> None:
    assert incident_from_dict(printed(WHOLE)) == WHOLE


def test_an_empty_incident_comes_back() -> None:
    bare = Incident(id="b", code="", date=None, grade=replace(WHOLE.grade, reasons=()))
    assert incident_from_dict(printed(bare)) == bare


@pytest.mark.parametrize(
    "key", ["id", "code", "date", "places", "casualties", "grading"]
)
def test_a_key_of_the_format_must_be_there(key: str) -> None:
    told = printed(WHOLE)
    del told[key]
    with pytest.raises(KeyError):
        incident_from_dict(told)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", 7),
        ("grading", "rumour"),
        ("event_types", "air_strike"),
        ("independent_sources", True),
        ("date", {"from": "yesterday", "to": None, "precision": "day"}),
        ("places", [{"role": "at", "name": "x", "lat": "north"}]),
        (
            "casualties",
            [{"outcome": "killed", "group": "men", "low": 1.5, "high": 2, "rule": ""}],
        ),
    ],
)
def test_a_wrong_value_is_refused(key: str, value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        incident_from_dict(printed(WHOLE) | {key: value})
