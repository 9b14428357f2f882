"""The check of a pack: every fault at once, with its line and its remedy."""

from pathlib import Path

import pytest

from tawthiq.errors import PackError
from tawthiq.lang import check as room
from tawthiq.lang.check import (
    OTHER_COLUMNS,
    check_rules,
    check_shapes,
    check_slots,
    check_words,
    plans,
)
from tawthiq.lang.codebook import load_codebook
from tawthiq.lang.faults import Fault
from tawthiq.lang.language import load_language

CODEBOOK = load_codebook()
HEAD = "form,code,kind,air,note\n"


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty pack in which one may write."""
    (tmp_path / "words").mkdir()
    (tmp_path / "rules").mkdir()
    silent = "table,code,why\n" + "".join(
        f"weapons,{c},invented\n" for c in CODEBOOK.tables["weapons"].codes
    )
    for file, columns in OTHER_COLUMNS.items():
        (tmp_path / file).write_text(",".join(columns) + "\n", encoding="utf-8")
    (tmp_path / "no_word_yet.csv").write_text(silent, encoding="utf-8")
    monkeypatch.setattr(room, "pack_folder", lambda _: tmp_path)
    return tmp_path


def words(pack: Path, rows: str, name: str = "weapons") -> list[Fault]:
    (pack / "words" / f"{name}.csv").write_text(HEAD + rows, encoding="utf-8")
    return [f for f in whole() if f.file != "no_word_yet.csv"]


def whole() -> list[Fault]:
    """Give each fault once: a short row is told by the reader and by the mender."""
    told = [
        *check_shapes("ar", CODEBOOK),
        *check_words(load_language("ar"), CODEBOOK),
    ]
    return list(dict.fromkeys(told))


def rules(pack: Path, text: str) -> list[Fault]:
    (pack / "rules" / "dates.yml").write_text(text, encoding="utf-8")
    return list(check_rules("ar"))


def test_sound_rows_say_nothing(pack: Path) -> None:
    assert words(pack, "منجنيق,other,noun,,\nمنجنيقات,other,noun,,\n") == []


@pytest.mark.parametrize(
    ("rows", "line", "said"),
    [
        ("منجنيق,catapult,noun,,\n", 2, "does not know"),
        ("منجنيق,other,noun,,\nمَنجنيق,other,noun,,\n", 3, "twice"),
        ("منجنيق,other,noun,,\nمنجنيق,mortar,noun,,\n", 3, "twice"),
        ("منجنـيق,other,noun,,\n", 2, "tatweel"),
        ("منجن\u200fيق,other,noun,,\n", 2, "hidden"),
        ("\ufee3نجنيق,other,noun,,\n", 2, "presentation"),
        ("منجنی\u0642,other,noun,,\n", 2, "Persian"),
        ("ا\u0654منجنيق,other,noun,,\n", 2, "NFC"),
        ("...,other,noun,,\n", 2, "no letters"),
        (' منجنيق,other,"noun",,\n', 2, "quoted"),
        ("منجنيق,other,noun\n", 2, "cells"),
    ],
)
def test_a_fault_is_told_with_its_line(
    pack: Path, rows: str, line: int, said: str
) -> None:
    found = words(pack, rows)
    assert [(f.line, said in f.en) for f in found] == [(line, True)]
    assert all(f.ar and f.remedy_ar and f.remedy_en for f in found)


@pytest.mark.parametrize(
    ("rows", "mends", "warns"),
    [
        ("منجنيق,catapult,noun,,\n", False, False),
        ("منجنـيق,other,noun,,\n", True, False),
        ("منجنيق,other,noun\n", True, False),
        ("منجنيق,other,noun,,,\n", False, False),
        ("منجنی\u0642,other,noun,,\n", False, True),
    ],
)
def test_a_fault_says_whether_it_is_mended_and_whether_it_only_warns(
    pack: Path, rows: str, *, mends: bool, warns: bool
) -> None:
    (fault,) = words(pack, rows)
    assert (fault.mends, fault.warns) == (mends, warns)


def test_a_missing_sheet_beside_the_words_is_told(pack: Path) -> None:
    (pack / "fold.csv").unlink()
    (fault,) = words(pack, "منجنيق,other,noun,,\n")
    assert fault.file == "fold.csv"


def test_all_faults_are_told_at_once(pack: Path) -> None:
    assert len(words(pack, "أ,catapult,noun,,\nمنجنـيق,trebuchet,noun,,\n")) == 3


def test_a_sheet_that_nothing_reads_is_told(pack: Path) -> None:
    (fault,) = words(pack, "منجنيق,other,noun,,\n", name="siege_engines")
    assert "nothing reads" in fault.en


def test_a_wrong_header_is_told_with_the_right_one(pack: Path) -> None:
    (pack / "words" / "weapons.csv").write_text("form,kind\nx,y\n", encoding="utf-8")
    found = whole()
    assert any(HEAD.strip() in f.remedy_en for f in found)


def test_a_code_without_a_word_must_be_admitted(pack: Path) -> None:
    (pack / "no_word_yet.csv").write_text("table,code,why\n", encoding="utf-8")
    (pack / "words" / "weapons.csv").write_text(HEAD, encoding="utf-8")
    found = whole()
    assert [f for f in found if "no word" in f.en] == [] or all(
        f.file == "no_word_yet.csv" for f in found
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- rule: [", "YAML"),
        ("- rule: a\n  pattern: ['{date']\n  gives: {}\n", "read"),
        ("- rule: a\n  rule: b\n", "twice"),
        ("- rule: a\n  weight: 3\n  pattern: ['{date}']\n  gives: {}\n", "weight"),
    ],
)
def test_a_rule_file_that_cannot_be_read_is_told(
    pack: Path, text: str, said: str
) -> None:
    found = rules(pack, text)
    assert len(found) == 1
    assert said in found[0].en
    assert "dates.yml" in found[0].file


def test_a_rule_wants_two_examples_a_counter_example_and_its_saying(
    pack: Path,
) -> None:
    text = (
        "- rule: a\n  says_ar: أ\n  says_en: a\n  pattern: ['{weekdays}']\n"
        "  gives: {form: x}\n"
    )
    assert len(rules(pack, text)) == 2
    assert len(rules(pack, text.replace("  says_ar: أ\n", ""))) == 3
    told = text + "  yes: [{text: أ}, {text: ب}]\n  no: [{text: ج}]\n"
    assert rules(pack, told) == []


def test_every_planned_sheet_names_tables_that_exist() -> None:
    found = plans(CODEBOOK)
    assert found["weapons"].tables == ("weapons",)
    assert found["weapons"].codes is not None
    assert "mortar" in found["weapons"].codes


def test_a_plan_with_an_unknown_table_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "packs").mkdir()
    sheet = tmp_path / "packs" / "sheets.csv"
    sheet.write_text("sheet,columns,codes,twice,note\nx,form,@nothing,,\n", "utf-8")
    monkeypatch.setattr(room, "files", lambda _: tmp_path)
    with pytest.raises(PackError, match="nothing"):
        plans(CODEBOOK)


@pytest.mark.parametrize("name", ["ar", "en"])
def test_the_rules_of_the_packs_ask_for_words_that_exist(name: str) -> None:
    assert list(check_slots(load_language(name))) == []
