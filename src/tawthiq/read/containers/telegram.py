"""Takes the JSON that Telegram Desktop exports, gives a capture for each message.

An export is one chat (``messages``) or a whole account (``chats.list``). It is read as
a stream, for a channel of some years has hundreds of megabytes. What has no words
passes: pictures without a caption, joins, pins. The day of a message is that of its
``date_unixtime`` in UTC, as on ``t.me``; ``date`` is the clock of whoever exported.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import ijson
from ijson.common import ObjectBuilder

from tawthiq.errors import InputError
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read import container_faults, faults
from tawthiq.read.capture import Capture, Form
from tawthiq.read.containers.jsonl import record_bytes, skip_mark
from tawthiq.read.days_told import day_of_time
from tawthiq.read.foreign import reason
from tawthiq.read.options import Found, Limits
from tawthiq.read.source import Metered, Shallow, Source

_CHATS = r"(?:(?:left_)?chats\.list\.item)"
_CHAT = re.compile(_CHATS)
_TOLD = re.compile(rf"(?:{_CHATS}\.)?(name|type|id)")
_MESSAGE = re.compile(rf"(?:{_CHATS}\.)?messages\.item")
_LINKED = ("channel", "supergroup")
"""Kinds of chat whose messages have an address, for those who may see it."""


@dataclass(slots=True, kw_only=True)
class _Chat:
    """What an export says of the chat that is being read."""

    told: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str | None:
        """The name of the channel or group."""
        return self.told.get("name") or None

    def address(self, number: str) -> str | None:
        """Give the address of a message, if messages of this chat have one."""
        chat = self.told.get("id", "").removeprefix("-100")
        linked = self.told.get("type", "").endswith(_LINKED)
        return f"https://t.me/c/{chat}/{number}" if linked and chat and number else None


def telegram_captured(source: Source, limits: Limits) -> Iterator[Capture | InputError]:
    """Read an export, message by message.

    Yields:
        a capture for each message that has words, with the channel as its outlet; an
        InputError for each that is none, and one where the JSON breaks off.
    """
    stream = Shallow(source.stream, source.name, limits.record_bytes)
    skip_mark(source)
    number = found = 0
    try:
        for chat, message in _messages(stream):
            number += 1
            stream.reset()
            for item in _each(chat, message, name=source.name, record=str(number)):
                found += 1
                yield item
    except InputError as fault:
        yield fault
    except (ijson.JSONError, ValueError, RecursionError) as fault:
        where = f"{source.name}:{number + 1}"
        yield container_faults.damaged(where, "Telegram JSON", reason(fault))
    else:
        if not found:
            yield faults.nothing_found(source.name)


def _messages(stream: Metered) -> Iterator[tuple[_Chat, object]]:
    """Give each message with its chat, building one at a time."""
    chat = _Chat()
    builder = ObjectBuilder()
    inside = False
    for prefix, event, value in ijson.parse(stream, use_float=True):
        if inside:
            builder.event(event, value)
            if event == "end_map" and _MESSAGE.fullmatch(prefix):
                inside = False
                yield chat, builder.value
        elif _MESSAGE.fullmatch(prefix):
            inside = event == "start_map"
            builder = ObjectBuilder()
            builder.event(event, value)
            if not inside:
                yield chat, value
        elif event == "start_map" and _CHAT.fullmatch(prefix):
            chat = _Chat()
        elif told := _TOLD.fullmatch(prefix):
            chat.told[told[1]] = str(value)


def _each(
    chat: _Chat, message: object, *, name: str, record: str
) -> Iterator[Capture | InputError]:
    where = f"{name}:{record}"
    if not isinstance(message, dict):
        yield container_faults.not_a_message(where)
        return
    text = _words(message.get("text"))
    if text is None:
        yield container_faults.not_a_message(where)
    elif text.strip() and message.get("type", "message") == "message":
        try:
            yield Capture(
                file=name,
                record=record,
                form=Form.RECORD,
                data=record_bytes({"chat": chat.told, "message": message}, where),
                media_type="application/json",
                said=_said(chat, message, text),
            )
        except InputError as fault:
            yield fault


def _said(chat: _Chat, message: Mapping[str, object], text: str) -> Found:
    number = str(message.get("id") or "")
    day = _day(message)
    known = f"telegram-{chat.told['id']}-{number}" if "id" in chat.told else None
    author = _string(message, "from")
    return Found(
        text=text,
        id=known if number else None,
        outlet=chat.name,
        author=author if author != chat.name else None,
        url=chat.address(number),
        published=day,
        published_basis=PublishedBasis.METADATA if day else None,
        via=_string(message, "forwarded_from") or _string(message, "saved_from"),
    )


def _day(message: Mapping[str, object]) -> date | None:
    return day_of_time(message.get("date_unixtime")) or day_of_time(message.get("date"))


def _string(message: Mapping[str, object], key: str) -> str | None:
    value = message.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _words(text: object) -> str | None:
    """Join the parts of a text: strings, and objects for links, tags and bold words.

    Returns:
        the text; empty where a message has none; None where its form is not known.
    """
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return None
    parts = [part.get("text") if isinstance(part, dict) else part for part in text]
    known = [part for part in parts if isinstance(part, str)]
    return "".join(known) if len(known) == len(parts) else None
