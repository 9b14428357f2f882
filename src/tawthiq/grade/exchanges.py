"""Exchanges of fire: shelling that is disputed at one place of a day and told at others.

Where two sides shell each other, a report tells of the villages hit in one breath, and
who fired on which is told of some and taken for granted of others. So a shelling that
is laid at one door is contested where a report of it tells of another shelling of that
day too, over whose author voices differ, the one accused here among those accused
there. Of air strikes that does not hold: whose aircraft it was is seen.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from tawthiq.grade.grades import FALLBACK, OVERRULED, reason_of, rules_in_order
from tawthiq.grade.settings import GradeSettings
from tawthiq.lang.conventions import related
from tawthiq.model.incident import Grade, Grading, Incident, Reason, report_of

RULE = "rivals_in_exchange"
RIVAL_ACTORS = "rival_actors"
SHELLING = "shelling"


def with_exchanges(
    incidents: Iterable[Incident], settings: GradeSettings | None = None
) -> Iterator[Incident]:
    """Grade incidents by one another too, as far as they are of one exchange of fire.

    Args:
        incidents: those graded; each is held against those that share a report with it.
        settings: which of the rules apply; all where None.

    Returns:
        Each of them in order, the grade that the rules propose made anew. What was
        found so before is forgotten first, so that asking twice changes nothing.
    """
    asked = settings or GradeSettings()
    alone = [_graded(one, _alone(_proposed(one))) for one in incidents]
    if RULE in asked.without:
        yield from alone
        return
    disputed = _disputed(alone)
    for one in alone:
        found = _reason(one, disputed) if _may_be_doubted(one) else None
        yield one if found is None else _graded(one, _doubted(_proposed(one), found))


def rests_on_others(incident: Incident) -> bool:
    """Tell whether other incidents have a part in an incident's grade."""
    return _rule(incident) == RULE


def reports_that_tell(incident: Incident) -> frozenset[str]:
    """Name the reports from which events or traces stand in an incident."""
    return frozenset(map(report_of, incident.members))


def _proposed(incident: Incident) -> Grade:
    """Give what the rules propose, whatever a person ruled."""
    return incident.computed or incident.grade


def _rule(incident: Incident) -> str:
    """Name the rule that decides what the rules propose; the fallback where none did."""
    reasons = _proposed(incident).reasons
    return reasons[0].rule if reasons else FALLBACK


def _graded(incident: Incident, grade: Grade) -> Incident:
    if incident.computed is None:
        return replace(incident, grade=grade)
    return replace(incident, computed=grade)


def _alone(grade: Grade) -> Grade:
    """Give a grade as an incident's own voices have it."""
    found, *before = grade.reasons or (None,)
    if found is None or found.rule != RULE:
        return grade
    first, *others = before
    rule = first.rule.removeprefix(OVERRULED)
    return replace(
        grade,
        code=Grading(rules_in_order()[rule]),
        reasons=(replace(first, rule=rule), *others),
    )


def _doubted(grade: Grade, found: Reason) -> Grade:
    first, *others = grade.reasons
    overruled = replace(first, rule=f"{OVERRULED}{first.rule}")
    code = Grading(rules_in_order()[RULE])
    return replace(grade, code=code, reasons=(found, overruled, *others))


def _disputed(
    incidents: Iterable[Incident],
) -> Mapping[tuple[str, date], list[Incident]]:
    """Give the shellings over whose author voices differ, by report and day."""
    found: dict[tuple[str, date], list[Incident]] = {}
    for one in incidents:
        day = _day(one)
        if day is not None and _rule(one) == RIVAL_ACTORS:
            for report in reports_that_tell(one):
                found.setdefault((report, day), []).append(one)
    return found


def _day(incident: Incident) -> date | None:
    """Give the day of a shelling; None of anything else."""
    if SHELLING not in incident.event_types or incident.date is None:
        return None
    return incident.date.start


def _may_be_doubted(incident: Incident) -> bool:
    """Tell whether the rule that decided comes after this one, and found harm."""
    order, decided = list(rules_in_order()), _rule(incident)
    return decided != FALLBACK and order.index(decided) > order.index(RULE)


def _reason(
    incident: Incident, disputed: Mapping[tuple[str, date], list[Incident]]
) -> Reason | None:
    """Give why an incident is doubted: who is blamed beside it, and by which claims."""
    day = _day(incident)
    blamed = frozenset(incident.belligerents)
    if day is None or not blamed:
        return None
    beside = {
        other.id: other
        for report in reports_that_tell(incident)
        for other in disputed.get((report, day), ())
        if _is_open_between(blamed, frozenset(other.belligerents))
    }
    if not beside:
        return None
    actors = {actor for other in beside.values() for actor in other.belligerents}
    claims = {c for o in beside.values() for c in _proposed(o).reasons[0].claims}
    return reason_of(RULE, actors=actors, many=len(beside), claims=claims)


def _is_open_between(blamed: frozenset[str], accused: frozenset[str]) -> bool:
    """Tell whether those blamed are accused with somebody who does not answer for them."""
    return blamed < accused and any(
        not related(one, other) for one in blamed for other in accused - blamed
    )
