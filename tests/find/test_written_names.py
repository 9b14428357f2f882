"""Names in wires in capitals, whatever befell who bears them; all are invented."""

import pytest
from tests.find.actor_reading import scanned

from tawthiq.find.persons.written import find_written_names
from tawthiq.lang.language import load_language
from tawthiq.lang.scan import Scan


def written(text: str) -> list[object]:
    """Give the names of a sentence."""
    language = load_language("en")
    return [h.values["name"] for h in find_written_names(_read(text), language)]


def _read(text: str) -> Scan:
    return scanned(text, lang="en")


@pytest.mark.parametrize(
    "text",
    [
        "Brenno Valtuk said that two soldiers were killed",
        "TWO PEASANTS WERE KILLED BY UNKNOWN MEN IN THE MORNING",
        "THE MAYOR OF THE TOWN TRAVELED TO THE CAPITAL",
    ],
)
def test_small_letters_and_everyday_words_give_none(text: str) -> None:
    assert written(text) == []


def test_a_name_is_kept_whatever_is_told_of_it() -> None:
    assert written("THE MAYOR, BRENNO VALTUK, LEFT HIS HOUSE") == ["BRENNO VALTUK"]
    assert written("BRENNO VALTUK SAID THAT HE WAS TIRED") == ["BRENNO VALTUK"]


def test_the_name_is_the_words_of_the_report() -> None:
    scan = _read("THE PRIEST AURELO SANTIRO CAME WITH BRENNO VALTUK")
    for hit in find_written_names(scan, load_language("en")):
        assert scan.text[hit.start : hit.end] == hit.values["name"]
