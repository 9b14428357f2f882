"""Laws of the calendar: what holds for every day, month and week."""

from datetime import date, timedelta
from typing import Literal

import pytest
from babel.dates import get_month_names
from hypothesis import example, given
from hypothesis import strategies as st

from tawthiq.find.dates.finder import find_dates
from tawthiq.lang.language import load_language
from tawthiq.model.report import Segment
from tawthiq.resolve.dates import resolve_date
from tawthiq.text import calendars

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))
YEARS = st.integers(min_value=1950, max_value=2090)
MONTHS = st.integers(min_value=1, max_value=12)
LOCALES = ("ar", "ar_SY", "ar_EG", "ar_DZ", "ar_MA", "ar_IQ")


Days = tuple[date | None, date | None]


def read(text: str, language: str = "ar", published: date | None = None) -> list[Days]:
    pack = load_language(language)
    whole = Segment(start=0, end=len(text), kind="sentence", order=0, paragraph=0)
    hits = find_dates(pack.scan(text, whole), pack)
    found = (resolve_date(h.values, published) for h in hits)
    return [(d.start, d.end) for d in found]


@given(DAYS)
def test_every_day_lies_in_its_week_month_and_year(day: date) -> None:
    week = calendars.week_of(day)
    month = calendars.month_of(day.year, day.month)
    assert week.start <= day <= week.end
    assert week.start.weekday() == 0
    assert week.length == 7
    assert month.start <= day <= month.end
    assert month.end + timedelta(days=1) == calendars.add_months(month.start, 1)


@given(DAYS, st.integers(min_value=0, max_value=6))
def test_a_weekday_is_at_most_six_days_back(day: date, weekday: int) -> None:
    found = calendars.weekday_until(day, weekday)
    assert found.weekday() == weekday
    assert 0 <= (day - found).days < 7


@given(DAYS, st.integers(min_value=0, max_value=6))
def test_the_nearest_weekday_is_at_most_three_days_off(day: date, weekday: int) -> None:
    found = calendars.weekday_near(day, weekday)
    assert found.weekday() == weekday
    assert abs((day - found).days) <= 3


@given(DAYS, st.integers(min_value=-240, max_value=240))
def test_steps_by_months_keep_the_day_or_take_the_last(day: date, months: int) -> None:
    found = calendars.add_months(day, months)
    assert found.day == min(
        day.day, calendars.month_of(found.year, found.month).end.day
    )
    assert (found.year - day.year) * 12 + found.month - day.month == months


@given(YEARS, MONTHS)
def test_the_parts_of_a_stretch_follow_each_other(year: int, month: int) -> None:
    for days in (
        calendars.month_of(year, month),
        calendars.year_of(year),
        calendars.week_of(date(year, month, 1)),
        calendars.season_of(year, "summer"),
        calendars.season_of(year, "winter"),
    ):
        start, middle, end = (calendars.edge_of(days, e) for e in calendars.EDGES)
        assert days.start == start.start <= start.end < middle.start <= middle.end
        assert middle.end < end.start <= end.end == days.end


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_of_every_arab_tradition_is_read(locale: str, month: int) -> None:
    name = get_month_names("wide", locale=locale)[month]
    day = date(2017, month, 9)
    assert read(f"قصفت القرية في 9 {name} 2017") == [(day, day)]
    whole = calendars.month_of(2017, month)
    assert read(f"حوصرت القرية في {name} 2017") == [(whole.start, whole.end)]


@pytest.mark.parametrize("locale", ["en", "en_US"])
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
@pytest.mark.parametrize("month", range(1, 13))
def test_every_english_month_is_read(
    locale: str, width: Literal["wide", "abbreviated"], month: int
) -> None:
    name = get_month_names(width, locale=locale)[month]
    day = date(2017, month, 9)
    assert read(f"The town was shelled on {name} 9, 2017.", "en") == [(day, day)]
    assert read(f"The town was shelled on 9 {name} 2017.", "en") == [(day, day)]


@given(DAYS, st.sampled_from(LOCALES))
def test_a_day_written_out_is_read_back(day: date, locale: str) -> None:
    name = get_month_names("wide", locale=locale)[day.month]
    assert read(f"قتل راع يوم {day.day} {name} {day.year} بلغم") == [(day, day)]


@given(DAYS)
@example(date(2000, 2, 29))
def test_a_day_in_figures_is_read_back(day: date) -> None:
    for form in (
        f"{day:%d/%m/%Y}",
        f"{day:%Y-%m-%d}",
        f"{day.day}.{day.month}.{day.year}",
    ):
        assert read(f"قتل راع بتاريخ {form} قرب البئر") == [(day, day)]


@given(DAYS, st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_a_day_without_its_year_never_lies_far_ahead(
    day: date, published: date
) -> None:
    name = get_month_names("wide", locale="ar_SY")[day.month]
    for start, end in read(f"قتل راع في {day.day} {name}", published=published):
        if start is not None:
            assert start == end
            assert (start.month, start.day) == (day.month, day.day)
            assert start <= published + timedelta(days=2)
