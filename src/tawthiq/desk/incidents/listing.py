"""What a list, a map and a picture show of incidents: facets, lines, what was asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tawthiq.desk import figures, phrases
from tawthiq.desk.incidents.asked import CODES, Asked
from tawthiq.desk.incidents.finding import NOTHING, facets
from tawthiq.desk.incidents.remembering import remembered
from tawthiq.register.models import CatalogueRow

TABLES = {
    "type": "event_types",
    "actor": "actors",
    "weapon": "weapons",
    "struck": "struck",
    "grade": "grades",
    "precision": "place_precisions",
}
"""The codebook's table of each filter; the states of review are phrases."""
SHOWN = 12
"""Codes of a facet shown at once; the rest unfold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One code of a filter, how many incidents have it, whether it is chosen."""

    code: str
    label: str
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A filter with its codes, most frequent first; ``open`` where one is chosen."""

    key: str
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...]
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of what was asked, in words, with the query that asks without it."""

    key: str
    text: str
    query: str


def label(key: str, code: str) -> str:
    """Name a code of a filter in the reader's language."""
    if code in {NOTHING, ""}:
        return phrases.plain("not_said")
    if key == "review":
        return phrases.plain(f"incidents_review_{code}")
    return phrases.label(TABLES[key], code)


def labels(key: str, told: str) -> str:
    """Name the codes that a column holds between bars, apart by commas."""
    codes = [code for code in told.split("|") if code]
    return phrases.plain("incidents_comma").join(label(key, code) for code in codes)


def facets_of(asked: Asked) -> list[Facet]:
    """Give all filters with the counts of their codes under what is asked."""
    told = remembered(("facets", asked), lambda: facets(asked))
    return [_facet(asked, key, dict(told[key])) for key in CODES]


def _facet(asked: Asked, key: str, counts: dict[str, int]) -> Facet:
    chosen = getattr(asked, key)
    for code in chosen:
        counts.setdefault(code, 0)
    ranked = sorted(counts, key=lambda one: (one == NOTHING, -counts[one], one))
    choices = [
        Choice(
            code=code,
            label=label(key, code),
            number=counts[code],
            chosen=code in chosen,
        )
        for code in ranked
    ]
    first = [one for at, one in enumerate(choices) if at < SHOWN or one.chosen]
    more = [one for one in choices if one not in first]
    return Facet(key=key, choices=tuple(first), more=tuple(more), open=bool(chosen))


def parts_of(asked: Asked) -> Iterator[Part]:
    """Tell what was understood, a part at a time, each of which can be taken away."""
    for key in CODES:
        for code in getattr(asked, key):
            rest = tuple(one for one in getattr(asked, key) if one != code)
            kept = asked.with_codes(key, rest).query()
            yield Part(key=key, text=label(key, code), query=kept)
    for key, text in _bounds(asked):
        yield Part(key=key, text=text, query=asked.without(key).query())


def _bounds(asked: Asked) -> Iterator[tuple[str, str]]:
    for key in ("first", "last"):
        day: date | None = getattr(asked, key)
        if day is not None:
            yield key, figures.day(day)
    for key in ("least", "most"):
        number: int | None = getattr(asked, key)
        if number is not None:
            yield key, figures.digits(number)
    if asked.place:
        yield "place", asked.place
    if asked.placed:
        yield "placed", phrases.plain(f"incidents_placed_{asked.placed}")
    if asked.bbox is not None:
        yield "bbox", phrases.plain("incidents_bbox_told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One incident on a list."""

    code: str
    when: str
    place: str
    units: str
    types: str
    actors: str
    killed: str
    injured: str
    grade: str
    grade_code: str
    voices: int
    reports: int
    placed: bool


def line_of(row: CatalogueRow, lang: str) -> Line:
    """Put a row of the catalogue into words."""
    units = [unit for unit in row.units.split("|") if unit]
    return Line(
        code=row.code,
        when=when_of(row.day, row.last_day),
        place=(row.place_en if lang == "en" else "") or row.place,
        units=(figures.in_script(units) or [""])[-1],  # the widest
        types=labels("type", row.types),
        actors=labels("actor", row.actors),
        killed=_count(row.killed_low, row.killed_high, said=row.killed_said),
        injured=_count(row.injured_low, row.injured_high, said=row.injured_said),
        grade=label("grade", row.grade),
        grade_code=row.grade,
        voices=row.voices,
        reports=row.reports,
        placed=row.lat is not None,
    )


def when_of(first: date | None, last: date | None) -> str:
    """Write a day, or from one to another."""
    if first is None or last is None or first == last:
        return figures.day(first or last)
    return phrases.plain("from_to", low=figures.day(first), high=figures.day(last))


def _count(low: int | None, high: int | None, *, said: bool) -> str:
    """Write a range; people without a number are said, nobody spoken of is not."""
    if low is None and high is None and said:
        return phrases.plain("incidents_no_number")
    return figures.between(low, high)
