"""Search: what is kept to be looked up, what is asked, and what is found."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SearchKind(StrEnum):
    """What a search may find."""

    INCIDENT = "incident"
    REPORT = "report"
    CLAIM = "claim"
    VICTIM = "victim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be found, by keys as `lang.search_words` gives them.

    ``words`` are the keys in their order, ``others`` what the words may be beside,
    ``quotes`` the words of claims (a report's alone), ``sounds`` how its names sound.
    ``reference`` is a report's name, an incident's id, or that id with the place of the
    victim in it (``id#2``).
    """

    kind: SearchKind
    reference: str
    day: date | None = None
    language: str = ""
    words: str = ""
    others: str = ""
    quotes: str = ""
    sounds: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word or phrase that is asked for.

    ``words`` are the words as written; ``keys`` for each of them the keys under which
    it is looked up, its own first; ``sounds`` how it sounds, where names that sound
    alike are asked for too. With ``opening`` the last word is only how a word begins.
    """

    words: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    opening: bool = False
    sounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """All parts must hold, and none of those that are ``without``."""

    parts: tuple["Sought", ...]
    without: tuple["Sought", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Either:
    """One of the parts must hold."""

    parts: tuple["Sought", ...]


Sought = Term | Every | Either


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a search keeps to: days of incidents or of publication, a language."""

    since: date | None = None
    until: date | None = None
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words round a hit.

    ``start`` is where ``text`` begins in the text it is cut from, in code points;
    ``marks`` are the hits, start and end, counted in that whole text too.
    """

    text: str
    start: int
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that was found.

    ``reference`` leads to it (see `Entry`); a claim's is its report's name with the id
    of the claim (``name#id``). ``title`` names it, ``passages`` show the words asked
    for where they stand; one found by its sound alone has none.
    """

    kind: SearchKind
    reference: str
    title: str
    day: date | None
    language: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of hits, and how many there are; ``more`` where that is only the least."""

    hits: tuple[Hit, ...]
    total: int
    more: bool = False
