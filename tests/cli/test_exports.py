"""``import-incidents``, ``check`` and ``export`` on files of incidents."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from tests.cli.command import Command, lines

HEADING = (
    "code,date,place_ar,governorate,lat,lon,precision,belligerents,"
    "civilians_killed_min,civilians_killed_max,grading"
)
GOOD = (
    "X1,2021-03-02,أم الطيور,وادي السماق,35.51,36.51,village,Russian Military,3,5,Fair"
)
WRONG = (
    "X2,2021-03-05,أم الطيور,وادي السماق,35.51,4239.0,village,Russian Military,5,3,Weak"
)
BAD = "X3,last Tuesday,,,,,,,,,"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(f"{HEADING}\n{GOOD}\n{WRONG}\n{BAD}\n", encoding="utf-8")
    return path


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.csv"
    path.write_text(f"{HEADING}\n{GOOD}\n", encoding="utf-8")
    return path


def test_a_table_comes_in_and_bad_rows_are_named(tawthiq: Command, table: Path) -> None:
    ran = tawthiq("import-incidents", table, "--format", "jsonl")
    assert ran.code == 1
    assert [json.loads(line)["code"] for line in lines(ran)] == ["X1", "X2"]
    assert "table.csv:4" in ran.err
    assert "imported 2 incidents, set aside 1 rows" in ran.err


def test_it_speaks_arabic(tawthiq: Command, table: Path) -> None:
    ran = tawthiq("import-incidents", table, "--format", "jsonl", ui="ar")
    assert "استوردت 2 واقعة" in ran.err
    assert "لا تُفهم" in ran.err


def test_a_table_is_printed(tawthiq: Command, sound: Path) -> None:
    ran = tawthiq("import-incidents", sound)
    assert ran.code == 0
    assert "X1" in ran.out


def test_a_column_may_be_told(tawthiq: Command, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("code,WHEN\nX1,2021-03-02\n", encoding="utf-8")
    ran = tawthiq("import-incidents", path, "--map", "date=WHEN", "--format", "jsonl")
    assert json.loads(ran.out)["date"]["from"] == "2021-03-02"


@pytest.mark.parametrize("told", ["date", "date=", "colour=code", "date=NONE"])
def test_a_wrong_map_is_refused(told: str, tawthiq: Command, sound: Path) -> None:
    ran = tawthiq("import-incidents", sound, "--map", told)
    assert ran.code == 2
    assert "--map" in ran.err


def test_check_names_the_impossible(tawthiq: Command, table: Path) -> None:
    ran = tawthiq("check", table)
    assert ran.code == 1
    assert "X2: Killed, Civilians: at least 5 and at most 3" in ran.out
    assert "[longitude_impossible]" in ran.out
    assert "2 incidents: 2 impossible" in ran.err


def test_check_leaves_a_sound_table_alone(tawthiq: Command, sound: Path) -> None:
    ran = tawthiq("check", sound)
    assert (ran.code, ran.out) == (0, "")


def test_check_reads_what_import_prints(
    tawthiq: Command, table: Path, tmp_path: Path
) -> None:
    ours = tmp_path / "ours.jsonl"
    printed = tawthiq("import-incidents", table, "--format", "jsonl").out
    ours.write_text(printed, encoding="utf-8")
    found = [line for line in lines(tawthiq("check", table)) if "X3" not in line]
    assert lines(tawthiq("check", ours)) == found


def test_findings_come_as_json(tawthiq: Command, table: Path) -> None:
    ran = tawthiq("check", table, "--format", "jsonl", "--impossible")
    told = [json.loads(line) for line in lines(ran)]
    assert {finding["rule"] for finding in told} == {
        "low_above_high",
        "longitude_impossible",
    }
    assert all(finding["ar"] and finding["remedy_en"] for finding in told)


def test_the_area_of_a_project(tawthiq: Command, sound: Path) -> None:
    assert "point_outside_area" in tawthiq("check", sound, "--area", "12,42,19,53").out
    assert tawthiq("check", sound, "--area", "32,35,37,42").out == ""


@pytest.mark.parametrize("area", ["1,2,3", "north", "37,35,32,42", "0,0,91,1"])
def test_a_wrong_area_is_refused(area: str, tawthiq: Command, sound: Path) -> None:
    ran = tawthiq("check", sound, "--area", area)
    assert ran.code == 2
    assert "--area" in ran.err


def test_an_export_is_printed_through_the_public_profile(
    tawthiq: Command, sound: Path
) -> None:
    ran = tawthiq("export", sound, "--format", "csv")
    (told,) = csv.DictReader(io.StringIO(ran.out))
    assert (told["lat"], told["lon"]) == ("35.55", "36.55")
    assert "let out 1 incidents, withheld 0 (profile public)" in ran.err


def test_a_fresh_incident_is_withheld(tawthiq: Command, sound: Path) -> None:
    ran = tawthiq("export", sound, "--format", "csv", "--as-of", "2021-03-20")
    assert len(lines(ran)) == 1
    assert "withheld 1" in ran.err


def test_the_internal_profile_is_exact(tawthiq: Command, sound: Path) -> None:
    ran = tawthiq("export", sound, "--format", "csv", "--profile", "internal")
    assert "35.51,36.51" in ran.out
    assert "never publish it" in ran.err
    assert "never publish" not in tawthiq("export", sound, "--format", "csv").err


def test_an_export_of_one_file_takes_the_name_it_is_given(
    tawthiq: Command, sound: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out" / "mine.csv"
    ran = tawthiq("export", sound, "--format", "hxl", "--out", out)
    assert ran.code == 0
    assert out.read_text(encoding="utf-8").splitlines()[1].startswith("#event+code")
    beside = out.with_name("mine.csv-metadata.json")
    assert json.loads(beside.read_text(encoding="utf-8"))["tawthiq"]["incidents"] == 1


def test_several_files_go_into_a_folder_or_an_archive(
    tawthiq: Command, sound: Path, tmp_path: Path
) -> None:
    tawthiq("export", sound, "--format", "airwars", "--out", tmp_path / "folder")
    assert (tmp_path / "folder" / "casualties.csv").is_file()
    tawthiq("export", sound, "--format", "airwars", "--out", tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert "casualties.csv" in archive.namelist()


@pytest.mark.parametrize("words", [(), ("--out", "one.csv")])
def test_several_files_do_not_fit_one(
    words: tuple[str, ...],
    tawthiq: Command,
    sound: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = tawthiq("export", sound, "--format", "datapackage", *words)
    assert ran.code == 2
    assert ".zip" in ran.err or "--out" in ran.err


def test_what_airwars_would_write_comes_in_again(
    tawthiq: Command, sound: Path, tmp_path: Path
) -> None:
    words = ("--format", "airwars", "--profile", "internal", "--out", tmp_path)
    tawthiq("export", sound, *words)
    again = tawthiq("import-incidents", tmp_path / "incidents.csv", "--format", "jsonl")
    told, before = (
        json.loads(ran.out)
        for ran in (again, tawthiq("import-incidents", sound, "--format", "jsonl"))
    )
    for key in ("code", "date", "belligerents", "casualties", "grading"):
        assert told[key] == before[key], key
    assert told["places"][0]["lat"] == before["places"][0]["lat"]
    assert told["places"][0]["precision"] == "village"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (("--since", "2021-03-03"), 0),
        (("--until", "2021-03-02"), 1),
        (("--grade", "fair"), 1),
        (("--grade", "weak"), 0),
    ],
)
def test_a_filter_travels_with_the_export(
    words: tuple[str, str], kept: int, tawthiq: Command, sound: Path, tmp_path: Path
) -> None:
    out = tmp_path / "o.geojson"
    tawthiq("export", sound, "--format", "geojson", "--out", out, *words)
    told = json.loads(out.read_text(encoding="utf-8"))
    assert len(told["features"]) == kept
    assert told["tawthiq"]["filter"]


@pytest.mark.parametrize(
    "words",
    [
        ("--profile", "everybody"),
        ("--as-of", "yesterday"),
        ("--since", "2021"),
    ],
)
def test_a_wrong_word_is_refused(
    words: tuple[str, str], tawthiq: Command, sound: Path
) -> None:
    ran = tawthiq("export", sound, "--format", "csv", *words)
    assert ran.code == 2
    assert words[0] in ran.err


def test_a_missing_library_is_named_with_its_extra(
    tawthiq: Command, sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr("tawthiq.publish.libraries.import_module", refuse)
    ran = tawthiq("export", sound, "--format", "parquet", "--out", tmp_path / "o")
    assert ran.code == 2
    assert "tawthiq[parquet]" in ran.err


@pytest.mark.parametrize("command", ["check", "import-incidents"])
@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"a,b\n1,2\n", b"{\n"])
def test_what_is_no_table_is_refused(
    command: str, data: bytes, tawthiq: Command, tmp_path: Path
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(data)
    ran = tawthiq(command, path)
    assert ran.code in {1, 2}
    assert "odd.csv" in ran.err


def test_a_missing_file_is_named(tawthiq: Command, tmp_path: Path) -> None:
    ran = tawthiq("check", tmp_path / "none.csv")
    assert ran.code == 2
    assert "none.csv" in ran.err
