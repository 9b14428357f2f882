"""The role of a place by its own words: struck, beside it, what holds it, or vague."""

from tawthiq.find.places.head_nouns import TOWNS
from tawthiq.find.places.phrases import Phrase
from tawthiq.lang.lexicon import Hit

VILLAGES = frozenset(
    {"village", "town", "farm", "road", "crossing", "camp", "subdistrict"}
)
"""Kinds of places that lie outside a town, so that the town named after is no target."""

_HOLDERS = frozenset({"area", "subdistrict"})


SITES = frozenset(
    {"market", "hospital", "mosque", "church", "school", "facility", "square", "street"}
)
"""Kinds of places that lie in a quarter, so that an area named after is that quarter."""


def role_of(phrase: Phrase, *, chained: bool, site: bool = False) -> str:
    """Say which role a place has by its words alone.

    Args:
        phrase: the place as the words put it.
        chained: whether it follows another place as what contains it.
        site: whether that other place is a building, street or square.

    Returns:
        ``at``, ``near``, ``admin`` or ``area`` (codebook ``place_roles``).
    """
    head = phrase.heads[0] if phrase.heads else None
    if head is not None and head.values["role"] == "admin":
        return "admin"
    region = phrase.name.region
    if region is not None and not any(h.code in TOWNS for h in phrase.heads):
        return _role_of_region(phrase, region, chained=chained)
    if phrase.modifiers:
        return "near"
    if head is None:
        return "at"
    if head.code == "area" and site:
        return str(head.values["role"])
    return "admin" if chained and head.code in _HOLDERS else str(head.values["role"])


def _role_of_region(phrase: Phrase, region: Hit, *, chained: bool) -> str:
    """Say which role a country, governorate or landscape has."""
    if region.code == "area":
        return "area"
    if region.code == "country" or "direction" in phrase.modifiers:
        return "admin"
    if phrase.modifiers:
        return "near"
    if chained or region.values["city"] == "no":
        return "admin"
    if phrase.heads and phrase.heads[0].code == "area":
        return "admin"
    return str(phrase.heads[0].values["role"]) if phrase.heads else "at"


def holds(phrase: Phrase, before: Hit) -> bool:
    """Say whether a place that follows a village is what the village belongs to."""
    if before.values["head"] not in VILLAGES or phrase.modifiers:
        return False
    return not phrase.heads or phrase.means == {"for"}


def may_be_city(phrase: Phrase) -> bool:
    """Say whether the words may mean a governorate or the city that it is named after."""
    region = phrase.name.region
    if region is None or phrase.heads or phrase.modifiers:
        return False
    return region.values["city"] == "yes"
