"""Words are looked up under one key for all their forms, and marked where they stand."""

import pytest

from tawthiq.errors import OptionError
from tawthiq.lang.search_marks import holds, marks_of, passages_of
from tawthiq.lang.search_query import sought_of, terms_of
from tawthiq.lang.search_words import keys_of, search_words
from tawthiq.model.search import Either, Every, Term

TEXT = (
    "🔴 عاجل: أصيب 1,200 شخص بقصفٍ مدفعيّ على الأسـواق.\n"
    "وقال شاهد إن الغارات على سوق شعبي وقعت ليلاً؛ واللجنة في الطريق."
)


def marked(text: str, query: str) -> list[str]:
    return [text[a:b] for a, b in marks_of(text, terms_of(sought_of(query)))]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("جنة", "قالت لجنة محلية"),
        ("رد", "وردة في الحقل"),
        ("قصف", "انقصف غصن"),
        ("strike", "strikeout"),
        ("37", "370"),
        ('"سوق شعبي"', "سوق قديم شعبي"),
        ("قصف", ""),
    ],
)
def test_another_word_is_not_marked(query: str, text: str) -> None:
    assert marked(text, query) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("قصف", ["بقصفٍ"]),
        ("القصف", ["بقصفٍ"]),
        ("غارة", ["الغارات"]),
        ("الأسواق", ["الأسـواق", "سوق"]),
        ("1200", ["1,200"]),
        ("١٢٠٠", ["1,200"]),
        ('"سوق شعبي"', ["سوق شعبي"]),
        ("شعب*", ["شعبي"]),
        ("سوق أو شاهد", ["الأسـواق", "شاهد", "سوق"]),
        ("سوق -شاهد", ["الأسـواق", "سوق"]),
    ],
)
def test_hits_are_marked_with_the_very_letters(query: str, found: list[str]) -> None:
    assert marked(TEXT, query) == found


KIN = "أُخلي المشفى بعد قذائف وصواريخ قرب مدرسة، وبين الأطفال رضيع، بحسب الصحافيين"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("مستشفى", ["المشفى"]),
        ("المستشفيات", ["المشفى"]),
        ("قذيفة", ["قذائف"]),
        ("بالقذيفة", ["قذائف"]),
        ("صاروخ", ["وصواريخ"]),
        ("المدارس", ["مدرسة"]),
        ("طفلة", ["الأطفال"]),
        ("صحفي", ["الصحافيين"]),
        ("مستشفى قذيفة", ["المشفى", "قذائف"]),
    ],
)
def test_forms_of_a_word_that_share_no_stem_find_each_other(
    query: str, found: list[str]
) -> None:
    assert marked(KIN, query) == found


@pytest.mark.parametrize("query", ['"مستشفى"', "«قذيفة»", "مستش*", "رجل", "شفاء"])
def test_a_phrase_and_a_beginning_are_meant_as_they_stand(query: str) -> None:
    assert marked(KIN, query) == []


def test_english_plurals_of_another_shape_are_found() -> None:
    assert marked("two children and a woman", "child women") == ["children", "woman"]


def sound(word: str) -> tuple[str, ...]:
    """Hear the consonants alone."""
    return ("".join(c for c in word.lower() if c in "bcdfghjklmnpqrstvwxz"),)


def test_words_that_sound_as_asked_are_marked_where_that_was_asked_for() -> None:
    text = "A strike hit Talmina, a village; a tale of mine."
    terms = terms_of(sought_of("Telmena", sound=sound))
    assert marks_of(text, terms) == ()
    assert [text[a:b] for a, b in marks_of(text, terms, sound=sound)] == ["Talmina"]
    assert marks_of(text, terms_of(sought_of("Telmena")), sound=sound) == ()


def test_a_late_hit_of_a_plain_text_is_marked_where_it_stands() -> None:
    text = (
        "nothing happened here. " * 20 + "Shelling hit the road. " + "and so on. " * 20
    )
    assert marked(text, "shelling") == ["Shelling"]


def test_a_passage_says_where_it_stands() -> None:
    marks = marks_of(TEXT, terms_of(sought_of("شاهد قصف")))
    for passage in passages_of(TEXT, marks):
        assert TEXT[passage.start :].startswith(passage.text)
        assert "\n" not in passage.text
        assert all(passage.start <= a for a, _ in passage.marks)


def test_passages_are_no_more_than_asked_for() -> None:
    text = "\n".join("سوق" for _ in range(9))
    marks = marks_of(text, terms_of(sought_of("سوق")))
    assert len(marks) == 9
    assert len(passages_of(text, marks, most=2)) == 2


def test_one_key_for_forms_of_a_word() -> None:
    keys = {word.key for word in search_words("غارة الغارات والغارات غارات")}
    assert len(keys) == 1


def test_a_clitic_that_may_be_the_words_own_letter_is_looked_up_beside() -> None:
    key, others = keys_of("وقصف")
    assert (key, others) == ("وقصف", ("قصف",))


def test_side_by_side_is_every_word() -> None:
    assert isinstance(sought_of("سوق قصف"), Every)
    assert isinstance(sought_of("سوق أو قصف"), Either)
    assert isinstance(sought_of("«سوق شعبي»"), Term)


def test_what_is_left_out_is_no_hit() -> None:
    sought = sought_of("سوق NOT (مدرسة OR مشفى)")
    assert isinstance(sought, Every)
    assert isinstance(sought.without[0], Either)
    assert [t.words for t in terms_of(sought.parts[0])] == [("سوق",)]


def heard(word: str) -> tuple[str, ...]:
    """Give the consonants of a word, where there are enough to tell it."""
    sound = "".join(c for c in word if c not in "aeiouy")
    return (sound,) if len(sound) > 1 else ()


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("ain zayzafoun", ["zayzafoun"]),
        ("om tuyour", ["tuyour"]),
        ("ain", ["ain"]),
        ("zayzafoun 12", ["zayzafoun", "12"]),
        ("zayzafoun aeiouy", ["zayzafoun", "aeiouy"]),
    ],
)
def test_by_sound_a_short_word_of_a_name_may_be_spelt_in_any_way(
    query: str, kept: list[str]
) -> None:
    assert [t.words[0] for t in terms_of(sought_of(query, sound=heard))] == kept
    assert [t.words[0] for t in terms_of(sought_of(query))] == query.split()


@pytest.mark.parametrize(
    ("word", "other"), [("killed", "kill"), ("children", "child"), ("shelled", "shell")]
)
def test_an_english_ending_is_cut_beside_where_a_known_word_is_left(
    word: str, other: str
) -> None:
    assert other in keys_of(word)[1]
    assert keys_of("naked")[1] == ()


@pytest.mark.parametrize("query", ["", "   ", '"', ") (", "()", "*", "«»", "OR"])
def test_a_query_without_words_asks_nothing(query: str) -> None:
    assert sought_of(query) is None


def test_words_to_leave_out_alone_are_refused() -> None:
    with pytest.raises(OptionError):
        sought_of("-سوق")


def test_the_terms_that_a_text_holds_are_counted() -> None:
    terms = terms_of(sought_of("سوق شاهد مطار"))
    assert holds(TEXT, terms) == 2
