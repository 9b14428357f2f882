"""An original in a real browser: nothing of it runs, and nothing leaves."""

import pytest
from django.db import connections
from tests.desk.browsing import Served, Visitor
from tests.desk.test_original import handed_in

from tawthiq.desk.serving import open_desk


@pytest.fixture(scope="module")
def hostile(served: Served) -> str:
    """Hand the page in to the served desk, before a browser's loop runs in here."""
    open_desk(served.folder)
    digest = handed_in("coder")
    connections.close_all()
    return digest


def test_nothing_of_it_runs_or_leaves(hostile: str, visitor: Visitor) -> None:
    with visitor.page("coder") as page:
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url))
        page.goto(f"/captures/{hostile}/page/")
        page.wait_for_timeout(500)
        assert page.title() != "broken"
        assert "قُتل مدنيان" in page.inner_text("body")
        assert [one for one in asked if "evil.example" in one] == []
        assert page.evaluate("self.origin") == "null"
