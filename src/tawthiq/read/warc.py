"""Takes a web archive (WARC), gives a capture for each page and PDF in it.

fastwarc cuts the records; what the server packed is unpacked here, within bounds, for a
page of a kilobyte may hold a gigabyte. Passed over are what is no page (pictures,
scripts, requests) and what the server answered with an error or a redirect.
"""

import zlib
from collections.abc import Callable, Collection, Iterator
from datetime import datetime

import brotli
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from tawthiq.errors import InputError
from tawthiq.read import container_faults, faults
from tawthiq.read.capture import Capture, Form
from tawthiq.read.foreign import reason
from tawthiq.read.options import Limits, Said
from tawthiq.read.source import Source, unpacked

FORMS = {
    "text/html": Form.PAGE,
    "application/xhtml+xml": Form.PAGE,
    "application/pdf": Form.PDF,
    "text/plain": Form.TEXT,
}
"""What is read of an archive, by its type."""
OK = 200
_GZIP = b"\x1f\x8b"
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
    packed = source.head().startswith(_GZIP)
    stream = unpacked(source, limits) if packed else source.stream
    number = found = 0
    try:
        records = ArchiveIterator(stream, record_types=WarcRecordType.any_type)
        for number, record in enumerate(records, start=1):
            where = f"{source.name}:{number}"
            for item in _each(record, where, limits, pages=pages):
                found += 1
                yield item
    except InputError as fault:
        yield fault
    except (OSError, EOFError, ValueError, zlib.error, RuntimeError) as fault:
        where = f"{source.name}:{number + 1}"
        yield container_faults.damaged(where, "WARC", reason(fault))
    else:
        if not found and not pages:
            yield faults.nothing_found(source.name)


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
    data = record.reader.read(length) if length else b""
    if len(data) < length:
        raise container_faults.cut_short(where)
    if not record.is_http_parsed:
        return data
    sent = record.http_headers
    if "chunked" in (sent.get("Transfer-Encoding") or "").lower():
        data = joined(data)
    return decoded(data, sent.get("Content-Encoding") or "", where, limits=limits)


def joined(data: bytes) -> bytes:
    """Join the chunks of a body; one that is in none stays as it is (RFC 9112, 7.1)."""
    parts: list[bytes] = []
    at = 0
    while at < len(data):
        end = data.find(b"\r\n", at, at + 32)
        try:
            size = int(data[at:end].partition(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            # Archivers undo the chunks and may leave the header.
            return b"".join(parts) if parts else data
        if size == 0:
            break
        parts.append(data[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts)


def decoded(data: bytes, coding: str, where: str, *, limits: Limits) -> bytes:
    """Unpack a body as ``Content-Encoding`` says; one that is not packed stays.

    Raises:
        InputError: if the coding is not known, or it unpacks to too much.
    """
    for name in reversed([c.strip().lower() for c in coding.split(",")]):
        if name in {"", "identity", "none"} or not data:
            continue
        unpack = _UNPACKERS.get(name)
        if unpack is None:
            raise container_faults.unknown_coding(where, name[:40])
        try:
            data = unpack(data, limits.item_bytes + 1)
        except (zlib.error, brotli.error, EOFError, ValueError) as fault:
            if data.lstrip()[:1] == b"<":
                continue  # archivers unpack a page and may leave the header
            raise container_faults.damaged(where, name, reason(fault)) from None
        if len(data) > limits.item_bytes:
            raise container_faults.bomb(where)
    return data


def _gunzip(data: bytes, most: int) -> bytes:
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 32).decompress(data, most)


def _inflate(data: bytes, most: int) -> bytes:
    """Unpack ``deflate``, with the wrapper that the standard asks for or without."""
    try:
        return _gunzip(data, most)
    except zlib.error:
        return zlib.decompressobj(wbits=-zlib.MAX_WBITS).decompress(data, most)


def _brotli(data: bytes, most: int) -> bytes:
    return bytes(brotli.Decompressor().process(data, output_buffer_limit=most))


_UNPACKERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _brotli,
}
