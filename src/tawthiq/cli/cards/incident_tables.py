"""Incidents as a table for a terminal, or as a plain sheet."""

import csv
import sys
from collections.abc import Iterable

from tawthiq.cli.cards.claim_lines import COMMA
from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident, Tally
from tawthiq.model.statistics import whole_tally

HEADS = {
    "ar": ("الرمز", "اليوم", "المكان", "النوع", "قتلى", "جرحى", "الدرجة", "أصوات"),
    "en": ("Code", "Day", "Place", "Type", "Killed", "Injured", "Grade", "Voices"),
}
SHEET = (
    "code",
    "id",
    "date_from",
    "date_to",
    "place",
    "place_en",
    "lat",
    "lon",
    "event_types",
    "belligerents",
    "killed_low",
    "killed_high",
    "injured_low",
    "injured_high",
    "grading",
    "independent_sources",
    "reports",
)


def print_table(
    incidents: Iterable[Incident], codebook: Codebook, language: str
) -> None:
    """Print incidents as a table, labels in ``ar`` or ``en``."""
    from rich.console import Console  # noqa: PLC0415 - takes a tenth of a second
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, pad_edge=False)
    for column, head in enumerate(HEADS[language]):
        table.add_column(head, overflow="fold", no_wrap=column == 0)

    def label(sheet: str, code: str) -> str:
        return codebook.word(sheet, code, language)

    comma = COMMA[language]
    for one in incidents:
        table.add_row(
            one.code,
            one.date.start.isoformat() if one.date and one.date.start else "",
            one.places[0].named(language) if one.places else "",
            comma.join(label("event_types", code) for code in one.event_types[:2]),
            _range(one, "killed"),
            _range(one, "injured"),
            label("grades", one.grade.code),
            str(one.independent_sources),
        )
    Console(width=None if sys.stdout.isatty() else 120).print(table)


def print_sheet(incidents: Iterable[Incident]) -> None:
    """Print incidents as CSV; an empty cell says that nothing is said."""
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(SHEET)
    for one in incidents:
        out.writerow(["" if cell is None else cell for cell in _row(one)])


def _row(one: Incident) -> list[object]:
    place = one.places[0] if one.places else None
    killed, injured = whole_tally(one, "killed"), whole_tally(one, "injured")
    return [
        one.code,
        one.id,
        one.date.start if one.date else None,
        one.date.end if one.date else None,
        place.name if place else None,
        place.name_en if place else None,
        place.lat if place else None,
        place.lon if place else None,
        ";".join(one.event_types),
        ";".join(one.belligerents),
        killed.low if killed else None,
        killed.high if killed else None,
        injured.low if injured else None,
        injured.high if injured else None,
        one.grade.code,
        one.independent_sources,
        ";".join(one.reports),
    ]


def _range(incident: Incident, outcome: str) -> str:
    tally = whole_tally(incident, outcome)
    return range_of(tally) if tally else ""


def range_of(tally: Tally) -> str:
    """Write a range: a number, two, ``12+``, or ``?`` for people without a number."""
    if tally.low is None and tally.high is None:
        return "?"
    if tally.low == tally.high:
        return str(tally.low)
    if tally.high is None:
        return f"{tally.low}+"
    return f"{tally.low or 0}\N{EN DASH}{tally.high}"
