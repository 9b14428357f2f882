"""Linking inside a register: what new reports touch is brought together anew.

A new report is compared with the events that share a block of day and place with its
own; only the incidents that those links reach are formed again. What they amount to
does not depend on the order in which reports came.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tawthiq.grade.exchanges import SHELLING, reports_that_tell, with_exchanges
from tawthiq.link.accounts import TRACE
from tawthiq.link.blocking import keys_of
from tawthiq.link.cluster import LOOSE
from tawthiq.link.facts import Facts, facts_of
from tawthiq.link.pairing import links_of
from tawthiq.link.settings import LinkSettings
from tawthiq.model.custody import Act, digest_of
from tawthiq.model.decision import Decision, Verdict
from tawthiq.model.incident import (
    Grade,
    Grading,
    Incident,
    Reason,
    Review,
    report_of,
)
from tawthiq.model.link import Account, Trace
from tawthiq.register.services import decisions, events, incidents, reports
from tawthiq.register.services.ledger import Deed, record
from tawthiq.register.services.together import together
from tawthiq.workflow.linking import (
    LinkingSettings,
    incidents_from,
    link_block,
    tellings,
)
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.searching import keep_incidents

RULED = Reason(
    rule="ruled",
    ar="حكم شخص، وسببه في القرارات، وإلى جانبه ما تقترحه القواعد",
    en="a person ruled, with a reason among the decisions; what the rules propose"
    " stands beside it",
)
"""Why a grade stands that no rule gave; the person's own words stay in the register."""

SOME = 1_500
"""Reports linked at a time: bounds the memory of a large ingest."""


def link_what_is_new(register: Register) -> int:
    """Bring the events of reports that are not in incidents yet into incidents.

    Returns:
        How many incidents stand.
    """
    while _link_some(register):
        pass
    return incidents.how_many()


def relink(register: Register, keys: Iterable[str]) -> tuple[Incident, ...]:
    """Form again the incidents in which these events stand, as after a decision."""
    with together():
        return _form(register, set(keys), known={})


def _link_some(register: Register) -> bool:
    """Link the first reports that wait; whether there were any."""
    with together():
        # Asked inside: another writer may have linked some of them just now.
        names = events.unlinked()[:SOME]
        if names:
            _link(register, names)
    return bool(names)


def _link(register: Register, names: Sequence[str]) -> None:
    before = events.incidents_of_reports(names)
    standing = _standing_near(before)
    new = {a.key: a for a in tellings(reports.readings(names))}
    facts = {key: facts_of(account) for key, account in new.items()}
    blocks = {key: keys_of(told) for key, told in facts.items()}
    mates = events.reports_in_blocks(frozenset().union(*blocks.values()))
    others = tellings(reports.readings(sorted(mates - set(names))))
    known = {**{a.key: a for a in others}, **new}
    events.replace_events(
        {k: (a.report_id, _kind(a), blocks[k]) for k, a in new.items()}, names
    )
    facts.update((a.key, facts_of(a)) for a in others if a.key not in facts)
    events.add_links(links_of(facts.values(), touching=new.keys()))
    touched = set(new) | set(standing)
    _form(register, touched, known=known, facts=facts, standing=standing)
    events.mark_linked(names)


def _standing_near(before: set[str]) -> dict[str, str]:
    """Give what stands in incidents, and in those beside which their reports may stand.

    Asked before a report is linked anew: its former links go with its former events.
    """
    if not before:
        return {}
    members = events.events_of_incidents(before)
    near = events.connected(members, least=LOOSE, decided=())
    return incidents.memberships(near)


def _kind(told: Account | Trace) -> str:
    return str(told.event.kind) if isinstance(told, Account) else TRACE


def _form(
    register: Register,
    touched: set[str],
    *,
    known: Mapping[str, Account | Trace],
    facts: Mapping[str, Facts] | None = None,
    standing: Mapping[str, str] | None = None,
) -> tuple[Incident, ...]:
    """Form the incidents that links connect with the events touched."""
    in_force = decisions.in_force()
    decided = [link for one in in_force for link in one.links()]
    keys = events.connected(touched, least=LOOSE, decided=decided)
    in_them = events.events_of_incidents(incidents.memberships(keys).values())
    concerned = keys | in_them
    before = {**(standing or {}), **incidents.memberships(concerned)}
    missing = events.names_of(concerned - known.keys())
    more = {a.key: a for a in tellings(reports.readings(missing))}
    wanted = {k: a for k, a in {**known, **more}.items() if k in concerned}
    links = tuple(events.links_among(wanted))
    found = link_block(wanted.values(), decided, links, facts=facts)
    settings = _settings(register)
    made = incidents_from(found, settings=settings)
    ruled = [ruled_on(one, in_force) for one in made]
    stand = incidents.replace_incidents(before, ruled)
    graded = _grade_exchanges(stand, before, settings)
    stand = tuple(graded.pop(one.id, one) for one in stand)
    keep_incidents(tuple(before.values()), (*stand, *graded.values()))
    body = {"incidents": len(stand), "digest": digest_of([i.id for i in stand])}
    record(Deed(act=Act.LINKED, subject="incidents", body=body), by=register.by)
    return stand


def _grade_exchanges(
    formed: Iterable[Incident], before: Iterable[str], settings: LinkingSettings
) -> dict[str, Incident]:
    """Grade again the shellings told by reports of incidents formed, or of former ones.

    Args:
        formed: incidents as they stand now, graded by their own voices.
        before: the events of the incidents in whose place they stand.
        settings: how incidents are graded.

    Returns:
        Those whose grade is another now, by id; not all of them are among those formed.
    """
    touched = {report_of(key) for key in before}.union(*map(reports_that_tell, formed))
    near = {one.id: one for one in incidents.told_by(touched, SHELLING)}
    farther = set[str]().union(*map(reports_that_tell, near.values())) - touched
    beside = {one.id: one for one in incidents.told_by(farther, SHELLING)}
    graded = {
        now.id: now
        for now in with_exchanges({**beside, **near}.values(), settings.grade)
        if now.id in near and now != near[now.id]
    }
    incidents.grade_again(tuple(graded.values()))
    return graded


def ruled_on(incident: Incident, in_force: Iterable[Decision]) -> Incident:
    """Lay what people ruled over what the rules propose; the last ruling stands.

    A ruling holds for the incident in which most of the events stand now that it was
    made of, so that it outlives reports that come later.
    """
    mine = set(incident.members)
    for one in in_force:
        about = {key for group in one.groups for key in group}
        if 2 * len(about & mine) <= len(about):
            continue
        if one.verdict is Verdict.GRADE:
            incident = replace(
                incident,
                grade=Grade(
                    code=Grading(one.value), reasons=(RULED,), version="person"
                ),
                computed=incident.computed or incident.grade,
            )
        elif one.verdict is Verdict.REVIEW:
            incident = replace(incident, review=Review(one.value))
    return incident


def _settings(register: Register) -> LinkingSettings:
    chosen = None if register.vague_counts == "none" else register.vague_counts
    return LinkingSettings(link=LinkSettings(vague_counts=chosen))
