"""Published tables of incidents: columns recognised, nothing mended, bad rows aside."""

import json
from collections.abc import Mapping
from datetime import date

import pytest

from tawthiq.errors import InputError, OptionError
from tawthiq.lang.codebook import Codebook, load_codebook
from tawthiq.model.incident import Grading, Incident, Tally
from tawthiq.model.vocabulary import DatePrecision
from tawthiq.read.incidents.tables import read_incidents

HEADING = (
    "code,date,place_ar,lat,lon,precision,civilians_killed_min,civilians_killed_max"
)


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def read(
    text: str | bytes, book: Codebook, told: Mapping[str, str] | None = None
) -> list[Incident | InputError]:
    data = text.encode() if isinstance(text, str) else text
    return list(read_incidents(data, "table", book, told=told))


def one(text: str, book: Codebook, told: Mapping[str, str] | None = None) -> Incident:
    (found,) = read(text, book, told)
    assert isinstance(found, Incident)
    return found


def line(book: Codebook, **cells: object) -> Incident:
    return one(json.dumps({"code": "X1"} | cells), book)


def count(incident: Incident, group: str, outcome: str = "killed") -> Tally | None:
    rows = [t for t in incident.casualties if (t.outcome, t.group) == (outcome, group)]
    return rows[0] if rows else None


def test_a_csv_row_becomes_an_incident(codebook: Codebook) -> None:
    made = one(f"{HEADING}\nX1,2031-03-02,أم الطيور,35.5,36.5,village,3,5\n", codebook)
    assert made.code == "X1"
    assert made.date is not None
    assert (made.date.start, made.date.precision) == (
        date(2031, 3, 2),
        DatePrecision.DAY,
    )
    (place,) = made.places
    assert (place.name, place.lat, place.radius_m) == ("أم الطيور", 35.5, 1500)
    tally = count(made, "civilians")
    assert tally is not None
    assert (tally.low, tally.high) == (3, 5)


def test_an_empty_cell_is_not_zero(codebook: Codebook) -> None:
    made = one(f"{HEADING}\nX1,,,,,,,\n", codebook)
    assert made.casualties == ()
    assert made.date is None
    zero = one(f"{HEADING}\nX1,,,,,,0,0\n", codebook)
    tally = count(zero, "civilians")
    assert tally is not None
    assert (tally.low, tally.high) == (0, 0)


def test_what_cannot_be_is_kept_for_the_check(codebook: Codebook) -> None:
    made = one(f"{HEADING}\nX1,2031-03-02,أ,35.5,4239.00416,village,5,3\n", codebook)
    assert made.places[0].lon == 4239.00416
    tally = count(made, "civilians")
    assert tally is not None
    assert (tally.low, tally.high) == (5, 3)


def test_airwars_own_names_are_recognised(codebook: Codebook) -> None:
    made = line(
        codebook,
        location_name="Umm al-Tuyur",
        location_name_arabic="أم الطيور",
        latitude="35.5",
        longitude="36.5",
        geolocation_accuracy_name="province_governorate",
        strike_type_name="Airstrike and/or Artillery, Drone Strike",
        strike_status_name="Contested strike",
        civilian_harm_status_name="Fair",
        belligerent_1_belligerent_name="Russian Military",
        civilian_non_combatants_killed_min=4,
        civilian_non_combatants_killed_max=4,
        healthcare_personnel_injured_min="1",
        belligerents_killed_min=2,
    )
    assert made.grade.code is Grading.FAIR
    assert made.belligerents == ("russia",)
    assert made.event_types == ("unspecified", "drone_strike")
    assert made.strike_status == "contested_strike"
    assert made.places[0].precision == "governorate"
    assert made.places[0].name_en == "Umm al-Tuyur"
    assert {t.group for t in made.casualties} == {"civilians", "medics", "combatants"}


def test_names_with_commas_are_one(codebook: Codebook) -> None:
    told = "Heavy weapons and explosive munitions, Chemical, Biological, Radiological, Nuclear (CBRN)"
    facts = dict(line(codebook, cause=told).facts)
    assert facts["causes"] == ["S1", "S5"]
    assert facts["cause"] == told


def test_unknown_words_stay_as_they_are(codebook: Codebook) -> None:
    made = line(
        codebook, belligerents="Lighthouse Guard, Russian Military", grading="Rumour"
    )
    assert made.belligerents == ("Lighthouse Guard", "russia")
    assert made.grade.code is Grading.PROVISIONAL
    assert dict(made.facts)["grading_unknown"] == "Rumour"


def test_other_columns_are_kept_as_facts(codebook: Codebook) -> None:
    made = line(codebook, weather="rain", named_killed=3, sources="7", empty="")
    assert made.facts == (("named_killed", 3), ("sources", 7), ("weather", "rain"))


def test_lists_and_pairs_of_json_are_read(codebook: Codebook) -> None:
    made = line(
        codebook,
        belligerents=["Russian Military", "YPG"],
        strike_types=["Artillery"],
        civilians_killed=[1, None],
        children_killed=2,
        victims=[
            {"name_ar": "سليم الحصاد", "name": "Salim", "age": 9, "outcome": "injured"}
        ],
    )
    assert made.belligerents == ("russia", "sdf")
    civilians, children = count(made, "civilians"), count(made, "children")
    assert civilians is not None
    assert children is not None
    assert (civilians.low, civilians.high) == (1, None)
    assert (children.low, children.high, children.part_of) == (2, 2, "civilians")
    assert made.victims[0].names == ("سليم الحصاد", "Salim")
    assert (made.victims[0].age, made.victims[0].outcome) == (9, "injured")


@pytest.mark.parametrize(
    ("cells", "start", "end", "precision"),
    [
        ({"date": "2031-03-02"}, "2031-03-02", "2031-03-02", "day"),
        ({"date": "2031-03-02T10:00:00+03:00"}, "2031-03-02", "2031-03-02", "day"),
        ({"date": "2031-02"}, "2031-02-01", "2031-02-28", "month"),
        ({"date": "2031"}, "2031-01-01", "2031-12-31", "year"),
        (
            {"date": "2031-03-02", "date_end": "2031-03-04"},
            "2031-03-02",
            "2031-03-04",
            "days",
        ),
        ({"date": "2031-03-02", "date_end": None}, "2031-03-02", "2031-03-02", "day"),
    ],
)
def test_days_come_as_exactly_as_they_are_told(
    cells: dict[str, object], start: str, end: str, precision: str, codebook: Codebook
) -> None:
    when = line(codebook, **cells).date
    assert when is not None
    assert (str(when.start), str(when.end), str(when.precision)) == (
        start,
        end,
        precision,
    )


@pytest.mark.parametrize(
    "row",
    [
        "X1,02/03/2031,أ,35.5,36.5,village,3,5",
        "X1,2031-02-30,أ,35.5,36.5,village,3,5",
        "X1,2031-03-02,أ,north,36.5,village,3,5",
        "X1,2031-03-02,أ,nan,36.5,village,3,5",
        "X1,2031-03-02,أ,35.5,36.5,village,several,5",
        "X1,2031-03-02,أ,35.5,36.5,village,2.5,5",
        "X1,2031-03-02,أ,35.5,36.5,village,3,5,6",
        ",,,,,,3,5",
    ],
)
def test_a_bad_row_is_named_by_its_line_and_the_rest_come_in(
    row: str, codebook: Codebook
) -> None:
    good = "X2,2031-03-02,أ,35.5,36.5,village,3,5"
    bad, kept = read(f"{HEADING}\n{row}\n{good}\n", codebook)
    assert isinstance(bad, InputError)
    assert bad.where == "table:2"
    assert bad.ar
    assert bad.remedy_ar
    assert isinstance(kept, Incident)


@pytest.mark.parametrize(
    "raw", ["{", "[1]", '"x"', "{'code': 1}", '{"code": ' + "[" * 9999]
)
def test_a_line_that_is_no_object_is_named(raw: str, codebook: Codebook) -> None:
    good = '{"code": "X2"}'
    kept, bad = read(f"{good}\n{raw}\n", codebook)
    assert isinstance(kept, Incident)
    assert isinstance(bad, InputError)
    assert bad.where == "table:2"


def test_cells_with_line_ends_keep_the_count_of_lines(codebook: Codebook) -> None:
    table = f'{HEADING}\nX1,2031-03-02,"أ\nب",,,,,\nX2,never,,,,,,\n'
    bad = read(table, codebook)[1]
    assert isinstance(bad, InputError)
    assert bad.where == "table:4"


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_other_marks_part_cells_too(mark: str, codebook: Codebook) -> None:
    made = one("code,date,lat\nX1,2031-03-02,1\n".replace(",", mark), codebook)
    assert made.code == "X1"


def test_the_mark_before_a_formula_goes(codebook: Codebook) -> None:
    assert one("code,date\n'=1+1,\n", codebook).code == "=1+1"
    assert one("code,date\n'quoted,\n", codebook).code == "'quoted"


def test_windows_arabic_is_read(codebook: Codebook) -> None:
    text = "الرمز,التاريخ,المكان\nس1,2031-03-02,وادي الزعرور في ريف كفر سماق الجنوبي\n"
    (made,) = read(text.encode("cp1256"), codebook)
    assert isinstance(made, Incident)
    assert made.places[0].name.startswith("وادي الزعرور")


def test_a_column_may_be_told(codebook: Codebook) -> None:
    told = {"date": "WHEN", "people_killed_min": "DEAD", "precision": "HOW"}
    table = "code,WHEN,DEAD,HOW,lat,lon\nX1,2031-03-02,4,town,35,36\n"
    made = one(table, codebook, told)
    tally = count(made, "people")
    assert tally is not None
    assert (tally.low, tally.high) == (4, None)
    assert made.places[0].precision == "town"
    assert made.facts == ()


@pytest.mark.parametrize("told", [{"colour": "code"}, {"date": "WHEN"}])
def test_what_is_told_wrongly_is_refused(
    told: dict[str, str], codebook: Codebook
) -> None:
    with pytest.raises(OptionError) as caught:
        read("code,date\nX1,\n", codebook, told)
    assert caught.value.where == "--map"


def test_a_table_of_nothing_known_is_refused(codebook: Codebook) -> None:
    with pytest.raises(InputError, match="no column is known"):
        read("a,b\n1,2\n", codebook)


@pytest.mark.parametrize("data", [b"", b"  \n", b"PK\x03\x04rest", b"[{"])
def test_what_is_no_table_is_refused(data: bytes, codebook: Codebook) -> None:
    with pytest.raises(InputError):
        read(data, codebook)


def test_the_same_table_gives_the_same_ids(codebook: Codebook) -> None:
    table = f"{HEADING}\nX1,2031-03-02,أ,,,,,\nX1,2031-03-02,أ,,,,,\n"
    ids = [i.id for i in read(table, codebook) if isinstance(i, Incident)]
    again = [i.id for i in read(table, codebook) if isinstance(i, Incident)]
    assert ids == again
    assert len(set(ids)) == 2


def test_further_columns_of_belligerents_are_read(codebook: Codebook) -> None:
    made = line(
        codebook,
        belligerent_1_belligerent_name="Russian Military",
        belligerent_2_belligerent_name="Syrian Regime",
        belligerent_3_belligerent_name="",
    )
    assert made.belligerents == ("russia", "syrian_government")
    assert made.facts == ()


def test_an_age_in_words_sets_nothing_aside(codebook: Codebook) -> None:
    victims = [
        {"name": "Salim", "age": "8 months"},
        {"name": "Najib", "age": 9},
        "?",
        {},
    ]
    made = line(codebook, victims=victims)
    assert [v.age for v in made.victims] == [None, 9]
    assert dict(made.facts)["victim_ages"] == ["8 months"]


def test_units_of_both_scripts_are_read(codebook: Codebook) -> None:
    assert line(codebook, admin1_en="", admin1_ar="وادي").places[0].admin == ("وادي",)
    told = line(codebook, admin1_en="Wadi", admin1_ar="وادي")
    assert told.places[0].admin == ("Wadi",)


def test_a_precision_of_days_may_be_told(codebook: Codebook) -> None:
    when = line(codebook, date="2031-03-01", date_precision="month").date
    assert when is not None
    assert when.precision is DatePrecision.MONTH


@pytest.mark.parametrize(
    ("last", "precision"),
    [("2031-03-07", "week"), ("2031-03-31", "month"), ("2031-12-31", "year")],
)
def test_a_span_of_days_has_the_precision_of_its_length(
    last: str, precision: str, codebook: Codebook
) -> None:
    when = line(codebook, date="2031-03-01", date_end=last).date
    assert when is not None
    assert str(when.precision) == precision


def test_days_of_publication_are_kept_for_the_check(codebook: Codebook) -> None:
    made = line(codebook, published="2031-03-05", captured="2031-03-06T01:00:00")
    assert dict(made.facts) == {"published": "2031-03-05", "captured": "2031-03-06"}


@pytest.mark.parametrize(
    "cells",
    [
        {"date_precision": "fortnight", "date": "2031-03-01"},
        {"civilians_killed": [1, 2, 3]},
        {"civilians_killed_min": True},
        {"lat": [35]},
        {"lat": 10**400},
    ],
)
def test_cells_of_another_kind_are_named(
    cells: dict[str, object], codebook: Codebook
) -> None:
    (bad,) = read(json.dumps({"code": "X1"} | cells), codebook)
    assert isinstance(bad, InputError)
    assert bad.where == "table:1"


def test_thousands_and_arabic_figures_are_numbers(codebook: Codebook) -> None:
    made = line(codebook, civilians_killed_min="1,200", civilians_killed_max="١٣٠٠")
    tally = count(made, "civilians")
    assert tally is not None
    assert (tally.low, tally.high) == (1200, 1300)


def test_a_list_of_json_is_read(codebook: Codebook) -> None:
    bad, kept = read('["x", {"code": "X1"}]', codebook)
    assert isinstance(bad, InputError)
    assert isinstance(kept, Incident)


def test_lines_that_are_all_bad_are_all_named(codebook: Codebook) -> None:
    found = read('{"a": \n{"b": \n', codebook)
    assert [one.where for one in found if isinstance(one, InputError)] == [
        "table:1",
        "table:2",
    ]
