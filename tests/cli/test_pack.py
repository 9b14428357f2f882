"""``tawthiq pack``: checking a pack and trying a sentence on it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.command import REPORT, Command

from tawthiq.lang.faults import Fault


def test_a_pack_that_is_none_is_told_with_those_present(tawthiq: Command) -> None:
    ran = tawthiq("pack", "check", "xx")
    assert ran.code == 2
    assert "ar, en" in ran.err


FAULT = Fault(
    file="weapons.csv",
    line=7,
    value="ـ",
    ar="تطويل",
    en="tatweel",
    remedy_ar="احذفه",
    remedy_en="delete it",
)


@pytest.mark.parametrize(
    ("mends", "told"), [(False, "needs a person"), (True, "--fix mends it")]
)
def test_faults_are_told_in_both_languages_and_fail(
    tawthiq: Command, monkeypatch: pytest.MonkeyPatch, *, mends: bool, told: str
) -> None:
    fault = replace(FAULT, mends=mends)
    monkeypatch.setattr("tawthiq.cli.pack.check_pack", lambda _: [fault])
    ran = tawthiq("pack", "check", "ar")
    assert ran.code == 1
    assert "weapons.csv:7: تطويل" in ran.out
    assert "weapons.csv:7: tatweel" in ran.out
    assert f"delete it ({told})" in ran.out


def test_a_warning_is_told_and_does_not_fail(
    tawthiq: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = replace(FAULT, warns=True)
    monkeypatch.setattr("tawthiq.cli.pack.check_pack", lambda _: [fault])
    ran = tawthiq("pack", "check", "ar")
    assert ran.code == 0
    assert "warning · weapons.csv:7" in ran.out
    assert "تنبيه · weapons.csv:7" in ran.out


def test_fixing_says_what_was_mended_before_it_checks(
    tawthiq: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    fixed: list[str] = []

    def fix(name: str) -> list[Fault]:
        fixed.append(name)
        return [FAULT]

    monkeypatch.setattr("tawthiq.cli.pack.fix_pack", fix)
    monkeypatch.setattr("tawthiq.cli.pack.check_pack", lambda _: [])
    ran = tawthiq("pack", "check", "ar", "--fix")
    assert ran.code == 0
    assert fixed == ["ar"]
    assert "mended · weapons.csv:7: tatweel" in ran.out
    assert "أُصلح · weapons.csv:7: تطويل" in ran.out
    assert "no faults" in ran.out


def test_a_pack_without_faults_says_so(
    tawthiq: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tawthiq.cli.pack.check_pack", lambda _: [])
    ran = tawthiq("pack", "check", "ar")
    assert ran.code == 0
    assert "no faults" in ran.out


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_a_sentence_shows_mentions_rules_words_and_events(
    tawthiq: Command, ui: str
) -> None:
    ran = tawthiq("pack", "try", "ar", REPORT, ui=ui)
    assert ran.code == 0
    assert "count    «3 مدنيين»" in ran.out
    assert "groups=civilians «مدنيين»" in ran.out
    assert "← day_from_publication:" in ran.out
    assert "2031-03-04" in ran.out


def test_the_tables_of_the_codebook_are_listed(tawthiq: Command) -> None:
    assert "event_types" in tawthiq("pack", "codes").out.splitlines()


@pytest.mark.parametrize(
    ("ui", "said"), [("ar", "يشمل: نار الهاون"), ("en", "includes: mortar")]
)
def test_codes_are_shown_with_their_meaning_in_the_language_of_the_user(
    tawthiq: Command, ui: str, said: str
) -> None:
    ran = tawthiq("pack", "codes", "event_types", ui=ui)
    assert ran.code == 0
    assert said in ran.out


def test_a_table_that_is_none_is_told_with_those_present(tawthiq: Command) -> None:
    ran = tawthiq("pack", "codes", "catapults")
    assert ran.code == 2
    assert "weapons" in ran.err


def test_coverage_is_printed_in_the_users_language_and_as_json(
    tawthiq: Command, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    ran = tawthiq("pack", "coverage", "ar", "--reports", path, "--most", "3")
    assert "reports 1 · of them marked 0" in ran.out
    assert "— met nothing" in ran.out
    assert "rules/attacks.yml:" in ran.out
    ran = tawthiq("pack", "coverage", "ar", "--reports", path, ui="ar")
    assert "— لم يصب شيئا" in ran.out
    assert "صفوف لم ترد:" in ran.out
    ran = tawthiq("pack", "coverage", "ar", "--reports", path, "--format", "json")
    told = json.loads(ran.out)
    verdicts = {row["name"]: row["verdict"] for row in told["rules"]}
    assert verdicts["harm_before"] == "earns"
    assert verdicts["rounds_fell"] == "silent"


def test_coverage_of_a_file_without_marks_is_told(
    tawthiq: Command, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    ran = tawthiq("pack", "coverage", "ar", "--reports", path, "--gold", path)
    assert ran.code == 2
    assert "report.txt:1: no marked reports" in ran.err
