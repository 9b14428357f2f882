"""The first minutes: in by the door, in both languages, on any screen."""

import httpx
import pytest
from tests.desk.browsing import PASSWORD, PATIENCE, Served, Visitor


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_login_and_the_home_page_pass_the_gate(
    visitor: Visitor, lang: str, theme: str
) -> None:
    with visitor.page("", lang, theme) as page:
        page.goto("/login/")
        visitor.gate(page)
    with visitor.page("viewer", lang, theme) as page:
        page.goto("/")
        visitor.gate(page)


def test_one_logs_in_switches_the_language_in_place_and_leaves(
    visitor: Visitor,
) -> None:
    with visitor.page() as page:
        page.goto("/?from=2031-01-01")
        page.fill("#id_username", "coder")
        page.fill("#id_password", PASSWORD)
        page.click("main button[type=submit]")
        assert page.url.endswith("/?from=2031-01-01")
        assert page.locator("html").get_attribute("dir") == "rtl"
        page.click(".head-language")
        assert page.url.endswith("/?from=2031-01-01")
        assert page.locator("html").get_attribute("dir") == "ltr"
        page.click(".head-leave button")
        assert page.url.endswith("/login/")


def test_a_wrong_password_is_told_and_many_lock_the_name(served: Served) -> None:
    with httpx.Client(
        base_url=served.address, trust_env=False, timeout=PATIENCE
    ) as client:
        client.get("/login/?lang=en", follow_redirects=True)
        told = {
            "username": "lead",
            "password": "no such words",
            "csrfmiddlewaretoken": client.cookies["csrftoken"],
        }
        first = client.post("/login/", data=told)
        assert "not right" in first.text
        statuses = [client.post("/login/", data=told).status_code for _ in range(7)]
        assert statuses[-1] == 429
        right = client.post("/login/", data={**told, "password": PASSWORD})
        assert right.status_code == 429


def test_on_a_telephone_no_column_is_out_of_sight(visitor: Visitor) -> None:
    with visitor.page("admin", "ar", "dark") as page:
        for where in ("/incidents/", "/audit/"):
            page.goto(where)
            visitor.gate(page, widths=(360,))
            table = page.locator("table.cards")
            heads = table.locator("thead th").all_inner_texts()
            last = table.locator("tbody tr").first.locator("th, td").last
            box = last.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 360
            assert last.get_attribute("data-head") == heads[-1]
            here = page.locator(".ways [aria-current]").bounding_box()
            assert here is not None
            assert 0 <= here["x"] <= 360 - here["width"]
