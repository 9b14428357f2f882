"""Two lists of persons: who is who, and who stays unsure."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.link.person_matching import PersonMatch, match_persons
from tawthiq.model.person import Person

GIVEN = ("سلوى", "نجيب", "محمد", "حسن", "حسين", "أحمد", "ليان", "خالد", "سليم", "هدى")
FAMILY = ("المرجان", "الريحاني", "أبو زعرور", "الحصاد", "السنبلاوي", "العقيقي")


def person(known: str, name: str, age: float | None = None) -> Person:
    return Person(id=known, name=name, age=age)


def pairs(found: tuple[PersonMatch, ...]) -> set[tuple[str, str]]:
    return {(m.person.id, m.match.id) for m in found if m.match}


def crowd(size: int, seed: int) -> list[Person]:
    """Give invented persons, each with a name of four parts."""
    draw = random.Random(seed)  # noqa: S311 - names for a test
    return [
        person(
            f"b{n}",
            " ".join([*draw.choices(GIVEN, k=3), draw.choice(FAMILY)]),
            float(draw.randrange(90)),
        )
        for n in range(size)
    ]


def test_empty_lists_match_nobody() -> None:
    assert match_persons([], []) == ()
    assert pairs(match_persons([], crowd(5, 1))) == set()
    (found,) = match_persons([person("a", "سلوى نجيب المرجان", 7.0)], [])
    assert (found.match, found.why) == (None, "nobody")


def test_age_alone_and_a_name_of_one_word_match_nobody() -> None:
    (found,) = match_persons([person("a", "سلوى", 7.0)], [person("b", "سلوى", 7.0)])
    assert found.match is None


def test_no_name_and_a_kinsman_s_name_say_so() -> None:
    there = [person("b", "نجيب سليم المرجان", 30.0)]
    asked = [person("a1", "", 30.0), person("a2", "زوجة نجيب سليم المرجان", 30.0)]
    assert [m.why for m in match_persons(asked, there)] == ["no_name", "kinsman"]


def test_two_who_are_as_like_leave_it_unsure() -> None:
    there = [
        person("b1", "سلوى نجيب سليم المرجان", 30.0),
        person("b2", "سلوى نجيب خالد المرجان", 30.0),
    ]
    (found,) = match_persons([person("a", "سلوى نجيب المرجان", 30.0)], there)
    assert (found.match, found.why) == (None, "rivals")
    assert {p.id for p, _ in found.candidates} == {"b1", "b2"}


def test_two_who_claim_one_person_as_well_get_nobody() -> None:
    asked = [
        person("a1", "سلوى نجيب المرجان", 30.0),
        person("a2", "سلوى نجيب المرجان", 30.0),
    ]
    found = match_persons(asked, [person("b", "سلوى نجيب سليم المرجان", 30.0)])
    assert [m.match for m in found] == [None, None]
    assert {m.why for m in found} == {"claimed"}


def test_the_age_parts_namesakes() -> None:
    there = [
        person("b1", "سلوى نجيب سليم المرجان", 30.0),
        person("b2", "سلوى نجيب خالد المرجان", 5.0),
    ]
    (found,) = match_persons([person("a", "سلوى نجيب المرجان", 30.0)], there)
    assert found.match is not None
    assert found.match.id == "b1"


def test_slips_dropped_names_and_joined_words_do_not_part_a_person() -> None:
    there = [
        person("b1", "عبدالرحمن نجيب خالد ابوزعرور", 12.0),
        person("b2", "سلوى سالمه هالل االريحاني", 40.0),
        person("b3", "ليان سليم حسن المرجان", 8.0),
    ]
    asked = [
        person("a1", "الطفل عبد الرحمن نجيب أبو زعرور", 12.0),
        person("a2", "سلوى سلامة هلال الأريحاني", 41.0),
        person("a3", "ليان سليم المرجن", 8.0),
    ]
    found = pairs(match_persons(asked, [*there, *crowd(40, 3)]))
    assert found == {("a1", "b1"), ("a2", "b2"), ("a3", "b3")}


def test_law_whoever_is_unique_matches_himself() -> None:
    there = crowd(120, 7)
    by_name = {p.name: p for p in there}
    unique = [p for p in by_name.values() if sum(q.name == p.name for q in there) == 1]
    found = pairs(match_persons(unique, unique))
    assert found == {(p.id, p.id) for p in unique}


@given(st.integers(0, 50), st.integers(0, 50), st.randoms())
@settings(max_examples=15, deadline=None)
def test_law_lines_and_lists_may_change_places(
    seed: int, other: int, chance: random.Random
) -> None:
    here, there = crowd(30, seed), crowd(30, other + 100)
    there = [*there, *(person(f"x{p.id}", p.name, p.age) for p in here[:10])]
    found = pairs(match_persons(here, there))
    assert {(b, a) for a, b in found} == pairs(match_persons(there, here))
    shuffled = chance.sample(there, len(there))
    assert found == pairs(match_persons(chance.sample(here, len(here)), shuffled))
    assert len({b for _, b in found}) == len(found)
