"""How the toll rose: for each day of publication, the least and greatest that is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tawthiq.desk import figures

WIDTH, HEIGHT = 560, 150
LEFT, RIGHT, TOP, FOOT = 34, 24, 12, 24
DOT = 8
"""How wide a number is drawn; a range is that much higher than it reaches."""
KILLED = "killed"
PARTS = {"children", "women", "men", "girls", "boys"}
"""Groups that are part of a whole: they are no toll of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What one report says on its day: a bar from least to greatest."""

    x: str
    top: str
    height: str
    day: date
    outlet: str
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A number beside the bars, or a day at the foot."""

    at: str
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolls:
    """The drawing with its points in the order of days."""

    points: tuple[Point, ...]
    levels: tuple[Mark, ...]
    days: tuple[Mark, ...]
    width: int = WIDTH
    height: int = HEIGHT


def tolls_of(
    told: Sequence[tuple[date | None, str, Mapping[str, object]]], *, rtl: bool
) -> Tolls | None:
    """Draw the killed that reports tell of, by their days.

    Args:
        told: for each count, the report's day, its outlet and the claim's value.
        rtl: whether time runs from right to left.

    Returns:
        The drawing; None where fewer than two reports tell of a number.
    """
    found = [
        (day, outlet, low, high)
        for day, outlet, value in told
        if day is not None and value.get("outcome") == KILLED
        if value.get("group") not in PARTS
        for low, high in [_ends(value)]
        if high is not None
    ]
    whole: dict[tuple[date, str], tuple[int, int]] = {}
    for day, outlet, low, high in found:
        before = whole.get((day, outlet))
        if before is None or high > before[1]:
            whole[day, outlet] = (low, high)
    if len(whole) < 2:  # noqa: PLR2004 - one number is no course
        return None
    return _drawn(sorted((d, o, *ends) for (d, o), ends in whole.items()), rtl=rtl)


def _ends(value: Mapping[str, object]) -> tuple[int, int | None]:
    low, high = value.get("low"), value.get("high")
    least = low if isinstance(low, int) else 0
    greatest = high if isinstance(high, int) else low
    return least, greatest if isinstance(greatest, int) else None


def _drawn(told: Sequence[tuple[date, str, int, int]], *, rtl: bool) -> Tolls:
    most = max(high for *_, high in told) or 1
    days = sorted({day for day, *_ in told})
    step = (WIDTH - LEFT - RIGHT) / max(len(told), 1)

    def along(at: int) -> float:
        x = LEFT + step * (at + 0.5)
        return WIDTH - x if rtl else x

    def up(number: int) -> float:
        return TOP + (HEIGHT - TOP - FOOT) * (1 - number / most)

    points = tuple(
        Point(
            x=f"{along(at) - DOT / 2:.1f}",
            top=f"{up(high) - DOT / 2:.1f}",
            height=f"{up(low) - up(high) + DOT:.1f}",
            day=day,
            outlet=outlet,
            low=low,
            high=high,
        )
        for at, (day, outlet, low, high) in enumerate(told)
    )
    first = {
        day: next(at for at, one in enumerate(told) if one[0] == day) for day in days
    }
    last = {
        day: max(at for at, one in enumerate(told) if one[0] == day) for day in days
    }
    middles = {
        day: along(0) + (along(1) - along(0)) * (first[day] + last[day]) / 2
        for day in days
    }
    levels = sorted({0, most // 2, most})
    return Tolls(
        points=points,
        levels=tuple(Mark(at=f"{up(n):.1f}", text=figures.digits(n)) for n in levels),
        days=tuple(
            Mark(at=f"{middles[day]:.1f}", text=figures.day(day))
            for day in days[:: len(days) // 5 + 1]
        ),
    )
