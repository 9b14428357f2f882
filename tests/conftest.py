"""Invented reports and their readings; places, people and outlets exist nowhere."""

import os
from datetime import date

import pytest
from hypothesis import settings
from tests.must_run import pytest_runtest_makereport

from tawthiq.model.count import Range
from tawthiq.model.event import (
    Attribution,
    Casualty,
    EventReport,
    NamedVictim,
    Perpetrator,
    PlaceClaim,
    Struck,
    Weapon,
    When,
)
from tawthiq.model.place import Candidate, Place
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.report import Report
from tawthiq.model.span import Span
from tawthiq.model.statement import Speaker, Statement
from tawthiq.model.vocabulary import (
    Blame,
    DateBasis,
    DatePrecision,
    EventKind,
    EventStance,
    PlaceRole,
    PlaceState,
    PublishedBasis,
    Stance,
    Wording,
)

__all__ = ["pytest_runtest_makereport"]

# One Django per process: the desk's settings hold all that the register's do.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tawthiq.desk.settings")

settings.register_profile("thorough", max_examples=2_000, deadline=None)

TEXT = """قصف على سوق بلدة وادي الزعرور

وادي الزعرور - شبكة السنبلة الإخبارية

قُتل 12 مدنياً، بينهم 4 أطفال وسيدتان، وأصيب ما بين 30 و35 آخرين صباح اليوم الاثنين، جراء غارة جوية روسية استهدفت السوق الشعبي وسط بلدة وادي الزعرور بريف كفر سمّاق الجنوبي، بحسب ما أفاد مركز الدفاع المدني في اتصال هاتفي مع «السنبلة» 😢.

ومن بين القتلى الطفل نجيب الريحاني (11 عاماً) والطبيبة سلوى المرجان، فيما لا يزال عدد من الأشخاص تحت الأنقاض.

كما استهدفت قذائف هاون مجهولة المصدر أطراف قرية أم الطيور مساء أمس، دون وقوع إصابات.

وقال الناشط رامي الحصّاد إن الطائرات كانت روسية، مشيراً في تسجيل مصوّر إلى أن الغارات قتلت منذ بداية العام أكثر من 300 شخص في المنطقة.

من جهتها نفت وزارة الدفاع الروسية في بيان أن تكون طائراتها قد نفذت أي غارة على البلدة.
"""
ENGLISH = """Market strike kills at least 20

An air strike on the market of Wadi al-Zaarour killed at least 20 people on Monday, a medic told the Sunbula network.
"""


def words(text: str, quote: str, nth: int = 0) -> Span:
    """Find words in a text: the first time, or the ``nth`` time after it."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Span.of(text, start, start + len(quote))


def a_place(number: int, name: str, *, lat: float, lon: float) -> Place:
    return Place(
        id=f"user:{number}",
        name_ar=name,
        name_en="Wadi al-Zaarour" if "الزعرور" in name else "Umm al-Tuyur",
        lat=lat,
        lon=lon,
        kind="PPL",
        precision="town",
        radius_m=3000,
        population=4000,
        country="SY",
        pcode=f"C{number}",
    )


def _toll(
    quote: str, group: str, bounds: tuple[int | None, int | None], **more: object
) -> Casualty:
    wording = more.get("wording", Wording.EXACT)
    part_of = more.get("part_of")
    assert isinstance(wording, Wording)
    assert part_of is None or isinstance(part_of, int)
    return Casualty(
        outcome=str(more.get("outcome", "killed")),
        group=group,
        range=Range(low=bounds[0], high=bounds[1], wording=wording),
        part_of=part_of,
        span=words(TEXT, quote),
        rule="count_then_group",
    )


def _struck_places() -> tuple[PlaceClaim, ...]:
    town = a_place(1, "وادي الزعرور", lat=35.1234, lon=36.5678)
    twin = a_place(2, "وادي الزعرور", lat=33.4, lon=36.1)
    return (
        PlaceClaim(
            role=PlaceRole.AT,
            name="وادي الزعرور",
            span=words(TEXT, "وادي الزعرور", 2),
            rule="head_noun",
            state=PlaceState.AMBIGUOUS,
            place=town,
            candidates=(
                Candidate(place=town, score=0.61234567),
                Candidate(place=twin, score=0.38),
            ),
            precision="town",
            radius_m=3000,
        ),
        PlaceClaim(
            role=PlaceRole.ADMIN,
            name="كفر سمّاق",
            span=words(TEXT, "ريف كفر سمّاق الجنوبي"),
            rule="countryside",
            precision="district",
        ),
    )


def _harmed() -> tuple[Casualty, ...]:
    return (
        _toll("12 مدنياً", "civilians", (12, 12)),
        _toll("4 أطفال", "children", (4, 4), part_of=0),
        _toll("سيدتان", "women", (2, 2), part_of=0),
        _toll(
            "ما بين 30 و35 آخرين",
            "civilians",
            (30, 35),
            outcome="injured",
            wording=Wording.RANGE,
        ),
        _toll(
            "عدد من الأشخاص",
            "people",
            (None, None),
            outcome="missing",
            wording=Wording.VAGUE,
        ),
    )


def _named() -> tuple[NamedVictim, ...]:
    return (
        NamedVictim(
            name="نجيب الريحاني",
            age=11.0,
            sex="male",
            outcome="killed",
            span=words(TEXT, "نجيب الريحاني"),
            rule="described_name",
        ),
        NamedVictim(
            name="سلوى المرجان",
            age=None,
            sex="female",
            outcome="killed",
            span=words(TEXT, "سلوى المرجان"),
            rule="described_name",
        ),
    )


def _air_strike() -> EventReport:
    return EventReport(
        id="e1",
        kind=EventKind.INCIDENT,
        type="air_strike",
        stance=EventStance.DISPUTED,
        trigger=words(TEXT, "غارة جوية روسية استهدفت السوق الشعبي"),
        rule="strike_noun",
        date=When(
            start=date(2031, 3, 3),
            end=date(2031, 3, 3),
            precision=DatePrecision.DAY,
            basis=DateBasis.RELATIVE,
            span=words(TEXT, "اليوم الاثنين"),
            rule="weekday",
        ),
        places=_struck_places(),
        perpetrators=(
            Perpetrator(
                actor="russia",
                stance=Blame.ALLEGED,
                span=words(TEXT, "روسية"),
                rule="adjective",
            ),
            Perpetrator(
                actor="russia",
                stance=Blame.DENIED,
                span=words(TEXT, "وزارة الدفاع الروسية"),
                rule="denial",
            ),
        ),
        weapons=(Weapon(code="aircraft", span=words(TEXT, "غارة جوية"), rule="noun"),),
        struck=(
            Struck(
                code="market",
                name="السوق الشعبي",
                span=words(TEXT, "السوق الشعبي"),
                rule="noun",
            ),
        ),
        casualties=_harmed(),
        victims=_named(),
        attribution=(
            Attribution(
                name="مركز الدفاع المدني",
                kind="civil_defence",
                channel="phone",
                stance=Stance.ASSERTS,
                via="السنبلة",
                span=words(TEXT, "مركز الدفاع المدني"),
                rule="according_to",
            ),
        ),
    )


def _shelling() -> EventReport:
    return EventReport(
        id="e2",
        kind=EventKind.INCIDENT,
        type="shelling",
        stance=EventStance.ASSERTED,
        trigger=words(TEXT, "استهدفت قذائف هاون"),
        rule="strike_verb",
        date=When(
            start=date(2031, 3, 2),
            end=date(2031, 3, 2),
            precision=DatePrecision.DAY,
            basis=DateBasis.RELATIVE,
            span=words(TEXT, "مساء أمس"),
            rule="yesterday",
        ),
        places=(
            PlaceClaim(
                role=PlaceRole.NEAR,
                name="أم الطيور",
                span=words(TEXT, "أم الطيور"),
                rule="head_noun",
                state=PlaceState.RESOLVED,
                place=a_place(3, "أم الطيور", lat=35.2, lon=36.6),
                precision="village",
                radius_m=6500,
            ),
        ),
        perpetrators=(
            Perpetrator(
                actor="unidentified",
                stance=Blame.ALLEGED,
                span=words(TEXT, "مجهولة المصدر"),
                rule="noun",
            ),
        ),
        weapons=(Weapon(code="mortar", span=words(TEXT, "قذائف هاون"), rule="noun"),),
        casualties=(_toll("دون وقوع إصابات", "people", (0, 0), outcome="injured"),),
    )


def _campaign() -> EventReport:
    return EventReport(
        id="e3",
        kind=EventKind.TOLL,
        type="air_strike",
        stance=EventStance.ASSERTED,
        trigger=words(TEXT, "الغارات قتلت"),
        rule="toll_since",
        date=When(
            start=date(2031, 1, 1),
            end=None,
            precision=DatePrecision.YEAR,
            basis=DateBasis.RELATIVE,
            span=words(TEXT, "منذ بداية العام"),
            rule="since",
        ),
        casualties=(
            _toll("أكثر من 300 شخص", "people", (300, None), wording=Wording.MORE_THAN),
        ),
    )


def _statements() -> tuple[Statement, ...]:
    activist = Speaker(
        name="رامي الحصّاد",
        role="الناشط",
        organisation=None,
        kind="activist",
        span=words(TEXT, "رامي الحصّاد"),
    )
    ministry = Speaker(
        name="وزارة الدفاع الروسية",
        role=None,
        organisation="وزارة الدفاع الروسية",
        kind="military",
        span=words(TEXT, "وزارة الدفاع الروسية"),
    )
    return (
        Statement(
            id="s1",
            speaker=activist,
            verb=words(TEXT, "قال"),
            channel="video",
            via=None,
            stance=Stance.ASSERTS,
            about=words(TEXT, "الطائرات كانت روسية"),
            disputes=("s2",),
            rule="verb_speaker_that",
        ),
        Statement(
            id="s2",
            speaker=ministry,
            verb=words(TEXT, "نفت"),
            channel="statement",
            via=None,
            stance=Stance.DENIES,
            about=words(TEXT, "تكون طائراتها قد نفذت أي غارة على البلدة"),
            disputes=("s1",),
            rule="verb_speaker_that",
        ),
    )


ORIGIN = Origin(code="0.1.0", pack={"en": "0.1.0", "ar": "0.2.0"}, codebook="0.1.0")


@pytest.fixture
def arabic() -> Reading:
    """Give an Arabic report with every slot filled."""
    report = Report(
        id="zaarour-1",
        text=TEXT,
        language="ar",
        title="قصف على سوق بلدة وادي الزعرور",
        outlet="شبكة السنبلة الإخبارية",
        published=date(2031, 3, 3),
        published_basis=PublishedBasis.METADATA,
    )
    return Reading(
        report=report,
        events=(_air_strike(), _shelling(), _campaign()),
        statements=_statements(),
        origin=ORIGIN,
    )


@pytest.fixture
def english() -> Reading:
    """Give a short English report without a day of publication."""
    event = EventReport(
        id="e1",
        kind=EventKind.INCIDENT,
        type="air_strike",
        stance=EventStance.ASSERTED,
        trigger=words(ENGLISH, "air strike"),
        rule="strike_noun",
        date=When(
            start=None,
            end=None,
            precision=DatePrecision.DAY,
            basis=DateBasis.RELATIVE,
            span=words(ENGLISH, "Monday"),
            rule="weekday",
        ),
        casualties=(
            Casualty(
                outcome="killed",
                group="people",
                range=Range(low=20, high=None, wording=Wording.AT_LEAST),
                part_of=None,
                span=words(ENGLISH, "at least 20 people"),
                rule="count_then_group",
            ),
        ),
    )
    report = Report(id="zaarour-2", text=ENGLISH, language="en", title="Market strike")
    return Reading(report=report, events=(event,), statements=(), origin=ORIGIN)


@pytest.fixture
def quiet() -> Reading:
    """Give a report in which nothing happens."""
    text = "افتُتحت اليوم مكتبة جديدة."
    report = Report(id="quiet-1", text=text, language="ar")
    return Reading(report=report, events=(), statements=(), origin=ORIGIN)
