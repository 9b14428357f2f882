"""Takes a PDF, gives the text of its pages in the order in which it is read.

PDFium gives Arabic in logical order (libraries.md). It breaks a paragraph where the page
did, so its lines are joined again; what was a picture is told, for it needs OCR.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import quantiles
from typing import Any

from tawthiq.errors import InputError
from tawthiq.read import container_faults, faults
from tawthiq.read.foreign import guarded, quiet, reason
from tawthiq.read.options import Found, Limits
from tawthiq.read.pages.plain import read_plain

PASSWORD = 4
"""PDFium's error for a locked file (fpdfview.h: FPDF_ERR_PASSWORD)."""
FULL_LINE = 0.75
"""Share of a page's long lines from which a line runs on into the next."""
LONGEST_PAGE = 1_000_000
"""Code points taken of one page."""

_LETTER = re.compile(r"[^\W\d_]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_STOP = re.compile(r"[.!?؟:…][\"”»)\]]*$")
_ITEM = re.compile(r"\s*(?:[•●▪■◆*\u2013\u2014-]|\d{1,3}\s?[.)\u2013-])\s")
_HYPHEN = "\ufffe"
"""What PDFium gives for the hyphen of a word that the line broke."""


def read_pdf(
    data: bytes, where: str, limits: Limits
) -> tuple[Found, tuple[InputError, ...]]:
    """Take the text out of a PDF.

    Args:
        data: the file.
        where: its name, for messages.
        limits: how many pages are read, and how long that may take.

    Returns:
        the text, a blank line between pages, and what is told of pages without any.

    Raises:
        InputError: if it is damaged, locked, or has no text in it.
    """
    with guarded(where, "PDF"), quiet():
        pages, total = _pages(data, where, limits)
    silent = [
        number for number, text in enumerate(pages, 1) if not _LETTER.search(text)
    ]
    if len(silent) == len(pages):
        if not total:
            raise faults.nothing_found(where)
        raise container_faults.needs_ocr(where, range(1, total + 1), total)
    told = []
    if silent:
        told.append(container_faults.needs_ocr(where, silent, total))
    if len(pages) < total:
        told.append(container_faults.more_pages(where, len(pages), total))
    text = "\n\n".join(text for text in map(_unwrapped, pages) if text)
    found = read_plain(text)
    if found.title and _STOP.search(found.title):
        found = replace(found, title=None)
    return found, tuple(told)


def _pages(data: bytes, where: str, limits: Limits) -> tuple[list[str], int]:
    """Give the texts of the pages, and how many pages there are."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - loads a library

    try:
        document = PdfDocument(data)
    except PdfiumError as fault:
        if fault.err_code == PASSWORD:
            raise container_faults.locked(where) from None
        raise container_faults.damaged(where, "PDF", reason(fault)) from None
    try:
        total = len(document)
        return list(_texts(document, total, limits)), total
    finally:
        document.close()


def _texts(document: Any, total: int, limits: Limits) -> Iterator[str]:  # noqa: ANN401
    over = time.monotonic() + limits.seconds
    length = 0
    for number in range(min(total, limits.pdf_pages)):
        if time.monotonic() > over or length > limits.text_length:
            return
        text = _text(document, number)
        length += len(text)
        yield text


def _text(document: Any, number: int) -> str:  # noqa: ANN401
    """Give the text of one page; none where the page is damaged."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415

    try:
        page = document[number]
    except PdfiumError:
        return ""
    try:
        words = page.get_textpage()
        try:
            return str(
                words.get_text_range(count=min(words.count_chars(), LONGEST_PAGE))
            )
        finally:
            words.close()
    except PdfiumError:
        return ""
    finally:
        page.close()


def _unwrapped(page: str) -> str:
    """Join the lines of a paragraph that the width of the page broke."""
    lines = [line.strip() for line in _LINE_END.split(page.replace("\0", ""))]
    lengths = [len(line) for line in lines if line]
    if not lengths:
        return ""
    # The upper tenth, for one long line of a table is not the width of the page.
    wide = quantiles(lengths, n=10)[-1] if len(lengths) > 1 else lengths[0]
    joined: list[str] = []
    open_line = False
    for line in lines:
        if open_line and line and not _ITEM.match(line):
            joined[-1] = _glued(joined[-1], line)
        else:
            joined.append(line)
        full = len(line) >= FULL_LINE * wide
        open_line = line.endswith(_HYPHEN) or (full and not _STOP.search(line))
    return "\n".join(joined).replace(_HYPHEN, "-").strip()


def _glued(before: str, after: str) -> str:
    if before.endswith(_HYPHEN):
        return before[:-1] + after
    return f"{before} {after}"
