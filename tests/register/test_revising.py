"""What people rule of a reading stands beside what the machine read, and counts."""

from pathlib import Path
from typing import Any

import pytest
from tests.register.invented import Ingest, invented, write_lines

from tawthiq.errors import OptionError, RegisterError
from tawthiq.model.revision import ReviewState, Ruling
from tawthiq.register.models import ReviewRow, RevisionRow
from tawthiq.register.services import incidents, reports, revisions
from tawthiq.workflow.registers import revising
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.revised import PERSON, Value
from tawthiq.workflow.registers.revising import Ruled, under_review
from tawthiq.workflow.registers.verifying import differences

NAME = "a1"


@pytest.fixture
def reviewed(register: Register, take_in: Ingest, tmp_path: Path) -> Register:
    """Give a register with one report that tells of one strike."""
    take_in(register, write_lines(tmp_path / "posts.jsonl", [invented(0)]))
    return register


def value(slot: str) -> Value:
    found = (one for one in under_review(NAME).draft.values() if one.slot == slot)
    return next(found)


def ruled(
    target: str,
    ruling: Ruling,
    told: dict[str, Any] | None = None,
    *,
    settles: bool = False,
) -> Ruled:
    return Ruled(target=target, ruling=ruling, value=told, settles=settles)


def state() -> str:
    return ReviewRow.objects.get(name=NAME).state


def test_a_report_that_nobody_touched_waits_and_its_reading_stands(
    reviewed: Register,
) -> None:
    assert reviewed.folder.is_dir()
    assert revising.fill_queue() == 0  # taking it in told the queue
    ReviewRow.objects.all().delete()
    assert revising.fill_queue() == 1
    assert state() == ReviewState.WAITING
    assert revisions.next_in_queue() == NAME
    assert [
        one.rulings for one in under_review(NAME).draft.values() if one.rulings
    ] == []


def test_a_correction_stands_beside_the_machines_value_and_reaches_the_incident(
    reviewed: Register,
) -> None:
    before = next(incidents.all_incidents())
    killed = value("casualties")
    told = {
        **(killed.machine or {}),
        "range": {"low": 6, "high": 6, "wording": "exact"},
    }
    revising.rule(reviewed, NAME, ruled(killed.target, Ruling.CORRECT, told))
    seen = value("casualties")
    assert seen.machine == killed.machine
    assert seen.person is not None
    assert seen.person["range"]["low"] == 6
    assert state() == ReviewState.DRAFT
    revising.close(reviewed, NAME)
    assert state() == ReviewState.ACCEPTED
    after = next(incidents.all_incidents())
    lows = [one.low for one in after.casualties if one.outcome == "killed"]
    assert (after.id, lows) == (before.id, [6])
    reading = next(reports.readings())
    assert reading.events[0].casualties[0].rule == PERSON
    assert list(differences(reviewed)) == []


def test_what_was_reviewed_is_not_read_over_when_the_file_comes_again(
    reviewed: Register, take_in: Ingest, tmp_path: Path
) -> None:
    revising.rule(reviewed, NAME, ruled(value("date").target, Ruling.REJECT))
    revising.close(reviewed, NAME)
    done = take_in(reviewed, write_lines(tmp_path / "posts.jsonl", [invented(0)]))
    assert (done.read, done.known) == (0, 1)
    assert next(reports.readings()).events[0].date is None


def test_a_report_whose_events_are_all_rejected_leaves_no_incident(
    reviewed: Register,
) -> None:
    revising.rule(reviewed, NAME, ruled(value("event").target, Ruling.REJECT))
    revising.close(reviewed, NAME)
    assert state() == ReviewState.REJECTED
    assert list(incidents.all_incidents()) == []


def test_an_undone_ruling_stays_in_the_history_and_counts_no_more(
    reviewed: Register,
) -> None:
    target = value("casualties").target
    kept = revising.rule(reviewed, NAME, ruled(target, Ruling.REJECT))
    assert not value("casualties").stands
    undone = revising.undo(reviewed, NAME, kept.number)
    assert value("casualties").stands
    assert state() == ReviewState.WAITING
    revising.undo(reviewed, NAME, undone.number)
    assert not value("casualties").stands
    assert RevisionRow.objects.count() == 3


def test_a_value_is_added_with_its_words_and_never_without(reviewed: Register) -> None:
    text = under_review(NAME).reading.report.text
    start = text.index("سوق")
    span = {"start": start, "end": start + 3, "quote": "سوق"}
    weapon = {"code": "artillery", "span": span}
    revising.rule(reviewed, NAME, ruled("e1/weapons", Ruling.ADD, weapon))
    assert value("weapons").target.startswith("e1/weapons/")
    for wrong in (
        {"code": "artillery"},
        {"code": "artillery", "span": {**span, "start": start + 1}},
    ):
        with pytest.raises(OptionError):
            revising.rule(reviewed, NAME, ruled("e1/weapons", Ruling.ADD, wrong))
    with pytest.raises(RegisterError):
        revising.rule(reviewed, NAME, ruled("e9/weapons", Ruling.ADD, weapon))


def test_an_event_is_split_and_merged_again(reviewed: Register) -> None:
    injured = [v for v in under_review(NAME).draft.values() if v.slot == "casualties"][
        1
    ]
    parts = {"targets": [injured.target]}
    kept = revising.rule(reviewed, NAME, ruled("e1", Ruling.SPLIT, parts))
    first, second = under_review(NAME).draft.standing()
    assert second.target == f"+{kept.number}"
    assert [v.told["outcome"] for v in second.slot("casualties")] == ["injured"]
    assert len(first.slot("casualties")) == 1
    revising.rule(reviewed, NAME, ruled(second.target, Ruling.MERGE, {"into": "e1"}))
    (whole,) = under_review(NAME).draft.standing()
    assert len(whole.slot("casualties")) == 2
    with pytest.raises(RegisterError):
        revising.rule(reviewed, NAME, ruled("e1", Ruling.MERGE, {"into": "e1"}))


def test_two_people_who_differ_are_a_conflict_until_it_is_settled(
    reviewed: Register,
) -> None:
    target = value("casualties").target
    other = type(reviewed)(
        folder=reviewed.folder,
        vault=reviewed.vault,
        by="another",
        vague_counts="none",
    )
    revising.rule(reviewed, NAME, ruled(target, Ruling.ACCEPT))
    assert state() == ReviewState.DRAFT
    revising.rule(other, NAME, ruled(target, Ruling.REJECT))
    assert state() == ReviewState.CONFLICT
    with pytest.raises(RegisterError):
        revising.close(reviewed, NAME)
    revising.rule(other, NAME, ruled(target, Ruling.ACCEPT, settles=True))
    assert state() == ReviewState.DRAFT
    revising.close(reviewed, NAME)
    assert state() == ReviewState.ACCEPTED


def test_a_revision_is_never_changed_and_verifying_knows_it(reviewed: Register) -> None:
    revising.rule(reviewed, NAME, ruled("e1", Ruling.ACCEPT))
    assert list(differences(reviewed)) == []
    with pytest.raises(TypeError):
        RevisionRow.objects.update(by="nobody")
