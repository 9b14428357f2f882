"""A value in words: what the report says of a number is said once."""

import pytest

from tawthiq.desk.reviewing.telling import tell


def counted(low: int | None, high: int | None, wording: str) -> str:
    told = {"low": low, "high": high, "wording": wording}
    value = {"outcome": "killed", "group": "civilians", "range": told}
    return tell("casualties", value).main.partition(": ")[2]


@pytest.mark.parametrize(
    ("low", "high", "wording", "said"),
    [
        (0, 0, "exact", "٠"),
        (10, None, "at_least", "١٠ فأكثر"),
        (10, None, "more_than", "أكثر من ١٠"),
        (10, 10, "about", "نحو ١٠"),
        (None, 30, "up_to", "حتى ٣٠"),
        (12, 37, "range", "من ١٢ إلى ٣٧"),
    ],
)
def test_a_number_is_said_with_its_wording(
    low: int | None, high: int | None, wording: str, said: str
) -> None:
    assert counted(low, high, wording) == said


def test_a_number_that_is_not_said_is_no_number() -> None:
    assert not any(letter.isdigit() for letter in counted(None, None, "vague"))
