"""How rare the parts of names are: agreeing on a rare one says more than on «محمد»."""

import math
from collections import Counter
from collections.abc import Iterable

from tawthiq.link.name_parts import NamePart, PersonName

COMMON = 0.004
"""The share of names that hold a given name which the packs list, before any is seen."""

UNCOMMON = 0.0005
"""The same of any other word."""

BELIEF = 200
"""Names that those shares are worth: so many must be seen to outweigh them."""


class Rarity:
    """The rarity of parts among the names seen, by how many of them hold each.

    Args:
        names: the names of all lists together, so that neither list is the first.
    """

    def __init__(self, names: Iterable[PersonName] = ()) -> None:
        self._seen: Counter[str] = Counter()
        self._names = 0
        self._known: dict[str, float] = {}
        for name in names:
            self._names += 1
            self._seen.update({key_of(p) for p in name.parts})

    def of(self, left: NamePart, right: NamePart) -> tuple[float, float]:
        """Give the rarity of two parts that agree: of the commoner, then of the rarer.

        Returns:
            The tens of the share of names that hold it: 1.0 for one name in ten, 3.0
            for one in a thousand.
        """
        one, other = self._one(left), self._one(right)
        return (one, other) if one < other else (other, one)

    def _one(self, part: NamePart) -> float:
        key = key_of(part)
        known = self._known.get(key)
        if known is None:
            belief = BELIEF * (COMMON if part.is_given else UNCOMMON)
            share = (self._seen[key] + belief) / (self._names + BELIEF)
            known = self._known[key] = -math.log10(share)
        return known


def key_of(part: NamePart) -> str:
    """Give the key by which spellings of one part are counted together."""
    return f"{part.frame}:{part.core}"
