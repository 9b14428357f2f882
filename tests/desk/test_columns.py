"""Standing bars have a scale that begins at nought and holds the highest of them."""

import pytest

from tawthiq.desk.incidents.drawing.columns import RULES, standing


def drawn(*numbers: int, words: str = "9") -> tuple[list[int], bool]:
    told = [(str(at), one, one, words) for at, one in enumerate(numbers)]
    found = standing(told, rtl=True)
    return [rule.number for rule in found.rules], found.written


@pytest.mark.parametrize(
    ("highest", "numbers"),
    [
        (1, [0, 1]),
        (5, [0, 1, 2, 3, 4, 5]),
        (9, [0, 2, 4, 6, 8, 10]),
        (13, [0, 5, 10, 15]),
        (101, [0, 50, 100, 150]),
    ],
)
def test_a_single_month_has_a_scale_of_round_numbers(
    highest: int, numbers: list[int]
) -> None:
    assert drawn(highest)[0] == numbers


@pytest.mark.parametrize("highest", [2, 7, 36, 999, 123_456])
def test_no_bar_rises_over_its_scale(highest: int) -> None:
    numbers, _ = drawn(1, highest)
    assert numbers[0] == 0
    assert numbers[-2] < highest <= numbers[-1]
    assert len(numbers) <= RULES + 1


def test_bars_are_written_over_where_all_find_room() -> None:
    assert drawn(3, 4)[1]
    assert not drawn(3, 4, words="from 1,200 to 1,300")[1]
    assert not drawn(*[4] * 200)[1]
