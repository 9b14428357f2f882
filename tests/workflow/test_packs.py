"""Packs as a whole: the shipped ones have no fault; a misread example is told."""

from dataclasses import replace

import pytest

from tawthiq.errors import PackError
from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.lang.language import load_language
from tawthiq.lang.rules import Example, Rule
from tawthiq.workflow.packs import _Examples, check_pack, try_text
from tawthiq.workflow.reading import Reader


@pytest.fixture(scope="module")
def examples() -> _Examples:
    return _Examples(load_language("ar"), Reader(places=PlaceIndex(None)))


@pytest.fixture
def rule() -> Rule:
    family = load_language("ar").family("dates")
    return next(r for r in family.rules if r.name == "day_from_publication")


def test_a_pack_that_is_none_is_refused() -> None:
    with pytest.raises(PackError, match="xx"):
        check_pack("xx")
    with pytest.raises(PackError, match="xx"):
        try_text("xx", "نص")


@pytest.mark.parametrize("name", ["ar", "en"])
def test_the_shipped_packs_have_no_fault(name: str) -> None:
    assert [f.message("en") for f in check_pack(name)] == []


def test_an_example_that_reads_otherwise_is_told_with_what_it_read(
    examples: _Examples, rule: Rule
) -> None:
    wrong = Example(text="قتل رجل أمس", line=7, expect={"quote": "أمس", "days": "-9"})
    (fault,) = examples._reads(rule, wrong)  # noqa: SLF001
    assert fault.where == "dates.yml:7"
    assert "«أمس» days=-1" in fault.en
    assert fault.remedy_ar
    (fault,) = examples._reads(rule, replace(wrong, text="قتل رجل"))  # noqa: SLF001
    assert "nothing" in fault.en


def test_a_counter_example_that_is_read_is_told(
    examples: _Examples, rule: Rule
) -> None:
    read = Example(text="قتل رجل أمس", line=9)
    (fault,) = examples._silent(rule, read)  # noqa: SLF001
    assert "أمس" in fault.ar
    assert list(examples._silent(rule, replace(read, text="قتل رجل"))) == []  # noqa: SLF001


def test_a_rule_that_silences_is_told_where_it_does_not(
    examples: _Examples, rule: Rule
) -> None:
    heard = Example(text="قتل رجل أمس", line=3, expect={"quote": "أمس"})
    (fault,) = examples._silences(rule, heard)  # noqa: SLF001
    assert fault.line == 3


def test_trying_a_text_shows_rules_and_the_words_they_stood_on() -> None:
    reading, trees = try_text("ar", "قُتل سبعة مدنيين في غارة على سوق البلدة أمس")
    assert reading.report.id == "example"
    by_kind = {tree.mention.kind: tree for tree in trees}
    assert by_kind["date"].says[1]
    assert ("groups", "civilians", "مدنيين") in by_kind["count"].words
