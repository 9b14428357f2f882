"""When and where an incident was, by the voices that say so."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from tawthiq.link.accounts import folded, tells_harm
from tawthiq.link.facts import CERTAIN, is_unit
from tawthiq.link.towns import one_town
from tawthiq.link.votes import votes
from tawthiq.model.event import PlaceClaim
from tawthiq.model.incident import IncidentDate, IncidentPlace, in_arabic_letters
from tawthiq.model.link import Account
from tawthiq.model.vocabulary import DatePrecision, EventKind, PlaceState

BESIDE = 0.5
"""What a place weighs of an event without harm, told beside one that harmed people."""


def date_of(
    members: Sequence[Account], voices: Mapping[str, str]
) -> IncidentDate | None:
    """Give the days that most voices state; without any, the first day it was told.

    Args:
        members: the accounts of one incident.
        voices: for the key of each account, the key that stands for its voice.

    Returns:
        The days, or None where no report has a day.
    """
    told = [m for m in members if m.event.kind is EventKind.INCIDENT] or list(members)
    stated = votes(told, voices, _stated)
    if stated:
        most = max(stated.values())
        start, end = min(days for days, by in stated.items() if by == most)
        precision = DatePrecision.DAY if start == end else DatePrecision.DAYS
        return IncidentDate(start=start, end=end, precision=precision)
    known = [m.published for m in told if m.published is not None]
    if not known:
        return None
    first = min(known)
    return IncidentDate(start=first, end=first, precision=DatePrecision.DAY)


def _stated(account: Account) -> Iterator[tuple[date, date]]:
    when = account.event.date
    if when is None or when.start is None or when.end is None:
        return
    if when.precision in CERTAIN and when.end - when.start <= timedelta(days=4):
        yield when.start, when.end


def places_of(
    members: Sequence[Account], voices: Mapping[str, str]
) -> tuple[IncidentPlace, ...]:
    """Give the places of an incident, best first.

    A place that many voices name, and name first, comes before others; units of
    administration come after points. Where a report tells of harm in one of its events,
    what it names for others of them weighs less: they are told beside it.
    """
    harming = {m.report_id for m in members if tells_harm(m)}
    towns = one_town(claim for m in members for claim in m.event.places)
    weight: dict[str, float] = {}
    claims: dict[str, list[tuple[Account, PlaceClaim]]] = {}
    seen: dict[tuple[str, str], float] = {}
    for account in members:
        beside = account.report_id in harming and not tells_harm(account)
        for rank, claim in enumerate(account.event.places):
            key = _place_key(claim, towns)
            claims.setdefault(key, []).append((account, claim))
            vote = (voices[account.key], key)
            weighs = (BESIDE if beside else 1.0) / (1 + rank)
            seen[vote] = max(seen.get(vote, 0.0), weighs)
    for (_, key), value in seen.items():
        weight[key] = weight.get(key, 0.0) + value
    ranked = sorted(
        claims, key=lambda k: (_is_wide(claims[k]), -round(weight[k], 6), k)
    )
    return tuple(_place(claims[key]) for key in ranked)


def _is_wide(told: Sequence[tuple[Account, PlaceClaim]]) -> bool:
    return all(is_unit(claim) for _, claim in told)


def _place_key(claim: PlaceClaim, towns: Mapping[str, str]) -> str:
    if claim.place is not None:
        return towns.get(claim.place.id, claim.place.id)
    return f"name {folded(claim.name).removeprefix('ال')}"


def _place(told: Sequence[tuple[Account, PlaceClaim]]) -> IncidentPlace:
    """Make one place of the claims that name it, by its commonest name.

    Where any report writes it in Arabic letters, by the commonest of those: the others
    transcribe it, each in its own way.
    """
    names: dict[str, int] = {}
    for _, claim in told:
        names[claim.name] = names.get(claim.name, 0) + 1
    name = min(names, key=lambda n: (not in_arabic_letters(n), -names[n], n))
    claim = min(
        (c for _, c in told),
        # Who was struck there says more than who names the town as its district.
        key=lambda c: (is_unit(c), c.radius_m or 10**9, c.role, c.name),
    )
    place = claim.place
    return IncidentPlace(
        role=claim.role,
        name=name,
        name_ar=place.name_ar if place is not None else None,
        name_en=place.name_en if place is not None else None,
        lat=place.lat if place is not None else None,
        lon=place.lon if place is not None else None,
        place_id=place.id if place is not None else None,
        pcode=place.pcode if place is not None else None,
        precision=claim.precision,
        radius_m=claim.radius_m,
        state=claim.state if place is None else PlaceState.RESOLVED,
        country=place.country if place is not None else None,
        admin=place.parent_names if place is not None else (),
        candidates=claim.candidates if place is None else (),
        reports=tuple(sorted({account.report_id for account, _ in told})),
    )
