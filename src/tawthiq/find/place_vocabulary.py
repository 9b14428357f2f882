"""A pack's words about places, and the list of places that answers for a name."""

from collections.abc import Iterable
from typing import Protocol

from tawthiq.lang.language import Language
from tawthiq.text.affixes import Stem

ARTICLE = frozenset({"the"})


class KnownPlaces(Protocol):
    """A list of places that answers for a name."""

    def knows(self, key: str) -> bool:
        """Say whether folded words, one space between them, name a place."""
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
        self.opener = language.forms("place_parts", "opener")
        self.title = language.forms("place_parts", "title")
        self.tail = self.title | language.forms("place_parts", "tail")
        self.article = language.settings.get("article", "")
        self.feminine = language.key(language.settings.get("feminine", ""))
        self.stems = language.affixes.stems
        self.heads_follow = language.settings.get("heads") == "both"
        self._known = known
        self._answers: dict[str, bool] = {}

    def bare(self, word: str) -> str:
        """Give a word without the article."""
        if self.article and word.startswith(self.article):
            return word[len(self.article) :] or word
        return word

    def knows(self, key: str) -> bool:
        """Ask the list of places, with and without the article of the first word."""
        answer = self._answers.get(key)
        if answer is None:
            bare = self.bare(key)
            answer = self._known.knows(key) or (bare != key and self._known.knows(bare))
            self._answers[key] = answer
        return answer

    def is_common(self, word: str) -> bool:
        """Say whether a word is one of everyday, with or without a pronoun behind it."""
        return any(stem.text in self.common for stem in self._nouns(word))

    def _nouns(self, word: str) -> Iterable[Stem]:
        return (s for s in self.stems(word) if s.means <= ARTICLE)

    def ends(self, word: str) -> bool:
        """Say whether a word can be no part of a name."""
        return word[0].isdigit() or word in self.never
