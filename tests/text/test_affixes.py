"""Which stems a word may have once clitics are cut off."""

import pytest

from tawthiq.lang.language import load_language


def stems(word: str) -> set[str]:
    return {s.text for s in load_language("ar").affixes.stems(word)}


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("وبالقصف", "قصف"),
        ("للقصف", "قصف"),
        ("فبقصفهم", "قصف"),
        ("سيارته", "سياره"),
        ("قصفت", "قصف"),
    ],
)
def test_a_clitic_can_be_cut(word: str, stem: str) -> None:
    assert stem in stems(word)


def test_the_whole_word_always_comes_first() -> None:
    for word in ("وفد", "وسط", "كلب"):
        assert load_language("ar").affixes.stems(word)[0].text == word


def test_a_cut_tells_what_it_means_and_how_long_it_was() -> None:
    found = load_language("ar").affixes.stems("وللقصف")
    stem = next(s for s in found if s.text == "قصف" and {"and", "for"} <= s.means)
    assert stem.front == 3


@pytest.mark.parametrize(
    ("word", "stem", "quote"),
    [
        ("السوق", "سوق", "السوق"),
        ("والسوق", "سوق", "السوق"),
        ("بالسوق", "سوق", "السوق"),
        ("للسوق", "سوق", "سوق"),  # the article has lost its alif: no word of its own
        ("بسوق", "سوق", "سوق"),
    ],
)
def test_a_quote_keeps_the_article(word: str, stem: str, quote: str) -> None:
    found = load_language("ar").affixes.stems(word)
    cut = next(s for s in found if s.text == stem and s.front)
    assert word[cut.unquoted :] == quote


def test_too_little_is_never_left() -> None:
    assert all(len(s) >= 2 for s in stems("ول") | stems("بل"))
