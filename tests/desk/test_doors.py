"""Doors without a browser: the first account, host names, what pages carry."""

import re
from pathlib import Path

from django.conf import settings
from tests.desk.browsing import PASSWORD
from tests.desk.conftest import Caller

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.serving import first_run_path


def test_nobody_gets_in_by_the_first_run_link_once_there_are_accounts(
    client_as: type[Caller],
) -> None:
    assert first_run_path() == ""
    word = settings.FIRST_RUN_WORD
    assert client_as().get(f"/first/{word}/").status_code == 404


def test_the_first_account_is_made_by_the_link_and_is_an_admin(register: Path) -> None:
    assert register.is_dir()
    Account.objects.all().delete()
    path = first_run_path()
    client = Caller()
    assert client.get("/first/another-word/").status_code == 404
    weak = {"username": "salma", "password": "123456", "again": "123456"}
    assert client.post(path, weak).status_code == 200
    assert not Account.objects.exists()
    strong = {**weak, "password": PASSWORD, "again": PASSWORD}
    assert client.post(path, strong).status_code == 302
    made = Account.objects.get()
    assert (made.username, made.role) == ("salma", "admin")
    assert client.get("/").status_code == 200
    assert Caller().get(path).status_code == 404


def test_another_host_name_leads_nowhere(client_as: type[Caller]) -> None:
    answer = client_as().get("/login/", headers={"host": "evil.example"})
    assert answer.status_code == 400


def test_no_page_carries_a_style_or_a_script_in_its_text(
    client_as: type[Caller],
) -> None:
    for path in ("/", "/login/", "/nowhere/"):
        text = client_as("viewer").get(path, follow=True).content.decode()
        assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=", text)
