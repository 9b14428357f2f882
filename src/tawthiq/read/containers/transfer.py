"""Takes the body of an answer as a server sent it, gives it joined and unpacked."""

import zlib
from collections.abc import Callable

import brotli

from tawthiq.read import container_faults
from tawthiq.read.foreign import reason
from tawthiq.read.options import Limits


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
