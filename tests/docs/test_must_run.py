"""Where CI names a program, a test that was skipped for want of it fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.must_run import REMEDIES, fault_of

ROOT = Path(__file__).resolve().parents[2]
SKIPS = """
import pytest
from tests.must_run import pytest_runtest_makereport

def test_that_needs_a_browser():
    pytest.skip("no Chromium here: apt-get install chromium")

@pytest.mark.skipif(True, reason="no openssl here")
def test_that_needs_openssl():
    raise AssertionError

@pytest.mark.xfail(reason="chromium")
def test_that_is_known_to_fail():
    raise AssertionError
"""


@pytest.mark.parametrize("reason", ["no material of ../shared here", "windows only"])
def test_other_skips_stay_skips(reason: str) -> None:
    assert not fault_of(reason, ",".join(REMEDIES))


def test_nothing_must_run_where_nothing_is_named() -> None:
    assert not fault_of("no Chromium here", "")
    assert not fault_of("no Chromium here", "openssl")


def test_the_remedy_is_told_and_a_slip_too() -> None:
    assert "apt-get install postgresql" in fault_of("no PostgreSQL here", "postgresql")
    assert "chromium, postgresql, openssl" in fault_of("why", "firefox")


@pytest.mark.parametrize(
    ("named", "failed", "skipped"), [("", 0, 2), ("chromium", 1, 1)]
)
def test_a_skip_fails_where_it_is_named(
    tmp_path: Path, named: str, failed: int, skipped: int
) -> None:
    (tmp_path / "conftest.py").write_text(
        "from tests.must_run import pytest_runtest_makereport\n", encoding="utf-8"
    )
    (tmp_path / "test_skips.py").write_text(SKIPS, encoding="utf-8")
    words = ["-q", "-c", os.devnull, f"--rootdir={tmp_path}", str(tmp_path)]
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *words],
        env={**os.environ, "TAWTHIQ_MUST_RUN": named, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"{skipped} skipped" in ran.stdout
    assert (f"{failed} failed" in ran.stdout) == bool(failed), ran.stdout
    assert ran.returncode == (1 if failed else 0)


def test_ci_names_every_program_that_tests_may_lack() -> None:
    told = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert f"TAWTHIQ_MUST_RUN-{','.join(REMEDIES)}" in told
