"""Harm words: the words of one sentence that say what befell people."""

from collections.abc import Sequence
from typing import NamedTuple

from tawthiq.find.counts import HARM
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan

ENDS = {"struck", "freed"}
"""Codes of ``outcomes.csv`` that are no harm and end the reach of the harm before."""


_NEAR = 4


class Harm(NamedTuple):
    """Outcomes that a count met, the words that say so, and the count it is part of."""

    outcomes: tuple[str, ...]
    rule: str
    part_of: Hit | None = None


def words_of_harm(hits: Sequence[Hit]) -> list[Hit]:
    """Give the words that may govern a count: no «القتل» at large, no «فقد قتل».

    Args:
        hits: those of the sheet ``outcomes``, in order.
    """
    return [
        h
        for h in hits
        if (h.code in HARM or h.code in ENDS)
        and "the" not in h.means
        and not _is_particle(h, hits)
    ]


def harm_of_many(scan: Scan, at: int) -> str:
    """Give the harm of those whom nobody counts: «قتلى مدنيون بينهم طفلان».

    Args:
        scan: the sentence; its sheet ``groups`` is read.
        at: the word that says that some of them follow.

    Returns:
        Their outcome, or nothing where none is told, or more than one.
    """
    told = {
        str(h.values["outcome"])
        for place in range(max(0, at - _NEAR), at)
        for h in scan.at(place, "groups")
        if h.values["number"] == "many" and h.values.get("outcome") in HARM
    }
    return told.pop() if len(told) == 1 else ""


def _is_particle(harm: Hit, hits: Sequence[Hit]) -> bool:
    """Tell whether «فقد» only leads a verb: «فقد قتل ثلاثة»."""
    return harm.code == "missing" and any(
        h.first == harm.last and h.code != "life" and not h.means for h in hits
    )
