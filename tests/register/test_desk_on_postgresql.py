"""A team's desk: every page that is read answers on PostgreSQL as it does on SQLite."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from tawthiq.desk.serving import open_desk
from tawthiq.workflow.ingest_options import IngestOptions
from tawthiq.workflow.registers.opening import make_register

ROOT = Path(__file__).resolve().parents[2]
RIGHTS = ROOT / "tests" / "desk" / "rights.csv"
WORDS = "invented words of a test"  # of every account here
pytestmark = pytest.mark.postgres


@pytest.fixture
def folder(new_database: Callable[[], str], tmp_path: Path) -> Iterator[Path]:
    """Make a register of the shipped examples, with an admin and a lead."""
    from tawthiq.workflow.registers.recording import ingest  # noqa: PLC0415 - after Django

    made = make_register(tmp_path / "register", database=new_database(), by="a tester")
    options = IngestOptions(home=tmp_path / "home")
    ingest(made, [str(ROOT / "examples")], options, watch=lambda *_: None)
    open_desk(made.folder)
    from tawthiq.desk.people.accounts import Account  # noqa: PLC0415

    for role in ("admin", "lead", "coder"):
        Account.objects.create_user(username=role, password=WORDS, role=role)
    yield made.folder
    connections.close_all()


MADE_BY_HAND = ("{job}", "{wish}", "{export}")
"""What nobody here asked for: pages of it have tests of their own."""


def as_who(role: str) -> Client:
    from tawthiq.desk.people.accounts import Account  # noqa: PLC0415

    client = Client(SERVER_NAME="127.0.0.1")
    backend = "django.contrib.auth.backends.ModelBackend"
    client.force_login(Account.objects.get(username=role), backend=backend)
    return client


def addresses() -> Iterator[str]:
    from tawthiq.register.models import (  # noqa: PLC0415
        IncidentRow,
        ReceiptRow,
        StandingRow,
    )

    known = {
        "report": StandingRow.objects.order_by("name")[0].name,
        "capture": ReceiptRow.objects.get(name__endswith=".html").capture_id,
        "incident": IncidentRow.objects.order_by("id")[0].code,
    }
    with RIGHTS.open(encoding="utf-8") as sheet:
        for row in csv.DictReader(sheet):
            needs_more = any(one in row["arguments"] for one in MADE_BY_HAND)
            if row["get"] in {"-", "nobody"} or needs_more:
                continue
            told = dict(one.split("=", 1) for one in row["arguments"].split())
            filled = {key: value.format(**known) for key, value in told.items()}
            yield reverse(row["name"], kwargs=filled)


def test_every_page_answers(folder: Path) -> None:
    assert connection.vendor == "postgresql"
    client = as_who("admin")
    for address in addresses():
        answer = client.get(address, follow=True)
        assert answer.status_code < 500, address
        # Answers of the API may be of what is asked for wrongly, or not public yet; a
        # map of the team's own is there where it was laid there.
        if not address.startswith("/api/") and "basemap" not in address:
            assert answer.status_code == 200, address
    assert folder.is_dir()


def test_a_team_hands_in_restricts_and_publishes(folder: Path) -> None:
    from tawthiq.desk.opened import register_for  # noqa: PLC0415
    from tawthiq.desk.people.accounts import Account  # noqa: PLC0415
    from tawthiq.desk.publishing.doing import WORKS  # noqa: PLC0415
    from tawthiq.desk.publishing.wishes import PublishWish  # noqa: PLC0415
    from tawthiq.register.models import StandingRow  # noqa: PLC0415
    from tawthiq.register.services.ledger import chain_faults  # noqa: PLC0415
    from tawthiq.workflow.registers.working import work  # noqa: PLC0415

    def worked() -> None:
        opened = register_for(Account.objects.get(username="coder"))
        options = IngestOptions(home=folder / "home")
        work(opened, options, stopped=lambda: False, until_idle=True, works=WORKS)

    coder, lead, admin = (as_who(role) for role in ("coder", "lead", "admin"))
    before = StandingRow.objects.count()
    coder.post("/add/", {"text": "قُتل ثلاثة مدنيين في قصف على قرية مخترعة أمس."})
    worked()
    assert StandingRow.objects.count() == before + 1
    name = StandingRow.objects.order_by("name")[0].name
    assert lead.post(f"/restrict/report/{name}/", {"reason": "x"}).status_code == 302
    assert coder.get(f"/reports/{name}/").status_code == 404
    lead.post("/publish/", {"profile": "public"})
    worked()
    one = PublishWish.objects.get()
    admin.post(f"/publish/{one.pk}/decide/", {"verdict": "publish"})
    worked()
    assert PublishWish.objects.get().state == "published"
    assert coder.post("/sessions/", {"end": "others"}).status_code == 302
    assert not list(chain_faults())
