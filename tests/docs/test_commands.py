"""Every command and every option stands in the reference, in both languages."""

import os
from pathlib import Path

import pytest
from tests.docs.command_tables import PLACE, command_tables, filled

PAGES = Path(__file__).resolve().parents[2] / "docs" / "reference"


@pytest.mark.parametrize(
    ("name", "language"), [("commands.md", "en"), ("commands.ar.md", "ar")]
)
def test_the_reference_holds_every_command_with_its_options(
    name: str, language: str
) -> None:
    path = PAGES / name
    page = path.read_text(encoding="utf-8")
    assert [found["name"] for found in PLACE.finditer(page)] == list(
        command_tables(language)
    )
    if os.environ.get("ACCEPT"):
        path.write_text(filled(page, language), encoding="utf-8")
    else:
        assert page == filled(page, language), "ACCEPT=1 make docs writes it"


def test_every_help_text_speaks_both_languages() -> None:
    assert command_tables("ar").keys() == command_tables("en").keys()
    for name, table in command_tables("en").items():
        for row in table.splitlines():
            told = row.split("|")[2]
            letters = [c for c in told if "\u0621" <= c <= "\u064a"]
            assert not letters, f"{name}: {row}"
