"""Words that tell of an attack: the anchors of events."""

from collections.abc import Container, Mapping, Sequence

from tawthiq.find.courts import is_pronounced
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan

UNREAL = ("hypothetical", "ceasefire", "exercise", "negated", "discussed")
"""Cues which say that the attack they stand before did not happen, or is not told here:
«أسباب الهجوم» speaks of one."""

REACH = 4
"""Words that an unreal cue reaches forward."""

NEXT_ONLY = frozenset({"negated", "discussed"})
"""Cues that reach the next word alone."""


def find_attacks(scan: Scan, language: Language) -> list[Hit]:
    """Give the attack words of a sentence that speak of something that happened.

    Args:
        scan: the sentence; its sheets ``attacks`` and ``event_cues`` are read.
        language: the pack; its rules ``attacks`` read what stands apart («أطلق … النار»).

    Returns:
        Hits of the sheet ``attack`` with ``code`` (an event type, or one of
        ``bombardment``, ``attack``, ``targeting``, ``explosion`` that weapons make
        precise), ``part``, ``strength``, ``number`` and
        ``definite``.
    """
    barred = [c for c in scan.of("event_cues") if c.code in UNREAL]
    article = language.settings.get("article", "")
    some = {c.last for c in scan.of("event_cues") if c.code == "some_of"}
    found = [
        scan.make(
            "attack",
            words=(word.first, word.last),
            values=_values(word.values, word.code, word, some=some)
            | ({"definite": True} if _points(scan, word, article) else {}),
            rule="attacks",
            like=word,
        )
        for word in scan.of("attacks")
        if not is_pronounced(scan, word)
    ]
    for match in language.family("attacks").matches(scan):
        values = match.values()
        found.append(
            scan.make(
                "attack",
                words=(match.first, match.last),
                values=_values(values, str(values["code"]), match.head, some=some),
                rule=match.rule.name,
                like=match.head,
            )
        )
    dates = scan.of("date")
    return [
        h
        for h in _outermost(found)
        if not any(_bars(c, h) for c in barred) and not _is_hour(h, dates)
    ]


def _values(
    cells: Mapping[str, object],
    code: str,
    head: Hit | None,
    *,
    some: Container[int],
) -> dict[str, object]:
    """Give what assembly asks of an attack word.

    «عدد من الغارات» has the article and points back at nothing: ``some`` holds the
    words that such a cue stands before.
    """
    definite = head is not None and "the" in head.means and head.first not in some
    return {
        "code": code,
        "part": cells["part"],
        "strength": cells["strength"],
        "number": cells["number"],
        "definite": definite,
    }


def _points(scan: Scan, word: Hit, article: str) -> bool:
    """Say whether the noun of a phrase points back: «شنت الغارة» of «شنت غارة».

    «إطلاق الرصاص» is fire at large.
    """
    if word.values.get("part") != "verb":
        return False
    form = str(word.values.get("form", "")).split()
    last = scan.tokens[word.last - 1].word
    plain = len(form) > 1 and not form[-1].startswith(article)
    return bool(article) and plain and last.startswith(article)


def _is_hour(word: Hit, dates: Sequence[Hit]) -> bool:
    """Say whether what looks like an attack begins with an hour.

    «فجر الجمعة» is dawn, no blast; nor does «فجر اليوم سيارة» blow up a car.
    """
    weak = word.values["strength"] == "weak"
    return any(
        d.first <= word.first and word.last <= d.last
        if weak
        else d.first <= word.first < d.last
        for d in dates
    )


def _outermost(found: list[Hit]) -> list[Hit]:
    """Leave out what lies within a longer one: «قصف مدفعي» holds «قصف»."""
    ordered = sorted(found, key=lambda h: (h.first, -h.last, h.rule == "attacks"))
    kept: list[Hit] = []
    for hit in ordered:
        if not kept or hit.last > kept[-1].last:
            kept.append(hit)
    return kept


def _bars(cue: Hit, word: Hit) -> bool:
    """Say whether a cue makes the attack unreal: it covers it or stands before it."""
    if cue.first <= word.first and word.last <= cue.last:
        return True
    if cue.code == "discussed" and not word.values["definite"]:
        return False
    reach = 1 if cue.code in NEXT_ONLY else REACH
    return cue.code != "ceasefire" and 0 <= word.first - cue.last < reach
