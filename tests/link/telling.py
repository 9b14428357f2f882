"""Builds readings of invented reports by hand, for the tests of linking and grading.

Villages, people and outlets here exist nowhere.
"""

from dataclasses import dataclass
from datetime import date

from tawthiq.model.count import Range
from tawthiq.model.event import (
    Attribution,
    Casualty,
    EventReport,
    NamedVictim,
    Perpetrator,
    PlaceClaim,
    When,
)
from tawthiq.model.place import Place
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.report import Report
from tawthiq.model.span import Span
from tawthiq.model.vocabulary import (
    Blame,
    DateBasis,
    DatePrecision,
    EventKind,
    EventStance,
    PlaceRole,
    PlaceState,
    Stance,
    Wording,
)

DAY = date(2031, 3, 5)
SPAN = Span(start=0, end=4, quote="قصف ")
ORIGIN = Origin(code="0", pack={"ar": "0"}, codebook="0")

VILLAGES = {
    "تل القنفذ": (35.10, 36.50, "village"),
    "كفر مشمش": (35.60, 36.90, "village"),
    "بئر الهدهد": (35.12, 36.52, "village"),
    "مدينة السنابل": (36.00, 37.00, "city"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one event of a report says, in the words that a test wants to give."""

    at: str | tuple[str, ...] = "تل القنفذ"
    day: date | None = None
    type: str = "shelling"
    kind: EventKind = EventKind.INCIDENT
    killed: int | None = None
    injured: int | None = None
    rows: tuple[tuple[str, str, int | None, int | None], ...] = ()
    by: tuple[str, ...] = ()
    at_large: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    wounded: tuple[str, ...] = ()
    source: tuple[str, str] | None = None


def place(name: str, role: PlaceRole = PlaceRole.AT) -> PlaceClaim:
    """Give a place: on the map where it is one of the villages, unresolved else."""
    known = VILLAGES.get(name)
    if known is None:
        return PlaceClaim(role=role, name=name, span=SPAN, rule="by_hand")
    lat, lon, precision = known
    found = Place(
        id=f"user:{sorted(VILLAGES).index(name)}",
        name_ar=name,
        name_en=None,
        lat=lat,
        lon=lon,
        kind="PPL",
        precision=precision,
        radius_m=1500,
        population=100,
        country="SY",
    )
    return PlaceClaim(
        role=role,
        name=name,
        span=SPAN,
        rule="by_hand",
        state=PlaceState.RESOLVED,
        place=found,
        precision=precision,
        radius_m=1500,
    )


def row(outcome: str, group: str, low: int | None, high: int | None) -> Casualty:
    """Give a count of people; vague where it has no bound."""
    vague = low is None and high is None
    wording = Wording.VAGUE if vague else Wording.EXACT
    return Casualty(
        outcome=outcome,
        group=group,
        range=Range(low=low, high=high, wording=wording),
        part_of=None,
        span=SPAN,
        rule="by_hand",
    )


def event(told: Told, number: int = 1) -> EventReport:
    """Make an event of what is told."""
    counts = [row(*bounds) for bounds in told.rows]
    for outcome, many in (("killed", told.killed), ("injured", told.injured)):
        if many is not None:
            counts.append(row(outcome, "civilians", many, many))
    return EventReport(
        id=f"e{number}",
        kind=told.kind,
        type=told.type,
        stance=EventStance.ASSERTED,
        trigger=SPAN,
        rule="by_hand",
        date=_when(told.day),
        places=tuple(
            place(name)
            for name in ((told.at,) if isinstance(told.at, str) else told.at)
        ),
        perpetrators=tuple(_blamed(told)),
        at_large=tuple(
            Perpetrator(actor=a, stance=Blame.ALLEGED, span=SPAN, rule="at_large")
            for a in told.at_large
        ),
        casualties=tuple(counts),
        victims=tuple(
            NamedVictim(
                name=name, age=None, sex=None, outcome=out, span=SPAN, rule="by_hand"
            )
            for out, names in (("killed", told.named), ("injured", told.wounded))
            for name in names
        ),
        attribution=_said(told.source),
    )


def _when(day: date | None) -> When | None:
    if day is None:
        return None
    return When(
        start=day,
        end=day,
        precision=DatePrecision.DAY,
        basis=DateBasis.STATED,
        span=SPAN,
        rule="by_hand",
    )


def _blamed(told: Told) -> list[Perpetrator]:
    stances = (
        (Blame.ALLEGED, told.by),
        (Blame.DENIED, told.denied_by),
        (Blame.CLAIMED, told.claimed_by),
    )
    return [
        Perpetrator(actor=actor, stance=stance, span=SPAN, rule="by_hand")
        for stance, actors in stances
        for actor in actors
    ]


def _said(source: tuple[str, str] | None) -> tuple[Attribution, ...]:
    if source is None:
        return ()
    name, kind = source
    return (
        Attribution(
            name=name,
            kind=kind,
            channel=None,
            stance=Stance.ASSERTS,
            via=None,
            span=SPAN,
            rule="by_hand",
        ),
    )


def reading(
    name: str,
    *events: Told,
    outlet: str | None = None,
    published: date | None = DAY,
    text: str = "",
) -> Reading:
    """Make the reading of one report; its text is its own unless one is given."""
    report = Report(
        id=name,
        text=text or f"قصف {name} " + " ".join(f"{name}{n}" for n in range(20)),
        language="ar",
        outlet=f"منصة {name}" if outlet is None else outlet,
        published=published,
    )
    made = tuple(event(told, number) for number, told in enumerate(events, start=1))
    return Reading(report=report, events=made, statements=(), origin=ORIGIN)
