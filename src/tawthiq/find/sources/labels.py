"""Sources that no verb introduces: «الدفاع المدني: …», and posts signed by name."""

from collections.abc import Iterator, Sequence

from tawthiq.find.sources.kinds import kinds_of
from tawthiq.find.sources.phrases import Phrase, bound, heads, phrase_at
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET

SIGNERS = frozenset({"civil_defence", "monitor_ngo"})
"""Kinds that vouch by their name alone.

An outlet or a person that posts is the report's author, not a source that it names.
"""

HANDLE = frozenset({"", "_", "."})
"""What may stand between the words of a handle: «@zaarour_24مصدر محلي: …»."""

SIGNER_WEIGHT = 8
"""Weight of a source noun from which on it is an organisation's own name."""


def labels(scan: Scan, found: Sequence[Hit]) -> Iterator[Hit]:
    """Give the sources that stand before a colon or a bar.

    Args:
        scan: the sentence.
        found: what verbs introduced; a name is not given twice.
    """
    free = 0
    for at in sorted({h.first for h in scan.of("source_nouns", "outlets")}):
        if at < free:
            continue
        starts = at == 0 or scan.tokens[at].gap >= BRACKET or _after_handle(scan, at)
        known = _names(scan, at) if starts else []
        owned = any(h.suffix and h.values.get("part") == "head" for h in known)
        tag = "#" in scan.tokens[at].between
        owned = owned or (tag and all(h.sheet == "outlets" for h in known))
        # «محافظة وادي الزعرور: …» is where it was, not its governor.
        phrase = phrase_at(scan, at) if known and not owned else None
        if phrase is None:
            continue
        if (_is_label(scan, phrase) or _is_aside(scan, phrase)) and not _taken(
            found, phrase.first
        ):
            yield from _labelled(scan, phrase)
        free = phrase.last


def signatures(scan: Scan, found: Sequence[Hit]) -> Iterator[Hit]:
    """Give an organisation that signs its own post: «NAME@handle», «#NAME».

    Args:
        scan: the sentence.
        found: the sources found otherwise; a name is not given twice.
    """
    for hit in scan.of("source_nouns"):
        if hit.code not in SIGNERS or int(str(hit.values["weight"])) < SIGNER_WEIGHT:
            continue
        after = scan.tokens[hit.last].between if hit.last < len(scan.tokens) else ""
        if bound(scan, hit.first) == "previous":  # "Monitor" names nobody
            continue
        signed = "#" in scan.tokens[hit.first].between
        byline = scan.segment.kind == "byline" or after.startswith("@")
        if (signed or byline) and not _taken(found, hit.first):
            scope = (scan.tokens[0].start, scan.tokens[-1].end)
            values = _values(scan, (hit.start, hit.end), hit.code)
            yield scan.make(
                "source",
                words=(hit.first, hit.last),
                values=values
                | {"channel": "social", "reach": "report", "scope": scope},
                rule="signature" if signed else "account",
                like=hit,
            )


def _names(scan: Scan, at: int) -> list[Hit]:
    """Give the heads of a name; a land before a colon is where it happened."""
    known = heads(scan, at, clitics=frozenset())
    return [h for h in known if h.values.get("part") != "alone"]


def _after_handle(scan: Scan, at: int) -> bool:
    """Say whether a word follows an account's handle without a space."""
    while at and scan.tokens[at].between in HANDLE:
        at -= 1
        if "@" in scan.tokens[at].between:
            return True
    return False


def _taken(found: Sequence[Hit], at: int) -> bool:
    return any(h.first <= at < h.last for h in found)


def _is_label(scan: Scan, phrase: Phrase) -> bool:
    if phrase.last >= len(scan.tokens) or kinds_of(scan, *phrase[:2]) == ["unnamed"]:
        return False
    marks = {*scan.tokens[phrase.last].between}
    if phrase.last < phrase.at < len(scan.tokens):  # «مراسل الزعرور اليوم: …»
        marks |= {*scan.tokens[phrase.at].between}
    return bool(marks & {":", "|"})


def _is_aside(scan: Scan, phrase: Phrase) -> bool:
    """Say whether a correspondent is named in brackets behind what he reports."""
    return (
        "(" in scan.tokens[phrase.first].between
        and scan.text[phrase.end : phrase.end + 1] == ")"
        and kinds_of(scan, *phrase[:2]) == ["journalist"]
    )


def _labelled(scan: Scan, phrase: Phrase) -> Iterator[Hit]:
    scope = (scan.tokens[0].start, scan.tokens[max(phrase.first - 1, 0)].end)
    if _is_label(scan, phrase):
        scope = (scan.tokens[phrase.last].start, scan.tokens[-1].end)
    for kind in kinds_of(scan, phrase.first, phrase.last):
        values = _values(scan, (phrase.start, phrase.end), kind)
        words = (phrase.first, phrase.last)
        hit = scan.make(
            "source", words=words, values=values | {"scope": scope}, rule="label"
        )
        yield hit._replace(start=phrase.start, end=phrase.end)


def _values(scan: Scan, words: tuple[int, int], kind: str) -> dict[str, object]:
    return {
        "code": kind,
        "name": scan.text[words[0] : words[1]],
        "kind": kind,
        "channel": None,
        "stance": "asserts",
        "vouches": "asserts",
        "via": None,
        "verb": None,
        "cue": (words[1], words[1] + 1)
        if scan.text[words[1] : words[1] + 1]
        else words,
        "reach": "sentence",
        "polarity": "+",
        "same_as": None,
    }
