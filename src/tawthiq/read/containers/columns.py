"""Takes the first row of a table and the user's word, tells which column holds what.

The fields: ``text``, ``published``, ``url``, ``outlet``, ``title``, ``author``, ``id``,
``lang``; ``order`` is no column but says whether ``day`` or ``month`` is written first.
Plain names of columns, Arabic and English, are the packs' ``columns.csv``; of two that
fit one field none is chosen, and a bare «date» may be of the incident, so it is asked
about and not read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tawthiq.errors import InputError, OptionError
from tawthiq.lang.language import languages
from tawthiq.lang.sheets import rows
from tawthiq.read import container_faults
from tawthiq.read.spelling import plain, words

FIELDS = ("text", "published", "url", "outlet", "title", "author", "id", "lang")
"""What a column may hold."""
ORDERS = ("day", "month")
"""What may be written first in a day such as 03/05/2031."""
_ARCHIVED = frozenset({"status", "metadata", "media"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where each field stands in a row, and in which order days are written.

    ``archiver`` says that the table is the auto-archiver's ``db.csv``, whose cells hold
    records of their own.
    """

    names: tuple[str, ...]
    at: Mapping[str, int]
    order: str | None = None
    archiver: bool = False

    def cell(self, row: Sequence[str], field: str) -> str:
        """Give the cell of a field, trimmed; empty where there is none."""
        index = self.at.get(field, len(row))
        return row[index].strip() if index < len(row) else ""


def parse_columns(words_given: str) -> dict[str, str]:
    """Read ``text=Body,published=Date,order=day`` as written on the command line.

    Raises:
        OptionError: if a part has no ``=``, or its field is not known.
    """
    found: dict[str, str] = {}
    for part in filter(str.strip, words_given.split(",")):
        field, sign, name = part.partition("=")
        field, name = field.strip(), name.strip()
        known = field in (*FIELDS, "order") and field not in found
        if not (sign and name and known) or (field == "order" and name not in ORDERS):
            raise OptionError(
                ar=f"«{part.strip()}» ليس تعيين عمود",
                en=f"{part.strip()!r} names no column",
                where="--map",
                remedy_ar="اكتب مثلا: ‎--map text=النص,published=التاريخ,order=day"
                f" (الحقول: {' '.join(FIELDS)})",
                remedy_en="write for example --map text=Body,published=Date,order=day"
                f" (fields: {' '.join(FIELDS)})",
            )
        found[field] = name
    return found


def columns_of(
    header: Sequence[str], asked: Mapping[str, str], where: str
) -> tuple[Columns, list[InputError]]:
    """Tell which column holds what.

    Args:
        header: the cells of the first row.
        asked: the names that the user gave, by field; they stand before plain ones.
        where: the table, for messages.

    Returns:
        the columns, and what is to be told of columns that are not read.

    Raises:
        InputError: if no column holds the text, if two may hold one field, or if a
            column that the user named is not there.
    """
    names = tuple(name.strip() for name in header)
    if not asked and set(map(str.lower, names)) >= _ARCHIVED:
        at = {name.lower(): index for index, name in enumerate(names)}
        return Columns(names=names, at=at, archiver=True), []
    at = {
        field: _named(name, names, where)
        for field, name in asked.items()
        if field != "order"
    }
    guessed = _guessed(names, taken=set(at.values()))
    for field, found in guessed.items():
        if field in at or field == "day":
            continue
        if len(found) > 1:
            told = [names[index] for index in found]
            raise container_faults.two_columns(where, field, told)
        at[field] = found[0]
    if "text" not in at:
        raise container_faults.no_text_column(where, names)
    days = guessed.get("day", []) if "published" not in at else []
    notes = [container_faults.bare_date(where, names[index]) for index in days]
    return Columns(names=names, at=at, order=asked.get("order")), notes


def _named(name: str, names: Sequence[str], where: str) -> int:
    """Give the place of a column that the user named; spelled plainly if need be."""
    exact = [index for index, other in enumerate(names) if other == name]
    same = [i for i, other in enumerate(names) if plain(other) == plain(name)]
    found = exact or same
    if not found:
        raise container_faults.lost_column(where, name, names)
    if len(found) > 1:
        raise container_faults.two_columns(where, name, [names[i] for i in found])
    return found[0]


def _guessed(names: Sequence[str], taken: set[int]) -> dict[str, list[int]]:
    known = _plain_names()
    found: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        field = known.get(" ".join(words(name.replace("_", " "))))
        if field and index not in taken:
            found.setdefault(field, []).append(index)
    return found


@cache
def _plain_names() -> Mapping[str, str]:
    """Give the plain names of columns, from every pack."""
    packs = files("tawthiq").joinpath("packs")
    return {
        " ".join(words(row.cells["form"])): row.cells["code"]
        for language in languages()
        for row in rows(packs.joinpath(language, "columns.csv"))
    }
