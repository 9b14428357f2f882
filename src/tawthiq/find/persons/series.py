"""Name series: whether a name goes on the list of victims that stands before it."""

from tawthiq.find.persons.ages import AGE_REACH, age_after
from tawthiq.find.persons.runs import NameRuns
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA

ITEM_MARKS = frozenset("-–—•*▪")  # noqa: RUF001
"""Marks that set off the items of a list inside a line."""


class NameSeries:
    """Follows the lists of names in one sentence.

    Args:
        scan: the sentence.
        runs: its names.
        language: the pack; its clitics are read.
    """

    def __init__(self, scan: Scan, runs: NameRuns, language: Language) -> None:
        self._scan, self._runs = scan, runs
        self._affixes = language.affixes

    def goes_on(self, at: int, last: Hit) -> bool:
        """Say whether ``at`` follows a victim in a list, his age passed."""
        gap = at - last.last
        if gap == 1 and self.anded(last.last) and self._runs.opens_quote(at):
            return self._runs.quoted(at) is not None
        if not 0 <= gap <= AGE_REACH:
            return False
        if self._runs.given(at) is None:
            return self._unheard_next(at, gap)
        numbered = gap == 1 and self._scan.tokens[last.last].is_number
        if numbered or self._ranked(last.last, at) or self._itemised(at, last):
            return True
        if gap == 0 or not self._runs.follows(at):
            return self._runs.follows(at)
        between = self._scan.tokens[last.last : at]
        return any(t.is_number or t.gap == BRACKET for t in between) and all(
            t.gap < COLON for t in between
        )

    def _itemised(self, at: int, last: Hit) -> bool:
        """«- فلان الفلاني من بلدة … - فلان الفلاني من …»: items of a list in one line."""
        tokens = self._scan.tokens
        full = self._runs.end(at, sure=1) - at > 1
        marks = [tokens[w].between.strip(" :") for w in (last.first, at)]
        return full and marks[0] == marks[1] != "" and set(marks[1]) <= ITEM_MARKS

    def _ranked(self, last: int, at: int) -> bool:
        """Say whether a rank leads on: «فلان الفلاني، والجندي أول فلان الفلاني»."""
        return any(
            h.first == last and h.last == at and "and" in h.means
            for h in self._scan.of("titles")
        )

    def _unheard_next(self, at: int, gap: int) -> bool:
        """A name in a list whose first word no list knows: its age or its father's name."""
        tokens = self._scan.tokens
        if self._runs.common(at):
            return False
        end = self._runs.end(at, sure=1)
        if gap > 0:  # «فلانة (21 عاما) وفلانة (33 عاما)»
            aged = tokens[at - 1].is_number or tokens[at].gap == BRACKET
            aged = aged or self._ends_age(at)
            return (
                aged and bool(self._and(at)) and age_after(self._scan, end) is not None
            )
        if tokens[at].gap != COMMA:
            return False
        family = tokens[at - 1].word  # the last word of the name before
        return (
            self._runs.given(at + 1) is not None
            or age_after(self._scan, end) is not None
            or (end - at > 1 and family in {t.word for t in tokens[at + 1 : end]})
        )

    def _ends_age(self, at: int) -> bool:
        """Say whether an age ends before the word ``at``: «35 عاما، وغزلان …»."""
        return any(
            h.code in {"age", "two_years"} for h in self._scan.at(at - 1, "name_cues")
        )

    def anded(self, at: int) -> bool:
        """Say whether the word ``at`` is an «و» that a quotation mark cut off."""
        return any(h.code == "and_word" for h in self._scan.at(at, "actor_cues"))

    def front(self, at: int) -> int:
        """Give the letters of «و» before a name of a list that no sheet knows."""
        return self._and(at) if self._scan.tokens[at].gap in {COMMA, BRACKET} else 0

    def _and(self, at: int) -> int:
        """Give the letters of «و» that a word may begin with."""
        stems = self._affixes.stems(self._scan.tokens[at].word)
        return next((s.front for s in stems if s.means == {"and"}), 0)
