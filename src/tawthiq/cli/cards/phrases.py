"""What the cards and the page say of their own, in Arabic and in English.

The words lie in ``phrases.csv``; codes are named by the codebook. Text is handed on in
parts that know their direction, because a range or a day turns round in a line of the
other direction unless it is set apart.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from string import Formatter
from types import MappingProxyType
from typing import Literal

from tawthiq.lang.codebook import Codebook

LANGUAGES = ("ar", "en")
HASH = re.compile("[0-9a-f]{64}")
Direction = Literal["same", "auto", "ltr"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of text: in the ``same`` direction as its line, by its own, or ``ltr``."""

    text: str
    direction: Direction = "same"


Line = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One language's phrases, with the codebook that names the codes."""

    language: str
    phrases: Mapping[str, str]
    codebook: Codebook

    def word(self, key: str) -> str:
        """Give a phrase that takes no values; KeyError where there is none."""
        return self.phrases[key]

    def say(self, key: str, **values: Part | str) -> Line:
        """Fill a phrase; what is filled in keeps its own direction.

        Args:
            key: a key of ``phrases.csv``.
            values: what stands for each name in braces; a plain string goes with the
                line.

        Returns:
            The parts in reading order.
        """
        parts: list[Part] = []
        for literal, name, _, _ in Formatter().parse(self.phrases[key]):
            if literal:
                parts.append(Part(text=literal))
            if name is not None:
                value = values[name]
                parts.append(value if isinstance(value, Part) else Part(text=value))
        return tuple(parts)

    def label(self, table: str, code: str) -> str:
        """Name a code; one that the codebook lacks is shown as it is, not hidden."""
        known = self.codebook.tables.get(table)
        if known is None or code not in known.entries:
            return code
        return known.entries[code].label(self.language)

    def language_name(self, code: str) -> Line:
        """Name a report's language, and say so where no pack reads it."""
        if code in LANGUAGES:
            return self.say(f"language_{code}")
        return self.say("language_other", code=ltr(code))


def speech(codebook: Codebook, language: str) -> Speech:
    """Open the phrases in ``ar``, or in English for anything else."""
    chosen = language if language in LANGUAGES else "en"
    source = files("tawthiq").joinpath("cli", "cards", "phrases.csv")
    rows = csv.DictReader(source.read_text("utf-8-sig").splitlines())
    phrases = {row["key"]: row[chosen] for row in rows}
    return Speech(language=chosen, phrases=MappingProxyType(phrases), codebook=codebook)


def ltr(text: str) -> Part:
    """Set apart what always runs left to right: days, codes, coordinates."""
    return Part(text=text, direction="ltr")


def own(text: str) -> Part:
    """Set apart words of a report, which bring their own direction."""
    return Part(text=text, direction="auto")


def plain(line: Iterable[Part]) -> str:
    """Give a line's text without any mark of direction."""
    return "".join(part.text for part in line)


def short_id(report_id: str) -> str:
    """Cut an id that is a SHA-256 to its first twelve digits; leave any other."""
    return report_id[:12] if HASH.fullmatch(report_id) else report_id
