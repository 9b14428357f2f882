"""What the desk says, in Arabic and in English, from sheets that anyone can edit.

``desk/phrases.csv`` holds what all pages share, ``desk/<section>/phrases.csv`` what a
section says: ``key,ar,en``. Words in braces are filled in. A key stands once.
"""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Formatter
from types import MappingProxyType

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from tawthiq.desk.preferences import current
from tawthiq.lang.codebook import Codebook, load_codebook

COLUMNS = ["key", "ar", "en"]


def say(key: str, lang: str = "", **values: object) -> SafeString:
    """Give a phrase as safe HTML.

    Args:
        key: a key of one of the sheets.
        lang: ``ar`` or ``en``; the reader's language where empty.
        values: what stands for the words in braces; escaped, and each set apart
            (``<bdi>``), for a name brings its own direction.

    Raises:
        KeyError: no sheet has the key, or a word in braces is not given.
    """
    parts: list[str] = []
    for literal, name, _, _ in Formatter().parse(wording(key, lang)):
        parts.append(escape(literal))
        if name is not None:
            parts.append(f"<bdi>{_escaped(values[name])}</bdi>")
    return mark_safe("".join(parts))  # noqa: S308 - each part was escaped


def _escaped(value: object) -> str:
    return str(value if isinstance(value, SafeString) else escape(str(value)))


def plain(key: str, lang: str = "", **values: object) -> str:
    """Give a phrase as plain text, for attributes and for programs; see `say`."""
    return wording(key, lang).format(**values)


def wording(key: str, lang: str = "") -> str:
    """Give a phrase as its sheet has it, words in braces and all."""
    return phrases()[lang or current().lang][key]


@cache
def phrases() -> Mapping[str, Mapping[str, str]]:
    """Give all phrases by language and key.

    Raises:
        ValueError: a sheet has other columns, or a key stands twice.
    """
    found: dict[str, dict[str, str]] = {"ar": {}, "en": {}}
    for sheet in _sheets():
        rows = csv.DictReader(sheet.read_text("utf-8-sig").splitlines())
        if rows.fieldnames != COLUMNS:
            msg = f"{sheet}: the columns are {','.join(COLUMNS)}"
            raise ValueError(msg)
        for row in rows:
            if row["key"] in found["ar"]:
                msg = f"{sheet}: {row['key']} stands twice"
                raise ValueError(msg)
            for language, told in found.items():
                told[row["key"]] = row[language]
    return MappingProxyType({k: MappingProxyType(v) for k, v in found.items()})


@cache
def codebook() -> Codebook:
    """Open the codebook, once in a process."""
    return load_codebook()


def label(table: str, code: str, lang: str = "") -> str:
    """Name a code in the reader's language; one the codebook lacks stays as it is."""
    known = codebook().tables.get(table)
    if known is None or code not in known.entries:
        return code
    return known.entries[code].label(lang or current().lang)


def definition(table: str, code: str, lang: str = "") -> str:
    """Tell what a code of the codebook means, in the reader's language."""
    told = codebook().tables[table].entries[code]
    return told.meaning(lang or current().lang)[0]


def _sheets() -> Iterator[Traversable]:
    desk = files("tawthiq").joinpath("desk")
    yield desk.joinpath("phrases.csv")
    for section in sorted(desk.iterdir(), key=lambda one: one.name):
        sheet = section.joinpath("phrases.csv")
        if section.is_dir() and sheet.is_file():
            yield sheet
