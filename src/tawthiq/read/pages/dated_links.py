"""Takes the lines of a page, drops the headlines that each have a day of their own below.

«عنوان / الثلاثاء 2025/03/18 / عنوان آخر / …»: a page's list of its other articles. They
tell of other attacks on other days (T3); without the text below them they would be read
as if they were of today.
"""

import re

from tawthiq.read.pages.blocks import Line, tells
from tawthiq.read.pages.furniture import NO_MATCH, Furniture, furniture

FEWEST = 3
"""Headlines in a row, each with its day below, that make a list of other articles."""
LONGEST_DATE = 60
"""Code points of a line that is a day and nothing else."""

_DAY = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}|\b\d{4}\b")
HEADLINE, DATE, OTHER = "h", "d", "-"
# Where a day stands above the first, days head what follows them: a list of events.
_LIST = re.compile(rf"(?<!{DATE})(?:{HEADLINE}{DATE}){{{FEWEST},}}")


def without_dated_links(text: str, lines: list[Line]) -> list[Line]:
    """Drop each run of headlines with days below them, and the days.

    Args:
        text: the report's text.
        lines: the lines of its page, furniture among them.

    Returns:
        The lines that are in no such run; the same list where there is none.
    """
    page = furniture()
    dates = {
        n
        for n, line in enumerate(lines)
        if line.end - line.start <= LONGEST_DATE
        and _is_date(text[line.start : line.end], page)
    }
    if len(dates) < FEWEST:
        return lines
    form = "".join(
        DATE if n in dates else _form(text[line.start : line.end], page)
        for n, line in enumerate(lines)
    )
    dropped = {n for run in _LIST.finditer(form) for n in _others(form, run)}
    return [line for n, line in enumerate(lines) if n not in dropped]


def _others(form: str, run: re.Match[str]) -> range:
    """Give the lines of a run, less the page's own headline and day if it opens so."""
    own = 0 if HEADLINE in form[: run.start()] else len(HEADLINE + DATE)
    return range(run.start() + own, run.end())


def _is_date(line: str, page: Furniture) -> bool:
    return _DAY.search(line) is not None and page.is_calendar(line)


def _form(line: str, page: Furniture) -> str:
    return HEADLINE if page.code_of(line) == NO_MATCH and not tells(line) else OTHER
