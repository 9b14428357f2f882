"""Blame at large: whom a report names together as behind the attacks, of no one event.

«استمرار قصف النظام وروسيا يهدد حياة المدنيين»: where the same report lays a shelling at
the door of one of them, it leaves open which of the two fired. Whose aircraft it was is
seen from the ground; whose shell it was is not, so events from the air are left alone.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tawthiq.assemble.telling import ONE_SIDED
from tawthiq.lang.conventions import related
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.model.event import EventReport, Perpetrator
from tawthiq.model.vocabulary import Blame, EventKind
from tawthiq.text.tokens import COMMA

RULE = "at_large"

GROUND, UNTOLD = "shelling", "unspecified"
SEEN = frozenset({"air_strike", "drone_strike"})
"""Types by which it is seen who did it: his aircraft."""

NOBODY = frozenset({"unidentified", "other"})

BESIDE = 1
"""Words between two actors that are named together: «قوات … وميليشيات …»."""

OF_ONE_EVENT = frozenset({EventKind.INCIDENT, EventKind.BACKGROUND})


def blamed_at_large(
    events: Sequence[EventReport], scans: Sequence[Scan]
) -> tuple[EventReport, ...]:
    """Give each event whom the report blames at large beside those blamed for it.

    Args:
        events: the events of a report.
        scans: its sentences, with the hits of ``find/actors``.
    """
    told = {
        claim.span.start
        for event in events
        if event.kind in OF_ONE_EVENT
        for claim in event.perpetrators
    }
    named = [
        tuple(_blame(scan, hit) for hit in together)
        for scan in scans
        if scan.of("attacks") and not _is_mutual(scan)
        for together in _together(scan)
        if not any(hit.start in told for hit in together)
    ]
    if not named:
        return tuple(events)
    flew = {
        claim.actor
        for event in events
        if event.type in SEEN
        for claim in event.perpetrators
    }
    return tuple(
        _with(event, named) if _is_open(event, flew) else event for event in events
    )


def _is_open(event: EventReport, flew: Collection[str]) -> bool:
    """Say whether others than those blamed may have done it: a shelling, not a raid.

    What is told without a type may be a raid of those whose raids the report tells.
    """
    if event.kind is not EventKind.INCIDENT:
        return False
    blamed = {claim.actor for claim in event.perpetrators}
    return event.type == GROUND or (event.type == UNTOLD and blamed.isdisjoint(flew))


def _is_mutual(scan: Scan) -> bool:
    """«الضربات المتبادلة بين X وY»: whom each of the two fires at is the other."""
    return any(hit.code == "clash" for hit in scan.of("actor_cues"))


def _with(event: EventReport, named: Sequence[Sequence[Perpetrator]]) -> EventReport:
    blamed = {p.actor for p in event.perpetrators if p.stance is Blame.ALLEGED}
    found: dict[str, Perpetrator] = {}
    for together in named:
        if blamed and blamed <= {claim.actor for claim in together}:
            for claim in together:
                if not any(related(claim.actor, actor) for actor in blamed):
                    found.setdefault(claim.actor, claim)
    return replace(event, at_large=tuple(found.values())) if found else event


def _together(scan: Scan) -> Iterator[list[Hit]]:
    """Give actors that one deed is laid upon in one breath, two or more of them."""
    doers = sorted(
        (
            h
            for h in scan.of("actor")
            if h.values["position"] in ONE_SIDED and h.code not in NOBODY
        ),
        key=lambda h: h.first,
    )
    chain = doers[:1]
    for left, right in pairwise(doers):
        if _beside(scan, left, right):
            chain.append(right)
            continue
        yield from _of_several(chain)
        chain = [right]
    yield from _of_several(chain)


def _of_several(chain: list[Hit]) -> Iterator[list[Hit]]:
    if len({hit.code for hit in chain}) > 1:
        yield chain


def _beside(scan: Scan, left: Hit, right: Hit) -> bool:
    near = 0 <= right.first - left.last <= BESIDE
    return near and all(
        scan.tokens[at].gap < COMMA for at in range(left.last, right.first + 1)
    )


def _blame(scan: Scan, hit: Hit) -> Perpetrator:
    return Perpetrator(
        actor=hit.code,
        stance=Blame.ALLEGED,
        span=scan.span(hit.start, hit.end),
        rule=RULE,
    )
