"""Sounds: what spellings of one name share, within a script and across the two.

Recorders write one Arabic name in many ways, in Latin letters above all («أورم»: Orm,
Urem, Awrem). A skeleton keeps the consonants that all spellings share; two names meet
under it, and `sounds_like` then says how near they are.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

SHORTEST = 3
"""Letters that a skeleton must keep: with fewer it means too many names."""

_ARABIC = re.compile("[\u0621-\u064a]")
_ARABIC_LIKE = str.maketrans(
    {"ط": "ت", "ص": "س", "ض": "د", "ظ": "ز", "ذ": "د", "ث": "ت", "ق": "ك", "غ": "ج"}
)
"""Arabic letters that are taken for each other."""
_ARABIC_VOWELS = str.maketrans("", "", "اويهءع ")
_ARABIC_SHORT = str.maketrans("", "", "اهءع ")
_LATIN_LIKE = (
    *(("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "g"), ("dh", "d")),
    *(("th", "t"), ("ph", "f"), ("q", "k"), ("c", "k"), ("z", "s"), ("j", "g")),
    *(("v", "w"), ("x", "k"), ("p", "b")),
)
"""Spellings of one Arabic letter in Latin ones."""
_LATIN_VOWELS = str.maketrans("", "", "aeiouyw")
_LATIN_SHORT = str.maketrans("", "", "aeiou")
_LATIN_VOWEL_FIRST = str.maketrans("eiouy", "aaaaa")
_FINAL_A = re.compile(r"(?<=[b-df-hj-np-tv-z])[ae]h?\b")
_LATIN_SOUNDS = (
    *(("ou", "u"), ("oo", "u"), ("o", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i")),
    *(("ay", "i"), ("ai", "i"), ("aa", "a"), ("e", "i"), ("y", "i"), ("w", "u")),
    *(("q", "k"), ("c", "k"), ("dh", "d"), ("th", "t"), ("j", "g")),
)
"""Spellings of one sound in Latin letters."""
_TWICE = re.compile(r"(.)\1+")
_ROMAN = str.maketrans(
    {"ا": "a", "ب": "b", "ت": "t", "ث": "t", "ج": "g", "ح": "h", "خ": "kh", "د": "d"}
    | {"ذ": "d", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d"}
    | {"ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "k", "ك": "k", "ل": "l"}
    | {"م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ء": "", "پ": "b", "چ": "g"}
    | {"گ": "g", "ژ": "z", "ڤ": "f"}
)
"""Arabic letters as they sound in Latin ones, spelt as `sound_of` spells."""


def is_arabic(text: str) -> bool:
    """Say whether a text has an Arabic letter."""
    return _ARABIC.search(text) is not None


def skeleton(words: Sequence[str]) -> str:
    """Give the consonants of a name's folded words, articles cut; empty if too few."""
    joined = "".join(words)
    if is_arabic(joined):
        like = joined.translate(_ARABIC_LIKE)
        return _enough(like.translate(_ARABIC_VOWELS), like.translate(_ARABIC_SHORT))
    return _latin("".join(word.rstrip("h") for word in words))


def across(words: Sequence[str]) -> str:
    """Give the skeleton that a name in Arabic letters has in Latin ones."""
    ends = [word[:-1] if len(word) > 1 and word[-1] in "هح" else word for word in words]
    return _latin("".join(ends).translate(_CROSSED))


_CROSSED = str.maketrans(
    {chr(letter): one for letter, one in _ROMAN.items()}
    | {"خ": "k", "ش": "s", "غ": "g", "ز": "s", "ظ": "s", "و": "w", "ي": "y", "ع": "a"}
)


def _latin(joined: str) -> str:
    for letters, one in _LATIN_LIKE:
        joined = joined.replace(letters, one)
    first = joined[:1].translate(_LATIN_VOWEL_FIRST)
    return _enough(
        first + joined[1:].translate(_LATIN_VOWELS),
        first + joined[1:].translate(_LATIN_SHORT),
    )


def _enough(kept: str, more: str) -> str:
    """Give the first form that is long enough, with doubled letters made one if it is."""
    for form in (_TWICE.sub(r"\1", kept), kept, _TWICE.sub(r"\1", more)):
        if len(form) >= SHORTEST:
            return form
    return ""


@lru_cache(maxsize=50_000)
def sound_of(key: str) -> str:
    """Give a key as it sounds: Latin spellings of one Arabic vowel made alike."""
    if not key.isascii():
        return key
    key = _FINAL_A.sub("a", key)
    for letters, one in _LATIN_SOUNDS:
        key = key.replace(letters, one)
    return _TWICE.sub(r"\1", key.replace(" ", ""))


@lru_cache(maxsize=50_000)
def romanised(key: str) -> str:
    """Give an Arabic key as it sounds in Latin letters, its short vowels left out."""
    ends = [w[:-1] + "ا" if w.endswith("ه") else w for w in key.split(" ")]
    return _TWICE.sub(r"\1", "".join(ends).translate(_ROMAN))


def sounds_like(one: str, other: str, *, least: float) -> float:
    """Give the share of letters common to two keys in order; a bound if too small.

    Most names that share a skeleton are told apart by how long they are and by which
    letters they have, in whatever order; matching them in order is dear.

    Of keys in two scripts the Arabic one is put into Latin letters first.

    Args:
        one: a folded key.
        other: another.
        least: the share below which only a bound is worked out.
    """
    if one.isascii() and is_arabic(other):
        one, other = sound_of(one), romanised(other)
    elif other.isascii() and is_arabic(one):
        one, other = romanised(one), sound_of(other)
    else:
        one, other = sound_of(one), sound_of(other)
    if one == other:
        return 1.0
    letters = len(one) + len(other)
    if (bound := 2.0 * min(len(one), len(other)) / letters) < least:
        return bound
    shared = sum(min(one.count(c), other.count(c)) for c in set(one))
    if (bound := 2.0 * shared / letters) < least:
        return bound
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
