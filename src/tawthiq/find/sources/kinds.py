"""The kind of a source by its words: a medic, an outlet, a party to the war."""

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan

OUTLET_WEIGHT = 5
"""Weight of an outlet's name against the words of ``source_nouns.csv``."""

PRONOUNS = frozenset({"who", "Who"})
"""Words that fold to an agency's initials and are none as they are written."""


def is_pronoun(scan: Scan, head: Hit) -> bool:
    """Say whether a name of capitals is written as a word: "who" is no WHO."""
    written = scan.text[head.start : head.end]
    return head.first + 1 == head.last and written in PRONOUNS


def _is_of_office(scan: Scan, hit: Hit) -> bool:
    """«الناطق الإعلامي»: the spokesman to the press is no journalist."""
    return hit.code == "journalist" and any(
        h.code == "spokesperson" and h.first < hit.first < h.last
        for h in scan.at(hit.first - 1, "roles")
    )


def kinds_of(scan: Scan, first: int, last: int) -> list[str]:
    """Give the kinds of a source by its words.

    One kind, the weightiest; two where two adjectives share one noun: «مصادر أمنية
    وطبية»; none where no word of it is known.
    """
    weighed: dict[str, tuple[int, int]] = {}
    adjectives: list[str] = []
    joined = False
    for at in range(first, last):
        for hit in scan.at(at, "source_nouns"):
            if is_pronoun(scan, hit) or _is_of_office(scan, hit):
                continue
            rank = (int(str(hit.values["weight"])), -at)
            weighed[hit.code] = max(weighed.get(hit.code, rank), rank)
            if hit.values["part"] == "modifier" and hit.code not in adjectives:
                adjectives.append(hit.code)
                joined = joined or "and" in hit.means
        for hit in scan.at(at, "outlets"):
            rank = (OUTLET_WEIGHT, -at)
            weighed[hit.code] = max(weighed.get(hit.code, rank), rank)
    if joined and len(adjectives) > 1:
        return adjectives[:2]
    return [max(weighed, key=lambda code: weighed[code])] if weighed else []
