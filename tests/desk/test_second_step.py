"""A stolen password is not enough where a second step is asked for."""

import re
from unittest.mock import patch

import pytest
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from tests.desk.browsing import PASSWORD
from tests.desk.conftest import Caller

from tawthiq.desk.people import second_step
from tawthiq.desk.people.accounts import Account

TOLD = {"username": "lead", "password": PASSWORD}


def shown_now() -> str:
    """Give what the device of the lead shows, in a time step not used before."""
    device = TOTPDevice.objects.get(user__username="lead")
    step = TOTP(device.bin_key)
    device.last_t = -1
    device.throttling_failure_count = 0
    device.throttling_failure_timestamp = None
    device.save()
    return f"{step.token():06d}"


def set_up(client_as: type[Caller]) -> list[str]:
    lead = client_as("lead", "en")
    assert "<svg" in lead.get("/two-factor/").content.decode()
    page = lead.post("/two-factor/", {"code": shown_now()}).content.decode()
    return re.findall(r'<code dir="ltr">([0-9a-f]{10})</code>', page)


def test_without_a_device_the_password_is_enough(client_as: type[Caller]) -> None:
    assert client_as("", "en").post("/login/", TOLD)["Location"] == "/"


def test_with_a_device_the_code_is_asked_for_and_opens_the_door_once(
    client_as: type[Caller],
) -> None:
    assert len(set_up(client_as)) == second_step.RECOVERY_CODES
    door = client_as("", "en")
    answer = door.post("/login/?next=/audit/", {**TOLD, "next": "/audit/"})
    assert answer["Location"].startswith("/login/code/?")
    assert door.get("/audit/")["Location"].startswith("/login/")
    assert door.post("/login/code/", {"code": "000000"}).status_code == 400
    now = shown_now()
    inside = door.post("/login/code/", {"code": now, "next": "/audit/"})
    assert inside["Location"] == "/audit/"
    assert door.get("/audit/").status_code == 200
    again = client_as("", "en")
    again.post("/login/", TOLD)
    assert again.post("/login/code/", {"code": now}).status_code == 400


def test_a_code_kept_for_need_works_once(client_as: type[Caller]) -> None:
    kept = set_up(client_as)[0]
    for expected in (302, 400):
        door = client_as("", "en")
        door.post("/login/", TOLD)
        assert door.post("/login/code/", {"code": kept}).status_code == expected


def test_who_guesses_is_slowed_down(client_as: type[Caller]) -> None:
    set_up(client_as)
    door = client_as("", "en")
    door.post("/login/", TOLD)
    for _ in range(4):
        door.post("/login/code/", {"code": "000000"})
    device = TOTPDevice.objects.get(user__username="lead")
    right = f"{TOTP(device.bin_key).token():06d}"
    assert door.post("/login/code/", {"code": right}).status_code == 400


def test_a_right_password_does_not_wait_for_ever(client_as: type[Caller]) -> None:
    set_up(client_as)
    door = client_as("", "en")
    door.post("/login/", TOLD)
    with patch.object(second_step, "WAITING_SECONDS", -1):
        assert door.get("/login/code/").status_code == 302


@pytest.mark.parametrize(
    "onward", ["https://elsewhere.example/", "//elsewhere.example"]
)
def test_one_is_led_to_no_other_site(client_as: type[Caller], onward: str) -> None:
    set_up(client_as)
    door = client_as("", "en")
    door.post("/login/", TOLD)
    answer = door.post("/login/code/", {"code": shown_now(), "next": onward})
    assert answer["Location"] == "/"


def test_a_device_is_given_up_with_a_code_and_not_without(
    client_as: type[Caller],
) -> None:
    set_up(client_as)
    lead = client_as("lead", "en")
    person = Account.objects.get(username="lead")
    lead.post("/two-factor/", {"code": "000000", "give_up": "1"})
    assert second_step.is_asked_of(person)
    lead.post("/two-factor/", {"code": shown_now(), "give_up": "1"})
    assert not second_step.is_asked_of(person)
