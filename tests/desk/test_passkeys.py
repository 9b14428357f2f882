"""A passkey opens the door to who gave the password, at its own address, once each time."""

import html
import json
import re
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.browsing import PASSWORD
from tests.desk.conftest import Caller
from tests.desk.soft_key import FLAG, SoftKey
from tests.desk.test_second_step import set_up

from tawthiq.desk.people import passkeys, second_step
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.passkeys import Passkey
from tawthiq.register.models import LedgerRow

TOLD = {"username": "lead", "password": PASSWORD}
HOST = "localhost"
ORIGIN = f"http://{HOST}"
ADD = {"name": "my telephone", "password": PASSWORD}


class Named(Caller):
    """Asks for the desk by a name, as passkeys want it."""

    def __init__(self, role: str = "") -> None:
        super().__init__(role, "en")
        self.defaults["SERVER_NAME"] = HOST


def drawn(page: Any) -> dict[str, Any]:  # noqa: ANN401 - the client's own answer
    found = re.search(r'data-options="([^"]+)"', page.content.decode())
    assert found is not None, page.content.decode()
    told: dict[str, Any] = json.loads(html.unescape(found[1]))
    return told


def added(key: SoftKey, role: str = "lead", name: str = "my telephone") -> Any:  # noqa: ANN401
    person = Named(role)
    page = person.post("/passkeys/", {"name": name, "password": PASSWORD})
    told = key.make(drawn(page), ORIGIN, HOST)
    return person.post("/passkeys/", {"credential": told})


def at_the_door(role: str = "lead") -> Named:
    door = Named()
    door.post("/login/", {**TOLD, "username": role})
    return door


@pytest.mark.usefixtures("client_as")
def test_who_has_a_key_is_asked_for_it_and_it_opens_the_door() -> None:
    key = SoftKey()
    codes = re.findall(r"<code dir=\"ltr\">", added(key).content.decode())
    assert len(codes) == second_step.RECOVERY_CODES
    door = at_the_door()
    assert door.get("/audit/")["Location"].startswith("/login/")
    told = key.show(drawn(door.get("/login/code/")), ORIGIN, HOST)
    inside = door.post("/login/code/", {"credential": told, "next": "/audit/"})
    assert inside["Location"] == "/audit/"
    assert door.get("/audit/").status_code == 200
    row = Passkey.objects.get()
    assert (row.name, row.host, row.counted) == ("my telephone", HOST, 1)
    assert row.used is not None


@pytest.mark.usefixtures("client_as")
def test_what_a_key_said_is_good_once() -> None:
    key = SoftKey()
    added(key)
    door = at_the_door()
    told = key.show(drawn(door.get("/login/code/")), ORIGIN, HOST)
    assert door.post("/login/code/", {"credential": told}).status_code == 302
    again = at_the_door()
    again.get("/login/code/")
    assert again.post("/login/code/", {"credential": told}).status_code == 400
    assert again.get("/audit/").status_code == 302


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://localhost.example.org", HOST),
        ("https://localhost", HOST),
        ("http://localhost:9999", HOST),
        (ORIGIN, "elsewhere.example"),
    ],
)
@pytest.mark.usefixtures("client_as")
def test_a_key_that_answered_another_address_opens_nothing(
    origin: str, host: str
) -> None:
    key = SoftKey()
    added(key)
    door = at_the_door()
    told = key.show(drawn(door.get("/login/code/")), origin, host)
    assert door.post("/login/code/", {"credential": told}).status_code == 400


@pytest.mark.usefixtures("client_as")
def test_the_key_of_another_opens_nothing() -> None:
    mine, theirs = SoftKey(), SoftKey(number=b"another's own key")
    added(mine)
    added(theirs, role="coder")
    door = at_the_door()
    told = theirs.show(drawn(door.get("/login/code/")), ORIGIN, HOST)
    assert door.post("/login/code/", {"credential": told}).status_code == 400


@pytest.mark.usefixtures("client_as")
def test_a_key_that_nobody_touched_opens_nothing() -> None:
    key = SoftKey()
    added(key)
    key.flags = FLAG(0)
    door = at_the_door()
    told = key.show(drawn(door.get("/login/code/")), ORIGIN, HOST)
    assert door.post("/login/code/", {"credential": told}).status_code == 400


@pytest.mark.usefixtures("client_as")
def test_a_copied_key_is_known_by_its_counter() -> None:
    key = SoftKey(counted=7)
    added(key)
    key.counted = 6
    door = at_the_door()
    told = key.show(drawn(door.get("/login/code/")), ORIGIN, HOST)
    assert door.post("/login/code/", {"credential": told}).status_code == 400


@pytest.mark.usefixtures("client_as")
def test_what_was_drawn_does_not_wait_for_ever() -> None:
    key = SoftKey()
    added(key)
    door = at_the_door()
    told = key.show(drawn(door.get("/login/code/")), ORIGIN, HOST)
    with patch.object(passkeys, "WAITING_SECONDS", -1):
        assert door.post("/login/code/", {"credential": told}).status_code == 400


@pytest.mark.usefixtures("client_as")
def test_a_key_is_added_by_who_knows_the_password_alone() -> None:
    lead = Named("lead")
    answer = lead.post("/passkeys/", {**ADD, "password": "not it, not at all"})
    assert answer.status_code == 400
    assert "data-options" not in answer.content.decode()
    told = SoftKey().make({"challenge": b"x" * 32}, ORIGIN, HOST)
    lead.post("/passkeys/", {"credential": told})
    assert not Passkey.objects.exists()


@pytest.mark.usefixtures("client_as")
def test_wrong_passwords_there_lock_as_at_the_door() -> None:
    lead = Named("lead")
    said = [
        lead.post("/passkeys/", {**ADD, "password": f"guess {at}"}).status_code
        for at in range(9)
    ]
    assert said[0] == 400
    assert said[-1] == 429


@pytest.mark.usefixtures("client_as")
def test_a_key_that_is_known_is_not_kept_twice() -> None:
    key = SoftKey()
    added(key)
    coder = Named("coder")
    page = coder.post("/passkeys/", ADD)
    coder.post("/passkeys/", {"credential": key.make(drawn(page), ORIGIN, HOST)})
    assert "The key was not added" in coder.get("/passkeys/").content.decode()
    assert Passkey.objects.get().person.username == "lead"


@pytest.mark.usefixtures("client_as")
def test_by_its_number_the_desk_keeps_no_keys_and_says_where_it_does() -> None:
    lead = Caller("lead", "en")
    page = lead.get("/passkeys/").content.decode()
    assert 'href="http://localhost:80/passkeys/"' in page
    assert lead.post("/passkeys/", ADD).status_code == 400
    added(SoftKey())
    door = Caller("", "en")
    door.post("/login/", TOLD)
    page = door.get("/login/code/").content.decode()
    assert "data-options" not in page
    assert 'href="http://localhost:80/login/code/"' in page


@pytest.mark.usefixtures("client_as")
def test_a_code_kept_for_need_opens_where_the_key_is_lost() -> None:
    page = added(SoftKey()).content.decode()
    code = re.findall(r'<code dir="ltr">([0-9a-f]{10})</code>', page)[0]
    door = at_the_door()
    assert door.post("/login/code/", {"code": code}).status_code == 302


def test_beside_a_device_either_is_enough_and_codes_stay(
    client_as: type[Caller],
) -> None:
    code = set_up(client_as)[0]
    key = SoftKey()
    assert added(key).status_code == 302  # no codes drawn anew
    door = at_the_door()
    told = key.show(drawn(door.get("/login/code/")), ORIGIN, HOST)
    assert door.post("/login/code/", {"credential": told}).status_code == 302
    door = at_the_door()
    assert door.post("/login/code/", {"code": code}).status_code == 302


def test_a_device_given_up_leaves_the_key_and_the_codes(
    client_as: type[Caller],
) -> None:
    code, other, *_ = set_up(client_as)
    added(SoftKey())
    lead = Named("lead")
    lead.post("/two-factor/", {"code": code, "give_up": "1"})
    assert second_step.is_asked_of(Account.objects.get(username="lead"))
    assert at_the_door().post("/login/code/", {"code": other}).status_code == 302


@pytest.mark.usefixtures("client_as")
def test_the_last_key_goes_with_the_codes_and_the_password_is_enough_again() -> None:
    added(SoftKey())
    row, lead = Passkey.objects.get(), Named("lead")
    lead.post("/passkeys/", {"remove": row.pk, "password": "not it, not at all"})
    assert Passkey.objects.exists()
    Named("coder").post("/passkeys/", {"remove": row.pk, "password": PASSWORD})
    assert Passkey.objects.exists()
    lead.post("/passkeys/", {"remove": row.pk, "password": PASSWORD})
    assert not Passkey.objects.exists()
    assert not second_step.is_asked_of(row.person)
    assert Named().post("/login/", TOLD)["Location"] == "/"


@pytest.mark.usefixtures("client_as")
def test_keys_that_come_and_go_are_written_into_the_ledger() -> None:
    added(SoftKey())
    Named("lead").post(
        "/passkeys/", {"remove": Passkey.objects.get().pk, "password": PASSWORD}
    )
    told = [row.body for row in LedgerRow.objects.order_by("-number")[:2]]
    assert "passkey_removed" in str(told[0])
    assert "passkey_added" in str(told[1])
    assert "telephone" not in str(told)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "rawId", "response", "clientDataJSON", "type"]),
            inner,
        )
    ),
    max_leaves=8,
)


@given(told=st.text(max_size=60) | JSON.map(json.dumps))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@pytest.mark.usefixtures("client_as")
def test_whatever_a_browser_says_no_key_is_made_of_it(told: str) -> None:
    lead = Named("lead")
    assert lead.post("/passkeys/", ADD).status_code == 200
    assert lead.post("/passkeys/", {"credential": told}).status_code == 302
    assert not Passkey.objects.exists()


@pytest.mark.usefixtures("client_as")
def test_deep_and_endless_answers_are_no_key() -> None:
    lead = Named("lead")
    for told in ("[" * 60_000, "x" * 70_000, '{"rawId": 1}'):
        lead.post("/passkeys/", ADD)
        assert lead.post("/passkeys/", {"credential": told}).status_code == 302
    assert not Passkey.objects.exists()
