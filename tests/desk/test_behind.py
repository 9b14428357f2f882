"""Behind a proxy: one name, HTTPS alone, cookies of this host, and the proxy believed."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from tests.desk.browsing import PASSWORD, PATIENCE

from tawthiq.desk.behind import stand_behind
from tawthiq.errors import OptionError

ADDRESS = "https://desk.example"
PROXIED = {
    "host": "desk.example",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "203.0.113.7",
}
"""As the proxy of the how-to passes requests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A desk behind a proxy: where it listens, and what it said at its start."""

    client: httpx.Client
    said: str


@pytest.fixture(scope="module")
def team(shipped: Path) -> Iterator[Team]:
    words = ["desk", str(shipped), "--port", "0", "--behind", ADDRESS, "--no-worker"]
    port = _free_port()
    words[words.index("0")] = str(port)
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-u", "-m", "tawthiq", *words],
        env={**os.environ, "TAWTHIQ_UI": "en"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    lines = iter(process.stdout.readline, "")
    said = next(line.strip() for line in lines if line.startswith("http"))
    with httpx.Client(
        base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=PATIENCE
    ) as client:
        yield Team(client=client, said=said)
    process.terminate()
    process.wait(timeout=30)
    process.stdout.close()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.mark.parametrize(
    "told",
    [
        "desk.example",
        "http://desk.example",
        "https://",
        "https://desk.example/desk/",
        "https://desk.example?x",
        "https://me@desk.example",
        "https://desk.example:x",
        "https://[::1]",
        "https://*",
        "https://.example",
        "https://[::1",
        "https://desk.example\n",
        "https://مكتب.example",
    ],
)
def test_what_is_no_host_over_https_is_refused(told: str) -> None:
    with pytest.raises(OptionError, match="--behind"):
        stand_behind(told)


def test_it_says_the_public_address(team: Team) -> None:
    assert team.said.startswith(f"{ADDRESS}/")


def test_another_name_is_not_answered(team: Team) -> None:
    for host in ("127.0.0.1", "localhost", "evil.example", "desk.example.evil.example"):
        answer = team.client.get("/login/", headers={**PROXIED, "host": host})
        assert answer.status_code == 400, host
    told = {**PROXIED, "x-forwarded-host": "evil.example"}
    assert "evil.example" not in team.client.get("/login/", headers=told).text


def test_plain_http_is_led_to_https(team: Team) -> None:
    for proto in ({}, {"x-forwarded-proto": "http"}):
        answer = team.client.get("/login/", headers={"host": "desk.example", **proto})
        assert answer.status_code == 301
        assert answer.headers["location"] == f"{ADDRESS}/login/"


def test_cookies_are_of_this_host_over_https_alone(team: Team) -> None:
    answer = team.client.get("/login/?lang=en", headers=PROXIED)
    assert all("Secure" in one for one in answer.headers.get_list("set-cookie"))
    answer = team.client.get("/login/", headers=PROXIED)
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    (cookie,) = answer.headers.get_list("set-cookie")
    assert re.match("__Host-csrftoken=.*; HttpOnly; .*Path=/; .*Secure", cookie)
    assert "Domain" not in cookie
    entered = _entered(team, answer)
    assert entered.status_code == 302
    cookies = entered.headers.get_list("set-cookie")
    session = next(one for one in cookies if one.startswith("__Host-sessionid="))
    for word in ("HttpOnly", "Path=/", "SameSite=Lax", "Secure"):
        assert word in session


def test_a_form_from_elsewhere_is_refused(team: Team) -> None:
    answer = team.client.get("/login/", headers=PROXIED)
    assert _entered(team, answer, origin="https://evil.example").status_code == 403
    assert _entered(team, answer, origin="http://desk.example").status_code == 403


def _entered(
    team: Team, page: httpx.Response, *, origin: str = ADDRESS
) -> httpx.Response:
    word = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
    cookie = page.headers["set-cookie"].partition(";")[0]
    assert word is not None
    told = {"username": "viewer", "password": PASSWORD, "csrfmiddlewaretoken": word[1]}
    headers = {**PROXIED, "origin": origin, "cookie": cookie}
    return team.client.post("/login/", data=told, headers=headers)
