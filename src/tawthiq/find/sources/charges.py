"""Who charges whom: «اتهمت الوزارة الفصائل بقصف السوق» names the accuser first.

«اتهمت الفصائل بقصف السوق» names the accused alone, whom the verb must not make a source.
"""

from tawthiq.find.actors.clauses import DEEDS, charged
from tawthiq.find.sources.kinds import kinds_of
from tawthiq.find.sources.phrases import Phrase
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COMMA

LAID_REACH = 12
"""Words behind a verb in which responsibility is named: «حملت الحركة الجيش المسؤولية»."""

CHARGE_REACH = 4
"""Words behind a name in which the charge is sought."""

ADJECTIVES = 2
"""Words of the accused's name that no list may know."""

FIGHTING = frozenset({"military", "armed_group"})
"""Kinds that are accused where one party alone stands before a charge."""

HOLD_NO_OFFICE = frozenset(
    {"relative", "local_source", "witness", "activist", "medical", "monitor_ngo"}
)
"""Kinds behind whose name a party is no employer: «اتهم ناشطون قسد بقصف السوق»."""

BLAMING = frozenset({"accuse", "blame_verb"})
"""Codes of verbs by which somebody charges somebody."""

_NAMES = ("source_nouns", "outlets")
_DEEDS = (*DEEDS, "outcomes", "source_bounds")
_PARTIES = ("actors", "nationalities", "source_nouns")


def accuses(scan: Scan, cue: Hit) -> bool:
    """Say whether a verb of speech accuses somebody: «اتهم», «غالبا ما تتهم», «حمل»."""
    within = range(cue.first, cue.last)
    return any(h.code in BLAMING for at in within for h in scan.at(at, "actor_cues"))


def charged_with(scan: Scan, cue: Hit) -> int | None:
    """Give where responsibility is named that a verb lays at a door.

    «حملت الحركة الجيش المسؤولية عن …», «يحمل الجيش مسؤولية مقتل …».

    Args:
        scan: the sentence.
        cue: the verb.
    """
    within = range(cue.last + 1, min(cue.last + LAID_REACH, len(scan.tokens)))
    for at in within:
        if scan.tokens[at].gap > COMMA:
            return None
        if any(h.code == "accuse" for h in scan.at(at, "actor_cues")):
            return at
    return None


def charge(scan: Scan, first: int, last: int) -> int | None:
    """Give the word of ``first`` to ``last - 1`` that opens a charge: «بقصف», «بشنه»."""
    within = range(first, min(last, len(scan.tokens)))
    return next((at for at in within if charged(scan, at, _DEEDS)), None)


def accuser(scan: Scan, phrase: Phrase, verb: Hit) -> Phrase | None:
    """Cut a name off where the accused begins.

    Args:
        scan: the sentence.
        phrase: what stands behind a verb that accuses.
        verb: that verb.

    Returns:
        The accuser; None where the words name the accused alone.
    """
    at = charge(scan, phrase.first + 1, phrase.last + CHARGE_REACH)
    if at is None and any(
        h.code == "blame_verb" for h in scan.at(verb.first, "actor_cues")
    ):
        at = charged_with(scan, verb)
    if at is None:
        return _before_accused(scan, phrase)
    accused = _party_before(scan, at, after=phrase.first)
    if accused is not None and accused >= phrase.last:
        return phrase
    if accused is not None:
        return _cut(scan, phrase, accused)
    named = max((h.last for s in _PARTIES for h in scan.at(phrase.first, s)), default=0)
    fights = set(kinds_of(scan, phrase.first, min(phrase.last, at))) <= FIGHTING
    return None if fights or named == at else phrase


def _before_accused(scan: Scan, phrase: Phrase) -> Phrase:
    """Cut a name off before a party that no charge follows: «اتهم ناشطون تنظيم …»."""
    for at in range(phrase.first + 1, phrase.last):
        party = any(not h.means - {"the"} for h in scan.at(at, "actors"))
        kinds = set(kinds_of(scan, phrase.first, at))
        if party and kinds and kinds <= HOLD_NO_OFFICE:
            return _cut(scan, phrase, at)
    return phrase


def _cut(scan: Scan, phrase: Phrase, at: int) -> Phrase:
    """End a name before the word ``at``, where another party begins."""
    end = scan.tokens[at - 1].end
    return phrase._replace(last=at, end=end, at=at, also=None)


def caller(scan: Scan, phrase: Phrase) -> Phrase:
    """Cut a name off where the party begins that is called upon or threatened.

    «طالبت المنظمة الحكومة بالتحقيق», «دعا مجلس الأمن الأطراف إلى الهدنة»; what is bound
    to the word before belongs to the name: «دعا رئيس الحكومة».

    Args:
        scan: the sentence.
        phrase: what stands behind a verb that calls upon somebody.
    """
    for at in range(phrase.first + 1, phrase.last):
        party = any(
            h.code == "addressed" and h.means <= {"the"}
            for h in scan.at(at, "source_bounds")
        ) or any(h.means == {"the"} for h in scan.at(at, "actors"))
        if party and _is_full(scan, phrase.first, at):
            return _cut(scan, phrase, at)
    return phrase


def _is_full(scan: Scan, first: int, last: int) -> bool:
    """Say whether nothing can be bound to a name's last word.

    It has its article, describes («مركز حقوقي»), or ends a name of several words.
    """
    before = scan.here(last - 1)
    if any("the" in h.means or h.values.get("part") == "modifier" for h in before):
        return True
    named = (h for w in range(first, last) for s in _NAMES for h in scan.at(w, s))
    return any(h.last == last and h.last - h.first > 1 for h in named)


def _party_before(scan: Scan, at: int, *, after: int) -> int | None:
    """Give where a party begins that ends before the charge and opens no name."""
    found: list[Hit] = [
        h
        for first in range(after + 1, at)
        for sheet in _PARTIES
        for h in scan.at(first, sheet)
        if at - ADJECTIVES <= h.last <= at and not h.means - {"the"}
    ]
    own = max((h.last for s in _PARTIES for h in scan.at(after, s)), default=after)
    heads = [h for h in found if h.values.get("part") != "modifier" and h.first >= own]
    ends = max((h.last for h in heads), default=0)
    starts = [h.first for h in heads if h.last == ends]
    starts = [first for first in starts if not _follows_office(scan, first)]
    return _with_its_men(scan, min(starts), after=after) if starts else None


def _with_its_men(scan: Scan, at: int, *, after: int) -> int:
    """«اتهم مصدر أمني خلايا داعش»: the party's men begin before its name."""
    men = [
        h.first
        for h in scan.of("actor_cues")
        if h.code in {"force", "people"}
        and h.last == at
        and h.first > after + 1
        and not h.means
    ]
    return min((m for m in men if not _follows_office(scan, m)), default=at)


def _follows_office(scan: Scan, at: int) -> bool:
    """«المتحدث باسم الجيش»: the party belongs to the office before it."""
    return any(
        h.last == at
        for first in range(max(0, at - ADJECTIVES), at)
        for sheet in ("actor_cues", "source_nouns")
        for h in scan.at(first, sheet)
        if h.code == "speech"
        or (h.values.get("part") == "head" and h.code not in HOLD_NO_OFFICE)
    )
