"""Laws of folding: they hold for any text."""

import unicodedata
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from tawthiq.lang.language import load_language
from tawthiq.text.tokens import tokenize

FOLDER = load_language("ar").folder
LETTERS = st.text(
    st.one_of(
        st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
        st.sampled_from("ـ.*/ \n،\u200f\ufefb😀aé1"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)


@given(LETTERS)
def test_every_folded_letter_maps_back_into_the_source_in_order(text: str) -> None:
    folded = FOLDER.fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert list(folded.starts) == sorted(folded.starts)


@given(LETTERS)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = " ".join(t.word for t in tokenize(FOLDER.fold(text)))
    assert " ".join(t.word for t in tokenize(FOLDER.fold(once))) == once


@given(LETTERS)
@example("A*À")
@example("é*a")
def test_composed_and_decomposed_letters_give_the_same_words(text: str) -> None:
    one, other = (
        [t.word for t in tokenize(FOLDER.fold(unicodedata.normalize(form, text)))]
        for form in ("NFC", "NFD")
    )
    assert one == other


@given(LETTERS)
def test_words_stand_in_the_source_in_order_and_apart(text: str) -> None:
    tokens = tokenize(FOLDER.fold(text))
    for token, after in pairwise(tokens):
        assert token.start < token.end
        assert token.start <= after.start
