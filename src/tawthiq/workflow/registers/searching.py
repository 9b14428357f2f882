"""Searching a register: words as typed, and what holds them with the words marked."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from tawthiq.lang.search_marks import holds, marks_of, passages_of
from tawthiq.lang.search_query import sought_of, terms_of
from tawthiq.model.incident import Incident
from tawthiq.model.search import (
    Bounds,
    Found,
    Hit,
    Passage,
    SearchKind,
    Sought,
    Term,
)
from tawthiq.register.search import asking, entries, telling
from tawthiq.register.search.asking import Page, Row
from tawthiq.register.services import incidents, reports
from tawthiq.register.services.together import together
from tawthiq.workflow.registers.search_entries import (
    incident_entries,
    incident_lines,
    report_entry,
    sounds_of,
    victim_lines,
)

__all__ = ["Page", "how_many", "search", "understood"]

ENOUGH = 3
"""Hits below which names that only sound alike are looked up too."""
MARKS = 12
"""Hits in one text that are looked for: its first passages show no more."""
CLAIMS = 5
"""Claims of one report that are shown."""
BATCH = 200


def search(
    query: str,
    kind: SearchKind,
    *,
    bounds: Bounds | None = None,
    page: Page | None = None,
    hidden: frozenset[str] = frozenset(),
) -> Found:
    """Search the open register.

    Args:
        query: words; AND, OR, NOT, brackets, "phrases", begun* (`lang.search_query`).
        kind: of what.
        bounds: days and language that are kept to.
        page: which of the hits.
        hidden: ids of incidents and names of reports that who asks may not see.

    Returns:
        The hits with the words marked where they stand. Where fewer than three hold
        the words as they are spelt, those whose names sound alike are given too.

    Raises:
        OptionError: only words to leave out are told.
    """
    wanted = page or Page()
    sought = sought_of(query)
    if sought is None:
        return Found(hits=(), total=0)
    found = asking.ask(sought, kind, bounds=bounds, page=wanted, hidden=hidden)
    if found.total < ENOUGH and kind is not SearchKind.CLAIM:
        alike = sought_of(query, sound=_sound)
        sought = alike or sought
        found = asking.ask(sought, kind, bounds=bounds, page=wanted, hidden=hidden)
    hits = tuple(_hits(found.rows, kind, sought))
    return Found(hits=hits, total=found.total, more=found.more)


def how_many(
    query: str,
    kind: SearchKind,
    *,
    bounds: Bounds | None = None,
    hidden: frozenset[str] = frozenset(),
) -> tuple[int, bool]:
    """Count what holds a query, and say whether there is more than was counted.

    Raises:
        OptionError: only words to leave out are told.
    """
    sought = sought_of(query)
    if sought is None:
        return 0, False
    found = asking.ask(sought, kind, bounds=bounds, page=Page(size=0), hidden=hidden)
    return found.total, found.more


def understood(query: str) -> Sought | None:
    """Give a query as it is understood, so that a page can show it.

    Raises:
        OptionError: only words to leave out are told.
    """
    return sought_of(query)


def keep_incidents(former: Sequence[str], standing: Sequence[Incident]) -> None:
    """Let the index say what incidents say now, in the transaction that changed them."""
    made = [entry for one in standing for entry in incident_entries(one)]
    entries.keep_incidents(former, made)


def index_published(names: Sequence[str]) -> None:
    """Let the index hold incidents that others published, as the register keeps them."""
    for at in range(0, len(names), BATCH):
        some = names[at : at + BATCH]
        keep_incidents((), tuple(telling.incidents_of(some).values()))


def keep_reports(drawn: Sequence[reports.Drawn]) -> None:
    """Let the index say what reports say now, in the transaction that added them."""
    # Of two readings of one report in a batch the last one stands.
    made = {
        d.derived.report.id: report_entry(d.derived.report, d.claims) for d in drawn
    }
    entries.keep_reports(list(made.values()))


def is_empty() -> bool:
    """Whether the index holds nothing: the register does not either, or it is older."""
    return telling.nothing()


def rebuild() -> int:
    """Make the index anew from the rows of the register; give how many things it holds."""
    with together():
        entries.clear()
        names = iter(telling.report_names())
        while some := list(islice(names, BATCH)):
            read = reports.readings_with_claims(some)
            entries.add(
                [report_entry(reading.report, claims) for reading, claims in read]
            )
        standing = incidents.all_incidents()
        while group := list(islice(standing, BATCH)):
            entries.add([entry for one in group for entry in incident_entries(one)])
    return telling.how_many()


@lru_cache(maxsize=50_000)
def _sound(word: str) -> tuple[str, ...]:
    return sounds_of((word,))


def _hits(rows: Sequence[Row], kind: SearchKind, sought: Sought) -> Iterator[Hit]:
    terms = terms_of(sought)
    if kind in {SearchKind.REPORT, SearchKind.CLAIM}:
        texts = telling.texts([row.reference for row in rows])
        pairs = [(r, texts[r.reference]) for r in rows if r.reference in texts]
        if kind is SearchKind.REPORT:
            yield from (_report(row, told, terms) for row, told in pairs)
            return
        claims = telling.claims(told.reading for _, told in pairs)
        for row, told in pairs:
            chosen = _fullest(claims.get(told.reading, ()), terms)
            yield from (_claim(row, told.text, one, terms=terms) for one in chosen)
        return
    standing = telling.incidents_of([r.reference.split("#")[0] for r in rows])
    for row in rows:
        name, _, number = row.reference.partition("#")
        if name in standing:
            yield _incident(row, standing[name], terms, number=number)


def _report(row: Row, told: telling.Text, terms: Sequence[Term]) -> Hit:
    marks = marks_of(told.text, terms, enough=MARKS, sound=_sound)
    return _hit(row, told.title or "", passages_of(told.text, marks))


def _fullest(
    claims: Sequence[telling.ClaimText], terms: Sequence[Term]
) -> Sequence[telling.ClaimText]:
    """Give the claims of a report whose words hold most of what is asked for."""
    held = [(holds(claim.quote, terms), claim) for claim in claims]
    best = max((number for number, _ in held), default=0)
    return [claim for number, claim in held if number == best and number][:CLAIMS]


def _claim(
    row: Row, text: str, claim: telling.ClaimText, *, terms: Sequence[Term]
) -> Hit:
    inside = marks_of(claim.quote, terms)
    marks = tuple((claim.start + a, claim.start + b) for a, b in inside)
    return Hit(
        kind=SearchKind.CLAIM,
        reference=f"{row.reference}#{claim.id}",
        title=claim.attribute,
        day=row.day,
        language=row.language,
        passages=passages_of(text, marks, most=1),
    )


def _incident(
    row: Row, incident: Incident, terms: Sequence[Term], *, number: str
) -> Hit:
    lines = incident_lines(incident)
    title = incident.code
    if number and int(number) < len(incident.victims):
        victim = incident.victims[int(number)]
        lines, title = victim_lines(victim), victim.name
    text = "\n".join(lines)
    return _hit(row, title, passages_of(text, marks_of(text, terms, sound=_sound)))


def _hit(row: Row, title: str, passages: tuple[Passage, ...]) -> Hit:
    return Hit(
        kind=row.kind,
        reference=row.reference,
        title=title,
        day=row.day,
        language=row.language,
        passages=passages,
    )
