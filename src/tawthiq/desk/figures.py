"""Numbers, days and ranges as a reader of the page writes them.

A range is said in words («من ١٢ إلى ٣٧»), for a hyphen or a dash turns it round in an
Arabic line (design: web.md). Months are named as in the Levant, with the page's own
table, since Django's Arabic knows the Egyptian names alone.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

from tawthiq.desk.phrases import plain, wording
from tawthiq.desk.preferences import current

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_LETTER = re.compile("[\u0621-\u064a]")
_NUMBER = re.compile(r"(?<![\w./:-])[0-9]+(?![\w/:-]|\.[0-9])")


def digits(value: object) -> str:
    """Write a number, or any text with Western digits, in the reader's digits."""
    told = f"{value:,}" if isinstance(value, int) else str(value)
    if not current().arabic_digits:
        return told
    return told.replace(",", "٬").translate(ARABIC) if told else told


def between(low: int | None, high: int | None) -> str:
    """Say a range: one number, from and to in words, at least, at most, or not said."""
    if low is None and high is None:
        return plain("not_said")
    if low == high:
        return digits(low)
    if high is None:
        return plain("at_least", low=digits(low))
    if low is None:
        return plain("at_most", high=digits(high))
    return plain("from_to", low=digits(low), high=digits(high))


def day(value: date | str | None) -> str:
    """Write a day with its month's name; ISO text is read, None is not known."""
    if value is None or value == "":
        return plain("day_unknown")
    if isinstance(value, str):
        value = date.fromisoformat(value[:10])
    return plain(
        "day_written",
        day=_bare(value.day),
        month=wording(f"month_{value.month}"),
        year=_bare(value.year),
    )


def field_day(value: date | str | None) -> str:
    """Write a day as a field shows it, for `typed.day_of` to read; empty where none is."""
    return day(value) if value else ""


def months() -> str:
    """Give the names of the twelve months, between bars, for scripts."""
    return "|".join(wording(f"month_{number}") for number in range(1, 13))


def month(year: int, number: int) -> str:
    """Write a month of a year, ``number`` from 1."""
    return plain("month_written", month=wording(f"month_{number}"), year=_bare(year))


def moment(value: datetime | str) -> str:
    """Write a time of the register (UTC): the day, the hour and the minute."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return plain("moment_written", day=day(value.date()), time=_bare(f"{value:%H:%M}"))


def in_script(names: Sequence[str]) -> Sequence[str]:
    """Keep the names in the script of the reader's language; all where none is."""
    arabic = current().lang == "ar"
    return [one for one in names if bool(_LETTER.search(one)) == arabic] or names


def numbers_in(told: str) -> str:
    """Write the numbers of a sentence of ours in the reader's digits.

    Those that are part of a name or a code («INV-12», «Channel4») stay as they are.
    """
    return _NUMBER.sub(lambda found: _bare(found.group()), told)


def _bare(value: object) -> str:
    """Write figures that take no separator: a year, a day, an hour."""
    return str(value).translate(ARABIC) if current().arabic_digits else str(value)
