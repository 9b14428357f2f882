"""sdg16: documented deaths for SDG indicator 16.1.2 (domain handbook, 9.5).

A count of documented deaths by year, place, sex, age, cause and status; the indicator's
rate and estimates of the unrecorded are others' work. Each person stands once: what a
report tells of women, men and children fills those rows, the rest of its whole stays
unknown, and margins are never crossed by proportion.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import astuple, dataclass

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident
from tawthiq.model.publication import ExportFile, Publication
from tawthiq.publish.counterparts import UNKNOWN_CAUSE, Counterparts
from tawthiq.publish.counting import all_of, range_of
from tawthiq.publish.places import best_place, country_code, unit_code
from tawthiq.publish.tables import csv_files, joined, sheet

COLUMNS = (
    *("period", "country_iso3", "adm1_pcode", "sex", "age", "cause", "status"),
    *("deaths_min", "deaths_max", "incidents", "grades_included", "codebook_version"),
)
UNKNOWN = "Unknown"
PARTS = {
    "women": ("Woman", "Adult"),
    "men": ("Man", "Adult"),
    "children": (UNKNOWN, "Child"),
}
"""Sex and age of disjoint groups; girls and boys are children alone."""
CIVILIAN = "Civilian"
FIGHTER = "Person directly participating in hostilities"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Cause:
    """One cell of the table: where, when, who, by what."""

    period: str
    country: str
    adm1: str
    sex: str
    age: str
    cause: str
    status: str


@dataclass(slots=True)
class Deaths:
    """The deaths of one cell; ``high`` is None once some incident is open above."""

    low: int = 0
    high: int | None = 0
    incidents: int = 0

    def add(self, low: int, high: int | None) -> None:
        """Add one incident's deaths."""
        self.low += low
        self.high = None if self.high is None or high is None else self.high + high
        self.incidents += 1


def write_sdg16(publication: Publication, codebook: Codebook) -> tuple[ExportFile, ...]:
    """Give ``sdg16.csv`` with its metadata."""
    names = Counterparts(codebook)
    cells: dict[Cause, Deaths] = defaultdict(Deaths)
    for incident in publication.incidents:
        for cause, low, high in _cells(incident, names):
            cells[cause].add(low, high)
    grades = joined(sorted({str(i.grade.code) for i in publication.incidents}))
    rows = (
        dict(
            zip(
                COLUMNS,
                (
                    *(part or None for part in astuple(cause)),
                    deaths.low,
                    deaths.high,
                    deaths.incidents,
                    grades,
                    codebook.version,
                ),
                strict=True,
            )
        )
        for cause, deaths in sorted(cells.items(), key=lambda pair: pair[0])
    )
    return csv_files((sheet("sdg16", rows, COLUMNS),), publication.about)


def _cells(
    incident: Incident, names: Counterparts
) -> Iterator[tuple[Cause, int, int | None]]:
    """Part an incident's deaths: the groups that are told, then whoever is left."""
    when = incident.date
    start = when.start if when is not None else None
    place = best_place(incident)
    causes = names.causes(incident)
    for sex, age, status, low, high in _people(incident):
        cause = Cause(
            period=str(start.year) if start is not None else "",
            country=country_code(place) or "",
            adm1=unit_code(place, 1) or "",
            sex=sex,
            age=age,
            cause=causes[0] if causes else UNKNOWN_CAUSE,
            status=status,
        )
        yield cause, low, high


def _people(incident: Incident) -> Iterator[tuple[str, str, str, int, int | None]]:
    """Give the deaths of each group once: women, men, children, fighters, the rest."""
    low, high = all_of(incident, "killed")
    if low is None and high is None:
        return
    civil, civil_high = range_of(incident, "killed", "civilians")
    fighters, fighters_high = range_of(incident, "killed", "combatants")
    people, _ = range_of(incident, "killed", "people")
    # Parts of a whole that is civilian are civilian; of any other nobody says so.
    status = CIVILIAN if civil is not None and people is None else UNKNOWN
    parts = 0
    for group, (sex, age) in PARTS.items():
        least, most = range_of(incident, "killed", group)
        if least:
            parts += least
            yield sex, age, status, least, most
    # Women, men and children may be among the civilians, and men among the fighters:
    # whoever stands in one row must not stand in another.
    left = max((civil or 0) - parts, 0)
    if left:
        top = None if civil_high is None else max(civil_high - parts, left)
        yield UNKNOWN, UNKNOWN, CIVILIAN, left, top
    fought = min(fighters or 0, max((low or 0) - parts - left, 0))
    if fought:
        yield UNKNOWN, UNKNOWN, FIGHTER, fought, fighters_high
    placed = parts + left + fought
    rest = max((low or 0) - placed, 0)
    if rest or not placed:
        top = None if high is None else max(high - placed, rest)
        yield UNKNOWN, UNKNOWN, UNKNOWN, rest, top
