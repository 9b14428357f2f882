"""Kinship of types and of actors: which of them may be one deed told in other words."""

from collections.abc import Set as AbstractSet

from tawthiq.lang.conventions import related

FAMILIES = (
    frozenset({"air_strike", "drone_strike", "chemical_attack"}),
    frozenset({"shelling", "air_strike", "naval_bombardment"}),
    frozenset({"shelling", "drone_strike"}),
    frozenset({"shooting", "clash", "raid", "execution"}),
    frozenset({"raid", "abduction_detention", "air_strike"}),
    frozenset({"explosive_device", "suicide_attack", "mine_or_uxo"}),
)
"""Types that reports of one deed mix up."""

OPEN = frozenset({"unspecified", "other"})
NOBODY = frozenset({"unidentified", "other"})


def types_agree(left: str, right: str) -> str:
    """Name how two types stand to each other: same, kin, open (untold) or other."""
    if left == right:
        return "same_type" if left not in OPEN else "open_type"
    if left in OPEN or right in OPEN:
        return "open_type"
    kin = any(left in family and right in family for family in FAMILIES)
    return "kin_type" if kin else "other_type"


def actors_agree(left: AbstractSet[str], right: AbstractSet[str]) -> str:
    """Name how the actors of two accounts stand to each other."""
    mine, theirs = left - NOBODY, right - NOBODY
    if not mine or not theirs:
        return "actor_open"
    if mine & theirs:
        return "same_actor"
    kin = any(related(a, b) for a in mine for b in theirs)
    return "kin_actor" if kin else "other_actor"
