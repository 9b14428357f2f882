"""Tables import whole or not at all; a bad row is named and stops nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tawthiq.errors import GazetteerError, InputError, OptionError
from tawthiq.gazetteer.imports import Imported, import_table
from tawthiq.gazetteer.index import USER_FILE, PlaceIndex
from tawthiq.model.place import Place

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gazetteers"
Bring = Callable[..., Imported]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def bring(tmp_path: Path, home: Path) -> Bring:
    """Give an importer of a table given as text."""

    def run(text: str, *, name: str = "table.csv", **options: object) -> Imported:
        file = tmp_path / name
        file.write_bytes(text.encode())
        return import_table(file, home, **({"country": "SY"} | options))  # type: ignore[arg-type]

    return run


@pytest.fixture
def find(
    home: Path, shipped: Callable[..., Path]
) -> Callable[[str], tuple[Place, ...]]:
    built = shipped()
    return lambda name: PlaceIndex(home, shipped=built).find(name)


Find = Callable[[str], tuple[Place, ...]]


def test_bad_rows_are_named_by_line_and_the_rest_is_kept(
    bring: Bring, find: Find
) -> None:
    done = bring(
        "name_ar,lat,lon\n"
        "وردان,95,38\n"
        ",35,38\n"
        "زهران,,\n"
        "ريحان,شمال,38\n"
        "سوسان,0,0\n"
        "نرجس,35,38,9\n"
        "ياسمين,35,38\n"
        "ياسمين,35,38\n"
    )
    assert [fault.line for fault in done.faults] == [2, 3, 4, 5, 6, 7, 9]
    assert all(fault.ar and fault.en for fault in done.faults)
    assert done.places == 1
    assert find("ياسمين")
    assert find("وردان") == ()


def test_a_table_without_a_single_place_changes_nothing(
    bring: Bring, home: Path
) -> None:
    bring("name_ar,lat,lon\nوردان,35,38\n")
    before = (home / USER_FILE).read_bytes()
    with pytest.raises(InputError) as fault:
        bring("name_ar,lat,lon\nزهران,95,38\n")
    assert fault.value.where.endswith(":2")
    assert (home / USER_FILE).read_bytes() == before


def test_unknown_columns_are_told_with_a_remedy(bring: Bring) -> None:
    with pytest.raises(InputError) as fault:
        bring("أ,ب,ج\nوردان,35,38\n")
    assert "--map" in fault.value.remedy_ar


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff\xfe\x00", "اسم\n".encode("cp1256")]
)
def test_no_table_at_all_is_told(tmp_path: Path, home: Path, content: bytes) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(content)
    with pytest.raises(InputError):
        import_table(file, home)
    assert not (home / USER_FILE).exists()


def test_a_missing_file_is_told(tmp_path: Path, home: Path) -> None:
    with pytest.raises(InputError):
        import_table(tmp_path / "none.csv", home)


@pytest.mark.parametrize("told", [{"colour": "name"}, {"name_ar": "no such column"}])
def test_a_wrong_mapping_is_told_with_what_there_is(
    bring: Bring, told: dict[str, str]
) -> None:
    with pytest.raises(OptionError) as fault:
        bring("name,lat,lon\nوردان,35,38\n", columns=told)
    assert "name" in fault.value.remedy_en


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("name_ar,lat,lon\nوردان,35,38\n", encoding="utf-8")
    with pytest.raises(GazetteerError):
        import_table(table, table / "home", country="SY")


def test_a_damaged_index_of_the_user_is_told_and_left(bring: Bring, home: Path) -> None:
    home.mkdir()
    (home / USER_FILE).write_bytes(b"no database, but somebody's file")
    with pytest.raises(GazetteerError):
        bring("name_ar,lat,lon\nوردان,35,38\n")
    assert (home / USER_FILE).read_bytes().startswith(b"no database")
    assert [path.name for path in home.iterdir()] == [USER_FILE]


def test_importing_again_replaces(bring: Bring, find: Find, home: Path) -> None:
    bring("name_ar,lat,lon\nوردان,35,38\nزهران,35,38.5\n")
    bring("name_ar,lat,lon\nريحان,36,38\n", name="other.csv")
    bring("name_ar,lat,lon\nوردان,35.5,38\n")
    assert [place.lat for place in find("وردان")] == [35.5]
    assert find("زهران") == ()
    assert find("ريحان")
    once = (home / USER_FILE).read_bytes()
    bring("name_ar,lat,lon\nوردان,35.5,38\n")
    assert len((home / USER_FILE).read_bytes()) == len(once)


def test_a_plain_table_is_read_by_its_headings(bring: Bring, find: Find) -> None:
    bring(
        "\ufeffالاسم;Latitude;Longitude;Population;Aliases\nوردان;35;38;120,000;وردانة\n"
    )
    (place,) = find("وردان")
    assert (place.kind, place.precision, place.radius_m) == ("city", "city", 8000)
    assert place.id.startswith("user:")
    assert find("وردانة")[0].id == place.id


def test_columns_can_be_told(bring: Bring, find: Find) -> None:
    done = bring(
        "a,b,c\nWardan,35,38\n", columns={"name_en": "a", "lat": "b", "lon": "c"}
    )
    assert done.format == "csv"
    assert find("wardan")[0].name_en == "Wardan"


def test_a_heading_of_one_language_is_told_by_its_letters(
    bring: Bring, find: Find
) -> None:
    bring("name,lat,lon\nوردان,35,38\nZahran,36,38\n")
    assert find("وردان")[0].name_ar == "وردان"
    assert find("zahran")[0].name_en == "Zahran"


@pytest.mark.parametrize(
    ("level", "kind", "radius"),
    [(1, "governorate", 75_000), (2, "district", 30_000), (3, "subdistrict", 15_000)],
)
def test_ocha_areas_by_level(
    bring: Bring, find: Find, *, level: int, kind: str, radius: int
) -> None:
    bring(f"level,pcode,name_ar,lat_bbox,lon_bbox\n{level},XX01,وردان,35,38\n")
    (place,) = find("وردان")
    assert (place.kind, place.radius_m, place.pcode) == (kind, radius, "XX01")
    assert place.id == "ocha:XX01"


def test_cod_ab_areas_by_their_deepest_columns(bring: Bring, find: Find) -> None:
    bring(
        "ADM2_EN,ADM2_AR,ADM2_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,center_lat,center_lon\n"
        "Wardan,وردان,YE1101,Zahran,زهران,YE11,15,44\n"
    )
    (place,) = find("وردان")
    assert (place.kind, place.pcode) == ("district", "YE1101")
    assert place.parent_names == ("زهران", "Zahran")


def test_cod_ab_in_its_older_headings(bring: Bring, find: Find) -> None:
    done = bring(
        "admin1Name_en,admin1Name_ar,admin1Pcode,admin2Name_en,admin2Name_ar,admin2Pcode,"
        "x,y\nZahran,زهران,IQ01,Wardan,وردان,IQ0102,44,33\n",
        country=None,
    )
    (place,) = find("wardan")
    assert (place.kind, place.country) == ("district", "IQ")
    assert done.format == "ocha"


COMMUNITIES = (
    "pcode,name_ar,name_en,subdistrict_ar,district_ar,lat,lon\n"
    "C1,وردان - زهران,Wardan (Zahran),زهران,ريحان,35,38\n"
    "C2,زهران,Zahran,مركز زهران,ريحان,35.2,38\n"
    "C3,ريحان,Rihan,سوسان,مركز ريحان,35.4,38\n"
)


def test_communities_are_ranked_by_what_bears_their_name(
    bring: Bring, find: Find
) -> None:
    bring(COMMUNITIES)
    kinds = [find(name)[0].kind for name in ("وردان", "زهران", "ريحان")]
    assert kinds == ["village", "town", "city"]
    assert find("وردان")[0].name_ar == "وردان"
    assert find("وردان زهران")[0].id == "ocha:C1"


def test_a_p_code_of_the_area_round_a_place_is_not_its_own(
    bring: Bring, find: Find
) -> None:
    bring(
        COMMUNITIES
        + "SY01,مدينة ريحان : حي النرجس,RIHAN : Narjis,,,35.41,38\n"
        + "SY01,ريحان : سوسان,RIHAN : Susan,,,35.42,38\n"
    )
    (quarter,) = find("النرجس")
    assert (quarter.kind, quarter.pcode) == ("neighbourhood", None)
    assert quarter.id.startswith("user:")
    assert "مدينة ريحان" in quarter.parent_names
    assert find("سوسان")[0].kind == "village"


def test_quarters_of_a_city(bring: Bring, find: Find) -> None:
    bring(
        "PCODE,NAME_AR,AREA_AR,ADM4_AR,ADM1_AR,LATITUDE,LONGITUDE\n"
        "N1,النرجس,<Null>,وردان,زهران,35,38\n"
    )
    (place,) = find("النرجس")
    assert (place.kind, place.precision) == ("neighbourhood", "neighbourhood_area")
    assert place.parent_names == ("وردان", "زهران")


@pytest.mark.parametrize(
    ("file", "places", "bad", "name", "kind"),
    [
        ("ocha_syria_admin1-3_2018.csv", 348, 0, "ريف دمشق", "governorate"),
        (
            "ocha_syria_city_neighbourhoods_2016.csv",
            414,
            0,
            "الحمدانية",
            "neighbourhood",
        ),
        ("syria_communities_syrianarchive.csv", 5970, 27, "هجين", "town"),
    ],
)
def test_the_shared_tables_import_as_they_are(
    home: Path, find: Find, *, file: str, places: int, bad: int, name: str, kind: str
) -> None:
    if not (SHARED / file).is_file():
        pytest.skip(f"no {SHARED / file} here")
    done = import_table(SHARED / file, home)
    assert (done.places, len(done.faults), done.country) == (places, bad, "SY")
    assert kind in {place.kind for place in find(name)}
