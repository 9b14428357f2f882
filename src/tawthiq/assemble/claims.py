"""Claims: every value of a reading as the atom that the register keeps.

One claim is one value of one attribute, from one span of one report, by those whom the
report names for it (domain handbook, 5.2).
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from tawthiq.model.claim import Attribute, Claim, Claimant
from tawthiq.model.event import Attribution, Casualty, EventReport, PlaceClaim, When
from tawthiq.model.reading import Reading
from tawthiq.model.report import Report
from tawthiq.model.span import Span
from tawthiq.model.vocabulary import Stance

Value = tuple[tuple[str, object], ...]

OUTLET_KIND = "media"
"""The kind of an outlet that reports without naming anybody who says so."""

ID_LENGTH = 32


def claims_of(reading: Reading) -> tuple[Claim, ...]:
    """Give every value of every event of a reading as a claim.

    Args:
        reading: what was read in one report.

    Returns:
        The claims in the order of the reading: an event first, then its date, places,
        perpetrators, weapons, objects, casualties and victims. Who denies the event
        stands in a claim of its own, with the stance ``denied``.
    """
    return tuple(
        claim
        for event in reading.events
        for claim in _Maker(reading.report, event).claims()
    )


class _Said(NamedTuple):
    """A value and what it rests on, before it is known who says it."""

    attribute: Attribute
    value: Value
    span: Span | None
    rule: str
    stance: str | None = None


class _Maker:
    """Makes the claims of one event: what they share is worked out once."""

    def __init__(self, report: Report, event: EventReport) -> None:
        self._report = report
        self._event = event
        self._claimants = _claimants(report, event)

    def claims(self) -> Iterator[Claim]:
        event = self._event
        told = _Said(Attribute.EVENT, _told(event), event.trigger, event.rule)
        yield self._claim(told)
        for source in event.attribution:
            if source.stance is Stance.DENIES:
                denied = _Said(
                    Attribute.EVENT, told.value, source.span, source.rule, "denied"
                )
                yield self._claim(denied, claimants=(_claimant(source),))
        yield from map(self._claim, _circumstances(event))
        counts = [
            _Said(Attribute.CASUALTY, _count(row), row.span, row.rule)
            for row in event.casualties
        ]
        for row, said in zip(event.casualties, counts, strict=True):
            whole = self._id(counts[row.part_of]) if row.part_of is not None else None
            yield self._claim(said, part_of=whole)
        yield from map(self._claim, _persons(event))

    def _claim(
        self,
        said: _Said,
        *,
        part_of: str | None = None,
        claimants: tuple[Claimant, ...] | None = None,
    ) -> Claim:
        return Claim(
            id=self._id(said),
            report_id=self._report.id,
            event_id=self._event.id,
            attribute=said.attribute,
            value=said.value,
            stance=self._stance(said),
            span=said.span,
            claimants=self._claimants if claimants is None else claimants,
            rule=said.rule,
            part_of=part_of,
        )

    def _stance(self, said: _Said) -> str:
        return str(self._event.stance) if said.stance is None else said.stance

    def _id(self, said: _Said) -> str:
        """Hash what makes a claim this one.

        The event's own words belong to it: two events of one report may rest on the
        same date, and each claims it for itself.
        """
        trigger, span = self._event.trigger, said.span
        parts = (
            self._report.id,
            (trigger.start, trigger.end, self._event.id),
            str(said.attribute),
            tuple((key, str(part)) for key, part in said.value),
            (span.start, span.end) if span is not None else None,
            self._stance(said),
        )
        return sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:ID_LENGTH]


def _told(event: EventReport) -> Value:
    return (("kind", str(event.kind)), ("type", event.type))


def _circumstances(event: EventReport) -> Iterator[_Said]:
    """Give when and where it was, who did it, with what, and what was hit."""
    if event.date is not None:
        day = event.date
        yield _Said(Attribute.DATE, _when(day), day.span, day.rule)
    for place in event.places:
        yield _Said(Attribute.PLACE, _place(place), place.span, place.rule)
    for actor in (*event.perpetrators, *event.at_large):
        blamed: Value = (("actor", actor.actor),)
        yield _Said(
            Attribute.PERPETRATOR, blamed, actor.span, actor.rule, str(actor.stance)
        )
    for weapon in event.weapons:
        used: Value = (("code", weapon.code),)
        yield _Said(Attribute.WEAPON, used, weapon.span, weapon.rule)
    for struck in event.struck:
        hit: Value = (("code", struck.code), ("name", struck.name))
        yield _Said(Attribute.STRUCK, hit, struck.span, struck.rule)


def _persons(event: EventReport) -> Iterator[_Said]:
    for person in event.victims:
        named: Value = (
            ("name", person.name),
            ("age", person.age),
            ("sex", person.sex),
            ("outcome", person.outcome),
        )
        yield _Said(Attribute.VICTIM, named, person.span, person.rule)


def _claimants(report: Report, event: EventReport) -> tuple[Claimant, ...]:
    """Give those whom the report names as saying so, or the outlet alone."""
    said = tuple(
        _claimant(source)
        for source in event.attribution
        if source.stance is not Stance.DENIES
    )
    if said:
        return said
    return (Claimant(name=report.outlet or report.id, kind=OUTLET_KIND),)


def _claimant(source: Attribution) -> Claimant:
    return Claimant(
        name=source.name, kind=source.kind, channel=source.channel, via=source.via
    )


def _when(when: When) -> Value:
    return (
        ("from", when.start.isoformat() if when.start is not None else None),
        ("to", when.end.isoformat() if when.end is not None else None),
        ("precision", str(when.precision)),
        ("basis", str(when.basis)),
    )


def _place(claim: PlaceClaim) -> Value:
    place = claim.place
    return (
        ("role", str(claim.role)),
        ("name", claim.name),
        ("name_en", place.name_en if place is not None else None),
        ("lat", place.lat if place is not None else None),
        ("lon", place.lon if place is not None else None),
        ("place_id", place.id if place is not None else None),
        ("precision", claim.precision),
        ("radius_m", claim.radius_m),
        ("state", str(claim.state)),
    )


def _count(row: Casualty) -> Value:
    return (
        ("outcome", row.outcome),
        ("group", row.group),
        ("low", row.range.low),
        ("high", row.range.high),
        ("wording", str(row.range.wording)),
    )
