"""Placing: where the places that a report's events name lie on the map."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from tawthiq.lang.scan import Scan
from tawthiq.model.event import EventReport, PlaceClaim
from tawthiq.model.vocabulary import PlaceRole
from tawthiq.resolve.place_lookup import Places
from tawthiq.resolve.places import ReportedPlace, ResolvedPlace, resolve_places

ELSEWHERE = -1
"""The group of places that a report names outside its events."""


def placed(
    events: Sequence[EventReport], index: Places, scans: Iterable[Scan] = ()
) -> tuple[EventReport, ...]:
    """Give the events with their places resolved, all of a report together.

    Places of one report speak for one another: a village is looked for near the
    district and the neighbours that the report names, outside its events too.

    Args:
        events: the report's events, their places as reported.
        index: the gazetteer.
        scans: the report's sentences, for the places named outside its events.
    """
    names = [
        ReportedPlace(
            name=claim.name,
            head=claim.head,
            role=claim.role,
            group=number,
            words=claim.span.quote,
            start=claim.span.start,
            end=claim.span.end,
        )
        for number, event in enumerate(events)
        for claim in event.places
    ]
    if not names:
        return tuple(events)
    others = _elsewhere(scans, {name.name for name in names})
    resolved = iter(resolve_places(names, index, witnesses=others))
    return tuple(
        replace(event, places=tuple(_placed(c, next(resolved)) for c in event.places))
        for event in events
    )


def _elsewhere(scans: Iterable[Scan], told: Container[str]) -> list[ReportedPlace]:
    """Give the places that no event has, each name once."""
    others = {
        str(hit.values["name"]): (hit.values, scan.text[hit.start : hit.end])
        for scan in scans
        for hit in scan.of("place")
    }
    return [
        ReportedPlace(
            name=name,
            head=str(values["head"]) if values.get("head") else None,
            role=PlaceRole(str(values["role"])),
            group=ELSEWHERE,
            words=words,
        )
        for name, (values, words) in others.items()
        if name not in told
    ]


def _placed(claim: PlaceClaim, found: ResolvedPlace) -> PlaceClaim:
    return replace(
        claim,
        state=found.state,
        place=found.place,
        candidates=found.candidates,
        precision=found.precision,
        radius_m=found.radius_m,
    )
