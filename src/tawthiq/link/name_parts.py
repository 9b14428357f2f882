"""Names of persons cut into parts: given, father, grandfather, family, kunya.

Arabic names are chains. «عبد الرحمن», «أبو مزيد», «علاء الدين» are one part each, however
their words are joined; titles are no part. What joins and what is a title are words of
the pack (``name_joints``, ``titles``); how names are spelt loosely its ``name_folds.csv``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from tawthiq.lang.language import Language, load_language, pack_folder
from tawthiq.lang.sheets import rows

ARTICLE = "ال"
LEAST_JOINED = 2
"""Letters that must follow a word such as «عبد» written together with the next."""

LEAST_BEFORE_TAIL = 2
JOINS_NEXT = ("servant", "father_of", "mother_of", "house_of")
SPLIT_FROM_NEXT = ("servant", "father_of")
"""What is cut off though written together: «ابومزيد», «عبدالرحمن»; «امجد» is no mother."""

_ARTICLE = re.compile(f"^ا*{ARTICLE}(?=..)")
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0620-\u064a]")
_BRACKET = re.compile(r"[()\[\]{}]")


class NamePart(NamedTuple):
    """One part of a name.

    ``text`` is the folded part, joined; ``frame`` says what stood round its ``core``
    (``servant`` for «عبد», ``father_of`` for «أبو», the tail of «علاء الدين»); ``core``
    is spelt loosely; ``sound`` are its consonants, the same for Arabic and Latin; ``is_given`` says that
    the pack lists it among given names.
    """

    text: str
    frame: str
    core: str
    sound: str
    is_given: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name in parts, the given name first; ``relative`` where it names a kinsman.

    «زوجة سالم الريحاني» names no one: what follows is her husband's name. ``texts`` are
    the parts' texts, ``doubles`` those of two neighbours written together.
    """

    parts: tuple[NamePart, ...]
    arabic: bool
    relative: bool
    texts: frozenset[str]
    doubles: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What a pack knows of the words of names."""

    language: Language
    joints: Mapping[str, str]
    god: frozenset[str]
    titles: frozenset[str]
    given: frozenset[str]
    first_folds: tuple[tuple[str, str], ...]
    loose_folds: tuple[tuple[str, str], ...]
    sounds: tuple[tuple[str, str], ...]


def read_name(name: str) -> PersonName:
    """Cut a name as written into its parts.

    Args:
        name: Arabic or Latin letters; what is neither a letter nor a space parts words.

    Returns:
        The parts in their order; none where the name has no letters.
    """
    arabic = _ARABIC.search(name) is not None
    words = _words("ar" if arabic else "en")
    found = _untitled(list(_cut(name, words)), words)
    relative = bool(found) and words.joints.get(found[0]) == "kin_of"
    parts = tuple(_parts(found[relative:], words))
    return PersonName(
        parts=parts,
        arabic=arabic,
        relative=relative,
        texts=frozenset(p.text for p in parts),
        doubles=frozenset(a.text + b.text for a, b in pairwise(parts)),
    )


@cache
def _words(name: str) -> _Words:
    language = load_language(name)
    folder = pack_folder(name)
    folds = [r.cells for r in rows(folder.joinpath("name_folds.csv"))]
    sounds = [r.cells for r in rows(folder.joinpath("sounds.csv"))]
    return _Words(
        language=language,
        joints={
            e.form: e.code
            for e in language.sheets["name_joints"]
            if e.code not in {"title", "after_servant"}
        },
        god=language.forms("name_joints", "after_servant"),
        titles=(language.forms("titles") - language.forms("titles", "mask"))
        | language.forms("name_joints", "title"),
        given=frozenset(f.replace(" ", "") for f in language.forms("given_names")),
        first_folds=tuple((c["from"], c["to"]) for c in folds if c["when"] == "first"),
        loose_folds=tuple((c["from"], c["to"]) for c in folds if c["when"] != "first"),
        sounds=tuple(
            sorted(((c["from"], c["to"]) for c in sounds), key=lambda s: -len(s[0]))
        ),
    )


def _cut(name: str, words: _Words) -> Iterator[str]:
    """Give the folded words, those that are no name left out."""
    folded = words.language.folder.key(_without_asides(name))
    for before, after in words.first_folds:
        folded = folded.replace(before, after)
    for word in _WORD.findall(folded):
        if words.joints.get(word) not in {"not_name", "article"}:
            yield word


def _without_asides(name: str) -> str:
    """Leave out what stands in brackets, where more than one word stands outside."""
    pieces = [p for p in _BRACKET.split(name) if p.strip()]
    return next((p for p in pieces if len(p.split()) > 1), " ".join(pieces))


def _untitled(found: list[str], words: _Words) -> list[str]:
    """Take titles off the front: with their article, or where they are no given name."""
    while len(found) > 1 and _is_title(found[0], words):
        del found[0]
    return found


def _is_title(word: str, words: _Words) -> bool:
    if word in words.titles and word not in words.given:
        return True
    return word.startswith(ARTICLE) and word.removeprefix(ARTICLE) in words.titles


def _parts(found: Sequence[str], words: _Words) -> Iterator[NamePart]:
    at = 0
    while at < len(found):
        code = words.joints.get(found[at], "")
        if code == "child_of" and at + 1 < len(found):
            at += 1
            continue
        size = 1 + (at + 1 < len(found) and _joins(code, found[at + 1], words))
        tail = at + size < len(found) and words.joints.get(found[at + size]) == "tail"
        frame = code if size > 1 else ""
        yield _part(found[at : at + size + tail], frame, words, tail=tail)
        at += size + tail


def _joins(code: str, after: str, words: _Words) -> bool:
    """Say whether a word is one part with the next: «عبد» only where God is named."""
    if code == "servant" and words.language.direction == "rtl":
        return after.startswith(ARTICLE) or after in words.god
    return code in JOINS_NEXT


def _part(found: Sequence[str], frame: str, words: _Words, *, tail: bool) -> NamePart:
    text = "".join(found)
    if frame:
        core = "".join(found[1:])
    elif tail:
        core, frame = found[0], _bare(found[1])
    else:
        frame, core = _split(text, words.language.name)
    heard = _heard(core, words.language.name)
    return NamePart(text, frame, *heard, text in words.given)


@lru_cache(maxsize=100_000)
def _split(word: str, pack: str) -> tuple[str, str]:
    """Cut a word written together into its frame and its core."""
    joints = _words(pack).joints
    for form in sorted(joints, key=len, reverse=True):
        code = joints[form]
        rest = word.removeprefix(form)
        if code in SPLIT_FROM_NEXT and rest != word and len(rest) >= LEAST_JOINED:
            return code, rest
        before = word.removesuffix(form)
        if code == "tail" and before != word and len(before) >= LEAST_BEFORE_TAIL:
            return _bare(form), before
    return "", word


def _bare(word: str) -> str:
    return _ARTICLE.sub("", word)


@lru_cache(maxsize=100_000)
def _heard(core: str, pack: str) -> tuple[str, str]:
    """Spell a word loosely, so that slips of machine and ear are one; give its sound."""
    words = _words(pack)
    for before, after in words.loose_folds:
        core = core.replace(before, after)
    core = _bare(core)
    return core, _sound(core, words.sounds)


def _sound(core: str, sounds: Sequence[tuple[str, str]]) -> str:
    """Give the consonants of a word, two alike in a row as one."""
    out: list[str] = []
    at = 0
    while at < len(core):
        own = (core[at], core[at])
        written, said = next((s for s in sounds if core.startswith(s[0], at)), own)
        if said and said != (out[-1] if out else ""):
            out.append(said)
        at += len(written)
    heard = "".join(out)
    return heard.removesuffix("h") or heard or core
