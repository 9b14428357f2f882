"""Takes JSON lines, gives a Report or an InputError for each line.

One report a line with ``text`` and, where known, ``id``, ``published``, ``outlet``,
``title``, ``author``, ``url``, ``lang``; other keys are passed over
(reading-format.md, "Input as JSON lines").
"""

import codecs
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from tawthiq.errors import InputError
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read import faults
from tawthiq.read.describe import describe
from tawthiq.read.encoding import decode
from tawthiq.read.options import Found, ReadOptions

_TEXTS = ("lang", "title", "outlet", "author", "url")


def read_lines(
    lines: Iterable[bytes], name: str, options: ReadOptions
) -> Iterator[Report | InputError]:
    """Read reports one line at a time, so that a file may be larger than memory.

    Args:
        lines: the lines as bytes.
        name: the file, for messages; they say ``name:line``.
        options: what the user says of the reports.

    Yields:
        a Report for each good line, an InputError for each bad one; blank lines pass.
    """
    seen = False
    for number, raw in enumerate(lines, start=1):
        line = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
        if not line.strip():
            continue
        seen = True
        try:
            yield describe(_found(line, f"{name}:{number}"), options)
        except InputError as fault:
            yield fault
    if not seen:
        yield faults.empty(name)


def parse_day(value: str) -> date:
    """Read ``2018-11-19`` or an ISO time on that day.

    Raises:
        ValueError: if it is neither.
    """
    return (
        date.fromisoformat(value)
        if len(value) <= len("2018-11-19")
        else (datetime.fromisoformat(value).date())
    )


def _found(line: bytes, where: str) -> Found:
    try:
        row = json.loads(decode(line, where))
    except json.JSONDecodeError as fault:
        raise faults.not_json(where, f"{fault.msg} ({fault.colno})") from None
    except RecursionError:
        raise faults.not_json(where, "nested too deep") from None
    if not isinstance(row, dict):
        raise faults.not_json(where, f"it is {type(row).__name__}")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise faults.no_text(where)
    cells = {key: _string(row, key, where) for key in _TEXTS}
    known = row.get("id")
    day = _day(row, where)
    if any(_halved(v) for v in (text, str(known), *cells.values()) if v):
        raise faults.half_characters(where)
    return Found(
        text=text,
        id=None if known in {None, ""} else str(known),
        language=cells["lang"],
        title=cells["title"],
        outlet=cells["outlet"],
        author=cells["author"],
        url=cells["url"],
        published=day,
        published_basis=PublishedBasis.GIVEN if day else None,
    )


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
