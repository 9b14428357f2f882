"""Faults as rules find them, and their wording out of the codebook."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tawthiq.lang.codebook import Codebook
from tawthiq.model.finding import Finding, Severity
from tawthiq.model.incident import Incident

COMMA = {"ar": "، ", "en": ", "}
ISOLATE, END = "\u2068", "\u2069"
"""Set apart what may run the other way in an Arabic sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A code that each language names by its label."""

    table: str
    code: str


Value = str | int | float | date | Coded | tuple["Coded | str", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a rule found: its code, the incidents, and what fills its sentence."""

    rule: str
    incidents: tuple[Incident, ...]
    values: Mapping[str, Value]


def fault(rule: str, *incidents: Incident, **values: Value) -> Fault:
    """Make a fault; ``values`` fill the braces of the rule's sentence."""
    return Fault(rule=rule, incidents=incidents, values=values)


def worded(found: Fault, codebook: Codebook) -> Finding:
    """Give a fault its words.

    Args:
        found: what a rule found.
        codebook: its table ``findings`` holds severity, sentence and remedy.

    Raises:
        KeyError: the codebook has no such rule, or its sentence asks for a value that
            the rule does not give.
    """
    entry = codebook.entry("findings", found.rule)
    words = {
        (field, language): entry.more[column].format_map(
            {k: _said(v, language, codebook) for k, v in found.values.items()}
        )
        for field, language, column in (
            ("said", "ar", "said_ar"),
            ("said", "en", "said"),
            ("remedy", "ar", "remedy_ar"),
            ("remedy", "en", "remedy"),
        )
    }
    return Finding(
        rule=found.rule,
        severity=Severity(entry.more["severity"]),
        ar=words["said", "ar"],
        en=words["said", "en"],
        remedy_ar=words["remedy", "ar"],
        remedy_en=words["remedy", "en"],
        records=tuple(incident.id for incident in found.incidents),
        codes=tuple(incident.code for incident in found.incidents),
    )


def _said(value: Value, language: str, codebook: Codebook) -> str:
    match value:
        case Coded():
            return _label(value, language, codebook)
        case tuple():
            return COMMA[language].join(_said(v, language, codebook) for v in value)
        case date():
            return _apart(value.isoformat(), language)
        case float():
            return _apart(f"{value:g}", language)
        case int():
            return str(value)
        case str():
            return _apart(value, language)


def _label(value: Coded, language: str, codebook: Codebook) -> str:
    entries = codebook.tables[value.table].entries
    return entries[value.code].label(language) if value.code in entries else value.code


def _apart(text: str, language: str) -> str:
    return f"{ISOLATE}{text}{END}" if language == "ar" else text


def labels(table: str, codes: Iterable[str]) -> tuple[Coded, ...]:
    """Name several codes of one table."""
    return tuple(Coded(table=table, code=code) for code in codes)
