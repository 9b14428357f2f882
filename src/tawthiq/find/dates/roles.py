"""Tells what a date dates: the event, the words said about it, or an open span."""

from tawthiq.find.dates.pieces import Sentence
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON, COMMA, JOINED

REACH = 12
"""Words between a reporting verb and its date, the speaker's name and title included."""

SINCE_REACH = 10
"""Words between «منذ» and the year that it opens: «منذ تدخل التحالف في 2015»."""

CLOCK_REACH = 5
"""Words between «الساعة» and the part of the day that belongs to it."""

SPEAKER = 4
"""Words that a speaker's name may have right before a date."""

BEGUN_REACH = 6
"""Words between "began" and the date."""

WAR_REACH = 8
"""Words between a war and the day that it began."""

_SAYS = frozenset({"says", "adds"})
_WHOSE = frozenset({"belongs", "modifier"})
_HARM = ("attacks", "outcomes")
_HITS = frozenset({"suffers", "hits"})
"""Words that say an object was hit: «أعلنت … تعرض سيارة، ظهر اليوم، لهجوم»."""


def is_said(scan: Scan, hit: Hit) -> bool:
    """Whether a date is the day on which something was said.

    It is where a reporting verb stands before it, and between the two neither what is
    reported begins («أن») nor an attack or harm is named; or where the date follows the
    word for a statement («في بيان الخميس»).
    """
    channel = any(h.last == hit.first for h in scan.of("channels"))
    if channel or _is_of_anniversary(scan, hit) or _is_of_meeting(scan, hit):
        return True
    if _is_attribute(scan, hit):
        return False
    if _parts_speaker(scan, hit):
        return True
    verb = max(
        (
            h.last
            for h in scan.of("reporting")
            if h.code in _SAYS
            and hit.first - REACH <= h.last <= hit.first
            and not _is_no_speech(scan, h)
        ),
        default=None,
    )
    if verb is None or _broken(scan, verb, hit.first):
        return False
    between = range(verb, hit.first)
    bounds = (h for h in scan.of("source_bounds") if h.code == "that")
    if any(h.first in between for h in bounds):
        return False
    return not _harm_between(scan, verb, hit.first)


def _is_of_anniversary(scan: Scan, hit: Hit) -> bool:
    """«تمر اليوم الذكرى الخامسة لمجزرة …»: the day on which it is remembered."""
    return any(h.code == "anniversary" for h in scan.at(hit.last, "event_cues"))


def _is_of_meeting(scan: Scan, hit: Hit) -> bool:
    """«عقد المجلس الأربعاء جلسة …», «زار الرئيس أمس …»: whose day it is, and no attack's.

    «شيع المئات أمس جثامين …» too, but where mourners were attacked it is the attack's.
    """
    near = range(max(0, hit.first - SPEAKER - 1), hit.first + 1)
    verb = next(
        (h for h in scan.of("date_words") if h.code == "meets" and h.last in near), None
    )
    if verb is None or _harm_between(scan, verb.last, hit.first):
        return False
    if any(h.code == "mourners" and h.first >= hit.last for h in scan.of("date_words")):
        return False
    return all(scan.tokens[i].gap <= JOINED for i in range(verb.last, hit.first + 1))


def _is_no_speech(scan: Scan, verb: Hit) -> bool:
    """Whether a verb of speech says whose a thing is, is who did it, or only records.

    «طيران يرجح أنه تابع لـ…», «فتح طالب النار» (a student, who demands nothing), «وثق
    المركز في 3 شباط مقتل …».
    """
    if any(h.code == "records" for h in scan.at(verb.first, "date_words")):
        return True
    return any(
        h.first <= verb.first < h.last
        if h.code in _WHOSE
        else h.code == "light" and h.last == verb.first and not verb.means
        for h in scan.of("actor_cues")
    )


def _parts_speaker(scan: Scan, hit: Hit) -> bool:
    """Whether a date stands between a speaker and the verb: "Officials on Friday said"."""
    tokens = scan.tokens
    verb = hit.last
    if (
        verb >= len(tokens)
        or tokens[verb].gap > JOINED
        or tokens[hit.first].gap > JOINED
    ):
        return False
    says = any(h.code in _SAYS for h in scan.at(verb, "reporting"))
    return says and any(
        h.last == hit.first
        for at in range(max(0, hit.first - SPEAKER), hit.first)
        for h in scan.at(at, "source_nouns")
    )


def _begins(scan: Scan, inside: range) -> bool:
    """Whether words say that something began: «منذ بدء الهجوم في 2015»."""
    return any(h.code == "begin" and h.first in inside for h in scan.of("date_words"))


def _harm_between(scan: Scan, first: int, last: int) -> bool:
    """Whether an attack or harm is named between two words: the date is then its own."""
    between = range(first, last)
    harms = [h for sheet in _HARM for h in scan.of(sheet)]
    harms += [h for h in scan.of("struck_cues") if h.code in _HITS]
    return any(h.first in between for h in harms)


def is_compared(scan: Scan, hit: Hit) -> bool:
    """Whether an open span says how long nothing was greater: «الأعنف منذ عام 2014»."""
    before = range(hit.first - REACH, hit.first)
    return any(
        h.first in before and not _broken(scan, h.last, hit.first)
        for h in scan.of("date_words")
        if h.code == "superlative"
    )


def _is_attribute(scan: Scan, hit: Hit) -> bool:
    """Whether a date stands between article and noun: «claimed an October 2 attack»."""
    return any(
        h.code == "article" and h.last == hit.first for h in scan.of("date_words")
    )


def is_clock(words: Sentence, first: int, last: int) -> bool:
    """Whether a part of the day belongs to an hour: «العاشرة والنصف صباحا»."""
    near = range(max(0, first - CLOCK_REACH), min(last + 2, len(words.tokens)))
    hour = frozenset({"clock"})
    return any(
        words.tokens[i].is_number or words.after(i, hour) is not None for i in near
    )


def is_label(scan: Scan, hit: Hit) -> bool:
    """Whether a full date stands after a label such as «Published» («تاريخ النشر»)."""
    if "year" not in hit.values or "day" not in hit.values:
        return False
    return any(
        h.last == hit.first and h.code == "published" for h in scan.of("publication")
    )


def _broken(scan: Scan, first: int, last: int) -> bool:
    """Whether a colon or a full stop stands between two words."""
    return any(scan.tokens[i].gap >= COLON for i in range(first, last + 1))


def opening(scan: Scan, first: int) -> Hit | None:
    """Give the «منذ» that opens a span at a date some words after it, if one does.

    Args:
        scan: the sentence.
        first: the first word of the date.
    """
    for hit in reversed(scan.of("date_words")):
        if hit.code == "since" and first - SINCE_REACH <= hit.last <= first:
            inside = range(hit.last, first + 1)
            broken = any(scan.tokens[i].gap >= COMMA for i in inside)
            own = _harm_between(scan, hit.last, first) and not _begins(scan, inside)
            return None if broken or own else hit
    return _war_begun(scan, first)


def _war_begun(scan: Scan, first: int) -> Hit | None:
    """Give the word that says that a war began at a date: "which began in March 2011".

    What is counted beside it is counted since then.
    """
    for hit in scan.of("date_words"):
        if hit.code != "begin" or not first - BEGUN_REACH <= hit.last <= first:
            continue
        war = any(
            h.code == "war" and 0 <= hit.first - h.last <= WAR_REACH
            for h in scan.of("event_cues")
        )
        if war and scan.of("count") and not _harm_between(scan, hit.last, first):
            return hit
    return None
