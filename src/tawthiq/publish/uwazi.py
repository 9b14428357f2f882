"""uwazi: a ZIP for each template, and the templates (domain handbook, 9.9).

Headings are the properties' labels, several values are parted by ``|``, a point is
``lat|lon`` in a column that ends in ``_geolocation``, a span of days ``from:to``.
Importing again updates by the title, which is the code.
"""

from collections.abc import Iterator

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident
from tawthiq.model.profile import Disclosure
from tawthiq.model.publication import ExportFile, Publication
from tawthiq.publish.archives import zipped
from tawthiq.publish.counterparts import Counterparts
from tawthiq.publish.counting import all_of
from tawthiq.publish.places import best_place, name_ar, name_en
from tawthiq.publish.tables import Cell, Sheet, csv_bytes, joined, json_bytes, sheet

SEVERAL = "|"
INCIDENT = {
    "title__ar": "title",
    "title__en": "title",
    "Code": "text",
    "Date": "daterange",
    "Place": "text",
    "Point_geolocation": "geolocation",
    "Precision": "select",
    "Event type": "multiselect",
    "Actors": "multiselect",
    "Grading": "select",
    "Killed low": "numeric",
    "Killed high": "numeric",
    "Injured low": "numeric",
    "Injured high": "numeric",
    "Sources": "multiselect",
}
REPORT = {
    "title": "title",
    "Outlet": "text",
    "Published": "date",
    "Link": "link",
    "Language": "select",
}
VICTIM = {
    "title": "title",
    "Names": "text",
    "Sex": "select",
    "Age": "numeric",
    "Age group": "select",
    "Outcome": "select",
    "Incident": "text",
}
ACTOR = {"title__ar": "title", "title__en": "title", "Code": "text"}
"""Labels of each template's properties and their types."""


def write_uwazi(publication: Publication, codebook: Codebook) -> tuple[ExportFile, ...]:
    """Give incidents, reports, actors and (where names are shown) victims, each a ZIP."""
    names = Counterparts(codebook)
    tables = {
        "Incident": sheet("incidents", _incidents(publication, names), tuple(INCIDENT)),
        "Report": sheet("reports", _reports(publication), tuple(REPORT)),
        "Actor": sheet("actors", _actors(publication, names), tuple(ACTOR)),
    }
    if publication.profile.names is Disclosure.SHOWN:
        tables["Victim"] = sheet("victims", _victims(publication), tuple(VICTIM))
    files = [_packed(table) for table in tables.values()]
    told = {
        "templates": [
            {"name": name, "properties": _properties(name)} for name in tables
        ],
        "licence": publication.about.licence,
        "profile": publication.about.profile,
    }
    return (*files, ExportFile(name="templates.json", data=json_bytes(told)))


def _packed(table: Sheet) -> ExportFile:
    import_csv = ExportFile(name="import.csv", data=csv_bytes(table))
    return ExportFile(name=f"{table.name}.zip", data=zipped((import_csv,)))


def _properties(template: str) -> list[dict[str, str]]:
    told = {"Incident": INCIDENT, "Report": REPORT, "Victim": VICTIM, "Actor": ACTOR}
    return [
        {"label": label.removesuffix("_geolocation"), "type": kind}
        for label, kind in told[template].items()
        if kind != "title"
    ]


def _incidents(
    publication: Publication, names: Counterparts
) -> Iterator[dict[str, Cell]]:
    for incident in publication.incidents:
        place = best_place(incident)
        killed, injured = all_of(incident, "killed"), all_of(incident, "injured")
        code = incident.code or incident.id
        placed = place is not None and place.lat is not None and place.lon is not None
        point = f"{place.lat}|{place.lon}" if placed and place is not None else None
        types = [names.label("event_types", t) for t in incident.event_types]
        yield {
            "title__ar": joined((code, name_ar(place) or ""), " "),
            "title__en": joined((code, name_en(place) or ""), " "),
            "Code": code,
            "Date": _days(incident),
            "Place": name_ar(place) or name_en(place),
            "Point_geolocation": point,
            "Precision": place.precision if place is not None else None,
            "Event type": joined(types, SEVERAL),
            "Actors": joined(
                (names.label("actors", a) for a in incident.belligerents), SEVERAL
            ),
            "Grading": names.label("grades", str(incident.grade.code)),
            "Killed low": killed[0],
            "Killed high": killed[1],
            "Injured low": injured[0],
            "Injured high": injured[1],
            "Sources": joined(incident.reports, SEVERAL),
        }


def _days(incident: Incident) -> str | None:
    when = incident.date
    if when is None or when.start is None:
        return None
    return f"{when.start.isoformat()}:{(when.end or when.start).isoformat()}"


def _reports(publication: Publication) -> Iterator[dict[str, Cell]]:
    for report in publication.reports:
        published = report.published
        yield {
            "title": report.title or report.id,
            "Outlet": report.outlet,
            "Published": published.isoformat() if published is not None else None,
            "Link": report.url,
            "Language": report.language,
        }


def _actors(publication: Publication, names: Counterparts) -> Iterator[dict[str, Cell]]:
    told = {actor for i in publication.incidents for actor in i.belligerents}
    for actor in sorted(told):
        yield {
            "title__ar": names.label("actors", actor, "ar"),
            "title__en": names.label("actors", actor),
            "Code": actor,
        }


def _victims(publication: Publication) -> Iterator[dict[str, Cell]]:
    for incident in publication.incidents:
        for victim in incident.victims:
            yield {
                "title": victim.name,
                "Names": joined(victim.names, "; "),
                "Sex": victim.sex,
                "Age": victim.age,
                "Age group": victim.age_group,
                "Outcome": victim.outcome,
                "Incident": incident.code or incident.id,
            }
