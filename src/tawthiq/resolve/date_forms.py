"""The days that each form of date expression stands for, by the recorders' rules."""

from collections.abc import Callable, Mapping
from datetime import date

from hijridate import Hijri

from tawthiq.resolve import feasts
from tawthiq.text import calendars
from tawthiq.text.calendars import Days, add_days, add_months, one

GRACE = 2
"""Days by which a day without a year may lie after publication (time zones)."""

HOURS = 24
_LAST_HIJRI = 1600
_HIJRI_MONTHS = 12
_WEEK = 7


class Unfixed(Exception):  # noqa: N818
    """The words do not fix a day: the publication or a part of them is missing."""


def is_stated(values: Mapping[str, object]) -> bool:
    """Whether a date is given with its year, so that nothing need be counted."""
    last = values.get("_until")
    if isinstance(last, Mapping) and is_stated(last):
        return True
    return "year" in values or "years" in values


def days_of(values: Mapping[str, object], published: date | None) -> Days:
    """Give the days of a span, an open span, or a single expression.

    Args:
        values: what ``find_dates`` read.
        published: the day to count from, None where it is not known.

    Raises:
        Unfixed: where the words, or the day to count from, leave the days open.
        ValueError: where there is no such day, such as 31 April.
        OverflowError: where the Hijri tables do not reach.
    """
    until = values.get("_until")
    if isinstance(until, Mapping):
        end = _one(until, published)
        merged = {**_inherited(values, until), **values}
        start = _one(merged, end.end if _leans(merged) else published)
        return _ordered(*_in_order(start, end, values))
    days = _one(values, published)
    if values.get("open"):
        return _ordered(days, one(_known(published)))
    return days


def _in_order(
    start: Days, end: Days, values: Mapping[str, object]
) -> tuple[Days, Days]:
    """«اليوم وأمس»: of two days told by today the earlier comes first."""
    turned = values["form"] == "relative" and start.start > end.end
    return (end, start) if turned else (start, end)


def _inherited(
    values: Mapping[str, object], until: Mapping[str, object]
) -> dict[str, object]:
    """Give what the last day of a list says for all: «الاثنين والثلاثاء الماضيين»."""
    keys = {"when", "year_when"}
    if "day" in values and "month" not in values:
        keys |= {"month", "calendar", "year"}
    elif "year" in until and "year" not in values and "month" in values:
        return {}
    return {k: until[k] for k in keys if k in until}


def _leans(values: Mapping[str, object]) -> bool:
    """Whether the first end is counted back from the last one."""
    own = {k: v for k, v in values.items() if k != "_until"}
    return not is_stated(own) and values["form"] in {
        "weekday",
        "calendar",
        "month_alone",
    }


def _ordered(start: Days, end: Days) -> Days:
    if start.start > end.end:
        raise Unfixed
    return Days(start.start, end.end)


def _known(published: date | None) -> date:
    if published is None:
        raise Unfixed
    return published


def _one(values: Mapping[str, object], published: date | None) -> Days:
    form = str(values["form"])
    if form in _ALONE:
        days = _ALONE[form](values, published)
    elif form in _COUNTED:
        days = _COUNTED[form](values, _known(published))
    else:
        raise Unfixed
    edge = values.get("edge")
    if edge is not None and days.length > 1:
        days = calendars.edge_of(days, str(edge))
        if not is_stated(values) and published is not None:
            # «منتصف الأسبوع الجاري» has come so far.
            days = Days(days.start, max(days.start, min(days.end, published)))
    return days


def _number(values: Mapping[str, object], key: str, default: int | None = None) -> int:
    value = values.get(key, default)
    if value is None:
        raise Unfixed
    return int(float(str(value)))


def _weekday(values: Mapping[str, object], published: date) -> Days:
    return one(_nearest_weekday(values, published))


def _relative(values: Mapping[str, object], published: date) -> Days:
    return one(add_days(published, _number(values, "days", 0)))


def _night(_: Mapping[str, object], published: date) -> Days:
    return Days(add_days(published, -1), published)


def _part(values: Mapping[str, object], published: date) -> Days:
    """Date «فجرا» by publication, «ليلا» by the night that ended then."""
    if values["part"] == "night":
        return Days(add_days(published, -1), published)
    return one(published)


def _nearest_weekday(values: Mapping[str, object], published: date) -> date:
    weekday = _number(values, "weekday")
    if "days" in values:
        said = add_days(published, _number(values, "days"))
        return calendars.weekday_near(said, weekday)
    when = values.get("when")
    if when in {"past", "before_past"}:
        published = add_days(published, -1 if when == "past" else -1 - _WEEK)
    if when == "next":
        return calendars.weekday_until(add_days(published, _WEEK), weekday)
    return calendars.weekday_until(published, weekday)


def _calendar(values: Mapping[str, object], published: date | None) -> Days:
    """Resolve days, months and years that are named."""
    if "years" in values:
        first = calendars.year_of(_number(values, "years")).start
        return Days(first, calendars.year_of(_number(values, "years_to")).end)
    if "month" not in values:
        return _without_month(values, published)
    hijri = values.get("calendar") == "hijri"
    year = _number(values, "year", 0)
    if hijri or 0 < year < _LAST_HIJRI:
        return _hijri(values, year, published)
    if year:
        return _in_year(values, year)
    return _latest(values, _known(published))


def _without_month(values: Mapping[str, object], published: date | None) -> Days:
    if "day" in values:
        known = _known(published)
        month = known if values.get("when") != "past" else add_months(known, -1)
        day = month.replace(day=_number(values, "day"))
        return one(day)
    year = _number(values, "year")
    if year < _LAST_HIJRI:
        first, last = ({"month": m} for m in (1, _HIJRI_MONTHS))
        return Days(_hijri(first, year, None).start, _hijri(last, year, None).end)
    return calendars.year_of(year)


def _in_year(values: Mapping[str, object], year: int) -> Days:
    month = _number(values, "month")
    whole = calendars.month_of(year, month)
    if "day" in values:
        first = date(year, month, _number(values, "day"))
        return Days(first, date(year, month, _number(values, "day_to", first.day)))
    if "month_to" in values:
        last = _number(values, "month_to")
        return Days(whole.start, calendars.month_of(year + (last < month), last).end)
    return whole


def _latest(values: Mapping[str, object], published: date) -> Days:
    """Give the latest such day or month that does not lie after publication."""
    if "year_when" in values:
        return _in_year(values, published.year + _years(values))
    if values.get("when") == "next":
        return _next_year(values, published)
    days = _latest_year(values, published)
    if ("weekday" in values and "day" in values) or "edge" in values:
        return days
    # A month that runs is told up to publication.
    return Days(days.start, min(days.end, published)) if days.length > 1 else days


def _next_year(values: Mapping[str, object], published: date) -> Days:
    days = _in_year(values, published.year)
    return days if days.start > published else _in_year(values, published.year + 1)


def _latest_year(values: Mapping[str, object], published: date) -> Days:
    running = values.get("when") == "current"
    latest = add_days(published, GRACE if "day" in values else 0)
    if values.get("when") == "past":
        latest = add_days(
            published if "day" in values else published.replace(day=1), -1
        )
    for year in range(published.year + 1, published.year - 9, -1):
        try:
            days = _in_year(values, year)
        except ValueError:  # 29 February of a common year
            continue
        if (days.end if "month_to" in values else days.start) <= latest:
            return days
        if running and year == published.year:
            return days
    raise Unfixed


def _hijri(values: Mapping[str, object], year: int, published: date | None) -> Days:
    """Convert by the Umm al-Qura calendar, which Saudi and Gulf news follow."""
    if not year:
        return _hijri_latest(values, _known(published))
    month = _number(values, "month")
    first = Hijri(year, month, _number(values, "day", 1))
    day = first.to_gregorian()
    start = date(day.year, day.month, day.day)
    length = 1 if "day" in values else first.month_length()
    return Days(start, add_days(start, length - 1))


def _hijri_latest(values: Mapping[str, object], published: date) -> Days:
    current = int((published.year - 621.57) * 1.0307) + 2
    for year in range(current, current - 4, -1):
        days = _hijri(values, year, published)
        if days.start <= published:
            return Days(days.start, min(days.end, published))
    raise Unfixed


STEPS = {"before_past": -2, "past": -1, "current": 0, "next": 1}
"""How far a week, month or year lies from that of publication: «قبل الماضي» is two."""


def _years(values: Mapping[str, object]) -> int:
    return STEPS.get(str(values.get("year_when")), 0)


def _unit(values: Mapping[str, object], published: date) -> Days:
    """Resolve last, this or next week, month or year."""
    step = STEPS[str(values["when"])]
    match values["unit"]:
        case "day":
            return one(add_days(published, step))
        case "week":
            days = calendars.week_of(add_days(published, _WEEK * step))
        case "month":
            day = add_months(published, step)
            days = calendars.month_of(day.year, day.month)
        case "year":
            days = calendars.year_of(published.year + step)
        case _:
            raise Unfixed
    if step == 0 and "edge" not in values:
        return Days(days.start, published)
    if step == 0 and values["unit"] == "week" and _ahead(days, values, published):
        return calendars.week_of(add_days(published, -_WEEK))
    return days


def _ahead(days: Days, values: Mapping[str, object], published: date) -> bool:
    """Whether the edge of the running week has not come: the weekend was the last."""
    return calendars.edge_of(days, str(values["edge"])).start > published


def _back(values: Mapping[str, object], published: date) -> date:
    """Step back by an amount of a unit; part of a day counts as one."""
    amount = _number(values, "amount")
    match values["unit"]:
        case "hour":
            return add_days(published, -round(amount / HOURS))
        case "day":
            return add_days(published, -amount)
        case "week":
            return add_days(published, -amount * _WEEK)
        case "month":
            return add_months(published, -amount)
        case "year":
            return add_months(published, -amount * 12)
        case "decade":
            return add_months(published, -amount * 120)
        case _:
            raise Unfixed


def _ago(values: Mapping[str, object], published: date) -> Days:
    """Resolve «قبل ثلاثة أيام»; months and years ago fix a month or a year alone."""
    day = _back(values, published)
    if values.get("open") or values["unit"] in {"hour", "day", "week"}:
        return one(day)
    if values["unit"] == "month":
        return calendars.month_of(day.year, day.month)
    return calendars.year_of(day.year)


def _last(values: Mapping[str, object], published: date) -> Days:
    """Resolve «خلال 24 ساعة»; so few hours as no night has («خلال ساعتين») date nothing."""
    if values["unit"] == "hour" and 2 * _number(values, "amount") < HOURS:
        raise Unfixed
    return Days(_back(values, published), published)


def _season(values: Mapping[str, object], published: date | None) -> Days:
    season = str(values["season"])
    if "year" in values:
        return calendars.season_of(_number(values, "year"), season)
    year = _known(published).year + _years(values)
    return calendars.season_of(year, season)


def _feast(values: Mapping[str, object], published: date | None) -> Days:
    return _fixed(feasts.feast_of(values, published))


def _anniversary(values: Mapping[str, object], published: date) -> Days:
    return _fixed(feasts.anniversary(values, published))


def _fixed(days: Days | None) -> Days:
    if days is None:
        raise Unfixed
    return days


_ALONE: dict[str, Callable[[Mapping[str, object], date | None], Days]] = {
    "calendar": _calendar,
    "month_alone": _calendar,
    "season": _season,
    "feast": _feast,
}
_COUNTED: dict[str, Callable[[Mapping[str, object], date], Days]] = {
    "weekday": _weekday,
    "relative": _relative,
    "unit": _unit,
    "ago": _ago,
    "last": _last,
    "night": _night,
    "part": _part,
    "anniversary": _anniversary,
}
"""What resolves each form: some need no publication, the others count from it."""
