"""Rules: patterns with what they give, their examples and counter-examples.

``rule_files`` opens the families of a pack. In ``gives``, ``{slot}`` is the code of the
hit in a slot, ``{slot.key}`` one of its values; anything else is taken as it stands.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.patterns import Bound, Head, Pattern
from tawthiq.lang.scan import Scan

_REFERENCE = re.compile(r"\{([a-z_0-9]+)(?:\.([a-z_]+))?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text that a rule reads, or must not read, with the values it then gives."""

    text: str
    line: int
    expect: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of a family."""

    name: str
    family: str
    file: str
    line: int
    patterns: tuple[Pattern, ...]
    gives: Mapping[str, str]
    on: str
    says_ar: str
    says_en: str
    yes: tuple[Example, ...]
    no: tuple[Example, ...]
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A rule found on the words ``first`` to ``last - 1``, with what its slots took.

    ``head`` is the hit on its first word, if a hit stands there.
    """

    rule: Rule
    first: int
    last: int
    slots: Mapping[str, Bound]
    head: Hit | None

    def hit(self, slot: str) -> Hit | None:
        """Give the hit in a slot, if the slot took part and holds one."""
        bound = self.slots.get(slot)
        return bound.hit if bound is not None else None

    def values(self) -> dict[str, object]:
        """Fill in what the rule gives."""
        return {k: self._value(v) for k, v in self.rule.gives.items()}

    def _value(self, template: str) -> object:
        reference = _REFERENCE.fullmatch(template)
        if reference is None:
            return template
        hit = self.hit(reference[1])
        if hit is None:
            return None
        return hit.values.get(reference[2]) if reference[2] else hit.code


class Family:
    """The rules of one file, ready to be matched.

    Args:
        name: the file's stem; what the rules make carries it as its sheet.
        rules: its rules in their order; of equally long matches the first rule's wins.
    """

    def __init__(self, name: str, rules: Sequence[Rule]) -> None:
        self.name = name
        self.rules = tuple(rules)
        self._by_head: dict[Head, list[tuple[Rule, Pattern]]] = {}
        self._anywhere: list[tuple[Rule, Pattern]] = []
        for rule in rules:
            for pattern in rule.patterns:
                if pattern.heads is None:
                    self._anywhere.append((rule, pattern))
                for head in pattern.heads or ():
                    self._by_head.setdefault(head, []).append((rule, pattern))
        self._tried: dict[frozenset[Head], tuple[tuple[Rule, Pattern], ...]] = {}
        self._codes: dict[str, set[str]] = {}
        for sheet, code in self._by_head:
            self._codes.setdefault(sheet, set()).add(code)

    def matches(self, scan: Scan) -> Iterator[Match]:
        """Give the longest match at each place, left to right, none overlapping."""
        covered = 0
        for first in self._starts(scan):
            if first < covered:
                continue
            match = self._longest(scan, first)
            if match is not None:
                covered = match.last
                yield match

    def all_matches(self, scan: Scan) -> Iterator[Match]:
        """Give the longest match of every rule at every place, overlapping or not."""
        for first in self._starts(scan):
            for rule, pattern in self._candidates(scan, first):
                found = pattern.matches(scan, first)
                if found:
                    best = max(found, key=lambda m: m[0])
                    slots = {b.name: b for b in best[1]}
                    head = _head(best[1], first)
                    yield Match(
                        rule=rule, first=first, last=best[0], slots=slots, head=head
                    )

    def rivals(self, scan: Scan) -> Iterator[tuple[Match, Match]]:
        """Give the pairs of rules that read the same words in two ways.

        Only the longest matches at a place count, since a shorter one gives way. The
        rules stand in the order of the file.
        """
        found: dict[int, list[Match]] = {}
        for match in self.all_matches(scan):
            found.setdefault(match.first, []).append(match)
        for here in found.values():
            last = max(match.last for match in here)
            whole = sorted(
                (match for match in here if match.last == last),
                key=lambda match: match.rule.line,
            )
            for one, other in combinations(whole, 2):
                if one.rule is not other.rule and one.values() != other.values():
                    yield one, other

    def _starts(self, scan: Scan) -> Sequence[int]:
        """Give the words at which a rule may begin."""
        if self._anywhere:
            return range(len(scan.tokens))
        return sorted(
            {
                hit.first
                for sheet, codes in self._codes.items()
                for hit in scan.of(sheet)
                if "" in codes or hit.code in codes
            }
        )

    def _candidates(self, scan: Scan, first: int) -> Sequence[tuple[Rule, Pattern]]:
        """Give what may begin at a word, by the hits there and in the sentence."""
        by_head = self._by_head
        heads = frozenset(
            head
            for hit in scan.here(first)
            for head in ((hit[0], hit[1]), (hit[0], ""))
            if head in by_head
        )
        known = self._tried.get(heads)
        if known is None:
            known = self._tried[heads] = self._of_heads(heads)
        return [one for one in known if scan.holds(one[1].needed)]

    def _of_heads(self, heads: Collection[Head]) -> tuple[tuple[Rule, Pattern], ...]:
        """Give the patterns that one of these heads opens, each once; then the rest."""
        found: dict[int, tuple[Rule, Pattern]] = {}
        for head in sorted(heads):
            for rule, pattern in self._by_head[head]:
                found.setdefault(id(pattern), (rule, pattern))
        return (*found.values(), *self._anywhere)

    def _longest(self, scan: Scan, first: int) -> Match | None:
        best: tuple[tuple[int, int], Rule, int, tuple[Bound, ...]] | None = None
        for rule, pattern in self._candidates(scan, first):
            for last, bound in pattern.matches(scan, first):
                rank = (last, -rule.line)
                if best is None or rank > best[0]:
                    best = (rank, rule, last, bound)
        if best is None:
            return None
        _, rule, last, bound = best
        slots = {b.name: b for b in bound}
        head = _head(bound, first)
        return Match(rule=rule, first=first, last=last, slots=slots, head=head)


def _head(bound: Sequence[Bound], first: int) -> Hit | None:
    """Give the hit on the first word: two slots of one name keep only the last."""
    return next((b.hit for b in bound if b.first == first), None)
