"""csv, xlsx, parquet, geojson: read back by their own libraries; nothing computed."""

import io
import json
from dataclasses import replace

import pytest
from jsonschema import validate
from tests.publish.conftest import let_out
from tests.publish.reading_back import changed, file, killed, row

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident
from tawthiq.model.publication import Material, Publication
from tawthiq.publish.formats import Format, export

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
    told = changed(material, codebook, code="=1+1", strike_status="<&\n")
    data = file(export(told, Format.XLSX, codebook), "incidents.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["incidents", "casualties", "about"]
    heading, first = list(book["incidents"].values)[:2]
    cells = dict(zip(heading, first, strict=True))
    assert cells["code"] == "'=1+1"
    assert cells["strike_status"] == "<&\n"
    assert cells["place_ar"] == "بيت الكناري"
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


def test_geojson_keeps_the_columns_of_a_place_that_is_not_known(
    public: Publication, material: Material, codebook: Codebook
) -> None:
    told = changed(material, codebook, places=())
    (placed,), (bare,) = (
        json.loads(file(export(one, Format.GEOJSON, codebook), "incidents.geojson"))[
            "features"
        ]
        for one in (public, told)
    )
    assert bare["properties"].keys() == placed["properties"].keys()
    assert bare["properties"]["country"] is None
    assert bare["properties"]["radius_m"] is None


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
