"""Attempts: harm that was tried, meant or threatened, and befell nobody."""

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import JOINED

TRIED = "tried"
"""Code of ``event_cues.csv`` under which words of trying, meaning and threatening stand."""

FAILED = "failed"
"""Code of words behind which «في» says in what: «فشل مسلحون في قتل ضابط»."""

REACH = 5
"""Words from a word of trying to what was tried: «حاول ثلاثة مسلحين ملثمين قتل …»."""

DONE = frozenset({"and", "then", "the"})
"""Clitics of a word of harm that is told by itself, or points back."""


def is_only_tried(scan: Scan, word: Hit) -> bool:
    """Tell whether harm was only tried: «حاول مسلحون قتل ضابط», «هدد بقتل رهينتين».

    What an "and" or a "then" joins was done: «حاول الفرار فقتل».

    Args:
        scan: the sentence.
        word: a word of harm.
    """
    tried = {TRIED, FAILED} if _is_in(scan, word.first - 1) else {TRIED}
    return not word.means & DONE and any(
        cue.code in tried
        and 0 <= word.first - cue.last < REACH
        and all(t.gap <= JOINED for t in scan.tokens[cue.last : word.first + 1])
        and not _another(scan, cue.last, word.first)
        for cue in scan.of("event_cues")
    )


def _is_in(scan: Scan, at: int) -> bool:
    return any(h.code == "in" for h in scan.at(at, "source_bounds"))


def _another(scan: Scan, first: int, last: int) -> bool:
    """Say whether another word of harm stands between: it is what was tried."""
    return any(first <= h.first < last for h in scan.of("outcomes"))
