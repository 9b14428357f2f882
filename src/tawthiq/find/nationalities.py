"""Adjectives of nations beside what they describe: «غارة إسرائيلية», ``Russian jets``."""

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan


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
