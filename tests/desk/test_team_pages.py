"""The team's work in a real browser: comments, hands, who sees it; nothing runs."""

import re

import pytest
from playwright.sync_api import Dialog, Page
from tests.desk.browsing import Visitor
from tests.desk.payloads import payloads

MOST = 3_900
"""Characters of one comment."""


def open_report(page: Page) -> None:
    page.goto("/queue/")
    page.click("table.queue tbody th a")
    page.wait_for_selector("body[data-ready]")


def open_incident(page: Page) -> None:
    page.goto("/incidents/")
    page.click("main table tbody a[href^='/incidents/']")
    page.wait_for_selector("body[data-ready]")


def never(dialog: Dialog) -> None:
    pytest.fail(f"a dialog opened: {dialog.message}")


def test_hostile_comments_do_nothing_in_a_browser(visitor: Visitor) -> None:
    with visitor.page("coder", "ar") as page:
        page.on("dialog", never)
        for open_page in (open_report, open_incident):
            open_page(page)
            told = "\n".join(payloads(100))
            parts = [told[at : at + MOST] for at in range(0, len(told), MOST)]
            for part in parts:
                page.fill("#comment-text", part)
                page.click(".comments .team-form button")
                page.wait_for_selector("body[data-ready]")
            assert page.locator(".comments li").count() >= len(parts)
            page.hover(".comments li:last-child .comment-text")
            page.click(".comments li:last-child .comment-text")
            visitor.gate(page)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_lead_gives_a_report_to_two_who_code_blind(
    visitor: Visitor, lang: str, theme: str
) -> None:
    with visitor.page("lead", lang, theme) as page:
        open_report(page)
        page.select_option("#coding-first", "coder")
        page.select_option("#coding-second", "reviewer")
        page.click("section[aria-labelledby=assign] button")
        page.wait_for_selector("body[data-ready]")
        assert page.locator(".coding .hands li").count() == 2
        visitor.gate(page)
        where = re.sub(r"^https?://[^/]+", "", page.url)
    with visitor.page("coder", lang, theme) as page:
        page.goto("/queue/?mine=1")
        assert page.locator("table.queue tbody tr").count() == 1
        visitor.gate(page)
        page.goto(where)
        assert page.locator(".coding").count() == 1
        visitor.gate(page)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_reviewer_restricts_an_incident(visitor: Visitor, lang: str) -> None:
    with visitor.page("reviewer", lang) as page:
        open_incident(page)
        where = page.url
        page.click(".restriction summary")
        visitor.gate(page)
        page.fill("#restricting-reason", "يُخشى على شاهد")
        page.click(".restriction .team-form button")
        page.wait_for_selector("body[data-ready]")
        visitor.gate(page)
        with visitor.page("viewer", lang) as other:
            answer = other.goto(where)
            assert answer is not None
            assert answer.status == 404
        page.click(".restriction button")
        page.wait_for_selector("body[data-ready]")
        visitor.gate(page)
