"""Capture: the bytes of one report as received, before anything is taken out of them.

A register keeps the bytes; what a reader makes of them (``derive``) may change.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tawthiq.errors import InputError
from tawthiq.read.options import Found, Said


class Form(StrEnum):
    """What the bytes of a capture are."""

    TEXT = "text"
    PAGE = "page"
    PDF = "pdf"
    RECORD = "record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One report as received.

    ``data`` are the bytes: of a file, of a page in a web archive, of a line; a row, a
    message or an entry of a feed, which has no bytes of its own, is written as a JSON
    object. ``file`` is the path or address it came from, ``record`` its place in it
    (a line, ``Sheet!row``, a record's number), if it is not the whole of it.
    ``said`` is what the container says of the report; it is a ``Found`` where that
    holds the text as well. ``captured_at`` is when it was archived, if that is told.
    """

    file: str
    form: Form
    data: bytes
    media_type: str
    said: Said
    record: str | None = None
    captured_at: datetime | None = None

    @property
    def where(self) -> str:
        """The place of the report, for messages: ``file`` or ``file:record``."""
        return f"{self.file}:{self.record}" if self.record else self.file


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What was taken out of a capture: the text if there is any, and what went wrong.

    Both may be there: a PDF some of whose pages are pictures.
    """

    found: Found | None
    faults: tuple[InputError, ...] = ()
