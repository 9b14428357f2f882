"""The real table's impossible records, where the table is at hand (../shared)."""

from collections import Counter
from pathlib import Path

import pytest

from tawthiq.errors import InputError
from tawthiq.model.finding import Finding
from tawthiq.model.incident import Incident
from tawthiq.workflow.checking import check, units_for
from tawthiq.workflow.importing import incidents_of

TABLE = Path(__file__).parents[3] / "shared" / "bench" / "airwars" / "incidents.jsonl"
pytestmark = pytest.mark.skipif(not TABLE.is_file(), reason=f"{TABLE} is not here")


@pytest.fixture(scope="module")
def incidents() -> list[Incident]:
    read = list(incidents_of(TABLE))
    assert not [one for one in read if isinstance(one, InputError)]
    return [one for one in read if isinstance(one, Incident)]


@pytest.fixture(scope="module")
def found(
    incidents: list[Incident], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Finding, ...]:
    home = tmp_path_factory.mktemp("home")
    return check(incidents, units=units_for(incidents, home, ["SY"]))


def test_every_row_comes_in(incidents: list[Incident]) -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    assert len(incidents) == len(lines)
    assert len({one.id for one in incidents}) == len(incidents)


def test_what_the_table_counts_wrongly_is_found(found: tuple[Finding, ...]) -> None:
    """The counts of the domain handbook (1, "Errors that software should forbid")."""
    rules = Counter(finding.rule for finding in found)
    assert rules["parts_above_whole"] + rules["part_above_whole"] >= 47
    assert rules["named_above_high"] >= 39
    assert rules["low_above_high"] >= 8
    assert rules["same_day_same_place"] >= 170
    assert rules["longitude_impossible"] == 1


def test_a_longitude_beyond_the_globe_is_found(found: tuple[Finding, ...]) -> None:
    (wrong,) = [f for f in found if f.rule == "longitude_impossible"]
    assert "4239" in wrong.en


def test_the_spellings_of_governorates_are_told_apart(
    found: tuple[Finding, ...],
) -> None:
    odd = [f for f in found if f.rule in {"unit_misspelt", "unit_unknown"}]
    assert len(odd) >= 45
    assert all("write" in f.remedy_en for f in odd)
