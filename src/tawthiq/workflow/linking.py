"""Linking: readings into incidents, in memory; the order of the stages.

A register calls the same stages on the accounts of the blocks that a new report
touches (`keys_of`, `link_block`), so that nothing else is compared again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tawthiq.assemble.claims import claims_of
from tawthiq.grade.grades import grade_of
from tawthiq.grade.settings import GradeSettings
from tawthiq.grade.strike_status import strike_status_of
from tawthiq.grade.voices import voices_in
from tawthiq.link.accounts import accounts_of
from tawthiq.link.blocking import keys_of
from tawthiq.link.cluster import clusters_of
from tawthiq.link.facts import Facts, facts_of
from tawthiq.link.incidents import incident_of
from tawthiq.link.pairing import links_of
from tawthiq.link.settings import LinkSettings
from tawthiq.link.voices import voices_of
from tawthiq.model.incident import Incident
from tawthiq.model.link import Account, Link
from tawthiq.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkingSettings:
    """How reports are brought together and how incidents are graded."""

    link: LinkSettings = field(default_factory=LinkSettings)
    grade: GradeSettings = field(default_factory=GradeSettings)


def accounts(readings: Iterable[Reading]) -> tuple[Account, ...]:
    """Give every event of every reading with what linking needs of its report."""
    return tuple(
        account
        for reading in readings
        for account in accounts_of(reading, claims_of(reading))
    )


def blocks_of(account: Account) -> frozenset[str]:
    """Give the keys of the blocks in which an account is compared with others."""
    return keys_of(facts_of(account))


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Groups of accounts, one an incident, and the links that were found."""

    clusters: tuple[tuple[Account, ...], ...]
    links: tuple[Link, ...]
    facts: dict[str, Facts] = field(default_factory=dict)


def link_block(
    members: Iterable[Account],
    decisions: Sequence[Link] = (),
    links: tuple[Link, ...] | None = None,
    *,
    facts: Mapping[str, Facts] | None = None,
) -> Linked:
    """Bring accounts together that share blocks, or any closed set of blocks.

    Args:
        members: the accounts.
        decisions: links that people decided; they outweigh any score.
        links: what was found of them before; None compares them now.
        facts: by key what some of them are compared by, where it is at hand.

    Returns:
        Groups that found an incident (a toll or a recalled event alone founds none),
        and every link with its parts.
    """
    by_key = {account.key: account for account in members}
    at_hand = facts or {}
    facts = {key: at_hand.get(key) or facts_of(a) for key, a in by_key.items()}
    links = links_of(facts.values()) if links is None else links
    groups = clusters_of(by_key, links, decisions)
    founded = tuple(
        tuple(by_key[key] for key in group)
        for group in groups
        if any(facts[key].founds for key in group)
    )
    return Linked(clusters=founded, links=links, facts=facts)


def incidents_of(
    readings: Iterable[Reading],
    *,
    decisions: Sequence[Link] = (),
    settings: LinkingSettings | None = None,
) -> tuple[Incident, ...]:
    """Bring readings together into incidents.

    Args:
        readings: what was read in reports, in any order.
        decisions: links that people decided.
        settings: how; the defaults where None.

    Returns:
        The incidents, by day, code and id.
    """
    linked = link_block(accounts(readings), decisions)
    made = [
        incident_from(group, settings=settings, facts=linked.facts)
        for group in linked.clusters
    ]
    return _told_apart(sorted(made, key=_order))


def _told_apart(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Number the codes that several incidents share, in their order: «-2», «-3»."""
    seen: dict[str, int] = {}
    out = []
    for incident in incidents:
        count = seen[incident.code] = seen.get(incident.code, 0) + 1
        code = incident.code if count == 1 else f"{incident.code}-{count}"
        out.append(replace(incident, code=code))
    return tuple(out)


def incident_from(
    members: Sequence[Account],
    *,
    settings: LinkingSettings | None = None,
    facts: Mapping[str, Facts] | None = None,
) -> Incident:
    """Give the incident that a group of accounts amounts to, graded.

    Args:
        members: the accounts of one group.
        settings: how; the defaults where None.
        facts: what `link_block` worked out of the accounts, where it is at hand.
    """
    asked = settings or LinkingSettings()
    known = [facts[m.key] if facts else facts_of(m) for m in members]
    voice_of = voices_of(known)
    incident = incident_of(members, facts=known, voices=voice_of, settings=asked.link)
    voices = voices_in(members, voice_of)
    return replace(
        incident,
        grade=grade_of(incident, voices, asked.grade),
        strike_status=strike_status_of(voices),
    )


def _order(incident: Incident) -> tuple[str, str, str]:
    when = incident.date
    day = when.start.isoformat() if when is not None and when.start else ""
    return day, incident.code, incident.id
