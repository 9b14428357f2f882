"""``tawthiq victims match``: the command, its forms and its faults."""

import json
from pathlib import Path

import pytest
from tests.cli.command import Command, lines

from tawthiq.cli.victims import _sayings, _says
from tawthiq.link.person_reasons import reasons
from tawthiq.link.persons import person_model

FIRST = """{"id": "a1", "name": "سلوى نجيب المرجان", "age": "7"}
{"id": "a2", "name": "خالد الحصاد", "age": "30"}
"""
SECOND = "id,name,age,sex\nb1,سلوي نجيب سليم المرجان,7,f\nb2,هدى سليم الريحاني,30,f\n"


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.csv"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")
    return first, second


def test_a_file_that_is_not_there_is_told(tawthiq: Command, tmp_path: Path) -> None:
    ran = tawthiq("victims", "match", tmp_path / "no.jsonl", tmp_path / "no.csv")
    assert ran.code == 2
    assert "no.jsonl" in ran.err


def test_a_folder_is_no_list(tawthiq: Command, tmp_path: Path) -> None:
    assert tawthiq("victims", "match", tmp_path, tmp_path).code == 2


def test_a_bad_line_is_told_and_the_rest_matched(
    tawthiq: Command, lists: tuple[Path, Path]
) -> None:
    first, second = lists
    first.write_text("{}\n" + FIRST, encoding="utf-8")
    ran = tawthiq("victims", "match", first, second, "--format", "jsonl")
    assert ran.code == 1
    assert f"{first}:1" in ran.err
    assert len(lines(ran)) == 2


def test_each_person_has_a_line_with_reasons_in_both_languages(
    tawthiq: Command, lists: tuple[Path, Path]
) -> None:
    ran = tawthiq("victims", "match", *lists, "--format", "jsonl")
    found, unsure = (json.loads(x) for x in lines(ran))
    assert ran.code == 0
    assert (found["a"], found["b"]) == ("a1", "b1")
    assert 0.5 < found["score"] <= 1
    assert all(r["ar"] and r["en"] for r in found["reasons"])
    assert found["candidates"][0]["b"] == "b1"
    assert (unsure["a"], unsure["b"]) == ("a2", None)
    assert unsure["unsure"] == "nobody"
    assert unsure["says_ar"]
    assert unsure["says_en"]


@pytest.mark.parametrize(("ui", "word"), [("ar", "الثقة"), ("en", "Score")])
def test_the_table_speaks_the_user_s_language(
    tawthiq: Command, lists: tuple[Path, Path], ui: str, word: str
) -> None:
    ran = tawthiq("victims", "match", *lists, ui=ui)
    assert ran.code == 0
    assert word in ran.out


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_feature_can_be_said(language: str) -> None:
    for feature in person_model().weights:
        for reason in reasons([(feature, 1.0)]):
            assert _says(reason, language)
    assert _sayings(language)
