"""acled: a table shaped as ACLED's of 2023, 31 columns (domain handbook, 9.2).

`fatalities` is the least documented number of killed in all groups, and empty, not 0,
where none is known; the range and the grade stand behind the 31 columns. The two sides'
`inter` and `interaction` are defaults of the codebook. Incidents known to the year
alone are left out, as ACLED has no precision for them.
"""

from collections.abc import Iterator

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident
from tawthiq.model.publication import ExportFile, Publication
from tawthiq.model.vocabulary import DatePrecision, PlaceRole
from tawthiq.publish.counterparts import Counterparts
from tawthiq.publish.counting import all_of, range_of
from tawthiq.publish.places import best_place, country_of, name_ar, name_en, unit
from tawthiq.publish.tables import Cell, csv_files, joined, sheet

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type"),
    *("event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2"),
    *("assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region"),
    *("country", "admin1", "admin2", "admin3", "location", "latitude", "longitude"),
    *("geo_precision", "source", "source_scale", "notes", "fatalities", "tags"),
    "timestamp",
)
APPENDED = ("fatalities_min", "fatalities_max", "grading")
BATTLES = "Battles"
REMOTE = "Explosions/Remote violence"
AGAINST_CIVILIANS = "Violence against civilians"
STRATEGIC = "Strategic developments"
EVENT_TYPES = {
    "Armed clash": BATTLES,
    "Air/drone strike": REMOTE,
    "Shelling/artillery/missile attack": REMOTE,
    "Remote explosive/landmine/IED": REMOTE,
    "Suicide bomb": REMOTE,
    "Grenade": REMOTE,
    "Chemical weapon": REMOTE,
    "Attack": AGAINST_CIVILIANS,
    "Abduction/forced disappearance": AGAINST_CIVILIANS,
    "Sexual violence": AGAINST_CIVILIANS,
    "Excessive force against protesters": "Protests",
    "Arrests": STRATEGIC,
    "Looting/property destruction": STRATEGIC,
    "Other": STRATEGIC,
}
"""The event type of each sub-event (6.1)."""
DISORDER = {
    "Protests": "Demonstrations",
    STRATEGIC: "Strategic developments",
}
POLITICAL = "Political violence"
CIVILIANS, CIVILIANS_INTER = "Civilians", 7
UNKNOWN = "unknown"


def write_acled(publication: Publication, codebook: Codebook) -> tuple[ExportFile, ...]:
    """Give ``acled.csv`` with its metadata."""
    rows = _rows(publication, Counterparts(codebook))
    table = sheet("acled", rows, (*COLUMNS, *APPENDED))
    return csv_files((table,), publication.about)


def _rows(publication: Publication, names: Counterparts) -> Iterator[dict[str, Cell]]:
    outlets = {r.id: r.outlet or r.id for r in publication.reports}
    for incident in publication.incidents:
        when = incident.date
        if when is None or when.start is None or when.precision is DatePrecision.YEAR:
            continue
        told = [outlets.get(report, report) for report in incident.reports]
        low, high = all_of(incident, "killed")
        yield (
            _event(incident, names)
            | _sides(incident, names)
            | _where(incident, names)
            | {
                "event_id_cnty": incident.code or incident.id,
                "event_date": when.start.isoformat(),
                "year": when.start.year,
                "time_precision": int(
                    names.more("date_precisions", str(when.precision), "acled")
                ),
                "source": joined(dict.fromkeys(told), "; ") or UNKNOWN,
                "source_scale": UNKNOWN,
                "fatalities": low,
                "fatalities_min": low,
                "fatalities_max": high,
                "grading": str(incident.grade.code),
            }
        )


def _event(incident: Incident, names: Counterparts) -> dict[str, Cell]:
    """Name the event by the first type of the incident that ACLED knows."""
    for code in incident.event_types:
        for sub in names.of_type(incident, code, "acled"):
            # «قصف» whose means nobody tells has a type of its own, and no sub-event.
            kind = EVENT_TYPES.get(sub, sub)
            return {
                "event_type": kind,
                "sub_event_type": sub if sub in EVENT_TYPES else None,
                "disorder_type": DISORDER.get(kind, POLITICAL),
            }
    return {"event_type": UNKNOWN, "disorder_type": UNKNOWN}


def _sides(incident: Incident, names: Counterparts) -> dict[str, Cell]:
    """Name the first actor against the second, or against the civilians it harmed."""
    actors = [
        (names.label("actors", a), _inter(names, a)) for a in incident.belligerents
    ]
    first = actors[0] if actors else (UNKNOWN, 3)
    hit = _civilians_hit(incident)
    clash = "clash" in incident.event_types and len(actors) > 1
    second: tuple[str | None, int | None] = (None, None)
    if clash:
        second = actors[1]
    elif hit:
        second = (CIVILIANS, CIVILIANS_INTER)
    rest = actors[2:] if clash else actors[1:]
    inters = sorted(n for n in (first[1], second[1]) if n is not None)
    return {
        "actor1": first[0],
        "assoc_actor_1": joined((name for name, _ in rest), "; "),
        "inter1": first[1],
        "actor2": second[0],
        "inter2": second[1],
        "interaction": "".join(map(str, inters)) or None,
    }


def _inter(names: Counterparts, actor: str) -> int | None:
    told = names.more("actors", actor, "inter")
    return int(told) if told.isdigit() else None


def _civilians_hit(incident: Incident) -> bool:
    groups = ("civilians", "children", "women", "journalists", "medics", "rescuers")
    told = [range_of(incident, o, g) for o in ("killed", "injured") for g in groups]
    return any(low or high for low, high in told)


def _where(incident: Incident, names: Counterparts) -> dict[str, Cell]:
    place = best_place(incident)
    if place is None:
        return {"location": UNKNOWN, "country": UNKNOWN}
    country = country_of(place)
    column = "place_roles" if place.role is not PlaceRole.AT else "place_precisions"
    code = str(place.role) if place.role is not PlaceRole.AT else place.precision or ""
    precision = names.more(column, code, "acled")
    return {
        "iso": country.numeric if country is not None else None,
        "region": country.region if country is not None else UNKNOWN,
        "country": country.name_en if country is not None else place.country or UNKNOWN,
        "admin1": unit(place, 1) or unit(place, 1, arabic=True),
        "admin2": unit(place, 2) or unit(place, 2, arabic=True),
        "admin3": unit(place, 3) or unit(place, 3, arabic=True),
        "location": name_en(place) or name_ar(place) or UNKNOWN,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": int(precision) if precision.isdigit() else None,
    }
