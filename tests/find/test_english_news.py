"""English news: who is tied to a party, where it was, who speaks over an aside, ages.

Villages, people and outlets are invented.
"""

import pytest
from tests.find.actor_reading import scanned
from tests.find.test_sources import sources

from tawthiq.find.casualties.counts import find_counts
from tawthiq.find.casualties.finder import find_casualties
from tawthiq.find.dates.finder import find_dates
from tawthiq.find.persons.unheard import find_unheard
from tawthiq.find.places.finder import place_finder
from tawthiq.lang.language import load_language

DOERS = {"agent", "accused", "claimer", "clash"}
ENGLISH = load_language("en")


class Listed:
    """Stands for the list of places: it knows two."""

    def knows(self, key: str) -> bool:
        """Say whether the list has the name."""
        return key in {"zaytouna", "layla"}

    def begins(self, key: str) -> bool:
        """Say that no longer name begins so."""
        return not key


def doers(text: str) -> set[str]:
    """Give the parties that a sentence calls doers."""
    hits = scanned(text, lang="en").of("actor")
    return {h.code for h in hits if h.values["position"] in DOERS}


def places(text: str) -> dict[str, object]:
    """Give the role of each place of a sentence."""
    hits = place_finder(Listed())(scanned(text, lang="en"), ENGLISH)
    return {text[h.start : h.end]: h.values["role"] for h in hits}


def ages(text: str) -> dict[object, object]:
    """Give the age of each victim of a sentence, unheard names among them."""
    scan = scanned(text, lang="en")
    scan.add(find_counts(scan, ENGLISH))
    scan.add(find_casualties(scan, ENGLISH))
    found = [*scan.of("person"), *find_unheard(scan, ENGLISH)]
    return {h.values["name"]: h.values["age"] for h in found}


@pytest.mark.parametrize(
    "text",
    [
        "A man was killed in rebel-held Zaytouna",
        "Shells were fired at Hezbollah-controlled villages",
        "A rocket attack in Israel killed five people",
        "A blast near Washington wounded two",
        "A militant called Abu Salim al-Iraqi blew himself up",
    ],
)
def test_ground_backers_lands_and_surnames_did_nothing(text: str) -> None:
    assert not doers(text) - {"unidentified"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ministry blamed the attack on the YPG militia", {"sdf"}),
        ("The Huthis claimed a drone attack on the port", {"houthis"}),
        ("Strikes by Syrian and Russian warplanes hit it", {"syrian_government", "russia"}),
        ("The army said the Huthis claimed the attack killed five", set()),
    ],
)  # fmt: skip
def test_blame_is_shifted_and_a_deed_claimed(text: str, found: set[str]) -> None:
    assert doers(text) == found


def test_an_office_that_speaks_for_a_land_was_not_struck() -> None:
    scan = scanned("Russia's Defense Ministry denied carrying out strikes", lang="en")
    assert [h.values["position"] for h in scan.of("actor")] == ["speaker"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells hit Syria's Idlib province", {"Syria": "admin", "Idlib province": "admin"}),
        ("Shells hit Syrias Idlib province", {"Syria": "admin", "Idlib province": "admin"}),
        ("shot in the eastern countryside of Hama", {"eastern countryside of Hama": "admin"}),
        ("A bomb hit the southern town of Zaytouna", {"town of Zaytouna": "at"}),
        ("A bomb went off near the rebel-held town of Zaytouna", {"town of Zaytouna": "near"}),
        ("A rocket landed there, killing Layla and a child", {}),
        ("Syria's army said so", {}),
    ],
)  # fmt: skip
def test_owners_sides_and_the_killed_among_places(
    text: str, found: dict[str, object]
) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Observatory, which relies on sources inside, said two died", ["Observatory"]),
        ("SOHR a monitoring group based abroad reported two dead", ["SOHR"]),
        ("Umm Sami, a resident of the camp, said two were killed", ["Umm Sami"]),
        ('They were taken to the hospital," said a doctor', ["doctor"]),
        ("The army reluctantly admitted it", ["army"]),
        ("It fell near an old police station said the Observatory", ["Observatory"]),
    ],
)  # fmt: skip
def test_who_speaks_over_an_aside(text: str, found: list[object]) -> None:
    assert [h.values["name"] for h in sources(text, "en")] == found


def test_who_is_no_health_organisation() -> None:
    (hit,) = sources('"It burned," said Sami Velt, a grocer who fled', "en")
    assert hit.code != "un"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It killed her husband, Mahmoud, 47, and two more", {"Mahmoud": 47.0}),
        ("It killed her daughter, Rima, who was six", {"Rima": 6.0}),
        ("It killed a judge, Sami Velt, and his driver", {"Sami Velt": None}),
        ("Her son Yasser, 12, was killed by shrapnel", {"Yasser": 12.0}),
        ("Men loyal to the president, Sami Velt, killed her husband", {}),
    ],
)  # fmt: skip
def test_victims_beside_their_kin_and_ages(
    text: str, found: dict[object, object]
) -> None:
    assert ages(text) == found


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The toll from a strike on a depot in the north of the valley rose to 31", 31),
        ("Two more died, bringing to 22 the number of people killed", 22),
        ("The company rose to 31 in the list of builders", None),
        ("They were bringing to 22 villages flour and oil", None),
    ],
)
def test_what_a_toll_rose_or_was_brought_to(text: str, rows: int | None) -> None:
    scan = scanned(text, lang="en")
    counts = find_counts(scan, ENGLISH)
    killed = [h.values["low"] for h in counts if h.values["outcome"] == "killed"]
    assert killed[-1:] == ([] if rows is None else [rows])


def test_the_day_between_a_speaker_and_his_verb_is_that_of_his_words() -> None:
    texts = ("Officials on Friday said two died", "Strikes on Friday killed two")
    roles = []
    for text in texts:
        scan = scanned(text, lang="en")
        roles += [h.values["role"] for h in find_dates(scan, ENGLISH)]
    assert roles == ["said", "event"]


def test_who_carried_out_no_strike_denies_it() -> None:
    scan = scanned("Russian aircraft carried out no missions there", lang="en")
    assert [h.values["position"] for h in scan.of("actor")] == ["denier"]


def test_no_comma_closes_an_aside_on_the_victim_named_last() -> None:
    text = "A blast killed two, including the mayor, security officials said"
    assert [h.values["name"] for h in sources(text, "en")] == ["security officials"]


def test_a_decade_of_life_counts_nobody() -> None:
    scan = scanned("A man in his 50s was wounded", lang="en")
    counts = [h.values["low"] for h in find_counts(scan, ENGLISH)]
    assert counts == [1]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Eight Iranian-backed militiamen were killed", [("combatants", 8)]),
        ("Forty people - mostly men - were killed", [("people", 40)]),
    ],
)
def test_an_adjective_of_a_land_counts_nobody_by_itself(
    text: str, rows: list[tuple[str, int]]
) -> None:
    scan = scanned(text, lang="en")
    counts = [(h.values["group"], h.values["low"]) for h in find_counts(scan, ENGLISH)]
    assert counts[: len(rows)] == rows


def test_a_full_name_aimed_at_is_no_place() -> None:
    assert places("They made a raid, targeting Khalid al-Velt, a trader") == {}


def test_what_the_whole_clause_did_a_member_of_a_party_did_not() -> None:
    assert not doers("The units raided the house of an ISIS member, arresting him")


def test_the_letter_of_an_abbreviation_is_no_direction() -> None:
    assert "N. Layla" not in places("The U.N. Layla mission said two were killed")
    assert places("N. Layla was shelled, killing two.") == {"N. Layla": "near"}
