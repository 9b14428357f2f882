"""Takes a packed web archive (WACZ), gives a capture for each page it lists.

A WACZ holds WARC files and, in ``pages/``, the list of the pages that were visited: only
those are read, not the frames and advertisements that came with them (WACZ 1.1.1). One
without a list, or whose list names nothing that is in it, is read whole. One that holds
others, as a multi-WACZ does, is read to ``Limits.depth``.
"""

import json
from collections.abc import Iterator
from zipfile import ZipFile, ZipInfo

from tawthiq.errors import InputError
from tawthiq.read import container_faults
from tawthiq.read.capture import Capture
from tawthiq.read.containers.archives import inner_name, member, opened
from tawthiq.read.containers.warc import plain_address, warc_captured
from tawthiq.read.foreign import guarded
from tawthiq.read.options import Limits, ReadOptions
from tawthiq.read.source import Readable, Source, bounded_lines

_WARCS = (".warc", ".warc.gz")


def wacz_captured(
    archive: ZipFile, source: Source, options: ReadOptions
) -> Iterator[Capture | InputError]:
    """Read a WACZ, file by file."""
    limits = options.limits
    pages: set[str] = set()
    try:
        pages.update(_pages(archive, source, limits))
    except InputError as fault:
        yield fault
    found = False
    for asked in (pages, set[str]()):
        for info in _files(archive, _WARCS):
            packed = member(archive, info, name=source.name, limits=limits)
            name = inner_name(source.name, info)
            for item in _warc(packed, name, limits, pages=asked):
                found = True
                yield item
        if found or not asked:
            break
    for info in _files(archive, (".wacz",)):
        yield from _inner(archive, info, source=source, options=options)


def _files(archive: ZipFile, ends: tuple[str, ...]) -> list[ZipInfo]:
    found = (i for i in archive.infolist() if i.filename.lower().endswith(ends))
    return sorted(found, key=lambda info: info.filename)


def _warc(
    packed: Readable, name: str, limits: Limits, *, pages: set[str]
) -> Iterator[Capture | InputError]:
    try:
        with guarded(name, "WACZ"), Source.of_pipe(packed, name) as inner:
            yield from warc_captured(inner, limits, pages=pages)
    except InputError as fault:
        yield fault


def _inner(
    archive: ZipFile, info: ZipInfo, *, source: Source, options: ReadOptions
) -> Iterator[Capture | InputError]:
    name = inner_name(source.name, info)
    try:
        with guarded(name, "WACZ"):
            if source.depth >= options.limits.depth:
                raise container_faults.nested(name, options.limits.depth)
            packed = member(archive, info, name=source.name, limits=options.limits)
            with (
                Source.of_pipe(packed, name, depth=source.depth + 1) as inner,
                opened(inner, options.limits) as within,
            ):
                yield from wacz_captured(within, inner, options)
    except InputError as fault:
        yield fault


def _pages(archive: ZipFile, source: Source, limits: Limits) -> Iterator[str]:
    """Give the addresses of the pages that were visited."""
    for info in _files(archive, (".jsonl",)):
        if not info.filename.startswith("pages/"):
            continue
        with guarded(inner_name(source.name, info), "WACZ"):
            listed = member(archive, info, name=source.name, limits=limits)
            for line in bounded_lines(listed, limits.record_bytes):
                url = _url(line or b"")
                if url:
                    yield plain_address(url)


def _url(line: bytes) -> str | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    url = row.get("url") if isinstance(row, dict) else None
    return url if isinstance(url, str) else None
