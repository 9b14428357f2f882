"""Takes the first bytes of an input and its name, tells what kind of input it is.

The bytes decide; the name only where they leave it open: a table and a text look the
same, and so do a page that is saved and one that is quoted in a ``.txt``.
"""

import gzip
import json
import re
import zlib
from enum import StrEnum
from io import BytesIO

from tawthiq.read.source import HEAD

HEAD_LINES = 20
"""Lines in which a JSON object is looked for where the name does not tell."""
PDF_WITHIN = 1024
"""Bytes within which a PDF's mark must stand."""


class Kind(StrEnum):
    """The kinds of input."""

    TEXT = "text"
    PAGE = "page"
    PDF = "pdf"
    LINES = "lines"
    JSON = "json"
    TELEGRAM = "telegram"
    FEED = "feed"
    TABLE = "table"
    ARCHIVE = "archive"
    WARC = "warc"
    GZIP = "gzip"


_BY_NAME = {
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".json": Kind.JSON,
    ".jsonl": Kind.LINES,
    ".ndjson": Kind.LINES,
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".csv": Kind.TABLE,
    ".tsv": Kind.TABLE,
    ".tab": Kind.TABLE,
    ".pdf": Kind.PDF,
    ".xlsx": Kind.ARCHIVE,
    ".xlsm": Kind.ARCHIVE,
    ".wacz": Kind.ARCHIVE,
    ".warc": Kind.WARC,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
}
KNOWN = frozenset(_BY_NAME) | {".gz", ".xml", ""}
"""Ends of names of which something is known."""

_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|article|div)\b", re.IGNORECASE
)
_FEED = re.compile(rb"<(?:[\w.-]+:)?(?:rss|feed|RDF)[\s>]")
_ROOT = re.compile(rb"\A(?:\s|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*>)*<", re.DOTALL)
_OBJECT = re.compile(rb'\s*(?:\[\s*)?\{\s*"[^"\n]{1,80}"\s*:|\s*\{\s*\}|\s*\[\s*\]')
_CHAT = re.compile(
    rb'"messages"\s*:\s*\[|"chats"\s*:\s*\{|"type"\s*:\s*"(?:personal_chat|bot_chat|'
    rb'saved_messages|(?:private|public)_(?:group|supergroup|channel))"'
)
_LIST = re.compile(rb"\s*\[")


def recognise(head: bytes, suffix: str) -> Kind:
    """Tell what an input is.

    Args:
        head: its first bytes, at most ``HEAD``.
        suffix: the end of its name, with the dot, in small letters; empty if none.

    Returns:
        the kind; ``TEXT`` where nothing else is known, be it that it is no text.
    """
    return _by_mark(head) or _by_form(head, suffix) or _BY_NAME.get(suffix, Kind.TEXT)


def _by_mark(head: bytes) -> Kind | None:
    """Tell kinds that begin with bytes of their own."""
    if head.startswith(b"PK\x03\x04"):
        return Kind.ARCHIVE
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if head.startswith(b"\x1f\x8b\x08"):
        return Kind.WARC if _packed_head(head).startswith(b"WARC/") else Kind.GZIP
    marked = b"%PDF-" in head[:PDF_WITHIN] and not head.startswith(b"<")
    return Kind.PDF if marked else None


def _packed_head(head: bytes) -> bytes:
    try:
        return gzip.GzipFile(fileobj=BytesIO(head)).read(16)
    except (OSError, EOFError, zlib.error):
        return b""


def _by_form(head: bytes, suffix: str) -> Kind | None:
    """Tell kinds by how their text begins; what is named a text stays one."""
    named = _BY_NAME.get(suffix)
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if named in {Kind.TEXT, Kind.TABLE}:
        return named
    if head.startswith(b"<"):
        return _markup(head)
    if _OBJECT.match(head):
        return _json(head, suffix)
    if head.startswith(b"{") and _has_object(head):
        return Kind.LINES
    return None


def _markup(head: bytes) -> Kind | None:
    if _ROOT.match(head) and _FEED.search(head[: HEAD // 8]):
        return Kind.FEED
    return Kind.PAGE if _MARKUP.search(head) else None


def _json(head: bytes, suffix: str) -> Kind:
    if _CHAT.search(head):
        return Kind.TELEGRAM
    if _BY_NAME.get(suffix) is Kind.LINES:
        return Kind.LINES
    if _LIST.match(head):
        return Kind.JSON
    first, _, rest = head.partition(b"\n")
    if _is_object(first) or rest.lstrip().startswith(b"{"):
        return Kind.LINES
    return Kind.LINES if suffix != ".json" and _has_object(head) else Kind.JSON


def _has_object(head: bytes) -> bool:
    """Whether one of the first lines is a JSON object, though the first may be bad."""
    return any(map(_is_object, head.splitlines()[:HEAD_LINES]))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
