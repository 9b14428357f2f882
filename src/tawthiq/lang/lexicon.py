"""The words of a pack as a tree of tokens: one walk finds every form at a place."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tawthiq.text.affixes import Affixes
from tawthiq.text.tokens import COMMA, Token


class Entry(NamedTuple):
    """A form of a sheet, with its code and the further cells of its row."""

    sheet: str
    form: str
    code: str
    cells: Mapping[str, str]
    line: int


class Hit(NamedTuple):
    """An entry, or what a rule made, found on the words ``first`` to ``last - 1``.

    ``start`` and ``end`` count the source, the clitics of the first word left out;
    ``means`` says what those clitics mean (``and``, ``for``, ``the`` …). ``values``
    holds the cells of the row, or what the rule gives.
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


_ARTICLE = frozenset({"the"})
_END = "\0"
_Node = dict[str, object]


class Lexicon:
    """Finds the entries of many sheets in a row of words.

    Args:
        entries: the forms, folded, their words parted by one space.
        affixes: how words may be cut.
    """

    def __init__(self, entries: Iterable[Entry], affixes: Affixes) -> None:
        self._affixes = affixes
        self._root: _Node = {}
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
        reach: dict[str, int] = {}
        for first, token in enumerate(tokens):
            best: dict[str, tuple[tuple[int, int, int], list[Hit]]] = {}
            for stem in self._affixes.stems(token.word):
                node = self._root.get(stem.text)
                if node is None:
                    continue
                start = token.start + stem.front
                cost = (len(stem.means), len(stem.suffix))
                for last, entries in self._walk(tokens, first + 1, node):  # type: ignore[arg-type]
                    end = tokens[last - 1].end
                    rank = (last, -cost[0], -cost[1])
                    for entry in entries:
                        kept = best.get(entry.sheet)
                        if kept is not None and kept[0] > rank:
                            continue
                        hit = Hit(
                            entry.sheet, entry.code, first, last, start, end,
                            stem.means, stem.suffix, entry.cells, entry.sheet,
                        )  # fmt: skip
                        if kept is None or kept[0] < rank:
                            best[entry.sheet] = (rank, [hit])
                        else:
                            kept[1].append(hit)
            here: list[Hit] = []
            for sheet, (rank, hits) in best.items():
                if rank[0] > reach.get(sheet, 0):
                    reach[sheet] = rank[0]
                    here.extend(hits)
            found.append(here)
        return found

    def _walk(
        self, tokens: Sequence[Token], at: int, node: _Node
    ) -> list[tuple[int, list[Entry]]]:
        """Follow the tree from a node; give each end reached, with its entries."""
        out: list[tuple[int, list[Entry]]] = []
        if _END in node:
            out.append((at, node[_END]))  # type: ignore[arg-type]
        if at < len(tokens) and len(node) > (_END in node):
            token = tokens[at]
            if token.gap <= COMMA - 1:
                tried: set[str] = set()
                for stem in self._affixes.stems(token.word):
                    if stem.text in tried or not stem.means <= _ARTICLE:
                        continue
                    tried.add(stem.text)
                    after = node.get(stem.text)
                    if after is not None:
                        out.extend(self._walk(tokens, at + 1, after))  # type: ignore[arg-type]
        return out
