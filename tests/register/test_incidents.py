"""Reports of one event become one incident; its id outlives what happens to it."""

import itertools
from pathlib import Path

import pytest
from tests.register.invented import Ingest, invented, write_lines

from tawthiq.errors import OptionError, RegisterError
from tawthiq.register.services import incidents
from tawthiq.workflow.registers import reviewing
from tawthiq.workflow.registers.opening import Register, make_register
from tawthiq.workflow.registers.verifying import differences


@pytest.fixture
def filled(register: Register, take_in: Ingest, tmp_path: Path) -> Register:
    file = write_lines(tmp_path / "posts.jsonl", [invented(n) for n in range(4)])
    take_in(register, file)
    return register


def groups() -> set[frozenset[str]]:
    return {frozenset(one.reports) for one in incidents.all_incidents()}


@pytest.mark.usefixtures("filled")
def test_strikes_on_two_villages_of_one_day_stay_two() -> None:
    assert groups() == {frozenset({"a1", "a2"}), frozenset({"a3"}), frozenset({"a4"})}


@pytest.mark.usefixtures("filled")
def test_rival_counts_make_a_range() -> None:
    (one,) = (i for i in incidents.all_incidents() if "a1" in i.reports)
    (killed,) = (t for t in one.casualties if t.outcome == "killed")
    assert (killed.low, killed.high, killed.group) == (4, 5, "civilians")
    assert one.independent_sources == 2


def test_a_later_report_joins_the_incident_it_tells_of(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    take_in(register, write_lines(tmp_path / "1.jsonl", [invented(0), invented(2)]))
    before = {one.id for one in incidents.all_incidents()}
    take_in(register, write_lines(tmp_path / "2.jsonl", [invented(1)]))
    after = list(incidents.all_incidents())
    assert {one.id for one in after} == before
    assert {frozenset(one.reports) for one in after} == {
        frozenset({"a1", "a2"}),
        frozenset({"a3"}),
    }


def test_the_order_of_reports_does_not_matter(
    database: str, take_in: Ingest, tmp_path: Path
) -> None:
    if database != "sqlite":
        pytest.skip("the database has no part in the order")
    found = []
    for at, order in enumerate(
        itertools.islice(itertools.permutations(range(4)), 0, 24, 7)
    ):
        make = make_register(tmp_path / f"r{at}", by="a tester")
        for number in order:
            take_in(
                make, write_lines(tmp_path / f"{at}-{number}.jsonl", [invented(number)])
            )
        found.append(groups())
    assert len({frozenset(one) for one in found}) == 1


def test_merged_incidents_redirect_and_an_undone_merge_gives_both_back(
    filled: Register,
) -> None:
    one, two = (i for i in incidents.all_incidents() if "a2" not in i.reports)
    merged = reviewing.merge(filled, [one.code, two.code], reason="one strike")
    assert set(merged.reports) == {"a3", "a4"}
    for name in (one.id, two.id, one.code, two.code):
        assert incidents.incident(name).id == merged.id
    assert {one.id, two.id} - {merged.id} <= set(merged.aliases)

    (decision,) = reviewing.all_decisions()
    reviewing.undo(filled, decision.number, reason="two villages after all")
    assert incidents.incident(one.id).reports == one.reports
    assert incidents.incident(two.id).reports == two.reports
    assert not list(differences(filled))


def test_a_ruling_outlives_the_reports_that_come_later(
    filled: Register, take_in: Ingest, tmp_path: Path
) -> None:
    one = next(i for i in incidents.all_incidents() if "a2" in i.reports)
    reviewing.unlink(filled, one.code, "a2", reason="another strike of that day")
    assert frozenset({"a1"}) in groups()
    take_in(filled, write_lines(tmp_path / "more.jsonl", [invented(0, "a5")]))
    assert not any({"a1", "a2"} <= group for group in groups())


def test_nothing_is_ruled_without_a_reason(filled: Register) -> None:
    one, two, *_ = incidents.all_incidents()
    with pytest.raises(RegisterError):
        reviewing.merge(filled, [one.code, two.code], reason="  ")
    assert not list(reviewing.all_decisions())


def test_splitting_off_everything_is_refused(filled: Register) -> None:
    one = next(iter(incidents.all_incidents()))
    with pytest.raises(RegisterError):
        reviewing.split(filled, one.code, one.reports, reason="all of it")


@pytest.mark.usefixtures("register")
def test_an_unknown_name_is_said_to_be_unknown() -> None:
    with pytest.raises(RegisterError, match="no such incident"):
        incidents.incident("SY-20310305-nowhere")


def test_a_ruling_on_the_grade_stands_beside_the_computed_one(
    filled: Register, take_in: Ingest, tmp_path: Path
) -> None:
    one = next(i for i in incidents.all_incidents() if "a3" in i.reports)
    ruled = reviewing.grade(filled, one.code, "discounted", reason="an accident")
    assert ruled.grade.code == "discounted"
    assert ruled.computed == one.grade
    take_in(filled, write_lines(tmp_path / "more.jsonl", [invented(2, "a6")]))
    (later,) = (i for i in incidents.all_incidents() if "a6" in i.reports)
    assert later.grade.code == "discounted"
    assert later.computed is not None
    reviewing.undo(filled, 1, reason="a strike after all")
    assert incidents.incident(one.code).computed is None


def test_a_review_is_told_and_an_unknown_word_is_refused(filled: Register) -> None:
    one = next(iter(incidents.all_incidents()))
    assert (
        reviewing.review(filled, one.code, "reviewed", reason="read").review
        == "reviewed"
    )
    with pytest.raises(OptionError, match="not known"):
        reviewing.grade(filled, one.code, "certain", reason="I know")


TRACE = {
    "id": "t1",
    "published": "2031-03-05",
    "outlet": "صفحة الرمان",
    "lang": "ar",
    "title": "من سوق بلدة تل الزعرور اليوم، غارة جوية روسية وقتلى مدنيون",
    "text": "رحمهم الله",
}
"""Invented: a page of which little more than the title was kept."""


@pytest.mark.parametrize("last", [0, 2])
def test_a_page_that_speaks_of_a_strike_stands_beside_it_in_any_order(
    register: Register, take_in: Ingest, tmp_path: Path, last: int
) -> None:
    lines = [invented(0), invented(1)]
    lines.insert(last, TRACE)
    for at, line in enumerate(lines):
        take_in(register, write_lines(tmp_path / f"{at}.jsonl", [line]))
    assert groups() == {frozenset({"a1", "a2", "t1"})}
    assert list(differences(register)) == []


def test_what_stands_beside_an_incident_is_unlinked_and_taken_back(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    lines = [invented(0), invented(1), TRACE]
    take_in(register, write_lines(tmp_path / "all.jsonl", lines))
    (one,) = incidents.all_incidents()
    reviewing.unlink(register, one.code, "t1", reason="سوق آخر")
    assert groups() == {frozenset({"a1", "a2"})}
    (ruled,) = reviewing.all_decisions()
    reviewing.undo(register, ruled.number, reason="بل هو")
    assert groups() == {frozenset({"a1", "a2", "t1"})}
