"""Courts: what they pronounce is the law's sentence, and harm done to nobody yet."""

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan

COURT = "crime"
"""Code of ``topics.csv`` under which courts and their sentences stand."""


def is_pronounced(scan: Scan, word: Hit) -> bool:
    """Tell whether a court's sentence is told: «قضت محكمة … بإعدام 17 شخصا».

    Args:
        scan: the sentence.
        word: a word of an attack or of harm.
    """
    executed = any(
        h.code == "execution" and h.values.get("strength") == "weak"
        for h in scan.at(word.first, "attacks")
    )
    return executed and any(
        h.code == COURT and h.first < word.first for h in scan.of("topics")
    )
