"""Harm words: the words of one sentence that say what befell people."""

from collections.abc import Sequence
from typing import NamedTuple

from tawthiq.find.counts import HARM
from tawthiq.lang.lexicon import Hit

ENDS = {"struck", "freed"}
"""Codes of ``outcomes.csv`` that are no harm and end the reach of the harm before."""


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


def _is_particle(harm: Hit, hits: Sequence[Hit]) -> bool:
    """Tell whether «فقد» only leads a verb: «فقد قتل ثلاثة»."""
    return harm.code == "missing" and any(
        h.first == harm.last and h.code != "life" and not h.means for h in hits
    )
