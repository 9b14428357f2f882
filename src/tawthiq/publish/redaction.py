"""Redaction: what a profile lets out; no format sees anything else.

Fields are let out by name, not held back by name: what is not written here does not
leave (domain handbook 3 E4, web.md "Publication").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tawthiq import __version__
from tawthiq.lang.codebook import Codebook
from tawthiq.model.claim import Attribute, Claim, Claimant
from tawthiq.model.incident import (
    Grade,
    Incident,
    IncidentPlace,
    Responsibility,
    Tally,
    Victim,
    event_key,
)
from tawthiq.model.profile import Disclosure, Profile
from tawthiq.model.publication import About, CitedReport, Material, Publication
from tawthiq.publish.coarsening import coarse_place
from tawthiq.publish.grade_words import bare_reason
from tawthiq.publish.words import Words

FACTS = ("causes", "strike_type", "named_killed", "sources")
"""What of an imported table's own columns may leave: none of them names anybody."""
WHOLES = {"people", "civilians", "combatants"}
ADULT_FROM = 18
_PLACED_CODE = re.compile(r"[A-Z]{2,3}-(?:\d{8}|undated)-.+")
"""A code that is made of the place's name, and would give it away."""
TITLE = "Incidents of harm to civilians"


def publication_of(
    material: Material,
    profile: Profile,
    codebook: Codebook,
    *,
    as_of: date,
    recorder: str = "",
    licence: str = "",
) -> Publication:
    """Give what a profile lets out.

    Args:
        material: incidents with their reports and claims.
        profile: see `publish.profiles.profile_of`.
        codebook: for the ladder of precision.
        as_of: the day from which the profile's delay is counted back.
        recorder: who publishes.
        licence: on what terms (``CC-BY-4.0``); none is claimed where none is told.

    Returns:
        the incidents that are old enough, redacted; what belongs to others is left out.
    """
    release = _Release(profile, codebook, _masks(material, profile))
    late = as_of - timedelta(days=profile.delay_days)
    held = sorted(material.incidents, key=lambda i: (i.code, i.id))
    let_out = [i for i in held if _old_enough(i, late, profile)]
    kept = tuple(release.incident(i) for i in let_out)
    reports = {report for i in let_out for report in i.reports}
    owners = _owners(material, let_out)
    return Publication(
        incidents=kept,
        reports=tuple(release.report(r) for r in material.reports if r.id in reports),
        claims=tuple(
            told
            for claim in material.claims
            if claim.id in owners
            for told in release.claim(claim)
        ),
        owners=owners,
        profile=profile,
        about=About(
            title=TITLE,
            recorder=recorder,
            licence=licence,
            code_version=__version__,
            codebook_version=codebook.version,
            rules_version=", ".join(sorted({i.grade.version for i in kept} - {""})),
            profile=profile.code,
            filter=material.filter,
            newest=_newest(kept),
            incidents=len(kept),
            withheld=len(material.incidents) - len(kept),
        ),
    )


def _old_enough(incident: Incident, late: date, profile: Profile) -> bool:
    """Whether the delay has passed; of an incident without a day nobody knows."""
    when = incident.date
    last = (when.end or when.start) if when is not None else None
    if profile.delay_days == 0:
        return True
    return last is not None and last <= late


def _owners(material: Material, let_out: Sequence[Incident]) -> dict[str, str]:
    """Give the incident that each claim speaks of, if it is one that is let out.

    A report may tell of another incident too, which the profile withholds: a claim
    leaves with its own event, or by being named in a tally, and in no other way.
    """
    of_event = {member: i.id for i in let_out for member in i.members}
    named = {c: i.id for i in let_out for t in i.casualties for c in t.claims}
    named |= {c: i.id for i in let_out for v in i.victims for c in v.claims}
    found: dict[str, str] = {}
    for claim in material.claims:
        key = event_key(claim.report_id, claim.event_id)
        owner = of_event.get(key) or named.get(claim.id)
        if owner is not None:
            found[claim.id] = owner
    return found


def _masks(material: Material, profile: Profile) -> Mapping[str, str]:
    """Number the reports, so that a masked one can still be told from the next."""
    if profile.sources is Disclosure.SHOWN:
        return {}
    ids = {report.id for report in material.reports}
    ids |= {report for i in material.incidents for report in _named_reports(i)}
    return {name: f"source-{n:05}" for n, name in enumerate(sorted(ids), start=1)}


def _named_reports(incident: Incident) -> Iterable[str]:
    yield from incident.reports
    for group in incident.copies:
        yield from group
    for place in incident.places:
        yield from place.reports
    for victim in incident.victims:
        yield from victim.reports
    for part in incident.responsibility:
        yield from (*part.alleged_by, *part.claimed_by, *part.denied_by)


class _Release:
    """Redacts record by record, by one profile."""

    def __init__(
        self, profile: Profile, codebook: Codebook, masks: Mapping[str, str]
    ) -> None:
        self._profile = profile
        self._masks = masks
        self._masked = profile.sources is Disclosure.WITHHELD
        self._words = Words(codebook)
        steps = codebook.tables["place_precisions"].entries
        self._ladder = {code: int(e.more["rank"]) for code, e in steps.items()}

    def incident(self, incident: Incident) -> Incident:
        """Give an incident as the profile lets it out."""
        if self._profile.finest is None:
            return self._redacted(incident)
        return self._redacted(self._words.of(incident))

    def _redacted(self, incident: Incident) -> Incident:
        places = tuple(self._place_of(incident))
        hidden = [
            before.name != after.name
            for before, after in zip(incident.places, places, strict=True)
        ]
        placed = _PLACED_CODE.fullmatch(incident.code)
        return replace(
            incident,
            code=incident.id if placed and any(hidden) else incident.code,
            aliases=tuple(
                a
                for a in incident.aliases
                if not (any(hidden) and _PLACED_CODE.fullmatch(a))
            ),
            grade=self._grade(incident.grade),
            computed=self._grade(incident.computed) if incident.computed else None,
            members=() if self._masked else incident.members,
            places=places,
            responsibility=tuple(self._part(p) for p in incident.responsibility),
            casualties=tuple(t for t in incident.casualties if self._large(t)),
            victims=tuple(self._victim(v) for v in incident.victims),
            reports=self._cited(incident.reports),
            copies=tuple(self._cited(group) for group in incident.copies),
            facts=self._facts(incident),
        )

    def _place_of(self, incident: Incident) -> Iterable[IncidentPlace]:
        for place in incident.places:
            coarse = coarse_place(place, self._profile, self._ladder)
            yield replace(coarse, reports=self._cited(place.reports))

    def _cited(self, reports: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._name(report) for report in reports)

    def _name(self, report: str) -> str:
        """Name a report by its number; where all are masked, none keeps its own."""
        return self._masks.get(report, "") if self._masked else report

    def _grade(self, grade: Grade) -> Grade:
        """Keep the rules of a grade; their words may name speakers."""
        if not self._masked and self._profile.names is Disclosure.SHOWN:
            return grade
        return replace(grade, reasons=tuple(map(bare_reason, grade.reasons)))

    def _part(self, part: Responsibility) -> Responsibility:
        return Responsibility(
            actor=part.actor,
            alleged_by=self._cited(part.alleged_by),
            claimed_by=self._cited(part.claimed_by),
            denied_by=self._cited(part.denied_by),
        )

    def _large(self, tally: Tally) -> bool:
        """Whether a row tells of enough people not to point at one of them."""
        people = tally.high if tally.high is not None else tally.low
        small = people is not None and 0 < people < self._profile.smallest_count
        return tally.group in WHOLES or not small

    def _victim(self, victim: Victim) -> Victim:
        """Keep sex and age group; a name, and an age beside a day, point at one."""
        told = replace(victim, reports=self._cited(victim.reports))
        if self._profile.names is Disclosure.SHOWN:
            return told
        group = victim.age_group
        if group is None and victim.age is not None:
            group = "child" if victim.age < ADULT_FROM else "adult"
        return replace(told, name="", names=(), age=None, age_group=group)

    def _facts(self, incident: Incident) -> tuple[tuple[str, object], ...]:
        if self._profile.delay_days == 0 and self._profile.finest is None:
            return incident.facts
        return tuple((name, value) for name, value in incident.facts if name in FACTS)

    def report(self, report: CitedReport) -> CitedReport:
        """Give a report; a masked one keeps its number, day and language alone."""
        if not self._masked:
            return report
        mask = self._masks
        copy_of = mask.get(report.copy_of) if report.copy_of is not None else None
        return CitedReport(
            id=mask[report.id],
            published=report.published,
            language=report.language,
            copy_of=copy_of,
        )

    def claim(self, claim: Claim) -> Iterable[Claim]:
        """Give a claim; none where its very value is withheld."""
        profile = self._profile
        if claim.attribute is Attribute.VICTIM and profile.names is Disclosure.WITHHELD:
            return
        if claim.attribute is Attribute.PLACE and profile.finest is not None:
            return
        span = claim.span
        if span is not None and profile.quotes is Disclosure.WITHHELD:
            span = replace(span, quote="")
        yield replace(
            claim,
            report_id=self._name(claim.report_id),
            event_id="" if self._masked else claim.event_id,
            value=_let_out(claim),
            span=span,
            claimants=tuple(
                (
                    Claimant(name="", kind=c.kind, channel=c.channel)
                    if self._masked
                    else c
                )
                for c in claim.claimants
            ),
        )


CLAIMED = {
    Attribute.EVENT: ("kind", "type", "stance"),
    Attribute.DATE: ("from", "to", "precision", "basis"),
    Attribute.PERPETRATOR: ("actor", "stance"),
    Attribute.WEAPON: ("code",),
    Attribute.STRUCK: ("code",),
    Attribute.CASUALTY: ("outcome", "group", "low", "high", "wording", "part_of"),
    Attribute.PLACE: ("role", "name", "name_en", "place_id", "precision"),
    Attribute.VICTIM: ("name", "age", "sex", "outcome"),
}
"""The keys of a claim's value that may leave, by what it says something of."""


def _let_out(claim: Claim) -> tuple[tuple[str, object], ...]:
    kept = CLAIMED[claim.attribute]
    return tuple((key, value) for key, value in claim.value if key in kept)


def _newest(kept: Iterable[Incident]) -> str:
    """Give the last day of the newest incident; empty where none has a day."""
    days = [w.end or w.start for i in kept if (w := i.date) is not None]
    newest = max((day for day in days if day is not None), default=None)
    return newest.isoformat() if newest is not None else ""
