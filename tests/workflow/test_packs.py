"""Packs as a whole: the shipped ones have no fault; a misread example is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from tawthiq.errors import PackError
from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.lang.language import load_language
from tawthiq.lang.rules import Example, Rule
from tawthiq.workflow.packs.checking import _Examples, check_pack, fix_pack, try_text
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
    with pytest.raises(PackError, match="xx"):
        fix_pack("xx")


@pytest.mark.parametrize("name", ["ar", "en"])
def test_the_shipped_packs_have_no_fault(name: str) -> None:
    told = check_pack(name)
    assert [f.message("en") for f in told if not f.warns] == []


def test_fixing_a_pack_writes_what_it_mends_and_then_nothing(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    sheet = tmp_path / "words" / "weapons.csv"
    sheet.write_text("form,code\r\n منجنـيق ,other", encoding="utf-8-sig")
    (tmp_path / "notes.txt").write_bytes(b"kept \r\n")
    told = fix_pack("ar", folder=tmp_path)
    assert {f.file for f in told} == {"weapons.csv"}
    assert all(f.mends for f in told)
    assert sheet.read_bytes().decode() == "form,code\nمنجنيق,other\n"
    assert (tmp_path / "notes.txt").read_bytes() == b"kept \r\n"
    assert fix_pack("ar", folder=tmp_path) == []
    assert sorted(p.name for p in tmp_path.rglob("*.*")) == ["notes.txt", "weapons.csv"]


def test_a_pack_that_may_not_be_written_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "weapons.csv"
    sheet.write_bytes("form,code\nمنجنيق,other".encode())

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tawthiq.workflow.packs.checking.os.replace", refuse)
    with pytest.raises(PackError, match="cannot be written"):
        fix_pack("ar", folder=tmp_path)
    assert sheet.read_bytes() == "form,code\nمنجنيق,other".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["weapons.csv"]


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
