"""Rules: patterns with what they give, their examples and counter-examples.

A family of rules is one YAML file of a pack, ``rules/<family>.yml``: a list of
mappings with the keys ``rule``, ``says_ar``, ``says_en``, ``pattern`` (a list),
``on`` (the slot whose words are the quote; all words without it), ``gives``, ``yes``,
``no`` and ``ambiguous`` (``yes``: another rule may read the same words otherwise, and
whoever asks chooses between them). YAML is read as strings alone: the usual loader turns ``no`` into false and
lets the last of two equal keys win.

In ``gives``, ``{slot}`` is the code of the hit in a slot, ``{slot.key}`` one of its
values; anything else is taken as it stands.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from io import StringIO
from itertools import combinations
from typing import Any

import yaml

from tawthiq.errors import PackError
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.patterns import Bound, Head, Pattern, PatternError
from tawthiq.lang.scan import Scan
from tawthiq.lang.yaml_text import BaseLoader

_REFERENCE = re.compile(r"\{([a-z_0-9]+)(?:\.([a-z_]+))?\}")
KEYS = {
    *("rule", "says_ar", "says_en", "pattern", "on", "gives", "yes", "no"),
    "ambiguous",
}


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
                best = max(
                    pattern.matches(scan, first), key=lambda m: m[0], default=None
                )
                if best is not None:
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

    def _candidates(self, scan: Scan, first: int) -> Iterator[tuple[Rule, Pattern]]:
        by_head = self._by_head
        heads = {
            head
            for sheet, code, *_ in scan.here(first)
            for head in ((sheet, code), (sheet, ""))
            if head in by_head
        }
        if len(heads) < 2:  # noqa: PLR2004 - then nothing can come twice
            for head in heads:
                yield from by_head[head]
            yield from self._anywhere
            return
        tried: set[int] = set()
        for head in sorted(heads):
            for rule, pattern in by_head[head]:
                if id(pattern) not in tried:
                    tried.add(id(pattern))
                    yield rule, pattern
        yield from self._anywhere

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


class _Loader(BaseLoader):
    """Reads strings alone, refuses a key that stands twice, and keeps line numbers."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:  # noqa: ANN401, FBT001, FBT002
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise PackError(
                    ar=f"المفتاح «{key.value}» مكرر",
                    en=f"the key {key.value!r} stands twice",
                    where=f"{key.start_mark.name}:{key.start_mark.line + 1}",
                    remedy_ar="احذف أحدهما",
                    remedy_en="delete one of them",
                )
            seen.add(key.value)
        made: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        made["__line__"] = node.start_mark.line + 1
        return made


def load_family(source: Traversable) -> Family:
    """Read ``rules/<family>.yml``.

    Raises:
        PackError: if the file is no YAML, or a rule lacks a key, names an unknown one
            or has a pattern that cannot be understood.
    """
    name = source.name.removesuffix(".yml")
    text = StringIO(source.read_text(encoding="utf-8-sig"))
    text.name = source.name
    loader = _Loader(text)
    try:
        items = loader.get_single_data() or []
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        raise PackError(
            ar="الملف ليس YAML صحيحا",
            en=f"not valid YAML: {getattr(fault, 'problem', fault)}",
            where=f"{source.name}:{mark.line + 1 if mark else 1}",
            remedy_ar="راجع المسافات في أول السطر والنقطتين",
            remedy_en="check the indentation and the colons",
        ) from fault
    finally:
        loader.dispose()
    return Family(name, [_rule(item, name, source.name) for item in items])


def _rule(item: dict[str, Any], family: str, file: str) -> Rule:
    line = int(item.pop("__line__", 1))
    where = f"{file}:{line}"
    unknown = set(item) - KEYS
    missing = {"rule", "pattern"} - set(item)
    if unknown or missing:
        raise PackError(
            ar=f"مفاتيح القاعدة: مجهول {sorted(unknown)}، ناقص {sorted(missing)}",
            en=f"keys of the rule: unknown {sorted(unknown)}, missing {sorted(missing)}",
            where=where,
            remedy_ar=f"المفاتيح المعروفة: {sorted(KEYS)}",
            remedy_en=f"known keys: {sorted(KEYS)}",
        )
    try:
        patterns = tuple(Pattern(str(p)) for p in item["pattern"])
    except PatternError as fault:
        raise PackError(
            ar=f"نمط غير مفهوم: {fault}",
            en=f"pattern not understood: {fault}",
            where=where,
            remedy_ar="راجع لغة الأنماط في docs/reference/patterns.md",
            remedy_en="see the pattern language in docs/reference/patterns.md",
        ) from fault
    gives = {
        k: str(v) for k, v in dict(item.get("gives") or {}).items() if k != "__line__"
    }
    return Rule(
        name=str(item["rule"]),
        family=family,
        file=file,
        line=line,
        patterns=patterns,
        gives=gives,
        on=str(item.get("on", "")),
        says_ar=str(item.get("says_ar", "")),
        says_en=str(item.get("says_en", "")),
        yes=tuple(_example(e, line) for e in item.get("yes") or ()),
        no=tuple(_example(e, line) for e in item.get("no") or ()),
        ambiguous=str(item.get("ambiguous", "")) == "yes",
    )


def _example(item: dict[str, Any], line: int) -> Example:
    at = int(item.get("__line__", line))
    expect = {
        k: str(v) for k, v in item.items() if k not in {"text", "why", "__line__"}
    }
    return Example(text=str(item.get("text", "")), line=at, expect=expect)
