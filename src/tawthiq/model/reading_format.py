"""A reading as plain mappings: the one place that knows the keys of the format.

The keys, their order and their meaning are those of the reading format
(``codebook/reading.schema.json``); ``json.dumps`` of what is given here, with
``ensure_ascii=False``, is the same bytes for the same reading.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from itertools import chain

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
from tawthiq.model.mention import Mention
from tawthiq.model.place import Candidate
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.report import Report
from tawthiq.model.span import Span
from tawthiq.model.statement import Speaker, Statement

Fields = dict[str, object]


def text_hash(text: str) -> str:
    """Give the SHA-256 of a text's UTF-8 bytes, in hexadecimal.

    A lone surrogate, which broken input can leave, is kept as the bytes it came from.
    """
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def reading_to_dict(reading: Reading) -> Fields:
    """Give a reading as one line of ``tawthiq read --format jsonl``."""
    return {
        "report": _report(reading.report),
        "events": [_event(event) for event in reading.events],
        "statements": [_statement(said) for said in reading.statements],
        "origin": _origin(reading.origin),
    }


def mentions_to_dict(report: Report, mentions: Iterable[Mention]) -> Fields:
    """Give a report's mentions as one line of ``tawthiq spot --format jsonl``.

    Mentions stand in the order of their words; ``values`` of a mention become keys
    beside ``kind``, ``span`` and ``rule``, in the order of the alphabet.
    """
    ordered = sorted(mentions, key=lambda m: (m.span.start, m.span.end, m.kind, m.rule))
    return {
        "report": {"id": report.id},
        "mentions": [_mention(mention) for mention in ordered],
    }


def _report(report: Report) -> Fields:
    basis = report.published_basis
    return {
        "id": report.id,
        "language": report.language,
        "title": report.title,
        "outlet": report.outlet,
        "author": report.author,
        "url": report.url,
        "published": _day(report.published),
        "published_basis": str(basis) if basis is not None else None,
        "text_sha256": text_hash(report.text),
    }


def _event(event: EventReport) -> Fields:
    return {
        "id": event.id,
        "kind": str(event.kind),
        "type": event.type,
        "stance": str(event.stance),
        "trigger": _span(event.trigger),
        "date": _when(event.date) if event.date is not None else None,
        "places": [_place(claim) for claim in event.places],
        "perpetrators": [_perpetrator(claim) for claim in event.perpetrators],
        "at_large": [_perpetrator(claim) for claim in event.at_large],
        "weapons": [_weapon(claim) for claim in event.weapons],
        "struck": [_struck(claim) for claim in event.struck],
        "casualties": [_casualty(claim) for claim in event.casualties],
        "victims": [_victim(claim) for claim in event.victims],
        "attribution": [_attribution(claim) for claim in event.attribution],
        "rule": event.rule,
        "confidence": event.confidence,
        "kind_confidence": event.kind_confidence,
        "type_confidence": event.type_confidence,
        "reader": event.reader,
    }


def _statement(said: Statement) -> Fields:
    return {
        "id": said.id,
        "speaker": _speaker(said.speaker),
        "verb": _span(said.verb),
        "channel": said.channel,
        "via": said.via,
        "stance": str(said.stance),
        "about": _span(said.about),
        "disputes": list(said.disputes),
        "rule": said.rule,
    }


def _speaker(speaker: Speaker) -> Fields:
    return {
        "name": speaker.name,
        "role": speaker.role,
        "organisation": speaker.organisation,
        "kind": speaker.kind,
        "span": _span(speaker.span),
    }


def _origin(origin: Origin) -> Fields:
    return {
        "code": origin.code,
        "pack": {name: origin.pack[name] for name in sorted(origin.pack)},
        "codebook": origin.codebook,
        "beside": list(origin.beside),
        "alone": list(origin.alone),
    }


def _when(when: When) -> Fields:
    return {
        "from": _day(when.start),
        "to": _day(when.end),
        "precision": str(when.precision),
        "basis": str(when.basis),
        "span": _span(when.span) if when.span is not None else None,
        "rule": when.rule,
        "confidence": when.confidence,
    }


def _place(claim: PlaceClaim) -> Fields:
    place = claim.place
    return {
        "role": str(claim.role),
        "span": _span(claim.span),
        "name": claim.name,
        "name_en": place.name_en if place is not None else None,
        "lat": place.lat if place is not None else None,
        "lon": place.lon if place is not None else None,
        "place_id": place.id if place is not None else None,
        "pcode": place.pcode if place is not None else None,
        "precision": claim.precision,
        "radius_m": claim.radius_m,
        "state": str(claim.state),
        "candidates": [_candidate(candidate) for candidate in claim.candidates],
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _candidate(candidate: Candidate) -> Fields:
    place = candidate.place
    return {
        "place_id": place.id,
        "name": place.name_ar if place.name_ar is not None else place.name_en,
        "lat": place.lat,
        "lon": place.lon,
        "score": round(candidate.score, 4),
    }


def _perpetrator(claim: Perpetrator) -> Fields:
    return {
        "actor": claim.actor,
        "stance": str(claim.stance),
        "span": _span(claim.span),
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _weapon(claim: Weapon) -> Fields:
    return {
        "code": claim.code,
        "span": _span(claim.span),
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _struck(claim: Struck) -> Fields:
    return {
        "code": claim.code,
        "name": claim.name,
        "span": _span(claim.span),
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _casualty(claim: Casualty) -> Fields:
    return {
        "outcome": claim.outcome,
        "group": claim.group,
        "low": claim.range.low,
        "high": claim.range.high,
        "wording": str(claim.range.wording),
        "part_of": claim.part_of,
        "span": _span(claim.span),
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _victim(claim: NamedVictim) -> Fields:
    return {
        "name": claim.name,
        "age": _age(claim.age),
        "sex": claim.sex,
        "outcome": claim.outcome,
        "span": _span(claim.span),
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _attribution(claim: Attribution) -> Fields:
    return {
        "name": claim.name,
        "kind": claim.kind,
        "channel": claim.channel,
        "stance": str(claim.stance),
        "via": claim.via,
        "span": _span(claim.span),
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _mention(mention: Mention) -> Fields:
    fixed: Fields = {"kind": mention.kind, "span": _span(mention.span)}
    values = {
        # A source's own kind must not hide what kind of mention it is.
        f"source_{key}" if key == "kind" else key: _plain(mention.values[key])
        for key in sorted(mention.values)
    }
    return dict(chain(fixed.items(), values.items(), (("rule", mention.rule),)))


def _span(span: Span) -> Fields:
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _age(age: float | None) -> float | None:
    """Give whole years as a whole number, so that 11 never reads 11.0."""
    return int(age) if age is not None and age == int(age) else age


def _plain(value: object) -> object:
    """Give what JSON can hold: days as text, spans and collections as their parts."""
    match value:
        case date():
            return value.isoformat()
        case Span():
            return _span(value)
        case str():
            return str(value)
        case Mapping():
            return {str(key): _plain(part) for key, part in value.items()}
        case tuple() | list():
            return [_plain(part) for part in value]
        case _:
            return value
