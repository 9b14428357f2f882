"""Scan: the words of one sentence with everything found on them so far."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from tawthiq.lang.lexicon import Hit
from tawthiq.model import report, span
from tawthiq.text.tokens import Token


class Scan:
    """One segment's words and the hits on them; finders add hits in their turn.

    Args:
        text: the report's whole text.
        segment: the stretch that is scanned.
        tokens: its words.
        hits: what the lexicon found, by first word.
    """

    __slots__ = ("_by_sheet", "_hits", "segment", "text", "tokens")

    def __init__(
        self,
        *,
        text: str,
        segment: report.Segment,
        tokens: Sequence[Token],
        hits: list[list[Hit]],
    ) -> None:
        self.text = text
        self.segment = segment
        self.tokens = tokens
        self._hits = hits
        self._by_sheet: dict[str, list[Hit]] = {}
        for here in hits:
            for hit in here:
                self._by_sheet.setdefault(hit.sheet, []).append(hit)

    def at(self, first: int, sheet: str) -> list[Hit]:
        """Give the hits of a sheet that begin with the word ``first``."""
        if sheet not in self._by_sheet:
            return []
        return [h for h in self._hits[first] if h.sheet == sheet]

    def here(self, first: int) -> list[Hit]:
        """Give the hits of all sheets that begin with the word ``first``."""
        return self._hits[first]

    def of(self, *sheets: str) -> list[Hit]:
        """Give all hits of one sheet or more, in the order of the words."""
        if len(sheets) == 1:
            return self._by_sheet.get(sheets[0], [])
        found = [h for s in sheets for h in self._by_sheet.get(s, ())]
        return sorted(found, key=lambda h: (h.first, -h.last, h.sheet, h.code))

    def every(self) -> list[Hit]:
        """Give all hits of all sheets."""
        return [h for here in self._hits for h in here]

    def add(self, hits: Iterable[Hit]) -> None:
        """Add what a finder made, so that later rules may build on it."""
        touched = set()
        for hit in hits:
            self._hits[hit.first].append(hit)
            self._by_sheet.setdefault(hit.sheet, []).append(hit)
            touched.add(hit.sheet)
        for sheet in touched:
            self._by_sheet[sheet].sort(key=lambda h: (h.first, -h.last, h.code))

    def replace(self, sheet: str, change: Callable[[Hit], Hit]) -> None:
        """Put what ``change`` makes of each hit of a sheet in its place.

        The hit made must begin with the same word.
        """
        if sheet in self._by_sheet:
            self._by_sheet[sheet] = [change(h) for h in self._by_sheet[sheet]]
            for here in self._hits:
                here[:] = [h for h in here if h.sheet != sheet]
            for hit in self._by_sheet[sheet]:
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
        return Hit(
            sheet=sheet,
            code=str(values.get("code", "")),
            first=first,
            last=last,
            start=start,
            end=self.tokens[last - 1].end,
            means=like.means if like is not None else frozenset(),
            suffix="",
            values=values,
            rule=rule,
        )
