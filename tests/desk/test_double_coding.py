"""A report in one person's hands, or in two who do not see each other's rulings."""

import pytest
from tests.desk.browsing import PASSWORD
from tests.desk.conftest import Caller

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.agreeing import agreement_of_coders
from tawthiq.register.models import ReviewRow, RevisionRow, StandingRow
from tawthiq.workflow.registers.revising import under_review


@pytest.fixture
def report(client_as: type[Caller]) -> str:
    """Name a report in which events were read; a second coder works here too."""
    Account.objects.create_user(username="second", password=PASSWORD, role="coder")
    client_as("coder").get("/queue/")
    return next(
        row.name
        for row in StandingRow.objects.order_by("name")
        if len(list(under_review(row.name).draft.values())) > 2
    )


def assign(client_as: type[Caller], name: str, *, double: bool) -> None:
    told = {"first": "coder", "second": "second" if double else ""}
    assert client_as("lead").post(f"/assign/{name}/", told).status_code == 302


def rule(client: Caller, name: str, target: str, ruling: str, note: str = "") -> None:
    told = {"target": target, "ruling": ruling, "note": note}
    assert client.post(f"/revise/{name}/", told).status_code == 302


def close(client: Caller, name: str) -> int:
    return client.post(f"/revise/{name}/", {"do": "close"}).status_code


def page(client: Caller, name: str) -> str:
    return client.get(f"/reports/{name}/").content.decode()


def target_of(name: str) -> str:
    """Give the target of a value, not of an event."""
    return next(v.target for v in under_review(name).draft.values() if "/" in v.target)


def test_what_is_in_ones_hands_comes_first(
    client_as: type[Caller], report: str
) -> None:
    assert report not in client_as("coder").get("/queue/?mine=1").content.decode()
    assign(client_as, report, double=False)
    assert report in client_as("coder").get("/queue/?mine=1").content.decode()
    assert report not in client_as("second").get("/queue/?mine=1").content.decode()
    assert client_as("coder").get("/queue/next/")["Location"] == f"/reports/{report}/"


def test_one_coder_sees_and_closes_as_ever(
    client_as: type[Caller], report: str
) -> None:
    assign(client_as, report, double=False)
    rule(client_as("second"), report, target_of(report), "reject", "note of another")
    assert "note of another" in page(client_as("coder"), report)


def test_neither_of_two_sees_what_the_other_ruled_until_both_are_done(
    client_as: type[Caller], report: str
) -> None:
    assign(client_as, report, double=True)
    first, second = client_as("coder"), client_as("second")
    rule(first, report, target_of(report), "reject", "what the first says")
    assert "what the first says" in page(first, report)
    assert "what the first says" not in page(second, report)
    assert "is-reject" not in page(second, report)
    rule(second, report, target_of(report), "accept", "what the second says")
    assert "what the second says" not in page(first, report)
    assert close(first, report) == 302
    assert "what the second says" not in page(first, report)
    assert "what the first says" not in page(second, report)
    assert close(second, report) == 302
    for one in (first, second):
        assert "what the first says" in page(one, report)
        assert "what the second says" in page(one, report)


def test_the_queue_does_not_tell_that_two_differ(
    client_as: type[Caller], report: str
) -> None:
    assign(client_as, report, double=True)
    rule(client_as("coder"), report, target_of(report), "reject")
    rule(client_as("second"), report, target_of(report), "accept")
    assert ReviewRow.objects.get(name=report).state == "conflict"
    shown = client_as("second").get("/queue/?mine=1").content.decode()
    assert "tag state-conflict" not in shown


def test_another_ones_ruling_cannot_be_lifted_blind(
    client_as: type[Caller], report: str
) -> None:
    assign(client_as, report, double=True)
    rule(client_as("coder"), report, target_of(report), "reject")
    number = RevisionRow.objects.latest("pk").pk
    told = {"do": "undo", "number": number}
    answer = client_as("second").post(f"/revise/{report}/", told)
    assert answer.status_code in {400, 403}
    assert not RevisionRow.objects.filter(ruling="undo").exists()


def test_what_differs_is_settled_by_a_reviewer_before_the_review_ends(
    client_as: type[Caller], report: str
) -> None:
    assign(client_as, report, double=True)
    first, second, judge = (client_as(one) for one in ("coder", "second", "reviewer"))
    target = target_of(report)
    rule(first, report, target, "reject")
    assert close(judge, report) == 400  # before both are done
    assert close(first, report) == 302
    assert close(second, report) == 302  # accepts the rest, the value too
    assert ReviewRow.objects.get(name=report).state == "conflict"
    assert close(judge, report) == 400
    rule(judge, report, target, "reject")
    assert RevisionRow.objects.latest("pk").settles
    assert close(judge, report) == 302
    assert ReviewRow.objects.get(name=report).state == "accepted"


def test_where_nothing_differs_the_second_end_closes_the_review(
    client_as: type[Caller], report: str
) -> None:
    assign(client_as, report, double=True)
    assert close(client_as("coder"), report) == 302
    assert ReviewRow.objects.get(name=report).state == "draft"
    assert close(client_as("second"), report) == 302
    assert ReviewRow.objects.get(name=report).state == "accepted"


def test_agreement_counts_every_value_of_blind_coding(
    client_as: type[Caller], report: str
) -> None:
    values = len(list(under_review(report).draft.values()))
    assign(client_as, report, double=True)
    rule(client_as("coder"), report, target_of(report), "reject")
    close(client_as("coder"), report)
    close(client_as("second"), report)
    # Who gives way once both are seen does not better the blind agreement.
    rule(client_as("coder"), report, target_of(report), "accept")
    (pair,) = agreement_of_coders().blind.pairs
    assert pair.people == ("coder", "second")
    assert (pair.values, pair.equal) == (values, values - 1)
    (pair,) = agreement_of_coders().all.pairs
    assert (pair.values, pair.equal) == (values, values)
    shown = client_as("reviewer", "en").get("/agreement/").content.decode()
    assert "Blind double coding" in shown


def test_what_was_not_coded_blind_is_no_blind_agreement(
    client_as: type[Caller], report: str
) -> None:
    for one in ("coder", "second"):
        rule(client_as(one), report, target_of(report), "accept")
    assert agreement_of_coders().all.pairs
    assert not agreement_of_coders().blind.pairs


def test_an_event_that_one_alone_added_differs(
    client_as: type[Caller], report: str
) -> None:
    assign(client_as, report, double=True)
    seen = under_review(report)
    event = next(value for value in seen.draft.values() if value.slot == "event")
    told = {
        "ruling": "add",
        "target": "",
        "quote": seen.reading.report.text[:10].strip(),
        **{key: event.told[key] for key in ("type", "kind", "stance")},
    }
    added = client_as("coder").post(f"/revise/{report}/", told)
    assert added.status_code == 302
    close(client_as("coder"), report)
    close(client_as("second"), report)
    assert ReviewRow.objects.get(name=report).state != "accepted"
    assert close(client_as("reviewer"), report) == 400


@pytest.mark.parametrize(
    ("first", "second"), [("coder", "coder"), ("viewer", ""), ("nobody", "")]
)
def test_it_takes_two_people_who_may_code(
    client_as: type[Caller], report: str, first: str, second: str
) -> None:
    told = {"first": first, "second": second}
    assert client_as("lead").post(f"/assign/{report}/", told).status_code == 400
