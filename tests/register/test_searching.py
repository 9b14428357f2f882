"""What is taken in is found at once, on either database, and what goes is found no more."""

from pathlib import Path

import pytest
from tests.register.invented import Ingest, invented, write_lines

from tawthiq.model.search import Bounds, Found, SearchKind
from tawthiq.register.services import incidents
from tawthiq.workflow.registers import reviewing, searching
from tawthiq.workflow.registers.backups import back_up, restore
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.searching import Page, search

REPORT, CLAIM = SearchKind.REPORT, SearchKind.CLAIM
INCIDENT, VICTIM = SearchKind.INCIDENT, SearchKind.VICTIM


@pytest.fixture
def filled(register: Register, take_in: Ingest, tmp_path: Path) -> Register:
    named = {
        "id": "named",
        "published": "2031-04-02",
        "outlet": "راديو الغيم",
        "lang": "ar",
        "text": "قُتل المدني نجيب سالم الزيتوني برصاص قناص في تل الزعرور أمس.",
    }
    lines = [*(invented(n) for n in range(4)), named]
    take_in(register, write_lines(tmp_path / "posts.jsonl", lines))
    return register


def names(found: Found) -> set[str]:
    return {hit.reference.split("#")[0] for hit in found.hits}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "query", ["مطار", "سوق -سوق", '"بلدة سوق"', "سوق مطار", "xyzzy*", "سوء"]
)
def test_what_nobody_wrote_is_not_found(query: str) -> None:
    assert search(query, REPORT) == Found(hits=(), total=0)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("السوق", {"a1", "a2", "a3", "a4"}),
        ("غارات", {"a1", "a2", "a3", "a4"}),
        ('"سوق بلدة تل الزعرور"', {"a1", "a2"}),
        ("سوق -البلوط", {"a1", "a2", "a4"}),
        ("البلوط أو القصبات", {"a3", "a4"}),
        ("(البلوط OR القصبات) NOT ثمانية", {"a3"}),
        ("زعر*", {"a1", "a2", "named"}),
        ("للدفاع المدني", {"a1"}),
    ],
)
def test_reports_are_found_by_their_words(query: str, found: set[str]) -> None:
    assert names(search(query, REPORT)) == found


@pytest.mark.usefixtures("filled")
def test_hits_are_marked_in_the_text_as_published() -> None:
    (hit,) = search("أربعة", REPORT).hits
    (passage,) = hit.passages
    ((start, end),) = passage.marks
    text = invented(0)["text"]
    assert text[start:end] == "أربعة"
    assert text[passage.start :].startswith(passage.text)


@pytest.mark.usefixtures("filled")
def test_a_claim_is_found_by_its_own_words_only() -> None:
    assert names(search("أربعة", CLAIM)) == {"a1"}
    assert search("استهدفت بحسب اليوم جراء", CLAIM).hits == ()


@pytest.mark.usefixtures("filled")
def test_a_victim_is_found_in_letters_of_another_script() -> None:
    assert search("Barracuda", VICTIM).total == 0
    for query in ("نجيب", "الزيتوني", "Najib", "Nageeb"):
        (hit,) = search(query, VICTIM).hits
        assert hit.title.startswith("نجيب")


@pytest.mark.usefixtures("filled")
def test_days_bound_what_is_found() -> None:
    from datetime import date  # noqa: PLC0415

    late = Bounds(since=date(2031, 4, 1))
    assert names(search("الزعرور", REPORT, bounds=late)) == {"named"}
    early = Bounds(until=date(2031, 4, 1), language="ar")
    assert names(search("الزعرور", REPORT, bounds=early)) == {"a1", "a2"}
    assert search("الزعرور", REPORT, bounds=Bounds(language="en")).total == 0


@pytest.mark.usefixtures("filled")
def test_what_is_hidden_is_neither_shown_nor_counted() -> None:
    hidden = frozenset({"a1", "a3"})
    found = search("سوق", REPORT, hidden=hidden)
    assert (names(found), found.total) == ({"a2", "a4"}, 2)
    assert searching.how_many("سوق", REPORT, hidden=hidden) == (2, False)
    (victim,) = search("نجيب", VICTIM).hits
    owner = frozenset({victim.reference.partition("#")[0]})
    assert search("نجيب", VICTIM, hidden=owner).total == 0


@pytest.mark.usefixtures("filled")
def test_pages_part_the_hits() -> None:
    first = search("سوق", REPORT, page=Page(size=3))
    second = search("سوق", REPORT, page=Page(start=3, size=3))
    assert (len(first.hits), len(second.hits)) == (3, 1)
    assert not names(first) & names(second)
    assert first.total == second.total == 4


def test_merged_incidents_are_found_once(filled: Register) -> None:
    before = search("سوق", INCIDENT)
    assert before.total == 3
    codes = [incidents.incident(name).code for name in sorted(names(before))]
    made = reviewing.merge(filled, codes, reason="invented")
    assert names(search("سوق", INCIDENT)) == {made.id}


def test_a_corrected_report_is_found_by_its_new_words_alone(
    filled: Register, take_in: Ingest, tmp_path: Path
) -> None:
    told = invented(2)
    told["text"] = told["text"].replace("ثلاثة", "خمسة عشر")
    take_in(filled, write_lines(tmp_path / "again.jsonl", [told]))
    assert names(search("ثلاثة", REPORT)) == set()
    assert names(search('"خمسة عشر"', REPORT)) == {"a3"}


@pytest.mark.usefixtures("filled")
def test_an_index_made_anew_is_the_same() -> None:
    queries = [(q, k) for q in ("سوق", "نجيب", "أربعة") for k in SearchKind]
    before = [search(*asked) for asked in queries]
    searching.rebuild()
    assert [search(*asked) for asked in queries] == before


def test_a_restored_register_can_be_searched(filled: Register, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "kept.tar.gz")
    restore(tmp_path / "kept.tar.gz", tmp_path / "again")
    assert names(search("أربعة", REPORT)) == {"a1"}
