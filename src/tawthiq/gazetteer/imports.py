"""Imports a table into the user's own index, whole or not at all."""

import hashlib
import io
import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tawthiq.errors import GazetteerError, InputError, OptionError
from tawthiq.gazetteer.columns import FIELDS, Columns, guess_columns
from tawthiq.gazetteer.geonames import is_dump, read_dump
from tawthiq.gazetteer.index import USER_FILE, PlaceIndex
from tawthiq.gazetteer.rows import Draft, RowFault, entry_of
from tawthiq.gazetteer.sheets import heading_of, read_sheet
from tawthiq.gazetteer.store import Entry, Source, write_index
from tawthiq.model.geo import distance_m

_ASKED = 200
"""Rows that are looked up to learn a table's country."""
_SAME_PLACE_M = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did: rows kept, and rows left out with the reason."""

    source: str
    format: str
    places: int
    faults: tuple[RowFault, ...]
    country: str
    columns: Mapping[str, str]


def import_table(
    file: Path,
    home: Path,
    *,
    columns: Mapping[str, str] | None = None,
    source: str | None = None,
    country: str | None = None,
) -> Imported:
    """Import a GeoNames dump, an OCHA table or a plain CSV of places.

    A second import under the same source name replaces the first. A row that is no
    place is left out and named; the index changes as a whole, or not at all.

    Args:
        file: the table, in UTF-8.
        home: the folder of the user's index; made where it is missing.
        columns: field to column, where a guess from the heading will not do.
        source: the name under which the rows are kept; by default the file's own.
        country: ISO 3166 code of rows that name no country; by default the country
            where the shipped index knows most of the names at these points.

    Raises:
        InputError: the file cannot be read, or no row of it is a place.
        OptionError: ``columns`` names an unknown field or a missing column.
        GazetteerError: the user's index cannot be written.
    """
    text = _text_of(file)
    form, found, rows = _read(text, columns or {}, str(file))
    drafts, faults = _sorted_out(rows)
    if not drafts:
        raise _nothing_in(file, found, faults)
    where = (country or _country_of(drafts)).upper()
    name = source or file.stem
    entries = [entry_of(draft, source=name, country=where) for draft in drafts]
    kept = Source(
        name=name,
        file=file.name,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        places=len(entries),
    )
    _replace(home, kept, entries)
    return Imported(
        source=name,
        format=form,
        places=len(entries),
        faults=tuple(faults),
        country=where,
        columns=dict(found.fields),
    )


def _text_of(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise InputError(
            ar="تعذرت قراءة الملف",
            en=f"the file cannot be read ({fault.strerror})",
            where=str(file),
            remedy_ar="تحقق من اسم الملف",
            remedy_en="check the name of the file",
        ) from fault
    except UnicodeDecodeError as fault:
        raise InputError(
            ar="ليس الجدول نصاً بترميز UTF-8",
            en=f"the table is no UTF-8 text (byte {fault.start})",
            where=str(file),
            remedy_ar="احفظه من برنامج الجداول بصيغة CSV UTF-8",
            remedy_en="save it from your spreadsheet as CSV UTF-8",
        ) from fault


def _read(
    text: str, told: Mapping[str, str], where: str
) -> tuple[str, Columns, Iterable[Draft | RowFault]]:
    """Tell the format of a table, and read it."""
    first = text.split("\n", 1)[0].rstrip("\r")
    if is_dump(first):
        return "geonames", Columns(), read_dump(io.StringIO(text, newline=None))
    heading = heading_of(first)
    _known(told, heading, where)
    found = guess_columns(heading, told)
    form = "ocha" if found.has("pcode") else "csv"
    return form, found, read_sheet(text, found)


def _known(told: Mapping[str, str], heading: Sequence[str], where: str) -> None:
    """Refuse a mapping that names what is not there."""
    for name, column in told.items():
        if name not in FIELDS:
            raise OptionError(
                ar=f"لا حقل باسم {name}",
                en=f"there is no field {name}",
                remedy_ar="الحقول: " + "، ".join(FIELDS),
                remedy_en="the fields: " + ", ".join(FIELDS),
            )
        if column not in heading:
            raise OptionError(
                ar=f"لا عمود باسم {column}",
                en=f"there is no column {column}",
                where=where,
                remedy_ar="الأعمدة: " + "، ".join(heading),
                remedy_en="the columns: " + ", ".join(heading),
            )


def _sorted_out(
    rows: Iterable[Draft | RowFault],
) -> tuple[list[Draft], list[RowFault]]:
    drafts: list[Draft] = []
    faults: list[RowFault] = []
    for row in rows:
        if isinstance(row, Draft):
            drafts.append(row)
        else:
            faults.append(row)
    faults.sort(key=lambda fault: fault.line)
    return drafts, faults


def _nothing_in(file: Path, columns: Columns, faults: Sequence[RowFault]) -> InputError:
    """Say why nothing came of a table: no columns known, or every row at fault."""
    missing = [name for name in ("lat", "lon") if not columns.has(name)]
    ar, en = "ليس في الجدول مكان واحد", "the table holds no place"
    if faults and not missing:
        where = f"{file}:{faults[0].line}"
        return InputError(
            ar=f"{ar}: {faults[0].ar}", en=f"{en}: {faults[0].en}", where=where
        )
    return InputError(
        ar=f"{ar}: لم تُعرف أعمدته",
        en=f"{en}: its columns are unknown",
        where=str(file),
        remedy_ar="سمِّ الأعمدة: --map name_ar=… --map lat=… --map lon=…",
        remedy_en="name the columns: --map name_ar=… --map lat=… --map lon=…",
    )


def _country_of(drafts: Sequence[Draft]) -> str:
    """Give the country in which the shipped index has places of these names there."""
    index = PlaceIndex()
    step = max(1, len(drafts) // _ASKED)
    votes: Counter[str] = Counter()
    for draft in drafts[::step]:
        votes.update(set(_countries_at(draft, index)))
    return min(votes, key=lambda code: (-votes[code], code), default="")


def _countries_at(draft: Draft, index: PlaceIndex) -> Iterator[str]:
    for name in (*draft.names, *draft.parents):
        for place in index.find(name):
            gap = distance_m((draft.lat, draft.lon), (place.lat, place.lon))
            if gap <= _SAME_PLACE_M:
                yield place.country


def _replace(home: Path, source: Source, entries: Sequence[Entry]) -> None:
    """Write into a copy of the user's index, then put it in the old one's place."""
    target = home / USER_FILE
    fresh = home / f".{USER_FILE}.{os.getpid()}.new"
    try:
        home.mkdir(parents=True, exist_ok=True)
        if target.exists():
            shutil.copyfile(target, fresh)
        write_index(fresh, source=source, entries=entries)
        fresh.replace(target)
    except (OSError, sqlite3.Error) as fault:
        raise GazetteerError(
            ar="تعذرت كتابة فهرس الأماكن",
            en=f"the index of places cannot be written ({fault})",
            where=str(target),
            remedy_ar="تحقق من المجلد، أو سمِّ غيره في TAWTHIQ_HOME",
            remedy_en="check the folder, or name another in TAWTHIQ_HOME",
        ) from fault
    finally:
        with suppress(OSError):
            fresh.unlink()
