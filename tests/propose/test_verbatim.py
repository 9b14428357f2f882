"""Of a proposal only what the report says word for word stays."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.lang.codebook import Codebook, load_codebook
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import EventStance, Wording
from tawthiq.propose.plain_values import Why
from tawthiq.propose.verbatim import LONGEST, MOST, Kept, kept

TEXT = (
    "قصفت طائرة روسية سوق بلدة كفر مشمش أمس الثلاثاء. وقتل 4 مدنيين بينهم طفلان، "
    "بحسب الدفاع المدني. وأصيب سالم الحصّاد (35 عاما). ثم قصفت قرية النبعة."
)
REPORT = Report(id="r1", text=TEXT, language="ar")
Row = dict[str, Any]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def event(**more: object) -> Row:
    return {"quote": "قصفت طائرة روسية", "type": "air_strike", **more}


def keep(codebook: Codebook, *events: object) -> Kept:
    return kept({"events": events}, REPORT, codebook=codebook, reader="openai:x")


def whys(found: Kept) -> list[Why]:
    return [one.why for one in found.dropped]


@pytest.mark.parametrize(
    "proposal",
    [None, 7, "text", [], {}, {"events": None}, {"events": "all"}, {"events": {}}],
)
def test_what_is_no_proposal_keeps_nothing(
    codebook: Codebook, proposal: object
) -> None:
    assert kept(proposal, REPORT, codebook=codebook, reader="x").events == ()


@pytest.mark.parametrize(
    "quote",
    [
        "قصفت طائرة تركية",
        "قصفت  طائرة روسية",
        "",
        "…",
        " ",
        None,
        7,
        ["قصفت"],
        TEXT * 5,
    ],
)
def test_an_event_whose_words_do_not_stand_is_dropped(
    codebook: Codebook, quote: object
) -> None:
    found = keep(codebook, event(quote=quote))
    assert found.events == ()
    assert whys(found) == [Why.QUOTE]
    assert found.dropped[0].path == "events[0]"


def test_an_event_with_an_invented_code_is_dropped(codebook: Codebook) -> None:
    bad = [event(type="meteor"), event(kind="rumour"), event(stance=3)]
    found = keep(codebook, *bad, event(type=None))
    assert found.events == ()
    assert whys(found) == [Why.CODE] * 4


def test_a_value_falls_alone_and_the_event_stays(codebook: Codebook) -> None:
    found = keep(
        codebook,
        event(
            places=[{"quote": "كفر تفاح", "role": "at"}, {"quote": "كفر مشمش"}, 7],
            perpetrators=[{"quote": "روسية", "actor": "atlantis"}],
            weapons="all",
            date={"quote": "أمس", "from": "2031-13-01", "to": None},
        ),
    )
    (one,) = found.events
    assert (one.places, one.perpetrators, one.weapons) == ((), (), ())
    assert one.date is None
    assert sorted(whys(found)) == sorted(
        [Why.QUOTE, Why.CODE, Why.FORM, Why.CODE, Why.FORM, Why.NUMBER]
    )


def test_what_stands_is_kept_with_its_offsets_and_its_readers_name(
    codebook: Codebook,
) -> None:
    (one,) = keep(
        codebook,
        event(
            stance="disputed",
            date={"quote": "أمس الثلاثاء", "from": "2031-03-04", "to": "2031-03-04"},
            places=[{"quote": "بلدة كفر مشمش", "name": "كفر مشمش", "role": "at"}],
            perpetrators=[{"quote": "روسية", "actor": "russia"}],
            weapons=[{"quote": "طائرة", "code": "aircraft"}],
            struck=[{"quote": "سوق", "code": "market"}],
            casualties=[
                {
                    "quote": "4 مدنيين",
                    "outcome": "killed",
                    "group": "civilians",
                    "low": 4,
                    "high": 4,
                },
                {
                    "quote": "طفلان",
                    "outcome": "killed",
                    "group": "children",
                    "low": 2,
                    "high": 2,
                    "part_of": 0,
                },
            ],
            victims=[{"quote": "سالم الحصّاد", "outcome": "injured", "age": 35}],
            attribution=[{"quote": "الدفاع المدني", "kind": "civil_defence"}],
        ),
    ).events
    assert (one.id, one.rule, one.reader) == ("p1", "openai:x", "openai:x")
    assert one.stance is EventStance.DISPUTED
    values: list[Any] = [
        *one.places, *one.perpetrators, *one.weapons, *one.struck, *one.casualties,
        *one.victims, *one.attribution,
    ]  # fmt: skip
    assert len(values) == 8
    for value in values:
        assert value.rule == "openai:x"
        assert TEXT[value.span.start : value.span.end] == value.span.quote
    assert one.places[0].name == "كفر مشمش"
    assert [c.part_of for c in one.casualties] == [None, 0]
    assert one.casualties[0].range.wording is Wording.EXACT
    assert one.victims[0].age == 35
    assert one.confidence is None


def test_points_on_the_map_are_not_taken_from_a_proposal(codebook: Codebook) -> None:
    place = {"quote": "كفر مشمش", "role": "at", "lat": 1.0, "lon": 2.0, "place_id": "x"}
    (one,) = keep(codebook, event(places=[place])).events
    assert one.places[0].place is None
    assert one.places[0].candidates == ()


def test_a_name_that_the_quote_does_not_hold_is_not_believed(
    codebook: Codebook,
) -> None:
    victim = {"quote": "سالم الحصّاد", "name": "زيد البلوط", "outcome": "injured"}
    (one,) = keep(codebook, event(victims=[victim])).events
    assert one.victims[0].name == "سالم الحصّاد"


@pytest.mark.parametrize(
    "numbers",
    [(-1, -1), (5, 4), (True, True), ("4", "4"), (4.0, 4.0), (10**9, None)],
)
def test_impossible_numbers_of_people_are_dropped(
    codebook: Codebook, numbers: tuple[object, object]
) -> None:
    row = {"quote": "4 مدنيين", "outcome": "killed", "group": "civilians"}
    row |= dict(zip(("low", "high"), numbers, strict=True))  # type: ignore[arg-type]
    found = keep(codebook, event(casualties=[row]))
    assert found.events[0].casualties == ()
    assert whys(found) == [Why.NUMBER]


@pytest.mark.parametrize(
    ("low", "high", "wording"),
    [
        (None, None, "vague"),
        (None, 4, "up_to"),
        (4, None, "at_least"),
        (4, 4, "exact"),
        (3, 4, "range"),
    ],
)
def test_bounds_without_a_word_for_them_get_the_usual_one(
    codebook: Codebook, low: int | None, high: int | None, wording: str
) -> None:
    row = {"quote": "4 مدنيين", "outcome": "killed", "group": "civilians"}
    told = {**row, "low": low, "high": high}
    (one,) = keep(codebook, event(casualties=[told])).events
    assert one.casualties[0].range.wording == wording
    (one,) = keep(codebook, event(casualties=[{**told, "wording": "about"}])).events
    assert one.casualties[0].range.wording == "about"


@pytest.mark.parametrize(
    ("start", "end", "precision"),
    [
        ("2031-03-04", "2031-03-04", "day"),
        ("2031-03-04", None, "day"),
        ("2031-03-04", "2031-03-06", "days"),
        ("2031-03-03", "2031-03-09", "week"),
        ("2031-03-01", "2031-03-31", "month"),
        ("2031-01-01", "2031-12-31", "year"),
    ],
)
def test_days_tell_how_fine_they_are(
    codebook: Codebook, start: str, end: str | None, precision: str
) -> None:
    told = {"quote": "أمس الثلاثاء", "from": start, "to": end}
    (one,) = keep(codebook, event(date=told)).events
    assert one.date is not None
    assert one.date.precision == precision


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("أمس", Why.FORM),
        ({"quote": "غدا"}, Why.QUOTE),
        ({"quote": "أمس", "from": "2031-03-04", "to": "2031-03-01"}, Why.NUMBER),
        ({"quote": "أمس", "from": 20310304}, Why.NUMBER),
        ({"quote": "أمس", "from": None, "basis": "hearsay"}, Why.CODE),
    ],
)
def test_a_date_that_cannot_be_is_dropped(
    codebook: Codebook, told: object, why: Why
) -> None:
    found = keep(codebook, event(date=told))
    assert found.events[0].date is None
    assert [(d.path, d.why) for d in found.dropped] == [("events[0].date", why)]


@pytest.mark.parametrize("age", [-1, 131, "35", True])
def test_an_age_that_nobody_has_drops_the_name(codebook: Codebook, age: object) -> None:
    victim = {"quote": "سالم الحصّاد", "outcome": "injured", "age": age}
    found = keep(codebook, event(victims=[victim]))
    assert found.events[0].victims == ()
    assert whys(found) == [Why.NUMBER]


def test_who_relays_a_source_must_stand_in_the_report(codebook: Codebook) -> None:
    source = {"quote": "الدفاع المدني", "kind": "civil_defence", "channel": "phone"}
    for via, stands in (("سالم", "سالم"), ("وكالة لا وجود لها", None), (7, None)):
        (one,) = keep(codebook, event(attribution=[{**source, "via": via}])).events
        assert one.attribution[0].via == stands
        assert one.attribution[0].channel == "phone"


@pytest.mark.parametrize("part", [7, -1, "0", True, 1])
def test_a_part_of_nothing_stands_alone(codebook: Codebook, part: object) -> None:
    row = {"quote": "طفلان", "outcome": "killed", "group": "children", "part_of": part}
    other = {"quote": "مدنيين", "outcome": "killed", "group": "nobody"}
    (one,) = keep(codebook, event(casualties=[row, other])).events
    assert [c.part_of for c in one.casualties] == [None]


def test_words_that_stand_twice_are_those_nearest_to_their_event(
    codebook: Codebook,
) -> None:
    second = TEXT.rindex("قصفت")
    told = event(
        quote="ثم قصفت قرية النبعة", weapons=[{"quote": "قصفت", "code": "other"}]
    )
    (one,) = keep(codebook, told).events
    assert one.weapons[0].span.start == second
    said = event(span={"quote": "قصفت", "start": second}, quote=None)
    (one,) = keep(codebook, {**said, "trigger": said["span"]}).events
    assert one.trigger.start == second
    wrong = {"quote": "قصفت", "start": 3}
    (one,) = keep(codebook, event(trigger=wrong)).events
    assert one.trigger.start == 0


def test_too_many_are_no_reading(codebook: Codebook) -> None:
    found = keep(codebook, *[event()] * (MOST + 5))
    assert len(found.events) == MOST
    assert Why.MANY in whys(found)
    assert len(TEXT * 5) > LONGEST


KEYS = [
    "events",
    "quote",
    "type",
    "span",
    "start",
    "casualties",
    "places",
    "role",
    "low",
    "high",
    "date",
    "from",
    "part_of",
    "victims",
    "age",
]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=True)
    | st.sampled_from(["قصفت طائرة روسية", "كفر مشمش", "at", "killed", "air_strike"])
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@given(JSON)
def test_whatever_is_proposed_what_is_kept_stands_in_the_text(proposal: object) -> None:
    told = proposal if isinstance(proposal, dict) else {"events": [proposal]}
    for one in kept(told, REPORT, codebook=BOOK, reader="x").events:
        assert TEXT[one.trigger.start : one.trigger.end] == one.trigger.quote
        values: list[Any] = [*one.places, *one.casualties, *one.victims]
        for value in values:
            span = value.span
            assert TEXT[span.start : span.end] == span.quote != ""


BOOK = load_codebook()


def test_a_proposal_in_the_reading_format_is_understood(codebook: Codebook) -> None:
    span = {"start": 0, "end": 16, "quote": "قصفت طائرة روسية"}
    told = json.loads(json.dumps({"trigger": span, "type": "air_strike", "places": []}))
    (one,) = keep(codebook, told).events
    assert (one.trigger.start, one.trigger.quote) == (0, "قصفت طائرة روسية")
