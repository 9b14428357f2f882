"""Sources: who a report names as saying so, in what way, and how far it reaches.

A cue of ``reporting.csv`` has a direction and a reach; beside it stands the noun
phrase that names the speaker. Arabic puts the verb first, headlines and English the
speaker; a verb without a speaker goes on with the one before.
"""

from tawthiq.find.sources.cues import Cue, Endings, cues
from tawthiq.find.sources.kinds import kinds_of
from tawthiq.find.sources.labels import labels, signatures
from tawthiq.find.sources.phrases import Phrase, bound, is_channel, past_time
from tawthiq.find.sources.speakers import speakers_of
from tawthiq.find.sources.values import channel_hit, reported, trails, via_of
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA, JOINED


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
    found: list[Hit] = []
    endings = Endings(
        verbs=language.forms("source_bounds", "object"),
        nouns=language.forms("source_bounds", "noun_ending"),
    )
    for cue in cues(scan, endings):
        if not any(h.first <= cue.hit.first < h.last for h in found):
            found.extend(_speakers(scan, cue, language))
    found.extend(labels(scan, found))
    found.extend(signatures(scan, found))
    return sorted(found, key=lambda h: (h.first, h.last))


def _speakers(scan: Scan, cue: Cue, language: Language) -> list[Hit]:
    """Give the hits of one cue: its speakers, or the one before by ``same_as``."""
    if cue.hit.values["subject"] == "none":
        return [_continued(scan, cue, language)]
    subject_first = language.settings.get("speech_order") == "subject_first"
    phrases = speakers_of(scan, cue, subject_first=subject_first)
    if not phrases:
        speaks = cue.hit.values["subject"] == "any" and cue.hit.code != "according"
        goes_on = speaks and _goes_on(scan, cue)
        return [_continued(scan, cue, language)] if goes_on else []
    return [
        _source(scan, cue, phrase=phrase, kind=kind, language=language)
        for phrase in phrases
        for kind in _kinds(scan, phrase)
    ]


def _kinds(scan: Scan, phrase: Phrase) -> list[str]:
    """Give the kinds of a speaker, by his name or by what stands beside it."""
    own = kinds_of(scan, phrase.first, phrase.last)
    end = phrase.last
    if not own and end < len(scan.tokens) and scan.tokens[end].gap in {COMMA, BRACKET}:
        end += 1
        while end < len(scan.tokens) and scan.tokens[end].gap == JOINED:
            end += 1
    return own or kinds_of(scan, phrase.last, end)[:1] or ["other"]


def _goes_on(scan: Scan, cue: Cue) -> bool:
    """Say whether a verb without a speaker is followed by what is said.

    Where it opens a clause that may be «عن مقتل …» or «إلى مقتل …».
    """
    at = past_time(scan, cue.after)  # «قال فيه إن»
    if at >= len(scan.tokens):
        return False
    if bound(scan, at) == "that" or scan.tokens[at].gap == COLON:
        return True
    opens = "and" in cue.hit.means or cue.hit.first == 0
    if opens and not cue.backward and bound(scan, at) in {"about", "towards"}:
        return True
    return is_channel(scan, at) or (
        bound(scan, at) == "in" and is_channel(scan, at + 1)
    )


def _source(
    scan: Scan, cue: Cue, *, phrase: Phrase, kind: str, language: Language
) -> Hit:
    after = max(phrase.at, cue.after)
    channel = channel_hit(scan, phrase.first, after)
    if channel is not None and channel.first == cue.hit.first:
        channel = None  # "activists report that": the verb, and no report of theirs
    via = via_of(scan, after, channel=channel, language=language)
    verb = None if cue.hit.code == "according" else (cue.hit.start, cue.hit.end)
    first = min(phrase.first, cue.hit.first)
    backward = trails(scan, cue, first=first, after=after)
    values = reported(scan, cue, first=first, after=after) | {
        "name": scan.text[phrase.start : phrase.end],
        "kind": kind,
        "channel": channel.code if channel else "interview" if via else None,
        "via": via,
        "verb": verb,
        "same_as": None,
    }
    rule = f"{cue.hit.code}_{'backward' if backward else 'forward'}"
    words = (phrase.first, phrase.last)
    hit = scan.make("source", words=words, values=values, rule=rule)
    return hit._replace(code=kind, start=phrase.start, end=phrase.end)


def _continued(scan: Scan, cue: Cue, language: Language) -> Hit:
    channel = channel_hit(scan, cue.hit.first, cue.hit.last)
    values = reported(scan, cue, first=cue.hit.first, after=cue.after) | {
        "name": None,
        "kind": None,
        "channel": channel.code if channel else None,
        "via": via_of(scan, cue.after, channel=channel, language=language),
        "verb": (cue.hit.start, cue.hit.end),
        "same_as": "previous",
    }
    words = (cue.hit.first, cue.hit.last)
    hit = scan.make("source", words=words, values=values, rule="goes_on", like=cue.hit)
    return hit._replace(code="continued")
