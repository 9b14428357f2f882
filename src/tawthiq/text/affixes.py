"""Stems: what is left of a word when clitics are cut off, as candidates.

No offline tool splits «وهجين»: names are in no lexicon. So every cut that the pack's
``clitics.csv`` allows is a candidate, and the lexicon decides which one is a word.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

SHORTEST: Final = 2
"""Letters that must be left of a stem when a clitic was cut in front."""


class Affix(NamedTuple):
    """A clitic: its form, what is put in its place, and what it means (``and the``)."""

    form: str
    instead: str
    means: frozenset[str]


class Stem(NamedTuple):
    """A candidate: the stem, letters cut in front, what the cut prefix means, suffix.

    ``unquoted`` is how many letters in front a quote leaves out: an article is no word
    of its own, so the quote of «والسوق الشعبي» is «السوق الشعبي».
    """

    text: str
    front: int
    means: frozenset[str]
    suffix: str
    unquoted: int


NOTHING: Final[frozenset[str]] = frozenset()
ARTICLE: Final = frozenset({"the"})

_new: Final = tuple.__new__
"""Makes a Stem without the detour over its own constructor: there are many."""


class Affixes:
    """Cuts words by a pack's table of clitics.

    Args:
        prefixes: clitics that may be cut in front.
        suffixes: endings that may be cut.
    """

    def __init__(
        self, *, prefixes: Sequence[Affix] = (), suffixes: Sequence[Affix] = ()
    ) -> None:
        self._prefixes = _by_size(prefixes)
        self._articles = tuple(a.form for a in prefixes if a.means == ARTICLE)
        self._suffixes = _by_size(suffixes)
        self.stems = lru_cache(maxsize=200_000)(self._stems)

    def _stems(self, word: str) -> tuple[Stem, ...]:
        """Give the candidates of a folded word, the whole word first."""
        length = len(word)
        found = [_new(Stem, (word, 0, NOTHING, "", 0))]
        for size, forms in self._prefixes:
            if length - size >= SHORTEST:
                for form, instead, means in forms.get(word[:size], ()):
                    front = len(form) - len(instead)
                    bare = self._bare(form, instead)
                    cut = (instead + word[size:], front, means, "", bare)
                    found.append(_new(Stem, cut))
        # A cut in front leaves the end as it is, so the word's own endings are all.
        endings = [
            (size, form, instead)
            for size, forms in self._suffixes
            if length - size > SHORTEST
            for form, instead, _ in forms.get(word[-size:], ())
        ]
        if endings:
            found += [
                _new(Stem, (whole[:-size] + instead, front, means, form, bare))
                for whole, front, means, _, bare in found
                for size, form, instead in endings
                if len(whole) - size > SHORTEST
            ]
        return tuple(found)

    def _bare(self, form: str, instead: str) -> int:
        """Count the letters of a prefix before its article, of all where it has none."""
        article = next((a for a in self._articles if form.endswith(a)), "")
        return len(form) - len(article or instead)


def _by_size(
    affixes: Sequence[Affix],
) -> tuple[tuple[int, dict[str, list[Affix]]], ...]:
    """Sort affixes by their letters, longest first, so that one look finds a form."""
    found: dict[int, dict[str, list[Affix]]] = {}
    for affix in sorted(affixes, key=lambda a: (-len(a.form), a.form)):
        found.setdefault(len(affix.form), {}).setdefault(affix.form, []).append(affix)
    return tuple(found.items())
