"""The index answers a name with its places, in one order, each place once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tawthiq.errors import GazetteerError
from tawthiq.gazetteer.imports import import_table
from tawthiq.gazetteer.index import PlaceIndex, shipped_path
from tawthiq.gazetteer.keys import ALIKE, DERIVED, LOOSE, WRITTEN
from tawthiq.gazetteer.layers import Layer
from tawthiq.gazetteer.rows import Draft

Make = Callable[..., PlaceIndex]
HEADING = "name_ar,name_en,lat,lon,pcode,subdistrict_ar,district_ar\n"


def draft(name_ar: str | None, name_en: str | None, **values: object) -> Draft:
    """Make a row; a village at 35, 38 unless told otherwise."""
    given: dict[str, object] = {"lat": 35.0, "lon": 38.0, "kind": "village", "line": 2}
    return Draft(name_ar=name_ar, name_en=name_en, **(given | values))  # type: ignore[arg-type]


def own(home: Path, *rows: str) -> None:
    table = home / "own.csv"
    home.mkdir(exist_ok=True)
    table.write_text(HEADING + "\n".join(rows), encoding="utf-8")
    import_table(table, home, country="SY")


def test_an_unknown_name_gives_nothing(index: Make) -> None:
    places = index(draft("وردان", "Wardan"))
    assert places.find("زهران") == ()
    assert not places.knows("زهران")
    assert not places.knows("")
    assert places.find("") == ()
    assert places.find("!؟") == ()


def test_the_first_words_of_a_name_are_no_name(index: Make) -> None:
    places = index(draft("كفر وردان", None))
    assert not places.knows("كفر")
    assert places.begins("كفر")
    assert not places.begins("وردان")
    assert places.knows("كفر وردان")


def test_the_article_is_optional_both_ways(index: Make) -> None:
    places = index(draft("الوردية", None, id="a"), draft("زهرانية", None, id="b"))
    assert [(p.id, r) for p, r in places.candidates("وردية")] == [("a", DERIVED)]
    assert [(p.id, r) for p, r in places.candidates("الزهرانية")] == [("b", DERIVED)]
    assert [(p.id, r) for p, r in places.candidates("الوردية")] == [("a", WRITTEN)]


def test_the_most_inhabitants_come_first_then_the_id(index: Make) -> None:
    places = index(
        draft("وردان", None, id="b", lat=30.0),
        draft("وردان", None, id="a", lat=31.0),
        draft("وردان", None, id="c", lat=32.0, population=10),
    )
    assert [p.id for p in places.find("وردان")] == ["c", "a", "b"]


def test_words_round_a_name_matter_only_if_the_whole_is_unknown(index: Make) -> None:
    places = index(draft("ريف وردان", None, id="a"), draft("وردان", None, id="b"))
    assert [p.id for p in places.find("ريف وردان")] == ["a"]
    assert [p.id for p in places.find("ريف وردان الشرقي")] == ["b"]


def test_an_areas_point_is_its_seat(index: Make) -> None:
    town = draft("وردان", None, id="a", kind="town", lat=35.1)
    area = draft("وردان", None, id="b", kind="subdistrict", lat=35.2)
    far = draft("وردان", None, id="c", kind="subdistrict", lat=37.0)
    lats = {p.id: p.lat for p in index(town, area, far).find("وردان")}
    assert lats == {"a": 35.1, "b": 35.1, "c": 37.0}


def test_the_seat_of_a_long_area_may_lie_far_from_its_middle(index: Make) -> None:
    inside = {"parents": ("وردان", "النخيل")}
    town = draft("وردان", None, id="a", kind="town", lat=36.5, **inside)
    area = draft("وردان", None, id="b", kind="district", lat=36.0, parents=("النخيل",))
    other = draft(
        "وردان", None, id="c", kind="district", lat=33.0, parents=("الريحان",)
    )
    lats = {p.id: p.lat for p in index(town, area, other).find("وردان")}
    assert lats == {"a": 36.5, "b": 36.5, "c": 33.0}


def test_misspellings_are_kept_apart_from_names(index: Make) -> None:
    places = index(draft("وردانية", "Wardaniya", id="a"))
    assert places.find("Werdanieh") == ()
    assert [(p.id, r) for p, r in places.similar("Wardaniyeh")] == [("a", ALIKE)]
    assert places.similar("Zahraniya") == ()


def test_one_exchanged_letter_is_similar(index: Make) -> None:
    places = index(draft("الشعفة", None, id="a"))
    assert [p.id for p, _ in places.similar("الشعثة")] == ["a"]
    assert places.find("الشعثة") == ()


def test_latin_names_of_the_users_country_are_known_by_sound(
    tmp_path: Path, shipped: Callable[..., Path]
) -> None:
    built = shipped(draft("بعيدة", "Kafr Somewhere", lat=10.0))
    own(tmp_path, "كفروردة,Kafr Wardeh,35,38,,,")
    places = PlaceIndex(tmp_path, shipped=built)
    assert places.knows("kafr warda")
    assert not places.knows("kafr marda")
    assert not places.knows("kafr")


def test_apostrophes_do_not_matter(index: Make) -> None:
    assert index(draft(None, "Ba'wardan")).knows("ba'wardan")
    assert index(draft(None, "Bawardan")).knows("ba'wardan")


def test_the_users_place_stands_for_the_one_shipped(
    tmp_path: Path, shipped: Callable[..., Path]
) -> None:
    built = shipped(
        draft("وردان", "Wardan", id="geo:1", kind="city", population=200_000, lat=35.05)
    )
    own(tmp_path, "وردان,Wardan,35,38,C77,زهران,زهران")
    (place,) = PlaceIndex(tmp_path, shipped=built).find("وردان")
    assert (place.id, place.population, place.kind) == ("ocha:C77", 200_000, "city")
    assert place.precision == "city"


def test_a_namesake_far_off_is_kept(
    tmp_path: Path, shipped: Callable[..., Path]
) -> None:
    built = shipped(draft("وردان", "Wardan", id="geo:1", lat=36.0))
    own(tmp_path, "وردان,Wardan,35,38,C77,,")
    found = PlaceIndex(tmp_path, shipped=built).find("وردان")
    assert [place.id for place in found] == ["ocha:C77", "geo:1"]


def test_a_row_without_p_code_is_dropped_beside_one_that_has_it(
    tmp_path: Path, shipped: Callable[..., Path]
) -> None:
    own(tmp_path, "وردان,Wardan,35,38,C77,,", "وردان,Wardan,35.01,38,,,")
    found = PlaceIndex(tmp_path, shipped=shipped()).find("وردان")
    assert [place.id for place in found] == ["ocha:C77"]


def test_a_villages_parents_reach_up_to_the_governorate(index: Make) -> None:
    places = index(
        draft("وردان", None, id="a", parents=("زهران",)),
        draft(
            "زهران", None, id="b", kind="district", parents=("ريحان", "Rihan"), lat=35.3
        ),
    )
    (place,) = places.find("وردان")
    assert place.parent_names == ("زهران", "ريحان", "Rihan")


def test_a_district_of_that_name_elsewhere_is_no_parent(index: Make) -> None:
    places = index(
        draft("وردان", None, id="a", parents=("زهران",)),
        draft("زهران", None, id="b", kind="district", parents=("ريحان",), lat=45.0),
    )
    assert places.find("وردان")[0].parent_names == ("زهران",)


def test_the_users_countries_come_first(
    tmp_path: Path, shipped: Callable[..., Path]
) -> None:
    own(tmp_path, "وردان,Wardan,35,38,C77,,")
    places = PlaceIndex(tmp_path, shipped=shipped())
    priors = [places.prior(code) for code in ("SY", "YE", "TR", "IN")]
    assert priors == sorted(priors, reverse=True)
    assert priors[0] == 1
    assert len(set(priors)) == 4


def test_loose_spellings_rank_last(index: Make) -> None:
    (found,) = index(draft("كفر وردان", None)).candidates("كفروردان")
    assert found[1] == LOOSE


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" * 99])
def test_a_damaged_index_is_told_in_both_languages(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken.sqlite"
    path.write_bytes(content)
    with pytest.raises(GazetteerError) as fault:
        PlaceIndex(shipped=path)
    assert fault.value.ar
    assert fault.value.remedy_en
    assert str(path) in str(fault.value)


def test_a_missing_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError):
        PlaceIndex(shipped=tmp_path / "none.sqlite")


def test_a_home_without_tables_is_no_fault(
    tmp_path: Path, shipped: Callable[..., Path]
) -> None:
    assert PlaceIndex(tmp_path / "none", shipped=shipped()).find("وردان") == ()


def test_words_that_no_table_holds_seldom_reach_the_database(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not shipped_path().is_file():
        pytest.skip("the index is not built: python build_gazetteer.py")
    asked: list[str] = []
    ask = Layer.knows

    def noted(layer: Layer, key: str) -> bool:
        asked.append(key)
        return ask(layer, key)

    monkeypatch.setattr(Layer, "knows", noted)
    places = PlaceIndex()
    words = [f"كلمة{n} أخرى" for n in range(5_000)]
    assert not any(map(places.knows, words))
    # The sketch of hashes refuses them; a few in a thousand meet by chance.
    assert len(asked) <= len(words) // 100
