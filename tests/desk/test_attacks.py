"""Attacks on the desk: hostile words, forged forms, files, addresses and sheets."""

import csv
import io
import json
import re
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http.response import HttpResponseBase
from django.urls import reverse
from tests.desk.browsing import PASSWORD
from tests.desk.conftest import Caller
from tests.desk.payloads import payloads
from tests.desk.test_hostile_text import harmless
from tests.desk.test_rights import RIGHTS, address

from tawthiq.desk.incidents.saved import SavedView
from tawthiq.desk.people.accounts import Account
from tawthiq.model.job import JobState
from tawthiq.register.models import (
    CatalogueRow,
    IncidentRow,
    SetAsideRow,
    StandingRow,
)
from tawthiq.register.services import jobs
from tawthiq.workflow.ingest_options import IngestOptions
from tawthiq.workflow.registers.working import work

MANY = 25
"""Payloads that one page holds."""
GIBIBYTE = 1 << 30
EVIL = ("//evil.example/", "https://evil.example/", "/\\evil.example/", "javascript:x")


def skeleton(page: bytes) -> list[tuple[object, ...]]:
    """Give a page without its words: its elements and the names of their attributes."""
    tree = lxml.html.document_fromstring(page.decode())
    return [(one.tag, *sorted(one.attrib)) for one in tree.iter(lxml.etree.Element)]


def comment(client: Caller, words: str) -> str:
    name = StandingRow.objects.order_by("name")[0].name
    client.post(f"/comments/on/report/{name}/", {"text": words})
    return f"/reports/{name}/"


def decide(client: Caller, words: str) -> str:
    standing = IncidentRow.objects.filter(merged_into=None, withdrawn=False)
    one = standing.order_by("id")[0]
    told = {"value": "reviewed", "reason": words}
    client.post(f"/incidents/{one.code}/review/", told)
    return f"/incidents/{one.code}/"


def restrict(client: Caller, words: str) -> str:
    standing = IncidentRow.objects.filter(merged_into=None, withdrawn=False)
    one = standing.order_by("id")[0]
    client.post(f"/restrict/incident/{one.pk}/", {"reason": words})
    return f"/incidents/{one.code}/"


def keep_view(client: Caller, words: str) -> str:
    if SavedView.objects.count() >= MANY:  # a person keeps no more than a hundred
        SavedView.objects.all().delete()
    client.post("/saved/", {"page": "list", "name": words, "query": ""})
    return "/incidents/"


def keep_search(client: Caller, words: str) -> str:
    client.post("/search/keep/", {"name": words[:70], "query": "q=x"})
    return "/search/"


def hand_in(client: Caller, words: str) -> str:
    sent = SimpleUploadedFile("a.txt", b"x", "text/plain")
    sent.name = words.replace("/", "\u2215")
    client.post(reverse("adding:file"), {"documents": sent})
    return "/jobs/"


def make_account(client: Caller, words: str) -> str:
    del client
    Account.objects.create(username=words[:150], role="coder")
    return "/accounts/"


FIELDS: tuple[tuple[str, Callable[[Caller, str], str]], ...] = (
    ("coder", comment),
    ("reviewer", decide),
    ("reviewer", restrict),
    ("viewer", keep_view),
    ("coder", hand_in),
    ("admin", make_account),
)


@pytest.mark.parametrize(
    ("role", "field"), FIELDS, ids=lambda one: getattr(one, "__name__", one)
)
def test_hostile_words_add_nothing_to_a_page_that_keeps_them(
    client_as: type[Caller], role: str, field: Callable[[Caller, str], str]
) -> None:
    client = client_as(role)
    hostile = payloads()
    for at in range(0, len(hostile), MANY):
        some = hostile[at : at + MANY]
        where = ""
        for words in some:
            where = field(client, words)
        page = client.get(where).content
        assert f"سوق {at} ".encode() in page or field is restrict
        harmless(without_drawings(page))


def test_the_same_page_holds_the_same_elements_whatever_is_said(
    register: Path, client_as: type[Caller]
) -> None:
    assert register.is_dir()
    client = client_as("coder")
    where = ""
    for number in range(MANY):
        where = comment(client, f"a plain word {number}")
    plain = skeleton(client.get(where).content)
    for words in payloads(MANY):
        comment(client, words)
    both = skeleton(client.get(where).content)
    added = len(both) - len(plain)
    assert added > MANY
    assert added % MANY == 0  # each hostile comment has the elements of a plain one
    assert set(both) == set(plain)


def without_drawings(page: bytes) -> bytes:
    """Take the map of an incident and other drawings of ours out of a page."""
    return re.sub(rb"<svg class=.*?</svg>", b"", page, flags=re.DOTALL)


@pytest.mark.parametrize("place", ["/search/", "/incidents/", "/queue/", "/nowhere/"])
def test_hostile_words_in_an_address_add_nothing(
    client_as: type[Caller], place: str
) -> None:
    client = client_as("viewer")
    for words in payloads():
        told = {"q": words, "place": words, "state": words, "order": words}
        harmless(without_drawings(client.get(place, told).content))


def test_a_form_from_elsewhere_is_refused(client_as: type[Caller]) -> None:
    client = client_as("admin")
    client.handler.enforce_csrf_checks = True
    checked = 0
    for row in RIGHTS:
        if row["post"] in {"-", "nobody"}:
            continue
        answer = client.post(address(row), {"reason": "x", "username": "x"})
        assert answer.status_code == 403, row["name"]
        checked += 1
    assert checked > 15


def test_a_session_known_before_the_login_is_worth_nothing(
    client_as: type[Caller],
) -> None:
    client = client_as()
    client.get("/login/")
    client.session["planted"] = "x"
    client.session.save()
    known = client.session.session_key
    told = {"username": "viewer", "password": PASSWORD}
    assert client.post("/login/", told).status_code == 302
    assert client.cookies["sessionid"].value != known
    other = client_as()
    other.cookies["sessionid"] = known or ""
    assert other.get("/").status_code == 302
    for name in ("sessionid", "csrftoken"):
        assert client.cookies[name]["httponly"], name
        assert client.cookies[name]["samesite"] in {"Lax", "Strict"}, name


def test_a_session_that_was_left_opens_nothing(client_as: type[Caller]) -> None:
    client = client_as()
    client.post("/login/", {"username": "viewer", "password": PASSWORD})
    known = client.cookies["sessionid"].value
    client.post("/logout/")
    client.cookies["sessionid"] = known
    assert client.get("/").status_code == 302


def test_a_lesser_role_holds_at_once(client_as: type[Caller]) -> None:
    client = client_as("reviewer")
    assert client.get("/audit/").status_code == 200
    Account.objects.filter(username="reviewer").update(role="viewer")
    assert client.get("/audit/").status_code == 403


@pytest.mark.parametrize(
    "name",
    [
        "../../../escaped.txt",
        "..\\..\\escaped.txt",
        "/tmp/escaped.txt",  # noqa: S108
        "C:\\escaped.txt",
        "%2e%2e%2fescaped.txt",
        "....//escaped.txt",
        "a/../../escaped.txt",
        "-rf escaped.txt",
        "con.txt",
        "\u202etxt.escaped",
        "x" * 250 + ".txt",
    ],
)
def test_a_files_name_is_never_a_path(
    client_as: type[Caller], register: Path, name: str
) -> None:
    root = register.parent.parent
    before = {one for one in root.rglob("*") if register not in one.parents}
    sent = SimpleUploadedFile("a.txt", b"nothing happened", "text/plain")
    sent.name = name
    answer = client_as("coder").post(reverse("adding:file"), {"documents": sent})
    assert answer.status_code in {200, 400}
    after = {one for one in root.rglob("*") if register not in one.parents}
    assert after - before == set()
    assert not list(register.rglob("*escaped*"))
    assert not (Path(tempfile.gettempdir()) / "escaped.txt").exists()


@pytest.mark.parametrize("name", ["bomb.docx", "bomb.zip", "bomb.xlsx"])
def test_what_unpacks_beyond_all_bounds_is_set_aside(
    client_as: type[Caller], name: str
) -> None:
    inner = {"bomb.docx": "word/document.xml", "bomb.xlsx": "xl/workbook.xml"}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open(inner.get(name, "a.txt"), "w", force_zip64=True) as member:
            for _ in range(GIBIBYTE // 4 // (1 << 20)):
                member.write(bytes(1 << 20))
    assert packed.tell() < 1 << 20
    sent = SimpleUploadedFile(name, packed.getvalue())
    answer = client_as("coder").post(reverse("adding:file"), {"documents": sent})
    assert answer.status_code == 200
    reports = StandingRow.objects.count()
    assert settings.REGISTER is not None
    work(
        settings.REGISTER,
        IngestOptions(home=settings.HOME),
        stopped=lambda: False,
        until_idle=True,
    )
    (job,) = jobs.latest(1)
    assert job.state is JobState.DONE or job.fault_en
    assert SetAsideRow.objects.exists() or job.fault_en
    assert StandingRow.objects.count() == reports


def test_no_sheet_computes(client_as: type[Caller]) -> None:
    formulas = ("=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(1)", "\uff1d1+1", "\u200f=1")
    row = CatalogueRow.objects.order_by("pk")[0]
    row.actors = "|" + "|".join(f.replace("|", " ") for f in formulas) + "|"
    row.types = row.actors
    row.save()
    for name in ("actor", "type", "grade", "month"):
        told = client_as("viewer").get(f"/trends/{name}.csv").content.decode()
        cells = [cell for line in csv.reader(io.StringIO(told)) for cell in line]
        assert len(cells) > 6
        for cell in cells:
            bare = cell.strip("\ufeff\u200f \u202a-\u202e")
            assert bare == "" or bare[0] not in "=+-@\uff1d\t\r", (name, cell)


@pytest.mark.parametrize("evil", EVIL)
def test_no_way_leads_out_of_the_desk(client_as: type[Caller], evil: str) -> None:
    client = client_as()
    told = {"username": "viewer", "password": PASSWORD, "next": evil}
    answers = [
        client.post(f"/login/?next={evil}", told),
        client.get("//evil.example/?lang=en"),
        client.get(f"/?lang=en&next={evil}"),
        client.post("/logout/", {"next": evil}),
        client_as("viewer").post("/saved/", {"page": evil, "name": "x", "query": evil}),
        client_as("viewer").get(f"/queue/next/?after={evil}"),
    ]
    for answer in answers:
        where = answer.headers.get("Location", "/")
        assert re.match(r"/(?![/\\])|\?", where), where


def test_every_answer_carries_what_keeps_it_safe(client_as: type[Caller]) -> None:
    client = client_as("admin")
    pages = [row for row in RIGHTS if row["get"] not in {"-", "nobody"}]
    for row in pages:
        guarded(client.get(address(row)), row["name"])
    for place in ("/nowhere/", "/static/desk/page.js", "/static/nowhere.js"):
        answer = client.get(place)
        guarded(answer, place)
        answer.close()


def guarded(answer: HttpResponseBase, name: str) -> None:
    headers = answer.headers
    if not name.startswith("/static/"):
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy, name
        assert "unsafe-eval" not in policy, name
        assert "script-src 'self'" in policy or policy.startswith("sandbox"), name
        assert "unsafe-inline" not in policy or policy.startswith("sandbox;"), name
        assert headers["X-Frame-Options"] == "DENY", name
    assert headers["X-Content-Type-Options"] == "nosniff", name
    assert headers["Referrer-Policy"] in {"same-origin", "no-referrer"}, name
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin", name
    assert "Server" not in headers


def test_what_is_seen_by_few_is_kept_by_no_cache(client_as: type[Caller]) -> None:
    client = client_as("admin")
    for place in ("/", "/incidents/", "/queue/", "/audit/", "/accounts/"):
        told = client.get(place).headers["Cache-Control"]
        assert "no-store" in told or "private" in told, place


def test_what_programs_are_told_is_no_page(client_as: type[Caller]) -> None:
    client = client_as("viewer")
    for words in payloads(MANY):
        answer = client.get("/api/v1/claims", {"incident": words})
        assert answer["Content-Type"].startswith("application/")
        assert json.loads(answer.content)["status"] >= 400
