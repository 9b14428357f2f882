"""Blame: whose part in a deed is told, and whose post only stands near it."""

from tawthiq.find.actors.words import Mention, Words
from tawthiq.lang.scan import Scan

DESCRIBED = 2
"""Words that may describe an attack before «نسبته»."""


def died_held(scan: Scan) -> bool:
    """Say whether a death in custody is told: whose prison it was has done it.

    Args:
        scan: the sentence.
    """
    return any(h.code == "custody_death" for h in scan.of("attacks"))


def is_by(scan: Scan, at: int) -> bool:
    """«انفجرت سيارة قرب حاجز للجيش»: whose post it was near did nothing by that.

    Args:
        scan: the sentence.
        at: where what is somebody's begins.
    """
    return any(
        h.code == "near" and h.last == at
        for first in range(max(0, at - 2), at)
        for h in scan.at(first, "place_words")
    )


LAID_REACH = 16
"""Words between «نسب» and the party to which an attack is laid."""


def is_laid_to(words: Words, mention: Mention) -> bool:
    """«نسبت الهجمات إلى كتائب …», «هجوم نسبته السلطات لقسد»: it is blamed for them."""
    scan, first = words.scan, _with_men(words, mention)
    led = "for" in mention.hit.means or any(
        h.code == "towards" for h in scan.at(first - 1, "source_bounds") if first
    )
    if not led or not words.behind(first, LAID_REACH, {"attribute"}):
        return False
    cues = [h for h in scan.of("actor_cues") if h.code == "attribute"]
    at = max((h.first for h in cues if h.first < first), default=first)
    return any(
        at - DESCRIBED <= h.last and h.last <= first and h.code != "none"
        for h in scan.of("attacks")
    )


BEHIND_REACH = 3
"""Words between «وقوف» and the party that stands behind a deed."""


def _with_men(words: Words, mention: Mention) -> int:
    """Give where the men of a party begin: «خلايا تنظيم داعش»."""
    at = mention.first
    for _ in range(BEHIND_REACH):
        part, hit = words.before(at) or ("", None)
        if part not in {"force", "people", "modifier"} or hit is None:
            break
        at = hit.first
    return at


def stands_behind(words: Words, mention: Mention) -> bool:
    """«وقوف خلايا تنظيم … وراء», «ضلوع قسد في»: whose part in a deed is told."""
    if not any(
        h.code in {"behind_word", "in_word"} and not h.means
        for h in words.scan.at(mention.last, "actor_cues")
    ):
        return False
    at = _with_men(words, mention)
    return not mention.hit.means - {"the"} and any(
        h.code == "part_in" and h.last == at for h in words.scan.of("actor_cues")
    )


EXCHANGE_REACH = 6
"""Words that may stand between «تبادل» and a side, and between a side and «الاتهامات»."""


def trades_charges(scan: Scan, mention: Mention) -> bool:
    """«تبادلت قسد والجيش الاتهامات بقصف …»: each side is blamed by the other.

    Args:
        scan: the sentence.
        mention: the side.
    """
    back = range(max(0, mention.first - EXCHANGE_REACH), mention.first)
    ahead = range(mention.last, min(mention.last + EXCHANGE_REACH, len(scan.tokens)))
    return _cued(scan, back, "exchanged") and _cued(scan, ahead, "charges")


def _cued(scan: Scan, within: range, code: str) -> bool:
    return any(h.code == code for at in within for h in scan.at(at, "actor_cues"))
