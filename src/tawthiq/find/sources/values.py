"""What goes with a speaker: the words said, the stance, the channel, the outlet told."""

from tawthiq.find.actors.clauses import is_harming_verb
from tawthiq.find.sources.cues import LEAST_LEFT, Cue
from tawthiq.find.sources.phrases import (
    LINKS,
    TO,
    bound,
    past_time,
    phrase_at,
    tells,
    told,
)
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON, COMMA, JOINED

CHANNEL_REACH = 12
"""Words around a speaker in which the channel is named."""

TOLD_REACH = 8
"""Words behind a speaker in which the outlet told is named."""

CONTENT = 6
"""Words of what is said in which its denial is sought: «أن لا علاقة»."""

THAT_REACH = 14
"""Words behind a speaker in which "that" or a colon opens what is said."""

OUTLET_WORDS = 3
"""Words that an unlisted outlet's name may have: «اتصال مع الأيام»."""

TO_THE = frozenset({"for", "the"})
CALLS = frozenset({"phone", "interview"})
DENIES = "denies"


def trails(scan: Scan, cue: Cue, *, first: int, after: int) -> bool:
    """Say whether a speaker and his verb end a sentence: "…, local media reported".

    Args:
        scan: the sentence.
        cue: the cue.
        first: the first word of speaker and verb.
        after: the word after them.
    """
    if cue.backward or first <= LEAST_LEFT:
        return cue.backward
    at, behind = after, past_time(scan, after)
    while behind > at:  # "said earlier on Monday"
        at, behind = behind, past_time(scan, behind)
    return at >= len(scan.tokens)


def reported(scan: Scan, cue: Cue, *, first: int, after: int) -> dict[str, object]:
    """Give what is said and with what stance.

    Args:
        scan: the sentence.
        cue: the cue.
        first: the first word of cue and speaker.
        after: the word after them.

    Returns:
        ``stance``, ``vouches``, ``scope``, ``reach``, ``polarity`` and ``cue``.
    """
    if trails(scan, cue, first=first, after=after):
        cue = cue._replace(backward=True)
    first, last = _scope(scan, cue, first=first, after=after)
    stance = str(cue.hit.values["stance"])
    said = range(first, min(first + CONTENT, last))
    negated = [h for w in said for h in scan.at(w, "reporting") if h.code == "negates"]
    undone = stance == "asserts" and any(_undone(scan, w) for w in said)
    if negated and stance == "asserts":
        stance = str(negated[0].values["stance"])
    elif undone:
        stance = DENIES
    # «وهو ما نفاه الجيش» denies all that was told before, the attack too.
    harm = not cue.backward and any(
        h.code != "struck" for w in said for h in scan.at(w, "outcomes")
    )
    accord = stance == DENIES and not undone and _is_of_accord(scan, said)
    disowns = stance == DENIES and not cue.backward and _is_of_blame(scan, said)
    vouches = "asserts" if stance in {"announces", "demands"} else stance
    return {
        "stance": stance,
        "vouches": "asserts"
        if accord or (harm and stance == DENIES and not negated and not disowns)
        else vouches,
        "disowns": disowns,
        "scope": (scan.tokens[first].start, scan.tokens[last - 1].end),
        "reach": str(cue.hit.values["reach"]),
        "polarity": "-" if negated or undone else str(cue.hit.values["polarity"]),
        "cue": (cue.hit.start, cue.hit.end),
    }


ACCORD_REACH = 4
"""Words of what is denied in which an accord is named: «التوصل إلى أي اتفاق»."""


def _is_of_accord(scan: Scan, said: range) -> bool:
    """Say whether a truce or an accord is denied, and no attack: «نفى التوصل إلى اتفاق»."""
    return any(
        h.code == "ceasefire"
        for w in said[:ACCORD_REACH]
        for h in scan.at(w, "event_cues")
    ) or any("accord" in _bounds(scan, w) for w in said[:ACCORD_REACH])


def _is_of_blame(scan: Scan, said: range) -> bool:
    """Say whether one's part in an attack is denied, not the attack: «نفى مسؤوليته عن».

    The first word of an attack or of harm counts: «نفى قصف القرية ومسؤوليته عنها».
    """
    for at in said:
        if any(h.code in {"own", "no_part"} for h in scan.at(at, "actor_cues")):
            return True
        if tells(scan, at):
            return False
    return False


def _bounds(scan: Scan, at: int) -> set[str]:
    return {h.code for h in scan.at(at, "source_bounds")}


def _undone(scan: Scan, at: int) -> bool:
    """Say whether an attack is said not to be done: «إن قواته لم تقصف …», «لم يشن …».

    "carried out no strikes" too.
    """
    if any(
        h.code == "light" and h.last < len(scan.tokens) and bound(scan, h.last) == "not"
        for h in scan.at(at, "actor_cues")
    ):
        return True
    if bound(scan, at) != "not" or at + 1 >= len(scan.tokens):
        return False
    return is_harming_verb(scan, at + 1, cues={"light"})


def _scope(scan: Scan, cue: Cue, *, first: int, after: int) -> tuple[int, int]:
    """Give the words that are said: before a trailing cue, else behind it."""
    last = min(first, cue.hit.first)
    if cue.backward and last > LEAST_LEFT and not _leads(scan, last):
        while last > 1 and _is_lead_in(scan, last - 1):
            last -= 1
        return 0, last
    first = min(_after_that(scan, after), len(scan.tokens) - 1)
    return first, len(scan.tokens)


def _after_that(scan: Scan, at: int) -> int:
    """Give the word behind «أن» or a colon, where one opens what is said.

    One behind a happening only goes on with it: "the strike that killed three".
    """
    for word in range(at, min(at + THAT_REACH, len(scan.tokens))):
        ends = [h.last for h in scan.at(word, "source_bounds") if h.code == "that"]
        if bound(scan, word) == "that":
            return max(ends, default=word + 1)
        if scan.tokens[word].gap == COLON:
            return word
        if tells(scan, word):
            return at
    return at


def _leads(scan: Scan, last: int) -> bool:
    """Say whether only a lead-in stands before a word: "According to the figures"."""
    leads = [h for h in scan.at(0, "reporting") if h.code == "according"]
    return bool(leads) and all(scan.tokens[w].gap < COMMA for w in range(1, last + 1))


def _is_lead_in(scan: Scan, at: int) -> bool:
    """Say whether a word belongs to a trailing cue: «بحسب ما», «وذلك»."""
    if bound(scan, at) in {"relative", "like"}:
        return True
    return any(h.code == "according" for h in scan.at(at, "reporting"))


def channel_hit(scan: Scan, first: int, last: int) -> Hit | None:
    """Give the channel that is named nearest to a speaker in his clause."""
    best: tuple[int, Hit] | None = None
    for hit in scan.of("channels"):
        away = first - hit.last if hit.last <= first else max(0, hit.first - last)
        if away <= CHANNEL_REACH and (best is None or away < best[0]):
            best = (away, hit)
    return best[1] if best else None


def via_of(
    scan: Scan, at: int, *, channel: Hit | None, language: Language
) -> str | None:
    """Give the outlet that was told.

    Args:
        scan: the sentence.
        at: the word after the speaker.
        channel: the channel named beside him.
        language: the pack, whose clitics show «للأيام» to be "to the".
    """
    outlet = next(
        (
            o
            for w in range(at, min(at + TOLD_REACH, len(scan.tokens)))
            if (o := told(scan, w))
        ),
        None,
    )
    if outlet is None and bound(scan, at) == "recipient":  # «لـ “السنبلة” أن»
        return _unlisted(scan, at + 1)
    if outlet is not None:
        phrase = phrase_at(scan, outlet.first, clitics=TO | LINKS)
        return scan.text[
            outlet.start : phrase.end if phrase is not None else outlet.end
        ]
    if channel is None or channel.code not in CALLS or channel.last >= len(scan.tokens):
        return None
    if bound(scan, channel.last) == "with":
        return _unlisted(scan, channel.last + 1)
    token = scan.tokens[channel.last]
    for stem in language.affixes.stems(token.word) if token.gap == JOINED else ():
        if stem.means == TO_THE and stem.front > 1 and not stem.suffix:
            return scan.text[token.start + stem.front : token.end]
    return None


def _unlisted(scan: Scan, at: int) -> str | None:
    """Read the name of an outlet that no sheet lists, up to the next mark."""
    if at >= len(scan.tokens):
        return None
    last = at + 1
    while last < min(at + OUTLET_WORDS, len(scan.tokens)):
        token = scan.tokens[last]
        if (
            token.gap >= COMMA
            or any(c in token.between for c in "\"”»'")
            or bound(scan, last)
        ):
            break
        last += 1
    return scan.text[scan.tokens[at].start : scan.tokens[last - 1].end]
