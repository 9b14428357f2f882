"""Rules that read the same words in two ways, and rules that ask for nothing."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tawthiq.lang.language import Language, load_language
from tawthiq.lang.rule_files import load_family
from tawthiq.lang.scan import Scan
from tawthiq.model.report import Segment
from tawthiq.workflow.packs.rule_rivals import check_made, check_rivals

TEXT = "غارة على سوق"


def rule(name: str, gives: str, pattern: str, more: str = "") -> str:
    return (
        f"- rule: {name}\n  pattern: ['{pattern}']\n  gives: {{form: {gives}}}\n{more}"
    )


def pack(folder: Path, *rules: str) -> tuple[Language, list[Scan]]:
    """Give the Arabic words with one family of rules, and a scanned sentence."""
    source = folder / "sieges.yml"
    source.write_text("".join(rules), encoding="utf-8")
    families: Mapping[str, object] = {"sieges": load_family(source)}
    language = replace(load_language("ar"), families=families)  # type: ignore[arg-type]
    whole = Segment(start=0, end=len(TEXT), kind="sentence", order=0, paragraph=0)
    return language, [language.scan(TEXT, whole)]


STRIKE = "{attacks}"
LONGER = "{attacks} {place_words} {place_heads}"
AMBIGUOUS = '  ambiguous: "yes"\n'


@pytest.mark.parametrize(
    "rules",
    [
        (rule("a", "x", STRIKE),),
        (rule("a", "x", STRIKE), rule("b", "x", STRIKE)),
        (rule("a", "x", STRIKE), rule("b", "y", LONGER)),
        (rule("a", "x", STRIKE, AMBIGUOUS), rule("b", "y", STRIKE, AMBIGUOUS)),
    ],
    ids=["alone", "of one mind", "one gives way", "both say so"],
)
def test_rules_that_do_not_clash_say_nothing(
    tmp_path: Path, rules: tuple[str, ...]
) -> None:
    assert list(check_rivals(*pack(tmp_path, *rules))) == []


@pytest.mark.parametrize("more", ["", AMBIGUOUS])
def test_two_rules_of_equal_weight_are_told_once_with_the_words(
    tmp_path: Path, more: str
) -> None:
    rules = (rule("a", "x", STRIKE, more), rule("b", "y", STRIKE))
    language, scans = pack(tmp_path, *rules)
    (fault,) = check_rivals(language, scans * 2)
    assert fault.value == "a · b: غارة"
    assert fault.where == f"sieges.yml:{4 + bool(more)}"
    assert not fault.warns
    assert "ambiguous" in fault.remedy_ar


def test_a_rule_that_asks_for_what_nothing_makes_is_warned_of(tmp_path: Path) -> None:
    sound = rule("a", "x", STRIKE)
    assert list(check_made(*pack(tmp_path, sound))) == []
    (fault,) = check_made(*pack(tmp_path, sound, rule("b", "y", "{attacks} {atacks}")))
    assert fault.value == "b: {atacks}"
    assert fault.warns
