"""Whatever stops the work, nothing acknowledged is lost and all of it verifies."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, connections
from tests.register.invented import Ingest, invented, write_lines

from tawthiq.errors import RegisterError
from tawthiq.register.models import ReportRow
from tawthiq.register.services import incidents
from tawthiq.register.starting import start
from tawthiq.workflow.registers import founding, reviewing
from tawthiq.workflow.registers.opening import Register, make_register, open_register
from tawthiq.workflow.registers.verifying import differences

KILLS = int(os.environ.get("TAWTHIQ_KILLS", "10"))
"""Stops at random moments; ``make slow`` asks for 200."""

PROJECT = Path(__file__).parents[2]


def worker(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.register.worker", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    )


def killed_at_random(*words: str, longest: float) -> int:
    """Kill a worker some time after it is ready; give what it last acknowledged."""
    with worker(*words) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        time.sleep(random.uniform(0, longest))  # noqa: S311 - no secret
        process.send_signal(signal.SIGKILL)
        said = process.stdout.read().split()
    _wait_for_the_server()
    return int(said[-1]) if said else 0


def _wait_for_the_server() -> None:
    """Wait until PostgreSQL has seen that the killed client is gone.

    Until then it may still be finishing what it was asked for last.
    """
    if connection.vendor != "postgresql":
        return
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.05)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    lines = [invented(n % 4, f"post-{n}") for n in range(160)]
    return write_lines(tmp_path / "many.jsonl", lines)


def test_killed_ingests_lose_nothing_acknowledged(
    register: Register, many: Path, take_in: Ingest
) -> None:
    folder = str(register.folder)
    for _ in range(KILLS):
        connections.close_all()
        told = killed_at_random("ingest", folder, str(many), longest=1.5)
        assert ReportRow.objects.count() >= told
        assert not list(differences(register))
    done = take_in(register, many)
    assert done.read + done.known == 160
    assert ReportRow.objects.count() == 160
    assert {r for one in incidents.all_incidents() for r in one.reports} == {
        f"post-{n}" for n in range(160)
    }


def test_killed_merges_leave_whole_decisions(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    take_in(register, write_lines(tmp_path / "1.jsonl", [invented(0), invented(3)]))
    for _ in range(KILLS):
        connections.close_all()
        told = killed_at_random("merge", str(register.folder), longest=1.0)
        decided = list(reviewing.all_decisions())
        # PostgreSQL gives a number to what is stopped, too, and never gives it again.
        assert told in {0, *(one.number for one in decided)}
        # A merge that was decided is formed, one that was undone is not.
        merged = len(decided) % 2 == 1
        assert len(list(incidents.all_incidents())) == (1 if merged else 2)
        assert not list(differences(register))
        if merged:
            reviewing.undo(register, decided[-1].number, reason="two after all")


def test_two_writers_at_once_both_get_through(
    register: Register, tmp_path: Path
) -> None:
    files = [
        write_lines(
            tmp_path / f"{who}.jsonl",
            [invented(n % 4, f"{who}-{n}") for n in range(40)],
        )
        for who in ("one", "two")
    ]
    connections.close_all()
    both = [worker("ingest", str(register.folder), str(file)) for file in files]
    for process in both:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
    assert ReportRow.objects.count() == 80
    assert not list(differences(register))


def test_a_full_disk_is_said_and_nothing_kept_is_lost(
    tmp_path: Path, many: Path, take_in: Ingest
) -> None:
    register = make_register(tmp_path / "register", by="a tester")
    take_in(register, write_lines(tmp_path / "first.jsonl", [invented(0)]))
    connections.close_all()
    size = (register.folder / "register.sqlite3").stat().st_size
    limit = size + 40_000

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "tawthiq", "ingest", register.folder, many],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=small,
        cwd=PROJECT,
    )
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    again = open_register(register.folder)
    assert ReportRow.objects.filter(name="a1").exists()
    assert not list(differences(again))


def test_a_register_of_a_newer_version_is_refused_and_left_alone(
    register: Register,
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('register', '9999_later', '2031-03-05')"
        )
    with pytest.raises(RegisterError, match="newer version"):
        open_register(register.folder)


def test_a_register_of_an_older_version_is_backed_up_and_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start()

    def first_version() -> None:
        call_command("migrate", "register", "0001", verbosity=0)

    with monkeypatch.context() as patched:
        patched.setattr(founding, "migrated", first_version)
        make_register(tmp_path / "register", by="a tester")
    again = open_register(tmp_path / "register")
    assert (again.folder / "before-update.tar.gz").is_file()
    assert not list(differences(again))
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")
        assert cursor.fetchone()[0] > 0


def test_a_damaged_database_says_what_can_be_saved(tmp_path: Path) -> None:
    register = make_register(tmp_path / "register", by="a tester")
    connections.close_all()
    file = register.folder / "register.sqlite3"
    file.write_bytes(b"no database at all" * 100)
    with pytest.raises(RegisterError) as said:
        open_register(register.folder)
    assert "evidence" in said.value.message("en")
    assert "restore" in said.value.message("ar")


def test_a_folder_without_a_register_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="tawthiq init"):
        open_register(tmp_path)


def test_sqlite_here_writes_ahead_only_where_it_is_safe(tmp_path: Path) -> None:
    make_register(tmp_path / "register", by="a tester")
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()")
        version = tuple(map(int, cursor.fetchone()[0].split(".")))
        cursor.execute("PRAGMA journal_mode")
        journal = cursor.fetchone()[0]
    assert (journal == "wal") == (version >= (3, 51, 3))


def test_opening_a_register_leaves_python_its_own_sqlite() -> None:
    """A room loaded before it and one loaded after know each other's errors."""
    told = (
        "import sqlite3, sys; before = sqlite3\n"
        "from tawthiq.register.starting import start; start()\n"
        "print(sys.modules['sqlite3'] is before)\n"
        "print(sys.modules['sqlite3.dbapi2'].Error is before.Error)\n"
    )
    said = subprocess.run(  # noqa: S603 - our own line
        [sys.executable, "-c", told], capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["True", "True"]
