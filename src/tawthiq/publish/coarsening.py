"""Coarsening: points to the middle of a cell, names no finer than a profile lets."""

from collections.abc import Mapping
from dataclasses import replace
from math import cos, floor, hypot, radians

from tawthiq.model.incident import IncidentPlace
from tawthiq.model.profile import Profile

METRES_A_DEGREE = 111_195
"""Of latitude, on a sphere of 6,371 km."""
DIGITS = 6


def coarse_place(
    place: IncidentPlace, profile: Profile, ladder: Mapping[str, int]
) -> IncidentPlace:
    """Give a place as a profile lets it out.

    Args:
        place: as the register has it.
        profile: says to which cells points move and which names stay.
        ladder: the rank of each step of precision, the finest lowest.

    Returns:
        the place with the middle of its cell, always the same for the same cell, and a
        radius that covers it; without candidates, which would give the point away; its
        name gone where it is finer than the profile lets, or nobody knows how fine.
    """
    moved = place if profile.grid_deg is None else _moved(place, profile.grid_deg)
    if profile.finest is None:
        return moved
    finest = ladder[profile.finest]
    rank = ladder.get(moved.precision or "")
    if rank is not None and rank >= finest:
        return moved
    return replace(
        moved,
        name=place.admin[0] if place.admin else "",
        name_ar=None,
        name_en=None,
        place_id=None,
        pcode=None,
        precision=profile.finest if rank is not None else None,
    )


def _moved(place: IncidentPlace, side: float) -> IncidentPlace:
    bare = replace(place, candidates=())
    if place.lat is None or place.lon is None or side <= 0:
        return replace(bare, lat=None, lon=None, radius_m=None)
    lat, lon = cell_middle(place.lat, side), cell_middle(place.lon, side)
    narrow = cos(radians(lat))
    reach = hypot(side, side * narrow) / 2 * METRES_A_DEGREE
    radius = round(reach + (place.radius_m or 0))
    return replace(bare, lat=lat, lon=lon, radius_m=radius)


def cell_middle(degrees: float, side: float) -> float:
    """Give the middle of the cell of ``side`` degrees that a coordinate lies in."""
    # 35.9 / 0.1 falls short of 359, and would put the edge into the cell before.
    cell = floor(round(degrees / side, DIGITS))
    return round((cell + 0.5) * side, DIGITS)
