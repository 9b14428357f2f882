"""Takes JSON, one report an object, gives a capture or an InputError for each.

One report a line, or a list of them, with ``text`` and, where known, ``id``,
``published``, ``outlet``, ``title``, ``author``, ``url``, ``lang``; other keys are
passed over (reading-format.md, "Input as JSON lines"). An object that an auto-archiver
wrote is read as such.
"""

import codecs
import json
from collections.abc import Iterable, Iterator
from datetime import date

import ijson

from tawthiq.errors import InputError
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read import container_faults, faults
from tawthiq.read.capture import Capture, Form
from tawthiq.read.containers.archiver import archived, is_archived
from tawthiq.read.days_told import parse_day
from tawthiq.read.encoding import decode
from tawthiq.read.foreign import reason
from tawthiq.read.options import Found, Limits
from tawthiq.read.source import Shallow, Source

_TEXTS = ("lang", "title", "outlet", "author", "url")


def lines_captured(
    lines: Iterable[bytes | None], name: str, limits: Limits
) -> Iterator[Capture | InputError]:
    """Read reports one line at a time, so that a file may be larger than memory.

    Args:
        lines: the lines as bytes; None is a line that was too long.
        name: the file, for messages; they say ``name:line``.
        limits: how much is read.

    Yields:
        a capture for each good line, an InputError for each bad one; blank lines pass.
    """
    seen = False
    for number, raw in enumerate(lines, start=1):
        if raw is None:
            seen = True
            yield container_faults.too_large(f"{name}:{number}", limits.record_bytes)
            continue
        line = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
        if not line.strip():
            continue
        seen = True
        try:
            row = _row(line, f"{name}:{number}")
            yield _captured(row, name, str(number), data=line)
        except InputError as fault:
            yield fault
    if not seen:
        yield faults.empty(name)


def json_captured(source: Source, limits: Limits) -> Iterator[Capture | InputError]:
    """Read a file that is one JSON object, or a list of them, one at a time."""
    listed = source.head().lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")
    stream = Shallow(source.stream, source.name, limits.record_bytes)
    skip_mark(source)
    number = 0
    try:
        for row in ijson.items(stream, "item" if listed else "", use_float=True):
            number += 1
            stream.reset()
            yield from _each(row, source.name, str(number) if listed else None)
    except InputError as fault:
        yield fault
    except (ijson.JSONError, ValueError, RecursionError) as fault:
        yield faults.not_json(f"{source.name}:{number + 1}", reason(fault))
    else:
        if not number:
            yield faults.empty(source.name)


def skip_mark(source: Source) -> None:
    """Go past the byte-order mark of UTF-8, if there is one."""
    if source.stream.read(len(codecs.BOM_UTF8)) != codecs.BOM_UTF8:
        source.stream.seek(0)


def _each(row: object, name: str, record: str | None) -> Iterator[Capture | InputError]:
    where = f"{name}:{record}" if record else name
    try:
        if not isinstance(row, dict):
            raise faults.not_json(where, f"it is {type(row).__name__}")
        yield _captured(row, name, record, data=record_bytes(row, where))
    except InputError as fault:
        yield fault


def record_bytes(row: object, where: str) -> bytes:
    """Write a record as the bytes that are kept of it.

    Raises:
        InputError: if it holds halves of characters, or is nested too deep.
    """
    try:
        return json.dumps(row, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        raise faults.half_characters(where) from None
    except (RecursionError, ValueError) as fault:
        raise faults.not_json(where, reason(fault)) from None


def _row(line: bytes, where: str) -> dict[str, object]:
    try:
        row = json.loads(decode(line, where))
    except json.JSONDecodeError as fault:
        raise faults.not_json(where, f"{fault.msg} ({fault.colno})") from None
    except RecursionError:
        raise faults.not_json(where, "nested too deep") from None
    except ValueError as fault:  # a number of more digits than Python reads
        raise faults.not_json(where, reason(fault)) from None
    if not isinstance(row, dict):
        raise faults.not_json(where, f"it is {type(row).__name__}")
    return row


def _captured(
    row: dict[str, object], name: str, record: str | None, *, data: bytes
) -> Capture:
    where = f"{name}:{record}" if record else name
    if is_archived(row):
        said, captured_at = archived(row, where)
    else:
        said, captured_at = _found(row, where), None
    return Capture(
        file=name,
        record=record,
        form=Form.RECORD,
        data=data,
        media_type="application/json",
        said=said,
        captured_at=captured_at,
    )


def _found(row: dict[str, object], where: str) -> Found:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise faults.no_text(where)
    cells = {key: _string(row, key, where) for key in _TEXTS}
    known = _name(row, where)
    day = _day(row, where)
    if any(_halved(v) for v in (text, known, *cells.values()) if v):
        raise faults.half_characters(where)
    return Found(
        text=text,
        id=known,
        language=cells["lang"],
        title=cells["title"],
        outlet=cells["outlet"],
        author=cells["author"],
        url=cells["url"],
        published=day,
        published_basis=PublishedBasis.GIVEN if day else None,
    )


def _name(row: dict[str, object], where: str) -> str | None:
    """Give the id: a string, or a number that stands for one."""
    value = row.get("id")
    if isinstance(value, dict | list | bool):
        raise faults.wrong_value(where, "id")
    return None if value is None or value == "" else str(value)


def _string(row: dict[str, object], key: str, where: str) -> str | None:
    value = row.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise faults.wrong_value(where, key)
    return value


def _day(row: dict[str, object], where: str) -> date | None:
    value = row.get("published")
    if value is None or value == "":
        return None
    try:
        return parse_day(value) if isinstance(value, str) else _refuse(value)
    except ValueError:
        raise faults.wrong_published(where, str(value)[:40]) from None


def _refuse(value: object) -> date:
    raise ValueError(value)


def _halved(text: str) -> bool:
    """Whether a text holds lone surrogates, which JSON can spell and UTF-8 cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
