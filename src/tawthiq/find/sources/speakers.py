"""Speakers: which noun phrase beside a word of reporting names who says it."""

from tawthiq.find.sources.asides import is_aside, spoken_by, without_told
from tawthiq.find.sources.charges import accuser, accuses, caller, charge
from tawthiq.find.sources.cues import Cue
from tawthiq.find.sources.kinds import kinds_of
from tawthiq.find.sources.phrases import (
    LINKS,
    QUOTES,
    TO,
    Phrase,
    bound,
    heads,
    is_office,
    past_time,
    phrase_at,
)
from tawthiq.find.sources.values import THAT_REACH
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON, COMMA, JOINED

CLOSED = frozenset({"that", "colon", "told", "channel"})
"""What must follow an unlisted name for it to be taken as a speaker."""

OUTLETS = frozenset({"media", "journalist", "monitor_ngo"})
BEFORE = frozenset({"article", "before"})
"""Codes of words that may stand between a cue and a known name."""

CALLING = frozenset({"demands", "announces"})
"""Stances of verbs that call upon somebody: «طالب», «دعا», «هدد»."""

HELPING = frozenset({"auxiliary", "was"})
"""Codes of verbs that may stand between a speaker and what he does."""

NO_SOURCE = frozenset({"not_source", "content"})
"""Codes of words that name nobody who could speak."""

ATTRIBUTES = 4
"""Words that may stand between a cue and the name that it leads to."""

FULL_NAME = 2
"""Words in capitals that make a person's name."""

BACK, BACK_OVER_ASIDE = 12, 24
"""Words before a verb in which its speaker is sought, and where an aside may stand."""


def speakers_of(scan: Scan, cue: Cue, *, subject_first: bool) -> list[Phrase]:
    """Give the noun phrases that name who says what a cue reports.

    Args:
        scan: the sentence.
        cue: the word of reporting.
        subject_first: whether the language puts the speaker before the verb, where
            Arabic puts him behind it.

    Returns:
        One phrase for each speaker; none where nobody is named.
    """
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
    elif cue.hit.values["stance"] in CALLING:
        behind = [*(caller(scan, p) for p in behind[:1]), *behind[1:]]
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
