"""Names in parts: what joins, what is a title, what is no name at all."""

import pytest

from tawthiq.lang.language import pack_folder
from tawthiq.lang.sheets import rows
from tawthiq.link.name_parts import read_name


def texts(name: str) -> list[str]:
    return [p.text for p in read_name(name).parts]


@pytest.mark.parametrize("name", ["", "   ", "12 / 7", "؟؟", "مجهول الهوية"])
def test_what_has_no_letters_of_a_name_has_no_parts(name: str) -> None:
    assert read_name(name).parts == ()


@pytest.mark.parametrize("name", ["رائد المرجان", "ملك المرجان", "أمير المرجان"])
def test_a_given_name_that_is_a_title_too_stays(name: str) -> None:
    assert len(texts(name)) == 2


@pytest.mark.parametrize(
    "name", ["أمجد المرجان", "عبدو المرجان", "أبوة المرجان", "نجم المرجان"]
)
def test_a_name_that_begins_like_a_joining_word_is_not_cut(name: str) -> None:
    assert read_name(name).parts[0].frame in {"", "father_of"}
    assert len(texts(name)) == 2


@pytest.mark.parametrize(
    ("apart", "joined"),
    [
        ("عبد الرحمن المرجان", "عبدالرحمن المرجان"),
        ("سليم أبو مرجان", "سليم ابومرجان"),
        ("علاء الدين المرجان", "علاءالدين المرجان"),
        ("عبد ربه المرجان", "عبدربه المرجان"),
        ("جاد الله المرجان", "جادالله المرجان"),
        ("سلوى آل مرجان", "سلوى آل مرجان"),
    ],
)
def test_one_part_however_its_words_are_joined(apart: str, joined: str) -> None:
    one, other = read_name(apart).parts, read_name(joined).parts
    assert len(one) == len(other) == 2
    assert [p.text for p in one] == [p.text for p in other]
    assert [p.core for p in one] == [p.core for p in other]


def test_abd_alone_is_a_name_and_joins_nothing_but_a_name_of_god() -> None:
    assert texts("سليم عبد مرجان") == ["سليم", "عبد", "مرجان"]


@pytest.mark.parametrize(
    "name",
    [
        "الطفل سليم المرجان",
        "الشهيد الدكتور سليم المرجان",
        "سليم بن المرجان",
        "سليم المرجان (أبو نجم)",
        "سليم المرجان وعائلته",
        "سَليم المرجـان",
    ],
)
def test_what_is_no_part_of_the_name_goes(name: str) -> None:
    assert texts(name) == texts("سليم المرجان")


@pytest.mark.parametrize(
    ("slipped", "right"),
    [
        ("هالل", "هلال"),
        ("سليم االمرجان", "سليم الأمرجان"),
        ("عبد هللا", "عبد الله"),
        ("هناء", "هنا"),
        ("سالمه", "سلامة"),
    ],
)
def test_slips_of_machine_and_ear_have_one_core(slipped: str, right: str) -> None:
    assert [p.core for p in read_name(slipped).parts] == [
        p.core for p in read_name(right).parts
    ]


def test_a_kinsman_s_name_is_no_name() -> None:
    assert read_name("زوجة سليم المرجان").relative
    assert not read_name("سليم المرجان").relative


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Youssef", "يوسف"),
        ("Mohammed", "محمد"),
        ("Abdul Rahman", "عبد الرحمن"),
        ("Abdulrahman", "عبدالرحمن"),
        ("Abu Marjan", "أبو مرجان"),
        ("al-Marjan", "المرجان"),
        ("Shaker", "شاكر"),
        ("Khalil", "خليل"),
    ],
)
def test_latin_and_arabic_spellings_sound_alike(latin: str, arabic: str) -> None:
    (one,), (other,) = read_name(latin).parts, read_name(arabic).parts
    assert one.sound == other.sound
    assert one.frame == other.frame


@pytest.mark.parametrize("pack", ["ar", "en"])
def test_tables_of_sounds_and_folds_name_each_letter_once_with_a_form(
    pack: str,
) -> None:
    for sheet in ("sounds.csv", "name_folds.csv"):
        told = [r.cells for r in rows(pack_folder(pack).joinpath(sheet))]
        assert told
        assert all(cells["from"] for cells in told)
        assert len({cells["from"] for cells in told}) == len(told)
