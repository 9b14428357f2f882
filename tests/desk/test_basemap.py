"""A team's own basemap: drawn from one file by ranges, and told of where it is broken."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from tests.desk.basemaps import basemap
from tests.desk.browsing import Served, Visitor

LAND, WATER = (226, 223, 218), (128, 222, 234)
"""Of the light flavour of @protomaps/basemaps."""
LEAST = 0.2
"""Part of the map that each must fill."""


@pytest.fixture
def file(served: Served) -> Iterator[Path]:
    path = served.folder / "basemap.pmtiles"
    yield path
    path.unlink()


def parts(page: Page) -> dict[tuple[int, ...], float]:
    """Say what part of the canvas has each colour."""
    shown = page.locator(".map-canvas canvas").screenshot()
    image = Image.open(BytesIO(shown)).convert("RGB")
    points = image.width * image.height
    found: Any = image.getcolors(points)
    return {colour: number / points for number, colour in found}


def opened(page: Page) -> None:
    page.goto("/map/")
    page.wait_for_selector("body[data-ready]")
    assert page.locator("#map").get_attribute("data-drawn") is None


def test_the_file_is_drawn_by_ranges_and_names_its_makers(
    visitor: Visitor, file: Path
) -> None:
    file.write_bytes(basemap())
    ranges: list[str] = []
    with visitor.page("viewer", "en") as page:
        page.on(
            "request",
            lambda asked: (
                ranges.append(asked.headers.get("range", ""))
                if asked.url.endswith("/basemap.pmtiles")
                else None
            ),
        )
        opened(page)
        drawn = parts(page)
        assert drawn.get(LAND, 0) > LEAST, Counter(drawn).most_common(4)
        assert drawn.get(WATER, 0) > LEAST, Counter(drawn).most_common(4)
        expect(page.locator(".map-fault")).to_be_hidden()
        expect(page.locator(".map-credit")).to_have_text("Mapped by nobody")
        visitor.gate(page)
    assert ranges
    assert all(one.startswith("bytes=") for one in ranges)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(b"a table of something else", id="another kind of file"),
        pytest.param(basemap()[:90], id="cut off"),
        pytest.param(basemap()[:-60] + bytes(60), id="a broken tile"),
    ],
)
def test_a_broken_file_leaves_our_own_lines_and_says_so(
    visitor: Visitor, file: Path, broken: bytes, lang: str
) -> None:
    file.write_bytes(broken)
    with visitor.page("viewer", lang) as page:
        opened(page)
        expect(page.locator(".map-fault")).to_be_visible()
        drawn = parts(page)
        assert max(drawn.values()) < 1, "lines are drawn"
        assert drawn.get(WATER, 0) == 0
        told = page.locator(".map-sight").inner_text()
        assert any(one.isdecimal() and int(one) > 0 for one in told), told
