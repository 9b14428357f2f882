"""Which events of wires in capitals are told; all names and places are invented."""

from tests.assemble.report_reading import WEDNESDAY, scanned

from tawthiq.assemble.events import ruled_of
from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.telling import tellings
from tawthiq.assemble.wire_events import of_events, worth_telling
from tawthiq.model.event import EventReport
from tawthiq.weigh.linear import Model

WIRE = (
    "GUNMEN KILLED MAYOR BRENNO VALTUK IN THE TOWN OF ZELVARO ON TUESDAY.",
    "MEANWHILE, A BOMB DESTROYED A SCHOOL IN ANKORRE AND WOUNDED NINE PEASANTS.",
)


def ruled() -> tuple[list[EventReport], list[Cluster]]:
    """Give each telling of the wire as an event of its own, by rules."""
    scans = scanned(*WIRE)
    clusters = [Cluster(tellings=[telling]) for telling in tellings(scans)]
    return ruled_of(clusters, scans, published=WEDNESDAY)


def told(weights: dict[str, float]) -> tuple[list[EventReport], list[EventReport]]:
    """Give the events by rules, and those that a model of these weights tells."""
    events, clusters = ruled()
    model = Model(name="wire_event", weights=weights)
    return events, worth_telling(events, clusters, model=model)[0]


def test_what_weighs_too_little_is_not_told() -> None:
    events, kept = told({"bias": -99.0})
    assert events
    assert not kept


def test_what_weighs_enough_is_told_as_it_was() -> None:
    events, kept = told({"bias": 99.0})
    assert kept == events


def test_what_is_left_is_numbered_without_gaps() -> None:
    events, kept = told({"bias": 9.0, "first": -99.0})
    assert len(events) == len(kept) + 1 > 1
    assert [e.id for e in kept] == [f"e{n}" for n in range(1, len(events))]
    assert [e.trigger for e in kept] == [e.trigger for e in events[1:]]


def test_an_event_that_fills_fields_says_which() -> None:
    events, clusters = ruled()
    for event, features in zip(events, of_events(events, clusters), strict=True):
        for field in ("perpetrators", "struck", "casualties", "weapons"):
            assert features[f"has_{field}"] == bool(getattr(event, field))
