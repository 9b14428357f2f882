"""Publishing takes two people: what one asks for another sees, and no third thing shows."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tests.desk.conftest import Caller

from tawthiq.desk.publishing.wishes import PublishWish, WishState
from tawthiq.model.custody import Act
from tawthiq.register.models import IncidentRow
from tawthiq.register.services.ledger import entries

ASKED = {"profile": "public", "recorder": "مرصد مخترع <b>", "licence": "CC-BY-4.0"}


def asked(client_as: type[Caller]) -> PublishWish:
    answer = client_as("lead").post("/publish/", ASKED)
    assert answer.status_code == 302
    (one,) = PublishWish.objects.all()
    return one


def decided(client_as: type[Caller], role: str, verdict: str) -> str:
    one = PublishWish.objects.get()
    client_as(role).post(f"/publish/{one.pk}/decide/", {"verdict": verdict})
    return PublishWish.objects.get().state


def test_asking_publishes_nothing(client_as: type[Caller], register: Path) -> None:
    one = asked(client_as)
    assert one.state == WishState.WAITING
    assert not (register / "sites").exists()
    assert not list(entries(act=Act.PUBLISHED))


@pytest.mark.parametrize("profile", ["internal", "", "../x", "nothing"])
def test_only_a_public_profile_is_asked_for(
    profile: str, client_as: type[Caller]
) -> None:
    client_as("lead").post("/publish/", {**ASKED, "profile": profile})
    assert not PublishWish.objects.exists()
    assert client_as("lead").get(f"/publish/{profile or 'x'}.zip").status_code == 404


def test_whoever_asked_does_not_agree(client_as: type[Caller], register: Path) -> None:
    asked(client_as)
    assert decided(client_as, "lead", "publish") == WishState.WAITING
    assert not (register / "sites").exists()


def test_a_second_person_publishes(client_as: type[Caller], register: Path) -> None:
    one = asked(client_as)
    assert "<b>" not in client_as("admin").get(f"/publish/{one.pk}/").content.decode()
    assert decided(client_as, "admin", "publish") == WishState.PUBLISHED
    assert (register / "sites" / "public" / "ar" / "index.html").is_file()
    (entry,) = entries(act=Act.PUBLISHED)
    assert (entry.by, entry.body["approved_by"]) == ("admin", "lead, admin")
    packed = client_as("lead").get("/publish/public.zip")
    with zipfile.ZipFile(BytesIO(packed.content)) as archive:
        assert "en/index.html" in archive.namelist()


def test_a_wish_is_decided_once(client_as: type[Caller], register: Path) -> None:
    asked(client_as)
    assert decided(client_as, "admin", "refuse") == WishState.REFUSED
    assert decided(client_as, "admin", "publish") == WishState.REFUSED
    assert not (register / "sites").exists()


def test_what_has_changed_since_is_asked_for_anew(
    client_as: type[Caller], register: Path
) -> None:
    one = asked(client_as)
    PublishWish.objects.update(as_of="2031-06-01")  # now there is something to show
    assert IncidentRow.objects.exists()
    assert decided(client_as, "admin", "publish") == WishState.WAITING
    page = client_as("admin", "en").get(f"/publish/{one.pk}/").content.decode()
    assert "ask anew" in page
    assert "Single sources" in page
    assert not (register / "sites").exists()
