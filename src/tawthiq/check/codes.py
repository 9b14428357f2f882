"""Rules on codes: those that no codebook holds, weapons and grades that do not fit."""

from collections.abc import Iterable, Iterator

from tawthiq.check.context import Context, said
from tawthiq.check.faults import Coded, Fault, fault, labels
from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Grading, Incident

FROM_ONE_MEANS = {
    "Air/drone strike",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Suicide bomb",
}
"""ACLED sub-events that fix by what means an event harmed."""
RAW = {
    "grading": "grades",
    "event_type": "event_types",
    "cause": "sdg_causes",
}
"""Where an imported table's own word stays if the codebook has no code for it."""
TWO_VOICES = 2


def unknown_code(incident: Incident, context: Context) -> Iterator[Fault]:
    """Find codes, and words of imported tables, that the codebook does not hold."""
    told = dict.fromkeys(_codes(incident))
    for table, value in told:
        if value not in context.codebook.tables[table].entries:
            yield fault("unknown_code", incident, table=table, value=value)
    for name, table in RAW.items():
        for word in _words(said(incident, f"{name}_unknown")):
            yield fault("unknown_code", incident, table=table, value=word)


def _codes(incident: Incident) -> Iterator[tuple[str, str]]:
    """Give every code of an incident with its table."""
    actors = (*incident.belligerents, *(r.actor for r in incident.responsibility))
    yield from (("event_types", code) for code in incident.event_types)
    yield from (("actors", code) for code in actors)
    yield from (("weapons", code) for code in incident.weapons)
    yield from (("struck", code) for code in incident.struck)
    for tally in incident.casualties:
        yield "outcomes", tally.outcome
        yield "groups", tally.group
    yield from (("outcomes", victim.outcome) for victim in incident.victims)
    for place in incident.places:
        if place.precision is not None:
            yield "place_precisions", place.precision


def _words(value: object) -> tuple[str, ...]:
    match value:
        case str():
            return (value,)
        case tuple() | list():
            return tuple(str(one) for one in value)
        case _:
            return ()


def weapon_against_type(incident: Incident, context: Context) -> Iterator[Fault]:
    """Find weapons that no type of the incident can have used.

    Both speak of ACLED's sub-events: where every type fixes its means, a weapon must
    share a sub-event with one of them. Types that any weapon may serve (a clash, a
    raid, means not told) say nothing.
    """
    book = context.codebook
    means = [_means(book, "event_types", code) for code in incident.event_types]
    if not means or not all(fixed and fixed <= FROM_ONE_MEANS for fixed in means):
        return
    possible = set().union(*means)
    for code in incident.weapons:
        served = _means(book, "weapons", code)
        if served and not served & possible:
            yield fault(
                "weapon_against_type",
                incident,
                weapon=Coded(table="weapons", code=code),
                types=labels("event_types", incident.event_types),
            )


def _means(book: Codebook, table: str, code: str) -> set[str]:
    entries = book.tables[table].entries
    if code not in entries:
        return set()
    return _values(entry.value for entry in entries[code].equivalents("acled"))


def _values(told: Iterable[str]) -> set[str]:
    # A grenade thrown is a kind of its own to ACLED, and a device to us.
    return {"Remote explosive/landmine/IED" if v == "Grenade" else v for v in told}


def grade_against_claims(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find grades that the claims of the incident's own reports do not bear.

    A grade that no rules of ours gave (an imported table's) rests on more than we see.
    """
    if not incident.reports or not incident.grade.version:
        return
    claimed = sum(bool(part.claimed_by) for part in incident.responsibility)
    voices = incident.independent_sources
    code = incident.grade.code
    bare = code is Grading.CONFIRMED and not claimed
    alone = code is Grading.FAIR and voices < TWO_VOICES
    if bare or alone:
        yield fault(
            "grade_against_claims",
            incident,
            grade=Coded(table="grades", code=str(code)),
            voices=voices,
            claimed=claimed,
        )
