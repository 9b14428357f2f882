"""Departures: «فارق مدنيان الحياة», a verb whose people stand before what they leave."""

from collections.abc import Sequence

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COMMA

REACH = 6
"""Words from the verb to what is left."""


def told_outcomes(scan: Scan) -> Sequence[Hit]:
    """Give the words of harm of a sentence; who leaves this life is killed.

    A verb of leaving says nothing of harm where neither life nor this world follows:
    «فارقت زوجها».

    Args:
        scan: the sentence; its sheet ``outcomes`` is read.
    """
    hits = scan.of("outcomes")
    left = [h.first for h in hits if h.code == "world"]
    if not left:
        return hits
    return [
        h._replace(code="killed")
        if h.code == "departs" and _leaves(scan, h, left)
        else h
        for h in hits
    ]


def _leaves(scan: Scan, verb: Hit, left: list[int]) -> bool:
    ends = next((at for at in left if 0 <= at - verb.last <= REACH), None)
    if ends is None:
        return False
    return all(t.gap <= COMMA for t in scan.tokens[verb.last : ends + 1])
