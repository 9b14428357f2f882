"""The map and the timeline in a browser, with WebGL, without it and without scripts."""

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.desk.browsing import Served, Visitor

from tawthiq.desk.typed import day_of

PAGES = ("/incidents/", "/map/", "/trends/")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_passes_the_gate(
    visitor: Visitor, path: str, lang: str, theme: str
) -> None:
    with visitor.page("reviewer", lang, theme) as page:
        page.goto(path)
        visitor.gate(page)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_an_incident_and_a_merge_pass_the_gate(
    visitor: Visitor, lang: str, theme: str
) -> None:
    with visitor.page("reviewer", lang, theme) as page:
        page.goto("/incidents/")
        names = [one.inner_text() for one in page.locator(".lines td a").all()]
        page.goto(f"/incidents/{names[-2]}/")
        visitor.gate(page)
        page.goto(f"/incidents/{names[0]}/merge/?other={names[1]}")
        visitor.gate(page)


def brushed(page: Page) -> None:
    box = page.locator(".bars").bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] * 0.4
    page.mouse.move(box["x"] + box["width"] * 0.75, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.98, middle, steps=5)
    page.mouse.up()


def test_brushing_the_timeline_filters_the_table_and_stays_in_the_address(
    visitor: Visitor,
) -> None:
    with visitor.page("viewer", "en") as page:
        page.goto("/map/")
        page.wait_for_selector("body[data-ready]")
        assert page.locator("#map").get_attribute("data-drawn") is None
        before = page.locator("#rows tbody tr").count()
        brushed(page)
        expect(page.locator("#rows tbody tr")).not_to_have_count(before)
        first = page.input_value("#t-from")
        assert re.fullmatch(r"\d{1,2} \w+ \d{4}", first)
        assert f"from={day_of(first)}" in page.url
        kept = page.locator("#rows tbody tr").count()
        page.reload()
        page.wait_for_selector("body[data-ready]")
        assert page.locator("#rows tbody tr").count() == kept
        assert page.input_value("#t-from") == first


def test_in_arabic_time_runs_from_the_right(visitor: Visitor) -> None:
    with visitor.page("viewer", "ar") as page:
        page.goto("/map/")
        page.wait_for_selector("body[data-ready]")
        earliest = page.locator("#time").get_attribute("data-begin")
        before = page.locator("#rows tbody tr").count()
        brushed(page)  # over what lies to the right
        expect(page.locator("#rows tbody tr")).not_to_have_count(before)
        first, last = page.input_value("#t-from"), page.input_value("#t-to")
        assert earliest is not None
        assert first.isascii() is False
        days = [day_of(earliest), day_of(first), day_of(last)]
        assert days == sorted(filter(None, days))
        page.click(".time-all")
        expect(page.locator("#rows tbody tr")).to_have_count(before)
        assert "from=" not in page.url


def test_the_days_can_be_set_by_keyboard(visitor: Visitor) -> None:
    with visitor.page("viewer", "ar") as page:
        page.goto("/map/")
        page.wait_for_selector("body[data-ready]")
        page.fill("#t-to", "1999-01-01")
        page.press("#t-to", "Enter")
        page.wait_for_selector("#rows .empty")
        page.click(".time-all")
        page.wait_for_selector("#rows tbody tr")


TYPED = [
    ("ar", "latn", "5/3/2031", "5 آذار 2031"),
    ("ar", "auto", "٢٠٣١-٠٣-٠٥", "٥ آذار ٢٠٣١"),
    ("ar", "auto", "5 اذار 2031", "٥ آذار ٢٠٣١"),
    ("en", "auto", "٥/٣/٢٠٣١", "5 March 2031"),
    ("en", "auto", "5 march 2031", "5 March 2031"),
]


@pytest.mark.parametrize(("lang", "script", "typed", "shown"), TYPED)
@pytest.mark.parametrize("locale", ["en-US", "ar-SY"])
def test_a_day_is_shown_in_the_language_of_the_page_not_of_the_browser(
    visitor: Visitor, lang: str, script: str, typed: str, shown: str, locale: str
) -> None:
    with visitor.page("viewer", lang, locale=locale) as page:
        page.goto(f"/incidents/?digits={script}")
        page.fill("#f-from", typed)
        page.press("#f-from", "Tab")
        expect(page.locator("#f-from")).to_have_value(shown)
        page.press("#f-from", "Enter")
        page.wait_for_url("**from=2031-03-05*")
        expect(page.locator("#f-from")).to_have_value(shown)


def test_what_is_no_day_is_told_where_it_is_typed(visitor: Visitor) -> None:
    with visitor.page("viewer", "en") as page:
        page.goto("/incidents/")
        page.fill("#f-from", "yesterday")
        page.press("#f-from", "Enter")
        told = page.locator("#f-from").evaluate("field => field.validationMessage")
        assert "not understood as a day" in told
        assert "from=" not in page.url
        page.fill("#f-from", "5 مارس 2031")  # a name that the page does not show
        page.press("#f-from", "Enter")
        page.wait_for_url("**from=*")
        expect(page.locator("#f-from")).to_have_value("5 March 2031")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_without_scripts_the_map_the_timeline_and_the_table_are_there(
    visitor: Visitor, lang: str
) -> None:
    with visitor.page("viewer", lang, java_script_enabled=False) as page:
        page.goto("/map/")
        assert page.locator(".chart .mark").count() > 0
        assert page.locator(".bars .bar").count() > 0
        assert page.locator("#rows tbody tr").count() > 0
        page.fill("#t-from", "1990-01-01")
        page.fill("#t-to", "1990-02-01")
        page.click(".time-form button[type=submit]")
        assert page.locator("#rows .empty").count() == 1


@pytest.fixture(scope="module")
def plain(served: Served, browser: Browser) -> Iterator[Visitor]:
    """Open a browser that has no WebGL."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    options = ["--no-sandbox", "--disable-3d-apis"]
    opened = browser.browser_type.launch(executable_path=chromium, args=options)
    yield Visitor(opened, served)
    opened.close()


def test_without_webgl_the_drawn_map_and_a_living_timeline_stay(plain: Visitor) -> None:
    with plain.page("viewer", "ar", "dark") as page:
        page.goto("/map/")
        page.wait_for_selector("body[data-ready]")
        assert page.locator("#map").get_attribute("data-drawn") == "no WebGL"
        assert page.locator(".map-drawn .mark").count() > 0
        before = page.locator("#rows tbody tr").count()
        brushed(page)
        expect(page.locator("#rows tbody tr")).not_to_have_count(before)
