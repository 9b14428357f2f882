"""What of a register can be searched: reports, their claims, incidents and victims."""

import json
from collections.abc import Iterable, Iterator
from functools import cache

from tawthiq.lang.codebook import Codebook, load_codebook
from tawthiq.lang.search_words import search_words
from tawthiq.link.name_parts import read_name
from tawthiq.model.claim import Attribute, Claim
from tawthiq.model.incident import Incident, Victim
from tawthiq.model.report import Report
from tawthiq.model.search import Entry, SearchKind

BREAK = "ⵣ"
"""Stands where no phrase goes on: between a title and a text, between two quotes."""
NAMING = (Attribute.VICTIM, Attribute.PLACE)
LANGUAGES = ("ar", "en")


def sounds_of(names: Iterable[str]) -> tuple[str, ...]:
    """Give how the words of names sound, each once; the same for Arabic and Latin."""
    found: dict[str, None] = {}
    for name in names:
        for part in read_name(name).parts:
            sound = "".join(c for c in part.sound if c.isalnum())
            if len(sound) > 1:
                found[sound] = None
    return tuple(found)


def report_entry(report: Report, claims: Iterable[Claim]) -> Entry:
    """Give what is looked up of a report, with the words of its claims."""
    kept = tuple(claims)
    words, others = _keys((report.title or "", report.text))
    quotes = dict.fromkeys(c.span.quote for c in kept if c.span is not None)
    base, more = _keys(quotes)
    names = (
        str(dict(c.value).get("name") or "") for c in kept if c.attribute in NAMING
    )
    return Entry(
        kind=SearchKind.REPORT,
        reference=report.id,
        day=report.published,
        language=report.language,
        words=words,
        others=others,
        quotes=f"{base} {BREAK} {more}".strip(),
        sounds=" ".join(sounds_of(names)),
    )


def incident_entries(incident: Incident) -> Iterator[Entry]:
    """Give what is looked up of an incident, and of each of its victims."""
    day = incident.date.start if incident.date is not None else None
    words, others = _keys(incident_lines(incident))
    names = [
        n for p in incident.places for n in (p.name, p.name_ar or "", p.name_en or "")
    ]
    names += [n for v in incident.victims for n in (v.name, *v.names)]
    yield Entry(
        kind=SearchKind.INCIDENT,
        reference=incident.id,
        day=day,
        words=words,
        others=others,
        sounds=" ".join(sounds_of(names)),
    )
    for number, victim in enumerate(incident.victims):
        words, others = _keys(victim_lines(victim))
        yield Entry(
            kind=SearchKind.VICTIM,
            reference=f"{incident.id}#{number}",
            day=day,
            words=words,
            others=others,
            sounds=" ".join(sounds_of((victim.name, *victim.names))),
        )


def incident_lines(incident: Incident) -> tuple[str, ...]:
    """Give what an incident says in words, a line each; labels in both languages."""
    book = _codebook()
    coded = (
        *(("event_types", code) for code in incident.event_types),
        *(("weapons", code) for code in incident.weapons),
        *(("struck", code) for code in incident.struck),
        *(("actors", code) for code in incident.belligerents),
        *(("actors", part.actor) for part in incident.responsibility),
    )
    labels = (
        book.label(table, code, language)
        for table, code in dict.fromkeys(coded)
        if code in book.tables[table].entries
        for language in LANGUAGES
    )
    places = (
        name
        for place in incident.places
        for name in (place.name, place.name_ar or "", place.name_en or "", *place.admin)
    )
    victims = (name for v in incident.victims for name in (v.name, *v.names))
    facts = (
        value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for _, value in incident.facts
    )
    told = (incident.code, *incident.aliases, *places, *labels, *victims, *facts)
    return tuple(dict.fromkeys(line for line in told if line))


def victim_lines(victim: Victim) -> tuple[str, ...]:
    """Give the names of a victim, each once."""
    return tuple(dict.fromkeys(n for n in (victim.name, *victim.names) if n))


@cache
def _codebook() -> Codebook:
    return load_codebook()


def _keys(texts: Iterable[str]) -> tuple[str, str]:
    """Give the keys of texts in their order, and what their words may be beside."""
    base: list[str] = []
    others: list[str] = []
    for text in texts:
        if base:
            base.append(BREAK)
        for word in search_words(text):
            base.append(word.key)
            others += word.others
    return " ".join(base), " ".join(dict.fromkeys(others))
