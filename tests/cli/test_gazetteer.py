"""`tawthiq gazetteer`: what a person sees, and what a wrong word gets."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tawthiq.cli.gazetteer import app
from tawthiq.errors import InputError, OptionError
from tawthiq.gazetteer.index import shipped_path

pytestmark = pytest.mark.skipif(
    not shipped_path().is_file(),
    reason="the index is not built: python build_gazetteer.py",
)
TABLE = "name_ar,name_en,lat,lon,pcode\nوردستان,Wardestan,35,38,C1\nزهرستان,,95,38,C2\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a table with one good row and one bad; the user's folder is fresh."""
    monkeypatch.setenv("TAWTHIQ_HOME", str(tmp_path / "home"))
    file = tmp_path / "table.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, list(words), catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def test_an_unknown_name_is_said_so_and_fails(table: Path) -> None:
    assert table.exists()
    code, out, _ = run("find", "وردستان")
    assert code == 1
    assert "لا مكان" in out
    assert "no place" in out
    assert run("find", "وردستان", "--format", "json")[:2] == (1, "[]\n")


def test_import_counts_and_names_the_bad_row(table: Path) -> None:
    code, out, told = run("import", str(table), "--country", "SY")
    assert code == 0
    assert "imported 1 places from table.csv (SY)" in out
    assert "استُورد" in out
    assert "table.csv:3:" in told
    assert "95" in told


def test_what_is_imported_is_found(table: Path) -> None:
    run("import", str(table))
    code, out, _ = run("find", "وردستان", "--format", "json")
    (place,) = json.loads(out)
    assert code == 0
    assert place["place_id"] == "ocha:C1"
    assert (place["lat"], place["lon"], place["precision"]) == (35, 38, "village")
    assert place["population"] is None
    code, out, _ = run("find", "Wardestan")
    assert code == 0
    assert "ocha:C1" in out


def test_sources_are_listed(table: Path) -> None:
    run("import", str(table), "--source", "mine")
    listed = json.loads(run("list", "--format", "json")[1])
    assert [row["source"] for row in listed] == ["mine", "geonames"]
    assert listed[0]["places"] == 1
    assert "geonames" in run("list")[1]


def test_columns_are_told_one_by_one(table: Path) -> None:
    table.write_text("أ,ب,ج\nوردستان,35,38\n", encoding="utf-8")
    run("import", str(table), "--map", "name_ar=أ", "--map", "lat=ب", "--map", "lon=ج")
    assert run("find", "وردستان")[0] == 0


@pytest.mark.parametrize("word", ["name_ar", "=x", "name_ar="])
def test_a_mapping_without_two_sides_is_refused(table: Path, word: str) -> None:
    with pytest.raises(OptionError) as fault:
        run("import", str(table), "--map", word)
    assert fault.value.where == "--map"


def test_a_missing_table_is_told(table: Path) -> None:
    with pytest.raises(InputError):
        run("import", str(table.with_name("none.csv")))


def test_many_bad_rows_are_counted_not_listed(table: Path) -> None:
    rows = "".join(f"وردستان{n},,95,38,C{n}\n" for n in range(3, 33))
    table.write_text(TABLE + rows, encoding="utf-8")
    told = run("import", str(table))[2]
    assert "11 more rows left out" in told
    assert told.count("table.csv:") == 20
