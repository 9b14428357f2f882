"""Takes a text and its address, gives the day of publication where they fix it.

In this order: the address (a day in its path, a post's number on X), a day that the
page labels as its own, the stamp under a post, «أمس الأحد 18 نوفمبر» and the like, a
dateline at the head, a day at the foot. Two days that contradict each other fix none.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read.days import (
    FIRST_YEAR,
    LAST_YEAR,
    Written,
    any_of,
    calendar_day,
    forms,
    written_days,
)
from tawthiq.read.spelling import plain


class Published(NamedTuple):
    """A day of publication and what it rests on."""

    day: dt.date
    basis: PublishedBasis


YEARS_ON = 4
"""Years after the last one named in which a weekday may fix the year; it comes again
after five at the earliest."""
HEAD_LINES = 8
"""Lines at the head in which a day that stands alone is the dateline."""
SOON, PROSE = 4, 120
"""Lines after a dateline among which one of so many code points is prose."""
REACH = 48
"""Code points before and after a day in which its cue stands."""

_SNOWFLAKE = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/[^/]+/status(?:es)?/(\d{15,20})"
)
# Numbers in these addresses count posts; some look like days.
_NUMBERED = re.compile(
    r"https?://(?:[\w-]+\.)*(?:facebook\.com|t\.me|x\.com|twitter\.com)/"
)
_TWITTER_EPOCH_MS = 1_288_834_974_657
_IN_PATH = (
    re.compile(r"/(20\d\d)/(\d{1,2})/(\d{1,2})(?![\d.])"),
    re.compile(r"(?<!\d)(20\d\d)-(\d{1,2})-(\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)"),
)
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d,]|\.\d)")
_CLOCK = r"\d\d?:\d\d(?::\d\d)?\s?(?:am|pm|ص|م)?"
_BYLINE = re.compile(
    r"(?:[^\W\d_]+[^\w\n]+){1,6}?[-\u2013\u2014|]\s*(?:[^\W\d_]+[ ,،]*)?"
)
"""«شبكة السنبلة - الأربعاء » and the like: who publishes, before the day."""
_AFTER_CLOCK = re.compile(rf"{_CLOCK}\s*[-·]\s*$")
_BEFORE_DOT = re.compile(r"\s*(?:at\s+\d\d?:\d\d\s*(?:am|pm)?\s*)?·")
_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN = re.compile("[a-z]")
_LETTERS = re.compile(r"[^\W\d_]+")
_OFFSETS = {"today": 0, "yesterday": 1, "before_yesterday": 2, "tomorrow": -1}


def infer_published(text: str, url: str | None) -> Published | None:
    """Find the day of publication in the address, else in the text.

    Returns:
        the day and its basis, or None where neither fixes one.
    """
    day = day_of_url(url) if url else None
    if day:
        return Published(day, PublishedBasis.URL)
    page = _Page.of(plain(text))
    for clue in _CLUES:
        days = {day for w in page.written for day in clue(page, w)}
        if days:
            return (
                Published(days.pop(), PublishedBasis.TEXT) if len(days) == 1 else None
            )
    return None


def day_of_url(url: str) -> dt.date | None:
    """Give the day that an address holds: in its path, or in a post's number on X."""
    post = _SNOWFLAKE.match(url)
    if post:
        # The upper bits of a post's number are milliseconds since Twitter's epoch.
        ms = (int(post.group(1)) >> 22) + _TWITTER_EPOCH_MS
        return dt.datetime.fromtimestamp(ms / 1000, tz=dt.UTC).date()
    if _NUMBERED.match(url):
        return None
    path = url.split("?", 1)[0].split("#", 1)[0]
    for pattern in _IN_PATH:
        found = {calendar_day(*map(int, parts)) for parts in pattern.findall(path)}
        days = found - {None}
        if len(days) == 1:
            return days.pop()
    return None


class _Cues(NamedTuple):
    """What stands before a day and says what day it is."""

    label: re.Pattern[str]
    told: re.Pattern[str]
    weekday: re.Pattern[str]
    offsets: dict[str, int]
    weekdays: dict[str, int]


@cache
def _cues() -> _Cues:
    weekdays = forms("weekdays")
    words = forms("publication")
    labels = {f: c for f, c in words.items() if c == "published"}
    told = {f: c for f, c in words.items() if c in _OFFSETS}
    name = any_of(weekdays)
    week = rf"(?:(?P<weekday>{name})\s*[,،(]*\s*)?"
    return _Cues(
        label=re.compile(rf"(?<![^\W\d_])(?:{any_of(labels)})\s*[:،,]?\s*{week}$"),
        told=re.compile(rf"(?<!\w)[وف]?(?P<told>{any_of(told)})\s*[،,(]*\s*{week}$"),
        weekday=re.compile(rf"(?<![^\W\d_])(?P<weekday>{name})\s*[,،(]*\s*$"),
        offsets={f: _OFFSETS[c] for f, c in told.items()},
        weekdays={f: int(c) for f, c in weekdays.items()},
    )


class _Page(NamedTuple):
    """A plainly spelled text with the days written in it."""

    text: str
    written: tuple[Written, ...]
    day_first: bool
    head_end: int

    @classmethod
    def of(cls, text: str) -> "_Page":
        """Find the days of a text, and how far its head reaches."""
        head = re.match(rf"(?:\s*[^\n]*\S[^\n]*(?:\n|$)){{0,{HEAD_LINES}}}", text)
        sample = text[:2000]
        return cls(
            text,
            tuple(written_days(text)),
            len(_ARABIC.findall(sample)) > len(_LATIN.findall(sample)),
            head.end() if head else 0,
        )

    def before(self, w: Written) -> str:
        """Give what stands before a day."""
        return self.text[max(0, w.start - REACH) : w.start]

    def after(self, w: Written) -> str:
        """Give what stands after a day."""
        return self.text[w.end : w.end + REACH]

    def weekday(self, w: Written) -> int | None:
        """Give the weekday named before a day."""
        cues = _cues()
        found = cues.weekday.search(self.before(w))
        return cues.weekdays[" ".join(found["weekday"].split())] if found else None

    def full(self, w: Written) -> dt.date | None:
        """Give the day if its year is written and its weekday, if named, agrees."""
        if w.year is None or (w.either_order and not self.day_first):
            return None
        day = w.on(w.year)
        weekday = self.weekday(w)
        return day if day and weekday in {None, day.weekday()} else None


def _labelled(page: _Page, w: Written) -> Iterator[dt.date]:
    """«تاريخ النشر: 9 أغسطس 2021»."""
    day = page.full(w)
    if day and _cues().label.search(page.before(w)):
        yield day


def _stamped(page: _Page, w: Written) -> Iterator[dt.date]:
    """«9:34 AM - 30 Nov 2017» under a post, «May 3, 2025 ·» above one."""
    day = page.full(w)
    if day and (
        _AFTER_CLOCK.search(page.before(w)) or _BEFORE_DOT.match(page.after(w))
    ):
        yield day


def _told(page: _Page, w: Written) -> Iterator[dt.date]:
    """«أمس الأحد 18 نوفمبر»: the day told, and how far it lies from publication."""
    cue = _cues().told.search(page.before(w))
    if cue is None:
        return
    offset = _cues().offsets[" ".join(cue["told"].split())]
    day = page.full(w) if w.year else _by_weekday(page, w)
    if day:
        yield day + dt.timedelta(days=offset)


def _by_weekday(page: _Page, w: Written) -> dt.date | None:
    """Give the first year from the last one named on in which the weekday agrees.

    A report cannot be older than a year it names; and a weekday comes back to the same
    day of the month after five years at the earliest.
    """
    weekday = page.weekday(w)
    named = [int(y) for y in _YEAR.findall(page.text)]
    years = [y for y in named if FIRST_YEAR <= y <= LAST_YEAR]
    if weekday is None or not years:
        return None
    for year in range(max(years), max(years) + YEARS_ON + 1):
        day = w.on(year)
        if day and day.weekday() == weekday:
            return day
    return None


def _headed(page: _Page, w: Written) -> Iterator[dt.date]:
    """A day that opens the text, or has a line of its head to itself."""
    day = page.full(w)
    if day is None or w.start > page.head_end:
        return
    start = page.text.rfind("\n", 0, w.start) + 1
    end = page.text.find("\n", w.end)
    end = end if end >= 0 else len(page.text)
    line = page.text[start : w.start] + " " + page.text[w.end : end]
    named = _BYLINE.fullmatch(page.text[start : w.start]) and not page.text[w.end : end]
    if named or not _bare(line):
        if _prose_follows(page.text[end:]):
            yield day
    elif not _bare(page.text[: w.start]):
        yield day


def _prose_follows(rest: str) -> bool:
    """Whether prose comes soon: a day above a run of headlines is the site's own."""
    lines = [
        line for line in rest[: HEAD_LINES * REACH * 4].split("\n") if line.strip()
    ]
    return any(len(line) >= PROSE for line in lines[:SOON])


def _signed(page: _Page, w: Written) -> Iterator[dt.date]:
    """A day on a last line of its own, or glued to the signature before it."""
    day = page.full(w)
    if day is None or page.text[w.end :].strip(" \t\r\n."):
        return
    before = page.text[: w.start].rstrip(" \t")
    if (
        not before
        or before[-1] == "\n"
        or (before == page.text[: w.start] and before[-1].isalpha())
    ):
        yield day


def _bare(text: str) -> list[str]:
    """Give the words of a short stretch that are neither weekdays nor hours."""
    if len(text) > REACH:
        return [text]
    weekdays = _cues().weekdays
    clock = re.sub(_CLOCK, " ", text)
    return [w for w in _LETTERS.findall(clock) if w not in weekdays]


_CLUES: tuple[Callable[[_Page, Written], Iterator[dt.date]], ...] = (
    _labelled,
    _stamped,
    _told,
    _headed,
    _signed,
)
