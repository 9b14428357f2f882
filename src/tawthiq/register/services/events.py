"""Events of standing readings as linking needs them: blocks, links, what is touched."""

import json
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q

from tawthiq.model.link import Judgement, Link
from tawthiq.register.models import BlockRow, EventRow, LinkRow, StandingRow
from tawthiq.register.services.together import together

MANY = 900
"""Values in one question: SQLite takes at most 999 by default."""


def unlinked() -> list[str]:
    """Name the reports whose standing reading is not in incidents yet, in order."""
    rows = StandingRow.objects.filter(linked=False).order_by("name")
    return list(rows.values_list("name", flat=True))


def incidents_of_reports(names: Sequence[str]) -> set[str]:
    """Name the incidents in which events of these reports stand now."""
    found: set[str] = set()
    for some in _parts(names):
        rows = EventRow.objects.filter(name__in=some, membership__isnull=False)
        found.update(rows.values_list("membership__incident", flat=True))
    return found


def events_of_incidents(incidents: Iterable[str]) -> set[str]:
    """Name the events that stand in these incidents."""
    found: set[str] = set()
    for some in _parts(sorted(incidents)):
        rows = EventRow.objects.filter(membership__incident__in=some)
        found.update(rows.values_list("key", flat=True))
    return found


def replace_events(
    events: Mapping[str, tuple[str, str, frozenset[str]]], names: Sequence[str]
) -> None:
    """Put the events of reports in the place of those from earlier readings.

    Args:
        events: by key: the report's name, the kind, and the keys of its blocks.
        names: the reports, those without events among them.
    """
    with together():
        readings: dict[str, int] = {}
        for some in _parts(names):
            EventRow.objects.filter(name__in=some).delete()
            rows = StandingRow.objects.filter(name__in=some)
            readings.update(rows.values_list("name", "reading_id"))
        EventRow.objects.bulk_create(
            EventRow(key=key, name=name, reading_id=readings[name], kind=kind)
            for key, (name, kind, _) in events.items()
        )
        BlockRow.objects.bulk_create(
            BlockRow(event_id=key, key=block)
            for key, (_, _, blocks) in events.items()
            for block in sorted(blocks)
        )


def reports_in_blocks(blocks: Iterable[str]) -> set[str]:
    """Name the reports that have an event in one of these blocks."""
    found: set[str] = set()
    for some in _parts(sorted(blocks)):
        rows = EventRow.objects.filter(blocks__key__in=some)
        found.update(rows.values_list("name", flat=True))
    return found


def add_links(links: Sequence[Link]) -> None:
    """Keep links that were found."""
    LinkRow.objects.bulk_create(
        (
            LinkRow(
                left_id=link.left,
                right_id=link.right,
                judgement=link.judgement,
                score=link.score,
                parts=json.dumps(link.parts, ensure_ascii=False),
            )
            for link in links
        ),
        ignore_conflicts=True,
        batch_size=500,
    )


def connected(
    keys: Iterable[str], *, least: float, decided: Sequence[Link]
) -> set[str]:
    """Give the events that links of at least this score connect with some of these."""
    joined: dict[str, set[str]] = {}
    for link in decided:
        if link.judgement is Judgement.POSITIVE:
            joined.setdefault(link.left, set()).add(link.right)
            joined.setdefault(link.right, set()).add(link.left)
    found, edge = set(keys), set(keys)
    while edge:
        reached: set[str] = set()
        for some in _parts(sorted(edge)):
            rows = LinkRow.objects.filter(
                Q(left__in=some) | Q(right__in=some), score__gte=least
            )
            for pair in rows.values_list("left_id", "right_id"):
                reached.update(pair)
        for key in edge:
            reached |= joined.get(key, set())
        edge = reached - found
        found |= edge
    return found


def links_among(keys: Iterable[str]) -> list[Link]:
    """Give the links kept between these events."""
    known = set(keys)
    return [
        link
        for some in _parts(sorted(known))
        for row in LinkRow.objects.filter(left__in=some)
        if (link := _link(row)).right in known
    ]


def names_of(keys: Iterable[str]) -> list[str]:
    """Name the reports that tell these events, in order."""
    found: set[str] = set()
    for some in _parts(sorted(keys)):
        rows = EventRow.objects.filter(key__in=some)
        found.update(rows.values_list("name", flat=True))
    return sorted(found)


def mark_linked(names: Sequence[str]) -> None:
    """Note that the standing readings of these reports are in incidents."""
    for some in _parts(names):
        StandingRow.objects.filter(name__in=some).update(linked=True)


def _link(row: LinkRow) -> Link:
    return Link(
        left=row.left_id,
        right=row.right_id,
        judgement=Judgement(row.judgement),
        score=row.score,
        parts=tuple((str(n), float(v)) for n, v in json.loads(row.parts)),
    )


def _parts(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[at : at + MANY] for at in range(0, len(values), MANY))
