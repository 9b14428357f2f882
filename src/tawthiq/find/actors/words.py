"""The words around an actor by the part that they play, whatever sheet they are of."""

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON

_SHEETS = ("actor_cues", "attacks", "weapons", "struck_objects", "reporting", "roles")

LIGHT_REACH = 9
"""Words after a light verb's subject that may hold the attack it carries."""

CLASH_REACH = 18
"""Words between a word for fighting and the second side."""

ATTACKS = frozenset({"strike", "clash", "means", "strike_word", "verb", "deed", "harm"})
"""Parts that a light verb such as «شن» may carry."""

_RANK = (
    "blame_verb", "modifier", "guess", "in_word", "to_word", "of_word", "from_word", "number", "force", "people",
    "object", "harm", "deed", "light", "verb", "strike", "strike_word", "person",
    "means", "fire", "clash", "speech", "that", "that_own", "control", "backer", "patrol",
    "prison", "belongs", "harmless", "own", "attribute", "nobody", "and_word", "passive", "with", "together", "between", "against", "on", "accuse", "blames", "claim", "by",
)  # fmt: skip
"""Of words equally long the part that stands later here is taken."""

_NO_HARM = {"departs", "happen", "none", "world"}
"""Codes of outcomes that harm nobody: «موقعا» is a position as often."""

_ORDER = {part: rank for rank, part in enumerate(_RANK)}


class Mention(NamedTuple):
    """An actor on the words ``first`` to ``last - 1``.

    ``head`` is the sheet of what a nationality describes, or ``force``; empty for a
    name. ``hit`` lends the clitics of the first word.
    """

    code: str
    first: int
    last: int
    hit: Hit
    rule: str
    head: str

    @property
    def anybody(self) -> bool:
        """Say whether the words are a party only behind ``by``: ``by three men``."""
        return self.hit.values.get("case") == "by"


class Words:
    """The words of a sentence by their parts.

    Args:
        scan: the sentence.
    """

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.ending: dict[int, list[tuple[str, Hit]]] = {}
        self._beginning: dict[int, set[str]] = {}
        self._sizes: dict[int, list[tuple[int, str]]] = {}
        for sheet in _SHEETS:
            for hit in scan.of(sheet):
                self._place(_part(hit), hit)
        for hit in scan.of("outcomes"):
            if hit.code not in _NO_HARM:
                self._place("harm", hit)
        for hit in scan.of("number"):
            self._place("number", hit)

    def _place(self, part: str, hit: Hit) -> None:
        if part in _ORDER:
            self.ending.setdefault(hit.last, []).append((part, hit))
            self._beginning.setdefault(hit.first, set()).add(part)
            size = hit.last - hit.first
            self._sizes.setdefault(hit.first, []).append((size, part))

    def before(self, at: int) -> tuple[str, Hit] | None:
        """Give the part of the longest words that end before the word ``at``."""
        return max(
            self.ending.get(at, ()),
            key=lambda p: (p[1].last - p[1].first, _ORDER[p[0]]),
            default=None,
        )

    def part_before(self, at: int) -> str | None:
        """Give that part alone."""
        found = self.before(at)
        return found[0] if found is not None else None

    def parts(self, at: int) -> set[str]:
        """Give the parts of the words that begin with the word ``at``."""
        return self._beginning.get(at, set())

    def longest(self, at: int) -> set[str]:
        """Give the parts of the longest words that begin with the word ``at``."""
        found = self._sizes.get(at, ())
        longest = max((size for size, _ in found), default=0)
        return {part for size, part in found if size == longest}

    def ahead(self, at: int, reach: int) -> set[str]:
        """Give the parts of the next ``reach`` words of the clause."""
        found: set[str] = set()
        for index in range(at, min(len(self.scan.tokens), at + reach)):
            if self.scan.tokens[index].gap >= COLON:
                break
            found |= self.parts(index)
        return found

    def behind(self, at: int, reach: int, wanted: AbstractSet[str]) -> bool:
        """Say whether one of these parts ends in the ``reach`` words before ``at``."""
        return any(
            p in wanted
            for index in range(at, max(0, at - reach), -1)
            for p, _ in self.ending.get(index, ())
        )


def _part(hit: Hit) -> str:
    """Name the part that a word plays for the actor beside it."""
    if hit.sheet == "actor_cues":
        return hit.code
    if hit.sheet == "attacks":
        if hit.code == "clash":
            return "clash"
        return "verb" if hit.values.get("part") == "verb" else "strike"
    if hit.sheet == "weapons":
        kind = hit.values.get("kind")
        return "" if kind == "mask" else "modifier" if kind == "adjective" else "means"
    return "object" if hit.sheet == "struck_objects" else "speech"


def fought(words: Words, at: int) -> bool:
    """Say whether a word for fighting stands before, nearer than any strike.

    Args:
        words: the sentence.
        at: the word to look back from.
    """
    for back in range(at, max(0, at - CLASH_REACH), -1):
        parts = {part for part, _ in words.ending.get(back, ())}
        if "clash" in parts:
            return True
        if parts & {"strike", "verb"}:
            return False
    return False
