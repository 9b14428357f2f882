"""Pair features: how the values of two tellings stand to each other, slot by slot."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

TOGETHER = {
    "place_and_type": ("same_place", "same_type"),
    "place_and_toll": ("other_place", "other_toll"),
    "place_without_toll": ("other_place", "no_toll"),
    "place_new_toll": ("other_place", "new_toll"),
    "place_same_toll": ("other_place", "same_toll"),
    "same_place_other_toll": ("same_place", "other_toll"),
    "same_place_other_type": ("same_place", "other_type"),
    "fresh_doer_elsewhere": ("fresh", "other_place", "other_doer"),
    "fresh_at_elsewhere": ("fresh", "at_elsewhere"),
}
"""Features that say more together than each for itself."""


def together(found: Mapping[str, float]) -> dict[str, float]:
    """Give the features of `TOGETHER` of which all parts are found."""
    return {name: 1.0 for name, parts in TOGETHER.items() if all(map(found.get, parts))}


def compared(
    what: str, one: AbstractSet[object], other: AbstractSet[object]
) -> dict[str, float]:
    """Say how the values of a telling stand to those of a cluster.

    Args:
        what: the slot; it ends the names of the features.
        one: what the telling names there.
        other: what the cluster names there.
    """
    if not one:
        return {}
    if not other:
        return {f"new_{what}": 1.0}
    if not one & other:
        return {f"other_{what}": 1.0}
    same = {f"same_{what}": 1.0}
    return same if one == other else same | {f"more_{what}": 1.0}


class Prefixed(dict[str, str]):
    """Maps a feature's name to it with a word before it; learnt as names are met."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word

    def __missing__(self, name: str) -> str:
        """Put the word before a name that is met for the first time."""
        self[name] = found = self._word + name
        return found
