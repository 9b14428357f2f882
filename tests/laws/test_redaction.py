"""Law: redaction leaves no occurrence, whatever an incident is made of."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
from tawthiq.model.publication import CitedReport, Material
from tawthiq.model.span import Span
from tawthiq.model.vocabulary import DatePrecision, PlaceRole
from tawthiq.publish.formats import Format, export
from tawthiq.publish.profiles import profile_of
from tawthiq.publish.redaction import publication_of

BOOK: Codebook = load_codebook()
TODAY = date(2031, 6, 1)
CANARY = "zqxcanary"
LATITUDE, LONGITUDE = 35.9871337, 36.4137991
PLAIN = tuple(form for form in Format if form is not Format.PARQUET)
"""Parquet packs its columns, so that no text stands in it as bytes."""

maybe = st.sampled_from([None, CANARY])
secrets = st.sampled_from([(), (CANARY,), (CANARY, f"{CANARY} 2")])
counts = st.none() | st.integers(0, 40)
cited = st.sampled_from([(), (f"{CANARY}-1",), (f"{CANARY}-1", f"{CANARY}-2")])
fine = st.sampled_from([None, "exact_location", "street", "neighbourhood_area"])

places = st.builds(
    IncidentPlace,
    role=st.sampled_from(PlaceRole),
    name=st.just(CANARY),
    name_en=maybe,
    lat=st.sampled_from([None, LATITUDE]),
    lon=st.sampled_from([None, LONGITUDE]),
    place_id=maybe,
    pcode=maybe,
    precision=fine,
    radius_m=st.none() | st.integers(1, 90_000),
    country=st.sampled_from([None, "SY", "XX"]),
    admin=st.just(("وادي السماق",)),
    reports=cited,
)
victims = st.builds(
    Victim,
    name=st.just(CANARY),
    names=secrets,
    outcome=st.sampled_from(["killed", "injured"]),
    age=st.none() | st.integers(0, 100).map(float),
    age_group=st.sampled_from([None, "child", "adult"]),
    sex=st.sampled_from([None, "male", "female"]),
    reports=cited,
)
tallies = st.builds(
    Tally,
    outcome=st.sampled_from(["killed", "injured", "missing"]),
    group=st.sampled_from(["people", "civilians", "children", "women", "combatants"]),
    low=counts,
    high=counts,
    rule=st.just("one voice"),
    claims=st.just(("c1",)),
)
parts = st.builds(
    Responsibility,
    actor=st.sampled_from(["russia", "sdf"]),
    alleged_by=cited,
    claimed_by=cited,
    denied_by=cited,
)
grades = st.builds(
    Grade,
    code=st.sampled_from(Grading),
    reasons=st.just((Reason(rule="one voice", ar=CANARY, en=CANARY),)),
    version=st.just("1"),
)
incidents = st.builds(
    Incident,
    id=st.sampled_from(["i1", "i2"]),
    code=st.sampled_from([f"SY-20310302-{CANARY}", f"XX-undated-{CANARY}"]),
    date=st.just(
        IncidentDate(
            start=date(2031, 3, 2), end=date(2031, 3, 2), precision=DatePrecision.DAY
        )
    ),
    grade=grades,
    aliases=st.just((f"SY-20310302-{CANARY}-old",)),
    members=cited.map(lambda told: tuple(f"{r}#e1" for r in told)),
    places=st.lists(places, min_size=1, max_size=2).map(tuple),
    event_types=st.lists(st.sampled_from(["air_strike", "clash"]), max_size=2).map(
        tuple
    ),
    belligerents=st.lists(st.sampled_from(["russia", "sdf"]), max_size=2).map(tuple),
    responsibility=st.lists(parts, max_size=2).map(tuple),
    casualties=st.lists(
        tallies, max_size=4, unique_by=lambda t: (t.outcome, t.group)
    ).map(tuple),
    victims=st.lists(victims, max_size=3).map(tuple),
    reports=cited,
    copies=cited.map(lambda told: (told,) if told else ()),
    facts=st.just((("summary", CANARY), ("sources", 3))),
)
sources = [
    CitedReport(
        id=f"{CANARY}-{number}",
        outlet=CANARY,
        title=CANARY,
        author=CANARY,
        url=f"https://{CANARY}.example",
        archive_url=f"https://{CANARY}.example",
        published=date(2031, 3, 4),
        language="ar",
        sha256=CANARY,
        copy_of=f"{CANARY}-1" if number > 1 else None,
    )
    for number in (1, 2)
]
claims = st.builds(
    Claim,
    id=st.just("c1"),
    report_id=st.just(f"{CANARY}-1"),
    event_id=st.just("e1"),
    attribute=st.sampled_from(Attribute),
    value=st.just((("name", CANARY), ("lat", LATITUDE), ("note", CANARY))),
    stance=st.just("asserts"),
    span=st.none() | st.just(Span(start=0, end=9, quote=CANARY)),
    claimants=st.just((Claimant(name=CANARY, kind="activist", via=CANARY),)),
    rule=st.just("rule"),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(
    told=st.lists(incidents, max_size=2, unique_by=lambda i: i.id),
    claim=claims,
    form=st.sampled_from(PLAIN),
)
def test_no_secret_is_left(told: list[Incident], claim: Claim, form: Format) -> None:
    publication = publication_of(
        Material(incidents=tuple(told), reports=tuple(sources), claims=(claim,)),
        profile_of(BOOK),
        BOOK,
        as_of=TODAY,
    )
    assert len(publication.incidents) == len(told)
    for made in export(publication, form, BOOK):
        text = (
            repr(made.data)
            if made.name.endswith(".zip")
            else made.data.decode(errors="replace")
        )
        assert CANARY not in text
        assert "35.987" not in text
        assert "36.413" not in text
    assert CANARY not in repr(publication)
    assert "35.987" not in repr(publication)
