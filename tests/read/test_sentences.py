"""Where a sentence ends, and where it only looks like it."""

import pytest

from tawthiq.read.segments.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "بلغت شدته 3.5 درجات عند 12.30 ظهرا",
        "قال د. سامر الخالد إن م. ليان نجت",
        "اعتقلت الشابين (م. وأ. م) في القرية",
        "قتل عنصر من د.اع.ش قرب القرية",
        "غارات الإســ.رائــ.يلية على البلدة",
        "مجزرة في النخيل.. مقتل خمسة مدنيين",
        "في سنة 1440 هـ. على ما قيل",
        "1. مقتل رجل",
        "Gen. Smith of the U.S. Army said no.",
        "The No. 3 well in St. Peter village",
        "A raid by J. Smith killed two, e.g. a boy",
        "Idlib | Woman killed by shelling",
        "It fell at 3 p.m. and hit a house",
    ],
)
def test_no_end_is_seen_where_there_is_none(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("قتل رجل. وأصيب آخر.", ["قتل رجل.", "وأصيب آخر."]),
        ("سقط قتلى بصنعاء.وقال مصدر", ["سقط قتلى بصنعاء.", "وقال مصدر"]),
        ("أصيب طفل (13 عاما).وقال أهله", ["أصيب طفل (13 عاما).", "وقال أهله"]),
        ("من قصف؟ ومن قتل! لا أحد", ["من قصف؟", "ومن قتل!", "لا أحد"]),
        ("قال: «قتلوا جميعا.» ثم سكت", ["قال: «قتلوا جميعا.»", "ثم سكت"]),
        ("انتظروا… ثم قصفوا", ["انتظروا…", "ثم قصفوا"]),
        ("منذ عام 2017. وفي العام التالي", ["منذ عام 2017.", "وفي العام التالي"]),
        (
            "Two died in Aleppo.The army left.",
            ["Two died in Aleppo.", "The army left."],
        ),
        ('"They fled." He wept.', ['"They fled."', "He wept."]),
    ],
)
def test_an_end_is_seen(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_a_bullet_and_an_emoji_part_what_they_stand_between() -> None:
    assert len(cut("قتيل في النخيل • جريح في الصفصاف 🔴 قصف على المرسى")) == 3


def test_nothing_of_a_line_is_lost() -> None:
    text = "قتل رجل. وأصيب آخر؟ نعم • هكذا"
    parts = list(sentences(text, 0, len(text)))
    assert "".join(text[start:end] for start, end in parts) == text
