"""Search queries: words as typed, taken apart into what is asked for.

All words must hold, in any of their forms (`lang.search_kin`); ``OR`` («أو») lets one of
two hold, ``NOT`` or a hyphen («ليس») leaves out, quotation marks ask for a phrase, a star for how a word begins, brackets
hold together. The words of the operators are data: ``packs/*/search_operators.csv``.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from tawthiq.errors import OptionError
from tawthiq.lang.language import languages, pack_folder
from tawthiq.lang.search_kin import kin_of
from tawthiq.lang.search_words import keys_of, openings_of, search_folder
from tawthiq.lang.sheets import rows
from tawthiq.model.search import Either, Every, Sought, Term
from tawthiq.text.tokens import tokenize

_PIECE = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”]*)”|([()])|([^\s()"«»“”]+)')
_HYPHENS = "-\u2212"
LONGEST = 400
"""Letters of a query that are read."""
SHORT = 3
"""Letters of a word that may be spelt in any way where names that sound alike do."""
MOST = 40
"""Words and marks of a query that are read."""

Piece = tuple[str, str]
"""What a piece of a query is (``word``, ``phrase``, ``(``, ``or`` …), and its text."""
Sound = Callable[[str], tuple[str, ...]]


def sought_of(query: str, *, sound: Sound | None = None) -> Sought | None:
    """Take a query apart.

    Args:
        query: as typed; what is beyond its first 400 letters is not read.
        sound: gives how a word sounds, where names that sound alike are asked for too.

    Returns:
        What is asked for; None where the query holds no word.

    Raises:
        OptionError: only words to leave out are told.
    """
    pieces = list(_pieces(query[:LONGEST]))[:MOST]
    found = _Reader(pieces, sound).either()
    if found is None and any(code == "not" for code, _ in pieces):
        raise _nothing_but_not(query)
    return found


def terms_of(sought: Sought | None) -> tuple[Term, ...]:
    """Give the terms that are asked for, those left out not among them."""
    if sought is None:
        return ()
    if isinstance(sought, Term):
        return (sought,)
    return tuple(term for part in sought.parts for term in terms_of(part))


class _Reader:
    """Reads pieces from left to right; ``OR`` binds looser than standing side by side."""

    def __init__(self, pieces: Sequence[Piece], sound: Sound | None) -> None:
        self._pieces = list(pieces)
        self._at = 0
        self._sound = sound

    def either(self) -> Sought | None:
        found = [self._every()]
        while self._take("or"):
            found.append(self._every())
        parts = tuple(one for one in found if one is not None)
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else Either(parts=parts)

    def _every(self) -> Sought | None:
        kept: list[Sought] = []
        out: list[Sought] = []
        while self._at < len(self._pieces) and self._code() not in {"or", ")"}:
            if self._take("and"):
                continue
            side = out if self._take("not") else kept
            one = self._one()
            if one is not None:
                side.append(one)
        if self._sound is not None:
            kept = _heard(kept)
        if not kept:
            return None
        if len(kept) == 1 and not out:
            return kept[0]
        return Every(parts=tuple(kept), without=tuple(out))

    def _one(self) -> Sought | None:
        if self._at >= len(self._pieces):
            return None
        code, text = self._pieces[self._at]
        if code == "(":
            self._at += 1
            inside = self.either()
            self._take(")")
            return inside
        self._at += code in {"word", "phrase", "not"}
        if code == "word":
            return _with_kin(_term(text, self._sound))
        return _term(text, self._sound) if code == "phrase" else None

    def _code(self) -> str:
        return self._pieces[self._at][0]

    def _take(self, code: str) -> bool:
        """Pass over a piece if it is of this kind."""
        here = self._at < len(self._pieces) and self._code() == code
        self._at += here
        return here


def _heard(kept: list[Sought]) -> list[Sought]:
    """Leave out words too short to be told apart by sound, beside others that are not.

    «Ayn», «Umm» stand in the names of many places, and each is spelt in many ways.
    """
    if not any(isinstance(one, Term) and one.sounds for one in kept):
        return kept
    return [
        one
        for one in kept
        if not isinstance(one, Term)
        or one.sounds
        or one.opening
        or not all(len(word) <= SHORT and word.isalpha() for word in one.words)
    ]


def _pieces(query: str) -> Iterator[Piece]:
    for match in _PIECE.finditer(query):
        *phrases, bracket, word = match.groups()
        phrase = next((p for p in phrases if p is not None), None)
        if phrase is not None:
            yield "phrase", phrase
        elif bracket is not None:
            yield bracket, bracket
        elif word in _operators():
            yield _operators()[word], word
        elif word[0] not in _HYPHENS:
            yield "word", word
        elif rest := word.lstrip(_HYPHENS):
            yield from (("not", "-"), ("word", rest))
        elif query[match.end() : match.end() + 1] not in {"", " "}:
            yield "not", "-"  # before a phrase or a bracket


def _term(text: str, sound: Sound | None) -> Term | None:
    tokens = tokenize(search_folder().fold(text))
    opening = text.endswith("*")
    pairs = (keys_of(token.word) for token in tokens)
    keys = tuple((key, *others) for key, others in pairs if key)
    if not keys:
        return None
    if opening:
        # A word that is only begun has no ending that could be cut.
        keys = (*keys[:-1], openings_of(tokens[-1].word))
    words = tuple(text[token.start : token.end] for token in tokens)
    heard = sound(text) if sound is not None and len(words) == 1 else ()
    return Term(words=words, keys=keys, opening=opening, sounds=heard)


def _with_kin(term: Term | None) -> Term | None:
    """Let the other forms of a word be looked up too; a phrase is meant as it stands."""
    if term is None or term.opening:
        return term
    keys = tuple((*own, *kin_of(own)) for own in term.keys)
    return replace(term, keys=keys)


@cache
def _operators() -> dict[str, str]:
    return {
        row.cells["form"]: row.cells["code"]
        for name in languages()
        for row in rows(pack_folder(name).joinpath("search_operators.csv"))
    }


def _nothing_but_not(query: str) -> OptionError:
    return OptionError(
        ar="لا يُبحث عما ليس فقط",
        en="there are only words to leave out",
        where=query,
        remedy_ar="اكتب كلمة تبحث عنها أيضاً",
        remedy_en="write a word to look for too",
    )
