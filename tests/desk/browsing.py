"""The desk in a real browser: what a page asks for, says and breaks is watched."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

ROLES = ("viewer", "coder", "reviewer", "lead", "admin")
PASSWORD = "invented words of a test"  # noqa: S105
"""Of every account here; the user name is the role."""

HTTP_FAULT = 400
PATIENCE = 90
"""Seconds after which a page has failed: a slow machine is no fault of the desk."""
AXE = {"preload": False}  # it would fetch style sheets anew
WIDTHS = (360, 768, 1366)
TOO_WIDE = """
document.documentElement.scrollWidth - document.documentElement.clientWidth
"""
expect.set_options(timeout=PATIENCE * 1000)

WATCH_CSP = """
window.__refused = [];
document.addEventListener("securitypolicyviolation", (e) =>
  window.__refused.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}`));
"""


@dataclass(slots=True, kw_only=True)
class Seen:
    """What was seen of a page: addresses asked for, and errors told."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Served:
    """A desk that is served: its address, its register, and sessions of its people."""

    address: str
    folder: Path
    sessions: dict[str, str] = field(default_factory=dict)

    def session(self, role: str) -> str:
        """Log in once as who has this role; give the session's cookie."""
        if role not in self.sessions:
            with httpx.Client(
                base_url=self.address, trust_env=False, timeout=PATIENCE
            ) as client:
                client.get("/login/")
                told = {
                    "username": role,
                    "password": PASSWORD,
                    "csrfmiddlewaretoken": client.cookies["csrftoken"],
                }
                assert client.post("/login/", data=told).status_code == 302
                self.sessions[role] = client.cookies["sessionid"]
        return self.sessions[role]


class Visitor:
    """Opens pages of a desk as one who has a role, and holds each to the gate."""

    def __init__(self, browser: Browser, served: Served) -> None:
        self._browser = browser
        self.served = served
        self._seen: dict[Page, Seen] = {}

    @cached_property
    def _axe(self) -> Axe:
        return Axe()

    @contextmanager
    def page(
        self,
        role: str = "",
        lang: str = "ar",
        theme: str = "light",
        **options: Any,  # noqa: ANN401
    ) -> Iterator[Page]:
        """Give an empty page, ``options`` those of a browser context.

        Go anywhere with ``page.goto("/queue/")``.
        """
        options.setdefault("viewport", {"width": 1366, "height": 800})
        context = self._browser.new_context(base_url=self.served.address, **options)
        cookies = {"tawthiq_lang": lang, "tawthiq_theme": theme}
        if role:
            cookies["sessionid"] = self.served.session(role)
        for name, value in cookies.items():
            context.add_cookies(
                [{"name": name, "value": value, "url": self.served.address}]
            )
        context.set_default_timeout(PATIENCE * 1000)
        context.add_init_script(WATCH_CSP)
        page = context.new_page()
        seen = self._seen[page] = Seen()
        page.on("request", lambda asked: seen.requests.append(asked.url))
        page.on(
            "response",
            lambda got: (
                seen.errors.append(f"{got.status} {got.url}")
                if got.status >= HTTP_FAULT
                else None
            ),
        )
        page.on("pageerror", lambda fault: seen.errors.append(str(fault)))
        page.on(
            "console",
            lambda said: (
                seen.errors.append(said.text) if said.type == "error" else None
            ),
        )
        try:
            yield page
        finally:
            context.close()

    def gate(self, page: Page, *, widths: Sequence[int] = WIDTHS) -> None:
        """Hold a page to what every page of the desk must be; axe sees the last width.

        No request leaves the desk, nothing breaks the content policy, no script errs,
        no accessibility rule of axe is broken, nothing overflows sideways.
        """
        page.wait_for_selector("body[data-ready]")
        seen = self._seen[page]
        host = urlsplit(self.served.address).netloc
        outside = [
            asked
            for asked in seen.requests
            if urlsplit(asked).scheme not in {"data", "blob"}
            and urlsplit(asked).netloc != host
        ]
        assert outside == [], outside
        assert page.evaluate("window.__refused") == []
        assert seen.errors == [], seen.errors
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate(TOO_WIDE)
            assert wide <= 0, f"at {width} px the page is {wide} px too wide"
        found = self._axe.run(page, options=AXE).response["violations"]
        told = [(one["id"], [n["html"][:200] for n in one["nodes"]]) for one in found]
        # axe sets styles of its own, which the policy refuses: not the page's doing.
        seen.errors.clear()
        page.evaluate("window.__refused = []")
        assert told == [], json.dumps(told, ensure_ascii=False, indent=1)
