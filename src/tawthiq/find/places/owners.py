"""Places that own the next: "Syria's Idlib province", "Barda's Nakhil neighbourhood"."""

from typing import NamedTuple

from tawthiq.find.places.head_nouns import TOWNS
from tawthiq.find.places.phrases import Phrase
from tawthiq.find.places.roles import SITES
from tawthiq.find.places.vocabulary import Vocabulary
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import JOINED

GENITIVES = frozenset({"'s", "'", "s", ""})
"""Endings that make a name an owner; none where a page has lost its apostrophes."""

WAR_REACH = 3
"""Words behind a country's name in which its war is named: "Syria's long civil war"."""

INSIDE = TOWNS | SITES
"""Kinds of places that lie in the town that owns them."""


class Owner(NamedTuple):
    """A name that owns: its words, its offsets without the ending, and its role."""

    first: int
    last: int
    start: int
    end: int
    key: str
    region: Hit | None


def owners(scan: Scan, words: Vocabulary) -> dict[int, Owner]:
    """Give the owners of a sentence by the word behind them.

    Args:
        scan: the sentence.
        words: the pack's words about places; a pack whose head nouns do not follow
            their names has no owners of this kind.
    """
    if not words.heads_follow:
        return {}
    found = {}
    for hit in scan.of("countries"):
        if hit.suffix and hit.code != "area":
            found[hit.last] = _of_region(scan, hit)
    for at, token in enumerate(scan.tokens[:-1]):
        for stem in words.stems(token.word) if scan.capital(at) else ():
            owned = at + 1 not in found and stem.suffix and not stem.front
            if owned and words.knows(stem.text) and not words.is_common(stem.text):
                end = token.end - len(stem.suffix)
                found[at + 1] = Owner(at, at + 1, token.start, end, stem.text, None)
    return {at: o for at, o in found.items() if _is_joined(scan, at)}


def _of_region(scan: Scan, hit: Hit) -> Owner:
    end = scan.tokens[hit.last - 1].end - len(hit.suffix)
    return Owner(hit.first, hit.last, hit.start, end, str(hit.values["form"]), hit)


def _is_joined(scan: Scan, at: int) -> bool:
    return at < len(scan.tokens) and scan.tokens[at].gap <= JOINED


def role_of_owner(owner: Owner, phrase: Phrase | None) -> str | None:
    """Say which role an owner has beside what it owns; None where it is no place.

    Args:
        owner: the owner.
        phrase: the place that follows at once, if one does.
    """
    country = owner.region is not None and owner.region.code == "country"
    if phrase is None or country:
        return "admin" if country else None
    inside = any(h.code in INSIDE for h in phrase.heads)
    town = owner.region is None or owner.region.values.get("city") == "yes"
    if inside and town and phrase.heads[0].code not in {"village", "town", "camp"}:
        return "at"
    return "admin" if owner.region is not None else None


def owns_a_war(scan: Scan, owner: Owner) -> bool:
    """Say whether a country's war is what is owned: "Syria's conflict"."""
    near = range(owner.last, min(owner.last + WAR_REACH, len(scan.tokens)))
    return any(h.code == "war" for at in near for h in scan.at(at, "event_cues"))
