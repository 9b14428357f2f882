"""The noun phrase that names a speaker: how far it goes, and what kind it is of."""

from typing import NamedTuple

from tawthiq.find.sources.contents import is_content
from tawthiq.find.sources.kinds import is_pronoun
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA, STOP

LONGEST = 12
"""Words that a speaker's name with his office may have."""

BRACKET_WORDS = 3
"""Words that may stand in brackets after a name: (SANA)."""

QUOTED = 5
"""Words that a name in quotation marks may have; more are what somebody says."""

QUOTES = frozenset('"“”«»„')

APPOSED = 9
"""Words between two commas that may say who the speaker is."""

LINKS = frozenset({"and", "then"})
"""Clitics that may stand before any word without changing its part in the clause."""

TO = frozenset({"for"})
OWNERS = frozenset({"ه", "ها", "هم"})
"""Pronouns behind what belongs to somebody named before."""

ENDS = frozenset(
    {
        "that", "who", "article", "auxiliary", "recipient", "stop", "towards", "in",
        "relative", "like", "not", "about", "was", "with", "meeting", "during", "this",
    }
)  # fmt: skip
"""Codes of ``source_bounds.csv`` before which a name ends."""

APPOSITION = frozenset(
    {"", "in", "event", "relative", "who", "was", "stop", "towards", "auxiliary"}
)
"""What may stand inside an apposition: «، وهو صاحب متجر تعرض للقصف، إن»."""

_GAPS = {COMMA: "comma", BRACKET: "bracket", COLON: "colon", STOP: "stop"}


class Phrase(NamedTuple):
    """The words ``first`` to ``last - 1``, with source offsets, clitics left out.

    ``listed`` says whether a known source noun leads it; ``closed`` by what it ends,
    time words passed (``that``, ``colon``, ``told``, ``channel``, ``verb``, ``comma``,
    ``event`` …) and ``at`` is the word where that stands; ``also`` is where a second
    source begins that shares the verb.
    """

    first: int
    last: int
    start: int
    end: int
    listed: bool
    closed: str
    at: int
    also: int | None


def heads(scan: Scan, at: int, *, clitics: frozenset[str]) -> list[Hit]:
    """Give the source nouns and outlets that begin with a word, longest first.

    Args:
        scan: the sentence.
        at: the word.
        clitics: what its clitics may mean, beside the article.
    """
    here = (*scan.at(at, "source_nouns"), *scan.at(at, "outlets"))
    allowed = clitics | {"the"} if here else clitics
    found = [
        h
        for h in here
        if h.values.get("part") != "modifier"
        and h.means <= allowed
        and not _is_own_account(h)
        and not is_pronoun(scan, h)
        and not _is_site(scan, h)
        and not (h.sheet == "outlets" and _inside_country(scan, h))
    ]
    return sorted(found, key=lambda h: -h.last) if len(found) > 1 else found


def _is_site(scan: Scan, head: Hit) -> bool:
    """Say whether a name only begins that of a building: "police station"."""
    return any(h.last > head.last for h in scan.at(head.first, "struck_objects"))


def _is_own_account(head: Hit) -> bool:
    """«في حسابه على …»: whose account it is was named before; it names nobody."""
    body = head.code == "media" and head.values.get("part") == "body"
    return body and head.suffix in OWNERS


def _inside_country(scan: Scan, outlet: Hit) -> bool:
    """Say whether an outlet's name is part of a state's: «الإمارات العربية المتحدة»."""
    return any(h.first < outlet.first < h.last for h in scan.of("countries"))


def bound(scan: Scan, at: int) -> str:
    """Give what a word means at the edge of a name: ``that``, ``stop``, ``in`` …."""
    if at < len(scan.tokens):
        for hit in scan.at(at, "source_bounds"):
            if hit.code == "towards" and _is_given_name(scan, at, hit):
                continue
            by = hit.code in {"that", "stop"} and hit.means == {"in"}  # «بأن»، «بتدمير»
            if hit.means <= LINKS or by:
                return hit.code
        return "that" if _behind_name(scan, at) else ""
    return ""


def _behind_name(scan: Scan, at: int) -> bool:
    """«سامر العلي إن …»: no preposition bears an article, so the name ends there."""
    return at > 0 and any(
        h.code == "that" and "the" in h.means and h.last == at + 1
        for h in scan.at(at - 1, "source_bounds")
    )


def _is_given_name(scan: Scan, at: int, hit: Hit) -> bool:
    """Say whether a word is a name that its report spells unlike "on": «علي», «على»."""
    token, other = scan.tokens[at], str(hit.values["form"])
    written = scan.text[token.start : token.end]
    return written != other in scan.text and any(
        h.values["form"] == written for h in scan.at(at, "given_names")
    )


def tells(scan: Scan, at: int) -> bool:
    """Say whether a word tells of an attack or of harm; «لقوات» is not «لقوا»."""
    return any(
        h.code != "none"
        for sheet in ("attacks", "outcomes")
        for h in scan.at(at, sheet)
    )


def is_speech(scan: Scan, at: int) -> bool:
    """Say whether a word is a verb of speech or another reporting cue."""
    return any(
        h.means <= LINKS | {"will"} and h.code not in {"no_cue", "negates"}
        for h in scan.at(at, "reporting")
    )


def past_time(scan: Scan, at: int) -> int:
    """Give the word after a date or filler («بدوره») that begins here; else ``at``."""
    ends = [
        h.last for sheet in ("date", "weekdays", "months") for h in scan.at(at, sheet)
    ]
    ends += [h.last for h in scan.at(at, "source_bounds") if h.code == "filler"]
    return max(ends, default=at)


def told(scan: Scan, at: int) -> Hit | None:
    """Give the outlet that was told: «لوكالة …», "told the agency"."""
    if at < len(scan.tokens):
        for hit in heads(scan, at, clitics=LINKS | TO):
            if "for" in hit.means and hit.code in {"media", "journalist"}:
                return hit
    return None


def is_channel(scan: Scan, at: int) -> bool:
    """Say whether a word names a channel: a statement, a call, a tweet."""
    return at < len(scan.tokens) and bool(scan.at(at, "channels"))


def _is_said(scan: Scan, at: int) -> bool:
    """Say whether a word names what somebody gives out: «في بيان», «في تقرير لها»."""
    if at >= len(scan.tokens):
        return False
    content = (h for h in scan.at(at, "source_bounds") if h.code == "content")
    return is_channel(scan, at) or any(not h.means for h in content)


def phrase_at(
    scan: Scan, first: int, *, clitics: frozenset[str] = LINKS
) -> Phrase | None:
    """Read the name that begins with the word ``first``.

    Args:
        scan: the sentence.
        first: where it begins.
        clitics: what the clitics of its first word may mean («وفقا *ل*مصادر»).

    Returns:
        The phrase, or None where no name can begin here.
    """
    if first >= len(scan.tokens):
        return None
    known = heads(scan, first, clitics=clitics)
    if not known and _closes(scan, first):
        return None
    start = _start(scan, known[0]) if known else scan.tokens[first].start
    at = known[0].last if known else first + 1
    if known and known[0].values.get("part") == "alone":
        last, closed = at, _gap(scan, at) or _closes(scan, at)
    else:
        last, closed = _grow(scan, first, at)
    also = _also(scan, last) if closed == "also" else None
    while last - 1 > first and bound(scan, last - 1) in {"in", "article"}:
        last -= 1  # «الوكالة في» before a day, "residents in the" before a blast
    at, closed = _over_time(scan, last, closed)
    end = scan.tokens[last - 1].end
    if scan.text[end : end + 1] == ")" and "(" in scan.text[start:end]:
        end += 1
    return Phrase(first, last, start, end, bool(known), closed, at, also)


def _start(scan: Scan, head: Hit) -> int:
    """Give where a name begins: the article belongs to it, other clitics do not."""
    if "the" not in head.means or head.means & TO:  # «لل» has eaten the article
        return head.start
    clitics = head.means - {"the"}  # each of one letter
    return scan.tokens[head.first].start + len(clitics)


def _grow(scan: Scan, first: int, at: int) -> tuple[int, str]:
    """Follow a name from the word ``at``; give the word after it and what ends it."""
    inside = False
    limit = min(len(scan.tokens), first + LONGEST, _quote_end(scan, first))
    while at < limit:
        gap = _gap(scan, at) or ("colon" if _opens_speech(scan, at) else "")
        if gap:
            across = _across(scan, at, gap)
            if across > at and gap == "bracket" and _joined_head(scan, across):
                at = across + 1
                continue
            return across, _after_gap(scan, across, gap)
        closed = "also" if _and_head(scan, at) else _closes(scan, at)
        if closed == "in" and not inside:
            inside, closed = True, ""
        if closed == "article" and bound(scan, at - 1) in {"of", "in"}:
            closed = ""
        if closed:
            return at, closed
        if any(_joins(h) for h in heads(scan, at, clitics=LINKS)):
            return at, "also"
        at += 1
    return at, _gap(scan, at) or _closes(scan, at) or "long"


def _quote_end(scan: Scan, first: int) -> int:
    """Give the word behind the marks round a name: «أبو سالم» and no further."""
    behind = range(first + 1, len(scan.tokens))
    if scan.tokens[first].between[-1:] not in QUOTES:
        return len(scan.tokens)
    return next((w for w in behind if QUOTES & {*scan.tokens[w].between}), behind.stop)


def _joins(head: Hit) -> bool:
    """Say whether an "and" joins a second source; of a land it does not: «في … والعراق»."""
    return "and" in head.means and head.values.get("part") != "alone"


def _opens_speech(scan: Scan, at: int) -> bool:
    """Say whether a quotation opens here that is no name: «قال المدير "أشعر …"»."""
    if scan.tokens[at].between[-1:] not in QUOTES:  # one that closes has a space behind
        return False
    behind = scan.tokens[at + 1 : at + QUOTED + 1]
    return (
        at > 0
        and len(behind) == QUOTED
        and all(QUOTES.isdisjoint(t.between) for t in behind)
    )


def _and_head(scan: Scan, at: int) -> bool:
    """Say whether an "and" of its own stands here before another source."""
    return bound(scan, at) == "and" and bool(
        heads(scan, _also(scan, at), clitics=LINKS)
    )


def _also(scan: Scan, at: int) -> int:
    """Give where the second of two sources begins, past a word for "and"."""
    at += bound(scan, at) == "and"
    return at + (bound(scan, at) == "article")


def _over_time(scan: Scan, at: int, closed: str) -> tuple[int, str]:
    """Pass days, fillers and a bracket between a name and what it says."""
    if closed == "in_brackets":
        at = next(
            (
                w
                for w in range(at + 1, len(scan.tokens))
                if scan.tokens[w].gap >= BRACKET
            ),
            len(scan.tokens),
        )
        closed = _closes(scan, at)
    while closed == "time":
        at = past_time(scan, at)
        while at < len(scan.tokens) and scan.tokens[at].is_number:
            at += 1
        gap = _gap(scan, at)
        closed = _after_gap(scan, at, gap) if gap else _closes(scan, at)
    return at, closed


def _gap(scan: Scan, at: int) -> str:
    """Name what parts a word from the one before; empty for white space."""
    if at >= len(scan.tokens):
        return "stop"
    token = scan.tokens[at]
    return "account" if "@" in token.between else _GAPS.get(token.gap, "")


def _across(scan: Scan, at: int, gap: str) -> int:
    """Take brackets or an apposition into a name: «المدير، فلان، إن»."""
    if gap == "bracket":
        return _bracket_end(scan, at)
    if gap == "comma" and (is_office(scan, at) or _closes(scan, at) in {"", "article"}):
        return _apposition_end(scan, at)
    return at


def _joined_head(scan: Scan, at: int) -> bool:
    """Say whether a name goes on behind a bracket: "Observatory (SOHR) group"."""
    if at >= len(scan.tokens) or any(c in scan.tokens[at].between for c in ",،"):
        return False
    return bool(heads(scan, at, clitics=frozenset()))


def _bracket_end(scan: Scan, at: int) -> int:
    if "(" not in scan.tokens[at].between or scan.at(at, "roles"):
        return at
    for after in range(at + 1, min(at + BRACKET_WORDS + 1, len(scan.tokens))):
        if scan.tokens[after].gap >= BRACKET:
            return after
    return at


def _apposition_end(scan: Scan, at: int) -> int:
    """Give where an apposition ends: what an office opens ends at its comma."""
    outside = after = at
    office = is_office(scan, at)
    for after in range(at + 1, min(at + APPOSED + 1, len(scan.tokens))):
        if scan.tokens[after].gap > COMMA:
            break
        if office and _opens_speech(scan, after):
            return after
        closed = _closes(scan, after)
        if closed in {"that", "told"}:
            return after
        if scan.tokens[after].gap == COMMA:
            return after if office or closed in {"channel", "verb", "time"} else at
        if closed not in APPOSITION:
            break
    return after if office and after > at + 1 else outside


def is_office(scan: Scan, at: int) -> bool:
    """Say whether a word says what somebody is: «رئيس المجلس»، «والد الطفل»."""
    head = any(h.values["part"] == "head" for h in scan.at(at, "source_nouns"))
    return head or (bool(scan.at(at, "roles")) and not scan.at(at, "source_bounds"))


def _after_gap(scan: Scan, at: int, gap: str) -> str:
    """Say what comes behind a comma or bracket that ended a name."""
    if gap == "bracket" and at < len(scan.tokens) and "(" in scan.tokens[at].between:
        return "in_brackets"
    if at < len(scan.tokens) and scan.tokens[at].gap <= BRACKET:
        closed = _closes(scan, at)
        return closed if closed in {"that", "time", "told", "channel", "verb"} else gap
    return gap if at < len(scan.tokens) else "stop"


def _closes(scan: Scan, at: int) -> str:
    """Say why a word cannot belong to a name; empty where it can."""
    if at >= len(scan.tokens):
        return "stop"
    code = bound(scan, at)
    if is_channel(scan, at) or (code in {"in", "during"} and _is_said(scan, at + 1)):
        return "channel"
    if code == "and":
        return "stop"
    if code in ENDS:
        return code
    if past_time(scan, at) > at:
        return "time"
    return _closes_by_part(scan, at)


def _closes_by_part(scan: Scan, at: int) -> str:
    if is_speech(scan, at):
        return "verb"
    if tells(scan, at) or is_content(scan, at):
        return "event"
    return "told" if told(scan, at) is not None else ""
