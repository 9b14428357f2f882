"""Facts: what two accounts are compared by, worked out once for each account."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tawthiq.link.accounts import folded
from tawthiq.link.leads import bare_words, names_heard
from tawthiq.link.shingles import shingles, sketch
from tawthiq.model.event import EventReport, PlaceClaim
from tawthiq.model.link import Account, Lead, Trace
from tawthiq.model.place import Place
from tawthiq.model.vocabulary import Blame, DatePrecision, EventKind, PlaceRole

ADMIN = frozenset({"governorate", "district", "subdistrict", "country"})
"""Precisions of a unit: a place in it may lie anywhere in it."""

CITIES = frozenset({"city"})
PARTS = frozenset(
    {
        *("airport", "bridge", "camp", "church", "crossing", "facility", "hospital"),
        *("market", "mosque", "neighbourhood", "port", "school", "square", "street"),
    }
)
"""Head nouns of what lies in a city: its name is local, though its point be the city's."""
CERTAIN = frozenset({DatePrecision.DAY, DatePrecision.DAYS})
LONGEST_DAYS = 4
"""An event told to have lasted longer is a count over time, not one incident."""

SHORT = 3
"""Letters of words that say nothing of which event is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point where an event may have been; ``first`` for the first place told."""

    lat: float
    lon: float
    radius_m: int
    first: bool


Names = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What may be heard of an event in the words with which another report begins.

    ``rare`` are the rare words of the report's lead and of its places as the lists know
    them, in both scripts; ``places``, ``towns`` and ``persons`` the names that the
    account gives, each as its bare words.
    """

    lead: Lead
    rare: frozenset[str]
    places: Names = frozenset()
    towns: Names = frozenset()
    persons: Names = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One account or trace, as linking sees it; of a trace, day and words alone.

    ``first`` and ``last`` are the ordinals of the days it may have been; ``stated``
    tells whether the report names the day. ``units`` are the districts and governorates
    in which its places lie, ``named_units`` those that it names itself. ``counts`` are
    the numbers of people for each outcome. ``cities`` are those of ``names`` that
    are wide towns, in which two strikes of a day are common.
    """

    key: str
    report_id: str
    voice: str
    founds: bool
    first: int | None
    last: int | None
    stated: bool
    spots: tuple[Spot, ...]
    names: frozenset[str]
    cities: frozenset[str]
    first_name: str | None
    units: frozenset[str]
    named_units: frozenset[str]
    type: str
    actors: frozenset[str]
    totals: dict[str, frozenset[int]]
    fighters_only: bool
    victims: frozenset[frozenset[str]]
    struck: frozenset[str]
    weapons: frozenset[str]
    words: frozenset[str]
    shingles: frozenset[int]
    sketch: tuple[str, ...]
    heard: Heard
    is_trace: bool = False


def facts_of(told: Account | Trace) -> Facts:
    """Work out what an account or a trace is compared by."""
    return _of_trace(told) if isinstance(told, Trace) else _of_account(told)


def _of_trace(trace: Trace) -> Facts:
    """A trace is of its day of publication or of the night before."""
    nothing: frozenset[str] = frozenset()
    day = trace.published.toordinal() if trace.published is not None else None
    return Facts(
        key=trace.key,
        report_id=trace.report_id,
        voice=trace.report_id,
        founds=False,
        first=None if day is None else day - 1,
        last=day,
        stated=False,
        spots=(),
        names=nothing,
        cities=nothing,
        first_name=None,
        units=nothing,
        named_units=nothing,
        type="unspecified",
        actors=nothing,
        totals={},
        fighters_only=False,
        victims=frozenset(),
        struck=nothing,
        weapons=nothing,
        words=nothing,
        shingles=frozenset(),
        sketch=(),
        heard=Heard(lead=trace.lead, rare=trace.lead.rare),
        is_trace=True,
    )


def _of_account(account: Account) -> Facts:
    event = account.event
    first, last, stated = _days(event, account.published)
    pieces = shingles(account.words)
    return Facts(
        key=account.key,
        report_id=account.report_id,
        voice=account.voice,
        founds=event.kind is EventKind.INCIDENT,
        first=first,
        last=last,
        stated=stated,
        spots=_spots(event),
        names=frozenset(_names(event)),
        cities=frozenset(_names(event, only=CITIES)),
        first_name=next(
            (_name(p) for p in event.places if not is_unit(p)),
            None,
        ),
        units=frozenset(u for p in event.places for u in _units(p)),
        named_units=frozenset(
            p.place.id for p in event.places if p.place is not None and is_unit(p)
        ),
        type=event.type,
        actors=frozenset(
            p.actor for p in event.perpetrators if p.stance is not Blame.DENIED
        ),
        totals=_totals(event),
        fighters_only=_fighters_only(event),
        victims=frozenset(_victims(event)),
        struck=frozenset(s.code for s in event.struck),
        weapons=frozenset(w.code for w in event.weapons),
        words=frozenset(word for word in account.words if len(word) > SHORT),
        shingles=pieces,
        sketch=sketch(pieces),
        heard=_heard(account),
    )


def _heard(account: Account) -> Heard:
    event = account.event
    towns = frozenset(map(_bare, _names(event, only=CITIES)))
    names = frozenset(map(_bare, _names(event)))
    known = (
        name
        for claim in event.places
        if claim.place is not None and not is_unit(claim)
        for name in (claim.place.name_ar, claim.place.name_en)
        if name
    )
    return Heard(
        lead=account.lead,
        rare=account.lead.rare.union(*map(names_heard, known)),
        places=names - towns,
        towns=towns,
        persons=frozenset(_bare(" ".join(words)) for words in _victims(event)),
    )


def _bare(name: str) -> frozenset[str]:
    return frozenset(bare_words(name))


def is_unit(claim: PlaceClaim) -> bool:
    """Tell whether a place is a unit of administration or an area, not a point."""
    wide = claim.role in {PlaceRole.ADMIN, PlaceRole.AREA}
    return wide or claim.precision in ADMIN


def _days(
    event: EventReport, published: date | None
) -> tuple[int | None, int | None, bool]:
    """Give the days an event may have been, and whether the report names them.

    An event without a day is told of its day of publication or of the night before.
    """
    when = event.date
    if when is not None and when.start is not None and when.end is not None:
        short = when.end - when.start <= timedelta(days=LONGEST_DAYS)
        if short:
            return when.start.toordinal(), when.end.toordinal(), True
        if event.kind is not EventKind.INCIDENT:
            return None, None, True
    if published is None or event.kind is not EventKind.INCIDENT:
        return None, None, False
    return published.toordinal() - 1, published.toordinal(), False


def _spots(event: EventReport) -> tuple[Spot, ...]:
    found = [p for p in event.places if p.place is not None and not is_unit(p)]
    return tuple(
        Spot(
            lat=p.place.lat,
            lon=p.place.lon,
            radius_m=p.radius_m or p.place.radius_m,
            first=index == 0,
        )
        for index, p in enumerate(found)
        if p.place is not None
    )


def _names(event: EventReport, only: frozenset[str] | None = None) -> Iterator[str]:
    for claim in event.places:
        if is_unit(claim) or (only is not None and claim.head in PARTS):
            continue
        if only is None or claim.precision in only:
            yield _name(claim)


def _name(claim: PlaceClaim) -> str:
    return folded(claim.name).removeprefix("ال")


def _units(claim: PlaceClaim) -> set[str]:
    place: Place | None = claim.place
    if place is None:
        return set()
    own = {place.id} if is_unit(claim) else set()
    return own | {name for name in place.parent_names if name}


def _totals(event: EventReport) -> dict[str, frozenset[int]]:
    """Give the numbers of people told for each outcome, fighters left out."""
    found: dict[str, set[int]] = {}
    for row in event.casualties:
        if row.group == "combatants" or row.part_of is not None:
            continue
        for bound in (row.range.low, row.range.high):
            if bound is not None:
                found.setdefault(row.outcome, set()).add(bound)
    return {outcome: frozenset(numbers) for outcome, numbers in found.items()}


def _fighters_only(event: EventReport) -> bool:
    groups = {row.group for row in event.casualties}
    return groups == {"combatants"}


def _victims(event: EventReport) -> set[frozenset[str]]:
    names = (folded(v.name).split() for v in event.victims)
    return {frozenset(words) for words in names if len(words) > 1}
