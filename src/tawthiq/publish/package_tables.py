"""The tables of the data package, one function each (domain handbook, 9.7)."""

from collections.abc import Iterator

from tawthiq.lang.codebook import Codebook
from tawthiq.model.claim import Claim
from tawthiq.model.incident import Incident, IncidentPlace, Victim
from tawthiq.model.publication import CitedReport, Publication
from tawthiq.publish.counterparts import Counterparts
from tawthiq.publish.counting import state_of, voices_of
from tawthiq.publish.places import name_ar, name_en, unit
from tawthiq.publish.tables import Cell, Sheet, joined, sheet

Row = dict[str, Cell]
INCIDENTS = (
    *("id", "code", "aliases", "date_from", "date_to", "date_precision"),
    *("time_of_day", "place_id", "event_types", "strike_status", "cause", "grading"),
    *("grading_reasons", "independent_sources", "review", "narrative_ar"),
    "narrative_en",
)
REPORTS = (
    *("id", "source_id", "url", "archive_url", "published", "captured", "language"),
    *("title", "sha256", "is_copy_of"),
)
CLAIMS = (
    *("id", "report_id", "incident_id", "attribute", "code", "value", "low", "high"),
    *("wording", "part_of", "stance", "claimant", "claimant_kind", "channel", "via"),
    *("said_at", "start", "end", "quote", "rule", "review"),
)
INCIDENT_CLAIMS = (
    "incident_id",
    "claim_id",
    "relation",
    "decided_by",
    "score",
    "reason",
)
CASUALTIES = (
    *("incident_id", "outcome", "group", "low", "high", "state", "rule", "claim_ids"),
)
VICTIMS = (
    *("id", "incident_id", "name_ar", "name_en", "variants", "age", "age_group"),
    *("sex", "outcome", "status", "status_contested", "family_group", "kin"),
)
PLACES = (
    *("id", "incident_id", "role", "pcode", "adm1_ar", "adm1_en", "adm2_ar"),
    *("adm2_en", "adm3_ar", "adm3_en", "adm4_ar", "adm4_en", "name_ar", "name_en"),
    *("lat", "lon", "precision", "radius_m", "reported", "state"),
)
ACTORS = ("id", "name_ar", "name_en", "inter", "side")
SOURCES = ("id", "name", "language")
RESPONSIBILITY = ("incident_id", "actor_id", "stance", "report_ids")
DAMAGE = ("incident_id", "type")
LEVELS = (1, 2, 3, 4)
RELATIONS = {"denied": "contradicts", "denies": "contradicts"}
CODED = ("actor", "code", "outcome", "type")
"""Keys of a claim's value that hold its code."""


def incidents(publication: Publication, codebook: Codebook) -> Sheet:
    """One row an incident."""
    names = Counterparts(codebook)

    def rows() -> Iterator[Row]:
        for incident in publication.incidents:
            when = incident.date
            start = when.start if when is not None else None
            end = when.end if when is not None else None
            reasons = [r.en or r.rule for r in incident.grade.reasons]
            yield {
                "id": incident.id,
                "code": incident.code,
                "aliases": joined(incident.aliases),
                "date_from": start.isoformat() if start is not None else None,
                "date_to": end.isoformat() if end is not None else None,
                "date_precision": str(when.precision) if when is not None else None,
                "place_id": f"{incident.id}-1" if incident.places else None,
                "event_types": joined(incident.event_types),
                "strike_status": incident.strike_status,
                "cause": joined(names.causes(incident)),
                "grading": str(incident.grade.code),
                "grading_reasons": joined(reasons, "; "),
                "independent_sources": voices_of(incident),
                "review": str(incident.review),
            }

    return sheet("incidents", rows(), INCIDENTS)


def reports(publication: Publication) -> Sheet:
    """One row a report, copies pointing at what they copy."""
    rows = (_report(report) for report in publication.reports)
    return sheet("reports", rows, REPORTS)


def _report(report: CitedReport) -> Row:
    published, captured = report.published, report.captured
    return {
        "id": report.id,
        "source_id": report.outlet,
        "url": report.url,
        "archive_url": report.archive_url,
        "published": published.isoformat() if published is not None else None,
        "captured": captured.isoformat() if captured is not None else None,
        "language": report.language,
        "title": report.title,
        "sha256": report.sha256,
        "is_copy_of": report.copy_of,
    }


def claims(publication: Publication) -> Sheet:
    """One row a claim; its quote is empty where the profile withholds it."""
    owners = publication.owners
    rows = (_claim(claim, owners.get(claim.id)) for claim in publication.claims)
    return sheet("claims", rows, CLAIMS)


def _claim(claim: Claim, incident: str | None) -> Row:
    told = dict(claim.value)
    code = next((told[key] for key in CODED if key in told), None)
    first = claim.claimants[0] if claim.claimants else None
    return {
        "id": claim.id,
        "report_id": claim.report_id,
        "incident_id": incident,
        "attribute": str(claim.attribute),
        "code": _text(code),
        "value": _text(told.get("name") or told.get("from")),
        "low": _count(told.get("low")),
        "high": _count(told.get("high")),
        "wording": _text(told.get("wording")),
        "part_of": claim.part_of,
        "stance": claim.stance,
        "claimant": joined((c.name for c in claim.claimants), "; "),
        "claimant_kind": joined((c.kind for c in claim.claimants), "; "),
        "channel": first.channel if first is not None else None,
        "via": first.via if first is not None else None,
        "start": claim.span.start if claim.span is not None else None,
        "end": claim.span.end if claim.span is not None else None,
        "quote": claim.span.quote or None if claim.span is not None else None,
        "rule": claim.rule,
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def incident_claims(publication: Publication) -> Sheet:
    """One row for each claim that an incident rests on."""
    owners = publication.owners
    rows: list[Row] = [
        {
            "incident_id": owners[claim.id],
            "claim_id": claim.id,
            "relation": RELATIONS.get(claim.stance, "supports"),
        }
        for claim in publication.claims
        if claim.id in owners
    ]
    return sheet("incident_claims", rows, INCIDENT_CLAIMS)


def casualties(publication: Publication) -> Sheet:
    """One row a tally."""
    rows: list[Row] = [
        {
            "incident_id": incident.id,
            "outcome": tally.outcome,
            "group": tally.group,
            "low": tally.low,
            "high": tally.high,
            "state": state_of(incident, tally.outcome, tally.group),
            "rule": tally.rule,
            "claim_ids": joined(tally.claims),
        }
        for incident in publication.incidents
        for tally in incident.casualties
    ]
    return sheet("casualties", rows, CASUALTIES)


def victims(publication: Publication) -> Sheet:
    """One row a victim; names are empty where the profile withholds them."""
    rows: list[Row] = [
        {
            "id": f"{incident.id}-v{number}",
            "incident_id": incident.id,
            "name_ar": _in_script(victim, arabic=True),
            "name_en": _in_script(victim, arabic=False),
            "variants": joined(victim.names, "; "),
            "age": victim.age,
            "age_group": victim.age_group or "unknown",
            "sex": victim.sex or "unknown",
            "outcome": victim.outcome,
            "status": "unknown",
        }
        for incident in publication.incidents
        for number, victim in enumerate(incident.victims, start=1)
    ]
    return sheet("victims", rows, VICTIMS)


def _in_script(victim: Victim, *, arabic: bool) -> str | None:
    names = (n for n in (victim.name, *victim.names) if n)
    return next((n for n in names if n.isascii() != arabic), None)


def places(publication: Publication) -> Sheet:
    """One row a place of an incident, the best first."""
    rows = (
        _place(incident, number, place)
        for incident in publication.incidents
        for number, place in enumerate(incident.places, start=1)
    )
    return sheet("places", rows, PLACES)


def _place(incident: Incident, number: int, place: IncidentPlace) -> Row:
    row: Row = {
        "id": f"{incident.id}-{number}",
        "incident_id": incident.id,
        "role": str(place.role),
        "pcode": place.pcode,
        "name_ar": name_ar(place),
        "name_en": name_en(place),
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "radius_m": place.radius_m,
        "reported": place.name or None,
        "state": str(place.state),
    }
    for level in LEVELS:
        row[f"adm{level}_ar"] = unit(place, level, arabic=True)
        row[f"adm{level}_en"] = unit(place, level)
    return row


def actors(publication: Publication, codebook: Codebook) -> Sheet:
    """One row for each actor that an incident names."""
    names = Counterparts(codebook)
    told = {
        actor
        for incident in publication.incidents
        for actor in (
            *incident.belligerents,
            *(p.actor for p in incident.responsibility),
        )
    }
    rows: list[Row] = [
        {
            "id": actor,
            "name_ar": names.label("actors", actor, "ar"),
            "name_en": names.label("actors", actor),
            "inter": names.more("actors", actor, "inter") or None,
            "side": names.more("actors", actor, "side") or None,
        }
        for actor in sorted(told)
    ]
    return sheet("actors", rows, ACTORS)


def sources(publication: Publication) -> Sheet:
    """One row an outlet."""
    told = {r.outlet: r.language for r in publication.reports if r.outlet is not None}
    rows: list[Row] = [
        {"id": name, "name": name, "language": told[name]} for name in sorted(told)
    ]
    return sheet("sources", rows, SOURCES)


def responsibility(publication: Publication) -> Sheet:
    """One row for what is said of one actor's part, by stance."""
    rows: list[Row] = [
        {
            "incident_id": incident.id,
            "actor_id": part.actor,
            "stance": stance,
            "report_ids": joined(said),
        }
        for incident in publication.incidents
        for part in incident.responsibility
        for stance, said in (
            ("alleged", part.alleged_by),
            ("claimed", part.claimed_by),
            ("denied", part.denied_by),
        )
        if said
    ]
    return sheet("responsibility", rows, RESPONSIBILITY)


def damage(publication: Publication) -> Sheet:
    """One row for each kind of object struck."""
    rows: list[Row] = [
        {"incident_id": incident.id, "type": code}
        for incident in publication.incidents
        for code in dict.fromkeys(incident.struck)
    ]
    return sheet("damage", rows, DAMAGE)
