"""The day a report was written: as given, unless the page tells that the year is missed."""

from datetime import date

import pytest

from tawthiq.model.report import Report
from tawthiq.read.written import day_written

POST = "شبكة السنبلة\nFacebookشبكة السنبلة's Post\n\nشبكة السنبلةFebruary {day} · Shared with Public"


def written(text: str, given: date | None) -> date | None:
    return day_written(Report(id="ا", text=text, language="ar", published=given))


@pytest.mark.parametrize(
    ("page", "given"),
    [
        ("21, 2025", date(2025, 2, 23)),
        ("21, 2025", date(2026, 6, 21)),
        ("21, 2025", date(2026, 3, 1)),
        ("21, 2026", date(2025, 2, 21)),
    ],
)
def test_any_other_day_that_is_given_stands(page: str, given: date) -> None:
    assert written(POST.format(day=page) + "قصف على تل القنفذ.", given) == given


def test_a_year_that_is_only_told_of_changes_nothing() -> None:
    told = "قصف على تل القنفذ كما في 21 شباط 2024 وفي 3 آذار 2025."
    assert written(told, date(2026, 2, 21)) == date(2026, 2, 21)


def test_no_day_given_is_none() -> None:
    assert written(POST.format(day="21, 2025"), None) is None


@pytest.mark.parametrize("given", [date(2026, 2, 21), date(2026, 2, 22)])
def test_the_year_that_the_page_names_holds(given: date) -> None:
    page = POST.format(day="21, 2025") + "قصف على تل القنفذ اليوم الجمعة."
    assert written(page, given) == date(2025, 2, 21)


def test_a_leap_day_is_no_fault() -> None:
    page = POST.format(day="28, 2023") + "قصف على تل القنفذ."
    assert written(page, date(2024, 2, 29)) == date(2023, 2, 28)
