"""Incidents: what the accounts of one group amount to, each field by a named rule."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from tawthiq.link.codes import code_of
from tawthiq.link.facts import Facts
from tawthiq.link.kinship import NOBODY
from tawthiq.link.settings import LinkSettings
from tawthiq.link.tallies import tallies_of
from tawthiq.link.victims import victims_of
from tawthiq.link.voices import copies_of
from tawthiq.link.votes import votes
from tawthiq.link.when_and_where import date_of, places_of
from tawthiq.model.incident import (
    Grade,
    Grading,
    Incident,
    Responsibility,
)
from tawthiq.model.link import Account
from tawthiq.model.vocabulary import Blame

UNGRADED = Grade(code=Grading.PROVISIONAL, reasons=(), version="none")
LEADING = 0.34
"""Share of the leading value's voices that a type needs to be listed."""

BLAMED = 0.1
"""Share of the most blamed actor's voices that another needs to be listed."""

MOST_BLAMED = 3
"""Actors listed at most: `responsibility` names them all, with who blames them."""


def incident_of(
    members: Sequence[Account],
    *,
    facts: Sequence[Facts],
    voices: Mapping[str, str],
    settings: LinkSettings | None = None,
) -> Incident:
    """Give the incident that a group of accounts amounts to.

    Args:
        members: the accounts, in any order.
        facts: what they are compared by, in any order.
        voices: for the key of each account, the key that stands for its voice.
        settings: how counts in vague words are taken.

    Returns:
        The incident, not yet graded; its id is a hash of its first member's key.
    """
    asked = settings or LinkSettings()
    told = sorted(members, key=lambda m: m.key)
    victims = victims_of(told)
    when, places = date_of(told, voices), places_of(told, voices)
    identity = sha256(told[0].key.encode("utf-8", "replace")).hexdigest()[:24]
    return Incident(
        id=identity,
        code=code_of(when, places),
        date=when,
        grade=UNGRADED,
        members=tuple(m.key for m in told),
        places=places,
        event_types=_types(told, voices),
        belligerents=_belligerents(told, voices),
        responsibility=_responsibility(told),
        weapons=tuple(votes(told, voices, lambda m: {w.code for w in m.event.weapons})),
        struck=tuple(votes(told, voices, lambda m: {s.code for s in m.event.struck})),
        casualties=tallies_of(told, voices, victims, vague=asked.vague_counts),
        victims=victims,
        reports=tuple(sorted({m.report_id for m in told})),
        copies=copies_of(facts),
        independent_sources=len(set(voices.values())),
    )


def _types(members: Sequence[Account], voices: Mapping[str, str]) -> tuple[str, ...]:
    """Give the types told, most voices first; the untold only where nothing is told."""
    counted = votes(members, voices, lambda m: (m.event.type,))
    told = {code: by for code, by in counted.items() if code != "unspecified"}
    return _leading(told or counted)


def _belligerents(
    members: Sequence[Account], voices: Mapping[str, str]
) -> tuple[str, ...]:
    """Give those blamed, most voices first: who is blamed by few is blamed all the same."""

    def blamed(account: Account) -> set[str]:
        return {
            p.actor
            for p in (*account.event.perpetrators, *account.event.at_large)
            if p.stance is not Blame.DENIED
        }

    counted = votes(members, voices, blamed)
    known = {actor: by for actor, by in counted.items() if actor not in NOBODY}
    return _leading(known or counted, share=BLAMED)[:MOST_BLAMED]


def _leading(counted: Mapping[str, int], share: float = LEADING) -> tuple[str, ...]:
    most = max(counted.values(), default=0)
    return tuple(value for value, by in counted.items() if by >= share * most)


def _responsibility(members: Sequence[Account]) -> tuple[Responsibility, ...]:
    by: dict[str, dict[Blame, set[str]]] = {}
    for account in members:
        for said in (*account.event.perpetrators, *account.event.at_large):
            stances = by.setdefault(said.actor, {})
            stances.setdefault(said.stance, set()).add(account.report_id)
    return tuple(
        Responsibility(
            actor=actor,
            alleged_by=tuple(sorted(by[actor].get(Blame.ALLEGED, ()))),
            claimed_by=tuple(sorted(by[actor].get(Blame.CLAIMED, ()))),
            denied_by=tuple(sorted(by[actor].get(Blame.DENIED, ()))),
        )
        for actor in sorted(by)
    )
