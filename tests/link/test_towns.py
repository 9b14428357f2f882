"""Towns under several ids: one where they lie together, never a village beside a town."""

from dataclasses import replace

from tests.link.telling import place

from tawthiq.link.towns import one_town
from tawthiq.model.event import PlaceClaim

TOWN = place("مدينة السنابل")


def namesake(id_: str, *, north: float, like: PlaceClaim = TOWN) -> PlaceClaim:
    """Give a claim of another table for a point so many degrees to the north."""
    assert like.place is not None
    own = replace(like.place, id=id_, lat=like.place.lat + north)
    return replace(like, place=own)


def test_places_apart_villages_and_parts_of_a_town_stand_for_themselves() -> None:
    village = place("تل القنفذ")
    apart = (namesake("other:1", north=0.05), namesake("other:2", north=-0.05))
    beside = namesake("other:3", north=0.001, like=village)
    quarter = replace(namesake("other:4", north=0.001), head="neighbourhood")
    found = one_town((TOWN, *apart, village, beside, quarter))
    assert all(own == stands for own, stands in found.items())


def test_the_id_named_most_stands_for_a_town() -> None:
    other = namesake("other:1", north=0.01)
    assert TOWN.place is not None
    own = TOWN.place.id
    assert one_town((TOWN, other, other)) == {own: "other:1", "other:1": "other:1"}
