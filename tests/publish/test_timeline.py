"""The timeline of a site: what stands under its bars touches nothing else."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from tawthiq.model.incident import Incident
from tawthiq.publish.site.drawing import (
    MONTH_WIDTH,
    NARROW,
    WIDTH,
    YEAR_WIDTH,
    Timeline,
    timeline_of,
)


def drawn(incident: Incident, first: date, months: int, width: int) -> Timeline:
    when = incident.date
    assert when is not None
    last = first.month - 1 + months - 1
    ends = (first, date(first.year + last // 12, last % 12 + 1, 1))
    some = [replace(incident, date=replace(when, start=d, end=d)) for d in ends]
    return timeline_of(some, backwards=True, width=width)


@pytest.mark.parametrize("width", [WIDTH, NARROW])
@pytest.mark.parametrize("months", [1, 2, 4, 5, 9, 12, 13, 24, 25, 60, 120, 900])
def test_no_word_touches_another(incident: Incident, months: int, width: int) -> None:
    found = drawn(incident, date(2031, 11, 1), months, width)
    wide = found.bars[0].width / 0.84
    if found.named:
        assert found.named * wide >= MONTH_WIDTH - 1
    places = sorted(found.dated)
    assert places
    assert all((b - a) * wide >= YEAR_WIDTH - 1 for a, b in pairwise(places))
    assert all(0 <= bar.x <= width - bar.width for bar in found.bars)


def test_a_young_register_names_its_months(incident: Incident) -> None:
    found = drawn(incident, date(2031, 3, 1), 1, NARROW)
    assert (found.named, found.dated, found.is_counted) == (1, frozenset({0}), True)
    assert drawn(incident, date(2031, 3, 1), 30, WIDTH).named == 0
