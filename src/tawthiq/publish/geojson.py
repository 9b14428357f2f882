"""geojson: a FeatureCollection (RFC 7946); a point with its radius, or none at all."""

from dataclasses import asdict

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident, Tally
from tawthiq.model.publication import ExportFile, Publication
from tawthiq.publish.counting import state_of
from tawthiq.publish.flat import flat_row
from tawthiq.publish.places import best_place
from tawthiq.publish.tables import json_bytes

Json = dict[str, object]
LATITUDES = 90
LONGITUDES = 180


def write_geojson(publication: Publication, _: Codebook) -> tuple[ExportFile, ...]:
    """Give ``incidents.geojson``; what the export is stands beside its features."""
    told = {
        "type": "FeatureCollection",
        "tawthiq": asdict(publication.about),
        "features": [feature_of(incident) for incident in publication.incidents],
    }
    return (ExportFile(name="incidents.geojson", data=json_bytes(told)),)


def feature_of(incident: Incident) -> Json:
    """Give one incident, as a profile let it out, as a feature."""
    row: Json = dict(flat_row(incident, ()))
    for axis in ("lat", "lon"):
        row.pop(axis, None)
    listed = (
        "aliases",
        "event_types",
        "belligerents",
        "weapons",
        "struck",
        "grading_rules",
        "actors_alleged",
        "actors_claiming",
        "actors_denying",
    )
    for key in listed:
        told = row.get(key)
        row[key] = str(told).split(", ") if told else []
    row["casualties"] = [_tally(incident, tally) for tally in incident.casualties]
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": _geometry(incident),
        "properties": row,
    }


def _tally(incident: Incident, tally: Tally) -> Json:
    return {
        "outcome": tally.outcome,
        "group": tally.group,
        "low": tally.low,
        "high": tally.high,
        "state": state_of(incident, tally.outcome, tally.group),
        "part_of": tally.part_of,
    }


def _geometry(incident: Incident) -> Json | None:
    """Give a point, longitude first; none where there is none on the globe."""
    place = best_place(incident)
    if place is None or place.lat is None or place.lon is None:
        return None
    if abs(place.lat) > LATITUDES or abs(place.lon) > LONGITUDES:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}
