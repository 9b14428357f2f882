"""ftm: entities of FollowTheMoney, one JSON object a line (domain handbook, 9.8).

Incident → Event, report → Article, link → Documentation, tally and grade → Note, victim
→ Person (only where the profile shows names), actor → Organization or PublicBody. The
model has no casualty, weapon, claim or offset: what does not fit stands in the Note.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha1

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident, Tally, Victim
from tawthiq.model.profile import Disclosure
from tawthiq.model.publication import CitedReport, ExportFile, Publication
from tawthiq.publish.counterparts import Counterparts
from tawthiq.publish.places import best_place, country_of, name_ar, name_en

Entity = dict[str, object]
Values = dict[str, list[str]]
STATE = "S"
"""The codebook's side of an actor that is a state's own force."""


def write_ftm(publication: Publication, codebook: Codebook) -> tuple[ExportFile, ...]:
    """Give ``entities.ftm.json``, each entity once, those named before those naming."""
    writer = _Writer(publication, Counterparts(codebook))
    lines = (json.dumps(e, ensure_ascii=False, sort_keys=True) for e in writer.all())
    text = "".join(f"{line}\n" for line in lines)
    return (ExportFile(name="entities.ftm.json", data=text.encode("utf-8")),)


def _id(*parts: str) -> str:
    """Give an entity's id: FollowTheMoney's own are SHA-1 of their parts too."""
    return sha1(".".join(parts).encode("utf-8"), usedforsecurity=False).hexdigest()


def _entity(schema: str, id_: str, **values: str | Iterable[str] | None) -> Entity:
    properties: Values = {}
    for name, told in values.items():
        listed = [told] if isinstance(told, str) else list(told or ())
        kept = [value for value in dict.fromkeys(listed) if value]
        if kept:
            properties[name] = kept
    return {"id": id_, "schema": schema, "properties": properties}


class _Writer:
    """Makes the entities of a publication."""

    def __init__(self, publication: Publication, names: Counterparts) -> None:
        self._told = publication
        self._names = names
        self._reports = {report.id for report in publication.reports}
        self._open = publication.profile.names is Disclosure.SHOWN

    def all(self) -> Iterator[Entity]:
        told = self._told
        actors = {a for i in told.incidents for a in i.belligerents}
        yield from (self._actor(actor) for actor in sorted(actors))
        yield from (_article(report) for report in told.reports)
        for incident in told.incidents:
            victims = list(self._victims(incident))
            yield from victims
            yield self._event(incident, [str(v["id"]) for v in victims])
            yield from self._notes(incident)
            for report in incident.reports:
                if report in self._reports:
                    yield _entity(
                        "Documentation",
                        _id("documentation", incident.id, report),
                        document=_id("report", report),
                        entity=_id("incident", incident.id),
                        role="supports",
                    )

    def _actor(self, actor: str) -> Entity:
        state = self._names.more("actors", actor, "side") == STATE
        return _entity(
            "PublicBody" if state else "Organization",
            _id("actor", actor),
            name=(
                self._names.label("actors", actor),
                self._names.label("actors", actor, "ar"),
            ),
        )

    def _event(self, incident: Incident, victims: list[str]) -> Entity:
        when = incident.date
        start = when.start.isoformat() if when is not None and when.start else None
        end = when.end.isoformat() if when is not None and when.end else None
        place = best_place(incident)
        country = country_of(place)
        types = [self._names.label("event_types", c) for c in incident.event_types]
        where = name_en(place) or name_ar(place)
        name = ", ".join(part for part in (*types, where, start) if part)
        return _entity(
            "Event",
            _id("incident", incident.id),
            name=name or incident.code or incident.id,
            recordId=incident.code,
            startDate=start,
            endDate=end,
            date=start if start == end else None,
            location=(name_ar(place) or "", name_en(place) or ""),
            country=country.iso2.casefold() if country is not None else None,
            summary=self._summary(incident),
            publisher=self._told.about.recorder or None,
            involved=[*(_id("actor", a) for a in incident.belligerents), *victims],
        )

    def _summary(self, incident: Incident) -> str | None:
        return "; ".join(self._tally(t) for t in incident.casualties) or None

    def _tally(self, tally: Tally) -> str:
        outcome = self._names.label("outcomes", tally.outcome)
        group = self._names.label("groups", tally.group)
        low = "unknown" if tally.low is None else str(tally.low)
        high = "unknown" if tally.high is None else str(tally.high)
        return f"{outcome}, {group}: minimum {low}, maximum {high}"

    def _notes(self, incident: Incident) -> Iterator[Entity]:
        grade = self._names.label("grades", str(incident.grade.code))
        rules = "; ".join(r.en or r.rule for r in incident.grade.reasons)
        told = [f"Grade: {grade} ({rules})" if rules else f"Grade: {grade}"]
        told += [self._tally(tally) for tally in incident.casualties]
        for number, words in enumerate(told):
            yield _entity(
                "Note",
                _id("note", incident.id, str(number)),
                description=words,
                entity=_id("incident", incident.id),
            )

    def _victims(self, incident: Incident) -> Iterator[Entity]:
        for number, victim in enumerate(incident.victims if self._open else ()):
            if victim.name:
                yield _person(incident, number, victim)


def _person(incident: Incident, number: int, victim: Victim) -> Entity:
    start = incident.date.start if incident.date is not None else None
    died = start is not None and victim.outcome == "killed"
    return _entity(
        "Person",
        _id("victim", incident.id, str(number)),
        name=victim.name,
        alias=[name for name in victim.names if name != victim.name],
        gender=victim.sex,
        deathDate=start.isoformat() if died and start is not None else None,
    )


def _article(report: CitedReport) -> Entity:
    published = report.published.isoformat() if report.published is not None else None
    return _entity(
        "Article",
        _id("report", report.id),
        title=report.title or report.id,
        author=report.author,
        publisher=report.outlet,
        publishedAt=published,
        sourceUrl=report.url,
        language=report.language,
    )
