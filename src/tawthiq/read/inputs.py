"""Takes paths and standard input, gives a Report or an InputError for each item."""

import io
import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from tawthiq.errors import InputError
from tawthiq.model.report import Report
from tawthiq.read import faults
from tawthiq.read.describe import describe
from tawthiq.read.encoding import SAMPLE, decode
from tawthiq.read.jsonl import read_lines
from tawthiq.read.options import ReadOptions
from tawthiq.read.plain import read_plain

STANDARD_INPUT = Path("-")
"""The path that stands for standard input."""

HEAD_LINES = 20
"""Lines in which a JSON object is looked for where the name does not tell."""

_PAGES = frozenset({".html", ".htm", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})
_TEXTS = frozenset({".txt", ".text", ".md"})
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|article|div)\b", re.IGNORECASE
)


def open_inputs(
    paths: Sequence[Path], *, stdin: BinaryIO | None, options: ReadOptions
) -> Iterator[Report | InputError]:
    """Read every input in turn.

    A folder gives its files in sorted order, folders within it included, hidden files
    not. What a file is follows from its name; where that says nothing, from its bytes.

    Args:
        paths: files and folders; ``-`` is standard input.
        stdin: where ``-`` reads from; None if there is none.
        options: what the user says of the reports.

    Yields:
        a Report for each that can be read, an InputError for each that cannot: the
        caller prints it and goes on.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            data = stdin.read() if stdin else b""
            yield from _from_bytes(data, "-", options)
        elif os.path.isdir(path):  # noqa: PTH112 - unlike is_dir it never raises
            yield from _from_folder(path, options)
        else:
            yield from _from_file(path, options)


def _from_folder(folder: Path, options: ReadOptions) -> Iterator[Report | InputError]:
    found = False
    for path in sorted(_files(folder)):
        found = True
        yield from _from_file(path, options)
    if not found:
        yield faults.nothing_found(str(folder))


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith(".")]
        yield from (Path(root, n) for n in names if not n.startswith("."))


def _from_file(path: Path, options: ReadOptions) -> Iterator[Report | InputError]:
    try:
        if path.suffix.lower() in _LINES:
            yield from _from_lines(path, options)
        else:
            yield from _from_bytes(path.read_bytes(), str(path), options)
    except FileNotFoundError:
        yield faults.missing(str(path))
    except OSError as fault:
        yield faults.unreadable(str(path), fault.strerror or type(fault).__name__)


def _from_lines(path: Path, options: ReadOptions) -> Iterator[Report | InputError]:
    with path.open("rb") as lines:
        wide = lines.read(4).startswith((b"\xff\xfe", b"\xfe\xff"))
        lines.seek(0)
        if wide:
            yield from _from_bytes(lines.read(), str(path), options)
        else:
            yield from read_lines(lines, str(path), options)


def _from_bytes(
    data: bytes, name: str, options: ReadOptions
) -> Iterator[Report | InputError]:
    kind = Path(name).suffix.lower()
    try:
        page = kind in _PAGES or (kind not in _TEXTS and _looks_like_page(data))
        text = decode(data, name, page=page)
        if page:
            yield _page(text, name, options)
        elif kind in _LINES or (kind not in _TEXTS and _looks_like_lines(text)):
            yield from read_lines(io.BytesIO(text.encode()), name, options)
        else:
            yield describe(read_plain(text), options)
    except InputError as fault:
        known = kind in _PAGES | _TEXTS | _LINES | {""}
        binary = fault.en == faults.binary(name).en
        yield faults.unknown_kind(name) if binary and not known else fault


def _page(text: str, name: str, options: ReadOptions) -> Report:
    # lxml and trafilatura take half a second to load: only a page pays for them.
    from tawthiq.read.html import read_html  # noqa: PLC0415

    return describe(read_html(text, name), options)


def _looks_like_page(data: bytes) -> bool:
    head = data[:SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and _MARKUP.search(head) is not None


def _looks_like_lines(text: str) -> bool:
    """Whether one of the first lines is a JSON object, though the first may be bad."""
    if not text.lstrip().startswith("{"):
        return False
    return any(_is_object(line) for line in text[:SAMPLE].splitlines()[:HEAD_LINES])


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
