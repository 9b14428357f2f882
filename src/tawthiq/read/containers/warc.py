"""Takes a web archive (WARC), gives a capture for each page and PDF in it.

fastwarc cuts the records; what the server packed is unpacked here, within bounds, for a
page of a kilobyte may hold a gigabyte. Passed over are what is no page (pictures,
scripts, requests) and what the server answered with an error or a redirect.
"""

import zlib
from collections.abc import Collection, Iterator
from datetime import datetime

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from tawthiq.errors import InputError
from tawthiq.read import container_faults, faults
from tawthiq.read.capture import Capture, Form
from tawthiq.read.containers.transfer import decoded, joined
from tawthiq.read.foreign import guarded, reason
from tawthiq.read.options import Limits, Said
from tawthiq.read.source import CHUNK, Source, unpacked

FORMS = {
    "text/html": Form.PAGE,
    "application/xhtml+xml": Form.PAGE,
    "application/pdf": Form.PDF,
    "text/plain": Form.TEXT,
}
"""What is read of an archive, by its type."""
OK = 200
RESTARTS = 100
"""Times that an archive is read on after damage."""
_GZIP = b"\x1f\x8b\x08"
_HEADER = b"WARC/1."
_KINDS = WarcRecordType.response | WarcRecordType.resource


def warc_captured(
    source: Source, limits: Limits, *, pages: Collection[str] = ()
) -> Iterator[Capture | InputError]:
    """Read an archive, record by record.

    Args:
        source: the archive, packed with gzip or not.
        limits: how much is read.
        pages: addresses; where given, other records are passed over.

    Yields:
        a capture for each page, an InputError for each that is damaged or too large,
        and one where the archive breaks off.
    """
    found = False
    for number, item in enumerate(_records(source, limits), start=1):
        where = f"{source.name}:{number}"
        if isinstance(item, InputError):
            found = True
            yield item
            continue
        for made in _each(item, where, limits, pages=pages):
            found = True
            yield made
    if not found and not pages:
        yield faults.nothing_found(source.name)


def _records(source: Source, limits: Limits) -> Iterator[WarcRecord | InputError]:
    """Give the records, and a fault for each place where the archive is damaged."""
    start: int | None = 0
    for _ in range(RESTARTS):
        part = _Part(source, start or 0, limits)
        try:
            yield from part
        except InputError as fault:
            yield fault
            return
        except (OSError, EOFError, ValueError, zlib.error, RuntimeError) as fault:
            yield container_faults.damaged(source.name, "WARC", reason(fault))
        else:
            return
        start = part.next_start()
        if start is None:
            return


class _Part:
    """The records of an archive from a place on; after damage another part begins.

    Args:
        source: the archive.
        start: the byte at which a record, or a packed one, begins.
        limits: how much is read.
    """

    def __init__(self, source: Source, start: int, limits: Limits) -> None:
        self._source = source
        self._start = start
        self._last = 0
        source.stream.seek(start)
        self._packed = source.stream.read(len(_GZIP)) == _GZIP
        source.stream.seek(start)
        self._stream = unpacked(source, limits) if self._packed else source.stream

    def __iter__(self) -> Iterator[WarcRecord]:
        """Give the records."""
        records = ArchiveIterator(self._stream, record_types=WarcRecordType.any_type)
        for record in records:
            self._last = record.stream_pos
            yield record

    def next_start(self) -> int | None:
        """Find where the first record after the damage begins, if there is one."""
        stream = self._source.stream
        if self._packed:
            at, mark = max(stream.tell(), self._start + 1), _GZIP
        else:
            at, mark = self._start + self._last + 1, _HEADER
        before = b""
        stream.seek(at)
        while chunk := stream.read(CHUNK):
            place = (before + chunk).find(mark)
            if place >= 0:
                return at - len(before) + place
            at += len(chunk)
            before = chunk[-len(mark) :]
        return None


def _each(
    record: WarcRecord, where: str, limits: Limits, *, pages: Collection[str]
) -> Iterator[Capture | InputError]:
    url = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    form = _form(record) if record.record_type & _KINDS else None
    listed = not pages or plain_address(url) in pages
    if form is None or not listed or not url.startswith(("http://", "https://")):
        return
    name, _, number = where.rpartition(":")
    try:
        data = _payload(record, where, limits)
        yield Capture(
            file=name,
            record=number,
            form=form,
            data=data,
            media_type=_media_type(record),
            said=Said(url=url),
            captured_at=_date(record),
        )
    except InputError as fault:
        yield fault


def plain_address(url: str) -> str:
    """Give an address without its fragment, which no server sees."""
    return url.partition("#")[0]


def _form(record: WarcRecord) -> Form | None:
    """Tell what of a page a record holds; None if nothing that is read."""
    answered = record.http_headers.status_code if record.is_http_parsed else None
    if record.record_type & WarcRecordType.response and answered != OK:
        return None
    return FORMS.get(_media_type(record))


def _media_type(record: WarcRecord) -> str:
    told = (
        record.http_content_type
        if record.is_http_parsed
        else record.headers.get("Content-Type")
    )
    return (told or "").partition(";")[0].strip().lower()


def _date(record: WarcRecord) -> datetime | None:
    try:
        # Its type says that it is always there; a record may lack it all the same.
        found: datetime | None = record.record_date
    except (ValueError, OverflowError):
        return None
    return found


def _payload(record: WarcRecord, where: str, limits: Limits) -> bytes:
    """Give what the server sent, unpacked.

    Raises:
        InputError: if it is cut short, too large, or packed in a way not known.
    """
    length = record.content_length
    if length > limits.item_bytes:
        raise container_faults.too_large(where, limits.item_bytes)
    with guarded(where, "WARC"):
        data = record.reader.read(length) if length else b""
    if len(data) < length:
        raise container_faults.cut_short(where)
    if not record.is_http_parsed:
        return data
    sent = record.http_headers
    if "chunked" in (sent.get("Transfer-Encoding") or "").lower():
        data = joined(data)
    return decoded(data, sent.get("Content-Encoding") or "", where, limits=limits)
