"""How a folded text falls into words, and what parts them."""

import pytest

from tawthiq.lang.language import load_language
from tawthiq.text.tokens import (
    BRACKET,
    COLON,
    COMMA,
    JOINED,
    STOP,
    Token,
    tokenize,
)


def cut(text: str) -> list[Token]:
    return tokenize(load_language("ar").folder.fold(text))


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("قرية «النخيل»", JOINED),
        ("#ريف_البلدة", JOINED),
        ("قرية، بلدة", COMMA),
        ("فلان (30", BRACKET),
        ("الدفاع: قصف", COLON),
        ("الدفاع - قصف", COLON),
        ("انتهى. بدأ", STOP),
        ("انتهى\nبدأ", STOP),
    ],
)
def test_the_strongest_mark_between_two_words_parts_them(text: str, gap: int) -> None:
    assert cut(text)[1].gap == gap


def test_a_number_keeps_its_marks_and_leaves_letters() -> None:
    assert [t.word for t in cut("١٬٥٠٠ و3مدنيين في 12/3/2031")] == [
        "1,500",
        "و",
        "3",
        "مدنيين",
        "في",
        "12/3/2031",
    ]


def test_offsets_count_the_source() -> None:
    text = "في #قرية_النخيل"
    assert [text[t.start : t.end] for t in cut(text)] == ["في", "قرية", "النخيل"]
