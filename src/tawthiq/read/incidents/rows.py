"""One row of a published table, as an incident."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import (
    Grade,
    Grading,
    Incident,
    IncidentDate,
    IncidentPlace,
    Reason,
    Review,
    Tally,
    Victim,
)
from tawthiq.model.vocabulary import DatePrecision, PlaceRole, PlaceState
from tawthiq.read.incidents.cells import (
    BadCellError,
    days_of,
    decimal,
    text_of,
    texts_of,
    whole,
)
from tawthiq.read.incidents.columns import Columns
from tawthiq.read.incidents.values import Values

RULE = "imported"
AS_GIVEN = Reason(
    rule=RULE,
    ar="كما في الجدول المستورد",
    en="as the imported table has it",
)
PARTS = {"children", "women", "men", "elderly"}
WHOLES = ("civilians", "people")
KEPT = ("cause", "event_types", "named_killed", "sources", "published", "captured")
"""Fields with no place in an incident, or whose code is our judgement: kept as facts."""
CAUSES = "causes"
"""The fact that holds the SDG codes of a table's causes."""
FACT_NAMES = {"event_types": "strike_type"}

Row = Mapping[str, object]
UNNAMED = "imported-"
"""How the id of an incident begins to which its table gave none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """Makes incidents of a table's rows: its columns, the words, the codebook."""

    columns: Columns
    values: Values
    codebook: Codebook

    def incident(self, row: Row) -> Incident:
        """Make the incident of one row.

        Raises:
            BadCellError: a cell does not hold what its column promises.
        """
        cells = self._cells(row)
        code = text_of(cells.get("code")) or ""
        causes = self._codes("sdg_causes", cells.get("cause"))
        types = self._codes("event_types", cells.get("event_types"))
        grading = self._grading(cells.get("grading"))
        known_types = self.codebook.tables["event_types"].entries
        unknown = {
            "grading_unknown": "" if grading else text_of(cells.get("grading")) or "",
            "cause_unknown": ", ".join(
                c for c in causes if c not in self.codebook.tables["sdg_causes"].entries
            ),
            "event_type_unknown": ", ".join(t for t in types if t not in known_types),
        }
        voices = whole("independent_sources", cells.get("independent_sources"))
        return Incident(
            id=text_of(cells.get("id")) or _hashed(row),
            code=code,
            aliases=texts_of(cells.get("aliases")),
            date=_date(cells),
            grade=Grade(
                code=grading or Grading.PROVISIONAL, reasons=(AS_GIVEN,), version=""
            ),
            places=tuple(self._places(cells)),
            event_types=tuple(t for t in types if t in known_types),
            strike_status=_slug(text_of(cells.get("strike_status"))),
            belligerents=self._codes("actors", cells.get("belligerents")),
            weapons=self._codes("weapons", cells.get("weapons")),
            struck=self._codes("struck", cells.get("struck")),
            casualties=self._tallies(row),
            victims=tuple(_victims(cells.get("victims"))),
            reports=_reports(cells.get("reports")),
            independent_sources=voices or 0,
            review=_review(text_of(cells.get("review"))),
            facts=tuple(self._facts(row, cells, unknown)),
        )

    def _cells(self, row: Row) -> dict[str, object]:
        """Give the cell of each field; those that columns continue, as a list."""
        cells = {f: row.get(c) for f, c in self.columns.fields.items()}
        for field, columns in self.columns.further.items():
            told = (cells[field], *(row.get(column) for column in columns))
            cells[field] = [text for one in told if (text := text_of(one))]
        return cells

    def _codes(self, table: str, cell: object) -> tuple[str, ...]:
        if isinstance(cell, list):
            told = [c for one in cell for c in self.values.split(table, str(one))]
            return tuple(dict.fromkeys(told))
        return self.values.split(table, text_of(cell) or "")

    def _grading(self, cell: object) -> Grading | None:
        code = self.values.code("grades", text_of(cell) or "")
        return Grading(code) if code is not None else None

    def _places(self, cells: Row) -> Iterator[IncidentPlace]:
        """Give the row's one place; none where it names none and has no point."""
        ar, en = text_of(cells.get("name_ar")), text_of(cells.get("name_en"))
        unit = text_of(cells.get("governorate")) or text_of(cells.get("governorate_ar"))
        lat = decimal("lat", cells.get("lat"))
        lon = decimal("lon", cells.get("lon"))
        told = text_of(cells.get("precision"))
        if (ar, en, unit, lat, lon, told) == (None,) * 6:
            return
        precision = self.values.code("place_precisions", told) or told if told else None
        yield IncidentPlace(
            role=PlaceRole.AT,
            name=ar or en or unit or "",
            name_en=en,
            lat=lat,
            lon=lon,
            place_id=text_of(cells.get("place_id")),
            pcode=text_of(cells.get("pcode")),
            precision=precision,
            radius_m=self._radius(cells, precision),
            state=PlaceState.UNRESOLVED if lat is None else PlaceState.RESOLVED,
            country=text_of(cells.get("country")),
            admin=(unit,) if unit else (),
        )

    def _radius(self, cells: Row, precision: str | None) -> int | None:
        told = whole("radius_m", cells.get("radius_m"))
        ladder = self.codebook.tables["place_precisions"].entries
        if told is not None or precision not in ladder or precision is None:
            return told
        return int(ladder[precision].more["radius_m"])

    def _tallies(self, row: Row) -> tuple[Tally, ...]:
        """Give a tally for each group and outcome that the row counts."""
        bounds: dict[tuple[str, str], dict[str, int | None]] = {}
        for column, count in self.columns.counts.items():
            cell = row.get(column)
            if cell is None or cell == "":
                continue
            low_high = bounds.setdefault((count.outcome, count.group), {})
            if count.bound != "both":
                low_high[count.bound] = whole(column, cell)
            else:
                low_high["min"], low_high["max"] = _pair(column, cell)
        return tuple(
            Tally(
                outcome=outcome,
                group=group,
                low=told.get("min"),
                high=told.get("max"),
                rule=RULE,
                part_of=_whole_of(outcome, group, bounds),
            )
            for (outcome, group), told in bounds.items()
        )

    def _facts(
        self, row: Row, cells: Row, unknown: Mapping[str, str]
    ) -> Iterator[tuple[str, object]]:
        """Give what the row says beyond an incident's fields."""
        for field in KEPT:
            if cells.get(field) not in (None, "", []):
                yield FACT_NAMES.get(field, field), _fact(field, cells[field])
        causes = self._codes("sdg_causes", cells.get("cause"))
        if causes and not unknown["cause_unknown"]:
            yield CAUSES, list(causes)
        ages = _ages_in_words(cells.get("victims"))
        if ages:
            yield "victim_ages", ages
        yield from ((name, word) for name, word in unknown.items() if word)
        known = self.columns.known()
        for column, cell in row.items():
            if column not in known and cell not in (None, ""):
                yield column, cell


def _whole_of(outcome: str, group: str, told: Iterable[tuple[str, str]]) -> str | None:
    """Give the group that a row's women, men and children are counted in."""
    known = set(told)
    wholes = (whole for whole in WHOLES if (outcome, whole) in known)
    return next(wholes, None) if group in PARTS else None


def _fact(field: str, cell: object) -> object:
    """Give a fact as JSON can hold it: counts as numbers, days as ISO text."""
    match field:
        case "sources" if _are_names(cell):
            return cell if isinstance(cell, list) else text_of(cell)
        case "named_killed" | "sources":
            return whole(field, cell)
        case "published" | "captured":
            told = days_of(field, cell)
            return told[0].isoformat() if told else None
        case _:
            return cell if isinstance(cell, list) else text_of(cell)


def _are_names(cell: object) -> bool:
    told = cell if isinstance(cell, list) else [cell]
    return any(letter.isalpha() for one in told for letter in text_of(one) or "")


def _reports(cell: object) -> tuple[str, ...]:
    """Give the ids of the reports; where a table only counts them there are none."""
    told = texts_of(cell)
    return () if len(told) == 1 and told[0].isdecimal() else told


def _hashed(row: Row) -> str:
    text = json.dumps(dict(row), ensure_ascii=False, sort_keys=True, default=str)
    return f"{UNNAMED}{sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"


def _date(cells: Row) -> IncidentDate | None:
    first = days_of("date", cells.get("date"))
    last = days_of("date_end", cells.get("date_end"))
    if first is None and last is None:
        return None
    start = first[0] if first else None
    end = (last or first or (None, None))[1]
    told = text_of(cells.get("date_precision"))
    if told is not None:
        try:
            return IncidentDate(start=start, end=end, precision=DatePrecision(told))
        except ValueError:
            field = "date_precision"
            raise BadCellError(field, told) from None
    return IncidentDate(start=start, end=end, precision=_precision(start, end))


def _precision(start: date | None, end: date | None) -> DatePrecision:
    """Tell how exact a span of days is; a table says two days and no more."""
    if start is None or end is None:
        return DatePrecision.DAY
    days = abs((end - start).days) + 1
    steps = (
        (1, DatePrecision.DAY),
        (6, DatePrecision.DAYS),
        (7, DatePrecision.WEEK),
        (31, DatePrecision.MONTH),
    )
    return next((step for most, step in steps if days <= most), DatePrecision.YEAR)


def _pair(column: str, cell: object) -> tuple[int | None, int | None]:
    """Read a pair of least and most, or one number that is both."""
    if isinstance(cell, list):
        if len(cell) != len(("min", "max")):
            raise BadCellError(column, cell)
        return whole(column, cell[0]), whole(column, cell[1])
    number = whole(column, cell)
    return number, number


def _victims(cell: object) -> Iterator[Victim]:
    for told in cell if isinstance(cell, list) else ():
        if not isinstance(told, dict):
            continue
        names = [text_of(told.get(key)) for key in ("name_ar", "name")]
        known = tuple(dict.fromkeys(name for name in names if name))
        if known:
            yield Victim(
                name=known[0],
                names=known,
                outcome=text_of(told.get("outcome")) or "killed",
                age=_age(told.get("age")),
                age_group=text_of(told.get("age_group")),
                sex=text_of(told.get("sex")),
            )


def _ages_in_words(cell: object) -> list[str]:
    told = (
        [one.get("age") for one in cell if isinstance(one, dict)]
        if isinstance(cell, list)
        else []
    )
    return [str(age) for age in told if age not in (None, "") and _age(age) is None]


def _age(cell: object) -> float | None:
    """Read an age in years; None for one told in words (``8 months``, ``10-12``)."""
    try:
        return decimal("age", cell)
    except BadCellError:
        return None


def _slug(text: str | None) -> str | None:
    return "_".join(text.casefold().split()) if text else None


def _review(text: str | None) -> Review:
    known = {str(one): one for one in Review}
    return known.get(text or "", Review.UNREVIEWED)
