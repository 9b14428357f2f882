"""The site in a real browser: it asks nobody else, errs nowhere, and reads in any theme."""

import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.publish.conftest import TODAY

from tawthiq.lang.codebook import Codebook
from tawthiq.lang.search_words import search_words
from tawthiq.model.publication import Material
from tawthiq.publish.corrections import edition_of
from tawthiq.publish.profiles import profile_of
from tawthiq.publish.redaction import publication_of
from tawthiq.publish.site import Site, site_files

CHROMIUM = shutil.which("chromium")
PAGES = (
    "index.html",
    "incidents/index.html",
    "incidents/incident-7.html",
    "search.html",
    "downloads.html",
    "method.html",
    "corrections.html",
)
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
SCROLLING = """
[...document.querySelectorAll(".scroll")].filter((e) => e.scrollWidth > e.clientWidth)
.map((e) => e.ariaLabel)
"""
WIDTHS = (1366, 768, 360)
WORDS = "والغارات بقصفٍ الأسـواق ٣٧ 1,200 مدنيون strikes Umm's رأس الحجل إدلب «لبنان»"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def folder(material: Material, codebook: Codebook, tmp_path: Path) -> Path:
    profile = profile_of(codebook, "public")
    made = publication_of(material, profile, codebook, as_of=TODAY)
    editions = (edition_of(made, None, day=TODAY),)
    for file in site_files(Site(publication=made, editions=editions), codebook):
        path = tmp_path / "site" / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return tmp_path / "site"


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize(
    ("language", "theme"), [("ar", "light"), ("ar", "dark"), ("en", "dark")]
)
def test_every_page_passes_the_gate(address: str, language: str, theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        dark = theme == "dark"
        context = browser.new_context(color_scheme="dark" if dark else "light")
        page = context.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda fault: said.append(str(fault)))
        for name in PAGES:
            page.goto(f"{address}{language}/{name}")
            page.wait_for_selector("body[data-ready]", state="attached")
            assert said == [], name
            for width in WIDTHS if dark else WIDTHS[::-1]:
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate(OVERFLOW) <= 0, (name, width)
                if width == WIDTHS[-1]:
                    assert page.evaluate(SCROLLING) == [], name
            found = Axe().run(page).response["violations"]
            told = [(v["id"], v["nodes"][0]["html"][:99]) for v in found]
            assert told == [], (name, json.dumps(told, ensure_ascii=False))
            said.clear()  # axe's own styles break the content policy
        assert [url for url in asked if not url.startswith((address, "data:"))] == []
        browser.close()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_site_is_searched_without_a_server(folder: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.goto((folder / "ar" / "search.html").as_uri())
        for query, number in (("غارة", 1), ("الغارات", 1), ("market", 1), ("قصفا", 0)):
            page.fill("#q", query)
            page.wait_for_selector(f'body[data-searched="{query}"]')
            assert page.locator("#hits a").count() == number, query
        # What a reader types is made into the very keys that the index holds.
        keys = page.evaluate("(text) => tawthiqSearch.keys(text)", WORDS)
        assert keys == [word.key for word in search_words(WORDS)]
        browser.close()
