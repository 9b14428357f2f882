"""The pages of publishing and of tokens pass the gate."""

import subprocess
import sys

import pytest
from playwright.sync_api import expect
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


@pytest.mark.parametrize(("lang", "theme"), [("ar", "dark"), ("en", "light")])
def test_an_export_is_looked_at_and_agreed_to_by_another(
    visitor: Visitor, lang: str, theme: str
) -> None:
    folder = str(visitor.served.folder)
    asked = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", ASK, folder, f"{lang * 32}"],
        check=True,
        capture_output=True,
    )
    where = f"/exports/{int(asked.stdout)}/"
    with visitor.page("lead", lang, theme) as page:
        page.goto("/publish/")
        expect(page.locator(f"a[href='{where}']")).to_be_visible()
        visitor.gate(page)
        page.goto(where)
        assert page.locator('button[value="agree"]').count() == 0
    with visitor.page("admin", lang, theme) as page:
        page.goto(where)
        page.click("main summary")
        expect(page.locator("main details li")).to_have_text("R-1: قرية <i>مخترعة</i>")
        visitor.gate(page)
        page.click('button[value="agree"]')
        expect(page.locator('button[value="agree"]')).to_have_count(0)
        visitor.gate(page)


ASK = """
import sys
from datetime import date
from pathlib import Path
from tawthiq.desk.serving import open_desk
open_desk(Path(sys.argv[1]))
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.publishing.exports import Leaving, ask
from tawthiq.desk.publishing.findings import Risks
risk = Risks(kind="exact_place", number=1, some=[("R-1", "قرية <i>مخترعة</i>")])
leaving = Leaving(form="csv", profile="internal", as_of=date(2031, 6, 1), restricted=2,
                  digest=sys.argv[2], incidents=3, withheld=1, risks=[risk])
print(ask(leaving, Account.objects.get(username="lead")).pk)
"""
"""What the command line does once the password is right; a process of its own asks."""
