"""Values of wires in capitals, weighed; all names and places are invented."""

from collections.abc import Callable

from tests.assemble.report_reading import WEDNESDAY, joined, scanned

from tawthiq.assemble.events import assembled_of, ruled_of
from tawthiq.assemble.evidence import STRUCK_ROLES
from tawthiq.assemble.wire_surroundings import Surroundings
from tawthiq.assemble.wire_values import MODELS, RULE, weighed
from tawthiq.model.event import EventReport
from tawthiq.weigh.linear import Model

WIRE = (
    "GUNMEN KILLED MAYOR BRENNO VALTUK IN THE TOWN OF ZELVARO ON TUESDAY.",
    "THE POLICE SAID THAT A BOMB DESTROYED A SCHOOL AND KILLED TWO PEASANTS.",
    "AURELO SANTIRO, A TEACHER, WAS SEEN NEAR THE CHURCH.",
)


def model_of(weights: dict[str, float]) -> Callable[[str], Model]:
    """Give one model for every field."""
    return lambda name: Model(name=name, weights=weights)


def read(weights: dict[str, float], *text: str) -> tuple[list[EventReport], ...]:
    """Give the events by rules, and weighed by a model of these weights."""
    scans = scanned(*text)
    events, clusters = ruled_of(joined(*text), scans, published=WEDNESDAY)
    return events, weighed(
        events, clusters, Surroundings(scans), model_of=model_of(weights)
    )


def test_what_weighs_nothing_is_named_by_no_event() -> None:
    ruled, kept = read({"bias": -99.0}, *WIRE)
    assert any(e.perpetrators or e.victims or e.struck for e in ruled)
    for event in kept:
        assert not any((event.perpetrators, event.struck, event.weapons))
        assert not event.victims
        assert not [p for p in event.places if p.role in STRUCK_ROLES]


def test_a_model_that_trusts_the_rules_changes_nothing() -> None:
    ruled, kept = read({"bias": -99.0, "ruled": 198.0}, *WIRE)
    for before, after in zip(ruled, kept, strict=True):
        for field in MODELS:
            assert set(getattr(before, field)) == set(getattr(after, field)), field


def test_what_is_weighed_in_rests_on_its_own_words() -> None:
    ruled, kept = read({"bias": 99.0}, *WIRE)
    text = scanned(*WIRE)[0].text
    new = [
        row
        for event in kept
        for field in MODELS
        for row in getattr(event, field)
        if row.rule == RULE
    ]
    assert new
    assert len(ruled) == len(kept)
    for row in new:
        assert text[row.span.start : row.span.end] == row.span.quote
    assert "AURELO SANTIRO" in {v.name for event in kept for v in event.victims}


def test_a_report_in_small_letters_is_read_by_rules_alone() -> None:
    text = [line.capitalize() for line in WIRE]
    scans, told = scanned(*text), joined(*text)
    by_rules, _ = ruled_of(told, scans, published=WEDNESDAY)
    assert by_rules == assembled_of(told, scans, published=WEDNESDAY)[0]
