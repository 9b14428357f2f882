"""An incident out of plain mappings: the way back from ``incident_to_dict``."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tawthiq.model.incident import (
    Grade,
    Grading,
    Incident,
    IncidentDate,
    IncidentPlace,
    Reason,
    Responsibility,
    Review,
    Tally,
    Victim,
)
from tawthiq.model.place import Candidate, Place
from tawthiq.model.vocabulary import DatePrecision, PlaceRole, PlaceState

Fields = Mapping[str, Any]


def incident_from_dict(told: Fields) -> Incident:
    """Make an incident of one line of ``tawthiq incidents --format jsonl``.

    Keys that may be missing are those that the format adds to its own; of a candidate
    place only what the format gives comes back.

    Raises:
        KeyError: a key of the format is missing.
        TypeError: a value is of another kind than the format says.
        ValueError: a day or a word that its vocabulary does not hold.
    """
    return Incident(
        id=_text(told["id"]),
        code=_text(told["code"]),
        aliases=_texts(told.get("aliases")),
        date=_date(told["date"]),
        grade=_grade(told),
        members=_texts(told.get("members")),
        places=tuple(_place(one) for one in told["places"]),
        event_types=_texts(told.get("event_types")),
        strike_status=told.get("strike_status"),
        belligerents=_texts(told.get("belligerents")),
        responsibility=tuple(_part(one) for one in told.get("responsibility") or ()),
        weapons=_texts(told.get("weapons")),
        struck=_texts(told.get("struck")),
        casualties=tuple(_tally(one) for one in told["casualties"]),
        victims=tuple(_victim(one) for one in told.get("victims") or ()),
        reports=_texts(told.get("reports")),
        copies=tuple(_texts(group) for group in told.get("copies") or ()),
        independent_sources=_count(told.get("independent_sources")) or 0,
        review=Review(told.get("review") or Review.UNREVIEWED),
        computed=_computed(told),
        facts=tuple((told.get("facts") or {}).items()),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        message = f"text expected, not {value!r:.40}"
        raise TypeError(message)
    return value


def _texts(values: object) -> tuple[str, ...]:
    if values is None:
        return ()
    if not isinstance(values, list | tuple):
        message = f"a list expected, not {values!r:.40}"
        raise TypeError(message)
    return tuple(_text(value) for value in values)


def _count(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        message = f"a whole number expected, not {value!r:.40}"
        raise TypeError(message)
    return value


def _number(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        message = f"a number expected, not {value!r:.40}"
        raise TypeError(message)
    return float(value)


def _day(value: object) -> date | None:
    return date.fromisoformat(_text(value)) if value is not None else None


def _date(told: Fields | None) -> IncidentDate | None:
    if told is None:
        return None
    return IncidentDate(
        start=_day(told["from"]),
        end=_day(told["to"]),
        precision=DatePrecision(told["precision"]),
    )


def _grade(told: Fields) -> Grade:
    reasons = tuple(
        Reason(
            rule=_text(one["rule"]),
            ar=_text(one["ar"]),
            en=_text(one["en"]),
            claims=_texts(one.get("claims")),
        )
        for one in told.get("grading_rules") or ()
    )
    version = told.get("grading_version") or ""
    return Grade(code=Grading(told["grading"]), reasons=reasons, version=version)


def _computed(told: Fields) -> Grade | None:
    """Give what the rules proposed where a person ruled otherwise; its code alone."""
    code = told.get("grading_computed")
    if code is None or code == told["grading"]:
        return None
    return Grade(code=Grading(code), reasons=(), version="")


def _place(told: Fields) -> IncidentPlace:
    return IncidentPlace(
        role=PlaceRole(told["role"]),
        name=_text(told["name"]),
        name_ar=told.get("name_ar"),
        name_en=told.get("name_en"),
        lat=_number(told.get("lat")),
        lon=_number(told.get("lon")),
        place_id=told.get("place_id"),
        pcode=told.get("pcode"),
        precision=told.get("precision"),
        radius_m=_count(told.get("radius_m")),
        state=PlaceState(told.get("state") or PlaceState.UNRESOLVED),
        country=told.get("country"),
        admin=_texts(told.get("admin")),
        candidates=tuple(_candidate(one) for one in told.get("candidates") or ()),
        reports=_texts(told.get("reports")),
    )


def _candidate(told: Fields) -> Candidate:
    place = Place(
        id=_text(told["place_id"]),
        name_ar=told.get("name"),
        name_en=None,
        lat=_number(told["lat"]) or 0.0,
        lon=_number(told["lon"]) or 0.0,
        kind="",
        precision="",
        radius_m=0,
        population=0,
        country="",
    )
    return Candidate(place=place, score=_number(told["score"]) or 0.0)


def _part(told: Fields) -> Responsibility:
    return Responsibility(
        actor=_text(told["actor"]),
        alleged_by=_texts(told.get("alleged_by")),
        claimed_by=_texts(told.get("claimed_by")),
        denied_by=_texts(told.get("denied_by")),
    )


def _tally(told: Fields) -> Tally:
    return Tally(
        outcome=_text(told["outcome"]),
        group=_text(told["group"]),
        low=_count(told["low"]),
        high=_count(told["high"]),
        rule=_text(told["rule"]),
        claims=_texts(told.get("claims")),
        part_of=told.get("part_of"),
    )


def _victim(told: Fields) -> Victim:
    return Victim(
        name=_text(told["name"]),
        names=_texts(told.get("names")),
        age=_number(told.get("age")),
        age_group=told.get("age_group"),
        sex=told.get("sex"),
        outcome=_text(told["outcome"]),
        reports=_texts(told.get("reports")),
        claims=_texts(told.get("claims")),
    )
