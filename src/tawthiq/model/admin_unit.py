"""AdminUnit: an administrative unit as a gazetteer knows it, for checks alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminUnit:
    """A governorate: its names, and the settlements known to lie in it.

    The first of ``names`` is the spelling to use; the rest are right too (the other
    language, another table's). ``points`` are latitude and longitude of settlements
    inside it: where there are none, nothing is said of points.
    """

    names: tuple[str, ...]
    points: tuple[tuple[float, float], ...] = ()
