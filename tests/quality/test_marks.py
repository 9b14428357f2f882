"""News that we marked ourselves: offsets that still fall on the words marked."""

import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

QUALITY = Path(__file__).resolve().parents[2] / "bench" / "quality"


@pytest.fixture
def marks(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(QUALITY))
    return importlib.import_module("marks")


def _keys(value: Any) -> set[str]:  # noqa: ANN401 - JSON of any depth
    if isinstance(value, dict):
        return {*value, *(k for one in value.values() for k in _keys(one))}
    return (
        {k for one in value for k in _keys(one)} if isinstance(value, list) else set()
    )


def test_no_words_of_the_texts_are_kept(marks: ModuleType) -> None:
    for line in marks.MARKS.read_text("utf-8").splitlines():
        events = json.loads(line)["events"]
        assert not {"text", "name", "title"} & _keys(events)
        quotes = [e["quote"] for e in events]
        assert all(isinstance(at, int) for quote in quotes for at in quote)


def test_every_quote_stands_where_it_was_marked(marks: ModuleType) -> None:
    if not marks.NEWS.is_file():
        pytest.skip(f"{marks.NEWS} is absent: no text to hold the marks against")
    reports, gold = marks.marked()
    assert len(reports) == len(gold) > 0
    for report, row in zip(reports, gold, strict=True):
        for event in row["events"]:
            for slot in ("places", "casualties", "victims", "attribution"):
                quotes = [one["quote"] for one in event[slot]]
                assert all(q and q.strip() == q and q in report["text"] for q in quotes)
