"""One incident whole: what is claimed by whom, and what it amounts to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from tawthiq.desk import phrases
from tawthiq.desk.incidents.claims import (
    Said,
    counted,
    outlet_of,
    said_of,
    side_by_side,
)
from tawthiq.desk.incidents.drawing.chart import Chart, chart_of
from tawthiq.desk.incidents.drawing.tolls import Tolls, tolls_of
from tawthiq.desk.incidents.finding import Cell
from tawthiq.desk.incidents.listing import when_of
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.preferences import current
from tawthiq.desk.restricting import sight
from tawthiq.errors import RegisterError
from tawthiq.model.decision import Decision
from tawthiq.model.incident import Grading, Incident, IncidentPlace, Review, Tally
from tawthiq.model.report import Report
from tawthiq.model.window import Window
from tawthiq.publish.drawing.projection import view_of
from tawthiq.workflow import checking
from tawthiq.workflow.registers import reviewing, viewing
from tawthiq.workflow.registers.viewing import Testimony

AROUND_M = 6_000
"""Metres shown around a place, at least."""
DEGREE_M = 111_000
MAP_WIDTH, MAP_HEIGHT = 560, 320
CLOSEST = 7.0
"""Zoom of the small map at most: nearer there is no line to find one's way by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One outcome of one group: the range, its rule, the claims under it."""

    outcome: str
    group: str
    number: str
    rule: str
    part: bool
    claims: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """What is said of one actor, by whom."""

    actor: str
    alleged: tuple[str, ...]
    claimed: tuple[str, ...]
    denied: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Reports that are one voice: the first, and those that copy it."""

    report: Report
    outlet: str
    copies: tuple[tuple[Report, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A decision of a person over this incident; ``undone`` where another took it back."""

    decision: Decision
    verdict: str
    value: str
    undone: bool


@require_safe
@needs(Role.VIEWER)
def incident(request: HttpRequest, name: str) -> HttpResponse:
    """Show an incident; a former code or id leads to the one it is now."""
    found, told = seen(name)
    if name != found.code:
        return redirect("incidents:incident", name=found.code, permanent=False)
    context = {**page_of(found, told), "can_rule": may_rule(request)}
    return render(request, "incidents/incident.html", context)


def may_rule(request: HttpRequest) -> bool:
    """Whether who asks may decide on incidents."""
    person = request.user
    return isinstance(person, Account) and person.may(Role.REVIEWER)


def seen(name: str) -> tuple[Incident, tuple[Testimony, ...]]:
    """Give an incident with what its reports say.

    Raises:
        Http404: there is none of that code or id, or it may not be seen.
    """
    try:
        found, told = viewing.incident(name)
    except RegisterError as fault:
        raise Http404 from fault
    sight.current().check_incident(found.id)
    return found, told


def page_of(one: Incident, told: Sequence[Testimony]) -> dict[str, object]:
    """Give all that the page of an incident shows."""
    lang = current().lang
    claims = {c.id: said_of(c, t.report) for t in told for c in t.claims}
    named = {t.report.id: outlet_of(t.report) for t in told}
    places = one.places
    return {
        "one": one,
        "when": _when(one),
        "place": places[0].named(lang) if places else "",
        "place_beside": _beside(places[0], lang) if places else "",
        "others": [place.named(lang) for place in places[1:]],
        "places": places,
        "chart": _chart(places[0], lang) if places else None,
        "types": _labels("event_types", one.event_types),
        "weapons": _labels("weapons", one.weapons),
        "struck": _labels("struck", one.struck),
        "tallies": [_row(tally, claims) for tally in sorted(one.casualties, key=_rank)],
        "blames": [
            Blame(
                actor=phrases.label("actors", said.actor),
                alleged=tuple(named.get(r, r[:12]) for r in said.alleged_by),
                claimed=tuple(named.get(r, r[:12]) for r in said.claimed_by),
                denied=tuple(named.get(r, r[:12]) for r in said.denied_by),
            )
            for said in one.responsibility
        ],
        "claims": side_by_side(claims.values()),
        "voices": list(_voices(one, told)),
        "tolls": _tolls(told),
        "warnings": checking.check(
            [one],
            published={
                t.report.id: t.report.published for t in told if t.report.published
            },
        ),
        "links": viewing.links(one.id) if one.members else (),
        "deeds": list(deeds_of(one)),
        "gradings": list(Grading),
        "reviews": list(Review),
        "named": named,
    }


def _when(one: Incident) -> str:
    return when_of(one.date.start, one.date.end) if one.date else ""


def _beside(place: IncidentPlace, lang: str) -> str:
    """Give the name in the other language, where the place has one."""
    other = place.named("ar" if lang == "en" else "en")
    return "" if other == place.named(lang) else other


def _labels(table: str, codes: Sequence[str]) -> str:
    comma = phrases.plain("incidents_comma")
    return comma.join(phrases.label(table, code) for code in codes)


def _rank(tally: Tally) -> tuple[int, bool, str]:
    """Sort as the codebook sorts outcomes, wholes before their parts."""
    outcomes = list(phrases.codebook().tables["outcomes"].entries)
    known = tally.outcome in outcomes
    at = outcomes.index(tally.outcome) if known else len(outcomes)
    return at, tally.part_of is not None, tally.group


def _row(tally: Tally, claims: dict[str, Said]) -> Row:
    return Row(
        outcome=phrases.label("outcomes", tally.outcome),
        group=phrases.label("groups", tally.group),
        number=counted(tally.low, tally.high),
        rule=phrases.plain(f"incident_rule_{tally.rule}")
        if f"incident_rule_{tally.rule}" in phrases.phrases()["ar"]
        else tally.rule,
        part=tally.part_of is not None,
        claims=tuple(claims[name] for name in tally.claims if name in claims),
    )


def _voices(one: Incident, told: Sequence[Testimony]) -> Iterator[Voice]:
    """Fold reports that copy one another under the first of them."""
    reports = {t.report.id: t.report for t in told}
    folded: set[str] = set()
    for name, report in reports.items():
        if name in folded:
            continue
        group = next((some for some in one.copies if name in some), (name,))
        copies = [reports[r] for r in group if r in reports and r != name]
        folded.update(copy.id for copy in copies)
        yield Voice(
            report=report,
            outlet=outlet_of(report),
            copies=tuple((copy, outlet_of(copy)) for copy in copies),
        )


def _tolls(told: Sequence[Testimony]) -> Tolls | None:
    return tolls_of(
        [
            (t.report.published, outlet_of(t.report), dict(c.value))
            for t in told
            for c in t.claims
            if c.attribute == "casualty" and t.report.published is not None
        ],
        rtl=current().direction == "rtl",
    )


def deeds_of(one: Incident) -> Iterator[Deed]:
    """Give the decisions that concern the events of an incident, newest first."""
    mine = set(one.members)
    told = list(reviewing.all_decisions())
    undone = {d.reverses for d in told if d.reverses is not None}
    for decision in reversed(told):
        if mine & {key for group in decision.groups for key in group}:
            yield Deed(
                decision=decision,
                verdict=phrases.plain(f"incident_verdict_{decision.verdict}"),
                value=_ruled(decision),
                undone=decision.number in undone,
            )


def _ruled(decision: Decision) -> str:
    if decision.verdict == "grade":
        return phrases.label("grades", decision.value)
    if decision.verdict == "review":
        return phrases.plain(f"incidents_review_{decision.value}")
    return ""


def _chart(place: IncidentPlace, lang: str) -> Chart | None:
    if place.lat is None or place.lon is None:
        return None
    room = max(AROUND_M, 2 * (place.radius_m or 0)) / DEGREE_M
    window = Window(
        west=max(-180.0, place.lon - 1.5 * room),
        south=max(-90.0, place.lat - room),
        east=min(180.0, place.lon + 1.5 * room),
        north=min(90.0, place.lat + room),
    )
    view = view_of(window, MAP_WIDTH, MAP_HEIGHT, closest=CLOSEST)
    cell = Cell(
        number=1,
        lat=place.lat,
        lon=place.lon,
        south=place.lat,
        north=place.lat,
        west=place.lon,
        east=place.lon,
        code="here",
    )
    return chart_of([cell], {"here": place.radius_m}, view=view, lang=lang)
