"""Governorates with their settlements, out of invented indexes."""

from collections.abc import Callable
from pathlib import Path

from tawthiq.gazetteer.layers import Layer
from tawthiq.gazetteer.rows import Draft
from tawthiq.gazetteer.units import admin_units

Make = Callable[..., Path]


def draft(
    name: str, latin: str, kind: str, *, lat: float, parents: tuple[str, ...] = ()
) -> Draft:
    return Draft(
        line=1,
        name_ar=name,
        name_en=latin,
        lat=lat,
        lon=36.0,
        kind=kind,
        parents=parents,
    )


WADI = draft("وادي السماق", "Wadi Summaq", "governorate", lat=35.0)
KAFR = draft("كفر الزعرور", "Kafr Zaarour", "governorate", lat=33.0)


def test_each_governorate_has_its_names_and_its_settlements(shipped: Make) -> None:
    path = shipped(
        WADI,
        KAFR,
        draft("الحصاد", "Hassad", "district", lat=35.1, parents=("وادي السماق",)),
        draft("أم الطيور", "Umm al-Tuyur", "village", lat=35.2, parents=("الحصاد",)),
        draft(
            "تل السنبلة", "Tell Sunbula", "town", lat=33.1, parents=("Kafr Zaarour",)
        ),
        draft("بعيد", "Baid", "village", lat=30.0),
    )
    wadi, kafr = admin_units([Layer(path, own=False)], "SY")
    assert wadi.names == ("Wadi Summaq", "وادي السماق")
    assert wadi.points == ((35.2, 36.0),)
    assert kafr.points == ((33.1, 36.0),)


def test_another_country_has_none(shipped: Make) -> None:
    assert admin_units([Layer(shipped(WADI), own=False)], "YE") == ()


def test_one_governorate_of_two_tables_is_one(shipped: Make, tmp_path: Path) -> None:
    own = tmp_path / "own.sqlite"
    shipped(draft("وادي السمّاق", "Wadi as-Summaq", "governorate", lat=35.1)).rename(own)
    layers = [Layer(own, own=True), Layer(shipped(WADI, KAFR), own=False)]
    wadi, kafr = admin_units(layers, "SY")
    assert wadi.names == ("Wadi as-Summaq", "وادي السمّاق", "Wadi Summaq", "وادي السماق")
    assert kafr.names == ("Kafr Zaarour", "كفر الزعرور")


def test_one_name_far_away_is_another_governorate(
    shipped: Make, tmp_path: Path
) -> None:
    own = tmp_path / "own.sqlite"
    shipped(draft("وادي السماق", "Wadi Summaq", "governorate", lat=31.0)).rename(own)
    layers = [Layer(own, own=True), Layer(shipped(WADI), own=False)]
    assert len(admin_units(layers, "SY")) == 2
