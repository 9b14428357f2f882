"""Each format is read back, by its own library where there is one."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import validate
from tests.publish.conftest import NAMES, let_out

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident, Tally
from tawthiq.model.publication import ExportFile, Material, Publication
from tawthiq.publish.acled import COLUMNS as ACLED
from tawthiq.publish.airwars import ROWS
from tawthiq.publish.formats import Format, export
from tawthiq.publish.ucdp import COLUMNS as UCDP

GEOJSON = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "properties": {"type": ["object", "null"]},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "properties": {
                                    "type": {"const": "Point"},
                                    "coordinates": {
                                        "type": "array",
                                        "minItems": 2,
                                        "maxItems": 2,
                                        "items": {"type": "number"},
                                    },
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
}
"""The part of RFC 7946 that points need."""

Rows = list[dict[str, str]]


def file(files: tuple[ExportFile, ...], name: str) -> bytes:
    return next(one.data for one in files if one.name == name)


def rows(data: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def row(publication: Publication, form: Format, codebook: Codebook) -> dict[str, str]:
    files = export(publication, form, codebook)
    return rows(next(f.data for f in files if f.name.endswith(".csv")))[0]


def written(files: tuple[ExportFile, ...], folder: Path) -> Path:
    for one in files:
        (folder / one.name).write_bytes(one.data)
    return folder


def changed(material: Material, codebook: Codebook, **fields: Any) -> Publication:  # noqa: ANN401
    own = replace(material.incidents[0], **fields)
    return let_out(replace(material, incidents=(own,)), codebook, "internal")


def killed(low: int | None, high: int | None, group: str = "civilians") -> Tally:
    return Tally(outcome="killed", group=group, low=low, high=high, rule="one voice")


# csv, xlsx, parquet, geojson


def test_csv_tells_known_unknown_and_not_reported(
    internal: Publication, codebook: Codebook
) -> None:
    told = row(internal, Format.CSV, codebook)
    assert (told["killed_civilians_min"], told["killed_civilians_max"]) == ("12", "15")
    assert told["killed_women_max"] == ""
    assert told["killed_women_state"] == "known"
    assert told["injured_people_state"] == "unknown"
    assert told["injured_people_min"] == ""
    assert told["injured_children_state"] == "not_reported"


def test_a_zero_is_written_as_zero(material: Material, codebook: Codebook) -> None:
    told = row(
        changed(material, codebook, casualties=(killed(0, 0),)), Format.CSV, codebook
    )
    assert (told["killed_civilians_min"], told["killed_civilians_max"]) == ("0", "0")
    assert told["killed_civilians_state"] == "known"


def test_metadata_lie_beside_each_csv(public: Publication, codebook: Codebook) -> None:
    files = export(public, Format.CSV, codebook)
    about = json.loads(file(files, "incidents.csv-metadata.json"))
    assert about["dc:license"] == "CC-BY-4.0"
    assert about["tawthiq"]["filter"] == "since 2031-01-01"
    assert about["tawthiq"]["newest"] == "2031-03-03"
    assert about["tawthiq"]["codebook_version"] == codebook.version


def test_xlsx_opens_and_computes_nothing(
    material: Material, codebook: Codebook
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    told = changed(material, codebook, code="=1+1")
    data = file(export(told, Format.XLSX, codebook), "incidents.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["incidents", "casualties", "about"]
    heading, first = list(book["incidents"].values)[:2]
    cells = dict(zip(heading, first, strict=True))
    assert cells["code"] == "'=1+1"
    assert cells["killed_civilians_min"] == 12
    assert all(c.data_type != "f" for line in book["incidents"].rows for c in line)


def test_parquet_keeps_types(internal: Publication, codebook: Codebook) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    data = file(export(internal, Format.PARQUET, codebook), "incidents.parquet")
    table = parquet.read_table(io.BytesIO(data))
    first = table.to_pylist()[0]
    assert first["killed_civilians_min"] == 12
    assert first["killed_women_max"] is None
    assert first["date_from"].isoformat() == "2031-03-02"
    assert b"CC-BY-4.0" in table.schema.metadata[b"tawthiq"]


def test_geojson_has_its_shape(public: Publication, codebook: Codebook) -> None:
    told = json.loads(
        file(export(public, Format.GEOJSON, codebook), "incidents.geojson")
    )
    validate(told, GEOJSON)
    (feature,) = told["features"]
    assert feature["geometry"]["coordinates"] == [36.45, 35.95]
    assert feature["properties"]["radius_m"] > 7_000
    assert feature["properties"]["casualties"][0]["low"] == 12
    assert "lat" not in feature["properties"]


@pytest.mark.parametrize("lon", [None, 4239.0])
def test_geojson_draws_no_point_where_there_is_none(
    lon: float | None, material: Material, codebook: Codebook
) -> None:
    place = replace(material.incidents[0].places[0], lon=lon)
    told = changed(material, codebook, places=(place,))
    made = json.loads(file(export(told, Format.GEOJSON, codebook), "incidents.geojson"))
    assert made["features"][0]["geometry"] is None


# airwars


def test_airwars_has_its_eighteen_rows_and_slugs(
    internal: Publication, codebook: Codebook
) -> None:
    told = row(internal, Format.AIRWARS, codebook)
    for name in ROWS:
        for bound in ("killed_min", "killed_max", "injured_min", "injured_max"):
            assert f"{name}_{bound}" in told
    assert told["civilian_non_combatants_killed_min"] == "12"
    assert told["children_killed_max"] == "4"
    assert told["date_type"] == "date_range"
    assert told["strike_type_name"] == "Airstrike"
    assert told["strike_type_slug"] == "airstrike"
    assert told["civilian_harm_status_name"] == "Contested"
    assert told["strike_status_name"] == "Contested strike"
    assert told["impact_name"] == "Education"
    assert told["belligerent_2_belligerent_name"] == "Syrian Regime"
    assert told["country_name"] == "Syria"


def test_rival_air_and_ground_means_have_one_name(
    material: Material, codebook: Codebook
) -> None:
    told = changed(material, codebook, event_types=("air_strike", "shelling"))
    assert row(told, Format.AIRWARS, codebook)["strike_type_name"] == (
        "Airstrike and/or Artillery"
    )


# acled, ucdp


def test_acled_has_its_columns_in_order(
    internal: Publication, codebook: Codebook
) -> None:
    files = export(internal, Format.ACLED, codebook)
    heading = file(files, "acled.csv").decode().split("\r\n", 1)[0].split(",")
    assert tuple(heading[:31]) == ACLED
    told = rows(file(files, "acled.csv"))[0]
    assert told["event_type"] == "Explosions/Remote violence"
    assert told["sub_event_type"] == "Air/drone strike"
    assert (told["fatalities"], told["fatalities_max"]) == ("12", "15")
    assert (told["iso"], told["region"]) == ("760", "Middle East")
    assert told["time_precision"] == "2"
    assert told["actor2"] == "Civilians"
    assert told["interaction"] == "78"


def test_acled_leaves_unknown_fatalities_empty(
    material: Material, codebook: Codebook
) -> None:
    told = changed(material, codebook, casualties=(killed(None, None),))
    assert row(told, Format.ACLED, codebook)["fatalities"] == ""


def test_acled_has_no_row_without_a_day(material: Material, codebook: Codebook) -> None:
    files = export(changed(material, codebook, date=None), Format.ACLED, codebook)
    assert rows(file(files, "acled.csv")) == []


def test_ucdp_has_its_columns_and_leaves_its_own_numbers_empty(
    internal: Publication, codebook: Codebook
) -> None:
    files = export(internal, Format.UCDP, codebook)
    heading = file(files, "ucdp.csv").decode().split("\r\n", 1)[0].split(",")
    assert tuple(heading) == UCDP
    assert len(UCDP) == 49
    told = rows(file(files, "ucdp.csv"))[0]
    assert (told["low"], told["high"], told["deaths_civilians"]) == ("12", "15", "12")
    assert told["type_of_violence"] == ""
    assert told["conflict_new_id"] == ""
    assert told["geom_wkt"] == "POINT (36.41379 35.98713)"


def test_copies_are_one_voice_for_the_best_figure(
    material: Material, codebook: Codebook
) -> None:
    """12 by one report, 15 by its copy: a tie between one voice and itself."""
    told = row(changed(material, codebook), Format.UCDP, codebook)
    assert told["best"] == "12"


@pytest.mark.parametrize("count", [(0, 0), (None, None), (None, 4)])
def test_ucdp_needs_a_death(
    count: tuple[int | None, int | None], material: Material, codebook: Codebook
) -> None:
    told = changed(material, codebook, casualties=(killed(*count),))
    assert rows(file(export(told, Format.UCDP, codebook), "ucdp.csv")) == []


# hxl, sdg16, capture-matrix


def test_hxl_is_valid(internal: Publication, codebook: Codebook) -> None:
    hxl = pytest.importorskip("hxl")
    data = file(export(internal, Format.HXL, codebook), "hxl.csv").decode()
    source = hxl.data(list(csv.reader(io.StringIO(data, newline=""))))
    told = next(iter(source))
    assert source.validate()
    assert told.get("#affected+killed+civilian+min") == "12"
    assert not told.get("#affected+killed+f+adults+max")
    assert told.get("#country+code") == "SYR"
    assert told.get("#date+reported") == "2031-03-04"
    assert all(c.header and c.tag.startswith("#") for c in source.columns)


def test_sdg16_counts_each_person_once(material: Material, codebook: Codebook) -> None:
    tallies = (killed(9, 9), killed(3, 3, "women"), killed(2, 2, "children"))
    files = export(
        changed(material, codebook, casualties=tallies), Format.SDG16, codebook
    )
    told = rows(file(files, "sdg16.csv"))
    assert sum(int(r["deaths_min"]) for r in told) == 9
    kinds = {(r["sex"], r["age"]): r["deaths_min"] for r in told}
    assert kinds == {
        ("Woman", "Adult"): "3",
        ("Unknown", "Child"): "2",
        ("Unknown", "Unknown"): "4",
    }
    assert {r["cause"] for r in told} == {"S1"}
    assert {r["status"] for r in told} == {"Civilian"}


@pytest.mark.parametrize(
    "tallies",
    [
        (killed(5, 5, "people"), killed(5, 5), killed(3, 3, "women")),
        (killed(6, 6, "people"), killed(4, 4, "combatants"), killed(4, 4, "men")),
        (killed(2, 3), killed(1, 1, "combatants"), killed(3, 3, "men")),
    ],
)
def test_sdg16_never_counts_more_than_died(
    tallies: tuple[Tally, ...], material: Material, codebook: Codebook
) -> None:
    least = max(
        sum(t.low or 0 for t in tallies if t.group in groups)
        for groups in ({"people"}, {"civilians", "combatants"}, {"men", "women"})
    )
    told = changed(material, codebook, casualties=tallies)
    made = rows(file(export(told, Format.SDG16, codebook), "sdg16.csv"))
    assert sum(int(r["deaths_min"]) for r in made) == least


def test_sdg16_counts_no_wounded(material: Material, codebook: Codebook) -> None:
    hurt = replace(killed(9, 9), outcome="injured")
    told = changed(material, codebook, casualties=(hurt,))
    assert rows(file(export(told, Format.SDG16, codebook), "sdg16.csv")) == []


def test_the_matrix_takes_copies_for_one_list(
    internal: Publication, codebook: Codebook
) -> None:
    files = export(internal, Format.CAPTURE_MATRIX, codebook)
    told = rows(file(files, "matrix.csv"))
    assert [r["n_lists"] for r in told] == ["1", "1"]
    assert [r["list_report-one"] for r in told] == ["1", "1"]
    assert "list_report-two" not in told[0]
    assert rows(file(files, "copies.csv"))[0]["copy_of"] == "report-one"
    assert {r["name_ar"] for r in rows(file(files, "records.csv"))} == {
        NAMES[0],
        NAMES[2],
    }


def test_the_matrix_has_no_names_and_no_records_in_public(
    public: Publication, codebook: Codebook
) -> None:
    files = export(public, Format.CAPTURE_MATRIX, codebook)
    assert "records.csv" not in {one.name for one in files}
    assert len(rows(file(files, "matrix.csv"))) == 2


# datapackage, ftm, bayanat, uwazi


def test_the_data_package_is_valid(
    internal: Publication, codebook: Codebook, tmp_path: Path
) -> None:
    frictionless = pytest.importorskip("frictionless")
    written(export(internal, Format.DATAPACKAGE, codebook), tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    told = rows((tmp_path / "claims.csv").read_bytes())
    assert {r["quote"] for r in told} == {"الكناري"}


def test_the_public_data_package_is_valid_too(
    public: Publication, codebook: Codebook, tmp_path: Path
) -> None:
    frictionless = pytest.importorskip("frictionless")
    written(export(public, Format.DATAPACKAGE, codebook), tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    told = rows((tmp_path / "claims.csv").read_bytes())
    assert [(r["quote"], r["start"], r["end"]) for r in told] == [("", "3", "9")] * 2


def entities(publication: Publication, codebook: Codebook) -> list[Mapping[str, Any]]:
    data = file(export(publication, Format.FTM, codebook), "entities.ftm.json")
    return [json.loads(line) for line in data.decode().splitlines()]


def test_follow_the_money_takes_every_value(
    internal: Publication, codebook: Codebook
) -> None:
    ftm = pytest.importorskip("followthemoney")
    told = entities(internal, codebook)
    schemata = {e["schema"] for e in told}
    assert schemata == {
        "Event",
        "Article",
        "Documentation",
        "Note",
        "Person",
        "PublicBody",
    }
    for entity in told:
        proxy = ftm.model.get_proxy(dict(entity))
        for name, values in entity["properties"].items():
            assert sorted(proxy.get(name)) == sorted(values), name
    ids = {e["id"] for e in told}
    event = next(e for e in told if e["schema"] == "Event")
    assert set(event["properties"]["involved"]) <= ids


def test_follow_the_money_has_persons_only_where_names_are_shown(
    public: Publication, codebook: Codebook
) -> None:
    assert not any(e["schema"] == "Person" for e in entities(public, codebook))


def test_bayanat_has_reports_victims_and_incidents(
    internal: Publication, codebook: Codebook
) -> None:
    files = export(internal, Format.BAYANAT, codebook)
    bulletins = rows(file(files, "bulletins.csv"))
    assert [b["origin_id"] for b in bulletins] == ["report-one", "report-two"]
    assert bulletins[0]["labels"] == "Airstrike"
    actors = rows(file(files, "actors.csv"))
    assert [a["age"] for a in actors] == ["Minor", "Adult"]
    told = json.loads(file(files, "incidents.json"))["incidents"][0]
    assert "Killed, Civilians: minimum 12, maximum 15" in told["description"]
    assert "maximum unknown" in told["description"]


def test_uwazi_packs_a_table_for_each_template(
    internal: Publication, codebook: Codebook
) -> None:
    files = export(internal, Format.UWAZI, codebook)
    with zipfile.ZipFile(io.BytesIO(file(files, "incidents.zip"))) as archive:
        told = rows(archive.read("import.csv"))[0]
    assert told["Date"] == "2031-03-02:2031-03-03"
    assert told["Point_geolocation"] == "35.98713|36.41379"
    assert told["Actors"] == "Russian forces|Syrian government forces"
    templates = json.loads(file(files, "templates.json"))["templates"]
    assert [t["name"] for t in templates] == ["Incident", "Report", "Actor", "Victim"]


# spreadsheets that compute, marks that turn text round


@pytest.mark.parametrize(
    "evil",
    [
        "=HYPERLINK(1)",
        "+963 11",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\u200f=1",
        "\u202e=1",
        "\ufeff=1",
        "\u00a0=1",
        "\uff1d1+1",
    ],
)
def test_no_text_of_a_table_is_computed(
    evil: str, material: Material, codebook: Codebook
) -> None:
    told = row(changed(material, codebook, code=evil), Format.CSV, codebook)
    assert told["code"].startswith("'")
    assert told["code"].lstrip("'")[: len(evil)] == evil


def test_numbers_stay_numbers(material: Material, codebook: Codebook) -> None:
    place = replace(material.incidents[0].places[0], lon=-3.5)
    told = row(changed(material, codebook, places=(place,)), Format.CSV, codebook)
    assert told["lon"] == "-3.5"


def test_open_marks_of_direction_are_closed(
    material: Material, codebook: Codebook
) -> None:
    told = row(
        changed(material, codebook, code="a\u202eb\u2067c"), Format.CSV, codebook
    )
    assert told["code"] == "a\u202eb\u2067c\u2069\u202c"


def test_nothing_at_all_is_still_every_format(codebook: Codebook) -> None:
    empty = let_out(Material(incidents=()), codebook, "public")
    for form in Format:
        assert export(empty, form, codebook)


def test_an_incident_of_nothing_is_written(
    codebook: Codebook, incident: Incident
) -> None:
    bare = Incident(id="bare", code="", date=None, grade=incident.grade)
    for form in Format:
        assert export(
            let_out(Material(incidents=(bare,)), codebook, "internal"), form, codebook
        )
