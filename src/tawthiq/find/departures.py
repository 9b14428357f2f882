"""Departures: «فارق مدنيان الحياة», a verb whose people stand before what they leave."""

from collections.abc import Sequence

from tawthiq.find.attempts import is_only_tried
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COMMA

ARRESTS = frozenset({"abduction_detention", "raid"})
ARREST_REACH = 14
"""Words from arrests to the verb that says whom they reached."""

REACH = 6
"""Words from the verb to what is left."""


def told_outcomes(scan: Scan) -> Sequence[Hit]:
    """Give the words of harm of a sentence; who leaves this life is killed.

    Harm that was but tried befell nobody.

    A verb of leaving says nothing of harm where neither life nor this world follows:
    «فارقت زوجها».

    Args:
        scan: the sentence; its sheet ``outcomes`` is read.
    """
    hits = [h for h in _with_arrests(scan) if not is_only_tried(scan, h)]
    left = [h.first for h in hits if h.code == "world"]
    if not left:
        return hits
    return [
        h._replace(code="killed")
        if h.code == "departs" and _leaves(scan, h, left)
        else h
        for h in hits
    ]


def _with_arrests(scan: Scan) -> Sequence[Hit]:
    """Add what arrests reached: «حملة اعتقالات طالت 26 مواطنا» holds them."""
    hits = scan.of("outcomes")
    arrests = [
        h
        for h in scan.of("attacks")
        if h.code in ARRESTS and h.values.get("part") == "noun"
    ]
    reached = [
        scan.make(
            "outcomes",
            words=(cue.first, cue.last),
            values={"side": "after", "number": ""},
            rule="outcomes",
            like=cue,
        )._replace(code="detained")
        for cue in (scan.of("struck_cues") if arrests else ())
        if cue.code == "reaches"
        and not cue.means - {"and"}
        and any(0 <= cue.first - h.last <= ARREST_REACH for h in arrests)
    ]
    return sorted([*hits, *reached], key=lambda h: h.first) if reached else hits


def _leaves(scan: Scan, verb: Hit, left: list[int]) -> bool:
    ends = next((at for at in left if 0 <= at - verb.last <= REACH), None)
    if ends is None:
        return False
    return all(t.gap <= COMMA for t in scan.tokens[verb.last : ends + 1])
