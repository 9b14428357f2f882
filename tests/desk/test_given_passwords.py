"""A password that an admin gave opens nothing but the page that changes it."""

import pytest
from tests.desk.browsing import PASSWORD
from tests.desk.conftest import Caller
from tests.desk.test_rights import RIGHTS, address

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.publishing.exports import asker
from tawthiq.errors import OptionError
from tawthiq.register.models import LedgerRow

GIVEN = "what the admin wrote on paper"
OWN = "what nobody but me has read"
CHANGE = "/password/"


@pytest.fixture
def made(client_as: type[Caller]) -> Account:
    told = {"username": "سلمى", "role": "admin", "password": GIVEN}
    assert client_as("admin").post("/accounts/", told).status_code == 302
    return Account.objects.get(username="سلمى")


def entered(client_as: type[Caller], person: Account, onward: str = "") -> Caller:
    client = client_as(lang="en")
    told = {"username": person.get_username(), "password": GIVEN, "next": onward}
    assert client.post("/login/", told).status_code == 302
    return client


def change(client: Caller, **told: str) -> object:
    return client.post(CHANGE, {"old": GIVEN, "new": OWN, "again": OWN, **told})


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_page_leads_to_the_change(
    method: str, client_as: type[Caller], made: Account
) -> None:
    client = entered(client_as, made)
    opened = []
    for row in RIGHTS:
        where = address(row)
        if where in {CHANGE, "/logout/"}:
            continue
        answer = getattr(client, method)(where)
        if where.startswith("/api/"):
            shut = answer.status_code == 403
        else:
            shut = answer.status_code == 302 and answer["Location"].startswith(CHANGE)
        if not shut:
            opened.append((row["name"], answer.status_code))
    assert opened == []
    assert client.get("/nothing-is-here/").status_code == 302


def test_the_page_of_the_change_says_why_and_shows_no_other_way(
    client_as: type[Caller], made: Account
) -> None:
    client = entered(client_as, made)
    page = client.get(CHANGE)
    told = page.content.decode()
    assert page.status_code == 200
    assert "An admin gave you your password" in told
    for way in ("/queue/", "/accounts/", "/two-factor/", "/sessions/"):
        assert f'href="{way}"' not in told
    arabic = client.get(f"{CHANGE}?lang=ar", follow=True).content.decode()
    assert "كلمة مرورك أعطاك إياها مدير" in arabic
    assert client.post("/logout/").status_code == 302
    assert client.get(CHANGE)["Location"].startswith("/login/")


def test_once_changed_the_desk_opens_where_one_wanted_to_go(
    client_as: type[Caller], made: Account
) -> None:
    client = entered(client_as, made, "/incidents/?type=shelling")
    asked = client.get("/incidents/?type=shelling")["Location"]
    assert asked == f"{CHANGE}?next=%2Fincidents%2F%3Ftype%3Dshelling"
    assert 'value="/incidents/?type=shelling"' in client.get(asked).content.decode()
    answer = change(client, next="/incidents/?type=shelling")
    assert answer["Location"] == "/incidents/?type=shelling"  # type: ignore[index]
    assert client.get("/accounts/").status_code == 200
    made.refresh_from_db()
    assert not made.password_given


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"new": GIVEN, "again": GIVEN}, "choose another"),
        ({"new": "short", "again": "short"}, "too short"),
        ({"old": "guessed by somebody"}, "not the password"),
    ],
)
def test_what_is_no_change_opens_nothing(
    told: dict[str, str], why: str, client_as: type[Caller], made: Account
) -> None:
    client = entered(client_as, made)
    answer = client.post(CHANGE, {"old": GIVEN, "new": OWN, "again": OWN, **told})
    assert answer.status_code == 400
    assert why in answer.content.decode()
    assert client.get("/")["Location"] == CHANGE


def test_it_leads_to_no_other_host(client_as: type[Caller], made: Account) -> None:
    client = entered(client_as, made)
    answer = change(client, next="https://elsewhere.example/")
    assert answer["Location"] == "/"  # type: ignore[index]


def test_on_the_command_line_it_agrees_to_nothing(made: Account) -> None:
    with pytest.raises(OptionError, match="changed it yet"):
        asker(made.get_username(), GIVEN)
    made.set_password(OWN)
    made.password_given = False
    made.save()
    assert asker(made.get_username(), OWN) == made


def test_the_list_of_accounts_says_whose_is_not_changed(
    client_as: type[Caller], made: Account
) -> None:
    del made
    page = client_as("admin", "en").get("/accounts/").content.decode()
    assert page.count("the first password is not changed yet") == 1


def test_who_forgot_is_given_another_and_the_ledger_says_by_whom(
    client_as: type[Caller],
) -> None:
    coder, admin = client_as("coder"), client_as("admin", "en")
    person = Account.objects.get(username="coder")
    where = f"/accounts/{person.pk}/password/"
    told = {"give-given": GIVEN, "give-password": PASSWORD}
    for wrong in ({"give-given": "short"}, {"give-password": "guessed"}):
        admin.post(where, {**told, **wrong})
        assert coder.get("/add/").status_code == 200
    answer = admin.post(where, told, follow=True).content.decode()
    assert "must change it when they enter" in answer
    assert coder.get("/add/")["Location"].startswith("/login/")
    entry = LedgerRow.objects.order_by("-number")[0]
    assert (entry.by, entry.subject) == ("admin", "account:coder")
    assert "password_given" in entry.body
    assert GIVEN not in entry.body
    again = entered(client_as, person)
    assert again.get("/add/")["Location"].startswith(CHANGE)


def test_nobody_gives_themselves_another(client_as: type[Caller]) -> None:
    own = Account.objects.get(username="admin").pk
    admin = client_as("admin")
    told = {"give-given": GIVEN, "give-password": PASSWORD}
    assert admin.post(f"/accounts/{own}/password/", told).status_code == 404
    assert b"give-given" not in admin.get(f"/accounts/{own}/").content
