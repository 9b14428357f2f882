"""Sources: who a report names as saying so, in what way, and how far it reaches.

A cue of ``reporting.csv`` has a direction and a reach; beside it stands the noun
phrase that names the speaker. Arabic puts the verb first, headlines and English the
speaker; a verb without a speaker goes on with the one before.
"""

from tawthiq.find.source_asides import is_aside, spoken_by, without_told
from tawthiq.find.source_charges import accuser, accuses, charge
from tawthiq.find.source_cues import Cue, Endings, cues
from tawthiq.find.source_kinds import kinds_of
from tawthiq.find.source_labels import labels, signatures
from tawthiq.find.source_phrases import (
    LINKS,
    QUOTES,
    TO,
    Phrase,
    bound,
    heads,
    is_channel,
    is_office,
    past_time,
    phrase_at,
)
from tawthiq.find.source_values import THAT_REACH, channel_hit, reported, trails, via_of
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA, JOINED

CLOSED = frozenset({"that", "colon", "told", "channel"})
"""What must follow an unlisted name for it to be taken as a speaker."""

OUTLETS = frozenset({"media", "journalist", "monitor_ngo"})
BEFORE = frozenset({"article", "before"})
"""Codes of words that may stand between a cue and a known name."""

HELPING = frozenset({"auxiliary", "was"})
"""Codes of verbs that may stand between a speaker and what he does."""

NO_SOURCE = frozenset({"not_source", "content"})
"""Codes of words that name nobody who could speak."""

ATTRIBUTES = 4
"""Words that may stand there."""

FULL_NAME = 2
"""Words in capitals that make a person's name."""

BACK, BACK_OVER_ASIDE = 12, 24
"""Words before a verb in which its speaker is sought, and where an aside may stand."""


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
    phrases = _phrases(scan, cue, subject_first=subject_first)
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


def _phrases(scan: Scan, cue: Cue, *, subject_first: bool) -> list[Phrase]:
    if cue.hit.code == "according":
        return _following(scan, cue)
    if cue.hit.code == "relays":
        return _relaying(scan, cue)
    if subject_first:
        return _around(scan, cue)
    behind = _following(scan, cue)
    if accuses(scan, cue.hit):
        if charge(scan, cue.after, cue.after + 1) is not None:
            return []  # «كانت الفصائل قد اتهمت بقصف …»
        charging = (accuser(scan, p, cue.hit) for p in behind[:1])
        behind = [p for p in charging if p is not None]
    if not behind or not behind[0].listed:
        return _leading(scan, cue) or behind
    # «وكانت الوزارة قد اتهمت الفصائل»، «الوزارة تتهم الفصائل»: who stands behind is
    # spoken of.
    led = _leading(scan, cue)
    past = bound(scan, cue.hit.first - 1) == "filler"
    return led if led and (past or led[0].first == 0) else behind


def _around(scan: Scan, cue: Cue) -> list[Phrase]:
    """Give the names before a verb, else behind; behind a quotation the other way."""
    if QUOTES & {*scan.tokens[cue.hit.first].between}:  # "…," said a doctor
        return _following(scan, cue) or _leading(scan, cue)
    return _leading(scan, cue, asides=True) or _following(scan, cue)


def _relaying(scan: Scan, cue: Cue) -> list[Phrase]:
    """Give the outlet that passes a saying on, and whose saying it is."""
    outlets = _following(scan, cue) or _leading(scan, cue)
    outlets = [p for p in outlets if _is_outlet(scan, p)]
    at = cue.after
    if outlets and outlets[0].first >= cue.after:
        at = outlets[-1].at  # its bracket and the day passed: «(سانا) اليوم عن مصدر»
    if bound(scan, at) != "about":
        said = outlets and outlets[-1].closed in CLOSED | {"stop", "comma"}
        return outlets if said or cue.backward else []
    about = scan.at(at, "source_bounds")[0].last
    origin = phrase_at(scan, about)
    return [*outlets, *([origin] if origin is not None else [])]


def _is_outlet(scan: Scan, phrase: Phrase) -> bool:
    """Say whether a name is led by a word for an outlet or recorder."""
    return any(h.code in OUTLETS for h in heads(scan, phrase.first, clitics=LINKS))


def _following(scan: Scan, cue: Cue) -> list[Phrase]:
    """Give the names behind a cue, those joined by "and" with it."""
    clitics = LINKS | TO if cue.hit.code == "according" else frozenset[str]()
    at = cue.after
    while at < len(scan.tokens) and past_time(scan, at) > at:
        if heads(scan, at, clitics=LINKS | TO):  # «أحد» is a Sunday and "one of"
            break
        at = past_time(scan, at)
    at = _past_attributes(scan, at)
    owner = _past_content(scan, at)
    if owner > at:  # «بيان للجيش»: what is given out, and by whom
        at, clitics = owner, LINKS | TO
    if at >= len(scan.tokens) or scan.tokens[at].gap > (
        COMMA if at > cue.after else JOINED
    ):
        return []
    phrase = phrase_at(scan, at, clitics=clitics)
    if phrase is not None and cue.hit.code == "tells":
        phrase = without_told(scan, phrase)
    found: list[Phrase] = []
    while phrase is not None and _speaks(scan, cue, phrase):
        found.append(phrase)
        phrase = phrase_at(scan, phrase.also) if phrase.also is not None else None
    return found


def _past_attributes(scan: Scan, at: int) -> int:
    """Pass what stands before a known name: "the Britain-based Observatory"."""
    for head in range(at, min(at + ATTRIBUTES + 1, len(scan.tokens))):
        if heads(scan, head, clitics=LINKS | TO):
            return head
        capital = head > at and scan.capital(head)
        if scan.tokens[head].gap > JOINED or not (
            capital or bound(scan, head) in BEFORE
        ):
            break
    return at


def _past_content(scan: Scan, at: int) -> int:
    """Pass what somebody gives out: «أرقام الأمم المتحدة»، «حصيلة أوردتها الوزارة»."""
    if at >= len(scan.tokens) or not any(
        h.code == "content" and h.means <= LINKS | TO | {"the"}
        for h in scan.at(at, "source_bounds")
    ):
        return at
    if any(h.last > at + 1 for h in heads(scan, at, clitics=LINKS | TO)):
        return at  # «تقرير حقوقي»
    for head in range(at + 1, min(at + ATTRIBUTES + 1, len(scan.tokens))):
        if scan.tokens[head].gap > JOINED:
            break
        issued = [h.last for h in scan.at(head, "source_bounds") if h.code == "issued"]
        if issued:  # «التقرير الصادر عن مركز …»
            return max(issued)
        if heads(scan, head, clitics=LINKS | TO):
            return head
    return at


def _speaks(scan: Scan, cue: Cue, phrase: Phrase) -> bool:
    """Say whether a name behind a cue is that of a speaker."""
    if _is_no_source(scan, phrase.first):
        return False
    denies = cue.hit.values["stance"] == "denies"
    latter = denies and bound(scan, phrase.first) == "latter"  # «ما نفته الأخيرة»
    if phrase.listed or latter or _has_office(scan, phrase):
        return True
    if cue.hit.suffix and cue.backward and cue.hit.code != "according":
        return phrase.closed in CLOSED
    if cue.hit.values["subject"] != "any" or not _may_be_name(scan, phrase):
        return False
    if cue.backward or phrase.closed in CLOSED or _is_capital_name(scan, phrase):
        return True
    # «تؤكد التعزيزات العسكرية التي … أن»: what is named by an office is no person.
    personal = not kinds_of(
        scan, phrase.first, min(phrase.first + FULL_NAME, phrase.last)
    )
    return personal and phrase.closed == "who" and _says_that(scan, phrase.at)


def _is_no_source(scan: Scan, at: int) -> bool:
    """Say whether a word names nobody who could speak: «من جهة أخرى», "no group"."""
    inside = any(
        h.code == "filler" and h.last > at for h in scan.at(at - 1, "source_bounds")
    )
    known = max((h.last for h in heads(scan, at, clitics=LINKS | TO)), default=at)
    barred = any(  # «تقرير حقوقي» names somebody, «تقرير» does not
        h.code in NO_SOURCE and h.last >= known for h in scan.at(at, "source_bounds")
    )
    return inside or barred or bound(scan, at - 1) == "not"


def _says_that(scan: Scan, at: int) -> bool:
    """Say whether "that" opens what is said, behind a relative clause on the speaker."""
    within = range(at, min(at + THAT_REACH, len(scan.tokens)))
    return any(bound(scan, word) == "that" for word in within)


def _has_office(scan: Scan, phrase: Phrase) -> bool:
    """Say whether an office stands behind a name: «فلان الفلاني رئيس المجلس».

    Behind a comma one word of name is enough: «فلان، أحد السكان».
    """
    behind = range(phrase.first + 1, min(phrase.first + FULL_NAME * 2, phrase.last))
    return any(
        (w >= phrase.first + FULL_NAME or scan.tokens[w].gap == COMMA)
        and is_office(scan, w)
        for w in behind
    )


def _may_be_name(scan: Scan, phrase: Phrase) -> bool:
    """Say whether an unlisted name is written as one, in a script with capitals."""
    return not scan.text[phrase.start].islower()


def _is_capital_name(scan: Scan, phrase: Phrase) -> bool:
    """Say whether a name of two words or more is written with capitals."""
    words = scan.tokens[phrase.first : phrase.last][:FULL_NAME]
    return len(words) == FULL_NAME and all(scan.text[t.start].isupper() for t in words)


def _leading(scan: Scan, cue: Cue, *, asides: bool = False) -> list[Phrase]:
    """Give the names that stand before a verb and reach it, over an aside if told to."""
    verb = cue.hit.first
    linked = bool(cue.hit.means & LINKS)
    back = BACK_OVER_ASIDE if asides else BACK
    for at in range(_clause_start(scan, verb, back), verb):
        if not heads(scan, at, clitics=LINKS) or _is_no_source(scan, at):
            continue
        if linked and bound(scan, at - 1) != "as_for":
            continue
        phrase = phrase_at(scan, at)
        found: list[Phrase] = []
        while phrase is not None and phrase.last <= verb:
            found.append(phrase)
            if _before_verb(scan, phrase.at) == verb or (
                asides and is_aside(scan, phrase, verb)
            ):
                return spoken_by(scan, found, verb) if asides else found
            phrase = phrase_at(scan, phrase.also) if phrase.also is not None else None
    return [] if linked else _capital_run(scan, verb)


def _before_verb(scan: Scan, at: int) -> int:
    """Pass what may part a speaker from his verb.

    That is "who", where he is from ("a correspondent from the area said"), and the
    helping verbs of a tense: "the Observatory has also documented", «المصادر كانت قد».
    """
    if bound(scan, at) == "who":
        return at + 1
    away = (h.last for h in scan.at(at, "source_bounds") if h.code == "relative")
    at = max(away, default=at)
    while bound(scan, at) in HELPING:
        at = max(at + 1, past_time(scan, at + 1))
    return at


def _clause_start(scan: Scan, verb: int, back: int) -> int:
    """Give the first word from which a name may reach a verb: no colon between."""
    first = max(0, verb - back)
    for at in range(verb, first, -1):
        if scan.tokens[at].gap >= COLON:
            return at
    return first


def _capital_run(scan: Scan, verb: int) -> list[Phrase]:
    """Give the person's name in capitals that stands right before a verb."""
    first = verb
    while first and scan.capital(first - 1):
        if first < verb and scan.tokens[first].gap > JOINED:
            break
        first -= 1
    phrase = phrase_at(scan, first) if verb - first >= FULL_NAME else None
    if phrase is None or phrase.at != verb or not _is_capital_name(scan, phrase):
        return []
    return [phrase]


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
