"""Keys: the folded spellings under which a name of a place can be found.

A key is a name's folded words joined by single spaces, so that the words of a report,
folded by the same table, meet it. Tables spell one name in many ways and add words that
no report uses («عفرين - مركز عفرين»); each name is kept under all its likely keys, with
a rank that says how far the key lies from the name as written.
"""

import csv
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from tawthiq.gazetteer.sounds import across, is_arabic, skeleton
from tawthiq.text.fold import Folder
from tawthiq.text.tokens import words_in

WRITTEN, ALTERNATE, DERIVED, LOOSE, ALIKE, FAR = range(6)
"""Ranks of a key: the name as written; one that the table gives beside it; without the
article, head noun or disambiguator; another spelling; a misspelling; one farther off."""

ARTICLE = "ال"
_SHORTEST = 3
"""Letters that a derived key must keep: shorter ones are words of everyday."""
_APOSTROPHES = str.maketrans("", "", "'’‘`´ʻʼʾʿ\u02bd")  # noqa: RUF001
_LONG_VOWELS = "اوي"
_BRACKET = re.compile(r"\(([^)]*)\)")
_DASH = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+")  # noqa: RUF001
_JOINT = re.compile(r"\s*[/|\\]\s*|(?<=[\u0621-\u064a])\s*[-–—]\s*(?=[\u0621-\u064a])")  # noqa: RUF001
"""What joins two names: a slash; between Arabic words a hyphen too."""
_SLASH = re.compile(r"\s*[/|;؛،_]\s*")


def read_rows(folder: str, file: str) -> list[dict[str, str]]:
    """Read a sheet of the package (``gazetteer``, ``packs/ar``)."""
    sheet = resources.files("tawthiq").joinpath(*folder.split("/"), file)
    return list(csv.DictReader(sheet.read_text(encoding="utf-8-sig").splitlines()))


@cache
def place_folder() -> Folder:
    """Give the folder of the Arabic and English packs' letter tables."""
    sheets = [read_rows(f"packs/{language}", "fold.csv") for language in ("en", "ar")]
    return Folder({row["from"]: row["to"] for rows in sheets for row in rows})


@cache
def name_words(kind: str) -> dict[str, str]:
    """Give the folded words of one kind (``head``, ``article``) and what each gives."""
    folder = place_folder()
    rows = read_rows("gazetteer", "name_words.csv")
    return {folder.key(r["form"]): r["gives"] for r in rows if r["kind"] == kind}


@lru_cache(maxsize=20_000)
def words_of(name: str) -> tuple[str, ...]:
    """Fold a name into its words; apostrophes vanish, hyphens part words."""
    return tuple(words_in(place_folder().fold(name.translate(_APOSTROPHES))))


def key_of(name: str) -> str:
    """Give the key of a name as written, empty where it has no letter or digit."""
    return " ".join(words_of(name))


def bare_key(key: str) -> str:
    """Give a key without the article of its first word, where it has one."""
    first, _, rest = key.partition(" ")
    if rest and first in name_words("article"):
        return rest
    if key.startswith(ARTICLE) and len(first) >= len(ARTICLE) + _SHORTEST:
        return key[len(ARTICLE) :]
    return key


@dataclass(frozen=True, slots=True, kw_only=True)
class NameKey:
    """A key of one place, with its rank (``WRITTEN`` … ``LOOSE``)."""

    key: str
    rank: int


def keys_of(
    names: Sequence[str],
    *,
    alternates: Iterable[str] = (),
    parents: Iterable[str] = (),
    skeletons: bool = True,
) -> tuple[NameKey, ...]:
    """Give every key under which a place can be found, best rank of each, sorted.

    Args:
        names: the place's names as its table gives them.
        alternates: further names that the table lists.
        parents: names of what contains it; a name that ends in one of them
            («كفير عفرين») is also known without it.
        skeletons: whether misspellings lead to it too.
    """
    best: dict[str, int] = {}
    tails = {" ".join(_seatless(words_of(parent))) for parent in parents} - {""}
    given = [(n, WRITTEN) for n in names] + [(n, ALTERNATE) for n in alternates]
    for name, rank in given:
        for words, extra in _readings(name, tails):
            for key, more in _spellings(words):
                found = max(rank, extra, more)
                best[key] = min(best.get(key, found), found)
            if skeletons and rank < DERIVED:
                alike = {skeleton_key(words), _across_key(words)} - {""}
                best |= dict.fromkeys(alike, ALIKE)
    return tuple(NameKey(key=key, rank=best[key]) for key in sorted(best))


def kind_in(name: str) -> str | None:
    """Give the kind that a name's own first or last word tells («حي الورد»)."""
    words = words_of(name)
    if len(words) < 2:  # noqa: PLR2004
        return None
    opening = name_words("head") | name_words("opens")
    closing = name_words("tail") | name_words("closes")
    return opening.get(words[0]) or closing.get(words[-1]) or None


def core_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Cut head nouns, directions and the like from what a report calls a place.

    «ريف حلب الشرقي» leaves «حلب»; the last word is never cut.
    """
    before = name_words("head") | name_words("around")
    after = name_words("tail") | name_words("around_after")
    while len(words) > 1 and words[0] in before:
        words = words[1:]
    while len(words) > 1 and words[-1] in after:
        words = words[:-1]
    return words


def parts_of(name: str) -> list[tuple[str, ...]]:
    """Give the words of each name that a report joins: «كذا/كذا»، «كذا-كذا»."""
    parts = _JOINT.split(name)
    cores = [core_of(words_of(part)) for part in parts if len(parts) > 1]
    return [core for core in cores if _telling(core)]


def bare_name(name: str) -> str:
    """Give a name's key without head noun and article, to compare names by."""
    return bare_key(" ".join(_seatless(words_of(name))))


@lru_cache(maxsize=20_000)
def said_names(name: str) -> tuple[str, ...]:
    """Give the bare keys of what a table's cell may be called: it, and its parts."""
    found = {" ".join(_seatless(words)) for words, _ in _readings(name, set())}
    return tuple(sorted({bare_key(key) for key in found} | {bare_name(name)}))


def skeleton_key(words: Sequence[str]) -> str:
    """Give the key under which likely misspellings and transliterations meet.

    It keeps the consonants that all spellings share; empty where they are too few to
    mean one name.
    """
    kept = skeleton(_without_articles(words))
    return f"~{kept}" if kept else ""


def _across_key(words: Sequence[str]) -> str:
    """Give the key under which a name in Arabic letters meets Latin spellings of it."""
    kept = across(_without_articles(words)) if is_arabic("".join(words)) else ""
    return f"~{kept}" if kept else ""


def _without_articles(words: Sequence[str]) -> list[str]:
    if is_arabic("".join(words)):
        return [bare_key(word) for word in words]
    articles = name_words("article")
    return [word for word in words if word not in articles]


@cache
def _taken_for() -> dict[str, str]:
    """Give for each Arabic letter those that writers and machines take for it."""
    found: dict[str, str] = {}
    for row in read_rows("gazetteer", "letters.csv"):
        one, other = row["letter"], row["taken_for"]
        found[one] = found.get(one, "") + other
        found[other] = found.get(other, "") + one
    return found


def misspelt(key: str) -> Iterator[str]:
    """Give the keys with one letter taken for another, or one vowel more or less."""
    taken_for = _taken_for()
    for at, letter in enumerate(key):
        for other in taken_for.get(letter, ""):
            yield key[:at] + other + key[at + 1 :]
    for at in range(1, len(key)):
        if key[at] in _LONG_VOWELS:
            yield key[:at] + key[at + 1 :]
        for vowel in _LONG_VOWELS:
            yield key[:at] + vowel + key[at:]


def without_parent(name: str, parents: Iterable[str]) -> str:
    """Cut what a table adds to a name to tell it from another: «(Afrin)», «- حماة»."""
    tails = {" ".join(_seatless(words_of(parent))) for parent in parents}
    cut = _BRACKET.sub(
        lambda m: " " if " ".join(_seatless(words_of(m[1]))) in tails else m[0], name
    )
    first, *rest = _DASH.split(cut.strip(), maxsplit=1)
    if rest and " ".join(_seatless(words_of(rest[0]))) in tails and words_of(first):
        cut = first
    return " ".join(cut.split())


def _readings(name: str, tails: set[str]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Give what a cell may hold: the whole, its parts, it without additions."""
    whole = words_of(name)
    if whole:
        yield whole, WRITTEN
    outside = _BRACKET.sub(" ", name)
    if outside != name and words_of(outside):
        yield words_of(outside), WRITTEN
        for inside in _BRACKET.findall(name):
            yield from _kept(words_of(inside), tails)
    for part in _SLASH.split(outside) if _SLASH.search(outside) else ():
        yield from _kept(words_of(part), set())
    bare = words_of(_DASH.split(outside.strip(), maxsplit=1)[0])
    if bare and bare != whole:
        yield bare, WRITTEN
    for words in {whole, bare}:
        yield from _shortened(words, tails)


def _kept(
    words: tuple[str, ...], tails: set[str]
) -> Iterator[tuple[tuple[str, ...], int]]:
    """Give a second name that stands in brackets, unless it is a disambiguator."""
    if words and " ".join(_seatless(words)) not in tails and len("".join(words)) > 2:  # noqa: PLR2004
        yield words, ALTERNATE


def _seatless(words: tuple[str, ...]) -> tuple[str, ...]:
    """Cut a head noun that opens a name."""
    return words[1:] if len(words) > 1 and words[0] in name_words("head") else words


def _shortened(
    words: tuple[str, ...], tails: set[str]
) -> Iterator[tuple[tuple[str, ...], int]]:
    """Cut head nouns, words such as ``city`` at the end, and the parent's name."""
    if (short := _seatless(words)) != words:
        yield short, DERIVED
    if len(words) > 1 and words[-1] in name_words("tail"):
        yield words[:-1], DERIVED
    sides = name_words("side")
    if len(words) > 1 and words[-1] in sides and _telling(words[:-1]):
        yield words[:-1], LOOSE
    if len(words) > 1 and words[0] in sides and _telling(words[1:]):
        yield words[1:], LOOSE
    for cut in range(1, len(words)):
        head, tail = words[:cut], " ".join(words[cut:])
        if tail in tails and head[-1] not in name_words("part") and _telling(head):
            yield head, DERIVED


def _telling(words: Sequence[str]) -> bool:
    """Whether words are long enough to stand as a name of their own."""
    return len("".join(words)) >= _SHORTEST


def _spellings(words: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Give the keys of one wording: as it is, without articles, in other spellings."""
    key = " ".join(words)
    yield key, WRITTEN
    if is_arabic(key):
        yield from _arabic_spellings(words)
    else:
        yield from _latin_spellings(words)


def _arabic_spellings(words: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Give Arabic keys: bare of the article, joined, with the other final vowel."""
    key = " ".join(words)
    bare = bare_key(key)
    if bare != key:
        yield bare, DERIVED
    joined = "".join(words)
    if 1 < len(words) <= 3:  # noqa: PLR2004
        yield joined, LOOSE
    for form in {key, bare, joined}:
        if len(form) > _SHORTEST and form[-1] in "اه":
            yield form[:-1] + ("ه" if form[-1] == "ا" else "ا"), LOOSE


def _latin_spellings(words: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Give Latin keys: without the article, or with it joined to its noun."""
    articles = name_words("article")
    if len(words) < 2:  # noqa: PLR2004
        return
    if words[0] in articles and _telling(words[1:]):
        yield " ".join(words[1:]), DERIVED
    plain = tuple(word for word in words if word not in articles)
    if plain != words and _telling(plain):
        yield " ".join(plain), LOOSE
        yield " ".join(_article_joined(words, articles)), LOOSE
    if sum(map(len, words)) > _SHORTEST * 2:
        yield "".join(words), LOOSE


def _article_joined(words: tuple[str, ...], articles: Container[str]) -> Iterator[str]:
    """Join each article to the word behind it (``deir ezzor``)."""
    held = ""
    for word in words:
        if word in articles:
            held += word
        else:
            yield held + word
            held = ""
    if held:
        yield held
