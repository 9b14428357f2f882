"""CSV tables: OCHA's administrative areas and communities, and plain tables of places."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tawthiq.gazetteer.columns import LEVELS, Columns
from tawthiq.gazetteer.keys import key_of, kind_in, name_words, without_parent, words_of
from tawthiq.gazetteer.ladder import ADMIN_KINDS, STEPS, settled_kind
from tawthiq.gazetteer.rows import BadRowError, Draft, RowFault, named, point_of

_EMPTY = frozenset({"", "<null>", "null", "none", "nan", "n/a", "na", "-"})
_ARABIC = re.compile("[\u0621-\u064a]")
_CODED_COUNTRY = re.compile(r"([A-Z]{2})\d+")
_COUNTRY = re.compile("[A-Z]{2}")
_SEPARATORS = ",;\t|"

_Pair = tuple[str | None, str | None]
Row = Mapping[str | None, str | list[str] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A row's own names and, by level, the two names of what contains it."""

    own: tuple[str, ...]
    containers: Mapping[str, _Pair]


def separator_of(heading: str) -> str:
    """Give the character that parts the cells of a heading."""
    return max(_SEPARATORS, key=heading.count)


def heading_of(line: str) -> list[str]:
    """Cut a heading into the names of its columns."""
    return next(csv.reader([line], delimiter=separator_of(line)), [])


def read_sheet(text: str, columns: Columns) -> Iterator[Draft | RowFault]:
    """Read the rows of a table; a row that is no place is given as a fault."""
    separator = separator_of(text.split("\n", 1)[0])
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    rows = [(reader.line_num, row) for row in reader]
    own_codes = _own_codes([row for _, row in rows], columns)
    seen: dict[tuple[object, ...], int] = {}
    for line, row in rows:
        try:
            draft = _draft(line, row, columns)
            if draft.pcode not in own_codes:
                draft = replace(draft, pcode=None, id="")
            _once(draft, seen)
        except BadRowError as fault:
            yield fault.at(line)
        else:
            yield draft


def _once(draft: Draft, seen: dict[tuple[object, ...], int]) -> None:
    """Refuse a row that says again what another said."""
    first = seen.setdefault(
        (draft.pcode, *draft.names, draft.lat, draft.lon), draft.line
    )
    if first != draft.line:
        raise BadRowError(
            ar=f"السطر يكرر السطر {first}", en=f"the row repeats line {first}"
        )


def _draft(line: int, row: Row, columns: Columns) -> Draft:
    if None in row:
        raise BadRowError(
            ar="في السطر خانات أكثر من الأعمدة",
            en="the row has more cells than there are columns",
        )
    cells = {name: _cell(row, column) for name, column in columns.fields.items()}
    containers = {level: _pair(cells, level) for level in LEVELS}
    name_ar, name_en = _pair(cells, "name")
    inside_ar, name_ar = _inside(name_ar)
    inside_en, name_en = _inside(name_en)
    containers["around"] = inside_ar, inside_en
    named(name_ar, name_en)
    lat, lon = point_of(cells.get("lat", ""), cells.get("lon", ""))
    own = tuple(name for name in (name_ar, name_en) if name)
    pcode = cells.get("pcode") or None
    parents = [name for pair in containers.values() for name in pair if name]
    return Draft(
        line=line,
        id=f"ocha:{pcode}" if pcode else "",
        name_ar=name_ar,
        name_en=name_en,
        alternates=tuple(_split(cells.get("also", ""))),
        lat=lat,
        lon=lon,
        kind=_kind(cells, columns, Around(own=own, containers=containers)),
        population=_people(cells.get("population", "")),
        country=_country(cells.get("country", ""), pcode),
        pcode=pcode,
        parents=tuple(dict.fromkeys(parents)),
    )


def _inside(name: str | None) -> tuple[str | None, str | None]:
    """Part «مدينة : حي», where a cell names first what contains the place."""
    first, colon, rest = (name or "").partition(" : ")
    if not (colon and words_of(first) and words_of(rest)):
        return None, name
    return first.strip(), rest.strip()


def _own_codes(rows: Sequence[Row], columns: Columns) -> set[str | None]:
    """Give the p-codes that are a row's own.

    Some tables give a place without a code the code of the area round it: such a code
    comes more than once, or begins otherwise than most (``SY0200`` among ``C1353``).
    """
    column = columns.fields.get("pcode", "")
    codes = Counter(_cell(row, column) for row in rows)
    codes.pop("", None)
    openings = Counter(code.rstrip("0123456789") for code in codes)
    usual = max(openings, key=lambda opening: (openings[opening], opening), default="")
    return {
        code
        for code, times in codes.items()
        if times == 1 and code.rstrip("0123456789") == usual
    }


def _cell(row: Row, column: str) -> str:
    value = row.get(column)
    text = value.strip() if isinstance(value, str) else ""
    return "" if text.casefold() in _EMPTY else text


def _pair(cells: Mapping[str, str], stem: str) -> tuple[str | None, str | None]:
    """Give the Arabic and the English name of one level; letters tell an unmarked one."""
    arabic, english = cells.get(f"{stem}_ar", ""), cells.get(f"{stem}_en", "")
    unmarked = cells.get(f"{stem}_any", "")
    if _ARABIC.search(unmarked):
        arabic = arabic or unmarked
    else:
        english = english or unmarked
    return arabic or None, english or None


def _split(cell: str) -> Iterable[str]:
    return (part.strip() for part in re.split(r"[,;|،؛]", cell) if part.strip())


def _people(cell: str) -> int:
    digits = cell.replace(",", "").replace(" ", "").split(".")[0]
    return int(digits) if digits.isdecimal() else 0


def _country(cell: str, pcode: str | None) -> str:
    """Give the country that a row names by its code, or that its p-code begins with."""
    coded = _CODED_COUNTRY.fullmatch(pcode or "")
    if _COUNTRY.fullmatch(cell.upper()):
        return cell.upper()
    return coded[1] if coded else ""


def _kind(cells: Mapping[str, str], columns: Columns, around: Around) -> str:
    """Say what a row is: by its own word, its level, what contains it, its people."""
    told = cells.get("kind", "").casefold()
    if told in STEPS:
        return told
    level = cells.get("level", "")
    own_level = int(level) if level.isdecimal() else columns.own_level
    if own_level in ADMIN_KINDS:
        return ADMIN_KINDS[own_level]
    inside_city = columns.quarter and any(around.containers["community"])
    for name in around.own:
        if kind := kind_in(name):
            return kind
    if inside_city or _names_city(around.containers["around"]):
        return "neighbourhood"
    return _settlement(around, _people(cells.get("population", "")))


def _names_city(names: Iterable[str | None]) -> bool:
    """Whether a container says of itself that it is a city."""
    heads = name_words("head")
    return any(heads.get(words_of(name)[0]) == "city" for name in names if name)


def _settlement(around: Around, people: int) -> str:
    """Tell village, town and city apart: by inhabitants, or as the seat of an area."""
    if people:
        return settled_kind(people)
    containers = around.containers
    if _bears_name(around.own, containers["district"] + containers["governorate"]):
        return "city"
    return "town" if _bears_name(around.own, containers["subdistrict"]) else "village"


def _bears_name(own: Iterable[str], container: Iterable[str | None]) -> bool:
    """Whether a community bears the name of the area whose seat it then is."""
    names = [name for name in container if name]
    mine = {key_of(without_parent(name, names)) for name in own}
    theirs = {_seat(key_of(name)) for name in names}
    return bool(mine & theirs)


def _seat(key: str) -> str:
    """Cut «مركز», which names a district by its seat."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in name_words("head") else key
