"""How a head noun of a report agrees with the kind of a place in the gazetteer."""

AREA_KINDS = frozenset({"country", "governorate", "region", "district", "subdistrict"})
"""Kinds that hold towns: their points are middles of areas."""

_AGREES: dict[str, dict[str, float]] = {
    "village": {"village": 1, "town": 0.6, "city": 0.1, "subdistrict": -0.3},
    "town": {"town": 1, "village": 0.7, "city": 0.6, "subdistrict": 0.2},
    "city": {
        "city": 1,
        "town": 0.8,
        "village": 0.2,
        "subdistrict": 0,
        "district": -0.2,
    },
    "capital": {"city": 1, "governorate": 0.2, "country": -1},
    "neighbourhood": {"neighbourhood": 1, "town": 0.2, "village": 0.2, "area": 0.4},
    "camp": {"camp": 1, "neighbourhood": 0.6, "town": 0.3, "village": 0.3},
    "governorate": {"governorate": 1, "region": 0.8, "city": 0, "district": -0.2},
    "district": {
        "district": 1,
        "subdistrict": 0.8,
        "governorate": 0.4,
        "region": 0.4,
        "city": 0.4,
        "town": 0.4,
        "neighbourhood": 0.4,
        "village": 0.2,
    },
    "subdistrict": {"subdistrict": 1, "district": 0.5, "town": 0.4, "village": 0.2},
    "countryside": {"governorate": 1, "district": 0.8, "city": 0.7, "town": 0.6},
    "area": {
        "area": 1,
        "region": 0.7,
        "district": 0.6,
        "subdistrict": 0.6,
        "neighbourhood": 0.6,
        "city": 0.5,
        "town": 0.5,
        "village": 0.5,
    },
    "settlement": {"village": 0.8, "town": 0.8},
    "front": {"village": 0.7, "town": 0.7, "area": 0.6},
}
"""Head noun to kind to agreement, from -1 to 1; what is not named disagrees a little."""
_ELSE = -0.4

_LANDMARKS = frozenset(
    {
        *("airport", "bridge", "church", "crossing", "facility", "field", "hospital"),
        *("market", "mosque", "port", "road", "school", "square", "street", "water"),
        *("mountain", "valley", "border"),
    }
)
"""Head nouns of things that stand in or by a town and seldom in a gazetteer."""

_BESIDE = {
    "landmark": 0.6,
    "area": 0.6,
    "neighbourhood": 0.4,
    "city": 0.4,
    "town": 0.4,
    "village": 0.3,
}
"""The same for a landmark, which often bears the name of its town («مشفى …»)."""
_UNHEADED = {
    "city": 0.6,
    "country": 0.6,
    "town": 0.5,
    "village": 0.3,
    "region": 0.3,
    "governorate": 0.2,
    "camp": 0.2,
    "neighbourhood": 0.1,
    "area": 0.1,
    "subdistrict": -0.1,
}
"""How readily a bare name means a place of a kind."""
_CONTAINS = {
    "governorate": 0.8,
    "region": 0.8,
    "country": 0.8,
    "district": 0.6,
    "city": 0.6,
    "subdistrict": 0.4,
    "town": 0.4,
    "village": 0.1,
}
"""The same for a name that contains the place of an event (role `admin`)."""


def is_landmark(head: str | None) -> bool:
    """Whether a head noun names a thing inside or beside a settlement."""
    return head in _LANDMARKS


def stands_in_town(head: str | None) -> bool:
    """Whether what a head noun names lies inside a town or at its edge."""
    return head in _LANDMARKS or head in {"neighbourhood", "camp"}


def agreement(head: str | None, kind: str, *, container: bool) -> float:
    """Say from -1 to 1 how a head noun, or its absence, agrees with a place's kind.

    Args:
        head: the kind that the report's head noun tells, or None.
        kind: the kind of the place in the gazetteer.
        container: whether the name stands as what contains the event's place.
    """
    if head in _LANDMARKS:
        return _BESIDE.get(kind, -0.6)
    if head in _AGREES:
        return _AGREES[head].get(kind, _ELSE)
    return (_CONTAINS if container else _UNHEADED).get(kind, 0.0)
