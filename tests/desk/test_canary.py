"""A word of a restricted report is found nowhere: page, answer, hit, feed, export, site."""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse
from tests.desk.conftest import Caller
from tests.desk.test_rights import RIGHTS

from tawthiq.desk.api import access
from tawthiq.desk.opened import register_for
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.restricting.letting_out import without_restricted
from tawthiq.desk.restricting.restrictions import INCIDENT, REPORT, restrict
from tawthiq.model.publication import ExportFile, Material
from tawthiq.register.models import (
    CatalogueRow,
    IncidentRow,
    MembershipRow,
    StandingRow,
)
from tawthiq.workflow.ingest_options import IngestOptions
from tawthiq.workflow.publishing.materials import material_of_register
from tawthiq.workflow.publishing.releasing import Format, Release, Terms, release
from tawthiq.workflow.publishing.sites import prepare, publish
from tawthiq.workflow.registers.working import hand_in, work

CANARY, LATIN = "قناريطا", "zqxcanary"
SECRET = {
    "id": "secret-1",
    "title": "غارة على سوق قناريطا",
    "outlet": "شبكة قناريطا",
    "author": "مراسل قناريطا",
    "url": "https://zqxcanary.example/1",
    "lang": "ar",
    "published": "2031-05-06",
    "text": "قُتل سبعة مدنيين بينهم الطفل سالم القناريطا في غارة جوية على سوق قرية"
    " قناريطا أمس الاثنين، بحسب مسعف يدعى قناريطا.\n\nكما قُتل مدنيان في قصف مدفعي"
    " على قرية تل الزرزور يوم الأحد 4 أيار 2031، بحسب قناريطا.",
}
OTHER = {
    "id": "open-1",
    "title": "قصف على تل الزرزور",
    "outlet": "وكالة السنديان",
    "lang": "ar",
    "published": "2031-05-05",
    "text": "قُتل مدنيان في قصف مدفعي على قرية تل الزرزور يوم الأحد 4 أيار 2031،"
    " بحسب الدفاع المدني.",
}
"""Invented: the second tells of an event that the first tells of too."""
READERS = {"anyone", "viewer", "coder"}
AS_OF = date(2032, 1, 1)


@pytest.fixture
def register(register: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Hand the two reports in, each by a job; the API lets out all."""
    monkeypatch.setattr(access, "PUBLIC", access.INTERNAL)
    opened = register_for(Account.objects.get(username="coder"))
    for one, name in ((SECRET, f"{LATIN}.jsonl"), (OTHER, "open.jsonl")):
        line = json.dumps(one, ensure_ascii=False).encode()
        hand_in(opened, line, name=name, said={})
    options = IngestOptions(home=register.parent / "home")
    assert work(opened, options, stopped=lambda: False, until_idle=True) == 2
    return register


def names() -> tuple[set[str], str]:
    """Give the incidents that rest on the secret report, and that report's own name."""
    name = str(StandingRow.objects.get(name__startswith="secret-1").name)
    held = MembershipRow.objects.filter(event__name=name)
    return set(held.values_list("incident_id", flat=True)), name


def places() -> Iterator[str]:
    """Give each address that a coder may read, about all that the report touches."""
    incidents, name = names()
    digest = StandingRow.objects.get(name=name).report.capture_id
    codes = IncidentRow.objects.filter(pk__in=incidents).values_list("code", flat=True)
    for row in RIGHTS:
        if row["get"] not in READERS or row["name"] == "people:first":
            continue
        for one in [*sorted(incidents), *codes] if "{inc" in row["arguments"] else [""]:
            known = {"report": name, "incident": one, "capture": digest}
            for job in (1, 2) if "{job}" in row["arguments"] else ("",):
                told = dict(p.split("=", 1) for p in row["arguments"].split())
                filled = {k: v.format(**known, job=job) for k, v in told.items()}
                yield reverse(row["name"], kwargs=filled)
    for one in incidents:
        yield f"/api/v1/claims?incident={one}"
        yield f"/api/v1/sources?incident={one}"
    for kind in ("report", "claim", "incident", "victim"):
        yield f"/search/?kind={kind}&q=سوق قرية"
        yield f"/search/?kind={kind}&q=سالم"
    yield from (
        "/queue/?state=waiting",
        "/map/window/?zoom=24",
        "/incidents/?order=killed",
    )


def telling(client: Caller) -> set[str]:
    """Give the addresses whose answer holds a word of the report."""
    return {place for place in places() if held(answer(client, place))}


def answer(client: Caller, place: str) -> bytes:
    told = client.get(place, follow=True)
    if told.status_code != 200:
        return b""
    return b"".join(told) if told.streaming else told.content


def held(data: bytes) -> bool:
    """Whether bytes hold a word of the report, packed or plain."""
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return any(held(packed.read(one)) for one in packed.namelist())
    words = [CANARY, LATIN, json.dumps(CANARY).strip('"')]
    return any(word.encode() in data for word in words)


def withhold(kind: str) -> None:
    """Restrict the report, or one incident that it tells of."""
    incidents, name = names()
    shared = MembershipRow.objects.filter(event__name__startswith="open-1")
    own = incidents - set(shared.values_list("incident_id", flat=True))
    reference = name if kind == REPORT else min(own)
    restrict(kind, reference, [], by="reviewer", reason="a witness is at risk")


def everything(material: Material) -> Iterator[tuple[Format, Release]]:
    """Release material in every format, as the team itself sees it."""
    for form in Format:
        yield form, release(material, form, Terms(as_of=AS_OF, profile="internal"))


def telling_formats(material: Material) -> set[Format]:
    return {form for form, made in everything(material) if any_held(made.files)}


def any_held(files: Iterable[ExportFile]) -> bool:
    return any(held(file.data) for file in files)


def test_before_it_is_restricted_it_is_told_everywhere(
    client_as: type[Caller], register: Path
) -> None:
    assert len(names()[0]) == 2  # one of them rests on the open report too
    told = {place.split("?")[0] for place in telling(client_as("coder"))}
    assert {"/queue/", "/search/", "/api/v1/claims", "/api/v1/sources", "/jobs/"} < told
    assert {"/jobs/1/", f"/reports/{names()[1]}/"} < told
    assert len(told) > 10, told
    assert len(telling_formats(material_of_register())) > 5
    assert (register / "register.toml").is_file()


@pytest.mark.parametrize("kind", [REPORT, INCIDENT])
def test_it_is_on_no_page_and_in_no_answer(
    client_as: type[Caller], register: Path, kind: str
) -> None:
    telling(client_as("coder"))  # so that whatever is kept is kept before
    withhold(kind)
    for role in ("", "viewer", "coder"):
        assert not telling(client_as(role)), role
    assert telling(client_as("reviewer"))
    assert (register / "register.toml").is_file()


@pytest.mark.parametrize("kind", [REPORT, INCIDENT])
def test_it_is_in_no_export_and_on_no_site(
    client_as: type[Caller], register: Path, tmp_path: Path, kind: str
) -> None:
    assert client_as
    withhold(kind)
    told = without_restricted(material_of_register())
    assert told.withheld == len(names()[0])
    for form, made in everything(told.material):
        assert not any_held(made.files), form
        assert CANARY not in repr(made.publication)
        assert LATIN not in repr(made.publication)
    opened = register_for(Account.objects.get(username="lead"))
    for profile in ("partner", "memorial"):
        terms = Terms(as_of=AS_OF, profile=profile)
        publish(opened, prepare(opened, told.material, terms), tmp_path / profile)
        files = [one for one in (tmp_path / profile).rglob("*") if one.is_file()]
        assert len(files) > 20
        assert not [one for one in files if held(one.read_bytes())]
    assert CatalogueRow.objects.filter(pk__in=names()[0]).count() == 2
    assert (register / "register.toml").is_file()
