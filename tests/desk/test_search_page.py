"""The search page in a browser: it passes the gate, and shows hits as one types."""

import pytest
from tests.desk.browsing import Visitor

QUERY = "/search/?q=%D8%B3%D9%88%D9%82&kind=report"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_search_page_passes_the_gate(
    visitor: Visitor, lang: str, theme: str
) -> None:
    with visitor.page("viewer", lang, theme) as page:
        page.goto(QUERY)
        visitor.gate(page)


def test_hits_are_shown_as_one_types(visitor: Visitor) -> None:
    with visitor.page("viewer") as page:
        page.goto("/search/")
        page.wait_for_selector("body[data-ready]")
        page.keyboard.press("Slash")
        page.keyboard.type("غارات")
        page.wait_for_selector('body[data-searched="غارات"]')
        assert page.locator(".hits > li").count() > 0
        page.get_by_role("link", name="التقارير").click()
        page.wait_for_selector("mark")
        visitor.gate(page)


def test_it_searches_without_scripts(visitor: Visitor) -> None:
    with visitor.page("viewer", java_script_enabled=False) as page:
        page.goto("/search/")
        page.fill("#q", "سوق")
        page.press("#q", "Enter")
        assert page.locator(".hits > li").count() == 1
