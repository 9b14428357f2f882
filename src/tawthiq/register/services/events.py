"""Events of standing readings as linking needs them: blocks, links, what is touched."""

import json
from collections.abc import Iterable, Mapping, Sequence
from json import JSONEncoder

from django.db.models import Q

from tawthiq.model.link import Judgement, Link
from tawthiq.register.models import BlockRow, EventRow, LinkRow, StandingRow
from tawthiq.register.services.many_rows import add_rows
from tawthiq.register.services.together import together

MANY = 900
"""Values in one question: SQLite takes at most 999 by default."""


def unlinked() -> list[str]:
    """Name the reports whose standing reading is not in incidents yet, by their days.

    Reports of one event are published about one time: linked some at a time in another
    order, each share of them would have most of those before to be read again.
    """
    waiting = StandingRow.objects.filter(linked=False)
    rows = waiting.order_by("report__published", "name")
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


def keys_of_reports(names: Sequence[str]) -> set[str]:
    """Name the events and traces of these reports."""
    found: set[str] = set()
    for some in _parts(names):
        rows = EventRow.objects.filter(name__in=some)
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
        add_rows(
            BlockRow,
            ("event_id", "key"),
            (
                (key, block)
                for key, (_, _, blocks) in events.items()
                for block in sorted(blocks)
            ),
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
    told = JSONEncoder(ensure_ascii=False).encode
    add_rows(
        LinkRow,
        ("left_id", "right_id", "judgement", "score", "parts"),
        (
            (link.left, link.right, str(link.judgement), link.score, told(link.parts))
            for link in links
        ),
        passing_over=True,
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


def links_among(keys: Iterable[str], *, with_parts: bool = False) -> list[Link]:
    """Give the links kept between these events.

    Args:
        keys: the events.
        with_parts: give the parts of the scores too, which forming does not ask for.
    """
    known = set(keys)
    columns = ("left_id", "right_id", "judgement", "score")
    asked = (*columns, "parts") if with_parts else columns
    return [
        Link(
            left=left,
            right=right,
            judgement=Judgement(judgement),
            score=score,
            parts=tuple((str(n), float(v)) for n, v in json.loads(*parts))
            if parts
            else (),
        )
        for some in _parts(sorted(known))
        for left, right, judgement, score, *parts in LinkRow.objects.filter(
            left__in=some
        ).values_list(*asked)
        if right in known
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


def _parts(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[at : at + MANY] for at in range(0, len(values), MANY))
