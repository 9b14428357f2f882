"""Takes the lines of a CSV file, gives its rows, and what is wrong with one."""

import csv
from collections import deque
from collections.abc import Iterator
from typing import TextIO

from tawthiq.errors import InputError
from tawthiq.read import container_faults, faults
from tawthiq.read.foreign import reason
from tawthiq.read.source import Source

REREAD = 20
"""Quotation marks left open, after each of which the lines below are read again."""
TOO_LONG = "the row is too long"
_DELIMITERS = ",;\t|"

Numbered = tuple[str, list[str]]
"""The place of a row, for messages, and its cells."""


def csv_rows(
    text: TextIO, source: Source, limit: int
) -> Iterator[Numbered | InputError]:
    """Give the rows of a CSV file with the lines they begin at; blank ones pass.

    A row that breaks the form is told, and those after it are read.

    Args:
        text: the file as text, its line ends as they are.
        source: the file, for its name.
        limit: code points that a line, or a row in quotation marks, may have.
    """
    # A cell may hold a whole report; the library stops at 131,072 code points.
    csv.field_size_limit(max(limit, csv.field_size_limit()))
    lines = _Lines(text, source.name, limit)
    try:
        delimiter = _delimiter(lines.first(), source.suffix)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        yield from _read(reader, lines)
    except InputError as fault:
        yield fault
    except UnicodeDecodeError as fault:
        yield faults.broken_utf8(lines.where, fault.start)


def _read(
    reader: Iterator[list[str]], lines: "_Lines"
) -> Iterator[Numbered | InputError]:
    reread = 0
    while True:
        lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            if len(lines.row) > 1 and reread < REREAD:
                reread += 1
                yield container_faults.open_quotation(lines.where)
                lines.again()
            else:
                yield container_faults.damaged(lines.where, "CSV", reason(fault))
            continue
        if any(map(str.strip, cells)):
            yield str(lines.start), cells


class _Lines:
    """The lines of a text, counted and kept while one row is read.

    Args:
        text: the text.
        name: the file, for messages.
        limit: code points that one line, or one row in quotation marks, may have.
    """

    def __init__(self, text: TextIO, name: str, limit: int) -> None:
        self._text = text
        self._name = name
        self._limit = limit
        self._ahead: deque[str] = deque()
        self._held = 0
        self._number = 0
        self.row: list[str] = []

    @property
    def start(self) -> int:
        """The line at which the row begins."""
        return self._number - len(self.row) + 1

    @property
    def where(self) -> str:
        """The place of the row, for messages."""
        return f"{self._name}:{max(1, self.start)}"

    def first(self) -> str:
        """Look at the first line that is not blank."""
        while (line := self._text.readline(self._limit)) and not line.strip():
            self._number += 1
        if line:
            self._ahead.append(line)
        return line

    def begin(self) -> None:
        """Begin a row."""
        self.row.clear()
        self._held = 0

    def again(self) -> None:
        """Give the lines of this row again, but for the first."""
        self._ahead.extendleft(reversed(self.row[1:]))
        self._number -= len(self.row) - 1
        del self.row[1:]

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = (
            self._ahead.popleft() if self._ahead else self._text.readline(self._limit)
        )
        if not line:
            raise StopIteration
        self._number += 1
        self._held += len(line)
        self.row.append(line)
        if len(line) == self._limit:
            raise container_faults.too_large(self.where, self._limit)
        if self._held > self._limit:
            # The reader turns it into a fault of this row, and goes on after it.
            raise csv.Error(TOO_LONG)
        return line


def _delimiter(first: str, suffix: str) -> str:
    """Tell what parts the cells: what parts the first line into most of them."""
    if suffix in {".tsv", ".tab"}:
        return "\t"

    def cells(mark: str) -> int:
        try:
            return len(next(csv.reader([first], delimiter=mark), []))
        except csv.Error:
            return 0

    return max(_DELIMITERS, key=cells)
