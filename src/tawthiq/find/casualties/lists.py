"""Counts in lists: «والشهداء هم:», then «- طفلان ورجل بقصف على …»."""

from collections.abc import Sequence

from tawthiq.find.casualties.nouns import Phrase
from tawthiq.find.persons.lists import BULLETS, HARMED, listed_under
from tawthiq.lang.language import Language
from tawthiq.lang.scan import Scan

COUNTED = frozenset({"single", "dual", "counted"})
"""Forms of counts that an item may begin with."""

MARK = 3
"""Characters before an item in which its mark stands."""


def listed_as(
    scan: Scan, phrases: Sequence[Phrase], language: Language
) -> list[Phrase]:
    """Give people counted at the head of an item what the list's heading says.

    «والشهداء هم:», then «- طفلان ورجل بقصف على …».

    Args:
        scan: the line.
        phrases: the people that it counts.
        language: the pack.
    """
    out = list(phrases)
    start = scan.segment.start
    marked = scan.text[max(0, start - MARK) : scan.tokens[0].start]
    opens = out[0].first == 0 and out[0].outcome is None and out[0].form in COUNTED
    if opens and not BULLETS.isdisjoint(marked):
        listed = listed_under(scan, language)
        out[0] = out[0]._replace(outcome=listed if listed in HARMED else None)
    return out
