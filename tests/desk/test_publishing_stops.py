"""A worker that is killed while it publishes: one record, a whole site, nothing twice.

``TAWTHIQ_KILLS`` says how often it is killed (``make slow``: 200).
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from django.db import connections
from tests.desk.conftest import Caller
from tests.register.test_publishing_stops import is_whole

from tawthiq.desk.publishing.wishes import PublishWish, WishState
from tawthiq.desk.serving import open_desk
from tawthiq.model.custody import Act
from tawthiq.model.job import JobState
from tawthiq.register.models import JobRow
from tawthiq.register.services import jobs
from tawthiq.register.services.ledger import chain_faults, entries

KILLS = int(os.environ.get("TAWTHIQ_KILLS", "4"))
LONGEST = 6.0
"""Seconds after which a worker is killed at the latest."""


def worker(register: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "tawthiq", "work", str(register), *words],
        env={**os.environ, "TAWTHIQ_HOME": str(register.parent / "home")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def killed_at_random(register: Path, chance: random.Random) -> None:
    connections.close_all()
    process = worker(register)
    time.sleep(chance.uniform(0.5, LONGEST))
    process.send_signal(signal.SIGKILL)
    process.wait()
    JobRow.objects.update(lease=0, due=0)  # as if a minute had passed


def ended(register: Path) -> None:
    """Let a worker end what waits; what was stopped too often is let in again."""
    for row in JobRow.objects.filter(state=JobState.FAILED):
        jobs.try_again(row.pk)
    connections.close_all()
    assert worker(register, "--once").wait() == 0


def test_killed_workers_publish_once(client_as: type[Caller], register: Path) -> None:
    open_desk(register)
    chance = random.Random(11)  # noqa: S311
    told = {"profile": "public", "recorder": "x", "licence": "CC-BY-4.0"}
    wishes = max(1, KILLS // 4)
    for number in range(1, wishes + 1):
        client_as("lead").post("/publish/", told)
        one = PublishWish.objects.get(state=WishState.LOOKING)
        killed_at_random(register, chance)
        ended(register)
        one.refresh_from_db()
        assert one.state == WishState.WAITING
        client_as("admin").post(f"/publish/{one.pk}/decide/", {"verdict": "publish"})
        for _ in range(3):
            killed_at_random(register, chance)
        ended(register)
        one.refresh_from_db()
        assert one.state == WishState.PUBLISHED
        assert len(list(entries(act=Act.PUBLISHED))) == number
        assert is_whole(register / "sites" / "public")
    assert not list(chain_faults())
    assert jobs.counted()[JobState.DONE] == 2 * wishes
