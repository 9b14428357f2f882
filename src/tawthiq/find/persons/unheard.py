"""Unheard names: victims whose names no list knows, in scripts that have capitals.

``Arno Velt was killed``, ``the murder of trade unionist Arno Velt``: a row of two words
or more written as names are, right where the victim of a word of harm stands.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from tawthiq.find.persons.ages import age_of
from tawthiq.find.persons.lists import HARMED
from tawthiq.find.persons.marks import harms_of, names_other, owning
from tawthiq.find.persons.runs import NameRuns
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COMMA, JOINED

LEAST, MOST = 2, 5
"""Words of such a name."""

SHORTEST = 4
"""Letters that a family name has which stands alone."""

OFFICE_REACH = 6
"""Words of office or trade that may stand between harm and the name."""

LIST_REACH = 4
"""Words between two names of one list."""

APART_REACH = 24
"""Words between commas that may stand between the name and its verb."""

COUNT_REACH = 3
"""Words between «and» and the people counted who share what befell somebody named."""

_RANKS = ("actor_cues", "titles", "roles", "groups", "nationalities", "name_cues")
"""Sheets whose words may stand between two names of one list."""

_OTHER = (
    "actors", "nationalities", "months", "weekdays", "countries", "attacks", "outcomes",
    "reporting", "weapons", "titles", "roles", "outlets", "source_nouns", "numbers",
    "place_heads", "actor", "struck_objects", "groups", "date_words",
)  # fmt: skip
"""Sheets whose words are no part of a name."""

_OWNERS = frozenset({"of_word", "people"})
"""Cues behind people counted («members of») that bring whose they are."""

_PARTS = ("by", "on", "against", "with", "between", "in_word", "from_word", "and_word")
"""Cues at which what a word of harm takes is over."""


def find_unheard(scan: Scan, language: Language) -> list[Hit]:
    """Give the victims of a sentence whose names no list knows.

    Args:
        scan: the sentence; its places and its other persons must have been found.
        language: the pack; nothing is read in a script without capitals.

    Returns:
        Hits of the sheet ``person``, as those of ``find.persons``.
    """
    if language.direction != "ltr":
        return []
    harms = harms_of(scan)
    if not harms:
        return []
    known = scan.of("person")
    return [
        _made(scan, (first, last), outcome)
        for first, last, outcome in _named(scan, harms, language)
        if not any(h.first < last and first < h.last for h in known)
    ]


def _made(scan: Scan, words: tuple[int, int], outcome: str) -> Hit:
    first, last = words
    end = scan.tokens[last - 1].end - owning(scan, last)
    values = {
        "name": scan.text[scan.tokens[first].start : end],
        "age": age_of(scan, first, last),
        "sex": None,
        "outcome": outcome,
    }
    made = scan.make("person", words=words, values=values, rule="person_unheard")
    return made._replace(end=end)


def _named(
    scan: Scan, harms: Sequence[Hit], language: Language
) -> Iterator[tuple[int, int, str]]:
    """Give the first word, the end and the outcome of each name.

    Who is listed with somebody harmed shares what befell him.
    """
    rows = list(_rows(scan, language))
    met = [
        _taken(scan, at, harms)
        or _suffered(scan, last, harms)
        or _apposed(scan, at, last)
        or _owned(scan, last, harms)
        for at, last in rows
    ]
    for i in range(1, len(rows)):
        if met[i] is None and _listed(scan, rows[i - 1][1], rows[i][0]):
            met[i] = met[i - 1]
    for i in range(len(rows) - 2, -1, -1):
        if met[i] is None and _listed(scan, rows[i][1], rows[i + 1][0]):
            met[i] = met[i + 1]
    for (at, last), harm in zip(rows, met, strict=True):
        goes_on = last < len(scan.tokens) and scan.tokens[last].gap <= JOINED
        if harm is not None and not (goes_on and names_other(scan, last, harms)):
            yield at, last, harm.code


def _rows(scan: Scan, language: Language) -> Iterator[tuple[int, int]]:
    """Give the rows of words that are written as names are."""
    barred = barred_words(scan)
    runs = NameRuns(scan, language.settings)
    given = language.forms("given_names")
    at = 0
    while at < len(scan.tokens):
        last = run_end(scan, at, runs=runs, barred=barred)
        named = last - at >= LEAST or (
            last > at and (_is_surname(scan, at, given) or _is_kin(scan, at))
        )
        if named and last - at <= MOST:
            yield at, last
        at = max(at + 1, last)


def _is_kin(scan: Scan, at: int) -> bool:
    """``her son Sami``: one word behind a word for kin is a name."""
    kin = any(h.last == at for h in scan.of("kin"))
    return kin and scan.tokens[at].gap <= JOINED


def _is_surname(scan: Scan, at: int, given: Collection[str]) -> bool:
    """Say whether the report names somebody in full by this word: ``Arno Velt``.

    Then the word alone, right before what befell him, names him again.
    """
    token = scan.tokens[at]
    if not any(h.first == at + 1 for h in scan.of("outcomes")):
        return False
    word = scan.text[token.start : token.end]
    if len(word) < SHORTEST:
        return False
    before = re.findall(rf"([A-Z][^\W\d_]+)\s+{re.escape(word)}\b", scan.text)
    return any(name.casefold() in given for name in before)


def _listed(scan: Scan, last: int, at: int) -> bool:
    """Say whether a list goes on from one name to the next: «and», a rank between."""
    between = range(last, at)
    if len(between) > LIST_REACH or scan.tokens[at].gap > COMMA:
        return False
    apart = any(scan.tokens[i].gap == COMMA for i in (*between, at)) or any(
        h.code == "and_word" for i in between for h in scan.at(i, "actor_cues")
    )
    ranks = {i for h in scan.of(*_RANKS) for i in range(h.first, h.last)}
    return apart and all(scan.tokens[i].is_number or i in ranks for i in between)


def barred_words(scan: Scan) -> set[int]:
    """Give the words that are something else."""
    found = {at for h in scan.of(*_OTHER) for at in range(h.first, h.last)}
    return found | {at for h in scan.of("place") for at in range(h.first, h.last)}


def run_end(scan: Scan, at: int, *, runs: NameRuns, barred: set[int]) -> int:
    """Give the end of the row of names that begins at a word: "Arno al-Velt"."""
    last = at
    while last < len(scan.tokens) and last not in barred:
        token = scan.tokens[last]
        apart = last > at and (token.gap > JOINED or "@" in token.between)
        if apart or not (runs.written(last) if last > at else scan.capital(last)):
            break
        last += 1
    return last


def _taken(scan: Scan, at: int, harms: Sequence[Hit]) -> Hit | None:
    """``killed union leader Arno Velt``: harm before the name, words of office between."""
    for harm in reversed(harms):
        if harm.last > at:
            continue
        between = range(harm.last, at)
        if len(between) > OFFICE_REACH or harm.values.get("side") == "before":
            return None
        cues = {h.code for h in _cues(scan, between)}
        owned = any(h.last == at and h.code in _OWNERS for h in _cues(scan, between))
        if owned and any(scan.at(i, "groups") for i in between):
            return None  # ``killed six members of Arno's Youth``
        joined = all(scan.tokens[i].gap < COMMA for i in range(harm.last, at + 1))
        said = any(scan.at(i, "reporting") for i in between)
        fits = joined and not said and cues.isdisjoint(_PARTS)
        return harm if fits and harm.code in HARMED else None
    return None


def _apposed(scan: Scan, at: int, last: int) -> Hit | None:
    """``killed a judge, Arno Velt, and his driver``: who the one counted is."""
    tokens = scan.tokens
    closed = last >= len(tokens) or tokens[last].gap == COMMA
    if not closed or tokens[at].gap != COMMA:
        return None
    return next(
        (
            h
            for h in scan.of("casualty")
            if h.last == at
            and h.code in HARMED
            and h.values.get("low") == h.values.get("high") == 1
        ),
        None,
    )


def _owned(scan: Scan, last: int, harms: Sequence[Hit]) -> Hit | None:
    """``Arno Velt's killing``: whose the harm is."""
    if not owning(scan, last):
        return None
    return next((h for h in harms if h.first == last and h.code in HARMED), None)


def _cues(scan: Scan, words: range) -> Iterator[Hit]:
    return (h for i in words for h in scan.at(i, "actor_cues"))


def _suffered(scan: Scan, last: int, harms: Sequence[Hit]) -> Hit | None:
    """``Arno Velt, 45, a miner, was killed``: the verb behind, an aside passed."""
    at = last
    beside = _beside(scan, last, harms) or _counted_with(scan, last)
    if beside is not None:
        return beside
    if at < len(scan.tokens) and scan.tokens[at].gap == COMMA:
        closing = (
            i
            for i in range(at + 1, min(len(scan.tokens), at + APART_REACH))
            if scan.tokens[i].gap == COMMA and any(h.first in (i, i + 1) for h in harms)
        )
        at = next(closing, at)
        if at == last:
            return None
    near = [
        h
        for h in harms
        if 0 <= h.first - at <= 1 and h.code in HARMED and not _takes(scan, h)
    ]
    return next((h for h in near if h.values.get("side") != "after"), None)


def _takes(scan: Scan, harm: Hit) -> bool:
    """``…, Arno Velt, killed two men``: behind the verb stand those whom it hit."""
    passive = any(
        h.code == "passive"
        for at in range(max(0, harm.first - 1), harm.last)
        for h in scan.at(at, "actor_cues")
    )
    return not passive and any(c.first == harm.last for c in scan.of("count"))


def _beside(scan: Scan, last: int, harms: Sequence[Hit]) -> Hit | None:
    """``Arno Velt, killed last Tuesday``, ``Arno Velt, who was shot``."""
    if last >= len(scan.tokens) or scan.tokens[last].gap != COMMA:
        return None
    for harm in harms:
        who = any(h.code == "pronoun" for h in scan.at(last, "source_bounds"))
        near = harm.first == last or (who and harm.first == last + 1)
        suffered = harm.values.get("side") != "after" and not _takes(scan, harm)
        if near and harm.code in HARMED and suffered:
            return harm
    return None


def _counted_with(scan: Scan, last: int) -> Hit | None:
    """``Arno Velt and seven others were killed``: what befell those counted with him."""
    if not any(h.code == "and_word" for h in scan.at(last, "actor_cues")):
        return None
    return next(
        (
            h
            for h in scan.of("casualty")
            if 0 < h.first - last <= COUNT_REACH
            and h.rule == "harm_after"
            and h.code in HARMED
        ),
        None,
    )
