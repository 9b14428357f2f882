"""Laws of linking: neither order nor company changes what reports amount to."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.telling import DAY, VILLAGES, Told, reading

from tawthiq.model.reading import Reading
from tawthiq.workflow.linking import accounts, blocks_of, incidents_of, link_block

ACTORS = ("russia", "syrian_government", "turkey")


@st.composite
def tellings(draw: st.DrawFn) -> Told:
    return Told(
        at=draw(st.sampled_from([*VILLAGES, "خربة السنديان"])),
        day=draw(st.sampled_from([None, *(DAY + timedelta(days=n) for n in range(3))])),
        type=draw(st.sampled_from(["shelling", "air_strike", "unspecified"])),
        killed=draw(st.sampled_from([None, 0, 1, 2, 9])),
        by=tuple(draw(st.sets(st.sampled_from(ACTORS), max_size=2))),
    )


@st.composite
def registers(draw: st.DrawFn) -> list[Reading]:
    reports = draw(st.lists(st.lists(tellings(), max_size=3), min_size=1, max_size=9))
    day: date = DAY
    return [
        reading(f"r{number}", *events, published=day + timedelta(days=number % 2))
        for number, events in enumerate(reports)
    ]


@given(registers(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_reports_changes_nothing(
    readings: list[Reading], chance: st.DataObject
) -> None:
    shuffled = list(readings)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert incidents_of(shuffled) == incidents_of(readings)


@given(registers())
@settings(max_examples=40, deadline=None)
def test_every_event_told_stands_in_one_incident(readings: list[Reading]) -> None:
    told = sorted(account.key for account in accounts(readings))
    stand = sorted(key for i in incidents_of(readings) for key in i.members)
    assert stand == told


@given(registers())
@settings(max_examples=40, deadline=None)
def test_who_is_linked_shares_a_block(readings: list[Reading]) -> None:
    known = {account.key: account for account in accounts(readings)}
    for link in link_block(known.values()).links:
        left, right = known[link.left], known[link.right]
        assert blocks_of(left) & blocks_of(right)


@given(registers())
@settings(max_examples=40, deadline=None)
def test_a_score_is_the_sum_of_its_named_parts(readings: list[Reading]) -> None:
    for link in link_block(accounts(readings)).links:
        assert abs(link.score - sum(value for _, value in link.parts)) < 1e-3


@given(registers())
@settings(max_examples=40, deadline=None)
def test_what_is_far_off_leaves_an_incident_as_it_is(readings: list[Reading]) -> None:
    later = DAY + timedelta(days=900)
    stranger = reading("z9", Told(at="واد بعيد", day=later), published=later)
    before = incidents_of(readings)
    after = [i for i in incidents_of([*readings, stranger]) if "z9" not in i.reports]
    assert tuple(after) == before
