"""Words that tell of an attack: the anchors of events."""

from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan

UNREAL = ("hypothetical", "ceasefire", "exercise", "negated")
"""Cues which say that the attack they stand before did not happen."""

REACH = 4
"""Words that an unreal cue reaches forward."""


def find_attacks(scan: Scan, language: Language) -> list[Hit]:
    """Give the attack words of a sentence that speak of something that happened.

    Args:
        scan: the sentence; its sheets ``attacks`` and ``event_cues`` are read.
        language: the pack; unused here, words alone decide.

    Returns:
        Hits of the sheet ``attack`` with ``code`` (an event type, or one of
        ``bombardment``, ``attack``, ``targeting``, ``explosion`` that weapons make
        precise), ``part``, ``strength``, ``number`` and
        ``definite``.
    """
    del language
    words = scan.of("attacks")
    if not words:
        return []
    cues = scan.of("event_cues")
    barred = [c for c in cues if c.code in UNREAL]
    found = []
    for word in words:
        if any(_bars(cue, word) for cue in barred):
            continue
        values = {
            "code": word.code,
            "part": word.values["part"],
            "strength": word.values["strength"],
            "number": word.values["number"],
            "definite": "the" in word.means,
        }
        words_taken = (word.first, word.last)
        found.append(
            scan.make("attack", words=words_taken, values=values, rule="attacks", like=word)
        )
    return found


def _bars(cue: Hit, word: Hit) -> bool:
    """Say whether a cue makes the attack unreal: it covers it or stands before it."""
    if cue.first <= word.first and word.last <= cue.last:
        return True
    reach = 1 if cue.code == "negated" else REACH
    return cue.code != "ceasefire" and 0 <= word.first - cue.last < reach
