"""Takes bytes, gives their text: UTF-8, UTF-16, or an Arabic encoding of one byte.

UTF-8 is tried first, because hardly any other text passes for it. What fails is told
apart by its bytes: in a broken UTF-8 file most characters are still whole, in a
Windows-1256 file next to none are. An Arabic encoding of one byte is taken only where
the letters it gives are those that Arabic uses most; else the bytes are refused.
"""

import codecs
import re
from typing import NamedTuple

from tawthiq.errors import InputError
from tawthiq.read import faults

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"RIFF",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format",
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# The codecs of the web; Python knows others, which a page could name to waste its time.
_PAGE_ENCODING = re.compile(
    rb"(?:utf-?8|utf-?16|windows-?\d|cp\d|iso-?8859|koi8|mac|gb|big5|euc|shift_?jis)",
    re.IGNORECASE,
)
# Curly quotes, dashes, accented letters of Windows-1252, each alone among ASCII; two in
# a row, or one that ends the file, are rather a broken UTF-8.
_LATIN_MARK = re.compile(
    rb"(?<![\x80-\xff])[\x85\x91-\x97\xa0\xab\xb0\xb7\xbb\xe0-\xfc](?![\x80-\xff]|\Z)"
)
_ONE_BYTE = ("cp1256", "iso8859_6", "mac_arabic")
_ARABIC = re.compile("[\u0621-\u064a]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ORDINARY = re.compile(
    "[\t\n\r -~\u00a0-\u00ff\u0600-\u06ff\u2000-\u20cf\ufb50-\ufeff]"
)
_COMMONEST = re.compile("[اليمنورتبةهعدسفقكح]")

SAMPLE = 65_536
"""Bytes looked at to tell what a file is."""
CONTROLS = 0.003
"""Share of control bytes above which bytes are no text."""
WHOLE = 3
"""Whole characters to one broken byte, from which bytes are a broken UTF-8."""
ARABIC_SHARE = 0.8
"""Share of Arabic among the letters beyond ASCII that an Arabic encoding must give."""
COMMON_SHARE = 0.7
"""Share of the commonest letters among them; mojibake stays far below."""
LATIN_SHARE = 0.8
"""Share of ASCII in a Western text whose quotation marks are Windows-1252."""
ORDINARY_SHARE = 0.95
"""Share of ordinary characters that UTF-16 without a mark must give."""


def decode(data: bytes, where: str, *, page: bool = False) -> str:
    """Give the text of ``data``; line ends stay as they are, a byte-order mark goes.

    Args:
        data: the bytes of a file.
        where: the file, for messages.
        page: whether it is an HTML page, which may name its encoding.

    Raises:
        InputError: if the bytes are empty, binary, broken or of no known encoding.
    """
    return _read(data, where, page=page).text


def encoding_of(sample: bytes, where: str) -> str:
    """Give the name of the encoding of a file that is read as a stream.

    A broken UTF-8 is still UTF-8: what is broken spoils its own line.

    Args:
        sample: its first bytes, whole characters.
        where: the file, for messages.

    Raises:
        InputError: if the bytes are empty, binary or of no known encoding.
    """
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return "utf-8-sig" if name == "utf-8" else name.removesuffix("-le")
    try:
        return _read(sample, where, page=False).encoding
    except InputError:
        broken, whole = _broken(sample)
        if broken and whole >= WHOLE * broken and b"\x00" not in sample:
            return "utf-8"
        raise


class _Text(NamedTuple):
    text: str
    encoding: str


def _read(data: bytes, where: str, *, page: bool) -> _Text:
    if not data.strip():
        raise faults.empty(where)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _Text(_marked(data[len(mark) :], name, where), name)
    if data.startswith(_MAGIC):
        raise faults.binary(where)
    sample = data[:SAMPLE]
    if b"\x00" in sample and (wide := _unmarked_utf16(data)):
        return wide
    if len(_CONTROL.findall(sample)) > CONTROLS * len(sample):
        raise faults.binary(where)
    try:
        return _Text(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as fault:
        return _other(data, where, fault.start, page=page)


def _marked(rest: bytes, name: str, where: str) -> str:
    try:
        text = rest.decode(name)
    except UnicodeDecodeError as fault:
        raise faults.broken_utf8(where, fault.start) from None
    if not text.strip():
        raise faults.empty(where)
    return text


def _unmarked_utf16(data: bytes) -> _Text | None:
    """Read UTF-16 that lost its byte-order mark, if what it gives looks like text."""
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        head = text[:SAMPLE]
        if len(_ORDINARY.findall(head)) > ORDINARY_SHARE * len(head):
            return _Text(text, name)
    return None


def _other(data: bytes, where: str, offset: int, *, page: bool) -> _Text:
    """Read bytes that are no UTF-8; ``offset`` is the first byte that broke it."""
    broken, whole = _broken(data)
    if whole >= WHOLE * broken:
        raise faults.broken_utf8(where, offset)
    scored = [found for name in _ONE_BYTE for found in _arabic(data, name)]
    if scored:
        return max(scored, key=lambda found: found[0])[1]
    if page and (declared := _as_declared(data)):
        return declared
    if len(_LATIN_MARK.findall(data)) == broken <= (1 - LATIN_SHARE) * len(data):
        return _Text(data.decode("cp1252"), "cp1252")
    raise faults.unknown_encoding(where, offset)


def _broken(data: bytes) -> tuple[int, int]:
    """Count the bytes that are no UTF-8, and the whole characters beyond ASCII."""
    escaped = data.decode("utf-8", "surrogateescape")
    broken = len(re.findall("[\udc80-\udcff]", escaped))
    return broken, len(_NOT_ASCII.findall(escaped)) - broken


def _as_declared(data: bytes) -> _Text | None:
    """Read a page by the encoding it names, if that reads every byte."""
    named = _CHARSET.search(data[:SAMPLE])
    if named is None or not _PAGE_ENCODING.match(named.group(1)):
        return None
    name = named.group(1).decode("ascii")
    try:
        return _Text(data.decode(name), name)
    except (LookupError, UnicodeError):
        return None


def _arabic(data: bytes, name: str) -> list[tuple[float, _Text]]:
    """Read by an Arabic encoding; a score and the text, if it gives Arabic."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return []
    head = text[:SAMPLE]
    letters = "".join(_ARABIC.findall(head))
    others = len(_NOT_ASCII.findall(head))
    if not others or len(letters) < ARABIC_SHARE * others:
        return []
    score = len(_COMMONEST.findall(letters)) / len(letters)
    return [(score, _Text(text, name))] if score >= COMMON_SHARE else []
