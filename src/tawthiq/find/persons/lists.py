"""Name lists: what stood before a line: a heading («أسماء الشهداء»), a word of harm."""

from functools import cache, lru_cache

from tawthiq.lang.language import Language, load_language
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import words_in

LOOK_BACK = 400
"""Characters before a line in which its list may be headed."""

TAIL = 40
"""Characters before a line in which the words stand that announce names."""

LONGEST_CUE = 3
"""Words of such an announcement."""

HARMED = {"killed", "injured", "missing", "detained", "abducted"}
"""Outcomes that a named person may meet."""

BULLETS = frozenset("-\u2013\u2014•*·▪◾●")
"""Marks that begin an item, however long."""

MANY_WORDS = 9
"""Words of a line at most for it to be an item of a list."""


def heading_before(scan: Scan, language: Language) -> str | None:
    """Give the outcome of the list that a short line stands in.

    Args:
        scan: the line.
        language: the pack; its sheet ``list_headings`` is read.

    Returns:
        The code of the nearest heading before the line where only short lines lie
        between; ``killed`` and the like. None where the line is no item.
    """
    if len(scan.tokens) > MANY_WORDS:
        return None
    return listed_under(scan, language)


def listed_under(scan: Scan, language: Language) -> str | None:
    """Give the outcome of the list before a line, however long the line is.

    Args:
        scan: the line.
        language: the pack; its sheet ``list_headings`` is read.
    """
    if not language.sheets.get("list_headings"):
        return None
    start = scan.segment.start
    lines = scan.text[max(0, start - LOOK_BACK) : start].splitlines()
    for line in reversed(lines):
        code, many = _headed(line, language.name)
        if code is not None:
            return code
        if many and line.lstrip()[:1] not in BULLETS:
            return None
    return None


def announced_before(scan: Scan, language: Language) -> bool:
    """Say whether the line before ends by announcing names: «… ثلاثة مدنيين، وهم:».

    Args:
        scan: the line.
        language: the pack; the naming words of its sheet ``name_cues`` are read.
    """
    start = scan.segment.start
    before = scan.text[max(0, start - LOOK_BACK) : start].rstrip()
    if not before.endswith(":"):
        return False
    words = words_in(language.folder.fold(before[-TAIL:]))
    ends = {" ".join(words[-n:]) for n in range(1, LONGEST_CUE + 1)}
    return not ends.isdisjoint(_naming(language.name))


@cache
def _naming(name: str) -> frozenset[str]:
    entries = load_language(name).sheets.get("name_cues", ())
    return frozenset(e.form for e in entries if e.code == "naming")


@lru_cache(maxsize=256)
def _headed(line: str, name: str) -> tuple[str | None, bool]:
    """Give the code of the last heading in a line, and whether it has many words.

    The items of a list look back at the same lines, each in its turn.
    """
    words = words_in(load_language(name).folder.fold(line))
    text = f" {' '.join(words)} "
    headings = _headings(name)
    best: tuple[bool, int, str] | None = None
    for first in headings.keys() & words:
        for form, code in headings[first].items():
            at = text.rfind(f" {form} ")
            here = code != "named", at, code  # «والشهداء في القرية هم»
            if at >= 0 and (best is None or here > best):
                best = here
    return best[2] if best else None, len(words) > MANY_WORDS


def own_heading(scan: Scan, language: Language) -> str | None:
    """Give the harm that a heading in the sentence itself tells, if any.

    Args:
        scan: the sentence: «وعرف من القتلى: …».
        language: the pack; its sheet ``list_headings`` is read.
    """
    here = scan.text[scan.segment.start : scan.segment.end]
    code, _ = _headed(here, language.name)
    return code if code in HARMED else None


def harm_before(scan: Scan, language: Language) -> str | None:
    """Give the harm of those whom a sentence names: its own heading's, else the last before.

    Args:
        scan: the sentence; «وعرف من القتلى: …» has a heading of its own.
        language: the pack; its sheets ``list_headings`` and ``outcomes`` are read.
    """
    own = own_heading(scan, language)
    if own is not None:
        return own
    start = scan.segment.start
    return _last_harm(scan.text[max(0, start - LOOK_BACK) : start], language.name)


@lru_cache(maxsize=64)
def _last_harm(before: str, name: str) -> str | None:
    """Give the last harm that a stretch tells; each name behind it asks for it."""
    language, codes = load_language(name), _harms(name)
    for word in reversed(words_in(language.folder.fold(before))):
        for stem in language.affixes.stems(word):
            code = codes.get(stem.text)
            if code is not None:
                return code
    return None


@cache
def _harms(name: str) -> dict[str, str]:
    entries = load_language(name).sheets.get("outcomes", ())
    return {e.form: e.code for e in entries if e.code in HARMED}


@cache
def _headings(name: str) -> dict[str, dict[str, str]]:
    """Give the headings of lists and their codes, by their first words."""
    found: dict[str, dict[str, str]] = {}
    for entry in load_language(name).sheets.get("list_headings", ()):
        found.setdefault(entry.form.split(" ")[0], {})[entry.form] = entry.code
    return found
