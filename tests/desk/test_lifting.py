"""Who lost telephone, key and codes is let in again: an admin lifts the second step."""

import json
import re

from tests.desk.browsing import PASSWORD
from tests.desk.conftest import Caller
from tests.desk.test_second_step import TOLD, set_up

from tawthiq.desk.people import second_step
from tawthiq.desk.people.accounts import Account
from tawthiq.register.models import LedgerRow

REASON = "The telephone fell into the well"


def where(role: str = "lead") -> str:
    return f"/accounts/{Account.objects.get(username=role).pk}/"


def lift(client: Caller, password: str = PASSWORD, reason: str = REASON) -> str:
    told = {"reason": reason, "password": password}
    page = client.post(f"{where()}lift/", told, follow=True)
    return str(page.content.decode())


def lead() -> Account:
    return Account.objects.get(username="lead")


def test_nothing_is_lifted_without_reason_or_password_or_of_oneself(
    client_as: type[Caller],
) -> None:
    set_up(client_as)
    admin = client_as("admin", "en")
    before = LedgerRow.objects.count()
    assert "That is not the password" in lift(admin, password="a guess")
    lift(admin, reason=" ")
    own = admin.post(f"{where('admin')}lift/", {"reason": "a", "password": PASSWORD})
    assert own.status_code == 404
    assert second_step.is_asked_of(lead())
    assert LedgerRow.objects.count() == before


def test_it_is_lifted_and_the_ledger_and_the_person_are_told_once(
    client_as: type[Caller],
) -> None:
    code = set_up(client_as)[0]
    inside = client_as("lead", "en")
    admin = client_as("admin", "en")
    assert "Lift the second step" in admin.get(where()).content.decode()
    assert "is told when they enter" in lift(admin)
    assert inside.get("/queue/").status_code == 302  # their sessions are ended
    entry = LedgerRow.objects.order_by("-number")[0]
    assert (entry.by, entry.subject) == ("admin", "account:lead")
    assert json.loads(entry.body) == {"deed": "second_step_lifted", "reason": REASON}
    door = client_as("", "en")
    page = door.post("/login/", TOLD, follow=True).content.decode()
    assert re.search(rf"admin lifted your second step .*{REASON}", page)
    assert not second_step.is_right(lead(), code)
    again = client_as("", "en").post("/login/", TOLD, follow=True)
    assert REASON not in again.content.decode()
    assert "Lift the second step" not in admin.get(where()).content.decode()
