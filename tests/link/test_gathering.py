"""What is put beside an incident: what stays away first, then what comes."""

from datetime import timedelta

from tests.link.telling import DAY, Told, reading

from tawthiq.link.accounts import TRACE
from tawthiq.link.cluster import clusters_of
from tawthiq.model.incident import Incident, event_key
from tawthiq.model.link import Judgement, Link
from tawthiq.model.reading import Reading
from tawthiq.workflow.linking import incidents_of, link_block, tellings

TOLD = "قصف مدفعي على قرية تل القنفذ وسقوط قتلى وجرحى من المدنيين"
BESIDE = "قصف مدفعي وسقوط قتلى وجرحى مدنيين في قرية تل القنفذ"


def village() -> list[Reading]:
    """Give two reports of one strike on one village."""
    told = Told(at="تل القنفذ", day=DAY, killed=3)
    return [reading(name, told, text=TOLD) for name in ("أ", "ب")]


def only(*readings: Reading) -> Incident:
    (incident,) = incidents_of(readings)
    return incident


def test_traces_alone_are_no_incident_and_never_meet() -> None:
    traces = [reading(name, text=BESIDE) for name in ("ت", "ث")]
    assert incidents_of(traces) == ()
    assert link_block(tellings(traces)).links == ()


def test_a_trace_of_another_village_stays_away() -> None:
    other = reading("ت", text="قصف مدفعي على قرية كفر مشمش وسقوط قتلى وجرحى")
    assert only(*village(), other).reports == ("أ", "ب")


def test_a_trace_of_another_week_stays_away() -> None:
    late = reading("ت", text=BESIDE, published=DAY + timedelta(days=9))
    assert only(*village(), late).reports == ("أ", "ب")


def test_a_page_without_words_stays_away() -> None:
    empty = reading("ت", text="Log In", outlet="")
    assert only(*village(), empty).reports == ("أ", "ب")


def test_a_trace_that_names_the_village_is_put_beside_the_incident() -> None:
    alone = only(*village())
    incident = only(*village(), reading("ت", text=BESIDE))
    assert incident.reports == ("أ", "ب", "ت")
    assert incident.members == (*alone.members, event_key("ت", TRACE))


def test_a_trace_adds_no_voice_and_no_number() -> None:
    alone = only(*village())
    incident = only(*village(), reading("ت", text=BESIDE))
    assert incident.independent_sources == alone.independent_sources
    assert incident.casualties == alone.casualties
    assert incident.grade == alone.grade
    assert incident.id == alone.id


def test_a_trace_that_a_person_unlinked_stays_away() -> None:
    parted = [
        Link(
            left=min(key, event_key("ت", TRACE)),
            right=max(key, event_key("ت", TRACE)),
            judgement=Judgement.NEGATIVE,
            score=0.0,
            parts=(),
            by="سلوى",
        )
        for key in (event_key("أ", "e1"), event_key("ب", "e1"))
    ]
    (incident,) = incidents_of(
        [*village(), reading("ت", text=BESIDE)], decisions=parted
    )
    assert incident.reports == ("أ", "ب")


def test_what_met_by_words_alone_never_becomes_one_incident() -> None:
    def joined(judgement: Judgement) -> tuple[tuple[str, ...], ...]:
        link = Link(left="a", right="b", judgement=judgement, score=9.0, parts=())
        return clusters_of(("a", "b"), (link,))

    assert joined(Judgement.POSITIVE) == (("a", "b"),)
    assert joined(Judgement.HEARD) == (("a",), ("b",))


def test_the_order_of_reports_does_not_matter() -> None:
    told = [*village(), reading("ت", text=BESIDE), reading("ث", Told(at=()), text=TOLD)]
    assert incidents_of(told) == incidents_of(told[::-1])
