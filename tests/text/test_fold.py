"""What folding makes of spellings, and that it knows the way back."""

import pytest

from tawthiq.lang.language import load_language
from tawthiq.text.fold import Folder


@pytest.fixture(scope="module")
def folder() -> Folder:
    return load_language("ar").folder


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("قُتِلَ", "قتل"),
        ("أإآٱا", "ااااا"),
        ("ا\u0654", "ا"),
        ("قرية", "قريه"),
        ("مستشفى", "مستشفي"),
        ("١٢٣", "123"),
        ("۴۵", "45"),
        ("کلمة", "كلمه"),
        ("ﻻ", "لا"),
        ("الحـــي", "الحي"),
        ("Café", "cafe"),
    ],
)
def test_one_spelling_stands_for_all(folder: Folder, written: str, folded: str) -> None:
    assert folder.fold(written).text == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("قصـ.ـف", "قصف"),
        ("استـ*ـشهاد", "استشهاد"),
        ("ق.ص.ف", "قصف"),
        ("قـ ـصـ ـف", "قصف"),
        ("قُـ ـ ـتل", "قتل"),
        ("قـ ــ وات", "قوات"),
        ("مجـ|ـزرة", "مجزره"),
    ],
)
def test_spelling_broken_to_pass_filters_is_mended(
    folder: Folder, written: str, folded: str
) -> None:
    assert folder.fold(written).text == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [("kil*led", "killed"), ("IS*IS", "isis"), ("ki-lled", "killed")],
)
def test_latin_words_broken_to_pass_filters_are_mended(
    written: str, folded: str
) -> None:
    assert load_language("en").folder.fold(written).text == folded


@pytest.mark.parametrize("written", ["Deir-ez", "well-known", "5*4", "* one *"])
def test_other_latin_marks_are_kept(written: str) -> None:
    assert len(load_language("en").folder.fold(written).text) == len(written)


@pytest.mark.parametrize("written", ["بالبلدة.وقال", "سوق/ساحة", "3.5"])
def test_a_mark_between_whole_words_is_kept(folder: Folder, written: str) -> None:
    assert len(folder.fold(written).text) == len(written)


def test_the_way_back_keeps_the_marks_of_a_letter(folder: Folder) -> None:
    text = "مدنيّاً قُتل"
    folded = folder.fold(text)
    start, end = folded.source(0, len("مدنيا"))
    assert text[start:end] == "مدنيّاً"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("المد.فعي", "المدفعي"),
        ("الاحت_لال", "الاحتلال"),
        ("عد*وان", "عدوان"),
        ("انتهى.وقال", "انتهي.وقال"),
        ("#جسر_الوادي", "#جسر_الوادي"),
    ],
)
def test_a_word_of_war_is_mended_wherever_it_was_broken(
    written: str, folded: str
) -> None:
    known = {"المدفعي", "الاحتلال", "عدوان"}
    knowing = Folder({"ى": "ي"}, knows=known.__contains__)
    assert knowing.fold(written).text == folded


def test_a_letter_that_only_ends_words_ends_one(folder: Folder) -> None:
    text = "قرية الورديةقصفت"
    folded = folder.fold(text)
    assert folded.text == "قريه الورديه قصفت"
    assert folder.fold(folded.text).text == folded.text
    first = folded.text.index("قصفت")
    assert text[slice(*folded.source(first, first + 4))] == "قصفت"
    assert text[slice(*folded.source(5, first - 1))] == "الوردية"
