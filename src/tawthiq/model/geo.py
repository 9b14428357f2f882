"""Distances on the globe."""

from math import asin, cos, radians, sin, sqrt

EARTH_DIAMETER_M = 12_742_000


def distance_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give the metres between two points (latitude, longitude), by the haversine."""
    (lat1, lon1), (lat2, lon2) = one, other
    up = sin(radians(lat2 - lat1) / 2) ** 2
    across = sin(radians(lon2 - lon1) / 2) ** 2
    share = up + cos(radians(lat1)) * cos(radians(lat2)) * across
    return EARTH_DIAMETER_M * asin(min(1.0, sqrt(share)))
