"""GeoNames' country dumps: tables of 19 columns parted by tabs, without a heading.

Columns: https://download.geonames.org/export/dump/readme.txt
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from tawthiq.gazetteer.keys import read_rows
from tawthiq.gazetteer.ladder import settled_kind
from tawthiq.gazetteer.rows import BadRowError, Draft, RowFault, named, point_of

COLUMNS = 19
_CLASS, _CODE, _COUNTRY, _ADMIN1, _ADMIN2, _PEOPLE = 6, 7, 8, 10, 11, 14

_ARABIC_SCRIPT = re.compile("[\u0620-\u06ff\u200c '-]+")
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u064b-\u0652 '-]+")
_LATIN = re.compile("[A-Z\u00c0-\u024f\u1e00-\u1eff'‘’`ʻʼʿ][^\u0370-\ufaff]+")  # noqa: RUF001
_AIRPORT = re.compile("[A-Z]{2,4}")
_HAMZA = re.compile("[\u0621-\u0626]")
_MARKS = re.compile("[\u064b-\u0652]")
_LATIN_ARTICLE = re.compile(r"(?:A[ldstznrhḑşţz̧]h?|El)[ -]", re.IGNORECASE)
_EMPHATIC = {"ţ": "ط", "ş": "ص", "ḩ": "ح", "ḑ": "ض", "‘": "ع", "q": "ق"}  # noqa: RUF001
"""Letters of GeoNames' spelling, and the Arabic ones that they stand for."""

_DEPTHS = {"ADM1": 1, "ADM2": 2}

_Admin = dict[tuple[str, ...], tuple[str, ...]]


def is_name(name: str) -> bool:
    """Whether an alternate is a name in Latin or Arabic letters.

    GeoNames' small Latin letters spell other scripts («hlb»), capitals airports.
    """
    if _AIRPORT.fullmatch(name):
        return False
    return bool(_ARABIC_SCRIPT.fullmatch(name) or _LATIN.fullmatch(name))


def arabic_names(names: Iterable[str]) -> list[str]:
    """Give the names that Arabic's own letters can spell."""
    return [name for name in names if _ARABIC.fullmatch(name)]


def likely_arabic(latin: Sequence[str], arabic: Sequence[str]) -> str | None:
    """Choose the Arabic name among those in its letters (Persian, Kurdish stand there).

    The Arabic one has the article where a Latin name has it and the emphatic letters
    that the first Latin name marks («Ţarţūs» is طرطوس), ta marbuta rather than
    ha, its hamza, and few words. Vowel marks are left out.
    """
    article = any(_LATIN_ARTICLE.match(name) for name in latin)
    marked = Counter(letter for letter in latin[0].lower() if letter in _EMPHATIC)

    def rank(form: str) -> tuple[object, ...]:
        return (
            form.startswith("ال") != article,
            sum(abs(n - form.count(_EMPHATIC[k])) for k, n in marked.items()),
            len(form.split()),
            form[-1] in "هى",
            not _HAMZA.search(form),
            -len(form),
            form,
        )

    return min((_MARKS.sub("", form) for form in arabic), key=rank, default=None)


def is_dump(line: str) -> bool:
    """Whether a table's first line is a row of a dump."""
    cells = line.rstrip("\n").split("\t")
    return len(cells) == COLUMNS and cells[0].isdigit()


def read_dump(lines: Iterable[str]) -> Iterator[Draft | RowFault]:
    """Read a dump's rows; features that no report would name are passed over."""
    kept: list[tuple[int, list[str], str]] = []
    admins: _Admin = {}
    for number, line in enumerate(lines, start=1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != COLUMNS:
            if line.strip():
                yield _uneven(number, len(cells))
            continue
        kind = feature_kind(cells[_CLASS], cells[_CODE])
        if kind is not None:
            kept.append((number, cells, kind))
            _note_admin(cells, admins)
    for number, cells, kind in kept:
        try:
            yield _draft(cells, admins, number=number, kind=kind)
        except BadRowError as fault:
            yield fault.at(number)


def feature_kind(feature_class: str, code: str) -> str | None:
    """Give the kind of a feature; ``settled`` where its inhabitants decide, or None."""
    codes = _feature_codes()
    return codes.get((feature_class, code)) or codes.get((feature_class, ""))


@cache
def _feature_codes() -> dict[tuple[str, str], str]:
    rows = read_rows("gazetteer", "feature_codes.csv")
    return {(row["class"], row["code"]): row["kind"] for row in rows}


def _note_admin(cells: Sequence[str], admins: _Admin) -> None:
    """Keep the names of a governorate or district for the places inside it."""
    depth = _DEPTHS.get(cells[_CODE])
    if depth:
        others = cells[3].split(",")
        arabic = likely_arabic([cells[1], *others], arabic_names(others))
        names = tuple(name for name in (arabic, cells[1]) if name)
        admins[(cells[_COUNTRY], *cells[_ADMIN1 : _ADMIN1 + depth])] = names


def _draft(cells: Sequence[str], admins: _Admin, *, number: int, kind: str) -> Draft:
    others = [name.strip() for name in cells[3].split(",") if name.strip()]
    arabic = likely_arabic([cells[1], *others], arabic_names(others))
    lat, lon = point_of(cells[4], cells[5])
    named(arabic, cells[1])
    people = int(cells[_PEOPLE]) if cells[_PEOPLE].isdigit() else 0
    country = cells[_COUNTRY]
    own = _DEPTHS.get(cells[_CODE], 3)
    above = [
        admins.get((country, *cells[_ADMIN1 : _ADMIN1 + depth]), ())
        for depth in (2, 1)
        if depth < own
    ]
    return Draft(
        line=number,
        id=f"geonames:{cells[0]}",
        name_ar=arabic,
        name_en=cells[1],
        alternates=tuple(name for name in others if is_name(name)),
        lat=lat,
        lon=lon,
        kind=settled_kind(people) if kind == "settled" else kind,
        population=people,
        country=country,
        parents=tuple(dict.fromkeys(name for names in above for name in names)),
    )


def _uneven(number: int, found: int) -> RowFault:
    return RowFault(
        line=number,
        ar=f"في السطر {found} خانة لا {COLUMNS}",
        en=f"the row has {found} cells, not {COLUMNS}",
    )
