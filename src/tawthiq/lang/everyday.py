"""Everyday words: what tells a name from other words where all is in capitals.

Cables, alarms and headlines are sent in capitals throughout. A capital says nothing
there; a word that is not one of everyday may be a name. The list is the pack's
(``everyday.csv``) and is opened only when such a sentence is met.
"""

import re
from functools import cache
from importlib.resources import files

from tawthiq.lang.sheets import rows

LETTERS = 12
"""Letters from which a stretch in capitals is no mere abbreviation."""

LOWER = 0.05
"""Share of small letters up to which a stretch is in capitals throughout."""

_ONE_COLUMN = b"form\n"

_BEYOND = re.compile(r"[^\W\d_\u0600-\u06ff]")
"""A letter of another script than Arabic's, which has no capitals."""


def is_shouted(text: str) -> bool:
    """Say whether a stretch is written in capitals throughout.

    Scripts without capitals never are.
    """
    if not text[:1].isascii() and is_caseless(text):
        return False
    upper = sum(map(str.isupper, text))
    if upper < LETTERS:
        return False
    return sum(map(str.islower, text)) <= LOWER * upper


def is_caseless(text: str) -> bool:
    """Say whether no letter of a text has a capital or a small form."""
    # Looking for letters beyond Arabic's is quicker than spelling all of them anew.
    return _BEYOND.search(text) is None or text.upper() == text.lower()


@cache
def everyday(name: str) -> frozenset[str]:
    """Give the everyday words of a pack, as they are written; none if it lists none.

    Raises:
        PackError: if the sheet has a fault.
    """
    sheet = files("tawthiq").joinpath("packs", name, "everyday.csv")
    if not sheet.is_file():
        return frozenset()
    told = sheet.read_bytes()
    if not told.startswith(_ONE_COLUMN) or b'"' in told or b"," in told:
        return frozenset(row.cells["form"] for row in rows(sheet))
    # Nothing but forms: twenty thousand lines need no reader of tables.
    forms = told.decode("utf-8").split("\n")[1:]
    return frozenset(form.strip() for form in forms if form.strip())
