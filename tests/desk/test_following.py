"""Dead links: what gave nothing is listed, asked for again, and gone once it came."""

import pytest
from django.conf import settings
from tests.desk.conftest import Caller

from tawthiq.desk.following.dead_links import dead_links
from tawthiq.desk.opened import register_for
from tawthiq.desk.people.accounts import Account
from tawthiq.errors import InputError
from tawthiq.model.job import JobKind
from tawthiq.register.services import captures, jobs
from tawthiq.register.services.together import together
from tawthiq.workflow.fetching.faults import answered, asked_for
from tawthiq.workflow.registers.working import ask_to_fetch

GONE = "https://news.example/" + "a-long-way/" * 20 + "?id=7"
MOVED = "https://moved.example/3"
PAGE, ASK = "/follow-up/", "/follow-up/ask/"


@pytest.fixture
def dead(client_as: type[Caller]) -> type[Caller]:
    """Set two addresses aside: one that is gone, one that led to what is gone."""
    for fault in (
        asked_for(answered(GONE, 404), GONE),
        asked_for(answered("https://elsewhere.example/", 410), MOVED),
    ):
        captures.set_aside(fault, capture=None)
    return client_as


@pytest.fixture
def fetching(client_as: type[Caller], monkeypatch: pytest.MonkeyPatch) -> None:
    del client_as  # which opens the desk, where nothing is fetched
    monkeypatch.setattr(settings, "FETCH", True)


def waiting() -> list[str]:
    return sorted(one.told["address"] for one in jobs.latest(9, kinds=[JobKind.FETCH]))


def test_where_nothing_is_fetched_nothing_can_be_asked_for(
    dead: type[Caller],
) -> None:
    coder = dead("coder", "en")
    page = coder.get(PAGE).content.decode()
    assert "tawthiq desk --fetch" in page
    assert "Ask again" not in page
    assert "(https://elsewhere.example/)" in page  # where it led
    answer = coder.post(ASK, {"address": MOVED}, follow=True).content.decode()
    assert "tawthiq desk --fetch" in answer.split("<main")[0]
    assert waiting() == []


@pytest.mark.usefixtures("fetching")
def test_one_is_asked_for_again_by_its_whole_address_and_once(
    dead: type[Caller],
) -> None:
    coder = dead("coder", "ar")
    assert f'value="{GONE}"' in coder.get(PAGE).content.decode()
    for _ in range(2):
        assert coder.post(ASK, {"address": GONE}).status_code == 302
    assert waiting() == [GONE]
    page = coder.get(PAGE).content.decode()
    assert "يُطلب الآن" in page
    assert f'value="{GONE}"' not in page
    assert f'value="{MOVED}"' in page


@pytest.mark.usefixtures("fetching")
def test_all_are_asked_for_again_with_what_was_said_of_them(dead: type[Caller]) -> None:
    person = Account.objects.get(username="coder")
    said = {"outlet": "An Invented Wire", "published": "2031-03-04"}
    first = ask_to_fetch(register_for(person), GONE, said)
    taken = jobs.take("a worker")
    assert taken is not None
    assert (taken.number, jobs.finish(taken, {})) == (first.number, True)
    assert dead("coder").post(ASK).status_code == 302
    assert waiting() == sorted([GONE, GONE, MOVED])
    again = next(one.job for one in dead_links() if one.address == GONE)
    assert again is not None
    assert again.number > first.number
    assert again.told == {"address": GONE, **said}


@pytest.mark.usefixtures("fetching")
def test_what_is_no_dead_link_is_not_asked_for(dead: type[Caller]) -> None:
    coder = dead("coder")
    for address in ("https://other.example/", "http://127.0.0.1/", "x"):
        coder.post(ASK, {"address": address})
    assert waiting() == []


def test_a_link_that_came_is_dead_no_longer(dead: type[Caller]) -> None:
    register = register_for(Account.objects.get(username="coder"))
    with together():
        digest = register.vault.keep(b"what it said")
        captures.take_in(
            captures.Receipt(digest=digest, size=12, name=GONE, by="coder", tool="t")
        )
    assert [one.address for one in dead_links()] == [MOVED]
    assert GONE not in dead("coder").get(PAGE).content.decode()


def test_what_is_no_address_stays_among_what_was_set_aside(
    client_as: type[Caller],
) -> None:
    fault = InputError(ar="تالف", en="broken", where="broken.pdf")
    captures.set_aside(fault, capture=None)
    assert list(dead_links()) == []
    assert "broken.pdf" in client_as("coder").get(PAGE).content.decode()
