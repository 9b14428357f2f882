"""Which governorate a spelling means: as written, by its words, by its letters."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from tawthiq.model.admin_unit import AdminUnit

ALIKE = 0.75
"""Share of common letters (difflib's ratio) from which a misspelling is believed."""
AHEAD = 0.06
"""By how much the best governorate must lead the next."""
ARTICLE = 2
"""Letters of the longest word that names nothing by itself (al, ar, ez)."""
_WORD = re.compile(r"[^\W\d_]+")
_TWICE = re.compile(r"(.)\1+")
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")


def same_script(name: str, *, latin: bool) -> bool:
    """Whether a name is in Latin letters, or else in Arabic ones."""
    return (_ARABIC.search(name) is None) == latin


@lru_cache(maxsize=10_000)
def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name that name something, without marks and doublings."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
    )
    words = _WORD.findall(re.sub("['’ʿʾ]", "", bare.casefold()))  # noqa: RUF001
    long = [word for word in words if len(word) > ARTICLE] or words
    return tuple(_TWICE.sub(r"\1", word) for word in long)


class UnitNames:
    """Finds the governorate that a spelling means.

    Args:
        units: the governorates that are known.
    """

    def __init__(self, units: Sequence[AdminUnit]) -> None:
        self._exact = {name: unit for unit in units for name in unit.names}
        self._keys = [(words_of(name), unit) for unit in units for name in unit.names]
        self._told: dict[str, AdminUnit | None] = {}

    def unit_of(self, name: str) -> AdminUnit | None:
        """Give the governorate; None where none is like it, or more than one."""
        if name not in self._told:
            self._told[name] = self._find(name)
        return self._told[name]

    def _find(self, name: str) -> AdminUnit | None:
        if name in self._exact:
            return self._exact[name]
        words = words_of(name)
        same = {id(u): u for key, u in self._keys if key and key == words}
        if len(same) == 1:
            return next(iter(same.values()))
        named = self._named_in(words)
        if named:
            return named[0] if len(named) == 1 else None
        return self._likest(words)

    def _named_in(self, words: tuple[str, ...]) -> list[AdminUnit]:
        """Give the governorates whose whole name stands among some words."""
        longest = {
            id(unit): (len(key), unit)
            for key, unit in sorted(self._keys, key=lambda pair: len(pair[0]))
            if key and _holds(words, key)
        }
        if not longest:
            return []
        # «ريف دمشق» also holds «دمشق»: the longer name is meant.
        most = max(length for length, _ in longest.values())
        return [unit for length, unit in longest.values() if length == most]

    def _likest(self, words: tuple[str, ...]) -> AdminUnit | None:
        """Give the governorate whose name is most like some words in a row."""
        scores: dict[int, tuple[float, AdminUnit]] = {}
        for key, unit in self._keys:
            score = max(
                (_likeness(run, key) for run in _runs(words, len(key))), default=0.0
            )
            if score > scores.get(id(unit), (0.0, unit))[0]:
                scores[id(unit)] = (score, unit)
        ranked = sorted(scores.values(), key=lambda pair: -pair[0])
        if not ranked or ranked[0][0] < ALIKE:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < AHEAD:
            return None
        return ranked[0][1]


def _runs(words: tuple[str, ...], length: int) -> list[tuple[str, ...]]:
    """Give all words, and each run of as many as a name has."""
    runs = [words[at : at + length] for at in range(len(words) - length + 1)]
    return [words, *runs]


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return SequenceMatcher(None, "".join(one), "".join(other)).ratio()


def _holds(words: tuple[str, ...], key: tuple[str, ...]) -> bool:
    return any(
        words[at : at + len(key)] == key for at in range(len(words) - len(key) + 1)
    )
