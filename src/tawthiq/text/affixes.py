"""Stems: what is left of a word when clitics are cut off, as candidates.

No offline tool splits «وهجين»: names are in no lexicon. So every cut that the pack's
``clitics.csv`` allows is a candidate, and the lexicon decides which one is a word.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

SHORTEST = 2
"""Letters that must be left of a stem when a clitic was cut in front."""


class Affix(NamedTuple):
    """A clitic: its form, what is put in its place, and what it means (``and the``)."""

    form: str
    instead: str
    means: frozenset[str]


class Stem(NamedTuple):
    """A candidate: the stem, letters cut in front, what the cut prefix means, suffix."""

    text: str
    front: int
    means: frozenset[str]
    suffix: str


NOTHING: frozenset[str] = frozenset()


class Affixes:
    """Cuts words by a pack's table of clitics.

    Args:
        prefixes: clitics that may be cut in front.
        suffixes: endings that may be cut.
    """

    def __init__(
        self, *, prefixes: Sequence[Affix] = (), suffixes: Sequence[Affix] = ()
    ) -> None:
        self._prefixes = tuple(sorted(prefixes, key=lambda a: (-len(a.form), a.form)))
        self._suffixes = tuple(sorted(suffixes, key=lambda a: (-len(a.form), a.form)))
        self.stems = lru_cache(maxsize=200_000)(self._stems)

    def _stems(self, word: str) -> tuple[Stem, ...]:
        """Give the candidates of a folded word, the whole word first."""
        fronts = [Stem(word, 0, NOTHING, "")]
        for affix in self._prefixes:
            size = len(affix.form)
            if word.startswith(affix.form) and len(word) - size >= SHORTEST:
                rest = affix.instead + word[size:]
                fronts.append(Stem(rest, size - len(affix.instead), affix.means, ""))
        found = list(fronts)
        for stem in fronts:
            for affix in self._suffixes:
                size = len(affix.form)
                if stem.text.endswith(affix.form) and len(stem.text) - size > SHORTEST:
                    text = stem.text[:-size] + affix.instead
                    found.append(Stem(text, stem.front, stem.means, affix.form))
        return tuple(found)
