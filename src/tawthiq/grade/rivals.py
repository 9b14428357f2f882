"""Rivals: competing accounts of who did it, or of what it was."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from tawthiq.grade.voices import Voice
from tawthiq.lang.conventions import related

ONE_IN = 7
"""Voices that blame the most blamed, for each that a rival needs."""

ONE_CAUSE_IN = 3
"""Voices that tell the commonest cause, for each that a rival cause needs.

Words for one fall from the air are mixed up more readily than two parties.
"""

CAUSES = {
    "air_strike": frozenset({"air"}),
    "shelling": frozenset({"ground"}),
    "drone_strike": frozenset({"air", "ground"}),
    "mine_or_uxo": frozenset({"mine"}),
}
"""Types by who may have made them: where two share none, one denies the other.

Reports call one fall from the air a strike, a shell and a drone; nobody calls it a mine.
"""


def rival_actors(voices: Sequence[Voice]) -> frozenset[str]:
    """Give the actors alleged by credible voices of whom one does not answer for another.

    One voice that blames two such actors leaves open which of them it was. One among
    many that alone blames another makes no contest.
    """
    blamed = Counter(a for v in voices if v.credible for a in v.alleged | v.claimed)
    most = max(blamed.values(), default=0)
    alleged = sorted(a for a, by in blamed.items() if by * ONE_IN >= most)
    return frozenset(
        actor
        for pair in combinations(alleged, 2)
        if not related(*pair)
        for actor in pair
    )


def rival_causes(voices: Sequence[Voice]) -> frozenset[str]:
    """Give the types by which credible voices contradict each other on the cause.

    A cause that one voice tells where four or more tell another is its slip, no rival.
    """
    counted = Counter(
        kind for v in voices if v.credible for kind in v.types if kind in CAUSES
    )
    most = max(counted.values(), default=0)
    told = {k: CAUSES[k] for k, by in counted.items() if by * ONE_CAUSE_IN >= most}
    apart = any(a.isdisjoint(b) for a, b in combinations(told.values(), 2))
    return frozenset(told) if apart else frozenset()


def denials(voices: Sequence[Voice]) -> frozenset[str]:
    """Give the actors that some voice blames and that are reported to deny the act."""
    blamed = {actor for voice in voices for actor in voice.alleged}
    denied = {actor for voice in voices for actor in voice.denied}
    return frozenset(
        actor for actor in denied if any(related(actor, other) for other in blamed)
    )
