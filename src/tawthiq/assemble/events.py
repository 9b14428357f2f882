"""Events: what a report tells, each with its values and their words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tawthiq.assemble.at_large import blamed_at_large
from tawthiq.assemble.attribution import attributions_of, disowners_of
from tawthiq.assemble.confidence import confident
from tawthiq.assemble.dates import date_of, dates_of
from tawthiq.assemble.event_types import types_of
from tawthiq.assemble.evidence import Cluster, is_strong, is_wired
from tawthiq.assemble.harm import casualties_of, victims_of
from tawthiq.assemble.headlines import share_out
from tawthiq.assemble.joining import join
from tawthiq.assemble.kinds import kinds_of
from tawthiq.assemble.means import struck_of, weapons_of
from tawthiq.assemble.perpetrators import perpetrators_beside
from tawthiq.assemble.places import lent_places, places_of
from tawthiq.assemble.telling import Telling, tellings
from tawthiq.assemble.wire_events import MODEL, worth_telling
from tawthiq.assemble.wire_surroundings import Surroundings
from tawthiq.assemble.wire_values import weighed
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.model.event import Attribution, EventReport, Perpetrator, PlaceClaim
from tawthiq.model.vocabulary import EventKind, EventStance, Stance
from tawthiq.weigh.linear import load_model


def assemble(
    scans: Sequence[Scan], *, published: date | None
) -> tuple[EventReport, ...]:
    """Give the events of a report.

    Args:
        scans: its sentences with all that was found in them, dates resolved.
        published: the day of publication, to tell news from recall.
    """
    return blamed_at_large(confident(*assembled(scans, published=published)), scans)


def assembled(
    scans: Sequence[Scan], *, published: date | None
) -> tuple[list[EventReport], list[Cluster]]:
    """Give the events of a report before they are weighed, each with its tellings."""
    return assembled_of(join(tellings(scans), scans), scans, published=published)


def assembled_of(
    joined: Sequence[Cluster], scans: Sequence[Scan], *, published: date | None
) -> tuple[list[EventReport], list[Cluster]]:
    """Give the events that tellings joined so make, each with its tellings.

    Those of a wire in capitals are weighed value by value (``wire_values``), then each
    as a whole (``wire_events``).

    Args:
        joined: the tellings of each event, in the order of the report.
        scans: the sentences of the report, dates resolved.
        published: the day of publication.
    """
    events, clusters = ruled_of(joined, scans, published=published)
    if is_wired(scans):
        events = weighed(events, clusters, Surroundings(scans))
        return worth_telling(events, clusters, model=load_model(MODEL))
    return events, clusters


def ruled_of(
    joined: Sequence[Cluster], scans: Sequence[Scan], *, published: date | None
) -> tuple[list[EventReport], list[Cluster]]:
    """Give what `assembled_of` does as the rules make it, wires too.

    Args:
        joined: the tellings of each event, in the order of the report.
        scans: the sentences of the report, dates resolved.
        published: the day of publication.
    """
    clusters = share_out(joined)
    whens = dates_of(clusters, scans, published=published)
    lent = lent_places(scans) if len(clusters) == 1 else []
    types = types_of(clusters)
    sources = attributions_of([c.tellings for c in clusters], scans)
    shared = zip(
        kinds_of(clusters, whens, published=published),
        types,
        whens,
        [tuple(places_of(c, lent)) for c in clusters],
        perpetrators_beside(clusters, types),
        sources,
        _stances(sources, scans),
        strict=True,
    )
    events = [
        _event(cluster, index, _Shared(*values))
        for index, (cluster, values) in enumerate(zip(clusters, shared, strict=True), 1)
    ]
    return events, clusters


class _Shared(NamedTuple):
    """The values of an event that are weighed against the report's other events."""

    kind: EventKind
    type: str
    when: Hit | None
    places: tuple[PlaceClaim, ...]
    perpetrators: tuple[Perpetrator, ...]
    attribution: tuple[Attribution, ...]
    stance: EventStance


def _event(cluster: Cluster, number: int, shared: _Shared) -> EventReport:
    trigger = _trigger(cluster.tellings[0])
    when = shared.when
    return EventReport(
        id=f"e{number}",
        kind=shared.kind,
        type=shared.type,
        stance=shared.stance,
        trigger=cluster.span(trigger),
        rule=trigger.rule,
        date=date_of(when, cluster) if when is not None else None,
        places=shared.places,
        perpetrators=shared.perpetrators,
        weapons=tuple(weapons_of(cluster, shared.type)),
        struck=tuple(struck_of(cluster)),
        casualties=tuple(casualties_of(cluster)),
        victims=tuple(victims_of(cluster)),
        attribution=shared.attribution,
    )


def _stances(
    sources: Sequence[Sequence[Attribution]], scans: Sequence[Scan]
) -> list[EventStance]:
    """Give the stance of each event; who denies no more than his own part has no say."""
    denied = any(s.stance is Stance.DENIES for told in sources for s in told)
    mild = disowners_of(scans) if denied else frozenset()
    return [_stance([s for s in told if s.span not in mild]) for told in sources]


def _stance(sources: Sequence[Attribution]) -> EventStance:
    """Say what the report does with an event: whom it lets deny it, and who asserts it."""
    stances = {source.stance for source in sources}
    if Stance.DENIES not in stances:
        return EventStance.ASSERTED
    return EventStance.DISPUTED if Stance.ASSERTS in stances else EventStance.DENIED


def _trigger(telling: Telling) -> Hit:
    """Give the word that names the happening: a strong attack word where there is one."""
    attacks = telling.of("attack")
    strong = next((h for h in attacks if is_strong(h)), None)
    told = attacks or telling.of("casualty") or telling.of("person")
    return strong or next(iter(told))
