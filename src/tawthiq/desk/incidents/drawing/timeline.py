"""How many incidents each day, month or year: bars, and spans where no day is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Max, Min

from tawthiq.desk import figures
from tawthiq.desk.incidents.finding import MONTH, Rows, beside

WIDTH, HEIGHT = 1000, 96
BASE = 72
"""Where bars stand; spans and years are below."""
SPAN_Y = 76
DAYS_AT_MOST, MONTHS_AT_MOST = 93, 480
SPANS = 60
TICKS = 10
TALL_ENOUGH = 2.0
"""Points of the least bar: what is there is seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar with the days that it stands for."""

    x: str
    y: str
    width: str
    height: str
    first: date
    last: date
    number: int

    @property
    def title(self) -> str:
        """Name its days."""
        if self.first == self.last:
            return figures.day(self.first)
        if self.last - self.first < timedelta(days=31):
            return figures.month(self.first.year, self.first.month)
        return figures.digits(str(self.first.year))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Incidents of which a week, a month or a year is known, not the day."""

    x: str
    width: str
    y: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A year or a month at the foot, so many hundredths of the width from the left."""

    percent: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A drawing, its ends and the number of incidents that have no day at all.

    ``begin`` to ``after`` is what the width stands for; ``after`` is not shown.
    """

    first: date | None
    last: date | None
    begin: date | None = None
    after: date | None = None
    unit: str = "month"
    bars: tuple[Bar, ...] = ()
    spans: tuple[Span, ...] = ()
    ticks: tuple[Tick, ...] = ()
    undated: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days to points; time runs with the direction of reading."""

    first: date
    days: int
    rtl: bool

    def along(self, day: date) -> float:
        return (day - self.first).days / self.days * WIDTH

    def place(self, first: date, after: date) -> tuple[float, float]:
        """Give the left end and the width of days up to, not with, ``after``."""
        left, right = self.along(first), self.along(after)
        return (WIDTH - right if self.rtl else left), right - left


def timeline_of(rows: Rows, *, rtl: bool) -> Timeline:
    """Draw the incidents of a query in time.

    Args:
        rows: of the catalogue.
        rtl: whether time runs from right to left.
    """
    filtered = rows.query.has_filters()
    months = list(
        rows.order_by()
        .annotate(at=beside(MONTH) if filtered else F(MONTH))
        .values_list("at")
        .annotate(number=Count("*"), first=Min("day"), last=Max("last_day"))
    )
    undated = sum(number for month, number, *_ in months if month is None)
    dated = [(m, n, low, high) for m, n, low, high in months if m is not None]
    if not dated:
        return Timeline(first=None, last=None, undated=undated)
    first, last = min(one[2] for one in dated), max(one[3] for one in dated)
    unit = _unit(first, last)
    begin, after = _start(first, unit), _next(_start(last, unit), unit)
    scale = _Scale(begin, max((after - begin).days, 1), rtl)
    if unit == "day":
        counts = _by_day(rows)
    else:
        counts = _by_start(((month, number) for month, number, *_ in dated), unit)
    most = max(counts.values())
    return Timeline(
        first=first,
        last=last,
        begin=begin,
        after=after,
        unit=unit,
        bars=tuple(
            _bar(day, counts[day], most, scale=scale, unit=unit) for day in counts
        ),
        spans=tuple(_spans(rows, scale)),
        ticks=tuple(_ticks(begin, after, scale, unit=unit)),
        undated=undated,
        most=most,
    )


def _unit(first: date, last: date) -> str:
    if (last - first).days <= DAYS_AT_MOST:
        return "day"
    months = (last.year - first.year) * 12 + last.month - first.month
    return "month" if months <= MONTHS_AT_MOST else "year"


def _start(day: date, unit: str) -> date:
    if unit == "day":
        return day
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _next(day: date, unit: str) -> date:
    if unit == "day":
        return day + timedelta(days=1) if day < date.max else day
    if unit == "month":
        return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return day.replace(year=min(day.year + 1, date.max.year))


def _by_day(rows: Rows) -> dict[date, int]:
    found = rows.exclude(day=None).order_by().values_list("day")
    return dict(sorted(found.annotate(number=Count("*"))))


def _by_start(months: Iterable[tuple[int, int]], unit: str) -> dict[date, int]:
    counts: dict[date, int] = {}
    for month, number in sorted(months):
        start = _start(date(month // 12, month % 12 + 1, 1), unit)
        counts[start] = counts.get(start, 0) + number
    return counts


def _bar(day: date, number: int, most: int, *, scale: _Scale, unit: str) -> Bar:
    after = _next(day, unit)
    left, wide = scale.place(day, after)
    height = max(TALL_ENOUGH, number / most * (BASE - 6))
    gap = min(1.0, wide * 0.15)
    return Bar(
        x=f"{left + gap / 2:.2f}",
        y=f"{BASE - height:.1f}",
        width=f"{max(wide - gap, 0.6):.2f}",
        height=f"{height:.1f}",
        first=day,
        last=after - timedelta(days=1),
        number=number,
    )


def _spans(rows: Rows, scale: _Scale) -> Iterable[Span]:
    found = (
        rows.filter(date_precision__in=["days", "week", "month", "year"])
        .order_by()
        .values_list("day", "last_day")
        .annotate(number=Count("*"))
        .order_by("-number", "day")[:SPANS]
    )
    for at, (first, last, number) in enumerate(found):
        left, wide = scale.place(first, _next(last, "day"))
        yield Span(
            x=f"{left:.2f}",
            width=f"{max(wide, 2):.2f}",
            y=SPAN_Y + at % 2 * 3,
            number=number,
        )


def _ticks(begin: date, after: date, scale: _Scale, *, unit: str) -> Iterable[Tick]:
    years = after.year - begin.year
    if unit == "day":
        step = (after - begin).days // TICKS + 1
        days = [begin + timedelta(days=at) for at in range(0, scale.days, step)]
        named = [(day, figures.day(day)) for day in days]
    elif years < 2:  # noqa: PLR2004 - months are named where there are few years
        months = [begin.replace(day=1)]
        while (following := _next(months[-1], "month")) < after:
            months.append(following)
        step = len(months) // TICKS + 1
        named = [(day, figures.month(day.year, day.month)) for day in months[::step]]
    else:
        step = years // TICKS + 1
        told = range(begin.year + 1, after.year + 1, step)
        named = [(date(y, 1, 1), figures.digits(str(y))) for y in told]
    for day, text in named:
        if begin <= day < after:
            # A day stands for its middle, a month and a year for their start.
            left, _ = scale.place(day, day)
            if unit == "day":
                half = WIDTH / scale.days / 2
                left += -half if scale.rtl else half
            if 30 < left < WIDTH - 30:  # noqa: PLR2004 - room for the words
                yield Tick(percent=f"{left / WIDTH * 100:.2f}", text=text)
