"""Takes a line of a page, tells whether it belongs to the report or to the page.

The words are the packs' ``furniture`` sheets. Their codes:

``whole_line``    the line consists of it, figures aside («3 Likes»)
``line_start``    the line begins with it
``line_end``      a short line ends with it
``links``         the line consists of it, and opens a block of links to other pages
``see_also``      the same; with more words on the line, only this line goes
``tail_start``    the same; once the report has been told, nothing follows that is its
``inline_start``  what stands before it on the line goes, and itself
``post_end``      it goes, and what follows it on the line, on X
``before_name``   a word of the page that is glued to the name of an account
``inline_end``    it goes, and what follows it to the end of the text
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from tawthiq.read.spelling import sheet, words

LONGEST = 240
"""Code points of the longest line that is looked at; prose is longer."""
LOOKED_AT = 80
"""Code points of a line in which a form is looked for."""
LONGEST_HEAD = 100
"""Code points of a line that ``line_end`` may close."""
LONGEST_TAIL = 70
"""Code points of a line that ``tail_start`` may begin."""

NO_MATCH = ""


class Furniture(NamedTuple):
    """The sheets, ready to look up: the forms of lines by their first word."""

    lines: Mapping[str, tuple[tuple[str, str], ...]]
    calendar: frozenset[str]
    ends: tuple[str, ...]
    heads: re.Pattern[str]
    tails: re.Pattern[str]
    before_name: re.Pattern[str]
    post_ends: re.Pattern[str]

    def is_calendar(self, line: str) -> bool:
        """Say whether a line consists of figures and words of a date."""
        return self.calendar.issuperset(_unnumbered(line))

    def code_of(self, line: str) -> str:
        """Give the code of a line, ``see_also`` narrowed to what it does here."""
        if len(line) > LONGEST:
            return NO_MATCH
        if len(line) <= LONGEST_HEAD and line.endswith(self.ends):
            return "line_end"
        if self._is_none(line):
            return NO_MATCH
        # The longest form has fewer code points than this: the rest tells nothing.
        found = _unnumbered(line[:LOOKED_AT])
        if self.calendar.issuperset(found) and (len(line) <= LOOKED_AT or not found):
            return "whole_line"
        return self._by_words(found, line)

    def _is_none(self, line: str) -> bool:
        """Say whether the first word alone tells that a line is the report's."""
        for piece in line[:LOOKED_AT].split():
            if found := _unnumbered(piece):
                return found[0] not in self.lines and found[0] not in self.calendar
        return False

    def _by_words(self, found: list[str], line: str) -> str:
        forms = self.lines.get(found[0])
        if forms is None:
            return NO_MATCH
        key = " ".join(found)
        for form, code in forms:
            if key == form and len(line) <= LOOKED_AT:
                return "links" if code == "see_also" else code
            if key.startswith(form + " ") and len(line) <= _OPEN.get(code, 0):
                return "line_start" if code == "see_also" else code
        return NO_MATCH


_OPEN = {"line_start": LONGEST, "see_also": LONGEST, "tail_start": LONGEST_TAIL}
"""Codes of forms after which more words may stand, and how long the line may be."""


@cache
def furniture() -> Furniture:
    """Open the sheets of all packs; the same object every time."""
    lines: dict[str, list[tuple[str, str]]] = {}
    raw: dict[str, list[str]] = {
        "line_end": [],
        "inline_start": [],
        "inline_end": [],
        "before_name": [],
        "post_end": [],
    }
    for row in sheet("furniture"):
        form, code = row.cells["form"], row.cells["code"]
        if code in raw:
            raw[code].append(form)
            continue
        found = _unnumbered(form)
        lines.setdefault(found[0], []).append((" ".join(found), code))
    longest = {
        first: tuple(sorted(forms, key=lambda f: -len(f[0])))
        for first, forms in lines.items()
    }
    return Furniture(
        lines=longest,
        calendar=frozenset(_calendar()),
        ends=tuple(raw["line_end"]),
        heads=_pattern(raw["inline_start"]),
        tails=_pattern(raw["inline_end"]),
        before_name=_pattern(raw["before_name"]),
        post_ends=_pattern(raw["post_end"]),
    )


def _unnumbered(line: str) -> list[str]:
    return [w for w in words(line) if not w[0].isdigit()]


def _calendar() -> Iterator[str]:
    """Give the words of which a line may consist and be nothing but a date."""
    yield from ("am", "pm", "at", "st", "nd", "rd", "th", "ص", "م", "الساعه", "من")
    for name in ("months", "weekdays"):
        for row in sheet(name):
            yield from words(row.cells["form"])


def _pattern(forms: list[str]) -> re.Pattern[str]:
    ordered = sorted(map(re.escape, forms), key=len, reverse=True)
    return re.compile("|".join(ordered))
