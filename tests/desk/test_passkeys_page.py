"""Passkeys in a browser, with a key that Chromium itself plays (WebAuthn over CDP)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.desk.browsing import PASSWORD, Served, Visitor

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def named(browser: Browser, served: Served) -> Visitor:
    """Open pages of the desk by the computer's name: browsers keep keys for names."""
    address = served.address.replace("127.0.0.1", "localhost")
    return Visitor(browser, replace(served, address=address, sessions={}))


@contextmanager
def key_in(page: Page) -> Iterator[None]:
    """Let a key of the browser's own be at hand while a page is used."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    yield
    session.send("WebAuthn.removeVirtualAuthenticator", made)


def fill(page: Page, **told: str) -> None:
    for name, value in told.items():
        page.fill(f"input[name={name}]", value)


def log_in(page: Page, role: str, onward: str = "/") -> None:
    page.goto(f"/login/?next={onward}")
    fill(page, username=role, password=PASSWORD)
    page.click("main button[type=submit]")


@pytest.mark.parametrize(
    ("role", "lang", "theme"), [("coder", "ar", "light"), ("reviewer", "en", "dark")]
)
def test_a_key_is_added_shown_at_the_door_and_removed(
    named: Visitor, role: str, lang: str, theme: str
) -> None:
    with named.page("", lang, theme) as page, key_in(page):
        log_in(page, role, "/passkeys/")
        named.gate(page)
        fill(page, name="مفتاح <b>مكتبي</b>", password=PASSWORD)
        page.click("main button[type=submit]")
        named.gate(page)
        page.click("form[data-passkey] button")
        expect(page.locator(".people-codes li")).to_have_count(8)
        page.goto("/passkeys/")
        expect(page.locator("tbody th")).to_have_text("مفتاح <b>مكتبي</b>")
        named.gate(page)
        page.context.clear_cookies(name="sessionid")
        log_in(page, role, "/queue/")
        named.gate(page)
        page.keyboard.press("Tab")
        page.locator("form[data-passkey] button").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/queue/")
        page.goto("/passkeys/")
        page.fill("#remove_password", PASSWORD)
        page.click("button[name=remove]")
        expect(page.locator(".empty")).to_be_visible()
        named.gate(page)


def test_where_no_key_answers_it_is_told_and_another_way_stays_open(
    named: Visitor,
) -> None:
    with named.page("viewer", "en") as page:
        with key_in(page):
            page.goto("/passkeys/")
            fill(page, name="lost", password=PASSWORD)
            page.click("main button[type=submit]")
            page.click("form[data-passkey] button")
            code = page.locator(".people-codes code").first.inner_text()
        page.context.clear_cookies(name="sessionid")
        log_in(page, "viewer")
        page.evaluate(
            "() => { navigator.credentials.get = () => Promise.reject(new Error()); }"
        )
        page.click("form[data-passkey] button")
        expect(page.locator("[data-passkey-fault]")).to_be_visible()
        named.gate(page)
        fill(page, code=code)
        page.click("main form:not([data-passkey]) button")
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".head-person")).to_have_text("viewer")


def test_without_scripts_it_is_told_that_a_key_needs_them(named: Visitor) -> None:
    with named.page("admin", "ar", java_script_enabled=False) as page:
        page.goto("/passkeys/")
        fill(page, name="مفتاح", password=PASSWORD)
        page.click("main button[type=submit]")
        expect(page.locator("[data-passkey-unable]")).to_be_visible()
        expect(page.locator("form[data-passkey] button")).to_be_disabled()


@pytest.mark.parametrize(("lang", "theme"), [("ar", "dark"), ("en", "light")])
def test_by_its_number_the_desk_leads_to_its_name(
    visitor: Visitor, lang: str, theme: str
) -> None:
    with visitor.page("lead", lang, theme) as page:
        page.goto("/passkeys/")
        named = page.locator("main a[href^='http://localhost:']")
        expect(named).to_have_text(str(named.get_attribute("href")))
        visitor.gate(page)
