"""Compiled files are never run when their source says something else by now."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import tawthiq
from tawthiq.machine_code import PURE, SUFFIX, compiled, is_run, is_stale

HOUSE = Path(tawthiq.__file__).parent
ROOT = HOUSE.parents[1]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a package of which one module was compiled after it was written."""
    monkeypatch.delenv(PURE, raising=False)
    package = tmp_path / "house"
    room = package / "find"
    room.mkdir(parents=True)
    for name, text, at in (
        ("a.py", "SAID = 'source'", 100),
        ("b.py", "", 300),
        (f"a{SUFFIX}", "no library: to open it fails", 200),
    ):
        path = room / name
        path.write_text(text, encoding="utf-8")
        os.utime(path, (at, at))
    (package / "__init__.py").touch()
    (room / "__init__.py").touch()
    return package


def opened(package: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Import the compiled module in a process of its own, as the package would."""
    words = (
        "import sys, pathlib; sys.path[:0] = sys.argv[1:];"
        "from tawthiq import machine_code as m;"
        "m.choose(pathlib.Path(sys.argv[2]) / 'house');"
        "import house.find.a; print(house.find.a.SAID)"
    )
    asked = [sys.executable, "-S", "-c", words, str(HOUSE.parent), str(package.parent)]
    return subprocess.run(  # noqa: S603
        asked,
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | environment,
    )


def test_what_is_newer_than_its_source_is_run(package: Path) -> None:
    assert is_run(package)
    assert "ImportError" in opened(package).stderr  # it was opened, and is no library


def test_a_source_written_later_makes_all_stale(package: Path) -> None:
    os.utime(package / "find" / "a.py", (250, 250))
    assert is_stale(compiled(package))
    assert not is_run(package)
    assert opened(package).stdout == "source\n"


def test_a_source_that_is_gone_makes_all_stale(package: Path) -> None:
    (package / "find" / "a.py").rename(package / "find" / "c.py")
    assert not is_run(package)


def test_who_asks_for_the_sources_gets_them(package: Path) -> None:
    assert opened(package, **{PURE: "1"}).stdout == "source\n"
    assert "ImportError" in opened(package, **{PURE: "0"}).stderr


def test_where_nothing_is_compiled_nothing_is_run(package: Path) -> None:
    (package / "find" / f"a{SUFFIX}").unlink()
    assert compiled(package) == []
    assert not is_run(package)
    assert opened(package).stdout == "source\n"


@pytest.mark.skipif(not is_run(HOUSE), reason="nothing is compiled, or it is stale")
def test_machine_code_reads_what_its_source_reads() -> None:
    compare = [sys.executable, str(ROOT / "bench" / "speed" / "compiled.py")]
    asked = [*compare, "--every", "20", "--rounds", "2"]
    told = subprocess.run(asked, check=False, capture_output=True, text=True)  # noqa: S603
    assert " 0 differ" in told.stdout, told.stdout + told.stderr
    assert told.returncode == 0
