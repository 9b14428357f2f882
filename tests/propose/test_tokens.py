"""A model from a folder: its labels become events; without the extra it says so."""

import sys
from pathlib import Path
from typing import Any

import pytest
from tests.propose.onnx_model import write_model

from tawthiq.errors import OptionError
from tawthiq.lang.codebook import load_codebook
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import Wording
from tawthiq.propose.reader import open_reader
from tawthiq.propose.verbatim import kept

TEXT = "قصفت طائرة كفر مشمش أمس وقتل 12 مدنيا .\nثم انفجر لغم في النبعة وجرح راعيان ."
LABELS = {
    "قصفت": "B-event:air_strike",
    "طائرة": "B-weapon:aircraft",
    "كفر": "B-place:at",
    "مشمش": "I-place:at",
    "أمس": "B-date",
    "12": "B-casualty:killed:civilians",
    "مدنيا": "I-casualty:killed:civilians",
    "انفجر": "B-event:mine_or_uxo",
    "لغم": "B-weapon:landmine",
    "النبعة": "B-place:at",
    "راعيان": "B-casualty:injured:people",
    "ثم": "B-colour:red",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("models") / "tiny", LABELS)


def events(word: str, text: str = TEXT) -> tuple[Any, ...]:
    pytest.importorskip("onnxruntime", reason="the extra tawthiq[tokens] is absent")
    pytest.importorskip("tokenizers", reason="the extra tawthiq[tokens] is absent")
    reader = open_reader(word)
    report = Report(id="r", text=text, language="ar")
    said = reader.propose(report)
    return kept(said, report, codebook=load_codebook(), reader=reader.name).events


def test_a_report_without_labels_gives_no_event(folder: Path) -> None:
    assert events(f"tokens={folder}", "افتتحت البلدية حديقة في كفر مشمش") == ()


def test_labels_become_events_and_values_go_to_the_nearest(folder: Path) -> None:
    strike, mine = events(f"tokens={folder}")
    assert (strike.type, strike.rule) == ("air_strike", "tokens:tiny")
    assert [p.span.quote for p in strike.places] == ["كفر مشمش"]
    assert [w.code for w in strike.weapons] == ["aircraft"]
    (dead,) = strike.casualties
    assert (dead.span.quote, dead.range.low, dead.range.high) == ("12 مدنيا", 12, 12)
    assert strike.date is not None
    assert (strike.date.span.quote, strike.date.start) == ("أمس", None)
    assert (mine.type, [p.span.quote for p in mine.places]) == (
        "mine_or_uxo",
        ["النبعة"],
    )
    (hurt,) = mine.casualties
    assert hurt.range.wording is Wording.VAGUE


def test_what_is_less_probable_than_asked_for_is_not_labelled(folder: Path) -> None:
    assert events(f"tokens={folder},least=0.99999") == ()


def test_a_long_report_is_taken_in_stretches(folder: Path) -> None:
    filler = "كلام عن الطقس " * 60
    found = events(f"tokens={folder},tokens=16", f"{TEXT}\n{filler}\n{TEXT}")
    assert [e.type for e in found] == ["air_strike", "mine_or_uxo"] * 2


def test_a_folder_that_lacks_a_file_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"model\.onnx"):
        open_reader(f"tokens={tmp_path}")
    with pytest.raises(OptionError, match="lacks"):
        open_reader("tokens")
    with pytest.raises(OptionError, match="unknown setting"):
        open_reader(f"tokens={folder},colour=red")


def test_without_the_extra_it_says_how_to_get_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(OptionError) as fault:
        open_reader(f"tokens={folder}")
    assert "tawthiq[tokens]" in fault.value.remedy_en


def test_a_folder_without_labels_or_with_a_broken_model_is_told(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="the extra tawthiq[tokens] is absent")
    broken = write_model(tmp_path / "broken", LABELS)
    (broken / "model.onnx").write_bytes(b"no model")
    with pytest.raises(OptionError, match="cannot be loaded"):
        open_reader(f"tokens={broken}")
    bare = write_model(tmp_path / "bare", LABELS)
    (bare / "config.json").write_text("{}")
    with pytest.raises(OptionError, match="id2label"):
        open_reader(f"tokens={bare}")
