"""Scan: the words of one sentence with everything found on them so far."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from tawthiq.lang.lexicon import Hit
from tawthiq.model import report, span
from tawthiq.text.tokens import Token

_NOTHING: Final[frozenset[str]] = frozenset()

_new: Final = tuple.__new__
"""Makes a Hit without the detour over its own constructor: there are many."""


class Scan:
    """One segment's words and the hits on them; finders add hits in their turn.

    Args:
        text: the report's whole text.
        segment: the stretch that is scanned.
        tokens: its words.
        hits: what the lexicon found, by first word.
        everyday: the common words of the language where the sentence is written in
            capitals throughout, so that they say nothing; else None.
    """

    __slots__ = (
        "_by_sheet",
        "_digits",
        "_everyday",
        "_hits",
        "_many",
        "_starting",
        "segment",
        "text",
        "tokens",
    )

    def __init__(
        self,
        *,
        text: str,
        segment: report.Segment,
        tokens: Sequence[Token],
        hits: list[list[Hit]],
        everyday: Collection[str] | None = None,
    ) -> None:
        self.text = text
        self.segment = segment
        self.tokens = tokens
        self._hits = hits
        self._everyday = everyday
        self._digits: tuple[int, ...] | None = None
        self._many: dict[tuple[str, ...], list[Hit]] = {}
        self._by_sheet: dict[str, list[Hit]] = {}
        self._starting: dict[str, dict[int, list[Hit]]] = {}
        by_sheet = self._by_sheet
        for here in hits:
            for hit in here:
                kept = by_sheet.get(hit[0])
                if kept is None:
                    by_sheet[hit[0]] = [hit]
                else:
                    kept.append(hit)

    @property
    def digits(self) -> tuple[int, ...]:
        """Give the words that begin with a digit."""
        if self._digits is None:
            self._digits = tuple(
                at for at, token in enumerate(self.tokens) if token[0][0].isdigit()
            )
        return self._digits

    @property
    def shouted(self) -> bool:
        """Say whether all is written in capitals, which then tell of no name."""
        return self._everyday is not None

    def capital(self, at: int) -> bool:
        """Say whether the word is written as names are: with a capital.

        Where everything is, it is a word that is not one of everyday.
        """
        token = self.tokens[at]
        if self._everyday is not None and token.word in self._everyday:
            return False
        return self.text[token.start].isupper()

    def holds(self, sheets: frozenset[str]) -> bool:
        """Say whether each of these sheets has a hit somewhere in the sentence."""
        return self._by_sheet.keys() >= sheets

    def at(self, first: int, sheet: str) -> Sequence[Hit]:
        """Give the hits of a sheet that begin with the word ``first``."""
        starting = self._starting.get(sheet)
        if starting is None:
            starting = self._starting[sheet] = self._by_first(sheet)
        return starting.get(first, ())

    def _by_first(self, sheet: str) -> dict[int, list[Hit]]:
        """Sort the hits of a sheet by their first word, as they were found there."""
        found: dict[int, list[Hit]] = {}
        for hit in self._by_sheet.get(sheet, ()):
            first = hit[2]
            if first not in found:
                found[first] = [hit]
            elif len(found[first]) == 1:
                found[first] = [h for h in self._hits[first] if h[0] == sheet]
        return found

    def here(self, first: int) -> list[Hit]:
        """Give the hits of all sheets that begin with the word ``first``."""
        return self._hits[first]

    def of(self, sheet: str, *more: str) -> Sequence[Hit]:
        """Give all hits of one sheet or more, in the order of the words."""
        if not more:
            return self._by_sheet.get(sheet, ())
        sheets = (sheet, *more)
        known = self._many.get(sheets)
        if known is None:
            found = [h for s in sheets for h in self._by_sheet.get(s, ())]
            if len(found) > 1:
                found.sort(key=lambda h: (h.first, -h.last, h.sheet, h.code))
            known = self._many[sheets] = found
        return known

    def every(self) -> list[Hit]:
        """Give all hits of all sheets."""
        return [h for here in self._hits for h in here]

    def add(self, hits: Collection[Hit]) -> None:
        """Add what a finder made, so that later rules may build on it."""
        if not hits:
            return
        touched = set()
        for hit in hits:
            self._hits[hit.first].append(hit)
            self._by_sheet.setdefault(hit.sheet, []).append(hit)
            touched.add(hit.sheet)
        self._many.clear()
        for sheet in touched:
            self._starting.pop(sheet, None)
            if len(self._by_sheet[sheet]) > 1:
                self._by_sheet[sheet].sort(key=lambda h: (h.first, -h.last, h.code))

    def replace(self, sheet: str, change: Callable[[Hit], Hit]) -> None:
        """Put what ``change`` makes of each hit of a sheet in its place.

        The hit made must begin with the same word.
        """
        if sheet in self._by_sheet:
            self._many.clear()
            self._starting.pop(sheet, None)
            self._by_sheet[sheet] = [change(h) for h in self._by_sheet[sheet]]
            changed = self._by_sheet[sheet]
            for first in {hit.first for hit in changed}:
                self._hits[first] = [h for h in self._hits[first] if h.sheet != sheet]
            for hit in changed:
                self._hits[hit.first].append(hit)

    def span(self, start: int, end: int) -> span.Span:
        """Cut the words between two offsets of the report."""
        return span.Span.of(self.text, start, end)

    def make(
        self,
        sheet: str,
        *,
        words: tuple[int, int],
        values: Mapping[str, object],
        rule: str,
        like: Hit | None = None,
    ) -> Hit:
        """Make a hit on the words ``first, last``; ``like`` lends the first clitics.

        Without ``like`` the first word is taken whole.
        """
        first, last = words
        start = like.start if like is not None else self.tokens[first].start
        code = str(values.get("code", ""))
        means = like.means if like is not None else _NOTHING
        end = self.tokens[last - 1].end
        made = (sheet, code, first, last, start, end, means, "", values, rule)
        return _new(Hit, made)
