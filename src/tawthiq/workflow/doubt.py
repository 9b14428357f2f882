"""How doubtful a reading is: what a person should look at first."""

from collections.abc import Iterator

from tawthiq.model.event import EventReport
from tawthiq.model.reading import Reading
from tawthiq.model.vocabulary import EventStance, PlaceState, Wording

LOWEST = 3
"""The values that decide: the least sure ones, for a long report has many sure ones."""
SURE, WEAK = 0.9, 0.4
"""What a value counts for that nothing has weighed: sure, unless its words are weak."""


def doubt_of(reading: Reading) -> float:
    """Give the doubt of a reading, from 0 to 1.

    It is one less the mean confidence of its least sure values. Where a value carries
    none, an ambiguous place, a day that is not known, a vague count and a disputed
    event count as weak. A reading without events has none.
    """
    told = sorted(sure for event in reading.events for sure in _confidences(event))
    lowest = told[:LOWEST]
    return round(1 - sum(lowest) / len(lowest), 4) if lowest else 0.0


def _confidences(event: EventReport) -> Iterator[float]:
    disputed = event.stance is not EventStance.ASSERTED
    yield _sure(event.confidence, weak=disputed)
    yield _sure(event.type_confidence, weak=False)
    if event.date is not None:
        yield _sure(event.date.confidence, weak=event.date.start is None)
    for place in event.places:
        yield _sure(place.confidence, weak=place.state is not PlaceState.RESOLVED)
    for count in event.casualties:
        vague = count.range.wording is Wording.VAGUE
        yield _sure(count.confidence, weak=vague)
    for victim in event.victims:
        yield _sure(victim.confidence, weak=False)
    for actor in event.perpetrators:
        yield _sure(actor.confidence, weak=False)
    for means in event.weapons:
        yield _sure(means.confidence, weak=False)
    for struck in event.struck:
        yield _sure(struck.confidence, weak=False)


def _sure(confidence: float | None, *, weak: bool) -> float:
    if confidence is not None:
        return confidence
    return WEAK if weak else SURE
