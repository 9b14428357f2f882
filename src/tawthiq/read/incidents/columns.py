"""Which column of a table of incidents holds what: recognised, or told by the user."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from tawthiq.lang.codebook import Codebook
from tawthiq.read.incidents import faults as incident_faults

BOUNDS = {"min": "min", "low": "min", "max": "max", "high": "max"}
EVERYBODY = "people"
"""The group of a pair of columns that names none."""
SAYING = {"code", "date", "name_ar", "name_en"}
"""Fields of which a table needs one, to say which incident a row is."""
_PLAIN = re.compile(r"\W+")
_NUMBERED = re.compile(r"_\d+_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What a column of counts counts; ``bound`` is min, max, or both for a pair."""

    outcome: str
    group: str
    bound: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Field to column, and column to what it counts.

    ``further`` are the columns that continue a field (``belligerent_2_…``).
    """

    fields: Mapping[str, str]
    counts: Mapping[str, Count]
    further: Mapping[str, tuple[str, ...]]

    def known(self) -> frozenset[str]:
        """Give the columns that hold something known."""
        more = (column for columns in self.further.values() for column in columns)
        return frozenset((*self.fields.values(), *self.counts, *more))


def plain(column: str) -> str:
    """Write a heading in one way: small letters, words joined by ``_``, no numbers."""
    return _NUMBERED.sub("_n_", _PLAIN.sub("_", column.casefold()).strip("_"))


def field_aliases() -> dict[str, str]:
    """Give the headings that are known and the field of each (``columns.csv``)."""
    sheet = files("tawthiq").joinpath("read", "incidents", "columns.csv")
    rows = csv.DictReader(sheet.read_text(encoding="utf-8-sig").splitlines())
    return {plain(row["alias"]): row["field"] for row in rows}


def columns_of(
    heading: Iterable[str], told: Mapping[str, str], codebook: Codebook
) -> Columns:
    """Recognise the columns of a table.

    Args:
        heading: the names of its columns.
        told: field to column, as the user says; goes before what is recognised.
        codebook: for the names of groups and outcomes in columns of counts.

    Raises:
        OptionError: ``told`` names an unknown field, or a column that is not there.
    """
    columns = list(heading)
    aliases = field_aliases()
    groups = _groups(codebook)
    fields: dict[str, str] = {}
    counts: dict[Count, str] = {}
    further: dict[str, list[str]] = {}
    for column in columns:
        name = plain(column)
        count = _count(name, groups, codebook)
        if name in aliases and "_n_" in name and aliases[name] in fields:
            further.setdefault(aliases[name], []).append(column)
        elif name in aliases:
            fields.setdefault(aliases[name], column)
        elif count is not None:
            counts.setdefault(count, column)
    for field, column in told.items():
        count = _count(plain(field), groups, codebook)
        _refuse(
            field, column, known=set(aliases.values()), columns=columns, count=count
        )
        if count is not None:
            counts[count] = column
        else:
            fields[field] = column
    return Columns(
        fields=fields,
        counts={column: count for count, column in counts.items()},
        further={f: tuple(c) for f, c in further.items() if f not in told},
    )


def _refuse(
    field: str,
    column: str,
    *,
    known: set[str],
    columns: list[str],
    count: Count | None,
) -> None:
    """Refuse what the user tells where there is no such field or column."""
    if column not in columns:
        raise incident_faults.missing_column(column, columns)
    if field not in known and count is None:
        raise incident_faults.unknown_field(field, known)


def _groups(codebook: Codebook) -> dict[str, str]:
    """Give each group's code under its own name and under Airwars'.

    The rescuers' row of Airwars is one of many groups, so it stays a fact.
    """
    entries = codebook.tables["groups"].entries
    named = {code: code for code in entries}
    for code, entry in entries.items():
        for told in entry.equivalents("airwars"):
            if not told.when and not told.value.startswith("other_"):
                named.setdefault(told.value, code)
    return named


def _count(name: str, groups: Mapping[str, str], codebook: Codebook) -> Count | None:
    """Read ``civilians_killed_min``, ``killed_min``, ``women_injured``."""
    words = name.split("_")
    bound = BOUNDS.get(words[-1], "both")
    if bound != "both":
        words = words[:-1]
    outcomes = codebook.tables["outcomes"].entries
    if bound != "both" and words[0] in outcomes and len(words) == 1:
        return Count(outcome=words[0], group=EVERYBODY, bound=bound)
    for outcome, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        group = groups.get("_".join(rest))
        if outcome in outcomes and group is not None:
            return Count(outcome=outcome, group=group, bound=bound)
    return None
