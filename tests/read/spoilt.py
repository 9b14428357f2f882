"""Spoils inputs: what a hostile or a clumsy hand does to a file, by a seed."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from tests.read.made import zipped

Spoiler = Callable[[bytes, Random], bytes]

NASTY = (
    b"\0" * 64,
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x1f\x8b\x08",
    b"PK\x03\x04",
    b"%PDF-",
    b"WARC/1.0\r\n",
    b"\r\n\r\n",
    b"Content-Length: 99999999999999999999\r\n",
    b"Content-Length: -1\r\n",
    b"Content-Encoding: br\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b'<!DOCTYPE a [<!ENTITY b "ccccccccccccccccccccccccc"><!ENTITY c "&b;&b;&b;">]>&c;',
    b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"<script>",
    b"<svg><style><!--",
    b"&#0;&#xd800;&#1114112;",
    b"<" * 3000,
    b"<div>" * 3000,
    b"[" * 5000,
    b'{"a":' * 5000,
    b'"',
    b"'" * 9,
    b"\\ud83d",
    b"\\u0000",
    b"9" * 5000,
    b"-1e999",
    b"NaN",
    b"null",
    b"{}",
    b"\xd9",
    b"\xed\xa0\x80",
    b"\n" * 500,
    b"," * 3000,
    b"endstream endobj",
    b"/Count 999999999",
    b"/Kids[2 0 R]",
    b"2031-02-31",
    b"\xd8\xa7" * 500,
)


def _flipped(data: bytes, chance: Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def _without(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.randint(1, max(1, len(data) // 3)) :]


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(1, len(data) + 1)]


def _headless(data: bytes, chance: Random) -> bytes:
    return data[chance.randrange(len(data)) :]


def _repeated(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data))
    part = data[at : at + chance.randint(1, 200)]
    return data[:at] + part * chance.choice((2, 10, 300)) + data[at:]


def _nasty(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(NASTY) + data[at:]


def _replaced(data: bytes, chance: Random) -> bytes:
    """Put something nasty where a value stood: between two marks."""
    marks = [i for i, byte in enumerate(data) if byte in b'"<>:,\n =']
    if len(marks) < 2:
        return _nasty(data, chance)
    which = chance.randrange(len(marks) - 1)
    start, end = marks[which] + 1, marks[which + 1]
    return data[:start] + chance.choice(NASTY) + data[end:]


def _swapped(data: bytes, chance: Random) -> bytes:
    a, b, c = sorted(chance.randrange(len(data) + 1) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


_SPOILERS: tuple[Spoiler, ...] = (
    _flipped,
    _without,
    _cut,
    _headless,
    _repeated,
    _nasty,
    _nasty,
    _replaced,
    _replaced,
    _swapped,
)


def spoilt(data: bytes, seed: str) -> bytes:
    """Spoil an input: its bytes, or those that are packed in it.

    Args:
        data: a good input.
        seed: the same seed spoils it in the same way.
    """
    chance = Random(seed)  # noqa: S311 - it hides nothing
    inner = chance.random() < 0.6
    if inner and data.startswith(b"PK"):
        return _repacked(data, chance)
    if inner and data.startswith(b"\x1f\x8b"):
        try:
            return gzip.compress(_spoilt(gzip.decompress(data), chance))
        except (OSError, EOFError, zlib.error):
            return data
    return _spoilt(data, chance)


def _spoilt(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(_SPOILERS)(data or b" ", chance)
    return data


def _repacked(data: bytes, chance: Random) -> bytes:
    """Spoil one member of a zip, and pack it again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    if chance.random() < 0.1:
        del members[name]
    elif chance.random() < 0.1:
        members["deeper.wacz"] = data
    else:
        members[name] = _spoilt(members[name], chance)
    return zipped(members)
