"""Placing: the places that a report's events name, put on the map together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawthiq.lang.scan import Scan
from tawthiq.model.event import EventReport, PlaceClaim
from tawthiq.model.vocabulary import PlaceRole
from tawthiq.resolve.place_evidence import Places
from tawthiq.resolve.places import ReportedPlace, ResolvedPlace, resolve_places

ELSEWHERE = -1
"""The group of places that the report names outside its events."""


def placed(
    events: Sequence[EventReport], scans: Iterable[Scan], index: Places
) -> tuple[EventReport, ...]:
    """Resolve the places of one report's events.

    All places that the report names bear witness, those outside its events too: a
    governorate in the headline tells which of two villages of one name is meant.

    Args:
        events: the report's events, their places as reported.
        scans: the report's sentences with their hits of the sheet ``place``.
        index: the gazetteer.
    """
    if not any(event.places for event in events):
        return tuple(events)
    heads = {hit.start: hit.values for scan in scans for hit in scan.of("place")}
    claims = [(at, claim) for at, event in enumerate(events) for claim in event.places]
    names = [
        ReportedPlace(
            name=claim.name,
            head=_word(heads.get(claim.span.start, {}).get("head")),
            role=claim.role,
            group=at,
        )
        for at, claim in claims
    ]
    told = {name.name for name in names}
    others = {str(values["name"]): values for values in heads.values()}
    names += [
        ReportedPlace(
            name=name,
            head=_word(values.get("head")),
            role=PlaceRole(str(values["role"])),
            group=ELSEWHERE,
        )
        for name, values in others.items()
        if name not in told
    ]
    found = iter(resolve_places(names, index))
    return tuple(
        replace(
            event, places=tuple(_placed(claim, next(found)) for claim in event.places)
        )
        for event in events
    )


def _word(value: object) -> str | None:
    return None if value is None else str(value)


def _placed(claim: PlaceClaim, found: ResolvedPlace) -> PlaceClaim:
    return replace(
        claim,
        state=found.state,
        place=found.place,
        candidates=found.candidates,
        precision=found.precision,
        radius_m=found.radius_m,
    )
