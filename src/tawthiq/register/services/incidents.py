"""Incidents as they stand: permanent ids, views of claims, redirects."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from django.db import transaction

from tawthiq.errors import RegisterError
from tawthiq.model.incident import Incident
from tawthiq.model.record import from_plain, to_plain
from tawthiq.register.models import IncidentRow, MembershipRow

PAGE = 500


def all_incidents() -> Iterator[Incident]:
    """Give every incident that stands, by day, then code."""
    rows = IncidentRow.objects.filter(merged_into=None, withdrawn=False).order_by(
        "day", "code"
    )
    for row in rows.iterator(PAGE):
        yield _incident(row)


def how_many() -> int:
    """Count the incidents that stand."""
    return IncidentRow.objects.filter(merged_into=None, withdrawn=False).count()


def incident(name: str) -> Incident:
    """Give an incident by its id, a former id, its code or the start of its id.

    Raises:
        RegisterError: there is none of that name, or more than one.
    """
    rows = list(IncidentRow.objects.filter(pk=name)) or list(
        IncidentRow.objects.filter(code=name)
    )
    if not rows and len(name) >= len("abcdef"):
        rows = list(IncidentRow.objects.filter(pk__startswith=name)[:2])
    if len(rows) != 1:
        raise RegisterError(
            ar="لا واقعة بهذا الاسم" if not rows else "أكثر من واقعة بهذا الاسم",
            en="there is no such incident"
            if not rows
            else "more than one incident has that name",
            where=name,
            remedy_ar="اعرض الأسماء: tawthiq incidents",
            remedy_en="list their names with tawthiq incidents",
        )
    row = rows[0]
    while row.merged_into is not None:
        row = row.merged_into
    return _incident(row)


def memberships(events: Iterable[str]) -> dict[str, str]:
    """Say in which incident each of these events stands; nowhere: left out."""
    keys = sorted(events)
    found: dict[str, str] = {}
    for at in range(0, len(keys), PAGE):
        rows = MembershipRow.objects.filter(event__in=keys[at : at + PAGE])
        found.update(rows.values_list("event_id", "incident_id"))
    return found


def replace_incidents(
    before: Mapping[str, str], standing: Sequence[Incident]
) -> tuple[Incident, ...]:
    """Put incidents in the place of those in which their events stood before.

    An incident keeps the id of that former one with which it shares most events; a
    former one that is nobody's any more redirects to the incident that took most of
    its events. Ids are never given twice.

    Args:
        before: by event, the incident in which it stood; all members of every
            incident concerned.
        standing: the incidents that stand now; each event in at most one.

    Returns:
        The incidents under the ids and codes that they stand under.
    """
    shared = Counter(
        (at, before[key])
        for at, one in enumerate(standing)
        for key in one.members
        if key in before
    )
    ranked = sorted(shared, key=lambda pair: (-shared[pair], pair[1], pair[0]))
    kept: dict[int, str] = {}
    for at, former in ranked:
        if at not in kept and former not in kept.values():
            kept[at] = former
    with transaction.atomic():
        _empty(set(before.values()))
        made = [_stand(one, kept.get(at)) for at, one in enumerate(standing)]
        for at, former in ranked:
            if former not in kept.values():
                _redirect(former, made[at].id)
                kept[-1 - len(kept)] = former
        _withdraw(set(before.values()) - set(kept.values()))
    return tuple(made)


def _empty(incidents: set[str]) -> None:
    for row in IncidentRow.objects.filter(pk__in=incidents):
        row.members.all().delete()
        # Codes are given anew: those who keep theirs take them back first.
        row.former_code, row.code = row.code, None
        row.save()


def _stand(incident: Incident, former: str | None) -> Incident:
    row = IncidentRow.objects.filter(pk=former).first() if former else None
    if row is None:
        row = IncidentRow(pk=_free_id(incident.id))
    code = _free_code(incident.code)
    aliases = _aliases(row, code)
    made = replace(incident, id=row.pk, code=code, aliases=aliases)
    row.code = code
    row.content = json.dumps(to_plain(made), ensure_ascii=False)
    row.day = made.date.start if made.date else None
    row.merged_into = None
    row.save()
    MembershipRow.objects.bulk_create(
        MembershipRow(event_id=key, incident=row) for key in made.members
    )
    return made


def _aliases(row: IncidentRow, code: str) -> tuple[str, ...]:
    """Give the former ids and codes of an incident, and of those merged into it."""
    known = set(_incident(row).aliases) if row.content else set()
    known |= {row.former_code} if row.former_code else set()
    for merged in IncidentRow.objects.filter(merged_into=row.pk):
        known |= {merged.pk, *(_incident(merged).aliases)}
    return tuple(sorted(known - {code, row.pk}))


def _redirect(former: str, heir: str) -> None:
    IncidentRow.objects.filter(pk=former).update(merged_into=heir, code=None)
    row = IncidentRow.objects.get(pk=heir)
    told = _incident(row)
    aliases = _aliases(row, told.code)
    row.content = json.dumps(
        to_plain(replace(told, aliases=aliases)), ensure_ascii=False
    )
    row.save()


def _withdraw(incidents: set[str]) -> None:
    """Keep the ids of incidents that no claim bears any more; they stand no longer."""
    IncidentRow.objects.filter(pk__in=incidents).update(withdrawn=True)


def _free_id(wanted: str) -> str:
    taken = IncidentRow.objects.filter(pk__startswith=wanted).count()
    return f"{wanted}-{taken + 1}" if taken else wanted


def _free_code(wanted: str) -> str:
    found = IncidentRow.objects.filter(code__startswith=wanted)
    taken = set(found.values_list("code", flat=True))
    numbers = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(c for c in numbers if c not in taken)


def _incident(row: IncidentRow) -> Incident:
    return from_plain(Incident, json.loads(row.content))
