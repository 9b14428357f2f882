"""Adjectives of nations beside what they describe: «غارة إسرائيلية», ``Russian jets``."""

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan


def is_a_land(scan: Scan, hit: Hit) -> bool:
    """Say whether a word is a country, not an adjective: «سورية» but in «طائرات سورية».

    Rows of the kind ``behind`` describe only a means of war right before them.
    """
    return hit.values["kind"] == "behind" and not (
        hit.means <= {"the"}
        and any(
            h.last == hit.first and h.code in WARPLANES and "the" not in h.means
            for h in scan.of("weapons")
        )
    )


CRASH_REACH = 3
"""Words between a nation's plane and the word that it crashed."""


def has_crashed(scan: Scan, hit: Hit) -> bool:
    """Say whether what a nationality describes had an accident: «تحطمت طائرة تركية»."""
    plane = any(h.last == hit.first and h.code in WARPLANES for h in scan.of("weapons"))
    return plane and any(
        h.code == "accident"
        and (
            0 <= hit.first - h.last <= CRASH_REACH
            or 0 <= h.first - hit.last <= CRASH_REACH
        )
        for h in scan.of("topics")
    )


WARPLANES = frozenset({"aircraft", "helicopter", "drone"})


def is_of_make(scan: Scan, hit: Hit) -> bool:
    """«قذائف روسية الصنع»: who made them is not who fired them."""
    return any(h.code == "made" for h in scan.at(hit.last, "actor_cues"))


def ends_a_name(scan: Scan, hit: Hit) -> bool:
    """``Abu Hamza al-Iraqi``: an adjective behind "al-" is part of a man's name."""
    return scan.tokens[hit.first].between == "-" and any(
        h.code == "article" for h in scan.at(hit.first - 1, "name_joints")
    )


def is_coordinated(scan: Scan, hit: Hit, head: Hit) -> bool:
    """``Dawn and Dusk warplanes``: the second party stands before the noun of both."""
    return any(
        hit.last == link.first
        and any(
            h.first == link.last and h.last <= head.last
            for h in scan.of("nationalities", "actors")
        )
        for link in scan.at(hit.last, "actor_cues")
        if link.code == "and_word"
    )


def shares_a_head(scan: Scan, hit: Hit, head: Hit) -> bool:
    """«الحلف الروسي السوري»: a second nationality, a party of its own."""
    return any(
        head.first < h.first < hit.first == h.last for h in scan.of("nationalities")
    )
