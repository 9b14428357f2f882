"""Leads: the words with which a report begins, parted by what they tell of an event.

A word that no list of the packs has is most often the name of a village, a family or a
person: two reports of one day that share it may speak of one thing.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from urllib.parse import unquote

from tawthiq.lang.everyday import everyday
from tawthiq.lang.language import languages, load_language
from tawthiq.model.link import Lead

TITLE, HEAD = 300, 700
"""Code points of the title and of the text that are taken for the lead."""

HEADLINE = 4
"""Words from which a part of an address is a headline."""

SHORT = 2
"""Letters up to which a word is passed over."""

GIVEN, PLAIN = "given_names", "plain"
"""Kinds of words: names that thousands bear (their sheet), and what any list has."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_JOINT = re.compile(r"[-_+ ]+")
_ADDRESS = re.compile(
    r"(?:https?://|www\.|pic\.twitter|t\.co/|\b[a-z-]+\.(?:com|net|org)\b)\S*",
    re.IGNORECASE | re.ASCII,
)


def lead_of(
    title: str | None, text: str, outlet: str | None, *, url: str | None = None
) -> Lead:
    """Give the words with which a report begins.

    Args:
        title: its title, if it has one.
        text: its own text, without what the page adds; only the head is taken.
        outlet: who publishes it: that name says nothing of the event.
        url: its address. Many hold the headline, and still do where the page has since
            become another's.
    """
    head = f"{(title or '')[:TITLE]}\n{headline_in(url)}\n{text[:HEAD]}"
    row = _WORD.findall(_fold(_ADDRESS.sub(" ", head)))
    words = frozenset(row)
    own = frozenset(bare_words(outlet)) if outlet else frozenset()
    rare = {_bare(word) for word in words if _kind(word) is None}
    plain = {_bare(word) for word in words if _kind(word) == PLAIN}
    return Lead(
        words=frozenset(map(_bare, words)),
        rare=frozenset(word for word in rare if len(word) > SHORT) - own | _named(row),
        plain=frozenset(word for word in plain - rare if len(word) > SHORT) - own,
    )


def headline_in(url: str | None) -> str:
    """Give the words of the headline that an address holds, or nothing.

    That part of its path is taken that has the most words joined by dashes.
    """
    _, _, address = (url or "").partition("://")
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    rows = [_JOINT.split(part) for part in unquote(path).split("/")]
    words = max(rows, key=len)
    return " ".join(words) if len(words) >= HEADLINE else ""


def _named(row: Sequence[str]) -> frozenset[str]:
    """Give each two given names that follow each other: together they tell a person."""
    return frozenset(
        f"{first} {second}"
        for first, second in pairwise(row)
        if _kind(first) == _kind(second) == GIVEN
    )


def names_heard(name: str) -> frozenset[str]:
    """Give those words of a name, bare, that no list of the packs has."""
    words = frozenset(_WORD.findall(_fold(name)))
    rare = frozenset(_bare(word) for word in words if _kind(word) != PLAIN)
    return frozenset(word for word in rare if len(word) > SHORT)


@lru_cache(maxsize=50_000)
def bare_words(text: str) -> tuple[str, ...]:
    """Fold a text to its words, clitics in front cut off wherever three letters stay.

    Words are cut whether or not that is right: what is compared is cut alike.
    """
    return tuple(map(_bare, _WORD.findall(_fold(text))))


def _fold(text: str) -> str:
    return load_language("ar").folder.fold(text).text.lower()


@lru_cache(maxsize=200_000)
def _bare(word: str) -> str:
    cut = [
        stem.text
        for stem in load_language("ar").affixes.stems(word)
        if not stem.suffix and len(stem.text) > SHORT
    ]
    return min(cut, key=len, default=word)


@lru_cache(maxsize=200_000)
def _kind(word: str) -> str | None:
    """Tell whether a list of the packs has a word, as it is or with clitics cut."""
    listed, given = _listed()
    stems = load_language("ar").affixes.stems(word)
    if any(stem.text in given and not stem.suffix for stem in stems):
        return GIVEN
    return PLAIN if any(stem.text in listed for stem in stems) else None


@cache
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words of all lists of all packs, and the given names."""
    listed: set[str] = set()
    given: set[str] = set()
    for name in languages():
        listed.update(everyday(name))
        for sheet, entries in load_language(name).sheets.items():
            into = given if sheet == GIVEN else listed
            for entry in entries:
                into.update(entry.form.split())
    return frozenset(listed), frozenset(given)
