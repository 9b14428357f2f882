"""Places of one's own, and tables fetched from a publisher (a real server of ours)."""

import io
import json
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tawthiq.errors import InputError, OptionError
from tawthiq.workflow.fetching.options import FetchOptions
from tawthiq.workflow.own_places import OwnPlace, add_place, fetch_places
from tawthiq.workflow.places import open_places

DUMP = "990001\tUmm al-Ballut\tUmm al-Ballut\tأم البلوط\t35.1\t38.2\tP\tPPL\tSY\t\t\t\t\t\t700\t\t\tAsia/Damascus\t2031-03-05"
SHEET = (
    "admin4Name_en,admin4Name_ar,admin4Pcode,admin3Name_en,latitude,longitude\n"
    "Dayr al-Qasabat,دير القصبات,C990002,Qasabat,35.4,38.6\n"
)
LOCAL = FetchOptions(loopback=True, seconds=10)


def place(**told: object) -> OwnPlace:
    known = {
        "name_ar": "خربة الزعتر",
        "name_en": "",
        "lat": 35.25,
        "lon": 38.75,
        "kind": "village",
        "country": "SY",
        "origin": "an invented map",
    }
    return OwnPlace(**{**known, **told})  # type: ignore[arg-type]


@pytest.fixture
def publisher() -> Iterator[str]:
    """Publish an invented country dump and an invented COD-AB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("SY.txt", DUMP)

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here = f"http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
            csvs = [{"format": "CSV", "url": f"{here}/syr_adm{n}.csv"} for n in (1, 4)]
            found = {"result": {"results": [{"resources": csvs}]}}
            bodies = {
                "/SY.zip": packed.getvalue(),
                "/YE.zip": b"no archive",
                "/syr_adm4.csv": SHEET.encode(),
            }
            search = self.path.startswith("/package_search")
            body = json.dumps(found).encode() if search else bodies.get(self.path)
            self.send_response(200 if body else 404)
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_place_of_ones_own_is_found_and_named_as_the_users(tmp_path: Path) -> None:
    add_place(place(), tmp_path)
    add_place(place(name_ar="تل السوسن", lat=35.5), tmp_path)
    (found,) = open_places(tmp_path).find("خربة الزعتر")
    assert found.id.startswith("user:")
    assert (found.lat, found.lon) == (35.25, 38.75)
    assert open_places(tmp_path).find("تل السوسن")


@pytest.mark.parametrize(
    "told", [{"name_ar": " "}, {"origin": ""}, {"lat": 95.0}, {"lon": 4239.0}]
)
def test_a_place_without_name_source_or_point_is_refused(
    told: dict[str, object], tmp_path: Path
) -> None:
    with pytest.raises(OptionError):
        add_place(place(**told), tmp_path)
    assert not (tmp_path / "own_places.csv").exists()


def test_a_country_is_fetched_from_geonames(publisher: str, tmp_path: Path) -> None:
    done = fetch_places(
        "sy", tmp_path, publisher="geonames", base=publisher, options=LOCAL
    )
    assert (done.places, done.country) == (1, "SY")
    (found,) = open_places(tmp_path).find("أم البلوط")
    assert found.id == "geonames:990001"


def test_the_finest_table_is_fetched_from_ocha(publisher: str, tmp_path: Path) -> None:
    fetch_places("SY", tmp_path, publisher="ocha", base=publisher, options=LOCAL)
    (found,) = open_places(tmp_path).find("دير القصبات")
    assert found.pcode == "C990002"


@pytest.mark.parametrize("country", ["YE", "IQ"])
def test_what_is_no_table_is_said_and_the_remedy_needs_no_network(
    country: str, publisher: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError) as said:
        fetch_places(
            country, tmp_path, publisher="geonames", base=publisher, options=LOCAL
        )
    assert said.value.remedy_ar


def test_what_is_no_country_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError):
        fetch_places("Syria", tmp_path, publisher="geonames")
