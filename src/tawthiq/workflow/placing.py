"""Placing: where the places that a report's events name lie on the map."""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.model.event import EventReport, PlaceClaim
from tawthiq.resolve.place_evidence import Places
from tawthiq.resolve.places import ReportedPlace, ResolvedPlace, resolve_places


def placed(events: Sequence[EventReport], index: Places) -> tuple[EventReport, ...]:
    """Give the events with their places resolved, all of a report together.

    Places of one report speak for one another: a village is looked for near the
    district and the neighbours that the report names.
    """
    names = [
        ReportedPlace(name=claim.name, head=claim.head, role=claim.role, group=number)
        for number, event in enumerate(events)
        for claim in event.places
    ]
    resolved = iter(resolve_places(names, index))
    return tuple(
        replace(event, places=tuple(_placed(c, next(resolved)) for c in event.places))
        for event in events
    )


def _placed(claim: PlaceClaim, found: ResolvedPlace) -> PlaceClaim:
    return replace(
        claim,
        state=found.state,
        place=found.place,
        candidates=found.candidates,
        precision=found.precision,
        radius_m=found.radius_m,
    )
