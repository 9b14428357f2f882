"""Confidence: every event and value has one; what speaks against a value lowers it."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

import pytest
from tests.assemble.report_reading import WEDNESDAY, events, report_of, scanned

from tawthiq.assemble.confidence import FIELDS, confident, shared_values
from tawthiq.assemble.doubt import above, is_doubtful
from tawthiq.assemble.events import assembled
from tawthiq.model.event import EventReport
from tawthiq.model.reading import Origin, Reading

LEAD = (
    "قُتل 3 مدنيين بينهم طفل في غارة روسية على سوق بلدة كفر مشمش أمس الثلاثاء، "
    "بحسب الدفاع المدني."
)
SECOND = "وقصفت قوات النظام قرية النبعة بالمدفعية صباح اليوم."


def given(event: EventReport) -> Iterator[float | None]:
    yield from (event.confidence, event.kind_confidence, event.type_confidence)
    if event.date is not None:
        yield event.date.confidence
    for field in FIELDS:
        for value in getattr(event, field):
            yield value.confidence


def reading(*paragraphs: str) -> Reading:
    return Reading(
        report=report_of(*paragraphs),
        events=events(*paragraphs),
        statements=(),
        origin=Origin(code="", pack={}, codebook=""),
    )


def test_every_event_and_every_value_has_a_probability() -> None:
    found = events(LEAD, SECOND)
    assert len(found) == 2
    for event in found:
        told = list(given(event))
        assert len(told) > 5
        assert all(c is not None and 0 < c < 1 for c in told)


def test_nothing_else_of_a_value_changes() -> None:
    scans = scanned(LEAD, SECOND)
    bare, clusters = assembled(scans, published=WEDNESDAY)
    weighed = confident(bare, clusters)
    for before, after in zip(bare, weighed, strict=True):
        assert after.places == tuple(
            replace(b, confidence=a.confidence)
            for b, a in zip(before.places, after.places, strict=True)
        )
        assert (after.id, after.trigger, after.rule) == (
            before.id,
            before.trigger,
            before.rule,
        )


def test_values_that_two_events_share_are_counted_and_a_single_one_shares_nothing() -> (
    None
):
    first, second = events(LEAD, SECOND)
    assert shared_values([first]) == {}
    twice = shared_values([first, first])
    assert twice["perpetrators", "russia"] == 2
    once = shared_values([first, second])
    assert once["perpetrators", "russia"] == once["weapons", "artillery_shell"] == 1


def test_the_odds_of_an_event_weigh_in_each_of_its_values() -> None:
    bare, clusters = assembled(scanned(LEAD), published=WEDNESDAY)
    (likely,) = confident(bare, clusters)
    (unlikely,) = confident(bare, [replace(c, odds=-3.0) for c in clusters])
    assert (unlikely.confidence or 1) < (likely.confidence or 0)
    pairs = list(zip(given(unlikely), given(likely), strict=True))
    assert sum((low or 0) < (high or 0) for low, high in pairs) > len(pairs) / 2


def test_no_word_of_a_report_is_a_feature() -> None:
    room = files("tawthiq").joinpath("weigh", "weights")
    for source in room.iterdir():
        if source.name.startswith("confidence_"):
            rows = source.read_text("utf-8").splitlines()
            names = [r.split(",")[0] for r in rows if not r.startswith("#")]
            assert names[0] == "feature"
            assert all(n.isascii() and n.replace("_", "").isalnum() for n in names)


def test_a_bar_of_nothing_keeps_all_and_a_bar_of_one_keeps_nothing() -> None:
    found = reading(LEAD, SECOND)
    assert above(found, 0.0) == found
    assert above(found, 1.0).events == ()


def test_what_is_below_the_bar_is_left_out_and_its_parts_stand_alone() -> None:
    found = reading(LEAD)
    (event,) = found.events
    whole, part = event.casualties
    assert part.part_of == 0
    light = replace(
        event,
        confidence=0.9,
        casualties=(replace(whole, confidence=0.2), replace(part, confidence=0.9)),
        places=tuple(replace(p, confidence=0.3) for p in event.places),
        date=None if event.date is None else replace(event.date, confidence=0.1),
    )
    (kept,) = above(replace(found, events=(light,)), 0.5).events
    assert [(c.span, c.part_of) for c in kept.casualties] == [(part.span, None)]
    assert kept.places == ()
    assert kept.date is None
    both = replace(light, casualties=tuple(event.casualties))
    (kept,) = above(replace(found, events=(both,)), 0.01).events
    assert kept.casualties[1].part_of == 0


def test_the_place_of_a_whole_moves_with_it() -> None:
    found = reading(LEAD)
    (event,) = found.events
    whole, part = event.casualties
    before = replace(whole, confidence=0.1, outcome="injured")
    rows = (
        before,
        replace(whole, confidence=0.9),
        replace(part, part_of=1, confidence=0.9),
    )
    moved = replace(found, events=(replace(event, confidence=0.9, casualties=rows),))
    (kept,) = above(moved, 0.5).events
    assert [c.part_of for c in kept.casualties] == [None, 0]


@pytest.mark.parametrize(
    ("confidence", "doubtful"), [(None, False), (0.49, True), (0.5, False), (0.0, True)]
)
def test_what_nothing_has_weighed_is_not_doubtful(
    confidence: float | None, *, doubtful: bool
) -> None:
    assert is_doubtful(confidence) is doubtful
