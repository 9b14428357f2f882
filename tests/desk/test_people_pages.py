"""The pages of accounts and of the audit log, in a browser."""

import pytest
from tests.desk.browsing import Visitor

PAGES = (
    "/accounts/",
    "/accounts/1/",
    "/password/",
    "/sessions/",
    "/audit/",
    "/agreement/",
    "/follow-up/",
)


@pytest.mark.parametrize(("lang", "theme"), [("ar", "light"), ("en", "dark")])
@pytest.mark.parametrize("where", PAGES)
def test_a_page_passes_the_gate(
    visitor: Visitor, where: str, lang: str, theme: str
) -> None:
    with visitor.page("admin", lang, theme) as page:
        page.goto(where)
        assert page.locator("h1").count() == 1
        visitor.gate(page)
