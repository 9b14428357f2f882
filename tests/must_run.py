"""Tests that may not be skipped where CI runs: ``TAWTHIQ_MUST_RUN=chromium,openssl``.

On a computer of one's own a test that lacks a program is skipped and says so. Where the
program is named here the same skip is a failure, so that nothing goes untested unseen.
"""

import os
from collections.abc import Generator, Mapping

import pytest

REMEDIES: Mapping[str, str] = {
    "chromium": "apt-get install chromium fonts-noto-core",
    "postgresql": "apt-get install postgresql, and pip install 'psycopg[binary]'",
    "openssl": "apt-get install openssl",
}
"""Programs by name, as the reason of a skip names them too, and how one gets each."""


def fault_of(reason: str, named: str) -> str:
    """Say why a skip is a failure; nothing where it may be skipped.

    Args:
        reason: why the test was skipped.
        named: the programs that must be there, between commas.
    """
    for name in filter(None, (one.strip() for one in named.split(","))):
        remedy = REMEDIES.get(name)
        if remedy is None:
            return f"TAWTHIQ_MUST_RUN names {name!r}; it knows {', '.join(REMEDIES)}"
        if name in reason.lower():
            return f"{reason}\nTAWTHIQ_MUST_RUN says that it must run: {remedy}"
    return ""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """Turn a skip that may not be into a failure."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        told = report.longrepr
        reason = told[2] if isinstance(told, tuple) else str(told)
        fault = fault_of(reason, os.environ.get("TAWTHIQ_MUST_RUN", ""))
        if fault:
            report.outcome, report.longrepr = "failed", fault
    return report
