"""Viewing: the incidents of a register, and what each rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.link.reasons import reasons_of
from tawthiq.model.claim import Claim
from tawthiq.model.incident import Incident, Reason
from tawthiq.model.link import Link
from tawthiq.model.report import Report
from tawthiq.register.services import events, incidents, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """What one report says of an incident: its claims, in the report's order."""

    report: Report
    claims: tuple[Claim, ...]


def all_incidents() -> Iterator[Incident]:
    """Give every incident that stands, by day, then code."""
    return incidents.all_incidents()


def incident(name: str) -> tuple[Incident, tuple[Testimony, ...]]:
    """Give an incident with what each of its reports says, oldest report first.

    Raises:
        RegisterError: there is none of that code or id, or more than one.
    """
    found = incidents.incident(name)
    mine = set(found.members)
    told = [
        Testimony(
            report=reading.report,
            claims=tuple(c for c in claims if f"{c.report_id}#{c.event_id}" in mine),
        )
        for reading, claims in reports.readings_with_claims(found.reports)
    ]
    return found, tuple(sorted(told, key=_order))


def links(name: str) -> tuple[tuple[Link, tuple[tuple[Reason, float], ...]], ...]:
    """Give the links between the events of an incident with reasons, surest first.

    Raises:
        RegisterError: there is none of that code or id, or more than one.
    """
    found = events.links_among(incidents.incident(name).members, with_parts=True)
    ranked = sorted(found, key=lambda link: (-link.score, link.left, link.right))
    return tuple((link, reasons_of(link)) for link in ranked)


def _order(told: Testimony) -> tuple[str, str]:
    day = told.report.published
    return (day.isoformat() if day else "9999", told.report.id)
