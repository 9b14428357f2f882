"""The words of a pack as a tree of tokens: one walk finds every form at a place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from tawthiq.text.affixes import ARTICLE, Affixes, Stem
from tawthiq.text.tokens import JOINED, Token


class Entry(NamedTuple):
    """A form of a sheet, with its code and the further cells of its row."""

    sheet: str
    form: str
    code: str
    cells: Mapping[str, str]
    line: int


class Hit(NamedTuple):
    """An entry, or what a rule made, found on the words ``first`` to ``last - 1``.

    ``start`` and ``end`` count the source, the clitics of the first word left out, but
    its article; ``means`` says what those clitics mean (``and``, ``for``, ``the`` …).
    ``values`` holds the cells of the row, or what the rule gives.
    """

    sheet: str
    code: str
    first: int
    last: int
    start: int
    end: int
    means: frozenset[str]
    suffix: str
    values: Mapping[str, object]
    rule: str


_new: Final = tuple.__new__
"""Makes a Hit without the detour over its own constructor: there are many."""

_END: Final = "\0"
_Node = dict[str, object]
KEPT: Final = 100_000
"""Words whose openings are kept; all are let go when there are more."""


class _Opening(NamedTuple):
    """A way to read a word as the first of a form: the stem, and where it leads."""

    stem: Stem
    node: _Node


_Alone = tuple[str, str, int, frozenset[str], str, Mapping[str, str]]
"""What a hit on one word has of its entry and stem: sheet, code, front, means, suffix,
cells."""


class _Word(NamedTuple):
    """What a word opens: ``alone`` if it stands for itself, and the words to go on by."""

    openings: tuple[_Opening, ...]
    alone: tuple[_Alone, ...]
    onward: frozenset[str]


_UNKNOWN: Final = _Word((), (), frozenset())
"""What a word opens of which no form begins: most names."""


class Lexicon:
    """Finds the entries of many sheets in a row of words.

    Args:
        entries: the forms, folded, their words parted by one space.
        affixes: how words may be cut.
    """

    def __init__(self, entries: Iterable[Entry], affixes: Affixes) -> None:
        self._affixes = affixes
        self._root: _Node = {}
        self._words: dict[str, _Word] = {}
        self._later: dict[str, tuple[str, ...]] = {}
        for entry in entries:
            node = self._root
            for word in entry.form.split():
                node = node.setdefault(word, {})  # type: ignore[assignment]
            node.setdefault(_END, []).append(entry)  # type: ignore[attr-defined]

    def hits(self, tokens: Sequence[Token]) -> list[list[Hit]]:
        """Give, for each word, the hits that begin with it.

        Of one sheet the longest form at a place stays, and of equally long ones those
        that cut least from the word; forms inside a longer form of their sheet go.
        """
        found: list[list[Hit]] = []
        known, later = self._words, self._later
        reach: dict[str, int] = {}
        farthest = 0
        last = len(tokens) - 1
        for first, token in enumerate(tokens):
            word = known.get(token[0]) or self._open(token[0])
            here: list[Hit] = []
            if word[2] and first < last and tokens[first + 1][3] == JOINED:
                behind = tokens[first + 1][0]
                # It may carry some form on: most words end the matter here.
                if not word[2].isdisjoint(later.get(behind) or self._inner(behind)):
                    here = self._long(tokens, first, word)
            if here:
                here = _beyond(here, reach)
                farthest = max(reach.values())
            elif word.alone:
                here = _alone(token, first, word)
                if farthest > first:
                    here = _beyond(here, reach)
            found.append(here)
        return found

    def _open(self, word: str) -> _Word:
        """Work out once what a word may begin."""
        if len(self._words) > KEPT:
            self._words.clear()
        root = self._root
        openings = tuple(
            [
                _Opening(stem, root[stem[0]])  # type: ignore[arg-type]
                for stem in self._affixes.stems(word)
                if stem[0] in root
            ]
        )
        made = _UNKNOWN
        if openings:
            ways = [(o.stem, 0, o.node.get(_END, ())) for o in openings]
            onward = frozenset().union(*[o.node for o in openings]) - {_END}
            made = _Word(openings, tuple(_best(ways)), onward)  # type: ignore[arg-type]
        self._words[word] = made
        return made

    def _long(self, tokens: Sequence[Token], first: int, word: _Word) -> list[Hit]:
        """Give the hits at a word with which longer forms begin; none if none does."""
        behind = first + 1
        ways = [
            (stem, last, entries)
            for stem, node in word.openings
            for last, entries in self._walk(tokens, behind, node)
        ]
        if all(last == behind for _, last, _ in ways):
            return []
        start = tokens[first].start
        return [
            _new(
                Hit,
                (
                    *(sheet, code, first, last, start + stem.unquoted),
                    *(tokens[last - 1].end, stem.means, stem.suffix, cells, sheet),
                ),
            )
            for (sheet, _, code, cells, _), stem, last in _longest(ways)
        ]

    def _inner(self, word: str) -> tuple[str, ...]:
        """Give the stems of a word inside a form: it may take the article alone."""
        known = self._later.get(word)
        if known is None:
            if len(self._later) > KEPT:
                self._later.clear()
            stems = self._affixes.stems(word)
            known = tuple(dict.fromkeys(s.text for s in stems if s.means <= ARTICLE))
            self._later[word] = known
        return known

    def _walk(
        self, tokens: Sequence[Token], at: int, node: _Node
    ) -> list[tuple[int, list[Entry]]]:
        """Follow the tree from a node; give each end reached, with its entries."""
        out: list[tuple[int, list[Entry]]] = []
        if _END in node:
            out.append((at, node[_END]))  # type: ignore[arg-type]
        if at < len(tokens) and len(node) > (_END in node):
            token = tokens[at]
            if token.gap == JOINED:
                for text in self._inner(token.word):
                    after = node.get(text)
                    if after is not None:
                        out.extend(self._walk(tokens, at + 1, after))  # type: ignore[arg-type]
        return out


def _longest(
    ways: Iterable[tuple[Stem, int, Sequence[Entry]]],
) -> Iterator[tuple[Entry, Stem, int]]:
    """Keep, of each sheet, the longest forms, and of those the ones that cut least."""
    best: dict[str, tuple[tuple[int, int, int], list[tuple[Entry, Stem, int]]]] = {}
    for stem, last, entries in ways:
        rank = (last, -len(stem.means), -len(stem.suffix))
        for entry in entries:
            kept = best.get(entry.sheet)
            if kept is None or kept[0] < rank:
                best[entry.sheet] = (rank, [(entry, stem, last)])
            elif kept[0] == rank:
                kept[1].append((entry, stem, last))
    for _, found in best.values():
        yield from found


def _best(ways: Iterable[tuple[Stem, int, Sequence[Entry]]]) -> Iterator[_Alone]:
    for (sheet, _, code, cells, _), stem, _ in _longest(ways):
        yield sheet, code, stem.unquoted, stem.means, stem.suffix, cells


def _beyond(hits: Iterable[Hit], reach: dict[str, int]) -> list[Hit]:
    """Keep the hits that reach beyond those of their sheet; note how far they do."""
    kept: list[Hit] = []
    last_of: dict[str, int] = {}
    for hit in hits:
        sheet = hit.sheet
        if hit.last > reach.get(sheet, 0) or last_of.get(sheet) == hit.last:
            reach[sheet] = last_of[sheet] = hit.last
            kept.append(hit)
    return kept


def _alone(token: Token, first: int, word: _Word) -> list[Hit]:
    """Give the hits of a word that stands for itself."""
    _, start, end, _, _ = token
    last = first + 1
    return [
        _new(
            Hit,
            (sheet, code, first, last, start + front, end, means, suffix, cells, sheet),
        )
        for sheet, code, front, means, suffix, cells in word.alone
    ]
