"""Where an actor stands in a language whose subjects come before their verbs."""

from tawthiq.find.actor_words import LIGHT_REACH, Mention, Words, fought
from tawthiq.text.tokens import COMMA

SUBJECT_REACH = 5
"""Words between a subject and its verb."""

_PASSED = {"modifier", "people", "guess"}

_BEFORE = {
    "by": "agent",
    "accuse": "agent",
    "on": "target",
    "against": "target",
    "verb": "target",
    "deed": "target",
    "object": "target",
    "control": "control",
    "backer": "backer",
}
"""What the word right before a name makes of it."""

_AFTER = (
    ("strike", "agent"),
    ("means", "agent"),
    ("fire", "agent"),
    ("object", "target"),
    ("person", "victim"),
)
"""What the noun that a name stands before makes of it: ``rebel shelling``."""

_VERBS: tuple[tuple[str, str | None], ...] = (
    ("passive", "victim"),
    ("verb", "agent"),
    ("deed", "agent"),
    ("harm", "agent"),
    ("light", "agent"),
    ("clash", "clash"),
    ("speech", "speaker"),
    ("claim", "claimer"),
    ("on", None),
    ("against", None),
    ("by", None),
)
"""What the first telling word after a subject makes of it; None: nothing."""


def subject_first(words: Words, mention: Mention) -> str | None:
    """Give the position of an actor.

    Args:
        words: the sentence.
        mention: the actor.
    """
    part = _before(words, mention)
    if part == "claim":
        return "claimer"
    if mention.head in {"attacks", "weapons"} or part in {"by", "accuse"}:
        return "agent"
    after = words.parts(mention.last)
    position = next((p for a, p in _AFTER if a in after), None)
    if position is not None:
        return position
    if part in {"between", "with", "clash", "against"} and fought(words, mention.first):
        return "clash"
    return _BEFORE.get(part) or _led(words, mention)


def _before(words: Words, mention: Mention) -> str:
    """Name the part right before a name, adjectives and ``members of`` passed."""
    found = words.before(mention.first)
    while found is not None and found[0] in _PASSED:
        found = words.before(found[1].first)
    return found[0] if found is not None else ""


def _led(words: Words, mention: Mention) -> str | None:
    """Look ahead for the verb."""
    scan = words.scan
    last = min(len(scan.tokens), mention.last + SUBJECT_REACH)
    for at in range(mention.last, last):
        parts = words.parts(at)
        if scan.tokens[at].gap > COMMA:
            return None
        if "light" in parts and "strike" not in words.ahead(at + 1, LIGHT_REACH):
            return None
        position = next((p for part, p in _VERBS if part in parts), "")
        if position != "":
            return position
    return None
