"""A text pasted or a file dropped is read before it is kept, and kept before it is read."""

import re

from playwright.sync_api import Page, expect
from tests.desk.browsing import Visitor

REPORT = (
    "قُتل خمسة مدنيين بينهم طفلان جراء غارة جوية روسية على قرية الضفة الخضراء"
    " يوم الاثنين 3 آذار 2031، بحسب الدفاع المدني."
)
"""Invented."""


def pasted(page: Page, text: str) -> None:
    page.goto("/add/")
    page.wait_for_selector("body[data-ready]")
    page.fill("#id_text", text)
    page.wait_for_selector("#live[data-read][aria-busy=false]")


def test_what_is_typed_is_read_and_not_kept(visitor: Visitor) -> None:
    with visitor.page("coder", "ar") as page:
        page.goto("/jobs/")
        before = page.locator("tbody tr").count()
        pasted(page, REPORT)
        assert page.locator("#live article").count() == 1
        assert "خمسة مدنيين" in page.inner_text("#live")
        visitor.gate(page)
        page.goto("/jobs/")
        assert page.locator("tbody tr").count() == before


def test_markup_that_is_pasted_stays_text(visitor: Visitor) -> None:
    with visitor.page("coder", "en") as page:
        pasted(page, f"<img src=x onerror=document.title='broken'> {REPORT}")
        assert page.locator("#live img").count() == 0
        visitor.gate(page)


def test_a_pasted_text_is_kept_and_read_by_the_worker(visitor: Visitor) -> None:
    with visitor.page("coder", "en", "dark") as page:
        pasted(page, REPORT)
        page.fill("#id_published", "٢٠٣١-٠٣-٠٤")
        page.click("#adding button[type=submit]")
        assert re.search(r"/jobs/\d+/$", page.url)
        expect(page.locator("#job .tag")).to_have_text("Done", timeout=60_000)
        assert page.locator("#job ul li").count() == 1
        visitor.gate(page)
    with visitor.page("coder", "en", "dark") as page:
        page.goto("/jobs/")
        assert page.locator("tbody tr").count() >= 1
        visitor.gate(page)


def test_files_are_sent_and_what_cannot_be_read_is_told_why(visitor: Visitor) -> None:
    with visitor.page("coder", "ar") as page:
        page.goto("/add/")
        page.wait_for_selector("body[data-ready]")
        page.set_input_files(
            "#id_documents",
            {
                "name": "broken.pdf",
                "mimeType": "application/pdf",
                "buffer": b"%PDF-1.4",
            },
        )
        page.click("#adding button[type=submit]")
        expect(page.locator("#job .tag")).to_have_text("انتهى", timeout=60_000)
        assert "broken.pdf" in page.inner_text("#job ul")
        visitor.gate(page)


def test_nothing_at_all_is_refused_in_words(visitor: Visitor) -> None:
    with visitor.page("coder", "ar") as page:
        page.goto("/add/")
        page.click("#adding button[type=submit]")
        assert "الصق نصاً" in page.inner_text("[role=alert]")


def test_without_scripts_a_text_is_taken_in_all_the_same(visitor: Visitor) -> None:
    with visitor.page("coder", "ar", java_script_enabled=False) as page:
        page.goto("/add/")
        page.fill("#id_text", REPORT + " ولم ترد تفاصيل أخرى.")
        page.click("#adding button[type=submit]")
        assert re.search(r"/jobs/\d+/$", page.url)
