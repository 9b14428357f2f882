"""Accounts, passwords, the audit log: in process, without a browser."""

import re

import pytest
from tests.desk.browsing import PASSWORD
from tests.desk.conftest import Caller

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.agreeing import agreement_of_coders
from tawthiq.model.revision import Ruling
from tawthiq.register.models import LedgerRow, ReadingRow, RevisionRow

NEW = "other invented words"


def test_an_admin_makes_an_account_and_the_ledger_says_so(
    client_as: type[Caller],
) -> None:
    told = {"username": "سلمى", "role": "coder", "password": NEW}
    assert client_as("admin").post("/accounts/", told).status_code == 302
    assert Account.objects.get(username="سلمى").role == "coder"
    entry = LedgerRow.objects.order_by("-number")[0]
    assert (entry.act, entry.by, entry.subject) == ("account", "admin", "account:سلمى")
    assert NEW not in entry.body


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"username": "CODER", "role": "coder", "password": NEW}, "Somebody has"),
        ({"username": "new", "role": "king", "password": NEW}, "valid choice"),
        ({"username": "new", "role": "coder", "password": "short"}, "too short"),
        ({"username": "a/b", "role": "coder", "password": NEW}, "valid username"),
    ],
)
def test_what_makes_no_account_is_refused_in_words(
    client_as: type[Caller], told: dict[str, str], why: str
) -> None:
    before = Account.objects.count()
    answer = client_as("admin", "en").post("/accounts/", told)
    assert answer.status_code == 400
    assert why in answer.content.decode()
    assert Account.objects.count() == before


def test_a_retired_account_is_out_at_once(client_as: type[Caller]) -> None:
    coder = client_as("coder")
    assert coder.get("/add/").status_code == 200
    number = Account.objects.get(username="coder").pk
    client_as("admin").post(f"/accounts/{number}/", {"role": "coder"})
    assert coder.get("/add/").status_code == 302


def test_the_last_admin_cannot_be_lost(client_as: type[Caller]) -> None:
    admin = Account.objects.get(username="admin")
    answer = client_as("admin", "en").post(f"/accounts/{admin.pk}/", {"role": "lead"})
    assert "last admin" in answer.content.decode()
    admin.refresh_from_db()
    assert (admin.role, admin.is_active) == ("admin", True)


def test_a_changed_password_ends_the_other_sessions(client_as: type[Caller]) -> None:
    here, elsewhere = client_as("viewer"), client_as("viewer")
    told = {"old": PASSWORD, "new": NEW, "again": NEW}
    assert here.post("/password/", {**told, "old": "wrong"}).status_code == 400
    assert here.post("/password/", {**told, "again": "else"}).status_code == 400
    assert elsewhere.get("/").status_code == 200
    assert here.post("/password/", told).status_code == 302
    assert here.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302


def test_the_audit_log_is_filtered_and_its_chain_recomputed(
    client_as: type[Caller],
) -> None:
    reviewer = client_as("reviewer", "en")
    page = reviewer.get("/audit/?act=captured&verify=1").content.decode()
    assert "The chain is sound" in page
    assert "captured" in page
    assert ">linked<" not in page.split("<tbody>")[1]
    assert re.search(r"name:</span> <bdi>[^<]*01-market\.txt</bdi>", page)
    read = reviewer.get("/audit/?act=read").content.decode()
    assert re.search(r'<a href="/reports/[^"]+/" dir="auto">اعتقالات', read)
    for odd in ("before=x", "before=" + "9" * 40, "on=%00", "by=%22%3E%3Cb%3E"):
        assert reviewer.get(f"/audit/?{odd}").status_code == 200


def test_agreement_counts_what_two_ruled_on_and_leaves_out_what_was_undone(
    client_as: type[Caller],
) -> None:
    reading = ReadingRow.objects.order_by("pk")[0].pk

    def ruled(by: str, target: str, ruling: Ruling, **more: object) -> RevisionRow:
        row = RevisionRow(
            at="2031-03-05T00:00:00Z",
            by=by,
            report="r",
            reading_id=reading,
            target=target,
            ruling=ruling,
            machine="",
            value="",
            note="",
            digest=f"{by}{target}{ruling}",
            **more,
        )
        row.save()
        return row

    for number, second in enumerate((Ruling.ACCEPT, Ruling.ACCEPT, Ruling.REJECT)):
        ruled("one", f"e{number}", Ruling.ACCEPT)
        ruled("two", f"e{number}", second)
    mistaken = ruled("one", "e9", Ruling.REJECT)
    ruled("one", "e9", Ruling.UNDO, reverses=mistaken)
    ruled("two", "e9", Ruling.ACCEPT)
    found = agreement_of_coders().all
    (pair,) = found.pairs
    assert (pair.people, pair.values, pair.equal) == (("one", "two"), 3, 2)
    assert found.twice == 3
    page = client_as("reviewer", "en").get("/agreement/").content.decode()
    assert "<bdi>one</bdi>" in page


def test_what_wants_a_hand_is_listed(client_as: type[Caller]) -> None:
    page = client_as("coder", "en").get("/follow-up/").content.decode()
    assert "السنديان" in page  # a hill that no gazetteer knows
