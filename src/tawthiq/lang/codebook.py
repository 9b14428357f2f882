"""The codebook: every code with its labels, its meaning and its counterparts.

Its sheets lie in ``tawthiq/codebook`` beside ``codebook.yml``, which names them and the
columns that each adds. Nothing is cached here: whoever loads it keeps it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

import yaml

from tawthiq.errors import PackError
from tawthiq.lang.faults import Fault, refuse
from tawthiq.lang.sheets import Row, Sheet, read_sheet
from tawthiq.lang.yaml_text import BaseLoader

BASE_COLUMNS = (
    "code",
    "label_ar",
    "label_en",
    "definition_ar",
    "definition",
    "includes_ar",
    "includes",
    "excludes_ar",
    "excludes",
)
REQUIRED = BASE_COLUMNS[:5]
PAIRS = (("includes_ar", "includes"), ("excludes_ar", "excludes"))
"""Columns that say one thing in Arabic and in English: both, or neither."""

CONDITION = re.compile(r"(?P<value>[^\[\]]*[^\[\]\s])(?:\s+\[(?P<when>[^\[\]]+)\])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalent:
    """A value of another system; ``when`` says where it holds, empty for always."""

    value: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One code: labels and definitions in both languages, and its further columns."""

    code: str
    label_ar: str
    label_en: str
    definition_ar: str
    definition: str
    includes_ar: str
    includes: str
    excludes_ar: str
    excludes: str
    more: Mapping[str, str]

    def label(self, language: str) -> str:
        """Give the label in ``ar``, or in English for anything else."""
        return self.label_ar if language == "ar" else self.label_en

    def meaning(self, language: str) -> tuple[str, str, str]:
        """Give what the code means, in ``ar``, or in English for anything else.

        Returns:
            The definition, what belongs under the code, and what does not; the last
            two are empty where the definition says enough.
        """
        if language == "ar":
            return self.definition_ar, self.includes_ar, self.excludes_ar
        return self.definition, self.includes, self.excludes

    def equivalents(self, column: str) -> tuple[Equivalent, ...]:
        """Read a mapping column: ``Airstrike; Artillery [from the ground]``.

        Args:
            column: a column that the sheet adds (``acled``, ``airwars``, ``sdg16``).

        Returns:
            The counterparts in the order of the sheet; none where the cell is empty.

        Raises:
            KeyError: where the sheet has no such column.
        """
        return tuple(_equivalents(self.more[column]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet of the codebook, in the order of its lines."""

    name: str
    columns: tuple[str, ...]
    entries: Mapping[str, Entry]

    @property
    def codes(self) -> tuple[str, ...]:
        """Give the codes in the order of the sheet."""
        return tuple(self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All tables by name, with the version that every reading names."""

    version: str
    tables: Mapping[str, Table]

    def entry(self, table: str, code: str) -> Entry:
        """Give one code's entry; KeyError where table or code is unknown."""
        return self.tables[table].entries[code]

    def label(self, table: str, code: str, language: str) -> str:
        """Give the label of a code in ``ar``, or in English for anything else.

        Raises:
            KeyError: where table or code is unknown.
        """
        return self.entry(table, code).label(language)

    def word(self, table: str, code: str, language: str) -> str:
        """Give the label of a code, or a published table's own word as it is."""
        known = self.tables[table].entries.get(code)
        return code if known is None else known.label(language)


def load_codebook(folder: Traversable | None = None) -> Codebook:
    """Open the codebook and check all of it.

    Args:
        folder: where its sheets lie; the one that the package carries by default.

    Returns:
        The codebook, frozen.

    Raises:
        PackError: with every fault of every sheet, in Arabic and in English.
    """
    place = files("tawthiq").joinpath("codebook") if folder is None else folder
    version, columns = _contents(place)
    tables: dict[str, Table] = {}
    faults: list[Fault] = []
    for name, extra in columns.items():
        sheet = read_sheet(place.joinpath(f"{name}.csv"), BASE_COLUMNS + extra)
        faults.extend(sheet.faults)
        faults.extend(_faults_of(sheet, extra))
        tables[name] = _table(name, extra, sheet)
    faults.extend(_unlisted(place, columns))
    refuse(faults, where="codebook")
    return Codebook(version=version, tables=MappingProxyType(tables))


def _contents(place: Traversable) -> tuple[str, dict[str, tuple[str, ...]]]:
    """Read ``codebook.yml``: the version, and each table's further columns.

    Everything is read as strings, so that no version becomes a number.
    """
    source = place.joinpath("codebook.yml")
    try:
        # BaseLoader builds strings, lists and mappings of strings, nothing else.
        content = yaml.load(source.read_text("utf-8-sig"), BaseLoader)  # noqa: S506
        version = str(content["version"])
        tables = {str(n): tuple(str(c).split()) for n, c in content["tables"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError):
        raise PackError(
            ar="لا يمكن قراءة فهرس دليل الترميز",
            en="the list of the codebook cannot be read",
            where="codebook/codebook.yml",
            remedy_ar="يلزم فيه version وtables، ولكل جدول أعمدته الزائدة",
            remedy_en="it needs version, and tables with the columns that each adds",
        ) from None
    return version, tables


def _table(name: str, extra: tuple[str, ...], sheet: Sheet) -> Table:
    entries = {row.cells["code"]: _entry(row, extra) for row in sheet.rows}
    return Table(name=name, columns=extra, entries=MappingProxyType(entries))


def _entry(row: Row, extra: tuple[str, ...]) -> Entry:
    base = {column: row.cells[column] for column in BASE_COLUMNS}
    more = MappingProxyType({column: row.cells[column] for column in extra})
    return Entry(**base, more=more)


def _equivalents(cell: str) -> Iterator[Equivalent]:
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        match = CONDITION.fullmatch(part)
        if match is None:
            message = f"not a mapping: {part}"
            raise ValueError(message)
        yield Equivalent(value=match["value"], when=match["when"] or "")


def _faults_of(sheet: Sheet, extra: tuple[str, ...]) -> Iterator[Fault]:
    """Find empty cells, codes given twice, and mappings that cannot be read."""
    seen: dict[str, int] = {}
    for row in sheet.rows:
        code = row.cells["code"]
        for column in REQUIRED:
            if not row.cells[column]:
                yield _empty(sheet.file, row.line, column=column, code=code)
        for pair in PAIRS:
            told = [column for column in pair if row.cells[column]]
            if len(told) == 1:
                missing = next(column for column in pair if column not in told)
                yield _empty(sheet.file, row.line, column=missing, code=code)
        if code in seen:
            yield _twice(sheet.file, row.line, code=code, first=seen[code])
        seen.setdefault(code, row.line)
        for column in extra:
            yield from _bad_mapping(sheet.file, row, column)


def _bad_mapping(file: str, row: Row, column: str) -> Iterator[Fault]:
    try:
        tuple(_equivalents(row.cells[column]))
    except ValueError:
        yield Fault(
            file=file,
            line=row.line,
            value=row.cells[column],
            ar=f"لا تُقرأ خانة المقابل {column}",
            en=f"the mapping in {column} cannot be read",
            remedy_ar="اكتبها هكذا: القيمة; القيمة [الشرط]",
            remedy_en="write it as: value; value [condition]",
        )


def _empty(file: str, line: int, *, column: str, code: str) -> Fault:
    return Fault(
        file=file,
        line=line,
        value=code,
        ar=f"خانة {column} فارغة",
        en=f"{column} is empty",
        remedy_ar="ما يُقال عن رمز يُقال بالعربية والإنجليزية",
        remedy_en="what is said of a code is said in Arabic and in English",
    )


def _twice(file: str, line: int, *, code: str, first: int) -> Fault:
    return Fault(
        file=file,
        line=line,
        value=code,
        ar=f"الرمز مذكور من قبل في السطر {first}",
        en=f"the code stands already on line {first}",
        remedy_ar="احذف أحد السطرين أو غيّر رمزه",
        remedy_en="delete one of the lines or change its code",
    )


def _unlisted(place: Traversable, tables: Mapping[str, object]) -> Iterator[Fault]:
    """Find sheets that no list names: they would be dead without a word."""
    for item in sorted(place.iterdir(), key=lambda item: item.name):
        if item.name.endswith(".csv") and item.name.removesuffix(".csv") not in tables:
            yield Fault(
                file=item.name,
                line=0,
                value="",
                ar="الملف غير مذكور في codebook.yml",
                en="codebook.yml does not name this file",
                remedy_ar="أضف اسمه تحت tables أو احذفه",
                remedy_en="name it under tables, or delete it",
            )
