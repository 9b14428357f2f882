"""An invented register: what stands in it, and what must never leave it."""

from datetime import date

import pytest

from tawthiq.lang.codebook import Codebook, load_codebook
from tawthiq.model.claim import Attribute, Claim, Claimant
from tawthiq.model.incident import (
    Grade,
    Grading,
    Incident,
    IncidentDate,
    IncidentPlace,
    Reason,
    Responsibility,
    Tally,
    Victim,
)
from tawthiq.model.place import Candidate, Place
from tawthiq.model.publication import CitedReport, Material, Publication
from tawthiq.model.span import Span
from tawthiq.model.vocabulary import DatePrecision, PlaceRole, PlaceState
from tawthiq.publish.profiles import profile_of
from tawthiq.publish.redaction import publication_of

TODAY = date(2031, 6, 1)
NAMES = ("نجيب الريحاني الكناري", "Najib Canary-Rihani", "سلوى الكناري")
SECRETS = (
    *NAMES,
    "الكناري",
    "Canary",
    "canary",
    "35.98713",
    "36.41379",
    "35.98199",
    "https://sunbula.example",
    "شبكة السنبلة",
    "report-one",
    "report-two",
    "بيت الزعرور",
)
"""Names, exact coordinates, outlets, ids of reports: none may stand in a public byte."""


def tally(
    group: str, low: int | None, high: int | None, *, outcome: str = "killed"
) -> Tally:
    return Tally(
        outcome=outcome,
        group=group,
        low=low,
        high=high,
        rule="rivals widen",
        claims=("claim-1", "claim-2") if group == "civilians" else (),
        part_of=None if group in {"people", "civilians"} else "civilians",
    )


def victim(name: str, latin: str, *, age: float, sex: str) -> Victim:
    return Victim(
        name=name,
        names=(name, latin) if latin else (name,),
        outcome="killed",
        age=age,
        sex=sex,
        reports=("report-one", "report-two"),
        claims=("claim-3",),
    )


def place() -> IncidentPlace:
    near = Place(
        id="user:1",
        name_ar="بيت الزعرور",
        name_en=None,
        lat=35.98199,
        lon=36.41,
        kind="village",
        precision="village",
        radius_m=1500,
        population=0,
        country="SY",
    )
    return IncidentPlace(
        role=PlaceRole.AT,
        name="بيت الكناري",
        name_en="Canary house",
        lat=35.98713,
        lon=36.41379,
        precision="exact_location",
        radius_m=10,
        state=PlaceState.RESOLVED,
        country="SY",
        admin=("كفر سمّاق",),
        candidates=(Candidate(place=near, score=0.5),),
        reports=("report-one",),
    )


@pytest.fixture
def incident() -> Incident:
    return Incident(
        id="incident-7",
        code="SY-20310302-canary-house",
        aliases=("SY-20310302-canary-lane",),
        date=IncidentDate(
            start=date(2031, 3, 2), end=date(2031, 3, 3), precision=DatePrecision.DAYS
        ),
        grade=Grade(
            code=Grading.CONTESTED,
            reasons=(
                Reason(
                    rule="rivals", ar="قالت شبكة السنبلة غير ذلك", en="Canary denies"
                ),
            ),
            version="1",
        ),
        members=("report-one#e1", "report-two#e1"),
        places=(place(),),
        event_types=("air_strike",),
        strike_status="contested_strike",
        belligerents=("russia", "syrian_government"),
        responsibility=(
            Responsibility(
                actor="russia", alleged_by=("report-one",), denied_by=("report-two",)
            ),
        ),
        weapons=("missile",),
        struck=("market", "school"),
        casualties=(
            tally("civilians", 12, 15),
            tally("children", 4, 4),
            tally("women", 2, None),
            tally("people", None, None, outcome="injured"),
        ),
        victims=(
            victim(NAMES[0], NAMES[1], age=11, sex="male"),
            victim(NAMES[2], "", age=34, sex="female"),
        ),
        reports=("report-one", "report-two"),
        copies=(("report-one", "report-two"),),
        independent_sources=1,
        facts=(("summary", "بيت الكناري"), ("sources", 2)),
    )


@pytest.fixture
def material(incident: Incident) -> Material:
    def report(name: str, copy_of: str | None = None) -> CitedReport:
        return CitedReport(
            id=name,
            outlet="شبكة السنبلة",
            title="قصف بيت الكناري",
            author="Canary",
            url="https://sunbula.example/1",
            published=date(2031, 3, 4),
            language="ar",
            sha256="canary",
            copy_of=copy_of,
        )

    return Material(
        incidents=(incident,),
        reports=(report("report-one"), report("report-two", "report-one")),
        claims=tuple(claims()),
        filter="since 2031-01-01",
    )


def claims() -> list[Claim]:
    def claim(
        number: int, attribute: Attribute, value: tuple[tuple[str, object], ...]
    ) -> Claim:
        return Claim(
            id=f"claim-{number}",
            report_id="report-one" if number != 2 else "report-two",
            event_id="e1",
            attribute=attribute,
            value=value,
            stance="asserts",
            span=Span(start=3, end=9, quote="الكناري"),
            claimants=(Claimant(name="Canary", kind="activist", via="شبكة السنبلة"),),
            rule="count",
        )

    count = (("outcome", "killed"), ("group", "civilians"), ("wording", "exact"))
    named = (("name", NAMES[0]), ("outcome", "killed"))
    placed = (("name", "بيت الكناري"), ("lat", 35.98713), ("role", "at"))
    return [
        claim(1, Attribute.CASUALTY, (*count, ("low", 12), ("high", 12))),
        claim(2, Attribute.CASUALTY, (*count, ("low", 15), ("high", 15))),
        claim(3, Attribute.VICTIM, named),
        claim(4, Attribute.PLACE, placed),
    ]


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook()


def let_out(material: Material, codebook: Codebook, profile: str) -> Publication:
    return publication_of(
        material,
        profile_of(codebook, profile),
        codebook,
        as_of=TODAY,
        recorder="Recorders of nowhere",
        licence="CC-BY-4.0",
    )


@pytest.fixture
def public(material: Material, codebook: Codebook) -> Publication:
    return let_out(material, codebook, "public")


@pytest.fixture
def internal(material: Material, codebook: Codebook) -> Publication:
    return let_out(material, codebook, "internal")
