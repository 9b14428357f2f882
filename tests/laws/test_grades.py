"""Law of grading: an independent source that agrees never lowers a grade."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.telling import DAY, Told, reading

from tawthiq.grade import grade_of
from tawthiq.grade.voices import Voice, voices_in
from tawthiq.workflow.linking import accounts, incidents_of

ACTORS = ("russia", "syrian_government", "turkey", "syrian_national_army")
STEPS = ("provisional", "weak", "fair", "confirmed")
"""Grades that more agreement climbs; contested and discounted stay what they are."""


@st.composite
def voices(draw: st.DrawFn) -> Voice:
    actors = st.frozensets(st.sampled_from(ACTORS), max_size=2)
    return Voice(
        id="v",
        credible=draw(st.booleans()),
        harm=draw(st.booleans()),
        fighters=draw(st.booleans()),
        alleged=draw(actors),
        claimed=draw(st.sampled_from([frozenset(), frozenset({"turkey"})])),
        denied=draw(st.sampled_from([frozenset(), frozenset({"russia"})])),
        conceded=frozenset(),
        types=draw(st.sampled_from([frozenset({"shelling"}), frozenset({"other"})])),
        claims=("c",),
    )


def agreeing(told: list[Voice]) -> Voice:
    """Give a voice that says what one of those before it says, and is credible."""
    one = max(told, key=lambda v: (v.credible, v.harm))
    return Voice(
        id="w",
        credible=True,
        harm=one.harm,
        fighters=one.fighters,
        alleged=one.alleged if one.credible else frozenset(),
        claimed=frozenset(),
        denied=frozenset(),
        conceded=frozenset(),
        types=one.types if one.credible else frozenset({"unspecified"}),
        claims=("d",),
    )


@given(st.lists(voices(), min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_agreement_never_lowers_a_grade(told: list[Voice]) -> None:
    (incident,) = incidents_of([reading("أ", Told(day=DAY))])
    before = grade_of(incident, told).code
    after = grade_of(incident, [*told, agreeing(told)]).code
    if before in STEPS:
        assert after in STEPS
        assert STEPS.index(after) >= STEPS.index(before)
    else:
        assert after == before


def test_voices_of_one_incident_come_in_a_fixed_order() -> None:
    told = accounts([reading("ب", Told(day=DAY)), reading("أ", Told(day=DAY))])
    of = {account.key: account.key for account in told}
    assert voices_in(told, of) == voices_in(tuple(reversed(told)), of)
