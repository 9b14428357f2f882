"""Takes a text, gives its plain spelling: what pages and their furniture are matched on.

The packs' folding tables, applied letter by letter at the speed of ``str.translate``.
No way back is kept: what is matched here is a whole line or a whole sentence, whose
place in the source is known anyway.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from tawthiq.lang.language import languages
from tawthiq.lang.sheets import Row, rows
from tawthiq.text.fold import INVISIBLE, MARKS

_DROPPED = re.compile(f"[{MARKS}{INVISIBLE}]")
_WORD = re.compile(r"\d+|[^\W\d_]+")


def sheet(name: str) -> Iterator[Row]:
    """Give the rows of a word list in all packs: pages mix their languages."""
    packs = files("tawthiq").joinpath("packs")
    for language in languages():
        path = packs.joinpath(language, "words", f"{name}.csv")
        if path.is_file():
            yield from rows(path)


@cache
def _table() -> dict[int, str | None]:
    packs = files("tawthiq").joinpath("packs")
    letters: dict[int, str | None] = {
        code: None for code in range(0x2070) if _DROPPED.match(chr(code))
    }
    letters |= dict.fromkeys((*range(0xFE00, 0xFE10), 0xFEFF))
    for language in languages():
        for row in rows(packs.joinpath(language, "fold.csv")):
            letters[ord(row.cells["from"])] = row.cells["to"]
    return letters


def plain(text: str) -> str:
    """Spell ``text`` plainly: small letters, folded, without marks."""
    return text.lower().translate(_table())


def words(text: str) -> list[str]:
    """Give the words and numbers of ``text``, spelled plainly."""
    return _WORD.findall(plain(text))
