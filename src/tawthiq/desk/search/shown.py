"""Hits as the page shows them: a name, an address, words with the hits marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from tawthiq.desk import phrases
from tawthiq.desk.incidents.listing import line_of
from tawthiq.desk.preferences import current
from tawthiq.model.search import Either, Every, Hit, Passage, SearchKind, Sought
from tawthiq.register.models import CatalogueRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a passage that are all hit or all not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One hit: its name and address, what stands beside it, its passages in pieces."""

    title: str
    address: str
    beside: tuple[str, ...]
    day: str
    passages: tuple[tuple[Piece, ...], ...]


def cards_of(hits: Sequence[Hit], kind: SearchKind) -> list[Card]:
    """Put hits into words."""
    if kind in {SearchKind.REPORT, SearchKind.CLAIM}:
        return [_from_report(hit) for hit in hits]
    names = {hit.reference.partition("#")[0] for hit in hits}
    rows = CatalogueRow.objects.in_bulk(sorted(names))
    return [_from_incident(hit, rows) for hit in hits]


def _from_report(hit: Hit) -> Card:
    name, _, claim = hit.reference.partition("#")
    title = hit.title or phrases.plain("search_untitled")
    if claim:
        title = phrases.plain(f"search_claim_{hit.title}")
    return Card(
        title=title,
        address=reverse("reviewing:report", kwargs={"name": name}),
        beside=(),
        day=hit.day.isoformat() if hit.day else "",
        passages=tuple(
            tuple(pieces(one)) for one in hit.passages if one.text.strip() != title
        ),
    )


def _from_incident(hit: Hit, rows: dict[str, CatalogueRow]) -> Card:
    name = hit.reference.partition("#")[0]
    row = rows.get(name)
    beside: tuple[str, ...] = ()
    title = hit.title
    if row is not None:
        line = line_of(row, current().lang)
        told = (line.types, line.place or line.units)
        named = phrases.plain("search_joint").join(one for one in told if one)
        killed = phrases.plain("search_killed", number=line.killed)
        beside = (killed, line.grade, line.code)
        if hit.kind is SearchKind.VICTIM:
            beside = (named, line.code)
        else:
            title = named or title
    return Card(
        title=title,
        address=reverse("incidents:incident", kwargs={"name": name}),
        beside=tuple(one for one in beside if one),
        day=hit.day.isoformat() if hit.day else "",
        passages=tuple(tuple(pieces(one)) for one in hit.passages),
    )


def pieces(passage: Passage) -> Iterator[Piece]:
    """Cut a passage at its hits."""
    at = 0
    for start, end in passage.marks:
        first, last = start - passage.start, end - passage.start
        if first > at:
            yield Piece(text=passage.text[at:first], marked=False)
        yield Piece(text=passage.text[first:last], marked=True)
        at = last
    if at < len(passage.text):
        yield Piece(text=passage.text[at:], marked=False)


def understood_text(sought: Sought) -> str:
    """Say how a query was understood, in one line."""
    if isinstance(sought, Either):
        return _joined("search_or", sought.parts)
    if isinstance(sought, Every):
        told = _joined("search_and", sought.parts)
        out = "".join(
            phrases.plain("search_without", words=_inner(part))
            for part in sought.without
        )
        return told + out
    words = " ".join(sought.words)
    if sought.opening:
        return phrases.plain("search_begun", words=words)
    return phrases.plain("search_phrase", words=words)


def _joined(key: str, parts: Sequence[Sought]) -> str:
    return phrases.plain(key).join(map(_inner, parts))


def _inner(part: Sought) -> str:
    told = understood_text(part)
    return told if not isinstance(part, Either | Every) else f"({told})"
