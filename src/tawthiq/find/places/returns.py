"""Place returns: a village named by the way, and then struck as «القرية» alone.

«قال مصدر من بلدة … إن القوات قصفت البلدة»: the source's home is what was struck.
"""

from collections.abc import Sequence

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON

HOMES = frozenset({"village", "town", "city", "camp", "neighbourhood"})
"""Kinds of places that are somebody's home and come back as their head noun."""

BY_THE_WAY = frozenset({"from", "origin", "speaker"})
"""Relations of a place that is named for whoever comes from there."""

_LEFT = frozenset({"to", "from"})
"""What stands before a village that people go to or come from: «عادوا إلى القرية»."""

REACH = 6
"""Words from a word of attack to «القرية», its subject between them."""


def struck_again(scan: Scan, places: Sequence[Hit]) -> list[Hit]:
    """Tell of places named by the way which of them the sentence then says was struck.

    Args:
        scan: the sentence; ``place_heads`` and ``attacks`` are read.
        places: its places, left to right.

    Returns:
        The places; the relation of one that comes back as a head noun with its article
        behind a word of attack is ``struck``.
    """
    return [
        hit._replace(values={**hit.values, "relation": "struck"})
        if _comes_back(scan, hit, places)
        else hit
        for hit in places
    ]


def _comes_back(scan: Scan, hit: Hit, places: Sequence[Hit]) -> bool:
    if hit.values["relation"] not in BY_THE_WAY or hit.values["head"] not in HOMES:
        return False
    kind = hit.values["head"]
    if any(h is not hit and h.values["head"] == kind for h in places):
        return False  # which of two villages comes back is not said
    return any(_struck(scan, noun, hit.last) for noun in _alone(scan, kind, places))


def _alone(scan: Scan, kind: object, places: Sequence[Hit]) -> list[Hit]:
    """Give the head nouns of a kind that have their article and no name behind them."""
    return [
        noun
        for noun in scan.of("place_heads")
        if noun.code == kind
        and noun.means == {"the"}
        and not any(h.first <= noun.first < h.last for h in places)
    ]


def _struck(scan: Scan, noun: Hit, after: int) -> bool:
    """Tell whether a word of attack stands before a noun, in its clause."""
    return any(
        after <= attack.first
        and 0 <= noun.first - attack.last <= REACH
        and all(t.gap < COLON for t in scan.tokens[attack.last : noun.first])
        and not any(h.code in _LEFT for h in scan.at(noun.first - 1, "place_words"))
        for attack in scan.of("attacks")
    )
