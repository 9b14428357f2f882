"""The pages of publishing and of tokens pass the gate."""

import pytest
from tests.desk.browsing import Visitor


@pytest.mark.parametrize(("lang", "theme"), [("ar", "light"), ("en", "dark")])
def test_pages_for_those_who_decide_pass_the_gate(
    visitor: Visitor, lang: str, theme: str
) -> None:
    with visitor.page("lead", lang, theme) as page:
        page.goto("/publish/")
        visitor.gate(page)
        page.fill("#recorder", "مرصد مخترع")
        page.locator("main form.fields button").click()
        page.wait_for_url("**/publish/*/")
        visitor.gate(page)
    with visitor.page("admin", lang, theme) as page:
        page.goto("/tokens/")
        page.fill("#name", "مخترع")
        page.locator("main form.fields button").click()
        page.wait_for_selector("section.empty code")
        visitor.gate(page)
