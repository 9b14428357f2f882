"""Asides between a speaker and his verb, which only say who he is."""

from collections.abc import Sequence

from tawthiq.find.sources.phrases import (
    LINKS,
    Phrase,
    bound,
    heads,
    is_speech,
    phrase_at,
)
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COMMA, JOINED

ASIDE = 14
"""Words that may say who the speaker is: "which relies on a network of sources"."""

INDEFINITE = frozenset({"a", "an"})
"""Articles behind which something is said that is not known yet."""

ORGANISATION = 8
"""Weight of a source noun from which on it is an organisation's own name."""

TOLD = frozenset({"media", "journalist"})
"""Kinds of whom a speaker tells something."""

EMPLOYED = frozenset({"journalist", "media", "official", "unnamed", "other"})
"""Kinds of heads that may be an outlet's own people."""

NAME = 2
"""Words in capitals that make a person's name."""


def is_aside(scan: Scan, phrase: Phrase, verb: int) -> bool:
    """Say whether what parts a speaker from his verb only says who that is.

    "The Observatory, which relies on sources inside, said"; a page may have lost the
    commas: "The Observatory a monitoring group based abroad said".

    Args:
        scan: the sentence.
        phrase: the speaker.
        verb: the word of speech.
    """
    at = phrase.last
    if not phrase.listed or not at < verb <= at + ASIDE:
        return False
    opens = bound(scan, at) in {"relative", "who"} or _names_again(scan, phrase)
    closed = scan.tokens[verb].gap == scan.tokens[at].gap
    inside = range(at + 1, verb)
    return (
        opens
        and closed
        and not any(scan.tokens[w].gap > COMMA or is_speech(scan, w) for w in inside)
    )


def _names_again(scan: Scan, phrase: Phrase) -> bool:
    """Say whether "a group …" says what an organisation of a name of its own is.

    "… in Barda a monitor said" names the monitor alone.
    """
    at = phrase.last
    if scan.tokens[at].word not in INDEFINITE or bound(scan, at) != "article":
        return False
    own = max(
        (
            int(str(h.values.get("weight", 0)))
            for h in heads(scan, phrase.first, clitics=LINKS)
        ),
        default=0,
    )
    return own >= ORGANISATION and bool(heads(scan, at + 1, clitics=LINKS))


def spoken_by(scan: Scan, found: Sequence[Phrase], verb: int) -> list[Phrase]:
    """Give who speaks of the names that reach a verb, by the commas around them.

    "… killing the mayor, officials said": no comma behind closes an aside on the mayor.

    Args:
        scan: the sentence.
        found: the speakers as their words reach the verb.
        verb: the word of speech.
    """
    whole = found[0]
    if len(found) > 1 or scan.tokens[verb].gap >= COMMA:
        return _named_before(scan, found, verb)
    for at in range(whole.last - 1, whole.first, -1):
        if scan.tokens[at].gap != COMMA:
            continue
        inner = phrase_at(scan, at + (bound(scan, at) == "article"))
        if inner is not None and inner.listed and inner.at == whole.at:
            return [inner]
        break
    return list(found)


def _named_before(scan: Scan, found: Sequence[Phrase], verb: int) -> list[Phrase]:
    """Give who speaks by the name before what he is: "Umm Sami, a mother of four, said"."""
    office = found[0]
    at = office.first - (bound(scan, office.first - 1) == "article")
    closed = scan.tokens[verb].gap == COMMA and scan.tokens[at].gap == COMMA
    if not closed or len(found) > 1:
        return list(found)
    first = at
    while (
        first
        and scan.capital(first - 1)
        and (first == at or scan.tokens[first].gap <= JOINED)
    ):
        first -= 1
    if at - first < NAME or (first and bound(scan, first - 1) == "in"):
        return list(found)
    start, end = scan.tokens[first].start, scan.tokens[at - 1].end
    named = office._replace(first=first, last=at, start=start, end=end, listed=False)
    return [named]


def without_told(scan: Scan, phrase: Phrase) -> Phrase:
    """Cut off whom a speaker told: «أبلغ مسؤول في المستشفى وكالة … بأن».

    «مراسل الوكالة», «مصدر في الصحيفة» speak for theirs.

    Args:
        scan: the sentence.
        phrase: what stands behind a verb of telling.
    """
    for at in range(phrase.first + 1, phrase.last):
        told = [h for h in heads(scan, at, clitics=frozenset()) if h.code in TOLD]
        if told and not _employs(scan, at - 1):
            end = scan.tokens[at - 1].end
            return phrase._replace(last=at, end=end, closed="told")
    return phrase


def _employs(scan: Scan, at: int) -> bool:
    """Say whether a word belongs with the outlet behind it: «مراسل», «مصدر في»."""
    if bound(scan, at) == "in" or scan.at(at, "roles"):
        return True
    return any(
        h.values.get("part") == "head" and h.code in EMPLOYED and "the" not in h.means
        for h in scan.at(at, "source_nouns")
    )
