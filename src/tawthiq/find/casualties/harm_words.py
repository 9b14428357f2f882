"""Harm words: the words of one sentence that say what befell people."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from tawthiq.find.casualties.counts import HARM
from tawthiq.find.casualties.words import OWNED
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON, COMMA, JOINED, Token

ENDS = {"struck", "freed"}
"""Codes of ``outcomes.csv`` that are no harm and end the reach of the harm before."""


STATUS = frozenset({"displaced", "detained", "abducted"})
"""Outcomes that also say what people are: a displaced family may be killed."""

FAMILIES = "families"

WHOSE = 1
"""Words between people and the family that they are of: ``of``, «من»."""

_NEAR = 4
_ILL = 9
"""Words behind the dead in which an illness is what they died of, no attack being told."""


class Harm(NamedTuple):
    """Outcomes that a count met, the words that say so, and the count it is part of."""

    outcomes: tuple[str, ...]
    rule: str
    part_of: Hit | None = None


def words_of_harm(hits: Sequence[Hit]) -> list[Hit]:
    """Give the words that may govern a count: no «القتل» at large, no «فقد قتل».

    Args:
        hits: those of the sheet ``outcomes``, in order.
    """
    return [
        h
        for h in hits
        if (h.code in HARM or h.code in ENDS)
        and "the" not in h.means
        and not _is_particle(h, hits)
    ]


def without_families(counts: Sequence[Hit]) -> list[Hit]:
    """Leave out families that only tell whose the people are: "four of one family".

    Args:
        counts: the people counted, in order.
    """
    return [
        here
        for before, here in zip((None, *counts), counts, strict=False)
        if before is None
        or here.values["_group"] != FAMILIES
        or before.values["_group"] == FAMILIES
        or not 0 < here.first - before.last <= WHOSE
        or "and" in here.means
    ]


def harm_of_many(scan: Scan, at: int) -> str:
    """Give the harm of those whom nobody counts: «قتلى مدنيون بينهم طفلان».

    Args:
        scan: the sentence; its sheet ``groups`` is read.
        at: the word that says that some of them follow.

    Returns:
        Their outcome, or nothing where none is told, or more than one.
    """
    told = {
        str(h.values["outcome"])
        for place in range(max(0, at - _NEAR), at)
        for h in scan.at(place, "groups")
        if h.values["number"] == "many" and h.values.get("outcome") in HARM
    }
    return told.pop() if len(told) == 1 else ""


def said_by(mark: Hit | None) -> tuple[str, ...] | None:
    """Give the harm that a word for a part names: «بين القتلى» after the wounded.

    Args:
        mark: the word, a hit of the sheet ``count_words``; None where there is none.

    Returns:
        The outcome, or nothing where the word names none; None without a word.
    """
    if mark is None:
        return None
    side = str(mark.values.get("side") or "")
    return (side,) if side in HARM else ()


def told_otherwise(count: Hit, of: Harm) -> bool:
    """«خمسة شهداء بينهم طفل و12 مصابا»: the wounded are no part of the dead.

    Args:
        count: the people counted.
        of: what those before met.
    """
    own = count.values["outcome"]
    return isinstance(own, str) and own in HARM - STATUS and own not in of.outcomes


def told_of(scan: Scan, count: Hit) -> object:
    """Give the harm that a counted noun says, or the noun whose share it is.

    «3 قتلى», «الضحايا طفلان وامرأة».

    Args:
        scan: the sentence; its sheet ``groups`` is read.
        count: the people counted.
    """
    own = count.values["outcome"]
    if own is not None or count.values["_form"] == "bare" or count.means:
        return own
    if count.first == 0 or scan.tokens[count.first].gap > JOINED:
        return None
    before = (h for h in scan.at(count.first - 1, "groups") if "the" in h.means)
    told = [h.values.get("outcome") for h in before if h.values["number"] == "many"]
    return told[0] if told and told[0] in HARM else None


def is_joined(harm: Hit, other: Hit, *, links: Collection[int]) -> bool:
    """«مقتل وإصابة ستة», "death and injury of six": two words of harm as one.

    «لمقتله وإصابة زوجته» tells whose death it was: that one governs nobody else.

    Args:
        harm: a word of harm.
        other: the word of harm that may stand before it.
        links: the words behind an "and".
    """
    if other.values["side"] == "before" or other.suffix in OWNED:
        return False  # «وفاة طفلة متأثرة بجراحها وإصابة ثلاثة»: that one is told
    if other.last == harm.first:
        return "and" in harm.means
    return other.last + 1 == harm.first and harm.first in links


def is_of_illness(scan: Scan, count: Hit) -> bool:
    """Tell whether an illness befell people: «بالفيروس», «وفاة 3 بسبب فيروس».

    Args:
        scan: the sentence; its sheets ``count_words``, ``source_bounds`` are read.
        count: the people counted.
    """
    attacked = any(scan.of("attacks"))
    near = range(count.last, count.last + (_NEAR if attacked else _ILL))
    for h in scan.of("count_words"):
        if h.code != "illness" or h.first not in near:
            continue
        words = range(count.last, h.first + 1)
        far = h.first - count.last >= _NEAR
        apart = far and any(scan.tokens[i].gap >= COMMA for i in words)
        if not apart and ("in" in h.means or scan.at(h.first - 1, "source_bounds")):
            return True
    return False


def twin_of(
    scan: Scan, harm: Hit, harms: Sequence[Hit], *, counts: Sequence[Hit]
) -> list[Hit]:
    """Give the harm joined to a verb behind its people: "were killed or wounded".

    Args:
        scan: the sentence; its sheet ``count_words`` is read.
        harm: the verb.
        harms: the words of harm of the sentence.
        counts: its counts; a verb right before one is theirs.
    """
    links = {h.last for h in scan.of("count_words") if h.code in {"and", "or"}}
    taken = {c.first for c in counts}
    return [
        h
        for h in harms
        if h.code in HARM - {harm.code}
        and (h.first in links if h.first == harm.last + 1 else _follows(h, harm))
        and taken.isdisjoint({h.last, h.last + 1})
        and not scan.at(h.last, "groups")
        and not any(c.code == "other" for c in scan.at(h.last, "count_words"))
    ]


def _follows(harm: Hit, before: Hit) -> bool:
    """«قتلوا وجرحوا»: an «و» on the verb joins it to the one before."""
    return harm.first == before.last and "and" in harm.means


def _is_particle(harm: Hit, hits: Sequence[Hit]) -> bool:
    """Tell whether «فقد» only leads a verb: «فقد قتل ثلاثة»."""
    return harm.code == "missing" and any(
        h.first == harm.last and h.code != "life" and not h.means for h in hits
    )


DASHES = frozenset({"-", "\u2013", "\u2014"})
ASIDE = 2
"""Dashes round what is said aside."""


def is_parted(scan: Scan, first: int, last: int) -> bool:
    """Say whether a full stop, a colon or the like parts two words, or another verb.

    What two dashes set aside parts nothing: «حيث قتل - بحسب تقارير - 10 أشخاص». Those
    of «… قتلوا، كما تعرض 31 شخصا للتوقف عن العمل» are the second verb's.

    Args:
        scan: the sentence.
        first: the one word.
        last: the other, behind it.
    """
    if any(
        h.code == "suffered" and first <= h.first < last
        for h in scan.of("attack_words")
    ):
        return True
    stops = [t for t in scan.tokens[first + 1 : last + 1] if t.gap >= COLON]
    opened = [t for t in scan.tokens[first : first + 1] if _is_dash(t)]
    aside = [*opened, *stops]
    return bool(stops) and not (len(aside) == ASIDE and all(map(_is_dash, aside)))


def _is_dash(token: Token) -> bool:
    return token.between.strip() in DASHES
