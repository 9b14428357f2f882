"""Incidents as they stand: permanent ids, views of claims, redirects."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tawthiq.errors import RegisterError
from tawthiq.model.incident import Incident
from tawthiq.model.record import from_plain, to_plain
from tawthiq.register.models import CodeRow, IncidentRow, MembershipRow
from tawthiq.register.services import catalogue
from tawthiq.register.services.codes import Codes
from tawthiq.register.services.many_rows import add_rows
from tawthiq.register.services.together import together

PAGE = 500


def all_incidents() -> Iterator[Incident]:
    """Give every incident that stands, by day, then code."""
    rows = IncidentRow.objects.filter(merged_into=None, withdrawn=False).order_by(
        "day", "code"
    )
    for row in rows.iterator(PAGE):
        yield incident_of(row)


def how_many() -> int:
    """Count the incidents that stand."""
    return IncidentRow.objects.filter(merged_into=None, withdrawn=False).count()


def incident(name: str) -> Incident:
    """Give an incident by its id, a former id, its code or the start of its id.

    Raises:
        RegisterError: there is none of that name, or more than one.
    """
    rows = list(IncidentRow.objects.filter(pk=name)) or list(
        IncidentRow.objects.filter(codes__code=name)
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
    return incident_of(row)


def memberships(events: Iterable[str]) -> dict[str, str]:
    """Say in which incident each of these events stands; nowhere: left out."""
    keys = sorted(events)
    found: dict[str, str] = {}
    for at in range(0, len(keys), PAGE):
        rows = MembershipRow.objects.filter(event__in=keys[at : at + PAGE])
        found.update(rows.values_list("event_id", "incident_id"))
    return found


def told_by(reports: Iterable[str], event_type: str) -> tuple[Incident, ...]:
    """Give the incidents of a type in which events of these reports stand, by id."""
    names, found = sorted(set(reports)), set[str]()
    for at in range(0, len(names), PAGE):
        rows = MembershipRow.objects.filter(event__name__in=names[at : at + PAGE])
        of_type = rows.filter(
            incident__catalogue__types__contains=catalogue.barred((event_type,))
        )
        found.update(of_type.values_list("incident_id", flat=True))
    return tuple(incident_of(row) for _, row in sorted(_rows(found).items()))


def grade_again(graded: Sequence[Incident]) -> None:
    """Let incidents that stand say their grade anew; nothing else of them changes."""
    with together():
        rows = _rows(one.id for one in graded)
        for one in graded:
            _told(rows[one.id], one).save()
        catalogue.keep(graded)


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
    led: set[str] = set()
    for at, former in ranked:
        if at not in kept and former not in led:
            kept[at] = former
            led.add(former)
    with together():
        _empty(set(before.values()))
        made = _stand_all(standing, kept)
        heirs: set[str] = set()
        for at, former in ranked:
            if former not in led:
                _redirect(former, made[at].id)
                led.add(former)
                heirs.add(made[at].id)
        _withdraw(set(before.values()) - led)
        # Read again: those that others were merged into have more aliases by now.
        grown = {name: incident_of(row) for name, row in _rows(heirs).items()}
        catalogue.drop(before.values())
        catalogue.keep(made)
        return tuple(grown.get(one.id, one) for one in made)


def add_published(published: Sequence[Incident]) -> int:
    """Add incidents that others published, as they published them; give how many.

    They rest on no claim of ours and are linked with nothing. One whose id is here
    already is passed over. Faults of the table, a code given twice among them, are
    kept for `check` to name.
    """
    with together():
        ids = [one.id for one in published]
        known: set[str] = set()
        for at in range(0, len(ids), PAGE):
            rows = IncidentRow.objects.filter(pk__in=ids[at : at + PAGE])
            known.update(rows.values_list("pk", flat=True))
        fresh = {one.id: one for one in published if one.id not in known}
        IncidentRow.objects.bulk_create(
            (
                IncidentRow(
                    pk=one.id,
                    code=one.code,
                    content=json.dumps(to_plain(one), ensure_ascii=False),
                    day=one.date.start if one.date else None,
                )
                for one in fresh.values()
            ),
            batch_size=PAGE,
        )
        CodeRow.objects.bulk_create(
            (CodeRow(code=one.code, incident_id=one.id) for one in fresh.values()),
            ignore_conflicts=True,
            batch_size=PAGE,
        )
        catalogue.keep(tuple(fresh.values()))
    return len(fresh)


def names_here(names: Iterable[str]) -> set[str]:
    """Give which of these are an id or a code, former codes too, of an incident here."""
    asked = sorted(set(names))
    known: set[str] = set()
    for at in range(0, len(asked), PAGE):
        some = asked[at : at + PAGE]
        rows = IncidentRow.objects.filter(pk__in=some)
        known.update(rows.values_list("pk", flat=True))
        codes = CodeRow.objects.filter(code__in=some)
        known.update(codes.values_list("code", flat=True))
    return known


def _empty(incidents: set[str]) -> None:
    MembershipRow.objects.filter(incident__in=incidents).delete()


def _stand_all(standing: Sequence[Incident], kept: Mapping[int, str]) -> list[Incident]:
    """Let incidents stand; ``kept`` says which take the id of a former one.

    Most are new, and are written all at once.
    """
    known = _rows(kept.get(at, one.id) for at, one in enumerate(standing))
    codes = Codes(one.code for one in standing)
    made: list[Incident] = []
    fresh: list[IncidentRow] = []
    for at, one in enumerate(standing):
        row = known.get(kept[at]) if at in kept else _parted(known.get(one.id))
        name = one.id if row is None else row.pk
        code = codes.take(name, one.code)
        aliases = _aliases(row, code) if row is not None else ()
        made.append(replace(one, id=name, code=code, aliases=aliases))
        if row is None:
            fresh.append(_told(IncidentRow(pk=name), made[-1]))
        else:
            _told(row, made[-1]).save()
    IncidentRow.objects.bulk_create(fresh, batch_size=PAGE)
    add_rows(CodeRow, ("code", "incident_id"), codes.given.items())
    members = ((key, one.id) for one in made for key in one.members)
    add_rows(MembershipRow, ("event_id", "incident_id"), members)
    return made


def _rows(names: Iterable[str]) -> dict[str, IncidentRow]:
    """Give the rows of those ids that were given before."""
    asked = sorted(set(names))
    found: dict[str, IncidentRow] = {}
    for at in range(0, len(asked), PAGE):
        found.update(IncidentRow.objects.in_bulk(asked[at : at + PAGE]))
    return found


def _parted(row: IncidentRow | None) -> IncidentRow | None:
    """Give the row of an id that stands no longer; another one if it does.

    An incident that was merged and is parted again takes back its own id.
    """
    if row is None or row.merged_into_id is not None or row.withdrawn:
        return row
    taken = IncidentRow.objects.filter(pk__startswith=row.pk).count()
    return IncidentRow.objects.create(pk=f"{row.pk}-{taken + 1}")


def _told(row: IncidentRow, incident: Incident) -> IncidentRow:
    """Let a row say what an incident that stands says."""
    row.code = incident.code
    row.content = json.dumps(to_plain(incident), ensure_ascii=False)
    row.day = incident.date.start if incident.date else None
    row.merged_into = None
    row.withdrawn = False
    return row


def _aliases(row: IncidentRow, code: str) -> tuple[str, ...]:
    """Give the former ids and codes of an incident, and of those merged into it."""
    known = set(row.codes.values_list("code", flat=True))
    for merged in IncidentRow.objects.filter(merged_into=row.pk):
        known |= {merged.pk, *merged.codes.values_list("code", flat=True)}
    return tuple(sorted(known - {code}))


def _redirect(former: str, heir: str) -> None:
    # Those that led to the former one lead to its heir in one step.
    IncidentRow.objects.filter(merged_into=former).update(merged_into=heir)
    IncidentRow.objects.filter(pk=former).update(merged_into=heir)
    row = IncidentRow.objects.get(pk=heir)
    told = replace(incident_of(row), aliases=_aliases(row, row.code))
    row.content = json.dumps(to_plain(told), ensure_ascii=False)
    row.save()


def _withdraw(incidents: set[str]) -> None:
    """Keep the ids of incidents that no claim bears any more; they stand no longer."""
    IncidentRow.objects.filter(pk__in=incidents).update(withdrawn=True)


def incident_of(row: IncidentRow) -> Incident:
    """Give the incident that a row keeps."""
    return from_plain(Incident, json.loads(row.content))
