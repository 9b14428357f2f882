"""capture-matrix: dead persons by the lists that name them (domain handbook, 9.6).

For multiple-systems estimation as HRDAG does it: only people with a name and a day or
place, and only lists that do not copy one another. A name is needed to tell persons
apart; it leaves in ``records.csv`` alone, and only where the profile shows names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident, Victim
from tawthiq.model.profile import Disclosure
from tawthiq.model.publication import ExportFile, Publication
from tawthiq.publish.counterparts import UNKNOWN_CAUSE, Counterparts
from tawthiq.publish.places import best_place, unit_code
from tawthiq.publish.tables import Cell, csv_bytes, csv_files, joined, sheet

MATRIX = (
    *("match_group_id", "date_death", "date_precision", "adm1_pcode", "adm2_pcode"),
    *("sex", "age_group", "status", "cause", "perpetrator"),
)
RECORDS = (
    *("record_id", "match_group_id", "list", "name_ar", "name_en", "father"),
    *("grandfather", "family", "age", "sex", "date", "place", "incident_code"),
    *("link_score", "decided_by"),
)
COPIES = ("report", "copies", "copy_of")
ADULT_FROM = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A dead person whom some list names, and the lists, copies taken as one."""

    number: int
    incident: Incident
    victim: Victim
    lists: frozenset[str]


def write_capture_matrix(
    publication: Publication, codebook: Codebook
) -> tuple[ExportFile, ...]:
    """Give the matrix, the graph of copies, and the records if names are let out."""
    named = tuple(_persons(publication))
    lists = sorted({name for person in named for name in person.lists})
    names = Counterparts(codebook)
    columns = (*MATRIX, *(f"list_{name}" for name in lists), "n_lists")
    matrix = sheet("matrix", (_row(p, lists, names) for p in named), columns)
    tables = [matrix, sheet("copies", _copies(publication), COPIES)]
    if publication.profile.names is Disclosure.SHOWN:
        tables.append(sheet("records", _records(named), RECORDS))
    digest = sha256(csv_bytes(matrix)).hexdigest()
    told = f"{digest}  matrix.csv\n".encode()
    return (
        *csv_files(tables, publication.about),
        ExportFile(name="matrix.csv.sha256", data=told),
    )


def _persons(publication: Publication) -> Iterator[Person]:
    """Give the dead whom the register knows by name, with a day or a place.

    Where the profile withholds names, the person is known all the same.
    """
    number = 0
    for incident in publication.incidents:
        voice = {r: group[0] for group in incident.copies for r in group if group}
        where = best_place(incident)
        if incident.date is None and where is None:
            continue
        for victim in incident.victims:
            if victim.outcome != "killed" or not victim.reports:
                continue
            number += 1
            lists = frozenset(voice.get(report, report) for report in victim.reports)
            yield Person(number=number, incident=incident, victim=victim, lists=lists)


def _row(person: Person, lists: Sequence[str], names: Counterparts) -> dict[str, Cell]:
    incident, victim = person.incident, person.victim
    when = incident.date
    start = when.start if when is not None else None
    place = best_place(incident)
    causes = names.causes(incident)
    row: dict[str, Cell] = {
        "match_group_id": f"p{person.number:06}",
        "date_death": start.isoformat() if start is not None else None,
        "date_precision": str(when.precision) if when is not None else None,
        "sex": victim.sex or "unknown",
        "age_group": _age_group(victim),
        "status": "unknown",
        "cause": causes[0] if causes else UNKNOWN_CAUSE,
        "perpetrator": joined(incident.belligerents, "|") or "unknown",
        "n_lists": len(person.lists),
    }
    row |= {f"adm{n}_pcode": unit_code(place, n) for n in (1, 2)}
    row |= {f"list_{name}": int(name in person.lists) for name in lists}
    return row


def _age_group(victim: Victim) -> str:
    if victim.age is not None:
        return "child" if victim.age < ADULT_FROM else "adult"
    return victim.age_group or "unknown"


def _copies(publication: Publication) -> Iterator[dict[str, Cell]]:
    """Give the copy graph: sources that copy one another break the estimate."""
    told: dict[str, set[str]] = {}
    for incident in publication.incidents:
        for group in incident.copies:
            for report in group[1:]:
                told.setdefault(report, set()).add(group[0])
    for report in sorted(told):
        for first in sorted(told[report]):
            yield {"report": report, "copies": 1, "copy_of": first}


def _records(named: Sequence[Person]) -> Iterator[dict[str, Cell]]:
    for person in named:
        victim, incident = person.victim, person.incident
        names = [victim.name, *victim.names]
        start = incident.date.start if incident.date is not None else None
        place = best_place(incident)
        for number, source in enumerate(sorted(person.lists), start=1):
            yield {
                "record_id": f"p{person.number:06}-{number}",
                "match_group_id": f"p{person.number:06}",
                "list": source,
                "name_ar": next((n for n in names if n and not n.isascii()), None),
                "name_en": next((n for n in names if n and n.isascii()), None),
                "age": victim.age,
                "sex": victim.sex,
                "date": start.isoformat() if start is not None else None,
                "place": place.name if place is not None else None,
                "incident_code": incident.code,
            }
