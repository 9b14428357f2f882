"""Words that nothing can reach: rows that no text finds, codes that nobody asks for."""

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

import tawthiq
from tawthiq.lang.check import PLAN_COLUMNS
from tawthiq.lang.check_reach import check_reach
from tawthiq.lang.language import Language, languages, load_language
from tawthiq.lang.lexicon import Entry, Lexicon
from tawthiq.lang.sheets import read_sheet

READ_WHOLE = {
    "concessions", "months", "numbers", "place_heads", "reporting", "roles",
    "source_bounds", "theatres", "vague_sizes", "weekdays",
}  # fmt: skip
"""Sheets of which every word is asked for, whatever its code, or whose code is read."""

IN_THE_WAY = {
    ("count_words", "out_of"),
    ("place_words", "distance"),
    ("place_words", "nothing"),
    ("place_words", "traffic"),
}
"""Codes whose words only keep a shorter word of their sheet from being read."""


def with_words(*forms: str, sheet: str = "weapons") -> Language:
    """Give the English pack with the words of one sheet alone."""
    language = load_language("en")
    entries = tuple(
        Entry(sheet, language.key(form), "other", {"form": form, "code": "other"}, line)
        for line, form in enumerate(forms, start=2)
    )
    return replace(
        language,
        sheets={sheet: entries},
        lexicon=Lexicon(entries, language.affixes),
        families={},
        kept={},
    )


@pytest.mark.parametrize("name", languages())
def test_every_word_of_the_packs_is_reached(name: str) -> None:
    assert [f.message("en") for f in check_reach(load_language(name))] == []


def test_words_that_a_text_finds_say_nothing() -> None:
    assert list(check_reach(with_words("catapult", "great catapult"))) == []


def test_a_form_with_a_stop_inside_is_warned_of() -> None:
    (fault,) = check_reach(with_words("catapult", "cata.pult"))
    assert fault.where == "weapons.csv:3"
    assert fault.value == "cata.pult"
    assert fault.warns


def test_a_list_that_no_sentence_is_asked_for_is_left_out() -> None:
    assert list(check_reach(with_words("cata.pult", sheet="abbreviations"))) == []


def test_every_code_that_a_sheet_may_hold_is_asked_for() -> None:
    """By a rule of some pack, or by its name in the code: a dead code is a dead word."""
    asked = {
        (sheet, code)
        for name in languages()
        for family in load_language(name).families.values()
        for rule in family.rules
        for pattern in rule.patterns
        for sheet, code in pattern.wanted
    }
    room = Path(tawthiq.__file__).parent
    told = "\n".join(source.read_text("utf-8") for source in sorted(room.rglob("*.py")))
    named = set(re.findall(r'"([a-z_0-9]+)"', told))
    sheets = read_sheet(files("tawthiq").joinpath("packs", "sheets.csv"), PLAN_COLUMNS)
    dead = [
        (row.cells["sheet"], code)
        for row in sheets.rows
        for code in row.cells["codes"].split()
        if not code.startswith(("@", "-"))
        and row.cells["sheet"] not in READ_WHOLE
        and (row.cells["sheet"], code) not in IN_THE_WAY
        and code not in named
        and not asked & {(row.cells["sheet"], code), (row.cells["sheet"], "")}
    ]
    assert dead == []
