"""Linking: readings into incidents, in memory; the order of the stages.

A register calls the same stages on the accounts of the blocks that a new report
touches (`keys_of`, `link_block`), so that nothing else is compared again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tawthiq.assemble.claims import claims_of
from tawthiq.grade.exchanges import with_exchanges
from tawthiq.grade.grades import grade_of
from tawthiq.grade.settings import GradeSettings
from tawthiq.grade.strike_status import strike_status_of
from tawthiq.grade.voices import voices_in
from tawthiq.link.accounts import accounts_of, trace_of
from tawthiq.link.blocking import keys_of
from tawthiq.link.cluster import clusters_of
from tawthiq.link.facts import Facts, facts_of
from tawthiq.link.gathering import gather
from tawthiq.link.incidents import incident_of
from tawthiq.link.leads import lead_of
from tawthiq.link.pairing import links_of
from tawthiq.link.settings import LinkSettings
from tawthiq.link.voices import voices_of
from tawthiq.model.incident import Incident
from tawthiq.model.link import Account, Lead, Link, Trace
from tawthiq.model.reading import Reading
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import EventKind
from tawthiq.read.segments.lines import own_lines
from tawthiq.read.written import day_written


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkingSettings:
    """How reports are brought together and how incidents are graded."""

    link: LinkSettings = field(default_factory=LinkSettings)
    grade: GradeSettings = field(default_factory=GradeSettings)


def accounts(readings: Iterable[Reading]) -> tuple[Account, ...]:
    """Give every event of every reading with what linking needs of its report."""
    return tuple(told for told in tellings(readings) if isinstance(told, Account))


def tellings(readings: Iterable[Reading]) -> tuple[Account | Trace, ...]:
    """Give every event of every reading, and a trace of each report without a new one.

    A report that only recalls an event or counts a toll may speak of another too.
    """
    return tuple(told for reading in readings for told in _tellings(reading))


def _tellings(reading: Reading) -> Iterator[Account | Trace]:
    lead = _lead(reading.report)
    written = day_written(reading.report)
    if written != reading.report.published:
        reading = replace(reading, report=replace(reading.report, published=written))
    yield from accounts_of(reading, claims_of(reading), lead)
    if not any(event.kind is EventKind.INCIDENT for event in reading.spoken):
        yield trace_of(reading, lead)


def _lead(report: Report) -> Lead:
    own = " ".join(report.text[line.start : line.end] for line in own_lines(report))
    return lead_of(report.title, own, report.outlet, url=report.url)


def blocks_of(told: Account | Trace) -> frozenset[str]:
    """Give the keys of the blocks in which a telling is compared with others."""
    return keys_of(facts_of(told))


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Groups of tellings, one an incident, and the links that were found.

    ``beside`` are, for each group, the reports that may speak of it though what was
    read in them stands in another.
    """

    clusters: tuple[tuple[Account | Trace, ...], ...]
    beside: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    facts: dict[str, Facts] = field(default_factory=dict)


def link_block(
    members: Iterable[Account | Trace],
    decisions: Sequence[Link] = (),
    links: tuple[Link, ...] | None = None,
    *,
    facts: Mapping[str, Facts] | None = None,
) -> Linked:
    """Bring tellings together that share blocks, or any closed set of blocks.

    Args:
        members: the accounts and traces.
        decisions: links that people decided; they outweigh any score.
        links: what was found of them before; None compares them now.
        facts: by key what some of them are compared by, where it is at hand.

    Returns:
        Groups that found an incident (a toll, a recalled event or a trace founds
        none), and every link with its parts.
    """
    by_key = {account.key: account for account in members}
    at_hand = facts or {}
    facts = {key: at_hand.get(key) or facts_of(a) for key, a in by_key.items()}
    links = links_of(facts.values()) if links is None else links
    events = [key for key in by_key if not facts[key].is_trace]
    groups = clusters_of(events, links, decisions)
    beside = gather(groups, links, decisions, facts=facts)
    founded = [
        (group, near)
        for group, near in zip(groups, beside, strict=True)
        if any(facts[key].founds for key in group)
    ]
    return Linked(
        clusters=tuple(
            tuple(by_key[key] for key in (*group, *near.traces))
            for group, near in founded
        ),
        beside=tuple(near.reports for _, near in founded),
        links=links,
        facts=facts,
    )


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
    asked = settings or LinkingSettings()
    linked = link_block(tellings(readings), decisions)
    made = with_exchanges(incidents_from(linked, settings=asked), asked.grade)
    return _told_apart(sorted(made, key=_order))


def incidents_from(
    linked: Linked, *, settings: LinkingSettings | None = None
) -> Iterator[Incident]:
    """Give the incidents that groups of tellings amount to, in their order.

    Args:
        linked: the groups.
        settings: how; the defaults where None.
    """
    for group, near in zip(linked.clusters, linked.beside, strict=True):
        made = incident_from(group, settings=settings, facts=linked.facts)
        yield replace(made, reports=tuple(sorted({*made.reports, *near})))


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
    members: Sequence[Account | Trace],
    *,
    settings: LinkingSettings | None = None,
    facts: Mapping[str, Facts] | None = None,
) -> Incident:
    """Give the incident that a group of tellings amounts to, graded.

    Args:
        members: the accounts of one group, and the traces beside them, which add no
            claim and no voice.
        settings: how; the defaults where None.
        facts: what `link_block` worked out of them, where it is at hand.
    """
    asked = settings or LinkingSettings()
    told = [m for m in members if isinstance(m, Account)]
    traces = [m for m in members if isinstance(m, Trace)]
    known = [facts[m.key] if facts else facts_of(m) for m in told]
    voice_of = voices_of(known)
    incident = incident_of(told, facts=known, voices=voice_of, settings=asked.link)
    voices = voices_in(told, voice_of)
    spoken_of = {trace.report_id for trace in traces}
    return replace(
        incident,
        members=(*incident.members, *(trace.key for trace in traces)),
        reports=tuple(sorted(spoken_of.union(incident.reports))),
        grade=grade_of(incident, voices, asked.grade),
        strike_status=strike_status_of(voices),
    )


def _order(incident: Incident) -> tuple[str, str, str]:
    when = incident.date
    day = when.start.isoformat() if when is not None and when.start else ""
    return day, incident.code, incident.id
