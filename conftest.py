"""Refuses to test compiled files whose sources say something else by now."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import compile_modules

sys.path.pop(0)


def pytest_sessionstart() -> None:
    """Stop before the first test where a compiled file is older than its source."""
    if compile_modules.is_stale():
        pytest.exit(
            "compiled files are older than their sources: run `make fresh`, or "
            "`make compiled` to compile them again",
            returncode=4,
        )
