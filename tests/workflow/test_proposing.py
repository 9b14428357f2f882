"""Readers of one's own choice beside the rules: marked, never mixed, never trusted."""

import pickle
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.propose.model_server import SCRIPT, TEXT, Server, served

from tawthiq.assemble.claims import claims_of
from tawthiq.errors import InputError, OptionError
from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.model.reading import Reading
from tawthiq.model.reading_format import reading_to_dict
from tawthiq.model.record import from_plain, to_plain
from tawthiq.model.report import Report
from tawthiq.model.revision import Revision, Ruling
from tawthiq.workflow import proposing
from tawthiq.workflow.linking import accounts
from tawthiq.workflow.proposing import Proposed, Proposer, proposing_stage
from tawthiq.workflow.reader_choice import ReaderChoice
from tawthiq.workflow.reading import Reader, origin_of
from tawthiq.workflow.registers.revised import draft_of, reading_from

REPORT = Report(id="r1", text=TEXT, language="ar", published=date(2031, 3, 5))


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with served() as running:
        yield running


@pytest.fixture(scope="module")
def rules() -> Reader:
    return Reader(places=PlaceIndex(None))


def choice(server: Server, *models: str, alone: bool = False) -> ReaderChoice:
    told = tuple(f"openai={server.address},model={m},tries=1" for m in models)
    return ReaderChoice(told=told, alone=alone)


def read(rules: Reader, chosen: ReaderChoice, report: Report = REPORT) -> Proposed:
    return Proposer(chosen).read(rules, report)


def reading(proposed: Proposed) -> Reading:
    assert proposed.reading is not None
    return proposed.reading


def test_a_reader_that_proposes_nothing_changes_nothing_but_the_origin(
    rules: Reader, server: Server
) -> None:
    found = read(rules, choice(server, "none"))
    assert found.notes == ()
    assert reading(found).origin.beside == ("openai:none",)
    alike = replace(reading(found), origin=origin_of())
    assert alike == rules.read(REPORT)


def test_proposals_stand_beside_what_the_rules_read_and_are_marked(
    rules: Reader, server: Server
) -> None:
    own = rules.read(REPORT).events
    found = reading(read(rules, choice(server, "right")))
    assert found.events[: len(own)] == own
    (proposed,) = found.events[len(own) :]
    assert (proposed.id, proposed.reader) == ("p1", "openai:right")
    assert all(event.reader is None for event in own)
    told = {c.rule for c in claims_of(found) if c.event_id == "p1"}
    assert told == {"openai:right"}
    assert not any(
        c.rule.startswith("openai") for c in claims_of(found) if c.event_id != "p1"
    )


def test_what_is_proposed_beside_rules_is_no_account_of_the_report(
    rules: Reader, server: Server
) -> None:
    beside = reading(read(rules, choice(server, "right")))
    alone = reading(read(rules, choice(server, "right", alone=True)))
    assert [a.event.reader for a in accounts([beside])] == [None]
    assert [a.event.reader for a in accounts([alone])] == ["openai:right"]


def test_alone_the_rules_are_silent(rules: Reader, server: Server) -> None:
    found = reading(read(rules, choice(server, "right", alone=True)))
    assert [e.reader for e in found.events] == ["openai:right"]
    assert found.statements == ()
    assert (found.origin.alone, found.origin.beside) == (("openai:right",), ())


def test_a_name_is_parted_from_the_noun_before_it(
    rules: Reader, server: Server
) -> None:
    (event,) = reading(read(rules, choice(server, "right", alone=True))).events
    (place,) = event.places
    assert (place.name, place.head) == ("كفر مشمش", "town")
    assert place.span.quote == "بلدة كفر مشمش"
    french = replace(REPORT, language="fr")
    found = reading(read(rules, choice(server, "right"), french))
    assert [p.name for e in found.events for p in e.places] == ["بلدة كفر مشمش"]


def test_what_does_not_stand_is_dropped_and_told_in_both_languages(
    rules: Reader, server: Server
) -> None:
    found = read(rules, choice(server, "wrong", alone=True))
    (event,) = reading(found).events
    assert (event.casualties, event.victims, event.perpetrators) == ((), (), ())
    (note,) = found.notes
    assert not note.failed
    assert "quote not in the report: 2 · unknown code: 1" in note.error().message("en")
    assert "اقتباس ليس في التقرير: 2" in note.error().message("ar")
    assert SCRIPT not in str(reading_to_dict(reading(found)))


@pytest.mark.parametrize("model", ["prose", "script", "status500", "moved"])
def test_a_reader_that_fails_leaves_what_the_rules_read(
    rules: Reader, server: Server, model: str
) -> None:
    found = read(rules, choice(server, model, "right"))
    (note,) = found.notes
    assert note.failed
    assert "r1" in note.where
    assert reading(found).origin.beside == ("openai:right",)
    assert [e.reader for e in reading(found).events] == [None, "openai:right"]


def test_alone_a_reader_that_fails_gives_no_reading_at_all(
    rules: Reader, server: Server
) -> None:
    found = read(rules, choice(server, "prose", alone=True))
    assert found.reading is None
    assert [note.failed for note in found.notes] == [True]


def test_a_plug_in_that_breaks_is_told_and_the_rules_go_on(
    rules: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        name = "broken:1"

        def propose(self, report: Report) -> object:
            raise ZeroDivisionError(report.id)

    monkeypatch.setattr(proposing, "open_reader", lambda _: Broken())
    found = read(rules, ReaderChoice(told=("broken",)))
    (note,) = found.notes
    assert note.failed
    assert "ZeroDivisionError" in note.en
    assert reading(found).events == rules.read(REPORT).events


def test_proposals_of_two_readers_are_numbered_through(
    rules: Reader, server: Server
) -> None:
    found = reading(read(rules, choice(server, "right", "fenced")))
    marks = [(e.id, e.reader) for e in found.events if e.reader]
    assert marks == [("p1", "openai:right"), ("p2", "openai:fenced")]


def test_the_register_keeps_who_proposed(rules: Reader, server: Server) -> None:
    found = reading(read(rules, choice(server, "right")))
    assert from_plain(Reading, to_plain(found)) == found
    told = to_plain(origin_of())
    assert "beside" not in told
    assert "alone" not in told


def test_a_proposal_speaks_once_a_person_has_accepted_it(
    rules: Reader, server: Server
) -> None:
    found = reading(read(rules, choice(server, "right")))
    accepted = Revision(
        number=1, at="", by="huda", report="r1", reading=1, target="p1",
        ruling=Ruling.ACCEPT,
    )  # fmt: skip
    spoken = {
        bool(ruled): [
            event.id
            for event in reading_from(
                draft_of(found, ruled), found, code="reviewed"
            ).spoken
        ]
        for ruled in ((), (accepted,))
    }
    assert spoken == {False: ["e1"], True: ["e1", "p1"]}


def test_the_stage_crosses_to_another_process(server: Server, tmp_path: Path) -> None:
    made = proposing_stage(tmp_path, choice(server, "wrong"))(REPORT)
    again = pickle.loads(pickle.dumps(made))  # noqa: S301 - our own record
    assert again == made
    assert isinstance(again.notes[0].error(), InputError)


def test_a_reader_that_does_not_exist_is_told_before_anything_is_read() -> None:
    with pytest.raises(OptionError):
        Proposer(ReaderChoice(told=("no-such-reader",)))
