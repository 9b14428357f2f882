"""Days and digits as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.desk.typed import day_of, western

DAY = date(2031, 3, 5)


@pytest.mark.parametrize(
    "told",
    [
        "",
        "yesterday",
        "2031",
        "2031-03",
        "20310305",
        "2031-W10-3",
        "2031-02-30",
        "31/4/2031",
        "0000-01-01",
        "3/5/31",
        "2031-03-05T12:00",
        "-2031-03-05",
        "2031-03-05-",
        "12-37",
    ],
)
def test_what_is_no_day_is_none(told: str) -> None:
    """Nothing is guessed of half a day, and no day is made of a number."""
    assert day_of(told) is None


@pytest.mark.parametrize(
    "told",
    [
        "2031-03-05",
        "2031/3/5",
        "5/3/2031",
        "05-03-2031",
        " ٢٠٣١-٠٣-٠٥ ",
        "\u06f2\u06f0\u06f3\u06f1-\u06f0\u06f3-\u06f0\u06f5",
        "٥/٣/٢٠٣١",
        "\u200f٢٠٣١-٠٣-٠٥\u200e",
    ],
)
def test_a_day_is_read_in_three_sets_of_digits(told: str) -> None:
    """The year may come first or last, and marks of direction are no part of it."""
    assert day_of(told) == DAY


@given(st.dates())
def test_every_day_comes_back_as_it_is_written(day: date) -> None:
    """An address holds days as ISO 8601 writes them."""
    assert day_of(day.isoformat()) == day


@given(st.text())
def test_nothing_typed_is_a_fault(told: str) -> None:
    """Whatever stands in an address, it is a day or none."""
    assert day_of(told) is None or isinstance(day_of(told), date)
    assert len(western(told)) == len(told)
