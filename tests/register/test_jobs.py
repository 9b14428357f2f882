"""What waits is done once, whatever stops those who do it."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connections
from tests.register.invented import VILLAGES, invented

from tawthiq.model.job import JobKind, JobState
from tawthiq.register.models import JobRow, ReceiptRow, ReportRow, SetAsideRow
from tawthiq.register.services import jobs
from tawthiq.workflow.ingest_options import IngestOptions
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.verifying import differences
from tawthiq.workflow.registers.working import ask_to_fetch, hand_in, work

KILLS = int(os.environ.get("TAWTHIQ_KILLS", "5"))
"""Stops at random moments; ``make slow`` asks for 200."""

PROJECT = Path(__file__).parents[2]
FIRST_DAY = date(2031, 3, 5)


KNOLLS = ("الزعرور", "القندول", "الخزامى", "الشيح", "الغضا", "الطرفاء", "السدر")
"""Invented villages are named for what grows there; every four posts have their own."""


def post(number: int) -> dict[str, str]:
    """Give an invented post; every four are of a week and villages of their own."""
    four, which = divmod(number, 4)
    told = invented(which, f"job-{number}")
    ours = f"{KNOLLS[four % 7]} {KNOLLS[four // 7 % 7]}"
    for village in VILLAGES:
        told["text"] = told["text"].replace(village, f"{village.split()[0]} {ours}")
    return told | {"published": str(FIRST_DAY + timedelta(weeks=four))}


def posts(*numbers: int) -> bytes:
    return "\n".join(json.dumps(post(n)) for n in numbers).encode()


def handed_in(register: Register, *numbers: int) -> int:
    return hand_in(register, posts(*numbers), name="posts.jsonl", said={}).number


def at_work(register: Register, home: Path) -> int:
    options = IngestOptions(home=home)
    return work(register, options, stopped=lambda: False, until_idle=True)


def test_what_is_handed_in_is_read_by_whoever_works(
    register: Register, home: Path
) -> None:
    number = handed_in(register, 1, 2)
    assert ReportRow.objects.count() == 0
    assert at_work(register, home) == 1
    done = jobs.job(number)
    assert done is not None
    assert (done.state, done.progress["read"]) == (JobState.DONE, 2)
    assert {row.name for row in ReportRow.objects.all()} == {"job-1", "job-2"}
    assert ReceiptRow.objects.get().by == "a tester"
    assert not list(differences(register))


def test_what_the_person_says_of_a_report_is_kept_with_it(
    register: Register, home: Path
) -> None:
    said = {"published": "2031-03-05", "outlet": "وكالة الضفة"}
    text = invented(0)["text"]
    hand_in(register, str(text).encode(), name="paste.txt", said=said)
    at_work(register, home)
    kept = ReportRow.objects.get()
    assert str(kept.published) == "2031-03-05"
    assert kept.outlet == "وكالة الضفة"


def test_one_job_is_never_two_workers(register: Register) -> None:
    handed_in(register, 1)
    assert jobs.take("one") is not None
    assert jobs.take("two") is None


def test_a_worker_that_was_given_up_can_no_longer_end_its_job(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_in(register, 1)
    monkeypatch.setattr(jobs, "LEASE_SECONDS", -1)
    slow = jobs.take("slow")
    monkeypatch.setattr(jobs, "LEASE_SECONDS", 60)
    quick = jobs.take("quick")
    assert slow is not None
    assert quick is not None
    assert quick.attempt == 2
    assert not jobs.finish(slow, {})
    assert not jobs.beat(slow, {"read": 9})
    assert not jobs.fail(slow, ar="تأخر", en="late")
    assert jobs.finish(quick, {"read": 1})


def test_a_job_that_fails_waits_longer_each_time_and_then_for_a_person(
    register: Register,
) -> None:
    number = handed_in(register, 1)
    pauses = []
    for _ in range(jobs.MOST_ATTEMPTS):
        taken = jobs.take("one")
        assert taken is not None
        before = time.time() * 1000
        assert jobs.fail(taken, ar="القرص ممتلئ", en="the disk is full")
        pauses.append(JobRow.objects.get(pk=number).due - before)
        assert jobs.take("one") is None
        JobRow.objects.update(due=0)
    assert pauses == sorted(pauses)
    failed = jobs.job(number)
    assert failed is not None
    assert failed.state is JobState.FAILED
    assert failed.fault_ar == "القرص ممتلئ"
    assert jobs.take("one") is None
    assert jobs.try_again(number)
    assert jobs.take("one") is not None


def test_what_kills_every_worker_is_left_to_a_person(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = handed_in(register, 1)
    monkeypatch.setattr(jobs, "LEASE_SECONDS", -1)
    for _ in range(jobs.MOST_ATTEMPTS):
        assert jobs.take("one") is not None
    assert jobs.take("one") is None
    failed = jobs.job(number)
    assert failed is not None
    assert failed.state is JobState.FAILED


def test_a_job_asked_for_outside_a_transaction_is_refused(register: Register) -> None:
    assert register.folder.is_dir()
    with pytest.raises(Exception, match="transaction"):
        jobs.ask(JobKind.READ, {}, by="a tester")


def test_an_address_is_not_fetched_unless_that_is_allowed(
    register: Register, home: Path
) -> None:
    job = ask_to_fetch(register, "https://news.example/1", {})
    assert at_work(register, home) == 1
    done = jobs.job(job.number)
    assert done is not None
    assert done.progress["aside"] == 1
    assert SetAsideRow.objects.get().place == "https://news.example/1"


def test_killed_workers_lose_no_job_and_do_none_twice(
    register: Register, home: Path
) -> None:
    numbers = [handed_in(register, *range(n * 4, n * 4 + 4)) for n in range(KILLS * 2)]
    connections.close_all()
    for _ in range(KILLS):
        _killed_at_random(register, home)
        JobRow.objects.update(lease=0)  # as if a minute had passed
        connections.close_all()
    at_work(register, home)
    for number in numbers:
        jobs.try_again(number)  # what was stopped too often waits for a person
    at_work(register, home)
    left = [j for j in jobs.latest(len(numbers)) if j.state is not JobState.DONE]
    assert not left
    assert {row.name for row in ReportRow.objects.all()} == {
        f"job-{n}" for n in range(KILLS * 8)
    }
    assert ReportRow.objects.count() == KILLS * 8
    assert ReceiptRow.objects.count() == len(numbers)
    assert not list(differences(register))


def _killed_at_random(register: Register, home: Path) -> None:
    words = [sys.executable, "-m", "tests.register.worker", "work"]
    with subprocess.Popen(  # noqa: S603 - our own module
        [*words, str(register.folder), str(home)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        time.sleep(random.uniform(0, 1.0))  # noqa: S311 - no secret
        process.send_signal(signal.SIGKILL)
