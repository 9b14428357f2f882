"""ucdp: a table shaped as UCDP's Georeferenced Event Dataset (domain handbook, 9.3).

UCDP's own numbers (conflict, dyad, side, country, gwno, priogrid) stay empty, and so
does the type of violence: that civilians were the aim is for a person to say.
"""

from collections.abc import Iterator, Mapping

from tawthiq.lang.codebook import Codebook
from tawthiq.model.claim import Claim
from tawthiq.model.incident import Incident
from tawthiq.model.publication import CitedReport, ExportFile, Publication
from tawthiq.model.vocabulary import PlaceRole
from tawthiq.publish.counterparts import Counterparts
from tawthiq.publish.counting import all_of, best_killed, range_of, voices_of
from tawthiq.publish.places import best_place, country_of, name_ar, name_en, unit
from tawthiq.publish.tables import Cell, csv_files, joined, sheet

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id"),
    *("dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a"),
    *("side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources"),
    *("source_article", "source_office", "source_date", "source_headline"),
    *("source_original", "where_prec", "where_coordinates", "where_description"),
    *("adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid"),
    *("country", "country_id", "region", "event_clarity", "date_prec", "date_start"),
    *("date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
    *("best", "high", "low", "gwnoa", "gwnob"),
)
BOTH_SIDES = 2
CLEAR, AGGREGATED = 1, 2
"""UCDP's event clarity: one event, or several told together."""


def write_ucdp(publication: Publication, codebook: Codebook) -> tuple[ExportFile, ...]:
    """Give ``ucdp.csv`` with its metadata: incidents of at least one killed."""
    rows = _rows(publication, Counterparts(codebook))
    return csv_files((sheet("ucdp", rows, COLUMNS),), publication.about)


def _rows(publication: Publication, names: Counterparts) -> Iterator[dict[str, Cell]]:
    claims = {claim.id: claim for claim in publication.claims}
    reports = {report.id: report for report in publication.reports}
    for incident in publication.incidents:
        low, _ = all_of(incident, "killed")
        if low is None or low < 1:
            continue
        yield (
            _named(incident, names)
            | _sources(incident, claims, reports)
            | _where(incident, names)
            | _when(incident, names)
            | _deaths(incident, claims)
        )


def _named(incident: Incident, names: Counterparts) -> dict[str, Cell]:
    """Name the sides; which conflict and dyad they are is UCDP's to say."""
    actors = [names.label("actors", actor) for actor in incident.belligerents]
    sides = {names.more("actors", actor, "side") for actor in incident.belligerents}
    both = (
        len(actors) == BOTH_SIDES
        and "clash" in incident.event_types
        and "" not in sides
    )
    fought = (1 if "S" in sides else 2) if both else None
    return {
        "relid": incident.code,
        "id": incident.id,
        "code_status": "Clear" if incident.review == "reviewed" else "Check",
        "type_of_violence": fought,
        "dyad_name": joined(actors[:2], " - ") if both else None,
        "side_a": actors[0] if actors else "unknown",
        "side_b": actors[1] if both else None,
    }


def _sources(
    incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, CitedReport]
) -> dict[str, Cell]:
    cited = [reports[r] for r in incident.reports if r in reports]
    first = min(cited, key=lambda r: (str(r.published or "9999"), r.id), default=None)
    ids = {claim for tally in incident.casualties for claim in tally.claims}
    said = [c.name for i in sorted(ids) if i in claims for c in claims[i].claimants]
    day = first.published if first is not None else None
    return {
        "number_of_sources": voices_of(incident),
        "source_article": joined((r.outlet or r.id for r in cited), "; "),
        "source_office": first.outlet if first is not None else None,
        "source_date": day.isoformat() if day is not None else None,
        "source_headline": first.title if first is not None else None,
        "source_original": joined(dict.fromkeys(said), "; "),
    }


def _where(incident: Incident, names: Counterparts) -> dict[str, Cell]:
    place = best_place(incident)
    if place is None:
        return {"country": "unknown"}
    country = country_of(place)
    at = place.role is PlaceRole.AT
    precision = names.more(
        "place_precisions" if at else "place_roles",
        place.precision or "" if at else str(place.role),
        "ucdp",
    )
    placed = place.lat is not None and place.lon is not None
    return {
        "where_prec": int(precision) if precision.isdigit() else None,
        "where_coordinates": name_en(place) or name_ar(place),
        "where_description": name_ar(place) or name_en(place),
        "adm_1": unit(place, 1) or unit(place, 1, arabic=True),
        "adm_2": unit(place, 2) or unit(place, 2, arabic=True),
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})" if placed else None,
        "country": country.name_en
        if country is not None
        else place.country or "unknown",
        "region": country.region if country is not None else None,
    }


def _when(incident: Incident, names: Counterparts) -> dict[str, Cell]:
    when = incident.date
    if when is None:
        return {}
    start, end = when.start, when.end or when.start
    places = sum(place.role is PlaceRole.AT for place in incident.places)
    precision = names.more("date_precisions", str(when.precision), "ucdp")
    return {
        "year": start.year if start is not None else None,
        "event_clarity": AGGREGATED if places > 1 else CLEAR,
        "date_prec": int(precision) if precision.isdigit() else None,
        "date_start": start.isoformat() if start is not None else None,
        "date_end": end.isoformat() if end is not None else None,
    }


def _deaths(incident: Incident, claims: Mapping[str, Claim]) -> dict[str, Cell]:
    """Give the range and who died.

    Whose fighters died is told of two sides that fight, and not by a tally: they, like
    everybody whom nobody placed, are among the unknown.
    """
    low, high = all_of(incident, "killed")
    civilians = range_of(incident, "killed", "civilians")[0]
    best = best_killed(incident, claims)
    return {
        "deaths_civilians": civilians,
        "deaths_unknown": max((best or 0) - (civilians or 0), 0),
        "best": best,
        "high": high,
        "low": low,
    }
