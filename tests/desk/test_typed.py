"""Days and digits as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.desk import preferences
from tawthiq.desk.figures import field_day
from tawthiq.desk.preferences import Preferences
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
        "5 Smarch 2031",
        "31 نيسان 2031",
        "5 رمضان 2031",
        "آذار 2031",
        "5 March",
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
        "٥ آذار ٢٠٣١",
        "5 اذار 2031",
        "٥ مارس ٢٠٣١",
        "5 March 2031",
        "5 MAR, 2031",
        "5-March-2031",
    ],
)
def test_a_day_is_read_in_three_sets_of_digits(told: str) -> None:
    """The year may come first or last, and marks of direction are no part of it."""
    assert day_of(told) == DAY


@given(st.dates())
def test_every_day_comes_back_as_it_is_written(day: date) -> None:
    """An address holds days as ISO 8601 writes them."""
    assert day_of(day.isoformat()) == day


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("script", ["arab", "latn"])
@given(day=st.dates())
def test_every_day_comes_back_as_a_field_shows_it(
    day: date, lang: str, script: str
) -> None:
    told = preferences._CURRENT.set(Preferences(lang=lang, digits=script))  # noqa: SLF001
    try:
        shown = field_day(day)
    finally:
        preferences._CURRENT.reset(told)  # noqa: SLF001
    assert shown.isascii() == (lang == "en" and script == "latn")
    # Years of less than four figures are written as they are said.
    assert day_of(shown) == (day if day.year > 999 else None)


def test_a_field_without_a_day_is_empty() -> None:
    assert field_day(None) == field_day("") == ""


@given(st.text())
def test_nothing_typed_is_a_fault(told: str) -> None:
    """Whatever stands in an address, it is a day or none."""
    assert day_of(told) is None or isinstance(day_of(told), date)
    assert len(western(told)) == len(told)
