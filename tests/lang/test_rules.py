"""How rule files are read, and what they give."""

from pathlib import Path

import pytest

from tawthiq.errors import PackError
from tawthiq.lang.language import load_language
from tawthiq.lang.rule_files import load_family
from tawthiq.lang.rules import Family
from tawthiq.lang.scan import Scan
from tawthiq.model.report import Segment

GOOD = """
- rule: heading
  says_ar: كلمة ثم رقم
  says_en: a word, then digits
  pattern:
    - "{months} {digits}"
  gives:
    month: "{months}"
    system: "{months.calendar}"
    fixed: kept
  yes:
    - text: آذار 2031
      month: "3"
  no:
    - text: آذار
      why: no digits
"""


def family(folder: Path, text: str) -> Family:
    source = folder / "made.yml"
    source.write_text(text, encoding="utf-8")
    return load_family(source)


def scan(text: str) -> Scan:
    segment = Segment(start=0, end=len(text), kind="sentence", order=0, paragraph=0)
    return load_language("ar").scan(text, segment)


def test_a_rule_is_silent_where_its_pattern_does_not_fit(tmp_path: Path) -> None:
    assert list(family(tmp_path, GOOD).matches(scan("آذار"))) == []


def test_a_rule_gives_codes_values_and_constants(tmp_path: Path) -> None:
    match = next(family(tmp_path, GOOD).matches(scan("في آذار 2031")))
    assert match.values() == {"month": "3", "system": "gregorian", "fixed": "kept"}
    assert (match.first, match.last) == (1, 3)


def test_yaml_is_read_as_strings(tmp_path: Path) -> None:
    rule = family(tmp_path, GOOD.replace("why: no digits", "low: 0777")).rules[0]
    assert rule.no[0].expect == {"low": "0777"}


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        (GOOD.replace("  gives:", "  givves:"), "givves", 2),
        (GOOD.replace("{digits}", "{digits"), "digits", 2),
        (GOOD + "  rule: again\n", "rule", 17),
        ("- rule: [", "", 2),
    ],
)
def test_a_fault_names_file_and_line(
    tmp_path: Path, text: str, word: str, line: int
) -> None:
    with pytest.raises(PackError) as caught:
        family(tmp_path, text)
    assert caught.value.where.startswith("made.yml:")
    assert word in caught.value.en
    assert abs(int(caught.value.where.split(":")[1]) - line) <= 1
