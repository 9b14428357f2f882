"""Reporting cues: the verbs and particles that bring a speaker, made ready to be read."""

from collections.abc import Iterator
from typing import NamedTuple

from tawthiq.find.sources.charges import charged_with
from tawthiq.find.sources.phrases import LINKS, bound, is_channel, phrase_at
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan

VERB_CLITICS = LINKS | {"will"}
CUE_CLITICS = LINKS | {"in"}
NO_CUE = frozenset({"no_cue", "negates"})

LEAST_LEFT = 1
"""Words before a trailing cue; with fewer it leads its sentence."""

SAYS: dict[str, object] = {
    "stance": "asserts",
    "polarity": "+",
    "reach": "sentence",
    "subject": "any",
}
"""What ``reporting.csv`` says of a plain verb of speech."""

MEETING_REACH = 10
"""Words behind «عقد» in which the meeting is named that was held."""


ISSUED_REACH = 8
"""Words behind «أصدر» in which the statement is named that was given out."""


class Cue(NamedTuple):
    """A reporting cue: the word after it, and whether it trails what it reports."""

    hit: Hit
    after: int
    backward: bool


class Endings(NamedTuple):
    """Endings that a verb of speech has only in «ما أعلنته», or that make it a noun."""

    verbs: frozenset[str]
    nouns: frozenset[str]


def cues(scan: Scan, endings: Endings) -> Iterator[Cue]:
    """Give the cues of a sentence; «بحسب ما أفاد» is one cue, that of its verb.

    Args:
        scan: the sentence.
        endings: what tells «أعلنته» and «ذكرا» from «أعلن».
    """
    taken = 0
    more = (*_clarified(scan), *_charging(scan))
    said = sorted([*scan.of("reporting"), *more], key=lambda h: h.first)
    for hit in said:
        if hit.first < taken or hit.code in NO_CUE:
            continue
        if hit.code == "according":
            cue = _trailing(scan, hit)
        else:
            cue = _verb(scan, hit, endings)
        if cue is not None:
            taken = cue.hit.last
            yield cue


def _clarified(scan: Scan) -> Iterator[Hit]:
    """Give the words that only "that" tells from another: «وبيّن المراسل أن».

    «بين» is "between" nearly everywhere: it brings a speaker only where it opens a
    clause and a known name, then "that", stands right behind it.
    """
    for hit in scan.of("source_bounds"):
        if hit.code != "clarifies" or not (hit.first == 0 or "and" in hit.means):
            continue
        at = hit.last
        named = phrase_at(scan, at) if at < len(scan.tokens) else None
        if bound(scan, at) == "that" or (
            named is not None and named.listed and named.closed == "that"
        ):
            yield hit._replace(sheet="reporting", code="says", values=SAYS)


def _charging(scan: Scan) -> Iterator[Hit]:
    """Give the verbs that charge somebody only beside a word for responsibility.

    «حملت الحركة الجيش المسؤولية عن …»: «حمل» is "carried" elsewhere.
    """
    for hit in scan.of("actor_cues"):
        if hit.code == "blame_verb" and hit.means <= LINKS and charged_with(scan, hit):
            values = SAYS | {"subject": "listed"}
            yield hit._replace(sheet="reporting", code="says", values=values)


def _trailing(scan: Scan, hit: Hit) -> Cue | None:
    if not hit.means <= CUE_CLITICS:
        return None
    what = bound(scan, hit.last) == "relative"
    verb = _verb_at(scan, hit.last + what)
    if verb is not None:
        return Cue(verb, verb.last, backward=True)
    return None if what else Cue(hit, hit.last, backward=True)


def _verb_at(scan: Scan, at: int) -> Hit | None:
    if at >= len(scan.tokens):
        return None
    barred = NO_CUE | {"according"}
    verbs = [
        h for h in scan.at(at, "reporting") if h.code not in barred and not h.means
    ]
    return verbs[0] if verbs else None


def _verb(scan: Scan, hit: Hit, endings: Endings) -> Cue | None:
    before = bound(scan, hit.first - 1) if hit.first else ""
    back = before == "relative" or (before == "like" and hit.first > LEAST_LEFT)
    if before == "not" or not hit.means <= VERB_CLITICS:
        return None
    if hit.suffix in endings.nouns:
        return None
    if hit.code == "meets" and not _holds_meeting(scan, hit):
        return None
    if hit.code == "issues" and not _gives_out(scan, hit):
        return None
    back = back or hit.suffix in endings.verbs
    return Cue(hit, hit.last, backward=back)


def _gives_out(scan: Scan, hit: Hit) -> bool:
    """Say whether a statement is given out: «أصدر الجيش بيانا», no ruling, no book.

    «أصدرت الوزارة حصيلة» too.
    """
    within = range(hit.last, min(hit.last + ISSUED_REACH, len(scan.tokens)))
    return any(is_channel(scan, at) or bound(scan, at) == "content" for at in within)


def _holds_meeting(scan: Scan, hit: Hit) -> bool:
    """Say whether what is held is a meeting: «عقد وفد اجتماعا», not «عقد صفقة»."""
    within = range(hit.first, min(hit.last + MEETING_REACH, len(scan.tokens)))
    return any(
        h.code == "meeting" for at in within for h in scan.at(at, "source_bounds")
    )
