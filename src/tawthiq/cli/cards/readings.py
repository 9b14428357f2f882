"""Readings as cards for a person in a terminal: every value with its words.

Lines carry no box at their sides: a terminal that turns Arabic lines round would tear
it. Where output is a terminal, words of the other direction are set apart by the
isolates of Unicode (UAX 9); text that is piped carries no such marks and no colour.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from tawthiq.cli.cards.facts import (
    SLOTS,
    Fact,
    event_facts,
    event_tags,
    not_said,
    statement_facts,
)
from tawthiq.cli.cards.phrases import Line, Part, Speech, ltr, own, short_id, speech
from tawthiq.lang.codebook import Codebook
from tawthiq.model.event import EventReport
from tawthiq.model.reading import Reading
from tawthiq.model.span import Span
from tawthiq.model.statement import Statement

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDEST = 100
NARROWEST = 24
LTR_ISOLATE, FIRST_STRONG_ISOLATE, END_ISOLATE = "\u2066", "\u2068", "\u2069"
OPENERS = {"ltr": LTR_ISOLATE, "auto": FIRST_STRONG_ISOLATE}
# Marks of direction inside a quote could close our own isolates and turn the line.
BIDI_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
WHITE_SPACE = re.compile(r"\s+")
STYLES = {
    "trigger": "bold",
    "date": "green",
    "place": "blue",
    "perpetrator": "magenta",
    "weapon": "cyan",
    "struck": "cyan",
    "casualty": "red",
    "victim": "red",
    "attribution": "yellow",
    "verb": "yellow",
    "said": "default",
}


def print_cards(
    readings: Iterable[Reading],
    codebook: Codebook,
    language: str,
    *,
    stream: TextIO | None = None,
    width: int | None = None,
    terminal: bool | None = None,
) -> None:
    """Print each reading as soon as it comes: its head, its events, its statements.

    Args:
        readings: what to print.
        codebook: gives the labels.
        language: of the labels, ``ar`` or ``en``.
        stream: where to; standard output by default.
        width: cells in a line; the terminal's own, up to 100, by default.
        terminal: whether to colour and to isolate; found out by default.
    """
    from rich.console import Console  # noqa: PLC0415 - rich costs a tenth of a second

    out = stream if stream is not None else sys.stdout
    console = Console(
        file=out,
        width=width,
        force_terminal=terminal,
        highlight=False,
        markup=False,
        emoji=False,
    )
    printer = _Printer(console, speech(codebook, language))
    for count, reading in enumerate(readings):
        if count:
            printer.blank()
        printer.reading(reading)


class _Printer:
    """Draws cards on one console in one language."""

    def __init__(self, console: "Console", words: Speech) -> None:
        self._console = console
        self._terminal = console.is_terminal
        self._words = words
        self._lines: list[Text] = []
        self._width = max(NARROWEST, min(console.width, WIDEST))
        self._margin = 2 + max(_cells(words.word(slot)) for slot in (*SLOTS, "said"))

    def blank(self) -> None:
        self._print(self._text(()))

    def reading(self, reading: Reading) -> None:
        """Print one report: head, events, statements, versions."""
        self._head(reading)
        for number, event in enumerate(reading.events, start=1):
            self.blank()
            self._event(number, event)
        if not reading.events:
            self.blank()
            self._print(self._text(self._words.say("no_events"), "bold"))
        if reading.statements:
            self.blank()
            self._print(self._text(self._words.say("statements"), "bold"))
        for number, said in enumerate(reading.statements, start=1):
            self._statement(number, said, reading.statements)
        self._flush()

    def _head(self, reading: Reading) -> None:
        report, words = reading.report, self._words
        title: Line = words.say("untitled")
        if report.title is not None:
            title = (own(report.title),)
        self._rule()
        self._wrapped(self._text(title, "bold"), margin=0)
        published = words.say("published_unknown")
        if report.published is not None:
            published = (ltr(report.published.isoformat()),)
        if report.published is not None and report.published_basis is not None:
            basis = words.label("published_bases", report.published_basis)
            published = (*published, Part(text=f" ({basis})"))
        counts = (ltr(str(len(reading.events))), ltr(str(len(reading.statements))))
        rows = [
            ("id", (ltr(short_id(report.id)),)),
            ("outlet", _known(report.outlet)),
            ("author", _known(report.author)),
            ("published", published),
            ("language", words.language_name(report.language)),
            ("address", (ltr(report.url),) if report.url is not None else ()),
            ("events", counts[:1]),
            ("statements", counts[1:]),
        ]
        labels = [(words.word(key), value) for key, value in rows if value]
        margin = 2 + max(_cells(label) for label, _ in labels)
        for label, value in labels:
            self._labelled(label, self._text(value), margin=margin)

    def _event(self, number: int, event: EventReport) -> None:
        words = self._words
        name = words.label("event_types", event.type)
        tags = " · ".join((name, *event_tags(event, words)))
        self._rule()
        head = (ltr(str(number)), Part(text=f"  {tags}"))
        self._wrapped(self._text(head, "bold"), margin=0)
        self._labelled(
            words.word("trigger"), self._quote(event.trigger, "trigger"), self._margin
        )
        shown = ""
        for fact in event_facts(event, words):
            self._fact(fact, label="" if fact.slot == shown else words.word(fact.slot))
            shown = fact.slot
        missing = not_said(event)
        if missing:
            listed = words.word("list_separator").join(map(words.word, missing))
            text = self._text((Part(text=listed),), "dim")
            self._labelled(words.word("not_said"), text, self._margin)

    def _statement(
        self, number: int, said: Statement, others: tuple[Statement, ...]
    ) -> None:
        words = self._words
        self._rule()
        speaker, verb, about = statement_facts(said, words)
        text = self._text((ltr(str(number)), Part(text="  ")), "bold")
        text.append_text(self._body(speaker))
        self._wrapped(text, margin=0)
        self._fact(verb, label=words.word("said"))
        self._fact(about, label="")
        numbers = {other.id: str(i) for i, other in enumerate(others, start=1)}
        for other in said.disputes:
            against = ltr(numbers.get(other, other))
            line = words.say("disputes", number=against)
            self._labelled("", self._text(line, "bold red"), self._margin)

    def _fact(self, fact: Fact, *, label: str) -> None:
        self._labelled(label, self._body(fact), self._margin)

    def _body(self, fact: Fact) -> "Text":
        """Set value, notes and quote in one line: the quote comes last."""
        style = STYLES[fact.slot]
        text = self._text((Part(text="– "),) if fact.inner else ())  # noqa: RUF001
        text.append_text(self._text(fact.value, f"bold {style}"))
        for note in fact.notes:
            if text:
                text.append_text(self._text((Part(text=" · "),), "dim"))
            text.append_text(self._text(note, "dim"))
        if fact.span is not None:
            text.append("  " if text else "")
            text.append_text(self._quote(fact.span, fact.slot))
        return text

    def _quote(self, span: Span, slot: str) -> "Text":
        return self._text((own(f"«{span.quote}»"),), STYLES[slot])

    def _text(self, line: Line, style: str = "") -> "Text":
        from rich.text import Text  # noqa: PLC0415 - as above

        text = Text(style="")
        for part in line:
            text.append(self._isolated(part), style=style)
        return text

    def _isolated(self, part: Part) -> str:
        if part.direction == "same":
            return part.text
        shown = visible(part.text)
        if not self._terminal:
            return shown
        return f"{OPENERS[part.direction]}{shown}{END_ISOLATE}"

    def _labelled(self, label: str, text: "Text", margin: int) -> None:
        """Print a label in the margin and the text beside it, wrapped there."""
        gap = " " * max(1, margin - _cells(label))
        self._wrapped(text, margin=margin, first=self._text((Part(text=label + gap),)))

    def _wrapped(
        self, text: "Text", *, margin: int, first: "Text | None" = None
    ) -> None:
        room = max(NARROWEST // 2, self._width - margin)
        for number, line in enumerate(closed(self._folded(text, room))):
            start = self._text((Part(text=" " * margin),))
            if number == 0 and first is not None:
                start = first
            start.append_text(line)
            self._print(start)

    def _folded(self, text: "Text", room: int) -> "Iterable[Text]":
        return text.wrap(self._console, room, overflow="fold", tab_size=4)

    def _rule(self) -> None:
        self._print(self._text((Part(text="─" * self._width),), "dim"))

    def _print(self, text: "Text") -> None:
        text.rstrip()
        self._lines.append(text)

    def _flush(self) -> None:
        """Send the lines of one report at once: rich takes its time for each call."""
        from rich.text import Text  # noqa: PLC0415 - as above

        self._console.print(Text("\n").join(self._lines), soft_wrap=True)
        self._lines.clear()


def visible(text: str) -> str:
    """Give text as one line without what could steer a terminal.

    Line breaks become spaces; control characters and marks of direction are left out.
    """
    one_line = WHITE_SPACE.sub(" ", BIDI_MARKS.sub("", text))
    return "".join(sign for sign in one_line if unicodedata.category(sign) != "Cc")


def closed(lines: "Iterable[Text]") -> "Iterator[Text]":
    """Close every isolate at the end of its line, and open it again on the next.

    A line break ends all isolates, so that the rest of a wrapped quote would lose its
    direction.
    """
    from rich.text import Text  # noqa: PLC0415 - as above

    still_open = ""
    for line in lines:
        before = still_open
        for sign in line.plain:
            if sign in OPENERS.values():
                still_open += sign
            elif sign == END_ISOLATE:
                still_open = still_open[:-1]
        yield Text.assemble(before, line, END_ISOLATE * len(still_open))


def _known(text: str | None) -> Line:
    return (own(text),) if text is not None else ()


def _cells(text: str) -> int:
    from rich.cells import cell_len  # noqa: PLC0415 - as above

    return cell_len(text)
