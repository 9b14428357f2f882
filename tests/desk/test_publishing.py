"""Publishing takes two people: what one asks for another sees, and no third thing shows."""

import zipfile
from collections.abc import Iterable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import IO, cast

import pytest
from django.http import HttpResponseBase
from tests.desk.conftest import Caller

from tawthiq.desk.opened import register_for
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.publishing.doing import WORKS, publish_wish
from tawthiq.desk.publishing.wishes import PublishWish, WishState
from tawthiq.model.custody import Act
from tawthiq.model.job import Job, JobState
from tawthiq.model.publication import ExportFile
from tawthiq.register.models import IncidentRow, JobRow
from tawthiq.register.services import jobs
from tawthiq.register.services.ledger import chain_faults, entries
from tawthiq.workflow.ingest_options import IngestOptions
from tawthiq.workflow.publishing import archiving
from tawthiq.workflow.registers.working import work

ASKED = {"profile": "public", "recorder": "مرصد مخترع <b>", "licence": "CC-BY-4.0"}


def asked(client_as: type[Caller]) -> PublishWish:
    answer = client_as("lead").post("/publish/", ASKED)
    assert answer.status_code == 302
    (one,) = PublishWish.objects.all()
    assert one.state == WishState.LOOKING
    assert worked(one) == WishState.WAITING
    return PublishWish.objects.get()


def worked(one: PublishWish) -> str:
    """Let a worker do what waits; give the state of the wish then."""
    opened = register_for(one.asked_by)
    options = IngestOptions(home=opened.folder / "home")
    work(opened, options, stopped=lambda: False, until_idle=True, works=WORKS)
    return PublishWish.objects.get().state


def decided(client_as: type[Caller], role: str, verdict: str) -> str:
    one = PublishWish.objects.get()
    client_as(role).post(f"/publish/{one.pk}/decide/", {"verdict": verdict})
    return worked(one)


def test_asking_publishes_nothing(client_as: type[Caller], register: Path) -> None:
    one = asked(client_as)
    assert one.digest
    assert not (register / "sites").exists()
    assert not list(entries(act=Act.PUBLISHED))


def test_nobody_agrees_before_it_was_looked_at(
    client_as: type[Caller], register: Path
) -> None:
    client_as("lead").post("/publish/", ASKED)
    one = PublishWish.objects.get()
    page = client_as("admin").get(f"/publish/{one.pk}/").content.decode()
    assert "data-moving" in page
    assert 'value="publish"' not in page
    client_as("admin").post(f"/publish/{one.pk}/decide/", {"verdict": "publish"})
    assert PublishWish.objects.get().state == WishState.LOOKING
    assert worked(one) == WishState.WAITING
    assert not (register / "sites").exists()


def test_a_wish_that_is_refused_is_not_worked_on(
    client_as: type[Caller], register: Path
) -> None:
    client_as("lead").post("/publish/", ASKED)
    assert decided(client_as, "admin", "refuse") == WishState.REFUSED
    assert not (register / "sites").exists()


@pytest.mark.parametrize("profile", ["internal", "", "../x", "nothing"])
def test_only_a_public_profile_is_asked_for(
    profile: str, client_as: type[Caller]
) -> None:
    client_as("lead").post("/publish/", {**ASKED, "profile": profile})
    assert not PublishWish.objects.exists()
    assert client_as("lead").get(f"/publish/{profile or 'x'}.zip").status_code == 404


def test_whoever_asked_does_not_agree(client_as: type[Caller], register: Path) -> None:
    asked(client_as)
    assert decided(client_as, "lead", "publish") == WishState.WAITING
    assert not (register / "sites").exists()


def test_a_second_person_publishes(client_as: type[Caller], register: Path) -> None:
    one = asked(client_as)
    assert "<b>" not in client_as("admin").get(f"/publish/{one.pk}/").content.decode()
    assert decided(client_as, "admin", "publish") == WishState.PUBLISHED
    assert (register / "sites" / "public" / "ar" / "index.html").is_file()
    (entry,) = entries(act=Act.PUBLISHED)
    assert (entry.by, entry.body["approved_by"]) == ("admin", "lead, admin")
    packed = client_as("lead").get("/publish/public.zip")
    assert packed["Content-Type"] == "application/zip"
    with zipfile.ZipFile(BytesIO(whole(packed))) as archive:
        assert archive.testzip() is None
        assert "en/index.html" in archive.namelist()
    assert len(list((register / "sites").glob("*.zip"))) == 1


def whole(answer: HttpResponseBase) -> bytes:
    return b"".join(cast("Iterable[bytes]", answer))


def test_a_site_that_is_not_packed_is_packed_by_a_job(
    client_as: type[Caller], register: Path
) -> None:
    one = asked(client_as)
    assert decided(client_as, "admin", "publish") == WishState.PUBLISHED
    (packed,) = (register / "sites").glob("*.zip")
    first = packed.read_bytes()
    packed.unlink()
    lead = client_as("lead", "en")
    for _ in range(2):  # it is asked for once
        answer = lead.get("/publish/public.zip")
        assert answer["Location"] == f"/publish/{one.pk}/"
    page = lead.get(f"/publish/{one.pk}/").content.decode()
    assert "data-moving" in page
    assert "is being packed" in page
    assert jobs.counted()[JobState.WAITING] == 1
    assert worked(one) == WishState.PUBLISHED
    assert whole(lead.get("/publish/public.zip")) == first
    assert len(list(entries(act=Act.PUBLISHED))) == 1


def test_packing_that_is_killed_leaves_nothing_half(
    client_as: type[Caller], register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = asked(client_as)
    client_as("admin").post(f"/publish/{one.pk}/decide/", {"verdict": "publish"})
    job, opened = killed_at_work("first"), register_for(one.asked_by)

    def killed(files: Iterable[ExportFile], out: IO[bytes]) -> None:
        out.write(next(iter(files)).data)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("tawthiq.workflow.publishing.archiving.pack", killed)
        patched.setattr("pathlib.Path.unlink", lambda *_, **__: None)  # it was killed
        with pytest.raises(KeyboardInterrupt):
            publish_wish(
                opened, job, IngestOptions(home=register), watch=lambda *_: None
            )
    assert PublishWish.objects.get().state == WishState.PUBLISHED
    assert len(list((register / "sites").glob(".*.zip.*"))) == 1
    assert client_as("lead").get("/publish/public.zip").status_code == 302
    assert worked(one) == WishState.PUBLISHED
    packed = client_as("lead").get("/publish/public.zip")
    with zipfile.ZipFile(BytesIO(whole(packed))) as archive:
        assert archive.testzip() is None
    assert len(list((register / "sites").glob("*zip*"))) == 1
    assert len(list(entries(act=Act.PUBLISHED))) == 1
    assert not list(chain_faults())


def test_the_archive_of_a_former_edition_is_given_to_nobody(
    client_as: type[Caller], register: Path
) -> None:
    asked(client_as)
    decided(client_as, "admin", "publish")
    (former,) = (register / "sites").glob("*.zip")
    mark = register / "sites" / "public" / "site.json"
    mark.write_text('{"sha256": "0123456789abcdef0"}', encoding="utf-8")
    assert client_as("lead").get("/publish/public.zip").status_code == 302
    assert archiving.pack_site(mark.parent) is None  # it is no whole site
    assert former.exists()


def test_a_wish_is_decided_once(client_as: type[Caller], register: Path) -> None:
    asked(client_as)
    assert decided(client_as, "admin", "refuse") == WishState.REFUSED
    assert decided(client_as, "admin", "publish") == WishState.REFUSED
    assert not (register / "sites").exists()


def test_what_has_changed_since_is_asked_for_anew(
    client_as: type[Caller], register: Path
) -> None:
    one = asked(client_as)
    PublishWish.objects.update(as_of="2031-06-01")  # now there is something to show
    assert IncidentRow.objects.exists()
    assert decided(client_as, "admin", "publish") == WishState.CHANGED
    page = client_as("admin", "en").get(f"/publish/{one.pk}/").content.decode()
    assert "ask anew" in page
    assert not (register / "sites").exists()
    assert not list(entries(act=Act.PUBLISHED))


def test_who_is_alone_is_told_another_way_and_why_incidents_are_withheld(
    client_as: type[Caller],
) -> None:
    one = asked(client_as)
    where = f"/publish/{one.pk}/"
    page = client_as("lead", "en").get(where).content.decode()
    day = one.as_of - timedelta(days=30)
    assert f"Withheld is what happened after <bdi>{day.day} " in page
    assert "tawthiq publish" not in page
    Account.objects.filter(role="admin").update(role="viewer")
    assert "tawthiq publish" in client_as("lead", "en").get(where).content.decode()


def test_the_second_person_sees_what_could_harm(client_as: type[Caller]) -> None:
    client_as("lead").post("/publish/", ASKED)
    one = PublishWish.objects.get()
    PublishWish.objects.update(as_of="2031-06-01")
    assert worked(one) == WishState.WAITING
    page = client_as("admin", "en").get(f"/publish/{one.pk}/").content.decode()
    assert "Single sources" in page
    assert 'value="publish"' in page


def killed_at_work(worker: str) -> Job:
    """Take the job that waits, and leave it as a worker that was killed leaves it."""
    job = jobs.take(worker)
    assert job is not None
    JobRow.objects.update(lease=0)  # as if a minute had passed
    return job


def test_a_publication_killed_before_its_record_is_recorded_once(
    client_as: type[Caller], register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = asked(client_as)
    client_as("admin").post(f"/publish/{one.pk}/decide/", {"verdict": "publish"})
    job, opened = killed_at_work("first"), register_for(one.asked_by)
    options = IngestOptions(home=register)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("tawthiq.workflow.publishing.sites.append", killed)
        with pytest.raises(KeyboardInterrupt):
            publish_wish(opened, job, options, watch=lambda *_: None)
    assert PublishWish.objects.get().state == WishState.PUBLISHING
    assert worked(one) == WishState.PUBLISHED
    assert len(list(entries(act=Act.PUBLISHED))) == 1
    assert jobs.counted()[JobState.DONE] == 2


def test_a_publication_killed_after_its_record_is_not_done_again(
    client_as: type[Caller], register: Path
) -> None:
    one = asked(client_as)
    client_as("admin").post(f"/publish/{one.pk}/decide/", {"verdict": "publish"})
    job, opened = killed_at_work("first"), register_for(one.asked_by)
    options = IngestOptions(home=register)
    told = publish_wish(opened, job, options, watch=lambda *_: None)
    assert told.files > 5
    assert worked(one) == WishState.PUBLISHED
    assert len(list(entries(act=Act.PUBLISHED))) == 1
    assert not list(chain_faults())


def test_a_job_that_failed_is_told_of_and_tried_again(
    client_as: type[Caller], register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = asked(client_as)
    monkeypatch.setattr(jobs, "MOST_ATTEMPTS", 1)
    (register / "sites" / "public").mkdir(parents=True)
    foreign = register / "sites" / "public" / "notes.txt"
    foreign.write_text("no site of ours", encoding="utf-8")
    assert decided(client_as, "admin", "publish") == WishState.PUBLISHING
    page = client_as("lead", "en").get(f"/publish/{one.pk}/").content.decode()
    assert "no site of tawthiq" in page
    assert "data-moving" not in page
    foreign.unlink()
    assert decided(client_as, "lead", "again") == WishState.PUBLISHED
