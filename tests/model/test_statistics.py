"""Counts over incidents: unknown is never zero, parts are never added."""

from datetime import date

from tawthiq.model.incident import (
    Grade,
    Grading,
    Incident,
    IncidentDate,
    IncidentPlace,
    Tally,
)
from tawthiq.model.statistics import statistics_of
from tawthiq.model.vocabulary import DatePrecision, PlaceRole


def incident(number: int, *tallies: Tally, lat: float = 35.04) -> Incident:
    day = date(2031, number, 5)
    return Incident(
        id=f"i{number}",
        code=f"XX-{number}",
        date=IncidentDate(start=day, end=day, precision=DatePrecision.DAY),
        grade=Grade(code=Grading.WEAK, reasons=(), version="1"),
        places=(IncidentPlace(role=PlaceRole.AT, name="أم البلوط", lat=lat, lon=38.0),),
        event_types=("air_strike",),
        belligerents=("russia", "syrian_government"),
        casualties=tallies,
    )


def killed(low: int | None, high: int | None, group: str = "people") -> Tally:
    return Tally(outcome="killed", group=group, low=low, high=high, rule="test")


def test_what_is_not_known_is_counted_apart_and_never_as_zero() -> None:
    whole = statistics_of([incident(1, killed(None, None)), incident(2)]).whole
    assert (whole.incidents, whole.killed.unknown) == (2, 1)
    assert (whole.killed.low, whole.killed.high) == (0, 0)


def test_parts_are_not_added_to_their_whole() -> None:
    told = incident(
        1, killed(5, 7), killed(2, 2, "children"), killed(4, 4, "civilians")
    )
    toll = statistics_of([told]).whole.killed
    assert (toll.low, toll.high) == (5, 7)


def test_an_open_number_stays_open() -> None:
    toll = statistics_of([incident(1, killed(12, None))]).whole.killed
    assert (toll.low, toll.high, toll.open_ended) == (12, 12, 1)


def test_months_stand_in_order_and_two_actors_count_under_each() -> None:
    counted = statistics_of([incident(3, killed(1, 1)), incident(1, killed(2, 2))])
    assert [one.name for one in counted.months] == ["2031-01", "2031-03"]
    assert [(one.name, one.incidents) for one in counted.actors] == [
        ("russia", 2),
        ("syrian_government", 2),
    ]


def test_points_are_coarse_and_impossible_ones_are_left_out() -> None:
    counted = statistics_of([incident(1), incident(2, lat=4239.0)])
    assert counted.points == ((35.0, 38.0),)
