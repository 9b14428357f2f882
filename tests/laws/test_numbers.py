"""Numbers written out are read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from tawthiq.find.numbers import find_numbers
from tawthiq.lang.language import load_language
from tawthiq.model.report import Segment

NOMINATIVE_AND_OBLIQUE = (("ون", "ين"), ("ان", "ين"))
UNITS = {
    "m": [
        "",
        "أحد",
        "اثنا",
        *["ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"],
    ],
    "f": ["", "إحدى", "اثنتا", *["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"]],
}
TENS = [
    "",
    "",
    *["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"],
]
HUNDREDS = ["", "مئة", "مئتان", *["ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة"]]
HUNDREDS += ["ثمانمئة", "تسعمئة"]


def numbers_in(text: str, language: str = "ar") -> list[object]:
    pack = load_language(language)
    whole = Segment(start=0, end=len(text), kind="sentence", order=0, paragraph=0)
    scan = pack.scan(text, whole)
    return [h.values["value"] for h in find_numbers(scan, pack)]


def written(number: int, *, feminine: bool, oblique: bool) -> str:
    """Write 11 to 999 as the press does, in a gender and a case."""
    hundreds, rest = divmod(number, 100)
    parts = [HUNDREDS[hundreds]] if hundreds else []
    units = UNITS["f" if feminine else "m"]
    if 11 <= rest <= 19:
        parts.append(f"{units[rest - 10]} {'عشرة' if feminine else 'عشر'}")
    elif rest >= 20:
        tens, unit = divmod(rest, 10)
        if unit in {1, 2}:
            parts.append({1: units[1], 2: "اثنان" if not feminine else "اثنتان"}[unit])
        elif unit:
            parts.append(units[unit])
        parts.append(TENS[tens])
    elif rest:
        parts.append(f"{'عشرة' if rest == 10 else units[rest]}")
    text = " و".join(parts)
    if oblique:
        for nominative, ending in NOMINATIVE_AND_OBLIQUE:
            text = " ".join(_cased(w, nominative, ending) for w in text.split())
        text = text.replace("اثنا ", "اثني ").replace("اثنتا ", "اثنتي ")
    return text


def _cased(word: str, nominative: str, ending: str) -> str:
    return word.removesuffix(nominative) + ending if word.endswith(nominative) else word


@given(st.integers(min_value=1, max_value=9_999))
def test_arabic_words_are_read_back(number: int) -> None:
    assert numbers_in(num2words(number, lang="ar")) == [number]


@given(st.integers(min_value=1, max_value=999_999_999))
def test_english_words_are_read_back(number: int) -> None:
    assert numbers_in(num2words(number), "en") == [number]


@given(
    st.integers(min_value=20, max_value=999).filter(lambda n: n % 100 not in {1, 2}),
    st.booleans(),
    st.booleans(),
)
def test_gender_and_case(number: int, feminine: bool, oblique: bool) -> None:  # noqa: FBT001
    text = written(number, feminine=feminine, oblique=oblique)
    assert numbers_in(text) == [number]


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_of_every_script_are_read(number: int) -> None:
    western = str(number)
    arabic = western.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    persian = western.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    grouped = f"{number:,}"
    assert {*numbers_in(western)} == {number}
    assert numbers_in(arabic) == numbers_in(persian) == numbers_in(grouped) == [number]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("يوم الاثنين", []),
        ("وأحد الجرحى", []),
        ("مئات النازحين", []),
        ("3أشخاص و18إصابة", [3, 18]),
        ("ربع مليون", [250_000]),
        ("ستة آلاف و259", [6259]),
        ("مليون ونصف المليون", [1_500_000]),
    ],
)
def test_words_of_the_press(text: str, numbers: list[int]) -> None:
    assert numbers_in(text) == numbers
