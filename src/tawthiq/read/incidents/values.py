"""Words of published tables as codes of the codebook."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from tawthiq.lang.codebook import Codebook

TABLES = (
    "event_types",
    "actors",
    "weapons",
    "struck",
    "grades",
    "place_precisions",
    "sdg_causes",
)
"""Tables whose codes, labels and Airwars' names a published table may write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """For each table of the codebook: a word, in small letters, and its code."""

    codes: Mapping[str, Mapping[str, str]]

    def code(self, table: str, word: str) -> str | None:
        """Give the code that a word means; None where the codebook has none."""
        return self.codes[table].get(word.strip().casefold())

    def split(self, table: str, text: str) -> tuple[str, ...]:
        """Cut a cell of several values at its commas, but not inside a known name.

        Each value comes as its code where it has one, else as it is written.
        """
        known = self.codes[table]
        # A cell that lost its closing quotation mark may hold a whole file's commas.
        most = max(name.count(",") for name in known) + 1
        parts = [part.strip() for part in text.replace(";", ",").split(",")]
        found: list[str] = []
        at = 0
        while at < len(parts):
            for count in range(min(len(parts) - at, most), 0, -1):
                name = ", ".join(parts[at : at + count]).casefold()
                if name in known:
                    found.append(known[name])
                    at += count
                    break
            else:
                found.append(parts[at])
                at += 1
        return tuple(dict.fromkeys(word for word in found if word))


def values_of(codebook: Codebook) -> Values:
    """Gather the words of each table: codes, labels, Airwars' names, our own sheet.

    Where one name of Airwars answers to several codes, ``values.csv`` decides,
    else the first code for which it holds without a condition.
    """
    codes = {table: _own(codebook, table) for table in TABLES}
    sheet = files("tawthiq").joinpath("read", "incidents", "values.csv")
    told = csv.DictReader(sheet.read_text(encoding="utf-8-sig").splitlines())
    for row in told:
        codes[row["table"]][row["value"].casefold()] = row["code"]
    return Values(codes=codes)


def _own(codebook: Codebook, table: str) -> dict[str, str]:
    sheet = codebook.tables[table]
    named: dict[str, str] = {}
    for conditional in (False, True):
        for code, entry in sheet.entries.items():
            if "airwars" not in sheet.columns:
                continue
            for told in entry.equivalents("airwars"):
                if bool(told.when) is conditional:
                    named.setdefault(told.value.casefold(), code)
    for code, entry in sheet.entries.items():
        named[entry.label_ar] = code
        named[entry.label_en.casefold()] = code
        named[code] = code
    return named
