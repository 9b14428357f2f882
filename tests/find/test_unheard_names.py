"""Victims whose names no list knows, and sentences in capitals; all names are invented."""

import pytest
from tests.find.actor_reading import scanned

from tawthiq.find.persons.unheard import find_unheard
from tawthiq.lang.everyday import everyday, is_shouted
from tawthiq.lang.language import load_language


def unheard(text: str, *, lang: str = "en") -> list[tuple[object, object]]:
    """Give names and outcomes."""
    hits = find_unheard(scanned(text, lang=lang), load_language(lang))
    return [(h.values["name"], h.values["outcome"]) for h in hits]


@pytest.mark.parametrize(
    "text",
    [
        "Brenno Valtuk said that two soldiers were killed",
        "BRENNO VALTUK SAID THAT TWO SOLDIERS WERE KILLED",
        "TWO PEASANTS WERE KILLED BY UNKNOWN MEN",
        "Brenno Valtuk visited the village",
    ],
)
def test_who_speaks_and_everyday_words_are_no_victims(text: str) -> None:
    assert unheard(text) == []


def test_a_script_without_capitals_is_left_to_the_lists() -> None:
    assert unheard("مقتل سامر الزعروري", lang="ar") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brenno Valtuk was killed in the valley", [("Brenno Valtuk", "killed")]),
        ("Brenno al-Valtuk was killed", [("Brenno al-Valtuk", "killed")]),
        ("BRENNO VALTUK WAS KILLED IN THE VALLEY", [("BRENNO VALTUK", "killed")]),
        ("the murder of BRENNO VALTUK", [("BRENNO VALTUK", "killed")]),
        (
            "BRENNO VALTUK AND ORSINDO QUELP WERE KILLED YESTERDAY",
            [("BRENNO VALTUK", "killed"), ("ORSINDO QUELP", "killed")],
        ),
        (
            "BRENNO VALTUK, 45, A MINER, WAS WOUNDED YESTERDAY",
            [("BRENNO VALTUK", "injured")],
        ),
    ],
)
def test_the_victim_of_a_word_of_harm_is_named(
    text: str, found: list[tuple[object, object]]
) -> None:
    assert unheard(text) == found


def test_capitals_say_nothing_only_where_all_is_in_capitals() -> None:
    assert is_shouted("THE MARKET WAS SHELLED AGAIN")
    assert not is_shouted("The ISIS fighters left")
    assert not is_shouted("UNHCR")
    assert not is_shouted("قصف السوق صباحا في القرية")


def test_a_pack_without_a_list_has_no_everyday_words() -> None:
    assert everyday("ar") == frozenset()
    assert "market" in everyday("en")


def test_a_verb_in_capitals_is_no_party() -> None:
    scan = scanned("THE BRIDGE IS CLOSED SINCE THE ATTACK", lang="en")
    assert [h for h in scan.of("actor") if h.code == "isis"] == []


def test_a_line_end_inside_a_sentence_parts_no_phrase() -> None:
    scan = scanned("the soldiers were\nkilled by armed\nmen", lang="en")
    assert [h.values["name"] for h in scan.of("actor")][-1:] == ["armed\nmen"]
