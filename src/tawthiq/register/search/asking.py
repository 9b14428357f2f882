"""Asks the search index, in the words of the database that the register lives in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from django.db import connection

from tawthiq.model.search import Bounds, Either, Every, SearchKind, Sought, Term

MOST = 1_000
"""Hits that are counted and put in order by day; of more, those taken in last come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that holds what was asked for."""

    kind: SearchKind
    reference: str
    day: date | None
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A page of them; ``more`` where there are more than ``total``."""

    rows: tuple[Row, ...]
    total: int
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which of the hits are wanted."""

    start: int = 0
    size: int = 20


def ask(
    sought: Sought,
    kind: SearchKind,
    *,
    page: Page,
    bounds: Bounds | None = None,
    hidden: frozenset[str] = frozenset(),
) -> Rows:
    """Find what holds the words that are asked for.

    Args:
        sought: see `lang.search_query.sought_of`.
        kind: of what; of claims, the reports are given that have such claims.
        bounds: days and language that are kept to.
        page: which of the hits.
        hidden: ids of incidents and names of reports that are passed over.

    Returns:
        The hits, the latest day first where there are no more than 1,000.
    """
    postgres = connection.vendor == "postgresql"
    stored = SearchKind.REPORT if kind is SearchKind.CLAIM else kind
    told, values = _bounds(bounds or Bounds())
    if postgres:
        source, newest = "search_entry e WHERE e.vector @@ %s::tsquery", "e.id"
        source += " AND e.kind = %s"
        asked: list[str | date] = [_postgres(sought, kind), str(stored)]
    else:
        source = "search_words f JOIN search_entry e ON e.id = f.rowid"
        source, newest = f"{source} WHERE search_words MATCH %s", "f.rowid"
        asked = [f"(kind : {stored}) AND {_sqlite(sought, kind)}"]
    statement = (
        f"SELECT e.id, e.kind, e.reference, e.day, e.language FROM {source}"  # noqa: S608
        f"{told} ORDER BY {newest} DESC LIMIT {MOST + 1}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*asked, *values])
        found = cursor.fetchall()
    more = len(found) > MOST
    kept = [row for row in found[:MOST] if not hidden & _owners(kind, str(row[2]))]
    if not more:
        kept.sort(key=lambda row: str(row[2]))
        kept.sort(key=lambda row: str(row[3] or ""), reverse=True)
    some = kept[page.start : page.start + page.size]
    return Rows(rows=tuple(map(_row, some)), total=len(kept), more=more)


def _owners(kind: SearchKind, reference: str) -> frozenset[str]:
    """Give what a row is hidden with: itself, or the incident of a victim."""
    if kind is SearchKind.VICTIM:
        return frozenset({reference.rpartition("#")[0]})
    return frozenset({reference})


def _row(told: Sequence[object]) -> Row:
    _, kind, reference, day, language = told
    return Row(
        kind=SearchKind(str(kind)),
        reference=str(reference),
        day=day if isinstance(day, date) else _day(day),
        language=str(language),
    )


def _day(told: object) -> date | None:
    """Read a day as SQLite keeps it."""
    return date.fromisoformat(str(told)) if told else None


def _bounds(bounds: Bounds) -> tuple[str, list[str | date]]:
    told = ""
    values: list[str | date] = []
    for name, value in (
        ("e.day >= %s", bounds.since),
        ("e.day <= %s", bounds.until),
        ("e.language = %s", bounds.language),
    ):
        if value:
            told += f" AND {name}"
            values.append(value)
    return told, values


def _sqlite(sought: Sought, kind: SearchKind) -> str:
    """Write what is asked for in the language of FTS5."""
    if isinstance(sought, Either):
        return "(" + " OR ".join(_sqlite(p, kind) for p in sought.parts) + ")"
    if isinstance(sought, Every):
        told = "(" + " AND ".join(_sqlite(p, kind) for p in sought.parts) + ")"
        for part in sought.without:
            told = f"({told} NOT {_sqlite(part, kind)})"
        return told
    star = "*" if sought.opening else ""
    if kind is SearchKind.CLAIM:
        ways = [f'quotes : "{" ".join(w)}"{star}' for w in _ways(sought)]
    elif len(sought.keys) == 1:
        ways = [f'{{words others}} : "{key}"{star}' for key in sought.keys[0]]
    else:
        ways = [f'words : "{" ".join(w)}"{star}' for w in _ways(sought)]
    if kind is not SearchKind.CLAIM:
        ways += [f'sounds : "{sound}"' for sound in sought.sounds]
    return "(" + " OR ".join(ways) + ")"


def _postgres(sought: Sought, kind: SearchKind) -> str:
    """Write what is asked for as a tsquery."""
    if isinstance(sought, Either):
        return "(" + " | ".join(_postgres(p, kind) for p in sought.parts) + ")"
    if isinstance(sought, Every):
        told = " & ".join(_postgres(p, kind) for p in sought.parts)
        out = "".join(f" & !{_postgres(p, kind)}" for p in sought.without)
        return f"({told}{out})"
    mark = "C" if kind is SearchKind.CLAIM else "AB" if len(sought.keys) == 1 else "A"
    ways = []
    for way in _ways(sought):
        ends = [*[f"'{key}':{mark}" for key in way[:-1]]]
        star = "*" if sought.opening else ""
        ways.append("(" + " <-> ".join([*ends, f"'{way[-1]}':{star}{mark}"]) + ")")
    if kind is not SearchKind.CLAIM:
        ways += [f"'{sound}':D" for sound in sought.sounds]
    return "(" + " | ".join(ways) + ")"


def _ways(term: Term) -> list[tuple[str, ...]]:
    """Give each way of looking a phrase up, as its words have several keys."""
    return list(product(*term.keys))[:WAYS]


WAYS = 16
"""Ways of looking a phrase up that are tried, those of the words as written first."""
