"""The page of one report in a browser: everything by keyboard alone."""

import json
import re
import sqlite3
from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.desk.browsing import Visitor

LIT = re.compile(r"\blit\b")


def rows(visitor: Visitor, question: str) -> list[Any]:
    """Ask the served register's database, which another process writes."""
    database = visitor.served.folder / "register.sqlite3"
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as told:
        return told.execute(question).fetchall()


def rule(page: Page, key: str) -> None:
    """Press a key that rules, and wait for the answer to be on the page."""
    with page.expect_response("**/revise/**") as answer:
        page.keyboard.press(key)
    answer.value.finished()
    page.wait_for_selector(".row.current")
    page.wait_for_timeout(60)


def start(page: Page, path: str = "/queue/next/") -> None:
    page.goto(path)
    page.wait_for_selector("body[data-ready]")


def current(page: Page) -> str:
    return page.locator(".row.current").get_attribute("data-target") or ""


def find_open(page: Page, slot: str) -> str:
    """Step to a value of a slot on which nobody has ruled; other tests rule too."""
    for _ in range(page.locator(".row").count()):
        target = current(page)
        row = page.locator(f'.row[data-target="{target}"]')
        if slot in target and row.get_attribute("data-state") == "open":
            return target
        page.keyboard.press("j")
    return pytest.fail(f"no open value of {slot} in the report that came next")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_queue_and_a_report_pass_the_gate(
    visitor: Visitor, lang: str, theme: str
) -> None:
    with visitor.page("reviewer", lang, theme) as page:
        page.goto("/queue/")
        visitor.gate(page)
        start(page)
        visitor.gate(page)
        page.keyboard.press("e")
        page.wait_for_selector(".value-form")
        visitor.gate(page)
        page.keyboard.press("Escape")
        expect(page.locator(".value-form")).to_have_count(0)
        page.keyboard.press("Shift+Slash")
        expect(page.locator("#keys")).to_be_visible()
        visitor.gate(page)


def rulings(visitor: Visitor) -> Counter[str]:
    """Count the rulings that stand in the register, of whichever test."""
    return Counter(
        dict(rows(visitor, "select ruling, count(*) from revision group by ruling"))
    )


def test_twenty_values_are_reviewed_by_keyboard_alone(visitor: Visitor) -> None:
    before = rulings(visitor)
    ruled: Counter[str] = Counter()
    closed = 0
    with visitor.page("coder") as page:
        start(page)
        while ruled.total() < 20 or not closed:  # a report may have more values
            if page.locator('.row[data-state="open"]').count():
                key = "x" if ruled.total() % 4 == 3 else "a"
                rule(page, key)
                ruled[key] += 1
                continue
            with page.expect_navigation():
                page.keyboard.press("Control+Enter")
            page.wait_for_selector("body[data-ready]")
            closed += 1
        visitor.gate(page)
    told = rulings(visitor) - before
    assert (told["accept"], told["reject"]) == (ruled["a"], ruled["x"])
    assert told["close"] == closed


def test_a_value_is_corrected_undone_and_added_by_keyboard(visitor: Visitor) -> None:
    with visitor.page("lead") as page:
        start(page)
        target = find_open(page, "casualties")
        added = page.locator('.row[data-state="add"]')
        before = added.count()
        page.keyboard.press("e")
        page.wait_for_selector(".value-form")
        page.fill("#f-low", "٧")
        page.fill("#f-high", "٧")
        rule(page, "Control+Enter")
        row = page.locator(f'.row[data-target="{target}"]')
        expect(row).to_have_attribute("data-state", "correct")
        expect(row.locator(".machine")).to_be_visible()
        expect(row.locator(".person")).to_contain_text("٧")
        rule(page, "u")
        expect(row).to_have_attribute("data-state", "open")
        page.keyboard.press("n")
        page.keyboard.press("Shift+ArrowLeft")
        words = page.evaluate("getSelection().toString()")
        page.keyboard.press("5")
        page.wait_for_selector(".value-form")
        assert page.locator("#f-quote").input_value() == words
        rule(page, "Control+Enter")
        expect(added).to_have_count(before + 1)
    ((value, text),) = rows(
        visitor,
        "select revision.value, report.text from revision"
        " join reading on reading.id = revision.reading_id"
        " join report on report.id = reading.report_id"
        " where ruling = 'add' order by revision.id desc limit 1",
    )
    span = json.loads(value)["span"]
    assert span["quote"] == words
    assert text[span["start"] : span["end"]] == words


def test_an_event_is_split_and_merged_by_keyboard(visitor: Visitor) -> None:
    with visitor.page("admin") as page:
        start(page)
        cards = page.locator(".card")
        before = cards.count()
        page.keyboard.press("j")
        page.keyboard.press("Space")
        rule(page, "p")
        expect(cards).to_have_count(before + 1)
        page.locator(".card").nth(1).locator(".row").first.click()
        rule(page, "m")
        expect(cards).to_have_count(before)


def test_a_key_of_the_arabic_layout_does_what_its_position_does(
    visitor: Visitor,
) -> None:
    with visitor.page("lead") as page:
        start(page)
        before = current(page)
        page.evaluate(
            """document.body.dispatchEvent(new KeyboardEvent("keydown",
            {code: "KeyJ", key: "ت", bubbles: true}))"""
        )
        assert current(page) != before


def test_a_key_is_changed_by_pressing_another_and_letters_can_be_off(
    visitor: Visitor,
) -> None:
    with visitor.page("lead") as page:
        start(page)
        first = current(page)
        page.keyboard.press("Shift+Slash")
        page.click("[data-change=next]")
        page.keyboard.press("b")
        expect(page.locator("#keys kbd[data-key=next]")).to_have_text("B")
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        assert current(page) == first
        page.keyboard.press("b")
        second = current(page)
        assert second != first
        page.keyboard.press("Shift+Slash")
        page.click("#letters")
        page.keyboard.press("Escape")
        page.keyboard.press("b")
        assert current(page) == second


def test_hovering_a_mark_lights_its_row_and_the_other_way(visitor: Visitor) -> None:
    with visitor.page("viewer") as page:
        start(page)
        mark = page.locator("mark.m").first
        target = (mark.get_attribute("data-targets") or "").split()[0]
        row = page.locator(f'.row[data-target="{target}"]')
        mark.hover()
        expect(row).to_have_class(LIT)
        row.hover()
        expect(mark).to_have_class(LIT)


def test_offsets_are_code_points_past_emoji_diacritics_and_marks_of_direction(
    visitor: Visitor,
) -> None:
    text = "قُتِلَ \u200f٣ 😢👩‍👧 في السوق"
    with visitor.page("viewer") as page:
        start(page)
        told = page.evaluate(
            """async (text) => {
            const { selectedSpan } = await import("/static/reviewing/offsets.js");
            const place = document.createElement("p");
            place.dataset.start = "100";
            const mark = document.createElement("mark");
            const at = text.indexOf("في");
            mark.append(text.slice(at));
            place.append(text.slice(0, at), mark);
            document.querySelector("main").append(place);
            getSelection().setBaseAndExtent(mark.firstChild, 0, mark.firstChild, 2);
            return selectedSpan(getSelection());
            }""",
            text,
        )
    at = text.index("في")
    assert told == {"start": 100 + at, "end": 102 + at}


def test_without_scripts_the_page_reads_and_its_buttons_work(visitor: Visitor) -> None:
    with visitor.page("reviewer", java_script_enabled=False) as page:
        page.goto("/queue/next/")
        row = page.locator(".row").first
        row.locator("button[value=accept]").click()
        expect(page.locator(".row").first).to_have_attribute("data-state", "accept")
        page.locator(".row").nth(1).locator("[data-edit]").click()
        expect(page.locator(".value-form")).to_have_count(1)
