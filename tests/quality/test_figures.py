"""The harness in its short form: floors are pinned, and a sample is scored."""

import importlib
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "bench/quality/floors.json"
SHARED = ROOT.parent / "shared"
MEASURES = ("reading.all_slots.f1", "reading.event", "reading.killed", "grounding")


@pytest.fixture
def score(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench/quality"))
    return importlib.import_module("score")


def test_floors_are_figures_that_can_be_reached() -> None:
    if not FLOORS.is_file():
        pytest.skip("no floors are pinned yet: bench/quality/score.py --pin")
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert all(0 <= floors[name] <= 1 for name in MEASURES if name in floors)
    assert floors


def test_without_the_material_it_says_so_and_measures_nothing(
    score: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(score, "SHARED", tmp_path / "absent")
    monkeypatch.setattr(sys, "argv", ["score.py"])
    assert score.main() == 0
    assert "is absent" in capsys.readouterr().out


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"{SHARED} is absent")
def test_every_value_of_the_dev_gold_quotes_its_text(score: ModuleType) -> None:
    assert score.grounding("unseen") == {"grounding": 1.0}
