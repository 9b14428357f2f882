"""Data Package, FollowTheMoney, Bayanat, Uwazi: read back by their own libraries."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.publish.reading_back import file, rows, written

from tawthiq.lang.codebook import Codebook
from tawthiq.model.publication import Publication
from tawthiq.publish.formats import Format, export


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
