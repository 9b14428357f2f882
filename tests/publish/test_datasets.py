"""The shapes of other datasets: Airwars, ACLED, UCDP, HXL, SDG 16.1.2, a matrix."""

import csv
import io
from dataclasses import replace

import pytest
from tests.publish.conftest import NAMES
from tests.publish.reading_back import changed, file, killed, row, rows

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Tally
from tawthiq.model.publication import Material, Publication
from tawthiq.publish.acled import COLUMNS as ACLED
from tawthiq.publish.airwars import ROWS
from tawthiq.publish.formats import Format, export
from tawthiq.publish.ucdp import COLUMNS as UCDP


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


def test_sdg16_keeps_civilians_nobody_described(
    material: Material, codebook: Codebook
) -> None:
    tallies = (killed(5, None), killed(2, 2, "women"), killed(3, 4, "combatants"))
    files = export(
        changed(material, codebook, casualties=tallies), Format.SDG16, codebook
    )
    told = {(r["sex"], r["status"]): r for r in rows(file(files, "sdg16.csv"))}
    assert told["Woman", "Civilian"]["deaths_min"] == "2"
    assert told["Unknown", "Civilian"]["deaths_min"] == "3"
    assert told["Unknown", "Civilian"]["deaths_max"] == ""
    fighters = told["Unknown", "Person directly participating in hostilities"]
    assert (fighters["deaths_min"], fighters["deaths_max"]) == ("3", "4")


def test_a_clash_has_two_sides(material: Material, codebook: Codebook) -> None:
    told = changed(
        material,
        codebook,
        event_types=("clash",),
        belligerents=("sdf", "turkey", "syrian_national_army"),
        weapons=("small_arms",),
    )
    acled = row(told, Format.ACLED, codebook)
    assert (acled["event_type"], acled["sub_event_type"]) == ("Battles", "Armed clash")
    assert acled["actor1"] == "Syrian Democratic Forces"
    assert acled["actor2"] == "Turkish forces"
    assert acled["assoc_actor_1"] == "Syrian National Army"
    assert acled["interaction"] == "28"
    two = changed(
        material, codebook, event_types=("clash",), belligerents=("sdf", "turkey")
    )
    ucdp = row(two, Format.UCDP, codebook)
    assert (ucdp["side_a"], ucdp["side_b"]) == (
        "Syrian Democratic Forces",
        "Turkish forces",
    )
    assert ucdp["type_of_violence"] == "1"


def test_what_is_not_known_is_called_so(material: Material, codebook: Codebook) -> None:
    told = changed(
        material,
        codebook,
        event_types=(),
        belligerents=(),
        places=(),
        casualties=(killed(3, 3, "people"),),
    )
    acled = row(told, Format.ACLED, codebook)
    for column in ("event_type", "actor1", "location", "country"):
        assert acled[column] == "unknown"
    assert acled["actor2"] == ""
    assert row(told, Format.UCDP, codebook)["country"] == "unknown"
    assert row(told, Format.HXL, codebook)["country"] == "#country+name"


def test_without_a_day_ucdp_has_no_year(material: Material, codebook: Codebook) -> None:
    told = row(changed(material, codebook, date=None), Format.UCDP, codebook)
    assert (told["year"], told["low"]) == ("", "12")


def test_p_codes_of_the_units_above_are_read_off(
    material: Material, codebook: Codebook
) -> None:
    place = replace(material.incidents[0].places[0], pcode="SY0203")
    told = changed(material, codebook, places=(place,))
    data = file(export(told, Format.HXL, codebook), "hxl.csv")
    assert rows(data)[1]["adm1_pcode"] == "SY02"
    assert rows(data)[1]["adm2_pcode"] == "SY0203"
    assert rows(data)[1]["adm3_pcode"] == ""
    community = replace(place, pcode="C1353")
    other = changed(material, codebook, places=(community,))
    assert row(other, Format.SDG16, codebook)["adm1_pcode"] == ""
