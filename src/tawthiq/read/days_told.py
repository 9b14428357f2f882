"""Takes what an archive says of a time, gives the day."""

import math
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime


def day_of_time(value: object) -> date | None:
    """Give the day of a time, in the time zone that it is written in.

    Args:
        value: seconds since 1970 (their day is that of UTC), an ISO time or day, or a
            time as e-mail and RSS write it («Tue, 05 Mar 2031 08:00:00 +0300»).

    Returns:
        the day, or None if it is none of these.
    """
    moment = moment_of(value)
    return moment.date() if moment else None


def parse_day(value: str) -> date:
    """Read ``2018-11-19`` or an ISO time on that day.

    Raises:
        ValueError: if it is neither.
    """
    return (
        date.fromisoformat(value)
        if len(value) <= len("2018-11-19")
        else (datetime.fromisoformat(value).date())
    )


def moment_of(value: object) -> datetime | None:
    """Give a time as ``day_of_time`` knows them; without a zone it is naive."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _of_seconds(value)
    if not isinstance(value, str) or not value.strip():
        return None
    text = value.strip()
    if text.replace(".", "", 1).isascii() and text.replace(".", "", 1).isdigit():
        return _of_seconds(float(text)) if len(text) > len("20310305") else None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return _of_mail(text)


def _of_seconds(value: float) -> datetime | None:
    if not math.isfinite(value) or value <= 0:
        return None
    try:
        return datetime.fromtimestamp(value, tz=UTC)
    except (OverflowError, OSError, ValueError):
        return None


def _of_mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
