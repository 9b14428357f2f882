"""The land under a drawn map: what is seen is drawn, and no more."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.model.window import Window
from tawthiq.publish.drawing.clipping import clipped_line, clipped_ring
from tawthiq.publish.drawing.outline import boundaries, land, names
from tawthiq.publish.drawing.projection import View, view_of

WINDOW = Window(west=10, south=10, east=20, north=20)
SQUARE = ((5.0, 5.0), (15.0, 5.0), (15.0, 15.0), (5.0, 15.0), (5.0, 5.0))
INLAND = View(lat=33.5, lon=39.5, zoom=6, width=420, height=280)
AT_SEA = View(lat=34.5, lon=30.5, zoom=7, width=420, height=280)

degrees = st.floats(-60, 60)
rings = st.lists(st.tuples(degrees, degrees), min_size=3, max_size=12)


def test_what_lies_outside_is_not_drawn() -> None:
    assert clipped_ring([(30.0, 30.0), (31.0, 30.0), (31.0, 31.0)], WINDOW) == []
    assert list(clipped_line([(0.0, 0.0), (5.0, 30.0), (5.0, 40.0)], WINDOW)) == []


def test_a_ring_is_cut_along_the_edges() -> None:
    kept = clipped_ring(SQUARE, WINDOW)
    assert {(10.0, 10.0), (15.0, 10.0), (15.0, 15.0), (10.0, 15.0)} == set(kept)


def test_a_ring_around_the_window_becomes_the_window() -> None:
    kept = clipped_ring([(0.0, 0.0), (50.0, 0.0), (50.0, 50.0), (0.0, 50.0)], WINDOW)
    assert set(kept) == {(10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0)}


def test_a_line_that_leaves_and_comes_back_has_two_parts() -> None:
    line = [(12.0, 12.0), (12.0, 25.0), (12.0, 40.0), (18.0, 40.0), (18.0, 12.0)]
    parts = list(clipped_line(line, WINDOW))
    assert parts == [[(12.0, 12.0), (12.0, 25.0)], [(18.0, 40.0), (18.0, 12.0)]]


@given(rings)
def test_no_ring_reaches_beyond_its_window(ring: list[tuple[float, float]]) -> None:
    room = 1e-6
    for lon, lat in clipped_ring(ring, WINDOW):
        assert WINDOW.west - room <= lon <= WINDOW.east + room
        assert WINDOW.south - room <= lat <= WINDOW.north + room


def drawn(path: str) -> list[tuple[float, float]]:
    found = re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)
    return [(float(x), float(y)) for x, y in found]


def test_land_fills_the_view_and_ends_at_its_edge() -> None:
    told = drawn(land(INLAND))
    assert {(x, y) for x, y in told} >= {(0.0, 0.0), (420.0, 0.0), (420.0, 280.0)}
    assert all(-1 <= x <= 421 and -1 <= y <= 281 for x, y in told)


def test_beyond_draws_more_on_every_side() -> None:
    told = drawn(land(INLAND, beyond=1))
    assert min(x for x, _ in told) <= -400
    assert max(x for x, _ in told) >= 800


def test_the_open_sea_has_no_land() -> None:
    assert land(AT_SEA) == ""


def test_a_small_map_is_a_small_file() -> None:
    told = land(INLAND) + "".join(boundaries(INLAND).values())
    assert len(told) < 16_000


@pytest.mark.parametrize(("lang", "letters"), [("ar", r"[ء-ي]"), ("en", r"[A-Za-z]")])
def test_names_are_in_the_language_asked_for(lang: str, letters: str) -> None:
    told = names(INLAND, lang)
    assert told
    assert all(re.search(letters, one.text) for one in told)


def test_names_leave_room_for_what_stands_there() -> None:
    first = names(INLAND, "en")[0]
    rest = names(INLAND, "en", taken=[(float(first.x), float(first.y))])
    assert first.text not in {one.text for one in rest}


def test_no_view_is_closer_than_is_asked() -> None:
    point = Window(west=39, south=33, east=39, north=33)
    assert view_of(point, 420, 280, closest=6.0).zoom == 6.0
