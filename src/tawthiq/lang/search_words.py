"""Search words: what of a word is looked up, so that its spellings and forms meet.

A word is folded by the packs, its article and its plainest ending are cut off
(«الغارات», «غارة» are one), and both who writes an index and who asks it use the same
key. What else may be cut («وقصف», «بقصف») is looked up beside it, since only a word list
can tell a joined letter from one of the word's own. The clitics are data:
``packs/*/search_stems.csv``; the light stems follow Larkey, Ballesteros and Connell
(2007), "Light stemming for Arabic information retrieval", kept shorter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tawthiq.lang.language import languages, load_language, pack_folder
from tawthiq.lang.sheets import rows
from tawthiq.text.fold import Folder
from tawthiq.text.tokens import tokenize

_NUMBER_MARKS = re.compile(r"[^0-9]")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """A clitic that is cut: its form, and the letters that must be left of a word."""

    form: str
    least: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWord:
    """A word of a text: its key, what else it may be, and where it stands.

    ``start`` and ``end`` count the code points of the text as written.
    """

    key: str
    others: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StemTable:
    """The clitics of all packs by what they are, longest first.

    ``articles`` and ``endings`` are cut from every word, at most one of each;
    ``joined`` are cut beside it, ``known`` too, where a word of a pack is left.
    """

    articles: tuple[Stem, ...]
    endings: tuple[Stem, ...]
    joined: tuple[Stem, ...]
    known: tuple[Stem, ...]


def search_words(text: str) -> Iterator[SearchWord]:
    """Give the words of a text as they are looked up, in their order."""
    for token in tokenize(search_folder().fold(text)):
        key, others = keys_of(token.word)
        if key:
            yield SearchWord(key=key, others=others, start=token.start, end=token.end)


@lru_cache(maxsize=200_000)
def keys_of(word: str) -> tuple[str, tuple[str, ...]]:
    """Give the key of a folded word, and the keys that it may have beside it."""
    if word[0].isdigit():
        return _NUMBER_MARKS.sub("", word), ()
    table = stem_table()
    key = _bare(word, table)
    others = [
        _bare(word.removeprefix(stem.form), table)
        for stem in table.joined
        if _cuts(word, stem)
    ]
    others += [
        _bare(rest, table)
        for stem in table.known
        for rest in _rests(word, stem)
        if rest in _pack_words()
    ]
    return key, tuple(dict.fromkeys(o for o in others if o != key))


@cache
def stem_table() -> StemTable:
    """Read the clitics of every pack.

    Raises:
        PackError: a sheet has a fault.
    """
    cells = [
        row.cells
        for name in languages()
        for row in rows(pack_folder(name).joinpath("search_stems.csv"))
    ]

    def kind(name: str) -> tuple[Stem, ...]:
        mine = [c for c in cells if c["kind"] == name]
        stems = (Stem(form=c["form"], least=int(c["least"])) for c in mine)
        return tuple(sorted(stems, key=lambda s: (-len(s.form), s.form)))

    return StemTable(
        articles=kind("article"),
        endings=kind("ending"),
        joined=kind("joined"),
        known=kind("known"),
    )


@cache
def fold_table() -> dict[str, str]:
    """Read the letters that every pack folds; a pack of the interface first."""
    return {
        row.cells["from"]: row.cells["to"]
        for name in reversed(languages())
        for row in rows(pack_folder(name).joinpath("fold.csv"))
    }


@cache
def search_folder() -> Folder:
    """Give the folder of all packs' letters together: a register holds every language."""
    return Folder(fold_table())


def openings_of(word: str) -> tuple[str, ...]:
    """Give what the key of a word may begin with that is only begun: no ending is cut."""
    bare = _without_article(word, stem_table())
    return (word,) if bare == word else (word, bare)


def _without_article(word: str, table: StemTable) -> str:
    for stem in table.articles:
        if _cuts(word, stem):
            return word.removeprefix(stem.form)
    return word


def _bare(word: str, table: StemTable) -> str:
    """Cut the article and one ending, where enough is left."""
    word = _without_article(word, table)
    for stem in table.endings:
        if word.endswith(stem.form) and len(word) - len(stem.form) >= stem.least:
            word = word.removesuffix(stem.form)
            break
    return "".join(_LETTERS.findall(word))


def _cuts(word: str, stem: Stem) -> bool:
    return word.startswith(stem.form) and len(word) - len(stem.form) >= stem.least


def _rests(word: str, stem: Stem) -> Sequence[str]:
    """Give what is left of a word without a clitic in front of it, or behind."""
    if len(word) - len(stem.form) < stem.least:
        return ()
    return tuple(
        rest
        for rest in (word.removeprefix(stem.form), word.removesuffix(stem.form))
        if rest != word
    )


@cache
def _pack_words() -> frozenset[str]:
    """Give every single word that a pack knows, folded."""
    return frozenset(
        entry.form
        for name in languages()
        for entry in load_language(name).sought()
        if " " not in entry.form
    )
