"""Rule files: a family of rules as a pack writes it, opened and compiled.

A family of rules is one YAML file of a pack, ``rules/<family>.yml``: a list of
mappings with the keys ``rule``, ``says_ar``, ``says_en``, ``pattern`` (a list),
``on`` (the slot whose words are the quote; all words without it), ``gives``, ``yes``,
``no`` and ``ambiguous`` (``yes``: another rule may read the same words otherwise, and
whoever asks chooses between them). YAML is read as strings alone: the usual loader
turns ``no`` into false and lets the last of two equal keys win.
"""

from importlib.resources.abc import Traversable
from io import StringIO
from typing import Any

import yaml

from tawthiq.errors import PackError
from tawthiq.lang.patterns import Pattern, PatternError
from tawthiq.lang.rules import Example, Family, Rule
from tawthiq.lang.yaml_text import BaseLoader

KEYS = {
    *("rule", "says_ar", "says_en", "pattern", "on", "gives", "yes", "no"),
    "ambiguous",
}


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
