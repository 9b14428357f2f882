"""An incident as plain mappings: the keys of the reading format, in one place."""

from tawthiq.model.incident import (
    Incident,
    IncidentDate,
    IncidentPlace,
    Responsibility,
    Tally,
    Victim,
)

Fields = dict[str, object]


def incident_to_dict(incident: Incident) -> Fields:
    """Give an incident as one line of ``tawthiq incidents --format jsonl``.

    Keys beyond the format's (``members``, ``strike_status``, ``grading_rules``, ``grading_computed``,
    ``part_of``, ``facts``) are added, none is renamed.
    """
    grade = incident.grade
    return {
        "id": incident.id,
        "code": incident.code,
        "aliases": list(incident.aliases),
        "date": _date(incident.date),
        "places": [_place(place) for place in incident.places],
        "event_types": list(incident.event_types),
        "strike_status": incident.strike_status,
        "belligerents": list(incident.belligerents),
        "responsibility": [_responsibility(r) for r in incident.responsibility],
        "weapons": list(incident.weapons),
        "struck": list(incident.struck),
        "casualties": [_tally(tally) for tally in incident.casualties],
        "victims": [_victim(victim) for victim in incident.victims],
        "grading": str(grade.code),
        "grading_reasons": [text for r in grade.reasons for text in (r.ar, r.en)],
        "grading_rules": [
            {"rule": r.rule, "ar": r.ar, "en": r.en, "claims": list(r.claims)}
            for r in grade.reasons
        ],
        "grading_version": grade.version,
        "grading_computed": str((incident.computed or grade).code),
        "reports": list(incident.reports),
        "members": list(incident.members),
        "independent_sources": incident.independent_sources,
        "copies": [list(group) for group in incident.copies],
        "review": str(incident.review),
        "facts": dict(incident.facts),
    }


def _date(when: IncidentDate | None) -> Fields | None:
    if when is None:
        return None
    return {
        "from": when.start.isoformat() if when.start is not None else None,
        "to": when.end.isoformat() if when.end is not None else None,
        "precision": str(when.precision),
    }


def _place(place: IncidentPlace) -> Fields:
    return {
        "role": str(place.role),
        "name": place.name,
        "name_ar": place.name_ar,
        "name_en": place.name_en,
        "lat": place.lat,
        "lon": place.lon,
        "place_id": place.place_id,
        "pcode": place.pcode,
        "precision": place.precision,
        "radius_m": place.radius_m,
        "state": str(place.state),
        "country": place.country,
        "admin": list(place.admin),
        "candidates": [
            {
                "place_id": c.place.id,
                "name": c.place.name_ar or c.place.name_en,
                "lat": c.place.lat,
                "lon": c.place.lon,
                "score": round(c.score, 4),
            }
            for c in place.candidates
        ],
        "reports": list(place.reports),
    }


def _responsibility(said: Responsibility) -> Fields:
    return {
        "actor": said.actor,
        "alleged_by": list(said.alleged_by),
        "claimed_by": list(said.claimed_by),
        "denied_by": list(said.denied_by),
    }


def _tally(tally: Tally) -> Fields:
    return {
        "outcome": tally.outcome,
        "group": tally.group,
        "low": tally.low,
        "high": tally.high,
        "part_of": tally.part_of,
        "claims": list(tally.claims),
        "rule": tally.rule,
    }


def _victim(victim: Victim) -> Fields:
    age = victim.age
    return {
        "name": victim.name,
        "names": list(victim.names),
        "age": int(age) if age is not None and age == int(age) else age,
        "age_group": victim.age_group,
        "sex": victim.sex,
        "outcome": victim.outcome,
        "reports": list(victim.reports),
        "claims": list(victim.claims),
    }
