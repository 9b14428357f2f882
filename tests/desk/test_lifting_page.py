"""The page that lifts a second step, in a browser (apart: its loop owns the thread)."""

from base64 import b32decode

import pytest
from django_otp.oath import TOTP
from playwright.sync_api import expect
from tests.desk.browsing import Visitor


@pytest.mark.parametrize(("lang", "theme"), [("ar", "light"), ("en", "dark")])
def test_the_page_passes_the_gate(visitor: Visitor, lang: str, theme: str) -> None:
    with visitor.page("lead", lang) as page:
        page.goto("/two-factor/")
        if page.locator("[role=img]").count():
            secret = page.locator("main code").inner_text().replace(" ", "")
            key = b32decode(secret + "=" * (-len(secret) % 8))
            page.locator("#code").fill(f"{TOTP(key).token():06d}")
            page.locator("main button[type=submit]").click()
            expect(page.locator("main code")).to_have_count(8)
    with visitor.page("admin", lang, theme) as page:
        page.goto("/accounts/")
        page.locator("main table a", has_text="lead").click()
        expect(page.locator("#id_reason")).to_be_visible()
        visitor.gate(page)
