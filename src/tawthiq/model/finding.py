"""Finding: what is wrong with one record or several, and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a record cannot be right, or only seldom is."""

    IMPOSSIBLE = "impossible"
    UNLIKELY = "unlikely"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault: the rule that found it, its words, and the incidents that it names.

    ``records`` are the ids of the incidents, ``codes`` their codes in the same order;
    ``rule`` is a code of ``codebook/findings.csv``, where its wording stands too.
    """

    rule: str
    severity: Severity
    ar: str
    en: str
    remedy_ar: str
    remedy_en: str
    records: tuple[str, ...]
    codes: tuple[str, ...]

    def message(self, language: str) -> str:
        """Give what is wrong and its remedy in ``ar``, or English for anything else."""
        if language == "ar":
            return f"{self.ar} — {self.remedy_ar}"
        return f"{self.en} — {self.remedy_en}"
