"""A register of the shipped, invented examples, its people, its desk, and a browser.

The desk is served by the command itself in a process of its own. Without Chromium the
tests that need one are skipped, and say so.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.desk.browsing import PASSWORD, ROLES, Served, Visitor

from tawthiq.desk.serving import open_desk, use_desk_settings
from tawthiq.register.starting import start

use_desk_settings()
start()

from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import translation  # noqa: E402

from tawthiq.desk import preferences  # noqa: E402
from tawthiq.desk.people.accounts import Account  # noqa: E402
from tawthiq.desk.preferences import Preferences  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_WORDS = (
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)


@pytest.fixture(autouse=True)
def _nothing_chosen() -> None:
    """Forget what the request of another test in this process chose."""
    preferences._CURRENT.set(Preferences())  # noqa: SLF001 - requests alone set it
    translation.activate("ar")


def tawthiq(home: Path, *words: str | Path) -> None:
    """Run the command in a process of its own."""
    subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "tawthiq", *map(str, words)],
        env={**os.environ, "TAWTHIQ_HOME": str(home), "TAWTHIQ_UI": "en"},
        stdout=subprocess.DEVNULL,
        check=True,
    )


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the register that ``make run`` makes, with a person of each role."""
    folder = tmp_path_factory.mktemp("desk")
    home, register = folder / "home", folder / "register"
    places = ROOT / "docs" / "tutorial" / "invented-places.csv"
    tawthiq(home, "gazetteer", "import", places, "--source", "invented")
    tawthiq(home, "init", register)
    tawthiq(home, "ingest", register, ROOT / "examples")
    open_desk(register)
    for role in ROLES:
        Account.objects.create_user(username=role, password=PASSWORD, role=role)
    connections.close_all()
    return register


@pytest.fixture
def register(shipped: Path, tmp_path: Path) -> Iterator[Path]:
    """Open a copy of that register in this process; give its folder."""
    folder = tmp_path / "register"
    shutil.copytree(shipped, folder)
    open_desk(folder)
    yield folder
    connections.close_all()


@pytest.fixture
def client_as(register: Path) -> Iterator[type["Caller"]]:
    """Give ``client_as(role)``: a client without a browser, logged in with a role."""
    del register
    yield Caller
    connections.close_all()


class Caller(Client):
    """Asks the desk for pages in this process, as who has a role."""

    def __init__(self, role: str = "", lang: str = "ar") -> None:
        super().__init__(SERVER_NAME="127.0.0.1")
        self.cookies["tawthiq_lang"] = lang
        if role:
            backend = "django.contrib.auth.backends.ModelBackend"
            self.force_login(Account.objects.get(username=role), backend=backend)


@pytest.fixture(scope="module")
def served(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a copy of that register for one file of tests."""
    folder = tmp_path_factory.mktemp("served") / "register"
    shutil.copytree(shipped, folder)
    words = ["desk", str(folder), "--port", "0", "--no-browser"]
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-u", "-m", "tawthiq", *words],
        env={
            **os.environ,
            "TAWTHIQ_UI": "en",
            "TAWTHIQ_HOME": str(shipped.parent / "home"),
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    lines = iter(process.stdout.readline, "")
    address = next(line.strip() for line in lines if line.startswith("http"))
    yield Served(address=address.rstrip("/"), folder=folder)
    process.terminate()
    process.wait(timeout=30)
    process.stdout.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the distribution's Chromium; skip where there is none."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium, args=list(CHROMIUM_WORDS)
        )
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def visitor(browser: Browser, served: Served) -> Visitor:
    """Open pages with ``visitor.page(role, lang, theme)``; ``visitor.gate(page)``."""
    return Visitor(browser, served)
