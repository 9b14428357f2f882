"""The search index of the site: keys and postings in files that a script can load.

The keys are those of `lang.search_words`; ``assets/search.js`` makes the same of what a
reader types, by the tables that ``settings.js`` hands it. Files are scripts, not JSON,
so that a site opened from a disk can be searched too.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tawthiq.lang.search_words import Stem, fold_table, search_words, stem_table
from tawthiq.model.incident import Incident
from tawthiq.model.publication import ExportFile
from tawthiq.publish.places import best_place
from tawthiq.publish.site.addresses import LANGUAGES, page_of
from tawthiq.publish.site.speech import Speech

CHUNK = 500
"""Incidents in one file of what is shown of hits."""
TEXTS = 20_000
"""Texts whose keys are kept in hand."""


def index_files(
    incidents: Sequence[Incident], speeches: Sequence[Speech]
) -> Iterator[ExportFile]:
    """Give the files of the index.

    Args:
        incidents: in the order in which hits are shown.
        speeches: one a language.
    """
    postings: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(incidents):
        for key in sorted(_keys_of(one, speeches)):
            postings[key].append(number)
    shards: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for key in sorted(postings):
        shards[_shard(key)][key] = _gaps(postings[key])
    for name, told in sorted(shards.items()):
        yield _script(f"search/words-{name}.js", "words", [name, told])
    for speech in speeches:
        for at in range(0, len(incidents), CHUNK):
            told_of = [_shown(one, speech) for one in incidents[at : at + CHUNK]]
            name = f"search/{speech.language}-{at // CHUNK}.js"
            yield _script(name, "incidents", [at // CHUNK, told_of])
    yield _script("search/settings.js", "settings", _settings(len(incidents), shards))


def title_of(incident: Incident, speech: Speech) -> str:
    """Name an incident: what happened, and where."""
    kinds = speech.labels("event_types", incident.event_types[:2])
    kinds = kinds or str(speech.say("incident"))
    place = best_place(incident)
    name = _name(incident, speech) if place is not None else ""
    return str(speech.say("what_where", what=kinds, where=name)) if name else kinds


def _name(incident: Incident, speech: Speech) -> str:
    place = best_place(incident)
    if place is None:
        return ""
    return place.named(speech.language)


def _shown(one: Incident, speech: Speech) -> list[str]:
    """Give what is shown of a hit, as plain text."""
    day = one.date.start.isoformat() if one.date and one.date.start else ""
    kinds = speech.labels("event_types", one.event_types[:2])
    title = kinds or str(speech.say("incident"))
    return [
        page_of(one.id),
        title,
        _name(one, speech),
        speech.when(one.date),
        speech.label("grades", str(one.grade.code)),
        day,
        str(one.grade.code),
    ]


def _keys_of(one: Incident, speeches: Sequence[Speech]) -> set[str]:
    texts = [one.id, one.code, *one.aliases]
    for place in one.places:
        texts += [place.name, place.name_ar or "", place.name_en or "", *place.admin]
    for victim in one.victims:
        texts += [victim.name, *victim.names]
    for speech in speeches:
        texts += [
            speech.labels("event_types", one.event_types),
            speech.labels("weapons", one.weapons),
            speech.labels("struck", one.struck),
            speech.labels("actors", one.belligerents),
            speech.labels("actors", tuple(p.actor for p in one.responsibility)),
            speech.label("grades", str(one.grade.code)),
        ]
        if one.date and one.date.start:
            day = one.date.start
            texts += [speech.day(day), day.isoformat()]
    return {key for text in texts for key in _keys_of_text(text)}


@lru_cache(maxsize=TEXTS)
def _keys_of_text(text: str) -> frozenset[str]:
    """Give the keys of a text; labels, days and places come again and again."""
    words = search_words(text)
    return frozenset(key for word in words for key in (word.key, *word.others))


def _gaps(numbers: Sequence[int]) -> list[int]:
    """Give each number as how far it is from the one before."""
    last = 0
    found = []
    for number in numbers:
        found.append(number - last)
        last = number
    return found


def _shard(key: str) -> str:
    """Name the file that a key lies in: by its first letter."""
    return f"{ord(key[0]):x}"


def _settings(number: int, shards: dict[str, dict[str, list[int]]]) -> object:
    table = stem_table()

    def told(stems: Sequence[Stem]) -> list[list[object]]:
        return [[stem.form, stem.least] for stem in stems]

    return {
        "incidents": number,
        "chunk": CHUNK,
        "shards": sorted(shards),
        "fold": {k: v for k, v in sorted(fold_table().items()) if k != v},
        "articles": told(table.articles),
        "endings": told(table.endings),
        "languages": list(LANGUAGES),
    }


def _script(name: str, verb: str, told: object) -> ExportFile:
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    # A name in the data must end neither a line nor a script.
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028")
    text = text.replace("\u2029", "\\u2029")
    return ExportFile(name=name, data=f"tawthiqSearch.{verb}({text});\n".encode())
