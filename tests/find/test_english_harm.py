"""English: whom harm befalls and who did it; offices, owners, names behind the verb.

Villages and people are invented.
"""

import pytest
from tests.find.actor_reading import scanned

from tawthiq.find.casualties.counts import find_counts
from tawthiq.find.casualties.finder import find_casualties
from tawthiq.find.persons.unheard import find_unheard
from tawthiq.lang.language import load_language

ENGLISH = load_language("en")

Counted = list[tuple[str, object, object]]


def counted(text: str) -> Counted:
    """Give the words, the outcome and the least number of each casualty."""
    scan = scanned(text, lang="en")
    scan.add(find_counts(scan, ENGLISH))
    hits = find_casualties(scan, ENGLISH)
    return [
        (text[h.start : h.end], h.values["outcome"], h.values["low"])
        for h in hits
        if h.sheet == "casualty"
    ]


def named(text: str) -> dict[object, object]:
    """Give the victims with what befell them."""
    scan = scanned(text, lang="en")
    found = [*scan.of("person"), *find_unheard(scan, ENGLISH)]
    return {h.values["name"]: h.values["outcome"] for h in found}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the town was calm",
        "Gunmen killed the man on Monday",
        "A mayor was named last year. The mayor was wounded in the leg",
        "The mayor's office was bombed and nobody was hurt",
    ],
)
def test_who_was_told_of_or_holds_no_office_is_not_counted_anew(text: str) -> None:
    assert not [row for row in counted(text) if "the " in row[0].casefold()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor of Belmora was shot dead", [("The mayor", "killed", 1)]),
        ("Gunmen killed the priest on 4 May", [("the priest", "killed", 1)]),
        (
            "The blast wounded the driver and killed the guard",
            [("the driver", "injured", 1), ("the guard", "killed", 1)],
        ),
        ("THE JUDGE WAS KIDNAPPED YESTERDAY", [("THE JUDGE", "abducted", 1)]),
    ],
)
def test_an_office_that_one_holds_counts_one(text: str, found: Counted) -> None:
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("Two gunmen killed Omar Haddad on Tuesday", 0),
        ("Two men killed journalist Brenno Valtuk", 0),
        ("TWO MEN KILLED JUDGE ORSINDA QUELP YESTERDAY", 0),
        ("Two gunmen killed on Tuesday", 2),
        ("Two people killed Monday Morning in Belmora", 2),
        ("A raid left another 30 injured Omar Haddad said", 30),
    ],
)
def test_who_harmed_somebody_named_was_not_harmed(text: str, hurt: int) -> None:
    assert sum(int(str(low)) for _, _, low in counted(text)) == hurt


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Brenno Valtuk's wife, Orsinda Quelp, was shot dead",
            {"Orsinda Quelp": "killed"},
        ),
        ("Gunmen killed Omar Haddad\u2019s driver", {}),
        ("The murder of Brenno Valtuk's son was condemned", {}),
        ("Omar Haddad's killing was condemned", {"Omar Haddad": "killed"}),
        ("Gunmen killed Omar Haddad", {"Omar Haddad": "killed"}),
    ],
)
def test_whose_kin_was_harmed_was_not(text: str, found: dict[object, object]) -> None:
    assert named(text) == found
