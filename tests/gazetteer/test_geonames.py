"""GeoNames dumps: features by their codes, names in Arabic letters chosen with care."""

from collections.abc import Callable
from pathlib import Path

from tawthiq.gazetteer.geonames import (
    feature_kind,
    is_dump,
    is_name,
    likely_arabic,
    read_dump,
)
from tawthiq.gazetteer.imports import import_table
from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.gazetteer.rows import Draft, RowFault


def row(number: int, name: str, others: str = "", **cells: str) -> str:
    """Write a line of a dump: a populated place in Yemen unless told otherwise."""
    given = {
        "lat": "15.1",
        "lon": "44.2",
        "cls": "P",
        "code": "PPL",
        "people": "0",
    } | cells
    front = [str(number), name, name, others, given["lat"], given["lon"]]
    codes = [given["cls"], given["code"], "YE", "", given.get("a1", "11")]
    back = [given.get("a2", "22"), "", "", given["people"], "", "100", "Asia/Aden"]
    return "\t".join([*front, *codes, *back, "2031-01-01"])


def test_features_that_no_report_names_are_passed_over() -> None:
    assert feature_kind("R", "RD") is None
    assert feature_kind("H", "STM") is None
    assert list(read_dump([row(1, "Wardan", cls="H", code="STM")])) == []


def test_a_csv_heading_is_no_dump() -> None:
    assert not is_dump("name,lat,lon")
    assert is_dump(row(1, "Wardan"))


def test_a_short_line_is_told_and_an_empty_one_is_not() -> None:
    read = list(read_dump([row(1, "Wardan"), "2\tx", ""]))
    assert [one.line for one in read if isinstance(one, RowFault)] == [2]


def test_a_bad_point_is_told() -> None:
    (fault,) = read_dump([row(1, "Wardan", lat="95")])
    assert isinstance(fault, RowFault)
    assert "95" in fault.en


def test_kinds_come_from_codes_and_inhabitants() -> None:
    rows = [
        row(1, "A", people="200000"),
        row(2, "B", people="20000"),
        row(3, "C"),
        row(4, "D", code="PPLA"),
        row(5, "E", cls="A", code="ADM1", a2=""),
        row(6, "F", cls="S", code="CMPRF"),
    ]
    kinds = [one.kind for one in read_dump(rows) if isinstance(one, Draft)]
    assert kinds == ["city", "town", "village", "city", "governorate", "camp"]


def test_a_place_lies_in_its_district_and_governorate() -> None:
    rows = [
        row(1, "Zahran", "زهران", cls="A", code="ADM1", a2=""),
        row(2, "Rihan", "ريحان", cls="A", code="ADM2"),
        row(3, "Wardān", "وردان,wrdan"),
    ]
    drafts = {d.name_en: d for d in read_dump(rows) if isinstance(d, Draft)}
    assert drafts["Wardān"].parents == ("ريحان", "Rihan", "زهران", "Zahran")
    assert drafts["Rihan"].parents == ("زهران", "Zahran")
    assert drafts["Zahran"].parents == ()
    assert drafts["Wardān"].alternates == ("وردان",)


def test_other_scripts_and_airports_are_no_names() -> None:
    assert not any(is_name(name) for name in ("WRD", "wrdan", "Вардан", "瓦尔丹"))
    assert all(is_name(name) for name in ("Wardan", "وردان", "'Aīn Wardān", "ورگان"))


def test_the_arabic_name_is_chosen_among_its_neighbours() -> None:
    assert likely_arabic(["Wardan"], []) is None
    assert likely_arabic(["Al Warda"], ["ورده", "الوردة", "وردة"]) == "الوردة"
    assert likely_arabic(["Ţarţān"], ["ترتان", "طرطان"]) == "طرطان"
    assert likely_arabic(["Wardan"], ["وَرْدان"]) == "وردان"


def test_a_dump_is_known_without_being_told(
    tmp_path: Path, shipped: Callable[..., Path]
) -> None:
    dump = tmp_path / "YE.txt"
    dump.write_text(row(7, "Wardān", "وردان") + "\n", encoding="utf-8")
    done = import_table(dump, tmp_path)
    (place,) = PlaceIndex(tmp_path, shipped=shipped()).find("وردان")
    assert (done.format, done.source) == ("geonames", "YE")
    assert (place.id, place.country) == ("geonames:7", "YE")
