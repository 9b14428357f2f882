"""Comparing: what is not said speaks neither for nor against; then each feature."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.link.telling import DAY, Told, reading

from tawthiq.assemble.claims import claims_of
from tawthiq.link.accounts import accounts_of
from tawthiq.link.compare import features
from tawthiq.link.facts import Facts, facts_of
from tawthiq.link.kinship import actors_agree, types_agree
from tawthiq.model.vocabulary import EventKind

NEXT = DAY + timedelta(days=1)


def facts(told: Told, name: str = "أ", published: date | None = DAY) -> Facts:
    read = reading(name, told, published=published)
    (account,) = accounts_of(read, claims_of(read))
    return facts_of(account)


def named(left: Told, right: Told) -> set[str]:
    return set(features(facts(left), facts(right, "ب")))


def test_what_is_not_said_is_no_feature() -> None:
    found = named(Told(day=DAY), Told(day=DAY))
    unsaid = ("killed", "injured", "actor", "object", "weapon", "victim", "fighters")
    assert not [name for name in found for word in unsaid if word in name]


def test_the_name_of_a_station_is_local_though_its_point_be_the_citys() -> None:
    read = reading("أ", Told(at="مدينة السنابل"))
    (event,) = read.events

    def cities(head: str | None) -> frozenset[str]:
        places = tuple(replace(p, head=head) for p in event.places)
        told = replace(read, events=(replace(event, places=places),))
        (account,) = accounts_of(told, claims_of(told))
        return facts_of(account).cities

    assert cities("city") == cities(None) != frozenset()
    assert cities("facility") == frozenset()


def test_the_order_of_two_does_not_matter() -> None:
    left, right = facts(Told(killed=2)), facts(Told(day=NEXT, injured=1), "ب")
    assert features(left, right) == features(right, left)


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (Told(day=DAY), Told(day=DAY), "same_day_both_stated"),
        (Told(day=DAY), Told(), "same_day_one_stated"),
        (Told(), Told(), "same_day_published"),
        (Told(day=DAY), Told(day=NEXT), "next_day_both_stated"),
        (Told(day=DAY), Told(day=DAY + timedelta(days=5)), "other_day"),
        (Told(), Told(at="مدينة السنابل"), "first_places_far"),
        (Told(), Told(at="كفر مشمش"), "far"),
        (Told(), Told(at="بئر الهدهد"), "within_5km"),
        (Told(), Told(), "shared_place_first"),
        (Told(), Told(at=("كفر مشمش", "تل القنفذ")), "shared_place_one_first"),
        (Told(at="مدينة السنابل"), Told(at="مدينة السنابل"), "same_city"),
        (
            Told(at="مدينة السنابل"),
            Told(at=("مدينة السنابل", "حي الياسمين")),
            "same_city_one_part",
        ),
        (
            Told(at=("مدينة السنابل", "حي الزنبق")),
            Told(at=("مدينة السنابل", "حي الياسمين")),
            "same_city_other_parts",
        ),
        (Told(killed=2), Told(killed=2), "same_killed_few"),
        (Told(killed=8), Told(killed=8), "same_killed_many"),
        (Told(killed=8), Told(killed=9), "near_killed"),
        (Told(killed=1), Told(killed=9), "other_killed"),
        (Told(killed=1), Told(), "one_counts_killed"),
        (
            Told(rows=(("killed", "combatants", 2, 2),)),
            Told(killed=2),
            "fighters_or_others",
        ),
        (Told(named=("نجيب سمعان",)), Told(named=("نجيب سمعان",)), "same_victim"),
        (Told(named=("نجيب سمعان",)), Told(named=("رامي حداد",)), "other_victims"),
        (Told(kind=EventKind.BACKGROUND, day=DAY), Told(day=DAY), "recalled"),
    ],
)
def test_each_feature_is_found(left: Told, right: Told, name: str) -> None:
    assert name in named(left, right)


def test_an_unknown_day_is_told_as_unknown() -> None:
    unknown = facts(Told(), published=None)
    assert "day_unknown" in features(unknown, facts(Told(day=DAY), "ب"))


def test_who_recalls_without_a_day_is_of_no_day() -> None:
    assert facts(Told(kind=EventKind.BACKGROUND)).first is None


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("shelling", "shelling", "same_type"),
        ("unspecified", "shelling", "open_type"),
        ("unspecified", "unspecified", "open_type"),
        ("air_strike", "drone_strike", "kin_type"),
        ("air_strike", "mine_or_uxo", "other_type"),
    ],
)
def test_types_agree_by_families(left: str, right: str, name: str) -> None:
    assert types_agree(left, right) == types_agree(right, left) == name


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ({"russia"}, {"russia", "sdf"}, "same_actor"),
        ({"turkey"}, {"syrian_national_army"}, "kin_actor"),
        ({"unidentified"}, {"sdf"}, "actor_open"),
        ({"russia"}, {"syrian_government"}, "other_actor"),
    ],
)
def test_actors_agree_by_who_answers_for_whom(
    left: set[str], right: set[str], name: str
) -> None:
    assert actors_agree(left, right) == actors_agree(right, left) == name
