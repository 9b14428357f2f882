"""Faults of the data that people edit: packs and the codebook.

A check gathers every fault before it speaks, so that a person mends a sheet in one go.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.errors import PackError


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with one line of a sheet, and how to mend it.

    Args:
        file: name of the file, as its editor knows it (``weapons.csv``).
        line: line in the file, from 1; 0 where the file as a whole is meant.
        value: the words at fault; empty where something is missing.
        ar: what is wrong, in Arabic.
        en: the same in English.
        remedy_ar: how to mend it, in Arabic.
        remedy_en: the same in English.
        mends: whether ``tawthiq pack check --fix`` will mend it.
        warns: whether it only warns: a check that finds nothing else passes.
    """

    file: str
    line: int
    value: str
    ar: str
    en: str
    remedy_ar: str
    remedy_en: str
    mends: bool = False
    warns: bool = False

    @property
    def where(self) -> str:
        """Give ``file:line``, or the file alone where no line is meant."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def message(self, language: str) -> str:
        """Say it on one line in ``ar``, or in English for anything else."""
        what, remedy = (
            (self.ar, self.remedy_ar) if language == "ar" else (self.en, self.remedy_en)
        )
        value = f" «{self.value}»" if self.value else ""
        tail = f" — {remedy}" if remedy else ""
        return f"{self.where}: {what}{value}{tail}"

    def error(self) -> PackError:
        """Make of it the error that ends whatever needed the line."""
        value = f" «{self.value}»" if self.value else ""
        return PackError(
            ar=f"{self.ar}{value}",
            en=f"{self.en}{value}",
            where=self.where,
            remedy_ar=self.remedy_ar,
            remedy_en=self.remedy_en,
        )


def refuse(faults: Iterable[Fault], *, where: str) -> None:
    """Raise one error that tells all faults; do nothing where there is none.

    Args:
        faults: what a check found, in any order.
        where: what was checked (``codebook``, ``packs/ar``).

    Raises:
        PackError: with every fault in Arabic and in English, by file and line.
    """
    ordered = sorted(faults, key=lambda fault: (fault.file, fault.line, fault.en))
    if not ordered:
        return
    raise PackError(
        ar="\n".join(fault.message("ar") for fault in ordered),
        en="\n".join(fault.message("en") for fault in ordered),
        where=where,
    )
