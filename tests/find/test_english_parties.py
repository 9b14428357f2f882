"""English: who stands behind ``by``, who only suffers, what a number counts."""

import pytest
from tests.find.actor_reading import actors, persons, scanned, struck
from tests.find.casualty_reading import rows_of

from tawthiq.find.dates.finder import find_dates
from tawthiq.find.places.finder import place_finder
from tawthiq.lang.language import load_language

DOERS = {"agent", "accused", "claimer"}


class NoPlaces:
    """Stands for the list of places: it knows none."""

    def knows(self, key: str) -> bool:
        """Say that no list has the name."""
        return not key

    def begins(self, key: str) -> bool:
        """Say that no name begins so."""
        return not key


def scanned_places(text: str) -> dict[str, object]:
    """Give the relation of each place of an English sentence."""
    language = load_language("en")
    scan = scanned(text, lang="en")
    scan.add(find_dates(scan, language))
    hits = place_finder(NoPlaces())(scan, language)
    return {text[h.start : h.end]: h.values["relation"] for h in hits}


@pytest.mark.parametrize(
    "text",
    [
        "Three young men were gunned down in the valley",
        "The curfew was ordered by the army after the murder",
        "Fourteen rebels were ambushed near Barda",
        "A policeman killed in the attack was buried",
        "The police defused a bomb planted near the school",
        "Due to the speed of the rebels, the mob murdered the mayor",
    ],
)
def test_who_suffers_orders_or_helps_is_no_doer(text: str) -> None:
    assert not DOERS & set(actors(text, lang="en").values())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He was kidnapped by four men", "four men"),
        ("A miner was shot by a group of uniformed individuals", "uniformed individuals"),
        ("Farmers were killed by soldiers of the armed forces", "soldiers of the armed forces"),
    ],
)  # fmt: skip
def test_anybody_behind_by_is_a_doer(text: str, words: str) -> None:
    scan = scanned(text, lang="en")
    (hit,) = [h for h in scan.of("actor") if h.values["position"] == "agent"]
    assert text[hit.start : hit.end] == words


def test_a_house_of_who_attacked_was_not_struck() -> None:
    assert struck("The crew was attacked by embassy guards", lang="en") == []


def test_a_state_written_with_stops_is_a_party() -> None:
    assert actors("A U.S. airstrike hit Barda", lang="en") == {"united_states": "agent"}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor lived seven blocks from where he was killed",
        "He left on 9 March, was killed at sea and was buried",
        "Samir, 30, who was kidnapped in May, came home",
        "He was kidnapped by four men",
    ],
)
def test_distances_ages_and_doers_are_no_casualties(text: str) -> None:
    assert rows_of(text, "en") == []


def test_names_behind_the_title_doctor_in_capitals() -> None:
    assert persons("THE MURDER OF DR. RAFAEL QUELP", lang="en") == ["RAFAEL QUELP"]


def test_who_is_fought_by_an_operation_does_not_lead_it() -> None:
    assert (
        actors("They began an anti-ISIS raid in Barda", lang="en")["isis"] == "target"
    )


def test_an_aside_with_a_bracket_does_not_part_a_party_from_its_verb() -> None:
    text = "US forces, helped by farmers of the valley (FV), bombed Barda"
    assert actors(text, lang="en")["united_states"] == "agent"


def test_a_school_of_a_martyr_and_a_plain_subject_count_nobody() -> None:
    assert rows_of("Martyr Quelp School was hit", "en") == []
    assert rows_of("The driver said that the road was closed", "en") == []
    assert rows_of("On 26 January ISIS fighters killed 2 men", "en") == [
        ("killed", "men", 2, 2)
    ]
    assert rows_of("The death of two men as a primary death toll", "en") == [
        ("killed", "men", 2, 2)
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Boy killed, man injured, by gunmen in Barda",
            [("killed", "children", 1, 1), ("injured", "men", 1, 1)],
        ),
        (
            "Rockets kill villager and injure 12 civilians",
            [("killed", "civilians", 1, 1), ("injured", "civilians", 12, 12)],
        ),
        (
            "Civilian killed and three others, including children, injured",
            [("killed", "civilians", 1, 1), ("injured", "civilians", 3, 3)],
        ),
    ],
)
def test_headlines_count_without_articles(
    text: str, rows: list[tuple[str, str, int, int]]
) -> None:
    assert rows_of(text, "en") == rows


def test_the_city_of_an_agency_is_no_place_struck() -> None:
    text = "Damascus, 3 July 2031 -- A shell hit Barda village"
    places = scanned_places(text)
    assert places["Damascus"] == "dateline"
    assert places["Barda village"] == "struck"


def test_men_beside_a_party_are_the_partys() -> None:
    text = "Shining Path terrorists murdered the mayor"
    (hit,) = scanned(text, lang="en").of("actor")
    assert (hit.code, hit.values["position"]) == ("other", "agent")
    assert text[hit.start : hit.end] == "Shining Path terrorists"


def test_acts_of_sabotage_are_carried_out_too() -> None:
    text = "The Extraditables carried out acts of sabotage"
    assert actors(text, lang="en") == {"other": "agent"}
    assert actors("The rebels carried out a survey", lang="en") == {"other": None}
