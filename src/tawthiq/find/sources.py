"""Sources: who a report names as saying so, in what way, and how far it reaches.

A cue of ``reporting.csv`` has a direction and a reach; beside it stands the noun
phrase that names the speaker. Arabic puts the verb first, headlines and English the
speaker; a verb without a speaker goes on with the one before.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tawthiq.find.source_labels import labels, signatures
from tawthiq.find.source_phrases import (
    LINKS,
    TO,
    Phrase,
    bound,
    heads,
    is_channel,
    kinds_of,
    past_time,
    phrase_at,
    told,
)
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON, COMMA, JOINED

CLOSED = frozenset({"that", "colon", "told", "channel"})
"""What must follow an unlisted name for it to be taken as a speaker."""

VERB_CLITICS = LINKS | {"will"}
CUE_CLITICS = LINKS | {"in"}
NO_CUE = frozenset({"no_cue", "negates"})
BACK = 12
"""Words before a verb in which its speaker is sought."""

CHANNEL_REACH = 8
"""Words around a speaker in which the channel is named."""

CONTENT = 6
"""Words of what is said in which its denial is sought: «أن لا علاقة»."""

LEAST_LEFT = 1
"""Words before a trailing cue; with fewer it leads its sentence."""


class Cue(NamedTuple):
    """A reporting cue: the word after it, and whether it trails what it reports."""

    hit: Hit
    after: int
    backward: bool


def find_sources(scan: Scan, language: Language) -> list[Hit]:
    """Give the sources of a sentence.

    Args:
        scan: the sentence; the sheets ``reporting``, ``source_nouns``, ``outlets``,
            ``channels`` and ``source_bounds`` are read.
        language: the pack; ``speech_order`` says whether the speaker stands first.

    Returns:
        Hits of the sheet ``source`` with ``name``, ``kind``, ``channel``, ``stance``,
        ``vouches`` (the stance to the event: who denies that anyone was hurt does not
        deny the attack), ``via``, ``verb`` (offsets or None), ``scope`` (offsets of
        what is said), ``reach``, ``polarity`` and ``same_as``: ``previous`` where the
        verb names no speaker and goes on with the one before, else None.
    """
    subject_first = language.settings.get("speech_order") == "subject_first"
    found: list[Hit] = []
    for cue in _cues(scan, language.forms("source_bounds", "object")):
        if not any(h.first <= cue.hit.first < h.last for h in found):
            found.extend(_speakers(scan, cue, subject_first=subject_first))
    found.extend(labels(scan, found))
    found.extend(signatures(scan, found))
    return sorted(found, key=lambda h: (h.first, h.last))


def _cues(scan: Scan, objects: frozenset[str]) -> Iterator[Cue]:
    """Give the cues of a sentence; «بحسب ما أفاد» is one cue, that of its verb.

    ``objects`` are endings that a verb of speech has only in «ما أعلنته», or that make
    it a noun.
    """
    taken = 0
    for hit in scan.of("reporting"):
        if hit.first < taken or hit.code in NO_CUE:
            continue
        if hit.code == "according":
            cue = _trailing(scan, hit)
        else:
            cue = _verb(scan, hit, objects)
        if cue is not None:
            taken = cue.hit.last
            yield cue


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


def _verb(scan: Scan, hit: Hit, objects: frozenset[str]) -> Cue | None:
    before = bound(scan, hit.first - 1) if hit.first else ""
    back = before == "relative" or (before == "like" and hit.first > LEAST_LEFT)
    if before == "not" or not hit.means <= VERB_CLITICS:
        return None
    if hit.suffix in objects and not back and before != "stop":
        return None
    return Cue(hit, hit.last, backward=back)


def _speakers(scan: Scan, cue: Cue, *, subject_first: bool) -> list[Hit]:
    """Give the hits of one cue: its speakers, or the one before by ``same_as``."""
    if cue.hit.values["subject"] == "none":
        return [_continued(scan, cue)]
    phrases = _phrases(scan, cue, subject_first=subject_first)
    if not phrases:
        speaks = cue.hit.values["subject"] == "any" and cue.hit.code != "according"
        return [_continued(scan, cue)] if speaks and _goes_on(scan, cue.after) else []
    return [
        _source(scan, cue, phrase=phrase, kind=kind)
        for phrase in phrases
        for kind in (kinds_of(scan, phrase.first, phrase.last) or ["other"])
    ]


def _phrases(scan: Scan, cue: Cue, *, subject_first: bool) -> list[Phrase]:
    if cue.hit.code == "according":
        return _following(scan, cue)
    if cue.hit.code == "relays":
        return _relaying(scan, cue)
    if subject_first:
        return _leading(scan, cue) or _following(scan, cue)
    behind = _following(scan, cue)
    if behind and behind[0].listed:
        return behind
    return _leading(scan, cue) or behind


def _relaying(scan: Scan, cue: Cue) -> list[Phrase]:
    """Give the outlet that passes a saying on, and whose saying it is."""
    outlets = _following(scan, cue) or _leading(scan, cue)
    outlets = [p for p in outlets if _is_outlet(scan, p)]
    at = cue.after
    if outlets and outlets[0].first >= cue.after:
        at = outlets[-1].last
    if bound(scan, at) != "about":
        said = outlets and outlets[-1].closed in CLOSED | {"stop", "comma"}
        return outlets if said or cue.backward else []
    about = scan.at(at, "source_bounds")[0].last
    origin = phrase_at(scan, about)
    return [*outlets, *([origin] if origin is not None else [])]


def _is_outlet(scan: Scan, phrase: Phrase) -> bool:
    kinds = kinds_of(scan, phrase.first, phrase.last)
    return phrase.listed and bool({"media", "journalist", "monitor_ngo"} & set(kinds))


def _following(scan: Scan, cue: Cue) -> list[Phrase]:
    """Give the names behind a cue, those joined by "and" with it."""
    at = cue.after
    while at < len(scan.tokens) and past_time(scan, at) > at:
        at = past_time(scan, at)
    if at >= len(scan.tokens) or scan.tokens[at].gap > (
        COMMA if at > cue.after else JOINED
    ):
        return []
    clitics = LINKS | TO if cue.hit.code == "according" else frozenset[str]()
    phrase = phrase_at(scan, at, clitics=clitics)
    found: list[Phrase] = []
    while phrase is not None and _speaks(scan, cue, phrase):
        found.append(phrase)
        phrase = phrase_at(scan, phrase.also) if phrase.also is not None else None
    return found


def _speaks(scan: Scan, cue: Cue, phrase: Phrase) -> bool:
    """Say whether a name behind a cue is that of a speaker."""
    if any(h.code == "not_source" for h in scan.at(phrase.first, "source_bounds")):
        return False
    if phrase.listed:
        return True
    if cue.hit.values["subject"] != "any" or not _may_be_name(scan, phrase):
        return False
    return cue.backward or phrase.closed in CLOSED


def _may_be_name(scan: Scan, phrase: Phrase) -> bool:
    """Say whether an unlisted name is written as one, in a script with capitals."""
    return not scan.text[phrase.start].islower()


def _leading(scan: Scan, cue: Cue) -> list[Phrase]:
    """Give the names that stand before a verb and reach it."""
    verb = cue.hit.first
    if cue.hit.means & LINKS:
        return []
    for at in range(max(0, verb - BACK), verb):
        if not heads(scan, at, clitics=LINKS):
            continue
        phrase = phrase_at(scan, at)
        found: list[Phrase] = []
        while phrase is not None and phrase.last <= verb:
            found.append(phrase)
            if phrase.at == verb:
                return found
            phrase = phrase_at(scan, phrase.also) if phrase.also is not None else None
    return []


def _goes_on(scan: Scan, at: int) -> bool:
    """Say whether a verb without a speaker is followed by what is said."""
    if at >= len(scan.tokens):
        return False
    if bound(scan, at) == "that" or scan.tokens[at].gap == COLON:
        return True
    return is_channel(scan, at) or (
        bound(scan, at) == "in" and is_channel(scan, at + 1)
    )


def _source(scan: Scan, cue: Cue, *, phrase: Phrase, kind: str) -> Hit:
    outlet = told(scan, phrase.at)
    channel = _channel(scan, phrase.first, phrase.at)
    verb = None if cue.hit.code == "according" else (cue.hit.start, cue.hit.end)
    values = _reported(scan, cue, phrase.at) | {
        "name": scan.text[phrase.start : phrase.end],
        "kind": kind,
        "channel": channel or ("interview" if outlet is not None else None),
        "via": _outlet_name(scan, outlet),
        "verb": verb,
        "same_as": None,
    }
    rule = f"{cue.hit.code}_{'backward' if cue.backward else 'forward'}"
    words = (phrase.first, phrase.last)
    hit = scan.make("source", words=words, values=values, rule=rule)
    return hit._replace(code=kind, start=phrase.start, end=phrase.end)


def _continued(scan: Scan, cue: Cue) -> Hit:
    outlet = next(
        (o for w in range(cue.after, _near(scan, cue)) if (o := told(scan, w))), None
    )
    values = _reported(scan, cue, cue.after) | {
        "name": None,
        "kind": None,
        "channel": _channel(scan, cue.hit.first, cue.hit.last),
        "via": _outlet_name(scan, outlet),
        "verb": (cue.hit.start, cue.hit.end),
        "same_as": "previous",
    }
    words = (cue.hit.first, cue.hit.last)
    hit = scan.make("source", words=words, values=values, rule="goes_on", like=cue.hit)
    return hit._replace(code="continued")


def _near(scan: Scan, cue: Cue) -> int:
    return min(cue.after + CHANNEL_REACH, len(scan.tokens))


def _reported(scan: Scan, cue: Cue, after: int) -> dict[str, object]:
    """Give what is said and with what stance."""
    first, last = _scope(scan, cue, after)
    stance = str(cue.hit.values["stance"])
    said = range(first, min(first + CONTENT, last))
    negated = any(h.code == "negates" for w in said for h in scan.at(w, "reporting"))
    if negated and stance == "asserts":
        stance = "denies"
    harm = any(scan.at(w, "outcomes") for w in said)
    vouches = "asserts" if stance in {"announces", "demands"} else stance
    return {
        "stance": stance,
        "vouches": "asserts"
        if harm and stance == "denies" and not negated
        else vouches,
        "scope": (scan.tokens[first].start, scan.tokens[last - 1].end),
        "reach": str(cue.hit.values["reach"]),
        "polarity": "-" if negated else str(cue.hit.values["polarity"]),
    }


def _scope(scan: Scan, cue: Cue, after: int) -> tuple[int, int]:
    """Give the words that are said: before a trailing cue, else behind it."""
    first, last = after, len(scan.tokens)
    if cue.backward and cue.hit.first > LEAST_LEFT:
        first, last = 0, cue.hit.first
        while last > 1 and _is_lead_in(scan, last - 1):
            last -= 1
    first = min(first, len(scan.tokens) - 1)
    return first, max(last, first + 1)


def _is_lead_in(scan: Scan, at: int) -> bool:
    """Say whether a word belongs to a trailing cue: «بحسب ما», «وذلك»."""
    if bound(scan, at) in {"relative", "like"}:
        return True
    return any(h.code == "according" for h in scan.at(at, "reporting"))


def _outlet_name(scan: Scan, outlet: Hit | None) -> str | None:
    if outlet is None:
        return None
    phrase = phrase_at(scan, outlet.first, clitics=TO | LINKS)
    return scan.text[outlet.start : phrase.end if phrase is not None else outlet.end]


def _channel(scan: Scan, first: int, last: int) -> str | None:
    """Give the channel that is named nearest to a speaker in his clause."""
    best: tuple[int, str] | None = None
    for hit in scan.of("channels"):
        away = first - hit.last if hit.last <= first else max(0, hit.first - last)
        if away <= CHANNEL_REACH and (best is None or away < best[0]):
            best = (away, hit.code)
    return best[1] if best else None
