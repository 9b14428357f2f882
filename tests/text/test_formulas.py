"""Text that a spreadsheet would compute is marked, and the mark comes off again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.text.formulas import bidi_closed, guarded, unguarded


@pytest.mark.parametrize(
    "text", ["", "قصف", "12", "a=b", "'quoted'", "(-1)", "2031-03-02", "#date+start"]
)
def test_plain_text_is_left_alone(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


@pytest.mark.parametrize(
    "text",
    ["=1", "+1", "-1", "@x", " =1", "\u200f=1", "\uff1d1", "'=1", "\r=1", "\ttext"],
)
def test_what_would_be_computed_is_marked(text: str) -> None:
    assert guarded(text) == f"'{text}"


@given(st.text(alphabet="'=+-@ a\u200f\u202e\uff1d\t1ق", max_size=8))
def test_the_mark_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(
    st.text(
        alphabet="a\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", max_size=8
    )
)
def test_closing_twice_is_closing_once(text: str) -> None:
    assert bidi_closed(bidi_closed(text)) == bidi_closed(text)


def test_text_without_marks_is_left_alone() -> None:
    assert bidi_closed("قُتل 3 مدنيين") == "قُتل 3 مدنيين"
    assert bidi_closed("\u2068قصف\u2069") == "\u2068قصف\u2069"
