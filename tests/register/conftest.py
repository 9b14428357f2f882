"""A register on each kind of database, and invented reports to put into it.

PostgreSQL is a real server, started once from the distribution's programs; where there
is none, its tests are skipped and say so.
"""

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from tests.register.invented import VILLAGES, Ingest

from tawthiq.register.starting import start
from tawthiq.workflow.ingest_options import IngestOptions
from tawthiq.workflow.own_places import OwnPlace, add_place
from tawthiq.workflow.progress import Progress
from tawthiq.workflow.registers.opening import Register, make_register

# The rows can be imported once Django is started, not before: here and in the tests.
start()

from django.db import connections  # noqa: E402

from tawthiq.workflow.registers.recording import ingest  # noqa: E402

POSTGRES_PLACES = (*Path("/usr/lib/postgresql").glob("*/bin"), Path("/usr/local/bin"))


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a gazetteer that knows the invented villages, some 40 km apart."""
    folder = tmp_path_factory.mktemp("home")
    for number, name in enumerate(VILLAGES):
        place = OwnPlace(
            name_ar=name,
            name_en="",
            lat=34.0 + number * 0.4,
            lon=38.0,
            kind="village",
            country="SY",
            origin="invented",
        )
        add_place(place, folder)
    return folder


@pytest.fixture
def take_in(home: Path) -> Ingest:
    """Ingest files into a register, in this process."""

    def run(register: Register, *paths: Path) -> Progress:
        options = IngestOptions(home=home)
        return ingest(register, paths, options, watch=lambda *_: None)

    return run


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Path]:
    """Start a PostgreSQL server on a socket in a folder of its own."""
    programs = next((p for p in POSTGRES_PLACES if (p / "initdb").exists()), None)
    if programs is None:
        pytest.skip("no PostgreSQL here: apt-get install postgresql")
    # A short path of its own: a socket's may have 107 bytes, and the server's user must
    # reach it, which pytest's folders do not allow.
    folder = Path(tempfile.mkdtemp(prefix="tawthiq-pg-"))
    user = _server_user(folder)

    def run(*words: str) -> None:
        subprocess.run(  # noqa: S603 - the distribution's own programs
            [*user, *words], check=True, stdout=subprocess.DEVNULL, cwd=folder
        )

    data, log = str(folder / "data"), str(folder / "log")
    run(str(programs / "initdb"), "-D", data, "-A", "trust", "-U", "tawthiq", "-N")
    flags = f"-k {folder} -c listen_addresses='' -c fsync=off"
    control = str(programs / "pg_ctl")
    run(control, "-D", data, "-o", flags, "-w", "-l", log, "start")
    yield folder
    run(control, "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


def _server_user(folder: Path) -> tuple[str, ...]:
    """Give the words that start a program as a user whom PostgreSQL accepts: not root."""
    if os.geteuid() != 0:
        return ()
    try:
        known = pwd.getpwnam("postgres")
    except KeyError:
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres")
    if shutil.which("runuser") is None:
        pytest.skip("PostgreSQL does not run as root, and there is no runuser")
    os.chown(folder, known.pw_uid, known.pw_gid)
    return ("runuser", "-u", "postgres", "--")


@pytest.fixture
def new_database(postgres_server: Path) -> Callable[[], str]:
    """Make empty databases; each call gives the address of another."""

    def make() -> str:
        name = f"r{secrets.token_hex(8)}"
        with psycopg.connect(
            host=str(postgres_server),
            user="tawthiq",
            dbname="postgres",
            autocommit=True,
        ) as server:
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return f"postgresql://tawthiq@{str(postgres_server).replace('/', '%2F')}/{name}"

    return make


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> str:
    """Give the address of a database of each kind in turn."""
    if request.param == "sqlite":
        return "sqlite"
    make: Callable[[], str] = request.getfixturevalue("new_database")
    return make()


@pytest.fixture
def register(database: str, tmp_path: Path) -> Iterator[Register]:
    """Make an empty register."""
    yield make_register(tmp_path / "register", database=database, by="a tester")
    close_all()


def close_all() -> None:
    """Let go of the database, as the end of a process does."""
    connections.close_all()
