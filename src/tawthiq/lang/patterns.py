"""The pattern language of rules, and its matcher.

=================  ==========================================================
``{count}``        a hit of the sheet or family ``count``
``{group=men}``    one with this code; ``{group=men/women}`` one of these
``{actor+for}``    one whose clitics mean ``for`` (``-for``: do not)
``<about>``        short for ``{phrases=about}``
``{word}``         any one word; ``{words3}`` none to three words, few first
``{digits}``       a word that begins with a digit
``name:{…}``       the element's words are kept under this name
``[…]``            may be absent
``(…|…)``          one of several
``,``              a comma may stand here; ``~`` anything but a full stop
=================  ==========================================================

Between two elements only white space and quotation marks may stand, unless the
pattern says otherwise. A slot is kept under its sheet's name where it has no other.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON, COMMA, JOINED, STOP

_LEX = re.compile(
    r"\s*(?:(?P<name>[a-z_]+):(?=[{<]))?"
    r"(?:\{(?P<slot>[a-z_]+\d*)(?:=(?P<codes>[a-z_0-9/]+))?(?P<means>(?:[+\-][a-z]+)*)\}"
    r"|<(?P<phrase>[a-z_]+)(?P<pmeans>(?:[+\-][a-z]+)*)>|(?P<op>[\[\]()|,~]))"
)


Head = tuple[str, str]
"""A sheet and a code that a match may begin with; an empty code means any."""


class Bound(NamedTuple):
    """What an element took: words ``first`` to ``last - 1``, with its hit if any."""

    name: str
    first: int
    last: int
    hit: Hit | None


class _State(NamedTuple):
    at: int
    gap: int
    bound: tuple[Bound, ...]


_new: Final = tuple.__new__
"""Makes a state without the detour over its own constructor: there are many."""

_Matcher = Callable[[Scan, _State], Sequence[_State]]
"""Gives every state that an element may lead to: all are wanted, so none is made late."""


class PatternError(ValueError):
    """A pattern that cannot be understood; the message says where it breaks."""


class Pattern:
    """A compiled pattern.

    Args:
        source: the pattern as the pack writes it.

    Raises:
        PatternError: if it cannot be understood.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.wanted: set[Head] = set()
        items = self._lex(source)
        self._match, rest = self._sequence(items, 0)
        if rest != len(items):
            message = f"unbalanced {items[rest]['op']!r} in {source!r}"
            raise PatternError(message)
        self.heads = self._heads(items)
        self.needed = self._needed(items)

    def matches(self, scan: Scan, first: int) -> list[tuple[int, tuple[Bound, ...]]]:
        """Give each way the pattern fits from the word ``first`` on, best first."""
        reached = self._match(scan, _new(_State, (first, STOP, ())))
        if not reached:
            return []
        return [(at, bound) for at, _, bound in reached if at > first]

    @staticmethod
    def _heads(items: list[dict[str, str | None]]) -> frozenset[Head] | None:
        """Give the hits, by sheet and code, that must begin a match; None if any may."""
        heads: set[Head] = set()
        depth = 0
        for item in items:
            if item["op"] == "[":
                depth += 1
            elif item["op"] == "]":
                depth -= 1
            elif item["op"] is None:
                sheet = "phrases" if item["phrase"] else str(item["slot"])
                if sheet.startswith("word") or sheet == "digits":
                    return None
                codes = item["phrase"] or item["codes"] or ""
                heads.update((sheet, code) for code in codes.split("/"))
                if depth == 0:
                    return frozenset(heads)
            elif item["op"] in "(|" and item["op"]:
                return None
        return None

    @staticmethod
    def _needed(items: list[dict[str, str | None]]) -> frozenset[str]:
        """Give the sheets of which a sentence must have a hit for the pattern to fit."""
        found: set[str] = set()
        depth = 0
        for item in items:
            op = item["op"]
            if op == "|" and depth == 0:
                return frozenset()
            if op is None and depth == 0:
                found.add("phrases" if item["phrase"] else str(item["slot"]))
            depth += (op in {"[", "("}) - (op in {"]", ")"})
        words = {s for s in found if s.startswith("word") or s == "digits"}
        return frozenset(found - words)

    def _lex(self, source: str) -> list[dict[str, str | None]]:
        items, at = [], 0
        text = source.rstrip()
        while at < len(text):
            match = _LEX.match(text, at)
            if match is None:
                message = f"cannot read {text[at:]!r} in {source!r}"
                raise PatternError(message)
            items.append(match.groupdict())
            at = match.end()
        return items

    def _sequence(
        self, items: list[dict[str, str | None]], at: int
    ) -> tuple[_Matcher, int]:
        branches: list[list[_Matcher]] = [[]]
        while at < len(items):
            op = items[at]["op"]
            if op in {"]", ")"}:
                break
            if op == "|":
                branches.append([])
                at += 1
            elif op in {"[", "("}:
                inner, at = self._sequence(items, at + 1)
                if at >= len(items) or items[at]["op"] != {"[": "]", "(": ")"}[op]:
                    message = f"{op!r} is never closed in {self.source!r}"
                    raise PatternError(message)
                branches[-1].append(_optional(inner) if op == "[" else inner)
                at += 1
            elif op is not None:
                branches[-1].append(_allow(COMMA if op == "," else COLON))
                at += 1
            else:
                branches[-1].append(self._element(items[at]))
                at += 1
        return _either([_chain(b) for b in branches]), at

    def _element(self, item: dict[str, str | None]) -> _Matcher:
        if item["phrase"]:
            codes = frozenset({item["phrase"]})
            self.wanted.add(("phrases", item["phrase"]))
            return _slot(
                "phrases", codes, means=item["pmeans"] or "", name=item["name"] or ""
            )
        slot = str(item["slot"])
        if slot == "word":
            return _words(1, 1, item["name"] or "word")
        if slot.startswith("words"):
            return _words(0, int(slot[5:] or "1"), item["name"] or "words")
        if slot == "digits":
            return _digits(item["name"] or "digits")
        codes = frozenset((item["codes"] or "").split("/")) - {""}
        self.wanted.update((slot, code) for code in codes or {""})
        return _slot(slot, codes, means=item["means"] or "", name=item["name"] or slot)


def _slot(
    sheet: str, codes: frozenset[str | None], *, means: str, name: str
) -> _Matcher:
    signs = re.findall(r"([+\-])([a-z]+)", means)
    wanted = frozenset(m for sign, m in signs if sign == "+")
    barred = frozenset(m for sign, m in signs if sign == "-")

    def match(scan: Scan, state: _State) -> Sequence[_State]:
        first, gap, bound = state
        hits = scan.at(first, sheet)
        if not hits or scan.tokens[first].gap > gap:
            return ()
        return [
            _new(
                _State,
                (
                    hit.last,
                    JOINED,
                    (*bound, _new(Bound, (name, hit.first, hit.last, hit))),
                ),
            )
            for hit in hits
            if (not codes or hit.code in codes)
            and wanted <= hit.means
            and not barred & hit.means
        ]

    return match


def _words(least: int, most: int, name: str) -> _Matcher:
    def match(scan: Scan, state: _State) -> Sequence[_State]:
        gap = state.gap
        found = [state] if least == 0 else []
        for count in range(1, most + 1):
            last = state.at + count
            if last > len(scan.tokens) or scan.tokens[last - 1].gap > gap:
                break
            gap = JOINED
            if count >= least:
                bound = (*state.bound, Bound(name, state.at, last, None))
                found.append(_State(last, JOINED, bound))
        return found

    return match


def _digits(name: str) -> _Matcher:
    def match(scan: Scan, state: _State) -> Sequence[_State]:
        if state.at >= len(scan.tokens) or scan.tokens[state.at].gap > state.gap:
            return ()
        if not scan.tokens[state.at].is_number:
            return ()
        bound = (*state.bound, Bound(name, state.at, state.at + 1, None))
        return [_State(state.at + 1, JOINED, bound)]

    return match


def _allow(gap: int) -> _Matcher:
    def match(_: Scan, state: _State) -> Sequence[_State]:
        at, own, bound = state
        return [_new(_State, (at, max(gap, own), bound))]

    return match


def _optional(inner: _Matcher) -> _Matcher:
    def match(scan: Scan, state: _State) -> Sequence[_State]:
        return [*inner(scan, state), state]

    return match


def _either(branches: list[_Matcher]) -> _Matcher:
    if len(branches) == 1:
        return branches[0]

    def match(scan: Scan, state: _State) -> Sequence[_State]:
        return [after for branch in branches for after in branch(scan, state)]

    return match


def _chain(parts: list[_Matcher]) -> _Matcher:
    """Let each part go on from every state that the one before it reached."""
    if len(parts) == 1:
        return parts[0]

    def match(scan: Scan, state: _State) -> Sequence[_State]:
        reached: Sequence[_State] = [state]
        for part in parts:
            if len(reached) == 1:
                reached = part(scan, reached[0])
            else:
                reached = [after for one in reached for after in part(scan, one)]
            if not reached:
                break
        return reached

    return match
