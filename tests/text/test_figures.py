"""What a number of digits can be in a date."""

import pytest

from tawthiq.text import figures


@pytest.mark.parametrize(
    "written",
    ["0", "32", "1200", "3500", "45/2019", "3-2-1", "1.5.2.7", "99/99/2019", "a/b"],
)
def test_what_can_be_no_part_of_a_date_is_none(written: str) -> None:
    assert figures.read(written) is None


@pytest.mark.parametrize(
    ("written", "sheet", "values"),
    [
        ("7", "day", {"value": 7, "to": None}),
        ("12-14", "day", {"value": 12, "to": 14}),
        ("2031", "year", {"value": 2031}),
        ("1436", "year", {"value": 1436}),
        ("2015-2017", "years", {"value": 2015, "to": 2017}),
        ("18/11", "day_month", {"day": 18, "month": 11}),
        ("14-02-2031", "numeric_date", {"day": 14, "month": 2, "year": 2031}),
        ("2031/2/14", "numeric_date", {"day": 14, "month": 2, "year": 2031}),
        ("2.14.31", "numeric_date", {"day": 14, "month": 2, "year": 2031}),
        ("15/10/1436", "numeric_date", {"day": 15, "month": 10, "year": 1436}),
    ],
)
def test_figures_are_typed_by_their_shape(
    written: str, sheet: str, values: dict[str, int | None]
) -> None:
    assert figures.read(written) == (sheet, values)
