"""What a card shows of an event or a statement, one fact for each value.

The terminal and the page draw the same facts; only their dress differs. A number, zero
and what was not said are told apart in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tawthiq.assemble.doubt import is_doubtful
from tawthiq.cli.cards.phrases import Line, Part, Speech, ltr, own, plain
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
from tawthiq.model.span import Span
from tawthiq.model.statement import Statement
from tawthiq.model.vocabulary import (
    DatePrecision,
    EventStance,
    PlaceState,
    Stance,
    Wording,
)

# The slots in the order in which a recorder asks: when, where, who, with what.
SLOTS = (
    "date",
    "place",
    "perpetrator",
    "weapon",
    "struck",
    "casualty",
    "victim",
    "attribution",
)
# A card says aloud when a report leaves one of these open.
EXPECTED = ("date", "place", "perpetrator", "casualty")
KILOMETRE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value as a card shows it.

    Args:
        slot: which slot it fills.
        value: the value itself.
        notes: what qualifies it, each a line of its own.
        span: the words it rests on; None where a value rests on none.
        rule: what read it.
        confidence: how probable it is that the value is right, where that was weighed.
        inner: true for a part of the row above.
    """

    slot: str
    value: Line
    notes: tuple[Line, ...]
    span: Span | None
    rule: str
    confidence: float | None = None
    inner: bool = False

    @property
    def doubtful(self) -> bool:
        """Say whether it is more probably wrong than right."""
        return is_doubtful(self.confidence)


def event_facts(event: EventReport, speech: Speech) -> tuple[Fact, ...]:
    """Give an event's values in the order of the slots; its trigger stands apart.

    What is doubtful says so in its last note.
    """
    return tuple(_marked(fact, speech) for fact in _facts(event, speech))


def _marked(fact: Fact, speech: Speech) -> Fact:
    if fact.confidence is None or not fact.doubtful:
        return fact
    return replace(
        fact, notes=(*fact.notes, doubt("doubtful", fact.confidence, speech))
    )


def doubt(key: str, confidence: float, speech: Speech) -> Line:
    """Say how probable a doubtful thing is, in the words of ``phrases.csv``."""
    return speech.say(key, percent=ltr(f"{confidence:.0%}"))


def _facts(event: EventReport, speech: Speech) -> tuple[Fact, ...]:
    return (
        *([_when(event.date, speech)] if event.date is not None else []),
        *(_place(claim, speech) for claim in event.places),
        *(_perpetrator(claim, speech) for claim in event.perpetrators),
        *(_weapon(claim, speech) for claim in event.weapons),
        *(_struck(claim, speech) for claim in event.struck),
        *_casualties(event.casualties, speech),
        *(_victim(claim, speech) for claim in event.victims),
        *(_attribution(claim, speech) for claim in event.attribution),
    )


def not_said(event: EventReport) -> tuple[str, ...]:
    """Name the slots that a reader expects and the report leaves open."""
    filled = {
        "date": event.date is not None,
        "place": bool(event.places),
        "perpetrator": bool(event.perpetrators),
        "casualty": bool(event.casualties or event.victims),
    }
    return tuple(slot for slot in EXPECTED if not filled[slot])


def event_tags(event: EventReport, speech: Speech) -> tuple[str, ...]:
    """Give the kind of an event, its stance unless it is simply told, what is doubtful."""
    tags = [speech.label("event_kinds", event.kind)]
    if event.stance is not EventStance.ASSERTED:
        tags.append(speech.label("event_stances", event.stance))
    if event.reader is not None:
        tags.append(plain(speech.say("proposed_by", name=ltr(event.reader))))
    tags.extend(plain(line) for line in _doubts(event, speech))
    return tuple(tags)


def _doubts(event: EventReport, speech: Speech) -> Iterator[Line]:
    """Say what is doubtful: an event, or else its kind or its type."""
    if event.confidence is not None and is_doubtful(event.confidence):
        yield doubt("doubtful", event.confidence, speech)
        return
    for key, confidence in (
        ("doubtful_kind", event.kind_confidence),
        ("doubtful_type", event.type_confidence),
    ):
        if confidence is not None and is_doubtful(confidence):
            yield doubt(key, confidence, speech)


def statement_facts(said: Statement, speech: Speech) -> tuple[Fact, ...]:
    """Give who speaks, and what they are reported to say."""
    speaker = said.speaker
    name: Line = (own(speaker.name),)
    if speaker.role is not None and speaker.role != speaker.name:
        name = speech.say("role", name=own(speaker.name), role=own(speaker.role))
    notes: list[Line] = [(Part(text=speech.label("source_kinds", speaker.kind)),)]
    if speaker.organisation is not None and speaker.organisation != speaker.name:
        notes.append((own(speaker.organisation),))
    notes.extend(_carried(said.channel, said.via, speech))
    stance = (Part(text=speech.label("stances", said.stance)),)
    return (
        Fact(
            slot="attribution",
            value=name,
            notes=tuple(notes),
            span=speaker.span,
            rule=said.rule,
        ),
        Fact(slot="verb", value=stance, notes=(), span=said.verb, rule=said.rule),
        Fact(slot="said", value=(), notes=(), span=said.about, rule=said.rule),
    )


def number(range_: Range, speech: Speech) -> Line:
    """Put a count into words: «12 فأكثر», «من 30 إلى 35», «عدد غير محدّد»."""
    low, high = range_.low, range_.high
    if low == high == 0:
        return speech.say("zero")
    if low is None and high is None:
        return speech.say("vague")
    ends = {"low": ltr(str(low)), "high": ltr(str(high))}
    return speech.say(_bounds(range_), **ends)


def _bounds(range_: Range) -> str:
    """Choose the phrase that the bounds allow, whatever the wording claims."""
    if range_.low is None:
        return "up_to"
    if range_.high is None:
        return "more_than" if range_.wording is Wording.MORE_THAN else "at_least"
    if range_.low != range_.high:
        return "range"
    return "about" if range_.wording is Wording.ABOUT else "exact"


def _when(when: When, speech: Speech) -> Fact:
    notes: list[Line] = []
    if when.precision is not DatePrecision.DAY and when.start is not None:
        label = speech.label("date_precisions", when.precision)
        notes.append(speech.say("precision", precision=label))
    notes.append((Part(text=speech.label("date_bases", when.basis)),))
    return Fact(
        slot="date",
        value=_days(when.start, when.end, speech),
        notes=tuple(notes),
        span=when.span,
        rule=when.rule,
        confidence=when.confidence,
    )


def _days(start: date | None, end: date | None, speech: Speech) -> Line:
    first = ltr(start.isoformat()) if start is not None else None
    last = ltr(end.isoformat()) if end is not None else None
    match first, last:
        case None, None:
            return speech.say("no_day")
        case Part(), None:
            return speech.say("from_day", first=first)
        case None, Part():
            return speech.say("until_day", last=last)
        case Part(), Part() if first == last:
            return speech.say("one_day", day=first)
        case Part(), Part():
            return speech.say("days", first=first, last=last)
        case _:
            message = "days that are neither there nor missing"
            raise AssertionError(message)


def _place(claim: PlaceClaim, speech: Speech) -> Fact:
    notes: list[Line] = [(Part(text=speech.label("place_roles", claim.role)),)]
    if claim.precision is not None:
        label = speech.label("place_precisions", claim.precision)
        notes.append((Part(text=label),))
    notes.extend(_pinned(claim, speech))
    return Fact(
        slot="place",
        value=(own(claim.name),),
        notes=tuple(notes),
        span=claim.span,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _pinned(claim: PlaceClaim, speech: Speech) -> Iterator[Line]:
    """Say where a place lies and how sure that is, or that nobody knows."""
    if claim.state is PlaceState.UNRESOLVED:
        yield speech.say("unresolved")
        return
    if claim.state is PlaceState.AMBIGUOUS:
        count = len(claim.candidates)
        yield (
            speech.say("candidates", count=str(count))
            if count
            else speech.say("ambiguous")
        )
    place = claim.place
    if place is None:
        return
    if speech.language != "ar" and place.name_en is not None:
        yield (own(place.name_en),)
    yield (ltr(f"{place.lat:.4f},{place.lon:.4f}"),)
    if claim.radius_m is not None:
        yield _radius(claim.radius_m, speech)
    yield (ltr(place.pcode or place.id),)


def _radius(metres: int, speech: Speech) -> Line:
    if metres < KILOMETRE:
        return speech.say("radius_m", radius=ltr(str(metres)))
    return speech.say("radius_km", radius=ltr(f"{metres / KILOMETRE:g}"))


def _perpetrator(claim: Perpetrator, speech: Speech) -> Fact:
    return Fact(
        slot="perpetrator",
        value=(Part(text=speech.label("actors", claim.actor)),),
        notes=((Part(text=speech.label("perpetrator_stances", claim.stance)),),),
        span=claim.span,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _weapon(claim: Weapon, speech: Speech) -> Fact:
    return Fact(
        slot="weapon",
        value=(Part(text=speech.label("weapons", claim.code)),),
        notes=(),
        span=claim.span,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _struck(claim: Struck, speech: Speech) -> Fact:
    label = speech.label("struck", claim.code)
    value: Line = (Part(text=label),)
    if claim.name is not None:
        value = speech.say("named", label=label, name=own(claim.name))
    return Fact(
        slot="struck",
        value=value,
        notes=(),
        span=claim.span,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _casualties(rows: tuple[Casualty, ...], speech: Speech) -> Iterator[Fact]:
    for index, owner in _parts_after_wholes(tuple(row.part_of for row in rows)):
        whole = rows[owner].span.quote if owner is not None else None
        yield _casualty(rows[index], whole, speech)


def _parts_after_wholes(
    owners: tuple[int | None, ...],
) -> Iterator[tuple[int, int | None]]:
    """Give every row once with its whole; rows that name each other lose none."""
    shown: set[int] = set()

    def below(whole: int) -> Iterator[tuple[int, int | None]]:
        for index, owner in enumerate(owners):
            if owner == whole and index not in shown:
                shown.add(index)
                yield index, whole
                yield from below(index)

    stray = [i for i, owner in enumerate(owners) if owner not in range(len(owners))]
    for index in (*stray, *range(len(owners))):
        if index not in shown:
            shown.add(index)
            yield index, None
            yield from below(index)


def _casualty(row: Casualty, whole: str | None, speech: Speech) -> Fact:
    text = number(row.range, speech)
    outcome = speech.label("outcomes", row.outcome)
    group = speech.label("groups", row.group)
    return Fact(
        slot="casualty",
        value=(*text, Part(text=f" · {outcome} · {group}")),
        notes=(speech.say("part_of", whole=own(whole)),) if whole is not None else (),
        span=row.span,
        rule=row.rule,
        confidence=row.confidence,
        inner=whole is not None,
    )


def _victim(claim: NamedVictim, speech: Speech) -> Fact:
    notes: list[Line] = [(Part(text=speech.label("outcomes", claim.outcome)),)]
    if claim.age is not None:
        notes.append(speech.say("age", age=ltr(f"{claim.age:g}")))
    if claim.sex is not None:
        notes.append((Part(text=speech.label("sexes", claim.sex)),))
    return Fact(
        slot="victim",
        value=(own(claim.name),),
        notes=tuple(notes),
        span=claim.span,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _attribution(claim: Attribution, speech: Speech) -> Fact:
    notes: list[Line] = [(Part(text=speech.label("source_kinds", claim.kind)),)]
    if claim.stance is not Stance.ASSERTS:
        notes.append((Part(text=speech.label("stances", claim.stance)),))
    notes.extend(_carried(claim.channel, claim.via, speech))
    return Fact(
        slot="attribution",
        value=(own(claim.name),),
        notes=tuple(notes),
        span=claim.span,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _carried(channel: str | None, via: str | None, speech: Speech) -> Iterator[Line]:
    """Say by which channel and through whom words came, where the report does."""
    if channel is not None:
        yield (Part(text=speech.label("channels", channel)),)
    if via is not None:
        yield speech.say("via", name=own(via))
