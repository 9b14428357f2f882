"""hxl: a table with a row of HXL tags under its heading (domain handbook, 9.4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident
from tawthiq.model.publication import ExportFile, Publication
from tawthiq.publish.counterparts import Counterparts
from tawthiq.publish.counting import all_of, range_of, sources_of, voices_of
from tawthiq.publish.places import (
    best_place,
    country_code,
    country_of,
    name_ar,
    name_en,
    unit,
    unit_code,
)
from tawthiq.publish.tables import Cell, beside, csv_bytes, joined, sheet

TAGS = {
    "code": "#event+code",
    "event_type": "#event+type",
    "date_from": "#date+occurred+start",
    "date_to": "#date+occurred+end",
    "reported_on": "#date+reported",
    "country_iso3": "#country+code",
    "country": "#country+name",
    "adm1_pcode": "#adm1+code+v_pcode",
    "adm2_pcode": "#adm2+code+v_pcode",
    "adm3_pcode": "#adm3+code+v_pcode",
    "adm1_ar": "#adm1+name+ar",
    "adm1_en": "#adm1+name+en",
    "adm2_ar": "#adm2+name+ar",
    "adm2_en": "#adm2+name+en",
    "place_pcode": "#loc+code+v_pcode",
    "place_ar": "#loc+name+ar",
    "place_en": "#loc+name+en",
    "lat": "#geo+lat",
    "lon": "#geo+lon",
    "precision": "#geo+precision",
    "actor_alleged": "#group+name+alleged",
    "cause_code": "#cause+code",
    "cause": "#cause+name",
    "recorded_by": "#org+name",
    "grading": "#meta+grading",
    "review": "#meta+review",
    "sources": "#meta+source",
    "sources_num": "#meta+sources+num",
    "voices_num": "#meta+voices+num",
}
COUNTED = {
    "civilians": "+civilian",
    "women": "+f+adults",
    "men": "+m+adults",
    "children": "+children",
    "elderly": "+elderly",
    "combatants": "+combatant",
}
OUTCOMES = ("killed", "injured", "missing", "detained", "abducted", "displaced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A pair of columns: an outcome, and a group or everybody (None)."""

    outcome: str
    group: str | None

    def columns(self) -> dict[str, str]:
        """Give both columns with their tags."""
        stem = self.outcome if self.group is None else f"{self.outcome}_{self.group}"
        tag = f"#affected+{self.outcome}{COUNTED.get(self.group or '', '')}"
        return {f"{stem}_min": f"{tag}+min", f"{stem}_max": f"{tag}+max"}

    def cells(self, incident: Incident) -> dict[str, Cell]:
        """Give both cells of an incident."""
        if self.group is None:
            told = all_of(incident, self.outcome)
        else:
            told = range_of(incident, self.outcome, self.group)
        return dict(zip(self.columns(), told, strict=True))


COUNTS = (
    *(Count(outcome=outcome, group=None) for outcome in OUTCOMES),
    *(Count(outcome="killed", group=group) for group in COUNTED),
    *(Count(outcome="injured", group=group) for group in COUNTED),
)


def write_hxl(publication: Publication, codebook: Codebook) -> tuple[ExportFile, ...]:
    """Give ``hxl.csv`` with its metadata."""
    tags = dict(TAGS)
    for count in COUNTS:
        tags |= count.columns()
    rows = _rows(publication, Counterparts(codebook))
    table = sheet("hxl", rows, tuple(tags))
    data = csv_bytes(table, under=tuple(tags.values()))
    about = beside("hxl.csv", table.columns, publication.about)
    return (ExportFile(name="hxl.csv", data=data), about)


def _rows(publication: Publication, names: Counterparts) -> Iterator[dict[str, Cell]]:
    reports = {report.id: report for report in publication.reports}
    for incident in publication.incidents:
        cited = [reports[r] for r in incident.reports if r in reports]
        days = [report.published for report in cited if report.published is not None]
        causes = names.causes(incident)
        row: dict[str, Cell] = {
            "code": incident.code or incident.id,
            "event_type": joined(incident.event_types),
            "reported_on": min(days).isoformat() if days else None,
            "actor_alleged": joined(incident.belligerents),
            "cause_code": joined(causes),
            "cause": joined(names.label("sdg_causes", cause) for cause in causes),
            "recorded_by": publication.about.recorder or None,
            "grading": str(incident.grade.code),
            "review": str(incident.review),
            "sources": joined(dict.fromkeys(r.outlet or r.id for r in cited)),
            "sources_num": sources_of(incident),
            "voices_num": voices_of(incident),
        }
        row |= _when(incident) | _where(incident)
        for count in COUNTS:
            row |= count.cells(incident)
        yield row


def _when(incident: Incident) -> dict[str, Cell]:
    when = incident.date
    start = when.start if when is not None else None
    end = when.end if when is not None else None
    return {
        "date_from": start.isoformat() if start is not None else None,
        "date_to": end.isoformat() if end is not None else None,
    }


def _where(incident: Incident) -> dict[str, Cell]:
    place = best_place(incident)
    if place is None:
        return {}
    country = country_of(place)
    return {
        "country_iso3": country_code(place),
        "country": country.name_en if country is not None else place.country,
        "adm1_pcode": unit_code(place, 1),
        "adm2_pcode": unit_code(place, 2),
        "adm3_pcode": unit_code(place, 3),
        "adm1_ar": unit(place, 1, arabic=True),
        "adm1_en": unit(place, 1),
        "adm2_ar": unit(place, 2, arabic=True),
        "adm2_en": unit(place, 2),
        "place_pcode": place.pcode,
        "place_ar": name_ar(place),
        "place_en": name_en(place),
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }
