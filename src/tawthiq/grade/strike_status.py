"""Strike status: how sure it is who struck (domain handbook, 5.5; Airwars' values)."""

from collections.abc import Sequence

from tawthiq.grade.rivals import denials, rival_actors
from tawthiq.grade.voices import Voice

DECLARED = "declared_strike"
LIKELY = "likely_strike"
CONTESTED = "contested_strike"
SINGLE = "single_source_claim"


def strike_status_of(voices: Sequence[Voice]) -> str | None:
    """Give the status of a strike.

    Args:
        voices: the independent voices of the incident.

    Returns:
        ``contested_strike`` where rival actors are alleged or the accused denies it,
        ``declared_strike`` where an actor says it acted, ``likely_strike`` where two
        voices or more allege the same actor, ``single_source_claim`` where one voice
        alleges one; None where nobody is named.
    """
    if rival_actors(voices) or denials(voices):
        return CONTESTED
    if any(voice.claimed for voice in voices):
        return DECLARED
    blaming = [voice for voice in voices if voice.alleged]
    if not blaming:
        return None
    return LIKELY if len(blaming) > 1 else SINGLE
