"""A post that tells of no more than a strike founds an event; news of else none."""

import pytest
from tests.assemble.report_reading import events

from tawthiq.assemble.evidence import is_plain_strike

POST = dict.fromkeys(("few", "lead", "strong", "any_place"), 1.0)
NOTHING = dict.fromkeys(("weak_only", "verb", "doer", "weapon", "topic_sport"), 0.0)


def told(**features: float) -> dict[str, float]:
    return NOTHING | POST | features


@pytest.mark.parametrize(
    "features",
    [
        told(topic_sport=0.25),
        told(few=0.0),
        told(lead=0.0),
        told(any_place=0.0),
        told(strong=0.0, weak_only=1.0, verb=1.0),
        told(strong=0.0, weak_only=1.0, doer=1.0),
        told(strong=0.0, weak_only=1.0, verb=1.0, doer=1.0, any_place=0.0),
    ],
)
def test_a_report_of_else_or_of_more_is_left_to_the_model(
    features: dict[str, float],
) -> None:
    assert not is_plain_strike(features)


def test_a_strong_word_wants_a_place_or_a_doer_or_a_weapon() -> None:
    assert is_plain_strike(told())
    assert is_plain_strike(told(any_place=0.0, doer=1.0))
    assert is_plain_strike(told(any_place=0.0, weapon=1.0))


def test_a_weak_word_wants_a_place_and_a_doer_or_a_weapon() -> None:
    weak = told(strong=0.0, weak_only=1.0, verb=1.0)
    assert is_plain_strike(weak | {"doer": 1.0})


def test_a_coach_of_travellers_that_was_fired_at_had_no_accident() -> None:
    assert events("أطلق مسلحون النار على حافلة ركاب قرب بلدة النخيل.")
    assert not events("انقلبت حافلة ركاب قرب بلدة النخيل.")
