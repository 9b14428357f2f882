"""One row an incident: the columns of csv, xlsx and parquet."""

from collections.abc import Iterable, Iterator

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident
from tawthiq.model.publication import Publication
from tawthiq.publish.counting import range_of, sources_of, state_of, voices_of
from tawthiq.publish.places import (
    best_place,
    country_code,
    name_ar,
    name_en,
    unit,
)
from tawthiq.publish.tables import Cell, Sheet, joined, sheet

PLACE_COLUMNS = (
    "country",
    "admin1_ar",
    "admin1_en",
    "place_ar",
    "place_en",
    "pcode",
    "lat",
    "lon",
    "precision",
    "radius_m",
)
"""Columns of the best place: empty where there is none, never left out."""
COLUMNS = (
    "id",
    "code",
    "aliases",
    "date_from",
    "date_to",
    "date_precision",
    *PLACE_COLUMNS,
    "event_types",
    "strike_status",
    "belligerents",
    "actors_alleged",
    "actors_claiming",
    "actors_denying",
    "weapons",
    "struck",
    "grading",
    "grading_rules",
    "independent_sources",
    "reports",
    "victims_named",
    "review",
)
ALWAYS = tuple(
    (outcome, group)
    for outcome in ("killed", "injured")
    for group in ("people", "civilians", "children", "women", "men")
)
"""Counts that have their columns even where no incident tells of them."""


def flat_sheet(publication: Publication, codebook: Codebook) -> Sheet:
    """Lay out one row an incident, counts as min and max with their state."""
    counts = counted(publication.incidents, codebook)
    columns = (*COLUMNS, *(name for pair in counts for name in _count_columns(*pair)))
    rows = (flat_row(i, counts) for i in publication.incidents)
    return sheet("incidents", rows, columns)


def counted(
    incidents: Iterable[Incident], codebook: Codebook
) -> tuple[tuple[str, str], ...]:
    """Give each outcome and group that occurs, in the order of the codebook."""
    told = {(t.outcome, t.group) for i in incidents for t in i.casualties}
    return tuple(
        (outcome, group)
        for outcome in codebook.tables["outcomes"].codes
        for group in codebook.tables["groups"].codes
        if (outcome, group) in told or (outcome, group) in ALWAYS
    )


def _count_columns(outcome: str, group: str) -> tuple[str, str, str]:
    stem = f"{outcome}_{group}"
    return f"{stem}_min", f"{stem}_max", f"{stem}_state"


def flat_row(incident: Incident, counts: Iterable[tuple[str, str]]) -> dict[str, Cell]:
    """Give the cells of one incident by column."""
    row = _what(incident) | _where(incident) | _who(incident)
    for outcome, group in counts:
        low, high = range_of(incident, outcome, group)
        state = state_of(incident, outcome, group)
        row.update(zip(_count_columns(outcome, group), (low, high, state), strict=True))
    return row


def _what(incident: Incident) -> dict[str, Cell]:
    when = incident.date
    start = when.start.isoformat() if when is not None and when.start else None
    end = when.end.isoformat() if when is not None and when.end else None
    rules = [reason.rule for reason in incident.grade.reasons]
    return {
        "id": incident.id,
        "code": incident.code,
        "aliases": joined(incident.aliases),
        "date_from": start,
        "date_to": end,
        "date_precision": str(when.precision) if when is not None else None,
        "event_types": joined(incident.event_types),
        "strike_status": incident.strike_status,
        "weapons": joined(incident.weapons),
        "struck": joined(incident.struck),
        "grading": str(incident.grade.code),
        "grading_rules": joined(rules),
        "independent_sources": voices_of(incident),
        "reports": sources_of(incident),
        "victims_named": named_of(incident),
        "review": str(incident.review),
    }


def named_of(incident: Incident) -> int | None:
    """Count the victims known by name, whether or not their names are let out."""
    told = dict(incident.facts).get("named_killed")
    if incident.victims or not isinstance(told, int):
        return len(incident.victims)
    return told


def _where(incident: Incident) -> dict[str, Cell]:
    place = best_place(incident)
    if place is None:
        return dict.fromkeys(PLACE_COLUMNS)
    return {
        "country": country_code(place),
        "admin1_ar": unit(place, 1, arabic=True),
        "admin1_en": unit(place, 1),
        "place_ar": name_ar(place),
        "place_en": name_en(place),
        "pcode": place.pcode,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "radius_m": place.radius_m,
    }


def _who(incident: Incident) -> dict[str, Cell]:
    parts = incident.responsibility
    return {
        "belligerents": joined(incident.belligerents),
        "actors_alleged": joined(p.actor for p in parts if p.alleged_by),
        "actors_claiming": joined(p.actor for p in parts if p.claimed_by),
        "actors_denying": joined(p.actor for p in parts if p.denied_by),
    }


def casualty_sheet(publication: Publication) -> Sheet:
    """Lay out one row a tally."""
    columns = (
        "incident_id",
        "code",
        "outcome",
        "group",
        "low",
        "high",
        "state",
        "part_of",
        "rule",
        "claim_ids",
    )
    return sheet("casualties", _casualties(publication), columns)


def _casualties(publication: Publication) -> Iterator[dict[str, Cell]]:
    for incident in publication.incidents:
        for tally in incident.casualties:
            yield {
                "incident_id": incident.id,
                "code": incident.code,
                "outcome": tally.outcome,
                "group": tally.group,
                "low": tally.low,
                "high": tally.high,
                "state": state_of(incident, tally.outcome, tally.group),
                "part_of": tally.part_of,
                "rule": tally.rule,
                "claim_ids": joined(tally.claims),
            }
