"""The pages of publishing and of tokens pass the gate."""

import pytest
from tests.desk.browsing import PATIENCE, Visitor


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
        # The worker beside the desk looks; the page asks again by itself.
        page.wait_for_selector('button[value="refuse"]')
        page.wait_for_selector("#job:not([data-moving])")
        visitor.gate(page)
        wish = page.url
    with visitor.page(
        "admin", lang, theme, java_script_enabled=theme == "light"
    ) as page:
        page.goto(wish)
        page.click('button[value="publish"]')
        page.wait_for_selector(".tag")
        for _ in range(PATIENCE):  # without scripts the page is loaded anew by hand
            if page.locator('a[href$="public.zip"]').count():
                break
            page.wait_for_timeout(1000)
            page.reload()
        assert page.locator('a[href$="public.zip"]').count() == 1
    with visitor.page("admin", lang, theme) as page:
        page.goto("/tokens/")
        page.fill("#name", "مخترع")
        page.locator("main form.fields button").click()
        page.wait_for_selector("section.empty code")
        visitor.gate(page)
