"""Blame at large: whom a report names together, and of which events that leaves open."""

import pytest
from tests.assemble.report_reading import events

SHELLED = "قتل مدني بقصف مدفعي لقوات النظام السوري على قرية تل القنفذ."
BOTH = "وقال المجلس إن هجمات قوات النظام السوري وروسيا تهدد حياة المدنيين."


def at_large(*paragraphs: str) -> list[list[str]]:
    """Give for each event of a report whom it blames at large."""
    return [[p.actor for p in event.at_large] for event in events(*paragraphs)]


def test_who_is_blamed_for_the_attacks_with_the_one_who_shelled() -> None:
    (event,) = events(SHELLED, BOTH)
    assert [p.actor for p in event.perpetrators] == ["syrian_government"]
    (claim,) = event.at_large
    assert (claim.actor, claim.span.quote, claim.rule) == (
        "russia",
        "روسيا",
        "at_large",
    )


@pytest.mark.parametrize(
    "beside",
    [
        # Nobody is blamed with him.
        "وقال المجلس إن هجمات قوات النظام السوري تهدد حياة المدنيين.",
        # No attack is told.
        "والتقى وفدا روسيا وتركيا في عاصمة مجاورة.",
        # Each fires at the other.
        "وتتواصل الاشتباكات بين قوات النظام السوري وقسد في المنطقة.",
        # He who shelled is not among them.
        "وقال المجلس إن هجمات تركيا وقسد تهدد حياة المدنيين.",
    ],
)
def test_what_names_no_other_leaves_nothing_open(beside: str) -> None:
    assert all(found == [] for found in at_large(SHELLED, beside))


def test_whose_aircraft_it_was_is_seen() -> None:
    raid = "قتل مدني بغارة جوية للطيران الروسي على قرية تل القنفذ."
    assert at_large(raid, BOTH) == [[]]


def test_blame_for_an_event_of_its_own_is_no_blame_at_large() -> None:
    other = "وفي قرية بئر الهدهد أصيب طفل بقصف مدفعي لقوات النظام السوري وروسيا."
    assert at_large(SHELLED, other) == [[], []]
