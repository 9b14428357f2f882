"""The grammar of numbers, without words."""

import pytest

from tawthiq.text.numbers import Part, digits, read


def unit(value: int, *, joined: bool = False) -> Part:
    return Part(value=value, kind="unit", joined=joined)


@pytest.mark.parametrize("word", ["10-15", "2018/5/28", "12:30", "14-02-2018"])
def test_a_range_a_date_or_a_time_is_no_number(word: str) -> None:
    assert digits(word) is None


@pytest.mark.parametrize(
    ("word", "value"),
    [("7", 7), ("1,250", 1250), ("1.250.000", 1_250_000), ("3.5", 3.5), ("2,5", 2.5)],
)
def test_digits_with_marks(word: str, value: float) -> None:
    assert digits(word) == value


def test_two_units_side_by_side_are_two_numbers() -> None:
    assert read([unit(4), unit(5, joined=True)]) == (4, 1)


def test_a_word_that_needs_another_is_no_number_alone() -> None:
    assert read([Part(value=1000, kind="scale", alone=False)]) is None
    assert read([Part(value=0.5, kind="fraction", alone=False)]) is None


def test_unit_before_tens_needs_and() -> None:
    fifty = Part(value=50, kind="tens")
    assert read([unit(3), fifty]) == (3, 1)
    assert read([unit(3), fifty._replace(joined=True)]) == (53, 2)


def test_tens_before_unit_has_no_and() -> None:
    assert read([Part(value=20, kind="tens"), unit(5)]) == (25, 2)


def test_digits_after_a_scale_are_added_if_joined() -> None:
    scale = Part(value=1000, kind="scale")
    rest = Part(value=259, kind="digits")
    assert read([unit(6), scale, rest._replace(joined=True)]) == (6259, 3)
    assert read([unit(6), scale, rest]) == (6000, 2)


def test_a_scale_cannot_follow_a_smaller_one() -> None:
    thousand = Part(value=1000, kind="scale")
    million = Part(value=1_000_000, kind="scale", joined=True)
    assert read([thousand, million]) == (1000, 1)


def test_half_of_a_scale_before_and_after_it() -> None:
    half = Part(value=0.5, kind="fraction", alone=False)
    million = Part(value=1_000_000, kind="scale")
    assert read([half, million]) == (500_000, 2)
    assert read([million, half._replace(joined=True), million]) == (1_500_000, 3)


def test_two_thousand_in_the_construct() -> None:
    alfa = Part(value=1000, kind="scale_or_dual")
    assert read([alfa]) == (2000, 1)
    assert read([alfa, Part(value=500, kind="hundreds", joined=True)]) == (1500, 2)
    assert read([Part(value=30, kind="tens"), alfa]) == (30_000, 2)


@pytest.mark.parametrize(
    "parts",
    [
        [unit(5), Part(value=1000, kind="scale", joined=True)],
        [unit(5), Part(value=2000, kind="dual")],
        [unit(5), Part(value=100, kind="hundred", joined=True)],
        [unit(5), Part(value=10, kind="ten", joined=True)],
        [unit(5), Part(value=12, kind="teen")],
        [unit(5), Part(value=300, kind="hundreds")],
        [unit(5), Part(value=7, kind="digits")],
        [unit(5), Part(value=0.5, kind="fraction")],
    ],
)
def test_what_cannot_follow_a_unit_begins_another_number(parts: list[Part]) -> None:
    assert read(parts) == (5, 1)


def test_nothing_reads_as_nothing() -> None:
    assert read([]) is None
