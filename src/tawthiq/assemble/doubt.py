"""Doubt: leaving out what is less probable than somebody wants to rely on."""

from dataclasses import replace
from typing import Any, TypeVar

from tawthiq.assemble.confidence import FIELDS
from tawthiq.model.event import Casualty, EventReport
from tawthiq.model.reading import Reading

DOUBTFUL = 0.5
"""Confidence below which a value is more probably wrong than right."""

Value = TypeVar("Value")


def is_doubtful(confidence: float | None, *, least: float = DOUBTFUL) -> bool:
    """Say whether something was weighed and found too light; the unweighed is not."""
    return confidence is not None and confidence < least


def above(reading: Reading, least: float) -> Reading:
    """Leave out the events and the values whose confidence is below ``least``.

    An event goes with all its values. A part of a count whose whole is left out stands
    alone. What nothing has weighed stays.

    Args:
        reading: a reading.
        least: from 0, which keeps all, to 1.
    """
    events = tuple(
        _kept(event, least)
        for event in reading.events
        if not is_doubtful(event.confidence, least=least)
    )
    return replace(reading, events=events)


def _kept(event: EventReport, least: float) -> EventReport:
    changes: dict[str, Any] = {
        field: _light_left_out(getattr(event, field), least) for field in FIELDS
    }
    changes["casualties"] = _counts(event.casualties, least)
    if event.date is not None and is_doubtful(event.date.confidence, least=least):
        changes["date"] = None
    return replace(event, **changes)


def _light_left_out(values: tuple[Any, ...], least: float) -> tuple[Any, ...]:
    return tuple(v for v in values if not is_doubtful(v.confidence, least=least))


def _counts(rows: tuple[Casualty, ...], least: float) -> tuple[Casualty, ...]:
    """Leave out rows; parts name their whole by its place, which moves."""
    kept = [
        index
        for index, row in enumerate(rows)
        if not is_doubtful(row.confidence, least=least)
    ]
    place = {before: after for after, before in enumerate(kept)}
    return tuple(
        replace(
            rows[index],
            part_of=None if rows[index].part_of is None else place.get(whole),
        )
        for index in kept
        for whole in (rows[index].part_of or 0,)
    )
