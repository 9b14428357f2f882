"""A person sees where they are logged in, and ends it there; nobody else's is touched."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from tests.desk.conftest import Caller

from tawthiq.desk.people import sessions
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.sessions import device_of, end_sessions, sessions_of
from tawthiq.model.custody import Act
from tawthiq.register.services.ledger import entries

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
CHROME = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/140.0.0.0 Mobile Safari/537.36"
)
SAFARI = (
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) Version/17.5 Safari/605.1.15"
)


def on(client_as: type[Caller], role: str, agent: str) -> Caller:
    client = client_as(role, "en")
    assert client.get("/", headers={"user-agent": agent}).status_code == 200
    return client


def is_in(client: Caller) -> bool:
    return client.get("/queue/").status_code == 200


@pytest.mark.parametrize(
    ("agent", "told"),
    [
        ("", ""),
        ("curl/8.5", ""),
        ("<b>", ""),
        (FIREFOX, "Firefox · Linux"),
        (CHROME, "Chrome · Android"),
        (SAFARI, "Safari · macOS"),
        (f"{CHROME} Edg/140.0", "Edge · Android"),
    ],
)
def test_a_device_is_named_by_what_it_says(agent: str, told: str) -> None:
    assert device_of(agent) == told


def test_one_ends_a_session_of_ones_own_elsewhere(client_as: type[Caller]) -> None:
    here, there = on(client_as, "coder", FIREFOX), on(client_as, "coder", CHROME)
    other = on(client_as, "viewer", SAFARI)
    page = here.get("/sessions/").content.decode()
    assert "Firefox · Linux" in page
    assert "Chrome · Android" in page
    assert "Safari" not in page
    (row,) = [
        one
        for one in sessions_of(Account.objects.get(username="coder"))
        if one.device == "Chrome · Android"
    ]
    assert row.mark in page
    assert str(there.session.session_key) not in page
    here.post("/sessions/", {"end": row.mark})
    assert is_in(here)
    assert not is_in(there)
    assert is_in(other)
    entry = list(entries(act=Act.ACCOUNT))[-1]
    assert (entry.by, entry.subject) == ("coder", "account:coder")
    assert entry.body == {"deed": "sessions_ended", "sessions": 1}


def test_nobody_ends_the_session_of_another(client_as: type[Caller]) -> None:
    mine, theirs = on(client_as, "coder", FIREFOX), on(client_as, "admin", CHROME)
    (row,) = sessions_of(Account.objects.get(username="admin"))
    for word in (row.mark, str(theirs.session.session_key), "", "x"):
        mine.post("/sessions/", {"end": word})
    assert is_in(theirs)
    assert is_in(mine)


def test_all_others_end_and_this_one_stays(client_as: type[Caller]) -> None:
    here = on(client_as, "coder", FIREFOX)
    others = [on(client_as, "coder", CHROME) for _ in range(3)]
    here.post("/sessions/", {"end": "others"})
    assert is_in(here)
    assert not any(is_in(one) for one in others)
    assert list(entries(act=Act.ACCOUNT))[-1].body["sessions"] == len(others)


def test_an_admin_ends_the_sessions_of_an_account(client_as: type[Caller]) -> None:
    coder, admin = on(client_as, "coder", FIREFOX), on(client_as, "admin", SAFARI)
    number = Account.objects.get(username="coder").pk
    address = f"/accounts/{number}/"
    assert "Open sessions" in admin.get(address).content.decode()
    assert coder.post(address, {"end_sessions": ""}).status_code == 403
    admin.post(address, {"end_sessions": ""})
    assert not is_in(coder)
    assert is_in(admin)


def test_to_be_seen_does_not_lengthen_a_session(
    client_as: type[Caller], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = on(client_as, "coder", FIREFOX)
    ends = Session.objects.get(pk=client.session.session_key).expire_date
    assert ends - datetime.now(UTC) < timedelta(hours=12)
    monkeypatch.setattr(sessions, "SEEN_EVERY", timedelta())
    person = Account.objects.get(username="coder")
    (before,) = sessions_of(person)
    assert is_in(client)
    (after,) = sessions_of(person)
    assert after.seen > before.seen
    assert after.since == before.since
    row = Session.objects.get(pk=client.session.session_key)
    assert abs(row.expire_date - ends) < timedelta(seconds=1)


def test_what_has_ended_is_not_listed(client_as: type[Caller]) -> None:
    person = Account.objects.get(username="coder")
    old, changed = on(client_as, "coder", FIREFOX), on(client_as, "coder", CHROME)
    Session.objects.filter(pk=old.session.session_key).update(
        expire_date=datetime.now(UTC) - timedelta(hours=1)
    )
    assert [one.device for one in sessions_of(person)] == ["Chrome · Android"]
    person.set_password("other invented words")
    person.save()
    assert not sessions_of(person)
    assert not is_in(changed)
    assert end_sessions(person, but=None, by="coder") == 0
