"""A pack's words about places, and the list of places that answers for a name."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple, Protocol

from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.text.affixes import ARTICLE, Stem

_INSIDE = frozenset({frozenset({"in"}), frozenset({"in", "and"})})
"""What the clitics may mean of a word that a name of a place is cut from: «وبحلب»."""
_AND = frozenset({"and"})

KEPT = 50_000
"""Words and names of which the answers are kept: the same come again and again."""

SHORTEST_CUT = 4
"""Letters that a name must keep when a clitic is cut off."""

OTHER_SHEETS = (
    "attacks", "outcomes", "actors", "weapons", "months", "weekdays", "date_words",
    "reporting", "numbers", "place_heads", "groups", "event_cues", "source_nouns",
    "struck_objects", "channels", "count_words",
)  # fmt: skip
"""Sheets whose words are no part of a name that no list knows."""

VERBS = ("attacks", "outcomes", "reporting", "date_words", "event_cues")
"""Those of them that hold verbs."""

BUILDINGS = ("struck_objects", "place_heads")
"""Those that hold what a quarter may be named after: «حي المطار»."""

NO_BUILDINGS = tuple(s for s in OTHER_SHEETS if s not in BUILDINGS)

PAIRED = ("definite", "plain")
"""What head nouns allow behind which two words may be one name."""


class Name(NamedTuple):
    """A name on the words ``first`` to ``last - 1``.

    ``start`` and ``end`` count the source, clitics left out; ``key`` is folded, without
    the article; ``region`` is its hit in the sheet ``countries``; ``known`` says that a
    list has it, ``marked`` that quotation marks or a hash sign set it apart.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    key: str
    known: bool
    marked: bool
    region: Hit | None


class Cut(NamedTuple):
    """A word with what its clitics leave: the folded text and its source offset."""

    text: str
    start: int


_LATIN, _ARABIC = re.compile("[A-Za-z]"), re.compile("[\u0621-\u064a]")


def mixes_scripts(word: str) -> bool:
    """Say whether a word is two words of two scripts, run together by a page."""
    return _LATIN.search(word) is not None and _ARABIC.search(word) is not None


class KnownPlaces(Protocol):
    """A list of places that answers for a name."""

    def knows(self, key: str) -> bool:
        """Say whether folded words, one space between them, name a place."""
        ...

    def begins(self, key: str) -> bool:
        """Say whether a name of more words may begin with these; no is certain."""
        ...


class Vocabulary:
    """A pack's words about places, folded, with what the list of places answered.

    Args:
        language: the pack; its sheets ``not_places`` and ``place_words`` are read.
        known: the list of places.
    """

    def __init__(self, language: Language, known: KnownPlaces) -> None:
        def words(code: str) -> frozenset[str]:
            return language.forms("not_places", code)

        before = ("near", "around", "direction", "in")
        self.never = words("never").union(
            *(language.forms("place_words", code) for code in before)
        )
        self.adjective = words("adjective")
        self.common = words("word")
        self.demonym = language.forms("place_words", "demonym")
        self.relative = tuple(
            language.key(ending)
            for ending in language.settings.get("relative", "").split()
        ) or ("\0",)
        self.opener = language.forms("place_parts", "opener")
        self.articles = language.forms("place_parts", "article")
        self.founder = language.forms("place_parts", "founder")
        self.patronymic = language.forms("place_parts", "patronymic")
        self.title = language.forms("place_parts", "title")
        self.tail = self.title | language.forms("place_parts", "tail")
        self.article = language.settings.get("article", "")
        self.feminine = language.key(language.settings.get("feminine", ""))
        self.stems = language.affixes.stems
        self.heads_follow = language.settings.get("heads") == "both"
        self._known = known
        self.knows: Callable[[str], bool] = lru_cache(KEPT)(self._knows)
        self.may_begin: Callable[[str], bool] = lru_cache(KEPT)(self._may_begin)
        self.inside: Callable[[str], Stem | None] = lru_cache(KEPT)(self._inside)
        self.is_common: Callable[[str], bool] = lru_cache(KEPT)(self._is_common)
        self._verbs = frozenset().union(*(language.forms(sheet) for sheet in VERBS))
        self._regions = frozenset(
            form.split()[0] for form in language.forms("countries")
        )

    def bare(self, word: str) -> str:
        """Give a word without the article."""
        if self.article and word.startswith(self.article):
            return word[len(self.article) :] or word
        return word

    def _knows(self, key: str) -> bool:
        """Ask the list of places, with and without the article of the first word."""
        bare = self.bare(key)
        return self._known.knows(key) or (bare != key and self._known.knows(bare))

    def _may_begin(self, word: str) -> bool:
        """Say whether a name of the list may be this word or begin with it."""
        if self.knows(word) or self._known.begins(word):
            return True
        bare = self.bare(word)
        return bare != word and self._known.begins(bare)

    def _inside(self, word: str) -> Stem | None:
        """Give a word without the clitic that means ``in``; None if it has none.

        A word that is a name as it stands is not cut, nor one of which too little
        would stay: «بادر» is a verb.
        """
        cut = [s for s in self.stems(word) if s.means in _INSIDE and not s.suffix]
        if not cut or self._says_nothing(word):
            return None
        for stem in cut:
            if word in self._regions or self.knows(word):
                return None
            if stem.text in self._regions:
                return stem
            if len(stem.text) >= SHORTEST_CUT and self.may_begin(stem.text):
                return stem
        return None

    def _says_nothing(self, word: str) -> bool:
        """Say whether a word of everyday only looks cut: «وباكرا» is no «باكرا» town."""
        whole = (s.text for s in self.stems(word) if s.means <= _AND and not s.suffix)
        return any(text in self.never or text in self.common for text in whole)

    def _is_common(self, word: str) -> bool:
        """Say whether a word is one of everyday, with or without a pronoun behind it."""
        return any(stem.text in self.common for stem in self._nouns(word))

    def is_verb(self, word: str) -> bool:
        """Say whether the pack has a word among those that tell what happened."""
        return any(not s.means and s.text in self._verbs for s in self.stems(word))

    def _nouns(self, word: str) -> Iterable[Stem]:
        return (s for s in self.stems(word) if s.means <= ARTICLE)

    def ends(self, word: str) -> bool:
        """Say whether a word can be no part of a name."""
        return word[0].isdigit() or word in self.never
