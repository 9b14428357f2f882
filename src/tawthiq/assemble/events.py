"""Events: what a report tells, each with its values and their words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import cast

from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.joining import join
from tawthiq.assemble.kinds import kind_of, type_of
from tawthiq.assemble.telling import Telling, tellings
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.model.count import Range
from tawthiq.model.event import (
    Attribution,
    Casualty,
    EventReport,
    NamedVictim,
    Perpetrator,
    PlaceClaim,
    Struck,
    Weapon,
    When,
)
from tawthiq.model.span import Span
from tawthiq.model.vocabulary import (
    Blame,
    DateBasis,
    DatePrecision,
    EventStance,
    PlaceRole,
    Stance,
    Wording,
)


def assemble(scans: Sequence[Scan], *, published: date | None) -> tuple[EventReport, ...]:
    """Give the events of a report.

    Args:
        scans: its sentences with all that was found in them, dates resolved.
        published: the day of publication, to tell news from recall.
    """
    clusters = join(tellings(scans))
    return tuple(
        _event(c, f"e{n}", published=published) for n, c in enumerate(clusters, 1)
    )


def _event(cluster: Cluster, name: str, *, published: date | None) -> EventReport:
    when = _when(cluster)
    trigger, rule = _trigger(cluster.tellings[0])
    scan = cluster.tellings[0].scan
    return EventReport(
        id=name,
        kind=kind_of(cluster, when, published),
        type=type_of(cluster),
        stance=EventStance.ASSERTED,
        trigger=trigger,
        rule=rule,
        date=_date(when, scan) if when is not None else None,
        places=tuple(_places(cluster)),
        perpetrators=tuple(_perpetrators(cluster)),
        weapons=tuple(
            Weapon(code=h.code, span=_span(scan, h), rule=h.rule)
            for h in _distinct(cluster.of("weapon"), "code")
        ),
        struck=tuple(
            Struck(
                code=h.code,
                name=cast("str | None", h.values.get("name")),
                span=_span(scan, h),
                rule=h.rule,
            )
            for h in _distinct(cluster.of("struck"), "code")
        ),
        casualties=tuple(_casualties(cluster)),
        victims=tuple(
            NamedVictim(
                name=str(h.values["name"]),
                age=cast("float | None", h.values.get("age")),
                sex=cast("str | None", h.values.get("sex")),
                outcome=str(h.values.get("outcome") or "killed"),
                span=_span(scan, h),
                rule=h.rule,
            )
            for h in _distinct(cluster.of("person"), "name")
        ),
        attribution=tuple(_attribution(cluster)),
    )


def _span(scan: Scan, hit: Hit) -> Span:
    return scan.span(hit.start, hit.end)


def _trigger(telling: Telling) -> tuple[Span, str]:
    attacks = telling.of("attack")
    best = next((h for h in attacks if h.values["strength"] == "strong"), None)
    hit = best or next(iter(attacks or telling.of("casualty")))
    return _span(telling.scan, hit), hit.rule


def _distinct(hits: Iterable[Hit], key: str) -> Iterator[Hit]:
    seen: set[object] = set()
    for hit in hits:
        value = hit.values.get(key) or hit.code
        if value not in seen:
            seen.add(value)
            yield hit


def _when(cluster: Cluster) -> Hit | None:
    own = [h for h in cluster.of("date") if h.values.get("role") != "said"]
    return next((h for h in own if h.values.get("from")), next(iter(own), None))


def _date(hit: Hit, scan: Scan) -> When:
    return When(
        start=cast("date | None", hit.values.get("from")),
        end=cast("date | None", hit.values.get("to")),
        precision=DatePrecision(str(hit.values.get("precision") or "day")),
        basis=DateBasis(str(hit.values.get("basis") or "stated")),
        span=_span(scan, hit),
        rule=hit.rule,
    )


def _places(cluster: Cluster) -> Iterator[PlaceClaim]:
    for telling in cluster.tellings:
        for hit in telling.of("place"):
            yield PlaceClaim(
                role=PlaceRole(str(hit.values["role"])),
                name=str(hit.values["name"]),
                span=_span(telling.scan, hit),
                rule=hit.rule,
            )


def _perpetrators(cluster: Cluster) -> Iterator[Perpetrator]:
    scan = cluster.tellings[0].scan
    for hit in _distinct(cluster.of("actor"), "code"):
        if hit.values.get("position") not in {"target", "victim", "speaker", None}:
            yield Perpetrator(
                actor=hit.code, stance=Blame.ALLEGED, span=_span(scan, hit), rule=hit.rule
            )


def _casualties(cluster: Cluster) -> list[Casualty]:
    rows: list[Casualty] = []
    at: dict[int, int] = {}
    seen: set[tuple[object, ...]] = set()
    for telling in cluster.tellings:
        for hit in telling.of("casualty"):
            value = hit.values
            key = (value["outcome"], value["group"], value["low"], value["high"])
            if key in seen:
                continue
            seen.add(key)
            whole = value.get("part_of")
            at[hit.start] = len(rows)
            rows.append(
                Casualty(
                    outcome=str(value["outcome"]),
                    group=str(value["group"]),
                    range=Range(
                        low=cast("int | None", value["low"]),
                        high=cast("int | None", value["high"]),
                        wording=Wording(str(value["wording"])),
                    ),
                    part_of=at.get(cast("int", whole)) if whole is not None else None,
                    span=_span(telling.scan, hit),
                    rule=hit.rule,
                )
            )
    return rows


def _attribution(cluster: Cluster) -> Iterator[Attribution]:
    scan = cluster.tellings[0].scan
    for hit in _distinct(cluster.of("source"), "name"):
        yield Attribution(
            name=str(hit.values["name"]),
            kind=str(hit.values["kind"]),
            channel=cast("str | None", hit.values.get("channel")),
            stance=Stance(str(hit.values.get("stance") or "asserts")),
            via=cast("str | None", hit.values.get("via")),
            span=_span(scan, hit),
            rule=hit.rule,
        )
