"""Risks: what a publication would show that may endanger somebody, before it is shown."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident
from tawthiq.model.profile import Disclosure
from tawthiq.model.publication import Publication
from tawthiq.publish.counting import sources_of, tally_of, voices_of
from tawthiq.publish.redaction import WHOLES

FEW = 5
"""People of one age and sex, below which a row points at persons (statistical offices
suppress cells under three to ten)."""
FINE = "village"
"""The step of the ladder of precision from which down a place is nearly exact."""


class RiskKind(StrEnum):
    """What a risk is about."""

    EXACT_PLACE = "exact_place"
    LONE_POINT = "lone_point"
    SMALL_GROUP = "small_group"
    NAME = "name"
    SINGLE_SOURCE = "single_source"
    OUTLET = "outlet"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One thing that would be shown: where, and what in short."""

    kind: RiskKind
    incident: str
    what: str


def risks_of(publication: Publication, codebook: Codebook) -> tuple[Risk, ...]:
    """List what a publication would show that a person should look at first.

    Args:
        publication: as the profile leaves it.
        codebook: for the ladder of precision.

    Returns:
        The risks, by kind, then in the order of the incidents.
    """
    steps = codebook.tables["place_precisions"].entries
    rank = {code: int(entry.more["rank"]) for code, entry in steps.items()}
    points = Counter(
        (p.lat, p.lon)
        for i in publication.incidents
        for p in i.places[:1]
        if p.lat is not None
    )
    found = [
        risk
        for one in publication.incidents
        for risk in (
            *_places(one, rank, points, exact=publication.profile.grid_deg is None),
            *_people(one),
            *_single(one),
        )
    ]
    found += _words(publication)
    order = list(RiskKind)
    return tuple(sorted(found, key=lambda risk: order.index(risk.kind)))


def _places(
    one: Incident,
    rank: dict[str, int],
    points: Mapping[tuple[float, float | None], int],
    *,
    exact: bool,
) -> Iterator[Risk]:
    for place in one.places:
        fine = rank.get(place.precision or "", rank[FINE] + 1) < rank[FINE]
        if place.lat is not None and (exact or fine):
            told = f"{place.name} {place.lat} {place.lon} ({place.precision or '?'})"
            yield Risk(kind=RiskKind.EXACT_PLACE, incident=one.code, what=told)
    first = one.places[0] if one.places else None
    lat = first.lat if first is not None else None
    if first is not None and lat is not None and points[lat, first.lon] == 1:
        yield Risk(kind=RiskKind.LONE_POINT, incident=one.code, what=first.name)


def _people(one: Incident) -> Iterator[Risk]:
    for tally in one.casualties:
        people = tally.high if tally.high is not None else tally.low
        if tally.group not in WHOLES and people is not None and 0 < people < FEW:
            told = f"{tally.outcome} {tally.group} {people}"
            yield Risk(kind=RiskKind.SMALL_GROUP, incident=one.code, what=told)
    for victim in one.victims:
        if victim.name:
            yield Risk(kind=RiskKind.NAME, incident=one.code, what=victim.name)


def _single(one: Incident) -> Iterator[Risk]:
    if voices_of(one) == 1 or sources_of(one) == 1:
        killed = tally_of(one, "killed", "people") or tally_of(
            one, "killed", "civilians"
        )
        told = f"killed {killed.low}" if killed is not None else str(one.grade.code)
        yield Risk(kind=RiskKind.SINGLE_SOURCE, incident=one.code, what=told)


def _words(publication: Publication) -> Iterator[Risk]:
    if publication.profile.sources is Disclosure.SHOWN:
        for report in publication.reports:
            told = report.outlet or report.url or report.id
            yield Risk(kind=RiskKind.OUTLET, incident="", what=told)
    if publication.profile.quotes is Disclosure.SHOWN:
        codes = {one.id: one.code for one in publication.incidents}
        for claim in publication.claims:
            if claim.span is not None and claim.span.quote:
                owner = codes.get(publication.owners[claim.id], "")
                yield Risk(kind=RiskKind.QUOTE, incident=owner, what=claim.span.quote)
