"""Placing: where the places that a report's events name lie on the map."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.model.event import EventReport, PlaceClaim
from tawthiq.model.vocabulary import PlaceRole
from tawthiq.resolve.place_lookup import BEHIND, Places
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
    read = list(scans)
    others = [*_elsewhere(read, names), *_behind_again(read, names)]
    resolved = iter(resolve_places(names, index, witnesses=others))
    return tuple(
        replace(event, places=tuple(_placed(c, next(resolved)) for c in event.places))
        for event in events
    )


def _elsewhere(
    scans: Iterable[Scan], told: Sequence[ReportedPlace]
) -> list[ReportedPlace]:
    """Give the places that no event has, each name once, and what stands behind one.

    An event has a container once; that it follows another village too tells where
    that one lies.
    """
    known = {name.name for name in told}
    starts = {name.start for name in told}
    ends = sorted(name.end for name in told)
    others: dict[tuple[str, int], ReportedPlace] = {}
    for scan in scans:
        for hit in scan.of("place"):
            name = str(hit.values["name"])
            behind = hit.start not in starts and _is_behind_one(hit.start, ends)
            if behind or name not in known:
                place = _witness(scan, hit, at=hit.start if behind else -1)
                others[name, place.start] = place
    return list(others.values())


def _behind_again(
    scans: Iterable[Scan], told: Sequence[ReportedPlace]
) -> Iterator[ReportedPlace]:
    """Give what stands behind a place where it is named again, as if behind it.

    An event has a name once, at its first mention; what holds the place may be told at
    a later one («قصف قرية النخيل … قرية النخيل بريف …»).
    """
    bare = {name.name: name for name in reversed(told)}
    begins = sorted(name.start for name in told)
    for scan in scans:
        for hit, behind in pairwise(scan.of("place")):
            name = bare.get(str(hit.values["name"]))
            if name is None or name.start == hit.start:
                continue
            here = bisect_left(begins, name.end)
            held = here < len(begins) and begins[here] - name.end <= BEHIND
            if not held and 0 <= behind.start - hit.end <= BEHIND:
                yield _witness(scan, behind, at=name.end)


def _is_behind_one(start: int, ends: Sequence[int]) -> bool:
    """Say whether a place begins right behind the end of one of an event's."""
    nearest = bisect_right(ends, start) - 1
    return nearest >= 0 and start - ends[nearest] <= BEHIND


def _witness(scan: Scan, hit: Hit, *, at: int) -> ReportedPlace:
    head = hit.values.get("head")
    return ReportedPlace(
        name=str(hit.values["name"]),
        head=str(head) if head else None,
        role=PlaceRole(str(hit.values["role"])),
        group=ELSEWHERE,
        words=scan.text[hit.start : hit.end],
        start=at,
        end=hit.end if at >= 0 else -1,
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
