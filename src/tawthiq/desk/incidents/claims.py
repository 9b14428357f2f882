"""Claims in words: what each says, who says it, and when it was told."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from tawthiq.desk import figures, phrases
from tawthiq.model.claim import Attribute, Claim
from tawthiq.model.report import Report

Values = Mapping[str, object]
SHORT = 12
"""Signs of a report's id that are shown where it has neither outlet nor title."""

LONGEST_TITLE = 60
"""Letters of a title that stand for a report; a post has none but its first lines."""

SLOTS = {Attribute.CASUALTY: "killed", Attribute.EVENT: "trigger"}
"""Colours of attributes whose slot has another name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim on the page of an incident."""

    id: str
    attribute: str
    slot: str
    value: str
    quote: str
    claimants: str
    channels: str
    stance: str
    denies: bool
    rule: str
    report: str
    outlet: str
    day: date | None
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Claims of one attribute that say the same."""

    value: str
    told: tuple[Said, ...]


def side_by_side(claims: Iterable[Said]) -> list[tuple[str, list[Alike]]]:
    """Put claims that say the same together, by attribute, in their usual order.

    So that one sees where reports agree and where they part; nothing is left out.
    """
    found: dict[str, dict[str, list[Said]]] = {}
    order = [SLOTS.get(one, str(one)) for one in Attribute]
    for one in sorted(claims, key=lambda said: order.index(said.slot)):
        found.setdefault(one.attribute, {}).setdefault(one.value, []).append(one)
    return [
        (name, [Alike(value=value, told=tuple(told)) for value, told in some.items()])
        for name, some in found.items()
    ]


def outlet_of(report: Report) -> str:
    """Name a report to a person: its outlet, how its title begins, or its short id."""
    title = shorten(report.title or "", LONGEST_TITLE, placeholder=" …")
    return report.outlet or title or report.id[:SHORT]


def said_of(claim: Claim, report: Report) -> Said:
    """Put a claim of a report into words."""
    comma = phrases.plain("incidents_comma")
    names = [
        phrases.plain("incident_itself") if one.name == report.id else one.name
        for one in claim.claimants
    ]
    channels = sorted({one.channel for one in claim.claimants if one.channel})
    return Said(
        id=claim.id,
        attribute=phrases.plain(f"incident_attribute_{claim.attribute}"),
        slot=SLOTS.get(claim.attribute, str(claim.attribute)),
        value=value_of(claim),
        quote=" ".join(claim.span.quote.split()) if claim.span else "",
        claimants=comma.join(dict.fromkeys(names)),
        channels=comma.join(phrases.label("channels", one) for one in channels),
        stance=phrases.label("stances", claim.stance),
        denies=claim.stance in {"denies", "doubts"},
        rule=claim.rule,
        report=report.id,
        outlet=outlet_of(report),
        day=report.published,
        lang=report.language,
    )


def value_of(claim: Claim) -> str:
    """Write what a claim says, in the words of the codebook."""
    return _WRITERS[claim.attribute](dict(claim.value))


def counted(low: object, high: object) -> str:
    """Write a range of people; without ends it is people without a number."""
    if low is None and high is None:
        return phrases.plain("incidents_no_number")
    return figures.between(
        low if isinstance(low, int) else None, high if isinstance(high, int) else None
    )


def _label(table: str, told: Values, key: str) -> str:
    code = told.get(key)
    return phrases.label(table, str(code)) if code else ""


def _joined(*words: str) -> str:
    return phrases.plain("incidents_comma").join(filter(None, words))


def _event(told: Values) -> str:
    kind = told.get("kind")
    return _joined(
        _label("event_types", told, "type"),
        "" if kind == "incident" else _label("event_kinds", told, "kind"),
    )


def _date(told: Values) -> str:
    first, last = told.get("from"), told.get("to")
    ends = [str(one) if one else None for one in (first, last)]
    if ends[0] == ends[1] or None in ends:
        return figures.day(ends[0] or ends[1])
    return phrases.plain("from_to", low=figures.day(ends[0]), high=figures.day(ends[1]))


def _place(told: Values) -> str:
    name = str(told.get("name") or "")
    return _joined(
        name, _label("place_roles", told, "role"), _label("place_states", told, "state")
    )


def _perpetrator(told: Values) -> str:
    return _joined(
        _label("actors", told, "actor"), _label("perpetrator_stances", told, "stance")
    )


def _casualty(told: Values) -> str:
    outcome, group = (
        _label("outcomes", told, "outcome"),
        _label("groups", told, "group"),
    )
    number = counted(told.get("low"), told.get("high"))
    return phrases.plain("incident_count", outcome=outcome, group=group, number=number)


def _victim(told: Values) -> str:
    age = told.get("age")
    years = figures.digits(f"{age:g}") if isinstance(age, int | float) else ""
    return _joined(
        str(told.get("name") or ""), years, _label("outcomes", told, "outcome")
    )


_WRITERS: dict[Attribute, Callable[[Values], str]] = {
    Attribute.EVENT: _event,
    Attribute.DATE: _date,
    Attribute.PLACE: _place,
    Attribute.PERPETRATOR: _perpetrator,
    Attribute.WEAPON: lambda told: _label("weapons", told, "code"),
    Attribute.STRUCK: lambda told: _label("struck", told, "code"),
    Attribute.CASUALTY: _casualty,
    Attribute.VICTIM: _victim,
}
