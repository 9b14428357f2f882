"""What a telling of a wire speaks of; all names and places are invented."""

from tests.assemble.report_reading import scanned

from tawthiq.assemble.telling import Telling, tellings
from tawthiq.assemble.wire_tellings import of_report, of_wired

TOLD = "GUNMEN KILLED FOUR PEASANTS IN THE TOWN OF ZELVARO."
OTHER = "THE TOURNAMENT IN ANKORRE ENDED WITH A CHAMPIONSHIP."


def first(*text: str) -> Telling:
    """Give the first telling of a text."""
    return tellings(scanned(*text))[0]


def test_what_stands_elsewhere_is_no_word_of_a_telling() -> None:
    alone, beside = of_wired(first(TOLD), {}), of_wired(first(TOLD, OTHER), {})
    assert alone == beside
    assert not any("sport" in name for name in alone)


def test_a_report_is_told_by_the_sorts_of_all_its_words() -> None:
    whole = of_report(scanned(TOLD, OTHER))
    assert whole["report_topics_sport"] > 0
    assert "report_topics_sport" not in of_report(scanned(TOLD))
    assert whole.items() <= of_wired(first(TOLD, OTHER), whole).items()


def test_whom_it_befell_and_how_is_told() -> None:
    found = of_wired(first(TOLD), {})
    assert found["counts_killed"]
    assert not any(name.startswith("counts_injured") for name in found)
    assert not {"zelvaro", "gunmen", "peasants"} & {
        part for name in found for part in name.split("_")
    }
