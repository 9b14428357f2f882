"""Where an incident was: the role of a place that reports name in different ways."""

from dataclasses import replace

from tests.link.telling import DAY, Told, place, reading

from tawthiq.assemble.claims import claims_of
from tawthiq.link.accounts import accounts_of
from tawthiq.link.when_and_where import places_of
from tawthiq.model.incident import IncidentPlace
from tawthiq.model.reading import Reading
from tawthiq.model.vocabulary import PlaceRole

VILLAGE = "تل القنفذ"


def named(report: str, role: PlaceRole) -> Reading:
    """Give a report that names the village in a role."""
    made = reading(report, Told(day=DAY, killed=2))
    (event,) = made.events
    return replace(made, events=(replace(event, places=(place(VILLAGE, role),)),))


def where(*readings: Reading) -> IncidentPlace:
    members = [a for r in readings for a in accounts_of(r, claims_of(r))]
    (found,) = places_of(members, {a.key: a.key for a in members})
    return found


def test_a_town_that_all_name_as_a_district_is_one() -> None:
    assert where(named("أ", PlaceRole.ADMIN)).role is PlaceRole.ADMIN


def test_a_strike_told_at_a_town_outweighs_its_name_as_a_district() -> None:
    told = where(named("أ", PlaceRole.ADMIN), named("ب", PlaceRole.NEAR))
    assert told.role is PlaceRole.NEAR
    told = where(named("أ", PlaceRole.NEAR), named("ب", PlaceRole.AT))
    assert told.role is PlaceRole.AT


def test_a_place_bears_its_arabic_name_where_any_report_writes_it() -> None:
    def spelt(report: str, name: str) -> Reading:
        made = named(report, PlaceRole.AT)
        (event,) = made.events
        places = (replace(event.places[0], name=name),)
        return replace(made, events=(replace(event, places=places),))

    latin = ("Tal Qunfuz", "Tel al-Qonfoth")
    assert where(*(spelt(name, name) for name in latin)).name in latin
    found = where(*(spelt(name, name) for name in latin), named("ت", PlaceRole.AT))
    assert found.name == VILLAGE


def test_a_village_shelled_beside_the_one_with_dead_comes_after_it() -> None:
    beside, struck = "كفر مشمش", "تل القنفذ"
    told = reading("أ", Told(at=beside, day=DAY), Told(at=struck, day=DAY, killed=2))
    members = accounts_of(told, claims_of(told))
    found = places_of(members, {a.key: told.report.id for a in members})
    assert [p.name for p in found] == [struck, beside]
