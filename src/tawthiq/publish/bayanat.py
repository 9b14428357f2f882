"""bayanat: sheets for Bayanat's import (domain handbook, 9.10).

Report → Bulletin, victim → Actor (only where the profile shows names), incident →
Incident as JSON, with tallies as text: Bayanat's incidents have no counts. Its 4.0.2
importer builds Actors alone from a sheet; try a live instance before a large import.
"""

from collections.abc import Iterator

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident, Victim
from tawthiq.model.profile import Disclosure
from tawthiq.model.publication import CitedReport, ExportFile, Publication
from tawthiq.publish.counterparts import Counterparts
from tawthiq.publish.places import best_place, name_ar, name_en
from tawthiq.publish.tables import Cell, beside, csv_files, joined, json_bytes, sheet

BULLETINS = (
    *("id", "title", "title_ar", "origin_id", "source_link", "description"),
    *("publish_date", "documentation_date", "labels", "verified_labels", "sources"),
    *("locations", "geo_locations", "media", "events", "related_bulletins"),
    *("related_actors", "related_incidents"),
)
ACTORS = (
    *("id", "name", "name_ar", "nickname", "nickname_ar", "middle_name"),
    *("middle_name_ar", "last_name", "last_name_ar", "mother_name", "mother_name_ar"),
    *("sex", "age", "civilian", "type", "media", "events", "related_bulletins"),
    *("related_actors", "related_incidents"),
)
LABELS = {
    "air_strike": "Airstrike",
    "drone_strike": "Airstrike",
    "shelling": "Shelling",
    "naval_bombardment": "Shelling",
    "explosive_device": "Explosion",
    "mine_or_uxo": "Explosion",
    "suicide_attack": "Suicide Attack",
    "shooting": "Shooting",
    "clash": "Clashing",
    "execution": "Killing (Execution)",
    "abduction_detention": "Detention/Abduction",
    "sexual_violence": "Sexual Violence",
}
"""Bayanat's labels of event types that it has a name for (6.10); ours else."""
AGES = {"child": "Minor", "children": "Minor", "adult": "Adult"}


def write_bayanat(
    publication: Publication, codebook: Codebook
) -> tuple[ExportFile, ...]:
    """Give bulletins and actors as CSV, incidents as JSON."""
    names = Counterparts(codebook)
    tables = [sheet("bulletins", _bulletins(publication), BULLETINS)]
    if publication.profile.names is Disclosure.SHOWN:
        tables.append(sheet("actors", _actors(publication), ACTORS))
    told = {"incidents": [_incident(i, names) for i in publication.incidents]}
    about = beside("incidents.json", ("incidents",), publication.about)
    return (
        *csv_files(tables, publication.about),
        ExportFile(name="incidents.json", data=json_bytes(told)),
        about,
    )


def _labels(incident: Incident) -> list[str]:
    return [LABELS.get(code, code) for code in incident.event_types]


def _bulletins(publication: Publication) -> Iterator[dict[str, Cell]]:
    of_report: dict[str, list[Incident]] = {}
    for incident in publication.incidents:
        for name in incident.reports:
            of_report.setdefault(name, []).append(incident)
    for number, report in enumerate(publication.reports, start=1):
        yield _bulletin(number, report, of_report.get(report.id, []))


def _bulletin(
    number: int, report: CitedReport, incidents: list[Incident]
) -> dict[str, Cell]:
    title = report.title or report.id
    arabic = report.language == "ar"
    published, captured = report.published, report.captured
    places = [name for i in incidents if (name := _where(i))]
    labels = [label for i in incidents for label in _labels(i)]
    return {
        "id": number,
        "title": None if arabic else title,
        "title_ar": title if arabic else None,
        "origin_id": report.id,
        "source_link": report.url,
        "publish_date": published.isoformat() if published is not None else None,
        "documentation_date": captured.isoformat() if captured is not None else None,
        "labels": joined(dict.fromkeys(labels)),
        "sources": report.outlet,
        "locations": joined(dict.fromkeys(places)),
        "related_incidents": joined(i.code or i.id for i in incidents),
    }


def _where(incident: Incident) -> str | None:
    place = best_place(incident)
    return name_ar(place) or name_en(place)


def _actors(publication: Publication) -> Iterator[dict[str, Cell]]:
    number = 0
    for incident in publication.incidents:
        for victim in incident.victims:
            if victim.name:
                number += 1
                yield _actor(number, victim, incident)


def _actor(number: int, victim: Victim, incident: Incident) -> dict[str, Cell]:
    names = [name for name in (victim.name, *victim.names) if name]
    adult = victim.age is not None and victim.age >= 18  # noqa: PLR2004 - of age
    known = AGES.get(victim.age_group or "")
    age = known if victim.age is None else ("Adult" if adult else "Minor")
    return {
        "id": number,
        "name": next((n for n in names if n.isascii()), None),
        "name_ar": next((n for n in names if not n.isascii()), None),
        "sex": victim.sex.capitalize() if victim.sex is not None else None,
        "age": age,
        "type": "Person",
        "related_incidents": incident.code or incident.id,
    }


def _incident(incident: Incident, names: Counterparts) -> dict[str, object]:
    place = best_place(incident)
    when = incident.date
    tallies = [
        f"{names.label('outcomes', t.outcome)}, {names.label('groups', t.group)}:"
        f" minimum {_said(t.low)}, maximum {_said(t.high)}"
        for t in incident.casualties
    ]
    start = when.start.isoformat() if when is not None and when.start else None
    end = when.end.isoformat() if when is not None and when.end else None
    title = ", ".join(
        part for part in (*_labels(incident), name_en(place), start) if part
    )
    return {
        "originid": incident.code or incident.id,
        "title": title,
        "title_ar": name_ar(place),
        "description": "\n".join(tallies),
        "labels": _labels(incident),
        "locations": [name for name in (name_ar(place), name_en(place)) if name],
        "events": [{"type": "Incident", "from_date": start, "to_date": end}],
        "status": names.label("grades", str(incident.grade.code)),
    }


def _said(count: int | None) -> str:
    return "unknown" if count is None else str(count)
