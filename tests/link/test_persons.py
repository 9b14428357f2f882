"""Two persons of one incident: one, two, or a question."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.link.person_clusters import cluster_persons
from tawthiq.link.person_reasons import reasons
from tawthiq.link.persons import same_person
from tawthiq.model.link import Judgement
from tawthiq.model.person import Person

GIVEN = ("سلوى", "نجيب", "محمد", "حسن", "حسين", "أحمد", "ليان")
FAMILY = ("المرجان", "الريحاني", "أبو زعرور", "العلي", "محمد")
NAMES = st.lists(st.sampled_from(GIVEN), min_size=1, max_size=3).flatmap(
    lambda given: st.sampled_from(FAMILY).map(lambda f: " ".join([*given, f]))
)
AGES = st.none() | st.integers(0, 99).map(float)
SEXES = st.sampled_from((None, "male", "female"))


def person(
    name: str, age: float | None = None, sex: str | None = None, known: str = ""
) -> Person:
    return Person(id=known or name, name=name, age=age, sex=sex)


PERSONS = st.builds(person, NAMES, AGES, SEXES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سلوى المرجان", "نجيب المرجان"),
        ("محمد", "محمد"),
        ("زوجة نجيب المرجان", "نجيب المرجان"),
        ("", ""),
        ("محمد العلي", "محمد الريحاني"),
    ],
)
def test_too_little_in_common_is_never_one_whatever_age_and_sex(
    one: str, other: str
) -> None:
    found = same_person(person(one, 7.0, "male"), person(other, 7.0, "male"))
    assert found.judgement is Judgement.NEGATIVE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حسن محمد العلي", "حسين محمد العلي"),
        ("محمود أحمد العلي", "محمد أحمد العلي"),
        ("محمد أحمد العلي", "محمد خالد العلي"),
        ("Salwa al-Marjan", "سلوى المرجان"),
        ("Mohammed Ahmad al-Ali", "محمد أحمد العلي"),
    ],
)
def test_brothers_fathers_and_scripts_are_a_question_at_most(
    one: str, other: str
) -> None:
    assert same_person(person(one), person(other)).judgement is not Judgement.POSITIVE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد أحمد العلي", "الطفل محمد العلي"),
        ("سلوى المرجان", "سلوي المرجان"),
        ("نجيب عبد الله الريحاني", "نجيب عبدالله الريحاني"),
        ("سليم أبو زعرور", "سليم ابوزعرور"),
        ("سلوى المرجان", "سلوى المرجان"),
    ],
)
def test_one_name_in_two_spellings_is_one(one: str, other: str) -> None:
    assert same_person(person(one), person(other)).judgement is Judgement.POSITIVE


def test_a_latin_spelling_is_proposed() -> None:
    found = same_person(person("Salwa al-Marjan"), person("سلوى المرجان"))
    assert found.judgement is Judgement.UNSURE


def test_another_sex_or_an_age_far_off_takes_away() -> None:
    name = "سلوى نجيب المرجان"
    alike = same_person(person(name, 30.0, "female"), person(name, 30.0, "female"))
    older = same_person(person(name, 30.0), person(name, 70.0))
    other = same_person(person(name, 30.0, "female"), person(name, 30.0, "male"))
    assert older.score < alike.score
    assert other.score < alike.score


@given(PERSONS, PERSONS)
@settings(max_examples=200)
def test_law_judging_is_symmetric(one: Person, other: Person) -> None:
    here, there = same_person(one, other), same_person(other, one)
    assert here.judgement is there.judgement
    assert here.score == pytest.approx(there.score)


@given(PERSONS)
def test_law_a_person_is_like_himself_or_too_little_is_told(one: Person) -> None:
    assert same_person(one, one).score >= 0.5


def test_reasons_leave_out_what_every_pair_has() -> None:
    found = same_person(person("سلوى المرجان", 30.0), person("سلوى المرجان", 30.0))
    codes = [r.code for r in reasons(found.parts)]
    assert "bias" not in codes
    assert {"given_same", "family_same", "age_same"} <= set(codes)
    assert [abs(r.adds) for r in reasons(found.parts)] == sorted(
        (abs(r.adds) for r in reasons(found.parts)), reverse=True
    )


def test_a_short_name_ties_no_two_longer_ones() -> None:
    told = [
        person("محمد أحمد العلي"),
        person("محمد خالد العلي"),
        person("محمد العلي"),
    ]
    found = cluster_persons(told)
    assert all(
        not {"محمد أحمد العلي", "محمد خالد العلي"} <= {p.name for p in c}
        for c in found.clusters
    )
    assert found.proposals


def test_two_of_one_list_stay_two() -> None:
    told = [person("سلوى المرجان", known="r1-1"), person("سلوى المرجان", known="r1-2")]
    assert len(cluster_persons(told).clusters) == 1
    found = cluster_persons(told, apart=lambda a, b: a.id[:2] == b.id[:2])
    assert len(found.clusters) == 2
    assert found.proposals == ()


@given(st.lists(PERSONS, max_size=6), st.randoms())
@settings(max_examples=60)
def test_law_the_order_of_persons_never_matters(
    told: list[Person], chance: random.Random
) -> None:
    numbered = [
        Person(id=str(i), name=p.name, age=p.age, sex=p.sex) for i, p in enumerate(told)
    ]
    shuffled = chance.sample(numbered, len(numbered))
    found, again = cluster_persons(numbered), cluster_persons(shuffled)
    assert set(found.clusters) == set(again.clusters)
    assert sorted(p.id for c in found.clusters for p in c) == sorted(
        p.id for p in numbered
    )
