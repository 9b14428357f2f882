"""Verbatim: of what a program proposes, only what the report says word for word stays.

A value is kept where its quote stands in the report, letter by letter, and its codes
stand in the codebook; an event where the words that tell it do. All else is dropped
with its reason. What is proposed is only data: it can ask for nothing, and points on
the map, which no report tells, are not taken from it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tawthiq.lang.codebook import Codebook
from tawthiq.model.count import Range
from tawthiq.model.event import (
    Attribution,
    Casualty,
    EventReport,
    NamedVictim,
    Perpetrator,
    PlaceClaim,
    Struck,
    Weapon,
    When,
)
from tawthiq.model.report import Report
from tawthiq.model.span import Span
from tawthiq.model.vocabulary import (
    Blame,
    DateBasis,
    DatePrecision,
    EventKind,
    EventStance,
    PlaceRole,
    Stance,
    Wording,
)
from tawthiq.propose.plain_values import (
    RefusedError,
    Why,
    day,
    is_number,
    people,
    precision,
    word,
    wording,
)

Value = Mapping[str, Any]

MOST = 200
"""Events of a report, and values of a slot, beyond which a proposal is no reading."""

LONGEST = 600
"""Characters of a quote beyond which it points at nothing."""

OLDEST = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Something that was proposed and not kept; ``path`` says where it stood."""

    path: str
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What stands of a proposal, and what does not."""

    events: tuple[EventReport, ...]
    dropped: tuple[Dropped, ...]


def kept(proposal: object, report: Report, *, codebook: Codebook, reader: str) -> Kept:
    """Keep of a proposal what stands in the report.

    Args:
        proposal: ``{"events": [...]}`` in the reading format; a value's words may
            stand under ``span`` or, short, under ``quote``. Anything else keeps
            nothing.
        report: the report.
        codebook: the codes that there are.
        reader: the name that every kept value bears as its rule.
    """
    check = _Check(report.text, codebook, reader)
    events = tuple(check.events(proposal))
    return Kept(events=events, dropped=tuple(check.dropped))


class _Check:
    """Holds one proposal against one report; gathers what falls."""

    def __init__(self, text: str, codebook: Codebook, reader: str) -> None:
        self._text = text
        self._codebook = codebook
        self._reader = reader
        self._near = 0
        self.dropped: list[Dropped] = []

    def events(self, proposal: object) -> Iterator[EventReport]:
        told = proposal.get("events") if isinstance(proposal, Mapping) else None
        for path, event in self._rows(told, "events"):
            try:
                yield self._event(event, path)
            except RefusedError as refused:
                self._drop(path, refused.why)

    def _event(self, event: Value, path: str) -> EventReport:
        self._near = 0
        trigger = self._span(_words_of(event))
        self._near = trigger.start
        kind = word(EventKind, event.get("kind"), EventKind.INCIDENT)
        stance = word(EventStance, event.get("stance"), EventStance.ASSERTED)
        type_ = self._code("event_types", event.get("type"))
        number = int(path.partition("[")[2].rstrip("]")) + 1
        return EventReport(
            id=f"p{number}",
            kind=kind,
            type=type_,
            stance=stance,
            trigger=trigger,
            rule=self._reader,
            reader=self._reader,
            date=self._date(event.get("date"), f"{path}.date"),
            places=self._all(event, "places", path),
            perpetrators=self._all(event, "perpetrators", path),
            weapons=self._all(event, "weapons", path),
            struck=self._all(event, "struck", path),
            casualties=self._counts(event, path),
            victims=self._all(event, "victims", path),
            attribution=self._all(event, "attribution", path),
        )

    def _all(self, event: Value, field: str, path: str) -> tuple[Any, ...]:
        return tuple(made for _, made in self._made(event, field, path))

    def _made(self, event: Value, field: str, path: str) -> Iterator[tuple[int, Any]]:
        for where, value in self._rows(event.get(field), f"{path}.{field}"):
            try:
                made = self._value(field, value)
            except RefusedError as refused:
                self._drop(where, refused.why)
            else:
                yield int(where.rpartition("[")[2].rstrip("]")), made

    def _counts(self, event: Value, path: str) -> tuple[Casualty, ...]:
        """Keep the counts; parts name their whole by its place, which moves."""
        made = list(self._made(event, "casualties", path))
        place = {before: after for after, (before, _) in enumerate(made)}
        told = event.get("casualties") or ()
        return tuple(
            _part_of(count, place.get(_index(told[before].get("part_of"))), own)
            for own, (before, count) in enumerate(made)
        )

    def _value(self, field: str, value: Value) -> Any:  # noqa: ANN401 - any record
        span = self._span(value)
        makers: dict[str, Callable[[Value, Span], object]] = {
            "places": self._place,
            "perpetrators": self._perpetrator,
            "weapons": self._weapon,
            "struck": self._struck,
            "casualties": self._count,
            "victims": self._victim,
            "attribution": self._source,
        }
        return makers[field](value, span)

    def _place(self, value: Value, span: Span) -> PlaceClaim:
        return PlaceClaim(
            role=word(PlaceRole, value.get("role"), None),
            name=self._name(value, span),
            span=span,
            rule=self._reader,
        )

    def _perpetrator(self, value: Value, span: Span) -> Perpetrator:
        return Perpetrator(
            actor=self._code("actors", value.get("actor")),
            stance=word(Blame, value.get("stance"), Blame.ALLEGED),
            span=span,
            rule=self._reader,
        )

    def _weapon(self, value: Value, span: Span) -> Weapon:
        code = self._code("weapons", value.get("code"))
        return Weapon(code=code, span=span, rule=self._reader)

    def _struck(self, value: Value, span: Span) -> Struck:
        code = self._code("struck", value.get("code"))
        return Struck(code=code, name=None, span=span, rule=self._reader)

    def _count(self, value: Value, span: Span) -> Casualty:
        low, high = (people(value.get(key)) for key in ("low", "high"))
        if low is not None and high is not None and low > high:
            raise RefusedError(Why.NUMBER)
        said = word(Wording, value.get("wording"), wording(low, high))
        return Casualty(
            outcome=self._code("outcomes", value.get("outcome")),
            group=self._code("groups", value.get("group")),
            range=Range(low=low, high=high, wording=said),
            part_of=None,
            span=span,
            rule=self._reader,
        )

    def _victim(self, value: Value, span: Span) -> NamedVictim:
        sex, age = value.get("sex"), value.get("age")
        if age is not None and not (is_number(age) and 0 <= age <= OLDEST):
            raise RefusedError(Why.NUMBER)
        return NamedVictim(
            name=self._name(value, span),
            age=None if age is None else float(age),
            sex=None if sex is None else self._code("sexes", sex),
            outcome=self._code("outcomes", value.get("outcome")),
            span=span,
            rule=self._reader,
        )

    def _source(self, value: Value, span: Span) -> Attribution:
        channel, via = value.get("channel"), value.get("via")
        return Attribution(
            name=self._name(value, span),
            kind=self._code("source_kinds", value.get("kind")),
            channel=None if channel is None else self._code("channels", channel),
            stance=word(Stance, value.get("stance"), Stance.ASSERTS),
            via=via if isinstance(via, str) and via and via in self._text else None,
            span=span,
            rule=self._reader,
        )

    def _date(self, value: object, path: str) -> When | None:
        if value is None:
            return None
        if not isinstance(value, Mapping):
            self._drop(path, Why.FORM)
            return None
        try:
            return self._when(value)
        except RefusedError as refused:
            self._drop(path, refused.why)
            return None

    def _when(self, value: Value) -> When:
        span = self._span(value)
        start, end = (day(value.get(key)) for key in ("from", "to"))
        if start is not None and end is not None and start > end:
            raise RefusedError(Why.NUMBER)
        return When(
            start=start,
            end=end,
            precision=word(
                DatePrecision, value.get("precision"), precision(start, end)
            ),
            basis=word(DateBasis, value.get("basis"), DateBasis.STATED),
            span=span,
            rule=self._reader,
        )

    def _span(self, value: Value) -> Span:
        """Find the words of a value where it says, or else nearest to its event."""
        said = value.get("span")
        words = said if isinstance(said, Mapping) else value
        quote, start = words.get("quote"), words.get("start")
        if not isinstance(quote, str) or not 0 < len(quote) <= LONGEST:
            raise RefusedError(Why.QUOTE)
        if not any(sign.isalnum() for sign in quote):
            raise RefusedError(Why.QUOTE)
        if not (type(start) is int and start >= 0):
            start = None
        if start is None or self._text[start : start + len(quote)] != quote:
            start = self._nearest(quote)
        return Span.of(self._text, start, start + len(quote))

    def _nearest(self, quote: str) -> int:
        after = self._text.find(quote, self._near)
        before = self._text.rfind(quote, 0, self._near + len(quote))
        found = [at for at in (after, before) if at >= 0]
        if not found:
            raise RefusedError(Why.QUOTE)
        return min(found, key=lambda at: abs(at - self._near))

    def _name(self, value: Value, span: Span) -> str:
        """Give a name that stands in the quote; else the quote itself."""
        name = value.get("name")
        return (
            name
            if isinstance(name, str) and name and name in span.quote
            else span.quote
        )

    def _code(self, table: str, code: object) -> str:
        if (
            not isinstance(code, str)
            or code not in self._codebook.tables[table].entries
        ):
            raise RefusedError(Why.CODE)
        return code

    def _rows(self, told: object, path: str) -> Iterator[tuple[str, Value]]:
        if told is None:
            return
        if not isinstance(told, list | tuple):
            self._drop(path, Why.FORM)
            return
        if len(told) > MOST:
            self._drop(path, Why.MANY)
        for index, row in enumerate(told[:MOST]):
            where = f"{path}[{index}]"
            if isinstance(row, Mapping):
                yield where, row
            else:
                self._drop(where, Why.FORM)

    def _drop(self, path: str, why: Why) -> None:
        self.dropped.append(Dropped(path=path, why=why))


def _words_of(event: Value) -> Value:
    trigger = event.get("trigger")
    return trigger if isinstance(trigger, Mapping) else event


def _index(value: object) -> int:
    return value if type(value) is int else -1


def _part_of(count: Casualty, whole: int | None, own: int) -> Casualty:
    if whole is None or whole == own:
        return count
    return replace(count, part_of=whole)
