"""Initials: stops behind shortened words part nothing; others still do."""

import pytest

from tawthiq.lang.language import load_language
from tawthiq.model.report import Segment
from tawthiq.text.tokens import JOINED


def gaps(text: str) -> list[int]:
    whole = Segment(start=0, end=len(text), kind="sentence", order=0, paragraph=0)
    return [token.gap for token in load_language("en").scan(text, whole).tokens]


@pytest.mark.parametrize(
    "text", ["The war ended. Barda slept", "He said: a U-boat", "Barda (Sahla) slept"]
)
def test_other_marks_part_words(text: str) -> None:
    assert any(gap != JOINED for gap in gaps(text))


@pytest.mark.parametrize(
    "text",
    ["the U.S. embassy", "U.S.-led jets", "Dr.  Arno Velt", "Arno J. Velt slept"],
)
def test_stops_of_short_words_part_nothing(text: str) -> None:
    assert set(gaps(text)) == {JOINED}
