"""Cards of the page: an event or a statement, each value a link to its words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tawthiq.cli.cards.facts import (
    Fact,
    event_facts,
    event_tags,
    not_said,
    statement_facts,
)
from tawthiq.cli.cards.phrases import Line, Part, Speech, ltr, own
from tawthiq.cli.page.text import Anchor, Chip, escaped, word_start
from tawthiq.cli.page.words import Bilingual, drawn
from tawthiq.model.event import EventReport
from tawthiq.model.span import Span
from tawthiq.model.statement import Statement
from tawthiq.model.vocabulary import EventKind

# A statement's facts are its speaker, its verb and the words reported.
REPORTED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card as HTML, and where its values stand in the text."""

    html: str
    anchors: tuple[Anchor, ...]
    chip: Chip


def event_cards(
    events: Sequence[EventReport], *, report: str, text: str, words: Bilingual
) -> tuple[Card, ...]:
    """Draw a report's events.

    Args:
        events: the events.
        report: the report's name in the page (``r1``), which starts every id.
        text: the report's text.
        words: both languages.
    """
    return tuple(
        _event(
            event,
            _Frame(id=f"{report}-e{number}", number=number, text=text),
            words,
        )
        for number, event in enumerate(events, start=1)
    )


def statement_cards(
    statements: Sequence[Statement], *, report: str, text: str, words: Bilingual
) -> tuple[Card, ...]:
    """Draw a report's statements; those that contradict each other are linked."""
    numbers = {said.id: number for number, said in enumerate(statements, start=1)}
    return tuple(
        _statement(
            said,
            _Frame(id=f"{report}-s{number}", number=number, text=text),
            _Statements(words, report, numbers),
        )
        for number, said in enumerate(statements, start=1)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """A card's id and its number in its report, and that report's text."""

    id: str
    number: int
    text: str

    def link(self, index: int) -> str:
        """Draw the number as a link to the words of one fact."""
        target = f"{self.id}-{index}"
        return f'<a class="num" href="#m-{target}" data-v="{target}">{self.number}</a>'

    def anchors(self, facts: Iterable[Fact]) -> Iterator[Anchor]:
        for index, fact in enumerate(facts):
            if fact.span is not None:
                yield Anchor(id=f"{self.id}-{index}", slot=fact.slot, span=fact.span)

    def chip(self, span: Span, kind: str) -> Chip:
        start = word_start(self.text, span.start)
        return Chip(start=start, number=self.number, target=self.id, kind=kind)


@dataclass(frozen=True, slots=True)
class _Statements:
    """What a statement's card needs to know of the others."""

    words: Bilingual
    report: str
    numbers: dict[str, int]

    def against(self, other: str) -> str:
        number = self.numbers[other]
        said = self.words.line(lambda w: w.say("disputes", number=ltr(str(number))))
        return f'<a class="badge warn" href="#{self.report}-s{number}">{said}</a>'


# One fact in each language, with its place in the card.
_Row = tuple[int, tuple[Fact, ...]]


def _event(event: EventReport, frame: _Frame, words: Bilingual) -> Card:
    trigger = Fact(
        slot="trigger", value=(), notes=(), span=event.trigger, rule=event.rule
    )
    facts = [(trigger, *event_facts(event, w)) for w in words.speeches]
    quiet = "" if event.kind is EventKind.INCIDENT else " quiet"
    rows = "".join(
        _row(slot, group, frame, words=words)
        for slot, group in groupby(_numbered(facts), key=lambda row: row[1][0].slot)
    )
    return Card(
        html=(
            f'<section class="card{quiet}" id="{frame.id}"><h4>{frame.link(0)}'
            f"<span>{words.label('event_types', event.type)}</span>"
            f"{_badges(event, words)}</h4>"
            f"<dl>{rows}{_missing(event, words)}</dl></section>"
        ),
        anchors=tuple(frame.anchors(facts[0])),
        chip=frame.chip(event.trigger, "event"),
    )


def _badges(event: EventReport, words: Bilingual) -> str:
    """Draw the kind, and a stance that is not plain telling in the colour of doubt."""
    tags = zip(*(event_tags(event, w) for w in words.speeches), strict=True)
    return "".join(
        f'<span class="badge{" warn" if index else ""}">'
        f"{words.either([escaped(label) for label in labels])}</span>"
        for index, labels in enumerate(tags)
    )


def _missing(event: EventReport, words: Bilingual) -> str:
    slots = not_said(event)
    if not slots:
        return ""

    def listed(w: Speech) -> str:
        return escaped(w.word("list_separator").join(map(w.word, slots)))

    return (
        f'<div class="row missing"><dt>{words.word("not_said")}</dt>'
        f"<dd>{words.both(listed)}</dd></div>"
    )


def _statement(said: Statement, frame: _Frame, others: _Statements) -> Card:
    words = others.words
    facts = [statement_facts(said, w) for w in words.speeches]
    speaker, *rest = _numbered(facts)
    against = "".join(others.against(other) for other in said.disputes)
    return Card(
        html=(
            f'<section class="card says" id="{frame.id}"><h4>{frame.link(REPORTED)}'
            f"<span>{drawn((own(said.speaker.name),))}</span>"
            f'<span class="badge">{words.label("stances", said.stance)}</span>'
            f"{against}</h4><dl>{_row('attribution', [speaker], frame, words=words)}"
            f"{_row('said', rest, frame, words=words)}</dl></section>"
        ),
        anchors=tuple(frame.anchors(facts[0])),
        chip=frame.chip(said.about, "said"),
    )


def _numbered(facts: Sequence[Sequence[Fact]]) -> list[_Row]:
    """Pair each fact with itself in the other language."""
    return list(enumerate(zip(*facts, strict=True)))


def _row(key: str, group: Iterable[_Row], frame: _Frame, *, words: Bilingual) -> str:
    items = "".join(f"<li>{_fact(row, frame, words)}</li>" for row in group)
    return f'<div class="row"><dt>{words.word(key)}</dt><dd><ul>{items}</ul></dd></div>'


def _fact(row: _Row, frame: _Frame, words: Bilingual) -> str:
    """Draw one value: a link to its words, where it rests on any."""
    index, facts = row
    fact = facts[0]
    rule = words.line(lambda w: w.say("rule", name=ltr(fact.rule)))
    inside = (
        f"{words.either([_told(f) for f in facts])}{_quote(fact.span)}"
        f'<span class="rule">{rule}</span>'
    )
    marks = "".join(
        f" {name}"
        for name, on in (("inner", fact.inner), ("doubt", fact.doubtful))
        if on
    )
    classes = f"fx c-{fact.slot}{marks}"
    if fact.span is None:
        return f'<span class="{classes}">{inside}</span>'
    name = f"{frame.id}-{index}"
    return (
        f'<a class="{classes}" id="v-{name}" href="#m-{name}" '
        f'data-v="{name}">{inside}</a>'
    )


def _told(fact: Fact) -> str:
    """Draw a value with its notes; languages may differ in how many they need."""
    lines: list[Line] = [fact.value] if fact.value else []
    value = f'<span class="val">{drawn(fact.value)}</span>' if lines else ""
    separator = drawn((Part(text=" · "),))
    notes = separator.join(drawn(note) for note in fact.notes)
    if not notes:
        return value
    return f'{value}<span class="note">{separator if value else ""}{notes}</span>'


def _quote(span: Span | None) -> str:
    if span is None:
        return ""
    return (
        '<span class="gap"> </span><span class="words">'
        f'<q dir="auto">{escaped(span.quote)}</q></span>'
    )
