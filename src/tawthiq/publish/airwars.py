"""airwars: the sheets of Airwars, by their column names (domain handbook, 9.1)."""

from collections.abc import Iterator

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Grading, Incident
from tawthiq.model.publication import ExportFile, Publication
from tawthiq.publish.counterparts import Counterparts
from tawthiq.publish.counting import range_of, sources_of
from tawthiq.publish.flat import named_of
from tawthiq.publish.places import best_place, country_of, name_ar, name_en, unit
from tawthiq.publish.tables import Cell, csv_files, joined, sheet

ROWS = (
    "civilian_non_combatants",
    "children",
    "women",
    "men",
    "human_rights_defenders",
    "journalists",
    "trade_unionists",
    "healthcare_personnel",
    "other_civilian_non_combatants",
    "undetermined",
    "other_protected_persons",
    "medical_and_religious_personnel_state",
    "medical_and_religious_personnel_non_state",
    "persons_hors_de_combat",
    "belligerents",
    "member_of_armed_forces",
    "persons_directly_participating_in_hostilities",
    "civilian_role_in_military",
)
"""The 18 casualty rows (6.6)."""
BELLIGERENT = (
    "belligerent_name",
    "belligerent_type",
    "assessment_name",
    "deaths_conceded_min",
    "deaths_conceded_max",
    "injuries_conceded_min",
    "injuries_conceded_max",
    "location",
    "mgrs_coordinate",
    "mgrs_accuracy",
)
NAMED = (
    "country",
    "location",
    "strike_status",
    "infrastructure",
    "strike_type",
    "targeted_belligerent",
    "observation",
    "impact",
    "civilian_harm_status",
    "cause_of_death_injury",
    "geolocation_status",
    "geolocation_accuracy",
)
"""Columns that end in ``_name`` and have a ``_slug`` twin."""
COLUMNS = (
    *("code", "previous_codes", "permalink", "post_published", "post_modified"),
    *("date_type", "date", "date_end", "local_time_type", "local_time"),
    *("local_time_start", "local_time_end", "local_time_of_day"),
    *("local_first_reported_date_time", "local_first_reported_by"),
    *("local_first_reported_url", "country_name", "country_slug", "location_name"),
    *("location_slug", "location_name_arabic", "region", "strike_status_name"),
    *("strike_status_slug", "infrastructure_name", "infrastructure_slug"),
    *("strike_type_name", "strike_type_slug", "targeted_belligerent_name"),
    *("targeted_belligerent_slug", "observation_name", "observation_slug"),
    *("impact_name", "impact_slug", "total_strikes", "civilian_harm_reported"),
    *("civilian_harm_status_name", "civilian_harm_status_slug"),
    *("cause_of_death_injury_name", "cause_of_death_injury_slug", "geolocated"),
    *("latitude", "longitude", "geolocation_status_name", "geolocation_status_slug"),
    *("geolocation_accuracy_name", "geolocation_accuracy_slug", "geolocation_notes"),
    *("geolocation_sign_off_assessor", "geolocation_sign_off_date_time", "num_media"),
    *("num_victims", "num_victims_named", "num_victims_named_english"),
    *("num_victims_named_arabic", "num_reconciled", "num_families"),
    *("num_individuals", "victim_average_age", "num_sources", "num_sources_twitter"),
    *("num_sources_facebook", "num_sources_telegram", "num_sources_other"),
)
BOUNDS = tuple((o, b) for o in ("killed", "injured") for b in ("min", "max"))
IMPACT = {
    "school": "Education",
    "hospital": "Healthcare",
    "ambulance": "Healthcare",
    "farmland": "Food",
    "livestock": "Food",
    "bakery": "Food",
    "water": "Food",
}


def write_airwars(
    publication: Publication, codebook: Codebook
) -> tuple[ExportFile, ...]:
    """Give incidents, casualties, victims, infrastructure and sources as CSV."""
    layout = _Layout(codebook)
    kept = publication.incidents
    most = max((len(i.belligerents) for i in kept), default=0)
    counts = [f"{row}_{o}_{b}" for row in ROWS for o, b in BOUNDS]
    actors = [f"belligerent_{n}_{c}" for n in range(1, most + 1) for c in BELLIGERENT]
    columns = (*COLUMNS, *counts, *actors, "summary")
    tables = (
        sheet("incidents", (layout.incident(i) for i in kept), columns),
        sheet("casualties", layout.casualties(kept), CASUALTIES),
        sheet("victims", _victims(kept), VICTIMS),
        sheet("infrastructure", layout.infrastructure(kept), INFRASTRUCTURE),
        sheet("sources", _cited(publication), SOURCES),
    )
    return csv_files(tables, publication.about)


SOURCES = ("code", "name", "language", "media", "url", "archive_url")
VICTIMS = (
    *("code", "group_code", "in_group", "num_group_members", "name", "name_arabic"),
    *("gender", "pregnant", "age", "exact_age", "killed_or_injured"),
    *("additional_notes", "url", "reconciliation_id"),
)
CASUALTIES = (
    *("code", "casualty_type_name", "casualty_type_slug"),
    *("casualty_affiliation_name", "casualty_affiliation_slug", "while_working"),
    *("killed_min", "killed_max", "injured_min", "injured_max"),
)
INFRASTRUCTURE = (
    *("code", "infrastructure_group_name", "infrastructure_name"),
    *("infrastructure_affiliation_name", "infrastructure_declared_target_name"),
    "infrastructure_destruction_name",
)


def slug(name: str) -> str:
    """Write a name as Airwars' slugs are written."""
    letters = (c if c.isalnum() else " " for c in name.casefold())
    return "-".join("".join(letters).split())


def _slugs(names: str | None) -> str | None:
    return joined(slug(name) for name in names.split(", ")) if names else None


class _Layout:
    """Lays incidents out in Airwars' words."""

    def __init__(self, codebook: Codebook) -> None:
        self._names = Counterparts(codebook)
        groups = codebook.tables["groups"].codes
        rows = {g: self._names.plain("groups", g, "airwars") for g in groups}
        self._group = {row: group for group, row in rows.items() if row is not None}

    def incident(self, incident: Incident) -> dict[str, Cell]:
        row = self._when(incident) | self._where(incident) | self._what(incident)
        row |= self._counts(incident) | self._belligerents(incident)
        for stem in NAMED:
            name = row.get(f"{stem}_name")
            row[f"{stem}_slug"] = _slugs(name) if isinstance(name, str) else None
        return row

    def _when(self, incident: Incident) -> dict[str, Cell]:
        when = incident.date
        start = when.start if when is not None else None
        end = when.end if when is not None else None
        ranged = start is not None and end is not None and start != end
        return {
            "code": incident.code,
            "previous_codes": joined(incident.aliases),
            "date_type": None if start is None else "date_range" if ranged else "date",
            "date": start.isoformat() if start is not None else None,
            "date_end": end.isoformat() if ranged and end is not None else None,
        }

    def _where(self, incident: Incident) -> dict[str, Cell]:
        place = best_place(incident)
        if place is None:
            return {}
        country = country_of(place)
        precision = place.precision or ""
        placed = place.lat is not None
        return {
            "country_name": country.name_en if country is not None else place.country,
            "location_name": name_en(place),
            "location_name_arabic": name_ar(place),
            "region": unit(place, 1) or unit(place, 1, arabic=True),
            "geolocated": "yes" if placed else "no",
            "latitude": place.lat,
            "longitude": place.lon,
            "geolocation_accuracy_name": self._names.plain(
                "place_precisions", precision, "airwars"
            )
            or place.precision,
        }

    def _what(self, incident: Incident) -> dict[str, Cell]:
        names = self._names
        told = [
            value
            for code in incident.event_types
            for value in names.of_type(incident, code, "airwars")
        ]
        causes = [names.label("sdg_causes", c) for c in names.causes(incident)]
        struck = [_last(names.plain("struck", s, "airwars")) for s in incident.struck]
        status = incident.strike_status
        graded = incident.grade.code is not Grading.PROVISIONAL
        grade = names.plain("grades", str(incident.grade.code), "airwars")
        return {
            "strike_status_name": status.replace("_", " ").capitalize()
            if status
            else None,
            "infrastructure_name": joined(dict.fromkeys(struck)),
            "strike_type_name": _strike_type(told),
            "impact_name": joined(
                dict.fromkeys(IMPACT[s] for s in incident.struck if s in IMPACT)
            ),
            "civilian_harm_reported": _harm(incident),
            "civilian_harm_status_name": grade if graded else None,
            "cause_of_death_injury_name": joined(causes),
            "num_victims": len(incident.victims) or None,
            "num_victims_named": named_of(incident),
            "num_sources": sources_of(incident),
        }

    def _counts(self, incident: Incident) -> dict[str, Cell]:
        row: dict[str, Cell] = {}
        for name, group in self._group.items():
            for outcome in ("killed", "injured"):
                low, high = range_of(incident, outcome, group)
                row[f"{name}_{outcome}_min"] = low
                row[f"{name}_{outcome}_max"] = high
        return row

    def _belligerents(self, incident: Incident) -> dict[str, Cell]:
        row: dict[str, Cell] = {}
        known = {p.actor for p in incident.responsibility if p.claimed_by}
        for number, actor in enumerate(incident.belligerents, start=1):
            stem = f"belligerent_{number}"
            name = self._names.plain("actors", actor, "airwars")
            row[f"{stem}_belligerent_name"] = name or self._names.label("actors", actor)
            row[f"{stem}_belligerent_type"] = "known" if actor in known else "suspected"
        return row

    def casualties(self, incidents: tuple[Incident, ...]) -> Iterator[dict[str, Cell]]:
        for incident in incidents:
            for name, group in self._group.items():
                killed = range_of(incident, "killed", group)
                injured = range_of(incident, "injured", group)
                if killed == injured == (None, None):
                    continue
                label = name.replace("_", " ").capitalize()
                yield {
                    "code": incident.code,
                    "casualty_type_name": label,
                    "casualty_type_slug": slug(label),
                    "while_working": "yes" if group == "rescuers" else None,
                    "killed_min": killed[0],
                    "killed_max": killed[1],
                    "injured_min": injured[0],
                    "injured_max": injured[1],
                }

    def infrastructure(
        self, incidents: tuple[Incident, ...]
    ) -> Iterator[dict[str, Cell]]:
        for incident in incidents:
            for code in incident.struck:
                told = self._names.plain("struck", code, "airwars") or ""
                group, _, name = (part.strip() for part in told.partition(">"))
                yield {
                    "code": incident.code,
                    "infrastructure_group_name": group or None,
                    "infrastructure_name": name or self._names.label("struck", code),
                }


def _last(told: str | None) -> str:
    """Give the type of ``group > type``."""
    return (told or "").rpartition(">")[2].strip()


def _strike_type(told: list[str]) -> str | None:
    """Join the types; rival or joint air and ground means have a name of their own."""
    kinds = dict.fromkeys(told)
    if {"Airstrike", "Artillery"} <= kinds.keys():
        kinds = {"Airstrike and/or Artillery": None} | kinds
        del kinds["Airstrike"], kinds["Artillery"]
    return joined(kinds)


def _harm(incident: Incident) -> str | None:
    """Tell whether harm to civilians is reported; None where nothing is counted."""
    rows = [t for t in incident.casualties if t.group != "combatants"]
    if not rows:
        return None
    return "no" if all(t.low == t.high == 0 for t in rows) else "yes"


def _cited(publication: Publication) -> Iterator[dict[str, Cell]]:
    cited = {report.id: report for report in publication.reports}
    for incident in publication.incidents:
        for report in (cited[name] for name in incident.reports if name in cited):
            yield {
                "code": incident.code,
                "name": report.outlet or report.id,
                "language": report.language,
                "url": report.url,
                "archive_url": report.archive_url,
            }


def _victims(incidents: tuple[Incident, ...]) -> Iterator[dict[str, Cell]]:
    for incident in incidents:
        for victim in incident.victims:
            names = [victim.name, *victim.names]
            latin = next((n for n in names if n and n.isascii()), None)
            arabic = next((n for n in names if n and not n.isascii()), None)
            yield {
                "code": incident.code,
                "name": latin,
                "name_arabic": arabic,
                "gender": victim.sex,
                "age": victim.age_group,
                "exact_age": victim.age,
                "killed_or_injured": victim.outcome,
            }
