"""Restrictions: reports and incidents that reviewers alone see, and those named.

A restriction is kept with who set it and why; one that was lifted stays. What it takes
along is said in one place, `hidden_by`; who asks, in `sight`; what may leave, in
`letting_out`.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import models

from tawthiq.errors import OptionError
from tawthiq.grade.exchanges import SHELLING, rests_on_others
from tawthiq.model.custody import Act
from tawthiq.model.incident import report_of
from tawthiq.register.models import IncidentRow, MembershipRow
from tawthiq.register.services.incidents import told_by
from tawthiq.register.services.ledger import Deed, append, now
from tawthiq.register.services.together import together

REPORT, INCIDENT = "report", "incident"


class Restriction(models.Model):
    """A report or an incident that is not for everybody.

    ``members`` are the events of an incident when it was restricted, as JSON: where it
    is split or merged, they stay restricted. ``people`` see it beside reviewers.
    """

    kind = models.CharField(max_length=10)
    reference = models.TextField(db_index=True)
    members = models.TextField(default="[]")
    by = models.TextField()
    at = models.CharField(max_length=40)
    reason = models.TextField()
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="restrictions_seen"
    )
    lifted_by = models.TextField(default="")
    lifted_at = models.CharField(max_length=40, default="")

    class Meta:
        """The desk's own table."""

        app_label = "desk"


def restriction_of(kind: str, reference: str) -> Restriction | None:
    """Give the restriction of a report or an incident that holds."""
    holding = Restriction.objects.filter(kind=kind, reference=reference, lifted_at="")
    return holding.order_by("pk").last()


def restrict(
    kind: str, reference: str, people: Iterable[int], *, by: str, reason: str
) -> Restriction:
    """Restrict a report or an incident; what held before ends.

    Raises:
        OptionError: no reason is given.
    """
    if not reason.strip():
        raise OptionError(
            ar="لا تقييد بلا سبب",
            en="nothing is restricted without a reason",
            remedy_ar="اكتب السبب",
            remedy_en="say why",
        )
    members: list[str] = []
    if kind == INCIDENT:
        held = MembershipRow.objects.filter(incident=reference)
        members = sorted(held.values_list("event_id", flat=True))
    at = now()
    with together():
        _lift(kind, reference, by=by, at=at)
        made = Restriction.objects.create(
            kind=kind,
            reference=reference,
            members=json.dumps(members, ensure_ascii=False),
            by=by,
            at=at,
            reason=reason.strip(),
        )
        made.people.set(people)
        _note(made, "restricted", by=by, at=at)
    return made


def lift(kind: str, reference: str, *, by: str) -> None:
    """Let everybody see a report or an incident again."""
    at = now()
    with together():
        _lift(kind, reference, by=by, at=at)


def _lift(kind: str, reference: str, *, by: str, at: str) -> None:
    for one in Restriction.objects.filter(kind=kind, reference=reference, lifted_at=""):
        one.lifted_by, one.lifted_at = by, at
        one.save(update_fields=["lifted_by", "lifted_at"])
        _note(one, "lifted", by=by, at=at)


def _note(one: Restriction, deed: str, *, by: str, at: str) -> None:
    """Tell the ledger; the reason stays in the desk, since it may name a person."""
    body = {"deed": deed, "kind": one.kind, "reference": one.reference}
    append(
        [Deed(act=Act.DECIDED, subject=f"restriction:{one.pk}", body=body)],
        by=by,
        at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What restrictions hide: incidents by id, reports by name."""

    incidents: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()


def hidden_by(held: Iterable[Restriction]) -> Hidden:
    """Name what restrictions hide.

    A restricted incident hides what it became and the reports that tell of it; a hidden
    report hides every incident that rests on it, for that one shows its words.
    """
    told = list(held)
    own = {one.reference for one in told if one.kind == INCIDENT}
    events = {
        k for one in told if one.kind == INCIDENT for k in json.loads(one.members)
    }
    reports = {one.reference for one in told if one.kind == REPORT}
    reports |= set(map(report_of, events))
    reports |= _told_of("event__name", "incident", own | _heirs(own))
    incidents = own | _told_of("incident_id", "event_id", events)
    incidents |= _told_of("incident_id", "event__name", reports)
    incidents |= _resting_on(incidents)
    return Hidden(
        incidents=frozenset(incidents | _heirs(incidents)), reports=frozenset(reports)
    )


def _resting_on(incidents: set[str]) -> set[str]:
    """Name the incidents whose grade may rest on these, with which they share a report."""
    reports = _told_of("event__name", "incident_id", incidents)
    return {one.id for one in told_by(reports, SHELLING) if rests_on_others(one)}


def _told_of(wanted: str, column: str, values: set[str]) -> set[str]:
    """Give one column of the memberships whose other column holds one of the values."""
    found: set[str] = set()
    for some in _some(values):
        rows = MembershipRow.objects.filter(**{f"{column}__in": some})
        found |= set(rows.values_list(wanted, flat=True))
    return found


def _heirs(names: set[str]) -> set[str]:
    """Name the incidents that these were merged into, at whatever remove."""
    found: set[str] = set()
    last = set(names)
    while last:
        rows = IncidentRow.objects.filter(pk__in=last).exclude(merged_into=None)
        last = {str(one) for one in rows.values_list("merged_into", flat=True)} - found
        found |= last
    return found


def merged_into(names: Collection[str]) -> frozenset[str]:
    """Name the incidents that became part of these, at whatever remove."""
    found: set[str] = set()
    last = set(names)
    while last:
        past = set[str]()
        for some in _some(last):
            rows = IncidentRow.objects.filter(merged_into__in=some)
            past |= set(rows.values_list("pk", flat=True))
        last = past - found
        found |= last
    return frozenset(found)


def _some(values: set[str], size: int = 500) -> Iterable[list[str]]:
    ranked = sorted(values)
    return (ranked[at : at + size] for at in range(0, len(ranked), size))
