"""Takes paths and standard input, gives captures, and reports or what is wrong."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from tawthiq.errors import InputError
from tawthiq.model.report import Report
from tawthiq.read import container_faults, faults
from tawthiq.read.capture import Capture, Form
from tawthiq.read.containers.jsonl import json_captured, lines_captured
from tawthiq.read.derive import derive
from tawthiq.read.describe import describe
from tawthiq.read.encoding import decode
from tawthiq.read.foreign import guarded
from tawthiq.read.options import ReadOptions, Said
from tawthiq.read.recognise import KNOWN, Kind, recognise
from tawthiq.read.source import Source, bounded_lines, regular, unpacked

STANDARD_INPUT = Path("-")
"""The path that stands for standard input."""

Captures = Iterator[Capture | InputError]


def open_inputs(
    paths: Sequence[Path], *, stdin: BinaryIO | None, options: ReadOptions
) -> Iterator[Report | InputError]:
    """Read every input in turn.

    Args:
        paths: files and folders; ``-`` is standard input.
        stdin: where ``-`` reads from; None if there is none.
        options: what the user says of the reports.

    Yields:
        a Report for each that can be read, an InputError for each that cannot: the
        caller prints it and goes on.
    """
    for item in captures(paths, stdin=stdin, options=options):
        if isinstance(item, InputError):
            yield item
        else:
            yield from reports_of(item, options)


def reports_of(capture: Capture, options: ReadOptions) -> Iterator[Report | InputError]:
    """Give the report of a capture, and what could not be read of it."""
    derived = derive(capture, options.limits)
    yield from derived.faults
    if derived.found is not None:
        yield describe(derived.found, options)


def captures(
    paths: Sequence[Path], *, stdin: BinaryIO | None, options: ReadOptions
) -> Captures:
    """Give the reports of files and folders as received, before they are read.

    A folder gives its files in sorted order, folders within it included, hidden files
    not. What a file is follows from its bytes; where these leave it open, from its
    name (``recognise``). Files that hold many reports are read as streams.

    Args:
        paths: files and folders; ``-`` is standard input.
        stdin: where ``-`` reads from; None if there is none.
        options: what the user says of the reports, and how much is read.

    Yields:
        a Capture for each report, an InputError for each item that is set aside.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _from_pipe(stdin, options)
        elif os.path.isdir(path):  # noqa: PTH112 - unlike is_dir it never raises
            yield from _from_folder(path, options)
        else:
            yield from _from_file(path, options)


def _from_pipe(stdin: BinaryIO | None, options: ReadOptions) -> Captures:
    if stdin is None:
        yield faults.empty("-")
        return
    with Source.of_pipe(stdin, "-") as source:
        yield from captures_of(source, options)


def _from_folder(folder: Path, options: ReadOptions) -> Captures:
    found = False
    for path in files_in(folder):
        found = True
        # A pipe in a folder would be waited for without end; one that is named is meant.
        there = not path.exists() or regular(path)
        if there:
            yield from _from_file(path, options)
        else:
            yield container_faults.no_file(str(path))
    if not found:
        yield faults.nothing_found(str(folder))


def files_in(path: Path) -> list[Path]:
    """Give a file itself, or those of a folder and its folders in their order.

    What begins with a dot is hidden and left out.
    """
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    for root, folders, names in os.walk(path):
        folders[:] = [f for f in folders if not f.startswith(".")]
        found += (Path(root, n) for n in names if not n.startswith("."))
    return sorted(found)


def _from_file(path: Path, options: ReadOptions) -> Captures:
    try:
        with path.open("rb") as stream:
            if stream.seekable():
                size = os.fstat(stream.fileno()).st_size
                source = Source(name=str(path), stream=stream, size=size)
            else:
                source = Source.of_pipe(stream, str(path))
            yield from captures_of(source, options)
    except FileNotFoundError:
        yield faults.missing(str(path))
    except OSError as fault:
        yield faults.unreadable(str(path), fault.strerror or type(fault).__name__)


def captures_of(source: Source, options: ReadOptions) -> Captures:
    """Give the reports of one open input.

    Args:
        source: the input.
        options: what the user says of the reports, and how much is read.

    Yields:
        a Capture for each report, an InputError for each item that is set aside.
    """
    head = source.head()
    if not head.strip():
        yield faults.empty(source.name)
        return
    kind = recognise(head, source.suffix)
    if kind is Kind.TEXT and options.columns and source.suffix not in KNOWN - {""}:
        kind = Kind.TABLE
    try:
        with guarded(source.name, kind.value):
            yield from _OPENERS[kind](source, options)
    except InputError as fault:
        yield fault


def _whole(form: Form, media_type: str) -> Callable[[Source, ReadOptions], Captures]:
    """Make the opener of a kind whose file is one report."""

    def opened(source: Source, options: ReadOptions) -> Captures:
        yield Capture(
            file=source.name,
            form=form,
            data=source.whole(options.limits.item_bytes),
            media_type=media_type,
            said=Said(),
        )

    return opened


def _text(source: Source, options: ReadOptions) -> Captures:
    """Open a text; bytes that are none are told by the kind that their name says."""
    for item in _whole(Form.TEXT, "text/plain")(source, options):
        try:
            assert isinstance(item, Capture)  # noqa: S101 - for the type checker
            decode(item.data, source.name)
        except InputError as fault:
            binary = fault.en == faults.binary(source.name).en
            unknown = binary and source.suffix not in KNOWN
            raise faults.unknown_kind(source.name) if unknown else fault from None
        yield item


def _lines(source: Source, options: ReadOptions) -> Captures:
    limits = options.limits
    stream = source.stream
    if source.head().startswith((b"\xff\xfe", b"\xfe\xff")):
        text = decode(source.whole(limits.item_bytes), source.name)
        stream = Source.of_bytes(text.encode(), source.name).stream
    lines = bounded_lines(stream, limits.record_bytes)
    yield from lines_captured(lines, source.name, limits)


def _json(source: Source, options: ReadOptions) -> Captures:
    yield from json_captured(source, options.limits)


def _telegram(source: Source, options: ReadOptions) -> Captures:
    from tawthiq.read.containers.telegram import telegram_captured  # noqa: PLC0415

    yield from telegram_captured(source, options.limits)


def _feed(source: Source, options: ReadOptions) -> Captures:
    from tawthiq.read.containers.feed import feed_captured  # noqa: PLC0415

    yield from feed_captured(source, options.limits)


def _table(source: Source, options: ReadOptions) -> Captures:
    from tawthiq.read.containers.tables import table_captured  # noqa: PLC0415

    yield from table_captured(source, options)


def _archive(source: Source, options: ReadOptions) -> Captures:
    from tawthiq.read.containers.archives import Content, content_of, opened  # noqa: PLC0415

    with opened(source, options.limits) as archive:
        match content_of(archive, source.name):
            case Content.WORKBOOK:
                from tawthiq.read.containers.workbooks import workbook_captured  # noqa: PLC0415

                yield from workbook_captured(archive, source, options)
            case Content.WEB_ARCHIVE:
                from tawthiq.read.containers.wacz import wacz_captured  # noqa: PLC0415

                yield from wacz_captured(archive, source, options)


def _warc(source: Source, options: ReadOptions) -> Captures:
    from tawthiq.read.containers.warc import warc_captured  # noqa: PLC0415

    yield from warc_captured(source, options.limits)


def _packed(source: Source, options: ReadOptions) -> Captures:
    """Open what one file was packed to, under its name without ``.gz``."""
    if source.depth >= options.limits.depth:
        raise container_faults.nested(source.name, options.limits.depth)
    name = source.name.removesuffix(".gz")
    whole = unpacked(source, options.limits)
    with Source.of_pipe(whole, name, depth=source.depth + 1) as inner:
        yield from captures_of(inner, options)


_OPENERS: dict[Kind, Callable[[Source, ReadOptions], Captures]] = {
    Kind.TEXT: _text,
    Kind.PAGE: _whole(Form.PAGE, "text/html"),
    Kind.PDF: _whole(Form.PDF, "application/pdf"),
    Kind.LINES: _lines,
    Kind.JSON: _json,
    Kind.TELEGRAM: _telegram,
    Kind.FEED: _feed,
    Kind.TABLE: _table,
    Kind.ARCHIVE: _archive,
    Kind.WARC: _warc,
    Kind.GZIP: _packed,
}
