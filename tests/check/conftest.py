"""An invented incident without a fault, and one way to spoil it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tawthiq.check import check_incidents
from tawthiq.check.context import Context
from tawthiq.lang.codebook import Codebook, load_codebook
from tawthiq.model.finding import Finding
from tawthiq.model.incident import (
    Grade,
    Grading,
    Incident,
    IncidentDate,
    IncidentPlace,
    Responsibility,
    Tally,
    Victim,
)
from tawthiq.model.vocabulary import DatePrecision, PlaceRole, PlaceState

Check = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook()


def row(
    group: str, low: int | None, high: int | None, outcome: str = "killed"
) -> Tally:
    whole = None if group in {"people", "civilians"} else "civilians"
    return Tally(
        outcome=outcome,
        group=group,
        low=low,
        high=high,
        rule="one voice",
        part_of=whole,
    )


def place(**fields: Any) -> IncidentPlace:  # noqa: ANN401
    sound = IncidentPlace(
        role=PlaceRole.AT,
        name="أم الطيور",
        lat=35.5,
        lon=36.5,
        precision="village",
        radius_m=1500,
        state=PlaceState.RESOLVED,
        admin=("وادي السماق",),
    )
    return replace(sound, **fields)


def day(start: date | None, end: date | None = None) -> IncidentDate:
    return IncidentDate(start=start, end=end or start, precision=DatePrecision.DAY)


def sound() -> Incident:
    return Incident(
        id="id-1",
        code="X1",
        date=day(date(2031, 3, 2)),
        grade=Grade(code=Grading.FAIR, reasons=(), version="1"),
        places=(place(),),
        event_types=("air_strike",),
        belligerents=("russia",),
        responsibility=(Responsibility(actor="russia", alleged_by=("r1", "r2")),),
        weapons=("missile",),
        struck=("market",),
        casualties=(
            row("civilians", 5, 7),
            row("women", 2, 2),
            row("children", 3, 3),
            row("people", None, None, "injured"),
        ),
        victims=(
            Victim(name="سليم نجيب الحصاد", outcome="killed", age=9, age_group="child"),
            Victim(
                name="مريم نجيب الحصاد", outcome="killed", age=40, age_group="adult"
            ),
        ),
        reports=("r1", "r2"),
        independent_sources=2,
    )


@pytest.fixture
def check(codebook: Codebook) -> Check:
    """Check incidents, or the sound one with some fields of its own."""

    def run(
        *incidents: Incident,
        context: dict[str, Any] | None = None,
        **fields: Any,  # noqa: ANN401
    ) -> tuple[Finding, ...]:
        held = incidents or (replace(sound(), **fields),)
        return check_incidents(held, Context(codebook=codebook, **(context or {})))

    return run


def rules(found: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in found]
