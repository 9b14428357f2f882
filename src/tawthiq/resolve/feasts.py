"""Days known by their feast («ثاني أيام عيد الفطر») or by an anniversary.

Feasts of the Hijri year are converted by the Umm al-Qura calendar; where a country saw the
new moon a day later, its words count one day on.
"""

from collections.abc import Mapping
from datetime import date

from hijridate import Hijri

from tawthiq.text.calendars import Days, add_days, add_months, one

GRACE = 3
"""Days by which a feast may lie after publication: it is told as it begins."""

SEASON = 30
"""Days within which «العيد» alone names the feast before publication."""

MUSLIM = ("hijri-10-1", "hijri-12-10")
"""What «العيد» alone may be."""

_HIJRI_EPOCH, _LUNAR = 621.57, 1.0307
_MONTHS = 12
_DECADE = 10


def feast_of(values: Mapping[str, object], published: date | None) -> Days | None:
    """Give the days of a feast; None where the words do not fix them.

    Args:
        values: what the rule ``day_of_a_feast`` read.
        published: the day to count from, None where it is not known.
    """
    first = _first_day(values, published)
    if first is None:
        return None
    if "eve" in values:
        return one(add_days(first, -1))
    if "all" in values:
        return Days(first, add_days(first, int(str(values["lasts"])) - 1))
    nth = values.get("nth", values.get("nth_day", 1))
    return one(add_days(first, int(str(nth)) - 1))


def _first_day(values: Mapping[str, object], published: date | None) -> date | None:
    feast = str(values["feast"])
    year = _year(values, published)
    if year is not None:
        days = [d for n in _near(feast, year) if (d := _in(feast, n)).year == year]
        return days[0] if days else None
    if published is None:
        return None
    latest = add_days(published, GRACE)
    names = MUSLIM if feast == "muslim" else (feast,)
    found = max(
        day
        for name in names
        for n in _near(name, published.year)
        if (day := _in(name, n)) <= latest
    )
    if feast == "muslim" and (published - found).days > SEASON:
        return None
    return found


def _year(values: Mapping[str, object], published: date | None) -> int | None:
    """Give the year that the words name, by its number or as the last one."""
    if "year" in values:
        return int(str(values["year"]))
    if published is None or values.get("year_when") != "past":
        return None
    return published.year - 1


def _near(feast: str, year: int) -> range:
    """Give the years of the feast's own calendar about a Gregorian one."""
    if feast.startswith("hijri"):
        year = int((year - _HIJRI_EPOCH) * _LUNAR)
    return range(year - 1, year + 3)


def _in(feast: str, year: int) -> date:
    calendar, month, day = feast.split("-")
    if calendar == "hijri":
        found = Hijri(year, int(month), int(day)).to_gregorian()
        return date(found.year, found.month, found.day)
    return date(year, int(month), int(day))


def anniversary(values: Mapping[str, object], published: date) -> Days | None:
    """Give the day of publication in an earlier year: «في مثل هذا اليوم من عام 2013».

    Args:
        values: what the rule ``same_day_of_another_year`` read.
        published: the day of publication.
    """
    if "year" in values:
        back = published.year - int(str(values["year"]))
    elif "unit" in values:
        amount = int(float(str(values.get("amount", values.get("single", 1)))))
        back = {"year": amount, "decade": amount * _DECADE}.get(str(values["unit"]), 0)
    else:
        back = {"past": 1, "before_past": 2}.get(str(values.get("year_when")), 0)
    return one(add_months(published, -_MONTHS * back)) if back > 0 else None
