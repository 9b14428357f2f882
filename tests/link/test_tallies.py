"""Tallies: what is not said stays unsaid; then ranges by their rules."""

from datetime import timedelta

import pytest
from tests.link.telling import DAY, Told, reading

from tawthiq.errors import OptionError
from tawthiq.grade.settings import GradeSettings
from tawthiq.link.settings import LinkSettings
from tawthiq.model.incident import Tally
from tawthiq.model.reading import Reading
from tawthiq.workflow.linking import LinkingSettings, incidents_of

VAGUE = (("killed", "civilians", None, None),)


def tallies(
    *readings: Reading, vague: str | None = None
) -> dict[tuple[str, str], Tally]:
    settings = LinkingSettings(
        link=LinkSettings(vague_counts=vague), grade=GradeSettings()
    )
    (incident,) = incidents_of(readings, settings=settings)
    return {(t.outcome, t.group): t for t in incident.casualties}


def bounds(found: dict[tuple[str, str], Tally], *slot: str) -> tuple[object, object]:
    tally = found[slot[0], slot[1]]
    return tally.low, tally.high


def test_who_says_nothing_of_people_makes_no_row() -> None:
    assert tallies(reading("أ", Told(day=DAY))) == {}


def test_people_spoken_of_without_a_number_are_neither_none_nor_unsaid() -> None:
    found = tallies(reading("أ", Told(day=DAY, rows=VAGUE)))
    assert bounds(found, "killed", "civilians") == (None, None)
    assert ("injured", "civilians") not in found


def test_nobody_beside_people_counted_is_nobody_else() -> None:
    rows = (("injured", "civilians", 8, 8), ("injured", "people", 0, 0))
    found = tallies(reading("أ", Told(day=DAY, rows=rows)))
    assert bounds(found, "injured", "civilians") == (8, 8)
    assert ("injured", "people") not in found


def test_zero_is_a_number() -> None:
    found = tallies(reading("أ", Told(day=DAY, injured=0)))
    assert bounds(found, "injured", "civilians") == (0, 0)


def test_rival_voices_widen_and_are_never_summed() -> None:
    found = tallies(
        reading("أ", Told(day=DAY, killed=5, injured=7)),
        reading("ب", Told(day=DAY, killed=6, injured=7)),
    )
    assert bounds(found, "killed", "civilians") == (5, 6)
    assert bounds(found, "injured", "civilians") == (7, 7)
    assert found["killed", "civilians"].rule == "least_to_greatest_of_voices"


def test_who_counts_some_of_the_dead_is_no_rival_of_three_that_count_all() -> None:
    told = [
        reading(name, Told(day=DAY, killed=n))
        for name, n in {"أ": 1, "ب": 9, "ت": 10}.items()
    ]
    assert bounds(tallies(*told), "killed", "civilians") == (9, 10)
    assert len(tallies(*told)["killed", "civilians"].claims) == len(told)
    assert bounds(tallies(*told[:2]), "killed", "civilians") == (1, 9)
    nobody = reading("ث", Told(day=DAY, rows=(("killed", "civilians", 0, 0),)))
    assert bounds(tallies(*told, nobody), "killed", "civilians") == (0, 10)


def test_a_later_toll_of_one_voice_replaces_its_earlier_one() -> None:
    found = tallies(
        reading("أ", Told(day=DAY, killed=5), outlet="منصة السنبلة"),
        reading(
            "ب",
            Told(day=DAY, killed=9),
            outlet="منصة السنبلة",
            published=DAY + timedelta(days=1),
        ),
    )
    assert bounds(found, "killed", "civilians") == (9, 9)


def test_a_copy_weighs_once() -> None:
    words = "قصفت المدفعية صباح اليوم منازل المدنيين في البلدة مما أدى إلى مقتل شخصين"
    told = Told(day=DAY, killed=2)
    found = tallies(reading("أ", told, text=words), reading("ب", told, text=words))
    assert found["killed", "civilians"].rule == "one_voice"


def test_women_and_children_without_a_whole_are_summed() -> None:
    rows = (("killed", "women", 1, 1), ("killed", "children", 2, 2))
    found = tallies(reading("أ", Told(day=DAY, rows=rows)))
    assert bounds(found, "killed", "people") == (3, 3)
    assert found["killed", "people"].rule == "sum_of_disjoint_groups"


def test_beside_a_total_one_child_is_no_rival_total() -> None:
    child = (("killed", "children", 1, 1),)
    found = tallies(
        reading("أ", Told(day=DAY, killed=6, by=("russia",))),
        reading("ب", Told(day=DAY, rows=child, by=("russia",))),
    )
    assert bounds(found, "killed", "civilians") == (6, 6)
    assert ("killed", "people") not in found


def test_parts_within_a_total_leave_it_as_it_is() -> None:
    rows = (("injured", "children", 1, 1), ("injured", "women", 2, 2))
    found = tallies(
        reading("أ", Told(day=DAY, injured=3, by=("russia",))),
        reading("ب", Told(day=DAY, rows=rows, by=("russia",))),
    )
    assert bounds(found, "injured", "civilians") == (3, 3)


def test_a_total_is_at_most_what_its_parts_amount_to() -> None:
    rows = (("injured", "children", 1, 1), ("injured", "women", 2, 2))
    found = tallies(
        reading("أ", Told(day=DAY, injured=1, by=("russia",))),
        reading("ب", Told(day=DAY, rows=rows, by=("russia",))),
    )
    assert bounds(found, "injured", "civilians") == (1, 3)
    assert found["injured", "civilians"].rule == "raised_to_parts"
    assert len(found["injured", "civilians"].claims) == 3


def test_at_least_stays_open() -> None:
    rows = (("killed", "civilians", 12, None),)
    found = tallies(reading("أ", Told(day=DAY, rows=rows)))
    assert bounds(found, "killed", "civilians") == (12, None)


def test_fighters_are_no_people() -> None:
    rows = (("killed", "combatants", 4, 4),)
    assert set(tallies(reading("أ", Told(day=DAY, rows=rows)))) == {
        ("killed", "combatants")
    }


def test_as_many_as_one_report_names_were_harmed() -> None:
    names = ("نجيب سمعان الريحاني", "سلوى سمعان الريحاني")
    found = tallies(reading("أ", Told(day=DAY, named=names)))
    assert bounds(found, "killed", "people") == (2, 2)


def test_names_beyond_a_count_are_the_most_and_the_count_stays_the_least() -> None:
    rows = (("killed", "people", 1, 1),)
    names = ("نجيب سمعان الريحاني", "سلوى سمعان الريحاني")
    found = tallies(
        reading("أ", Told(day=DAY, rows=rows)), reading("ب", Told(day=DAY, named=names))
    )
    assert bounds(found, "killed", "people") == (1, 2)


def test_a_wounded_person_who_dies_moves() -> None:
    name = ("نجيب سمعان الريحاني",)
    found = tallies(
        reading("أ", Told(day=DAY, killed=1, injured=3, wounded=name)),
        reading("ب", Told(day=DAY, killed=2, injured=2, named=name)),
    )
    assert bounds(found, "killed", "civilians") == (1, 2)
    assert bounds(found, "injured", "civilians") == (2, 3)
    assert ("injured", "people") not in found


def test_every_tally_shows_its_claims() -> None:
    found = tallies(reading("أ", Told(day=DAY, killed=5)))
    assert len(found["killed", "civilians"].claims) == 1


def test_vague_words_are_no_number_unless_a_convention_is_chosen() -> None:
    told = reading("أ", Told(day=DAY, rows=VAGUE), text="عشر")
    assert bounds(tallies(told), "killed", "civilians") == (None, None)
    assert bounds(tallies(told, vague="ucdp"), "killed", "civilians") == (None, None)


def test_an_unknown_convention_is_refused() -> None:
    with pytest.raises(OptionError, match="vague"):
        tallies(reading("أ", Told(day=DAY, rows=VAGUE)), vague="guess")
