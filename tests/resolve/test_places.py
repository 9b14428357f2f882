"""Reported names find their place by what the report itself says, or none."""

from collections.abc import Sequence

import pytest

from tawthiq.model.place import Place
from tawthiq.model.vocabulary import PlaceRole, PlaceState
from tawthiq.resolve.places import ReportedPlace, ResolvedPlace, resolve_places

RADII = {
    "country": 300_000,
    "governorate": 75_000,
    "district": 30_000,
    "subdistrict": 15_000,
    "city": 8_000,
    "town": 3_000,
    "village": 1_500,
}


def place(name: str, lat: float = 35.0, lon: float = 38.0, **values: object) -> Place:
    kind = str(values.pop("kind", "village"))
    given: dict[str, object] = {
        "id": f"{name}@{lat}/{kind}",
        "name_en": None,
        "precision": kind,
        "radius_m": RADII[kind],
        "population": 0,
        "country": "SY",
    }
    made = given | {"name_ar": name, "lat": lat, "lon": lon, "kind": kind} | values
    return Place(**made)  # type: ignore[arg-type]


class Table:
    """A gazetteer in memory: exact names, and likenesses told beforehand."""

    def __init__(self, *places: Place, alike: dict[str, Place] | None = None) -> None:
        self._places = places
        self._alike = alike or {}

    def candidates(self, name: str) -> Sequence[tuple[Place, int]]:
        """Give the places of that very name."""
        return [(p, 0) for p in self._places if p.name_ar == name]

    def similar(self, name: str) -> Sequence[tuple[Place, int]]:
        """Give the likeness told."""
        return [(self._alike[name], 5)] if name in self._alike else []

    def bare(self, name: str) -> str:
        """Leave a name as it is."""
        return name

    def prior(self, country: str) -> float:
        """Prefer two countries."""
        return {"SY": 0.0, "YE": 0.0}.get(country, -1.0)


def only(table: Table, *names: ReportedPlace, hint: str | None = None) -> ResolvedPlace:
    return resolve_places(names, table, country_hint=hint)[0]


def at(name: str, head: str | None = None, **values: object) -> ReportedPlace:
    return ReportedPlace(name=name, head=head, **values)  # type: ignore[arg-type]


def test_an_unknown_name_stays_unresolved() -> None:
    found = only(Table(place("وردان")), at("زهران"))
    assert found.state is PlaceState.UNRESOLVED
    assert (found.place, found.candidates, found.precision) == (None, (), None)


def test_no_names_give_no_places() -> None:
    assert resolve_places((), Table()) == ()


def test_a_misspelling_alone_is_not_believed() -> None:
    table = Table(alike={"وردات": place("وردان")})
    assert only(table, at("وردات", "village")).state is PlaceState.UNRESOLVED


def test_a_misspelling_is_believed_beside_a_neighbour() -> None:
    table = Table(place("زهران", 35.1), alike={"وردات": place("وردان")})
    found = only(table, at("وردات", "village"), at("زهران"))
    assert found.place == place("وردان")
    assert found.rule in {"place_by_neighbour", "place_by_parent"}


def test_two_villages_of_one_name_are_ambiguous_and_kept() -> None:
    table = Table(place("وردان", 35.0), place("وردان", 36.0))
    found = only(table, at("وردان", "village"))
    assert found.state is PlaceState.AMBIGUOUS
    assert found.place is None
    assert len(found.candidates) == 2


def test_namesakes_side_by_side_are_no_ambiguity() -> None:
    table = Table(place("وردان", 35.0), place("وردان", 35.05))
    assert only(table, at("وردان", "village")).state is PlaceState.RESOLVED


def test_a_town_and_the_district_of_its_name_are_one_answer() -> None:
    table = Table(
        place("وردان", kind="town", parent_names=("وردان",)),
        place("وردان", 35.4, kind="district"),
    )
    found = only(table, at("وردان"))
    assert found.place is not None
    assert found.place.kind == "town"


def test_the_head_noun_tells_which_kind_is_meant() -> None:
    table = Table(
        place("وردان", kind="town", parent_names=("وردان",)),
        place("وردان", 35.4, kind="governorate"),
    )
    assert only(table, at("وردان", "governorate")).precision == "governorate"
    assert only(table, at("وردان", "town")).precision == "town"


def test_a_parent_named_in_the_report_decides() -> None:
    near = place("وردان", 36.0, parent_names=("زهران",))
    table = Table(place("وردان", 35.0, parent_names=("ريحان",)), near)
    found = only(table, at("وردان", "village"), at("زهران", role=PlaceRole.ADMIN))
    assert found.place == near
    assert found.rule == "place_by_parent"


def test_the_parent_of_the_same_event_weighs_more() -> None:
    here = place("وردان", 36.0, parent_names=("زهران",))
    table = Table(place("وردان", 35.0, parent_names=("ريحان",)), here)
    admin = PlaceRole.ADMIN
    names = at("وردان"), at("زهران", role=admin), at("ريحان", role=admin, group=1)
    assert only(table, *names).place == here


def test_a_neighbour_decides() -> None:
    near = place("وردان", 36.0)
    table = Table(place("وردان", 35.0), near, place("زهران", 36.1))
    found = only(table, at("وردان", "village"), at("زهران"))
    assert found.place == near
    assert found.rule == "place_by_neighbour"


def test_the_country_of_the_report_decides() -> None:
    here = place("وردان", 15.0, 44.0, country="YE")
    table = Table(place("وردان"), here)
    assert only(table, at("وردان", "village"), hint="YE").place == here


def test_a_foreign_village_is_not_taken_for_an_unlisted_one() -> None:
    table = Table(
        place("وردان", 50.0, 5.0, country="FR"),
        *(place(name, 35.0) for name in ("زهران", "ريحان", "سوسان")),
    )
    names = at("وردان"), at("زهران"), at("ريحان"), at("سوسان")
    assert only(table, *names).state is PlaceState.UNRESOLVED


def test_a_foreign_city_that_all_know_is() -> None:
    table = Table(
        place("وردان", 50.0, 5.0, country="FR", kind="city", population=9_000_000),
        *(place(name, 35.0) for name in ("زهران", "ريحان", "سوسان")),
    )
    names = at("وردان", "city"), at("زهران"), at("ريحان"), at("سوسان")
    assert only(table, *names).state is PlaceState.RESOLVED


def test_the_capital_outweighs_a_hamlet_of_its_name() -> None:
    capital = place("وردان", kind="city", population=2_000_000)
    table = Table(capital, place("وردان", 31.0))
    assert only(table, at("وردان")).place == capital


@pytest.mark.parametrize("role", [PlaceRole.AT, PlaceRole.NEAR])
def test_a_country_is_no_point_on_the_map(role: PlaceRole) -> None:
    table = Table(place("وردان", kind="country", population=20_000_000))
    assert only(table, at("وردان", role=role)).state is PlaceState.UNRESOLVED
    assert only(table, at("وردان", role=PlaceRole.ADMIN)).state is PlaceState.RESOLVED


def test_near_widens_the_radius() -> None:
    table = Table(place("وردان"))
    names = at("وردان", "village"), at("وردان", "village", role=PlaceRole.NEAR)
    struck, beside = resolve_places(names, table)
    assert (struck.radius_m, beside.radius_m) == (1_500, 6_500)


def test_a_landmark_takes_its_towns_point_more_widely() -> None:
    table = Table(place("وردان", kind="town"))
    found = only(table, at("الرازي", "hospital"), at("وردان", "town"))
    assert found.state is PlaceState.RESOLVED
    assert found.place == place("وردان", kind="town")
    assert found.radius_m == 5_000
    assert found.rule == "place_by_town_of_landmark"


def test_an_airport_takes_no_city_that_is_only_named_too() -> None:
    table = Table(place("وردان", kind="city"))
    elsewhere = at("وردان", group=1)
    assert only(table, at("الرازي", "hospital"), elsewhere).place is not None
    assert only(table, at("الرازي", "airport"), elsewhere).place is None


def test_a_landmark_of_another_event_or_a_governorate_takes_nothing() -> None:
    table = Table(place("وردان", kind="town"), place("زهران", kind="governorate"))
    names = at("الرازي", "hospital"), at("وردان", group=1), at("زهران")
    assert only(table, *names).state is PlaceState.UNRESOLVED


def test_a_square_far_from_the_town_struck_with_it_is_a_namesake() -> None:
    town = place("وردان", kind="town")
    table = Table(town, place("الشهداء", 30.0))
    assert only(table, at("الشهداء", "square"), at("وردان", "town")).place == town
    assert only(table, at("الشهداء", "bridge"), at("وردان", "town")).place != town


def test_a_landmark_takes_the_city_that_holds_it_but_no_countryside() -> None:
    city = place("وردان", kind="city")
    table = Table(city, place("الشهداء", 32.0))
    square = at("الشهداء", "square")
    held = at("وردان", role=PlaceRole.ADMIN)
    assert only(table, square, held).place == city
    rural = at("وردان", "countryside", role=PlaceRole.ADMIN)
    assert only(table, square, rural).place != city


def behind(role: PlaceRole, *, gap: int) -> tuple[ReportedPlace, ReportedPlace]:
    """Give a camp and what is named so many letters behind it."""
    return (
        ReportedPlace(name="الياسمين", head="camp", start=0, end=14),
        ReportedPlace(
            name="وردان", head="countryside", role=role, start=14 + gap, end=30
        ),
    )


def test_a_camp_takes_no_town_but_the_one_in_whose_countryside_it_is() -> None:
    table = Table(place("وردان", kind="town"))
    afar = behind(PlaceRole.ADMIN, gap=60)
    assert only(table, *afar).state is PlaceState.UNRESOLVED
    found = only(table, *behind(PlaceRole.ADMIN, gap=2))
    assert found.place == place("وردان", kind="town")
    assert (found.rule, found.radius_m) == ("place_by_countryside", 13_000)


def test_a_namesake_far_from_what_holds_the_place_is_not_meant() -> None:
    table = Table(place("زهران", 33.0), place("وردان", 36.0, kind="town"))
    village = ReportedPlace(name="زهران", head="village", start=0, end=10)
    held = ReportedPlace(
        name="وردان", head="countryside", role=PlaceRole.ADMIN, start=12, end=20
    )
    assert only(table, village).state is PlaceState.RESOLVED
    assert only(table, village, held).state is PlaceState.UNRESOLVED


@pytest.mark.parametrize(
    ("role", "head"), [(PlaceRole.ADMIN, None), (PlaceRole.NEAR, "town")]
)
def test_what_stands_right_behind_counts_whosever_event_it_is(
    role: PlaceRole, head: str | None
) -> None:
    table = Table(place("زهران", 33.0), place("وردان", 36.0, kind="town"))
    village = ReportedPlace(name="زهران", head="village", start=0, end=10)
    other = ReportedPlace(name="وردان", head=head, role=role, group=3, start=12, end=20)
    assert only(table, village, other).state is PlaceState.UNRESOLVED


def test_a_lone_namesake_abroad_is_not_meant_where_its_holder_lies_here() -> None:
    abroad = place("زهران", 39.0, 29.0, kind="town", country="TR")
    table = Table(abroad, place("وردان", kind="town"))
    village = ReportedPlace(name="زهران", head="village", start=0, end=10)
    held = ReportedPlace(
        name="وردان", head="countryside", role=PlaceRole.ADMIN, start=12, end=20
    )
    assert only(table, village, held).state is PlaceState.UNRESOLVED
    assert only(table, at("زهران", "town")).place == abroad


def test_a_unit_named_after_a_town_reaches_beyond_it() -> None:
    inside, town = place("زهران", 35.6), place("وردان", 35.0, kind="city")
    village = ReportedPlace(name="زهران", head="village", start=0, end=10)

    def found(head: str) -> Place | None:
        held = ReportedPlace(
            name="وردان", head=head, role=PlaceRole.ADMIN, start=12, end=20
        )
        return only(Table(inside, town), village, held).place

    assert found("governorate") == inside
    assert found("countryside") is None


def test_a_station_named_after_a_city_abroad_stands_in_the_city_named() -> None:
    city = place("وردان", kind="city", population=900_000)
    abroad = place("زهران", 33.3, 44.4, kind="city", country="IQ", population=9_000_000)
    table = Table(city, abroad)
    station = at("زهران", "facility", words="محطة زهران")
    assert only(table, station, at("وردان", group=1)).place == city
    assert only(table, station).place == abroad


def test_an_area_of_a_name_is_its_district_before_a_hamlet_elsewhere() -> None:
    district = place("وردان", 36.5, kind="district")
    table = Table(district, place("وردان", 36.2), place("ريحان", 34.0, kind="city"))
    found = only(table, at("وردان", "area"), at("ريحان", role=PlaceRole.ADMIN))
    assert found.place == district


def test_a_quarter_takes_no_namesake_in_another_country_than_its_city() -> None:
    city = place("وردان", kind="city", population=900_000)
    abroad = place("زهران", 33.3, 44.4, kind="city", country="IQ")
    quarter = ReportedPlace(name="زهران", head="neighbourhood", start=0, end=9)
    behind = ReportedPlace(name="وردان", head="city", start=12, end=20)
    assert only(Table(city, abroad), quarter, behind).place == city


def test_an_area_takes_the_city_behind_it_and_no_other() -> None:
    table = Table(place("وردان", kind="city"))
    area = ReportedPlace(name="المساكن", head="area", start=0, end=12)
    behind = ReportedPlace(name="وردان", head="city", start=14, end=24)
    assert only(table, area, behind).place == place("وردان", kind="city")
    assert only(table, area, at("وردان", "city")).place is None


def test_a_parent_is_known_however_the_report_spells_it() -> None:
    governorate = place(
        "ورد", 35.0, 38.0, kind="governorate", name_en="Werd", country="SY"
    )

    class Spelt(Table):
        def candidates(self, name: str) -> Sequence[tuple[Place, int]]:
            """Know the governorate by another spelling too."""
            return [(governorate, 1)] if name == "Ward" else super().candidates(name)

    inside = place("زهران", 35.3, parent_names=("Werd",))
    table = Spelt(governorate, inside, place("زهران", 36.9, 41.0))
    found = only(table, at("زهران", "village"), at("Ward", role=PlaceRole.ADMIN))
    assert found.place == inside


def test_an_unknown_village_takes_no_other_places_point() -> None:
    table = Table(place("وردان", kind="town"))
    assert only(table, at("زهران", "village"), at("وردان")).place is None


def test_a_head_noun_may_be_part_of_the_name() -> None:
    dam = place("سد وردان")
    rural = place("ريف وردان", 36.0, kind="governorate")
    table = Table(place("وردان", 33.0, kind="city"), dam, rural)
    assert only(table, at("وردان", "water", words="سد وردان")).place == dam
    found = only(
        table, at("وردان", "countryside", words="ريف وردان", role=PlaceRole.ADMIN)
    )
    assert found.place == rural


def test_order_changes_no_answer() -> None:
    table = Table(place("وردان"), place("وردان", 36.0), place("زهران", 36.1))
    names = [at("وردان", "village"), at("زهران"), at("ريحان")]
    forth = resolve_places(names, table)
    back = resolve_places(names[::-1], table)[::-1]
    assert forth == back


def test_scores_lie_between_0_and_1_best_first() -> None:
    table = Table(*(place("وردان", 30.0 + n) for n in range(9)))
    scores = [c.score for c in only(table, at("وردان"), at("وردان")).candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert len(scores) == 5
