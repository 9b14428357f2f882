"""Ruling without a browser: forms, quotes, captures, and who may do what."""

import json
import re

import lxml.html
import pytest
from tests.desk.conftest import Caller

from tawthiq.desk.reviewing.marks import Mark, paragraphs
from tawthiq.model.report import Segment
from tawthiq.register.models import (
    ReceiptRow,
    ReviewRow,
    RevisionRow,
    StandingRow,
)
from tawthiq.workflow.registers.capture_page import page_of
from tawthiq.workflow.registers.revising import under_review


def a_report() -> str:
    """Name a report with several casualties."""
    best = max(
        StandingRow.objects.all(),
        key=lambda row: len(_casualties(row.name)),
    )
    return best.name


def _casualties(name: str) -> list[str]:
    draft = under_review(name).draft
    return [v.target for v in draft.values() if v.slot == "casualties"]


def test_looking_at_a_report_rules_nothing(client_as: type[Caller]) -> None:
    name = a_report()
    page = client_as("viewer").get(f"/reports/{name}/")
    text = page.content.decode()
    assert page.status_code == 200
    assert 'name="ruling"' not in text
    assert RevisionRow.objects.count() == 0


def test_the_quotes_on_the_page_are_the_text_itself(client_as: type[Caller]) -> None:
    for row in StandingRow.objects.select_related("report"):
        page = client_as("viewer").get(f"/reports/{row.name}/").content.decode()
        body = page.partition('<div id="text"')[2].partition("</article>")[0]
        shown = {}
        for start, inner in re.findall(
            r'data-start="(\d+)">(.*?)</p>', body, re.DOTALL
        ):
            plain = re.sub(r"<[^>]+>", "", inner)
            for code, letter in (
                ("&lt;", "<"),
                ("&gt;", ">"),
                ("&quot;", '"'),
                ("&#x27;", "'"),
                ("&amp;", "&"),
            ):
                plain = plain.replace(code, letter)
            shown[int(start)] = plain
        text = row.report.text
        assert shown
        assert all(text[at : at + len(words)] == words for at, words in shown.items())


def test_a_value_is_corrected_by_a_form_in_arabic_digits(
    client_as: type[Caller],
) -> None:
    name = a_report()
    target = _casualties(name)[0]
    client = client_as("coder")
    page = client.get(f"/reports/{name}/", {"edit": target}).content.decode()
    assert page.count('class="value-form"') == 1
    value = under_review(name).draft.value(target)
    assert value is not None
    span = value.told["span"]
    told = {
        "ruling": "correct",
        "target": target,
        "outcome": "killed",
        "group": "children",
        "low": "٤",
        "high": "٦",
        "wording": "range",
        "quote": span["quote"],
        "start": str(span["start"]),
        "note": "the list names six",
    }
    assert client.post(f"/revise/{name}/", told).status_code == 302
    kept = RevisionRow.objects.get()
    assert (kept.by, kept.note) == ("coder", "the list names six")
    assert json.loads(kept.machine) == value.machine
    assert json.loads(kept.value)["range"] == {"low": 4, "high": 6, "wording": "range"}
    page = client.get(f"/reports/{name}/", {}).content.decode()
    assert "من ٤ إلى ٦" in page
    assert ReviewRow.objects.get(name=name).state == "draft"


def test_a_correction_that_changes_nothing_is_an_acceptance(
    client_as: type[Caller],
) -> None:
    name = a_report()
    client = client_as("coder")
    for target in [v.target for v in under_review(name).draft.values()]:
        page = client.get(f"/reports/{name}/", {"edit": target}).content.decode()
        form = page.partition('class="value-form"')[2].partition("</form>")[0]
        assert client.post(f"/revise/{name}/", filled_in(form)).status_code == 302
    changed = RevisionRow.objects.exclude(ruling="accept")
    assert [(one.machine, one.value) for one in changed] == []


def filled_in(form: str) -> dict[str, str]:
    """Give the fields of a form as a browser sends them."""
    tree = lxml.html.fromstring(f"<form{form}</form>")
    return {key: str(value) for key, value in tree.form_values()}


def test_a_place_with_another_name_is_looked_up(client_as: type[Caller]) -> None:
    name = a_report()
    client = client_as("coder")
    text = under_review(name).reading.report.text
    told = {
        "ruling": "add",
        "target": "e1/places",
        "role": "at",
        "quote": text.split()[0],
        "name": "no place bears this name",
    }
    assert client.post(f"/revise/{name}/", told).status_code == 302
    kept = json.loads(RevisionRow.objects.get().value)
    assert kept["state"] == "unresolved"
    assert "place" not in kept
    client.post(f"/revise/{name}/", {**told, "name": "Damascus"})
    kept = json.loads(RevisionRow.objects.order_by("-pk")[0].value)
    assert kept["state"] in {"resolved", "ambiguous"}
    assert kept["candidates"]


def test_only_a_reviewer_lifts_what_somebody_else_ruled(
    client_as: type[Caller],
) -> None:
    name = a_report()
    client_as("lead").post(f"/revise/{name}/", {"ruling": "accept", "target": "e1"})
    lift = {"do": "undo", "number": str(RevisionRow.objects.get().pk)}
    assert client_as("coder").post(f"/revise/{name}/", lift).status_code == 403
    assert client_as("reviewer").post(f"/revise/{name}/", lift).status_code == 302


def test_people_who_differ_are_shown_until_a_reviewer_settles(
    client_as: type[Caller],
) -> None:
    name = a_report()
    ways = (("coder", "accept"), ("lead", "reject"))
    for role, ruling in ways:
        told = {"ruling": ruling, "target": "e1"}
        client_as(role).post(f"/revise/{name}/", told)
    assert ReviewRow.objects.get(name=name).state == "conflict"
    page = client_as("viewer").get(f"/reports/{name}/").content.decode()
    assert "is-conflict" in page
    client_as("coder").post(f"/revise/{name}/", {"ruling": "reject", "target": "e1"})
    assert ReviewRow.objects.get(name=name).state == "draft"


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("low", "many"),
        ("quote", "words that are not there"),
        ("outcome", ""),
        ("quote", ""),
    ],
)
def test_a_value_that_cannot_be_understood_is_refused_with_its_reason(
    client_as: type[Caller], field: str, wrong: str
) -> None:
    name = a_report()
    told = {
        "ruling": "add",
        "target": "e1/casualties",
        "outcome": "killed",
        "group": "people",
        "low": "3",
        "high": "3",
        "wording": "exact",
        "quote": under_review(name).reading.report.text[:10].strip(),
    }
    answer = client_as("coder").post(f"/revise/{name}/", {**told, field: wrong})
    assert answer.status_code == 400
    assert RevisionRow.objects.count() == 0
    client_as("coder").post(f"/revise/{name}/", told)
    assert RevisionRow.objects.count() == 1


def test_nonsense_in_a_request_is_answered_and_keeps_nothing(
    client_as: type[Caller],
) -> None:
    name = a_report()
    client = client_as("coder")
    for told in (
        {},
        {"ruling": "fly", "target": "e1"},
        {"ruling": "close"},
        {"ruling": "accept", "target": "e99/date"},
        {"ruling": "add", "target": "e1/wings", "quote": "x"},
        {"ruling": "merge", "target": "e1", "into": "e1"},
        {"ruling": "split", "target": "e1"},
        {"do": "undo", "number": "999"},
        {"do": "undo", "number": "-1"},
    ):
        assert client.post(f"/revise/{name}/", told).status_code == 400, told
    assert (
        client.post("/revise/no-such-report/", {"ruling": "accept"}).status_code == 400
    )
    for query in ({"edit": "e9/x"}, {"add": "wings"}, {"add": "date", "event": "e9"}):
        assert client.get(f"/reports/{name}/", query).status_code == 200
    assert RevisionRow.objects.count() == 0


def test_a_review_is_closed_and_leads_to_the_next_report(
    client_as: type[Caller],
) -> None:
    client = client_as("coder")
    first = client.get("/queue/next/")
    name = first["Location"].removeprefix("/reports/").rstrip("/")
    done = client.post(f"/revise/{name}/", {"do": "close"})
    assert done["Location"] == "/queue/next/"
    assert client.get("/queue/next/")["Location"] != first["Location"]
    assert ReviewRow.objects.get(name=name).state in {"accepted", "rejected"}


def test_a_capture_is_handed_out_and_never_run(client_as: type[Caller]) -> None:
    digest = ReceiptRow.objects.get(name__endswith=".html").capture_id
    client = client_as("coder")
    file = client.get(f"/captures/{digest}/file/")
    assert file["Content-Disposition"].startswith("attachment")
    page = client.get(f"/captures/{digest}/page/")
    for answer in (file, page):
        assert answer["Content-Security-Policy"].startswith("sandbox;")
        assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(f"/captures/{'0' * 64}/file/").status_code == 404
    assert client.get("/captures/..%2f..%2fregister.toml/file/").status_code == 404


def test_nothing_acts_in_a_captured_page() -> None:
    page = b"""<!doctype html><html><head><script>alert(1)</script>
    <meta http-equiv=refresh content="0;url=https://evil.example"><base href="//evil">
    <link rel=stylesheet href="https://evil.example/x.css"></head>
    <body onload="alert(2)"><a href="javascript:alert(3)" onclick="x()">words</a>
    <img src="https://evil.example/p.gif" onerror="x()"><svg onload="x()"></svg>
    <iframe src="https://evil.example"></iframe><form action="/logout/"><input></form>
    <p style="background:url(https://evil.example)" dir="rtl">\xd9\x86\xd8\xb5</p>"""
    told = page_of(page)
    assert told is not None
    assert "words" in told
    assert "نص" in told
    for gone in ("script", "evil", "on", "alert", "iframe", "form", "svg", "style"):
        assert not re.search(rf"[<\s/]{gone}\w*\s*[=>(]", told.partition("<body")[2])
    assert "evil" not in told
    assert page_of(b"%PDF-1.7") is None


def test_overlapping_quotes_are_cut_into_pieces_that_name_them_all() -> None:
    text = "كتب أحمد 😢 كلمات\nسطر"
    marks = [
        Mark(target="a", colour="date", start=0, end=10, stands=True),
        Mark(target="b", colour="place", start=4, end=12, stands=True),
    ]
    read = [Segment(start=0, end=16, kind="sentence", order=0, paragraph=0)]
    first, second = paragraphs(text, marks, read)
    assert (first.start, second.start) == (0, text.index("\n") + 1)
    pieces = re.findall(r'data-targets="([^"]+)">([^<]*)<', first.html)
    assert pieces == [("a", "كتب "), ("a b", "أحمد 😢"), ("b", " ك")]
    assert 'class="aside"' in second.html
