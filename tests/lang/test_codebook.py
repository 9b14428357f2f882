"""The codebook: whole in both languages, and strict about its own faults."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import pytest

from tawthiq.errors import PackError
from tawthiq.lang.codebook import BASE_COLUMNS, Codebook, Equivalent, load_codebook
from tawthiq.model import vocabulary

HEADER = ",".join(BASE_COLUMNS)
GOOD = "canal,قناة,Canal,مجرى ماء,A course of water,,,,"
ACLED = {
    "Air/drone strike",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Suicide bomb",
    "Grenade",
    "Chemical weapon",
    "Attack",
    "Abduction/forced disappearance",
    "Sexual violence",
    "Excessive force against protesters",
    "Arrests",
    "Looting/property destruction",
    "Armed clash",
    "Other",
    "Explosions/Remote violence",
}
# The codes that the annotation of reports uses; a code that falls out breaks gold.
CODES = {
    "event_types": (
        "air_strike drone_strike shelling naval_bombardment explosive_device"
        " suicide_attack mine_or_uxo shooting clash raid execution"
        " abduction_detention custody_death siege_deprivation property_destruction"
        " sexual_violence chemical_attack other unspecified"
    ),
    "actors": (
        "syrian_government russia us_led_coalition united_states turkey"
        " syrian_national_army opposition_factions sdf isis hts al_qaeda iran"
        " iran_backed_militias hezbollah israel jordan saudi_led_coalition houthis"
        " yemeni_government southern_forces iraqi_government pmf peshmerga pkk hamas"
        " palestinian_factions saf rsf lna gna egypt tribal_fighters unidentified"
        " other"
    ),
    "weapons": (
        "artillery_shell mortar tank_shell rocket missile aerial_bomb barrel_bomb"
        " cluster_munition white_phosphorus incendiary chemical drone aircraft"
        " helicopter ied car_bomb suicide_device landmine uxo small_arms sniper"
        " grenade heavy_machine_gun blade other"
    ),
    "struck": (
        "house residential_area market school hospital ambulance mosque church camp"
        " vehicle farmland shop factory bakery water power oil_facility bridge road"
        " government_building military_site checkpoint police media_office aid_convoy"
        " civil_defence livestock gathering ship airport other"
    ),
    "outcomes": "killed injured missing detained abducted displaced",
    "groups": (
        "people civilians children women men elderly combatants medics journalists"
        " rescuers"
    ),
    "source_kinds": (
        "official military monitor_ngo civil_defence medical activist journalist media"
        " witness relative local_source un armed_group unnamed other"
    ),
    "channels": "phone social statement interview video",
}
ENUMS: Mapping[str, type[StrEnum]] = {
    "wordings": vocabulary.Wording,
    "event_kinds": vocabulary.EventKind,
    "event_stances": vocabulary.EventStance,
    "perpetrator_stances": vocabulary.Blame,
    "stances": vocabulary.Stance,
    "place_roles": vocabulary.PlaceRole,
    "place_states": vocabulary.PlaceState,
    "date_precisions": vocabulary.DatePrecision,
    "date_bases": vocabulary.DateBasis,
    "published_bases": vocabulary.PublishedBasis,
}


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def book(folder: Path, sheet: str, *, columns: str = "") -> Path:
    """Write a codebook of one sheet."""
    listing = f'version: "9"\ntables:\n  things: "{columns}"\n'
    (folder / "codebook.yml").write_text(listing, encoding="utf-8")
    (folder / "things.csv").write_text(sheet, encoding="utf-8")
    return folder


@pytest.mark.parametrize("table", CODES)
def test_every_code_of_the_annotation_is_there(codebook: Codebook, table: str) -> None:
    assert codebook.tables[table].codes == tuple(CODES[table].split())


@pytest.mark.parametrize("table", ENUMS)
def test_what_code_branches_on_has_labels(codebook: Codebook, table: str) -> None:
    assert set(codebook.tables[table].codes) == {str(v) for v in ENUMS[table]}


def test_labels_differ_by_language_and_within_a_table(codebook: Codebook) -> None:
    for name, table in codebook.tables.items():
        for language in ("ar", "en"):
            labels = [codebook.label(name, code, language) for code in table.codes]
            assert len(labels) == len(set(labels)), (name, language)
        for entry in table.entries.values():
            assert not entry.label_ar.isascii()
            assert entry.label_en.isascii()
            assert not entry.definition_ar.isascii()


def test_mappings_name_only_values_of_the_target_systems(codebook: Codebook) -> None:
    causes = set(codebook.tables["sdg_causes"].codes)
    for name in ("event_types", "weapons"):
        for entry in codebook.tables[name].entries.values():
            assert {e.value for e in entry.equivalents("acled")} <= ACLED
            assert {e.value for e in entry.equivalents("sdg16")} <= causes


def test_a_conditional_counterpart_keeps_its_condition(codebook: Codebook) -> None:
    missile = codebook.entry("weapons", "missile")
    assert missile.equivalents("airwars") == (
        Equivalent(value="Airstrike", when=""),
        Equivalent(value="Artillery", when="from the ground"),
    )
    assert codebook.entry("struck", "bridge").equivalents("airwars") == ()


def test_the_ladder_widens_step_by_step(codebook: Codebook) -> None:
    steps = codebook.tables["place_precisions"].entries.values()
    radii = [int(step.more["radius_m"]) for step in steps]
    assert radii == sorted(radii)
    assert [int(step.more["rank"]) for step in steps] == list(range(1, len(radii) + 1))


def test_an_unknown_code_has_no_label(codebook: Codebook) -> None:
    with pytest.raises(KeyError):
        codebook.label("weapons", "catapult", "ar")


def test_a_mark_at_the_start_of_the_file_is_no_part_of_it(tmp_path: Path) -> None:
    folder = book(tmp_path, f"\ufeff{HEADER}\n{GOOD}\n")
    loaded = load_codebook(folder)
    assert loaded.label("things", "canal", "en") == "Canal"
    assert loaded.version == "9"


def test_all_faults_are_told_at_once_in_both_languages(tmp_path: Path) -> None:
    rows = [GOOD, GOOD, "dike,,Dike,سد,A dam,,,,", "weir,هدار"]
    folder = book(tmp_path, "\n".join([HEADER, *rows]))
    (folder / "strays.csv").write_text(HEADER, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_codebook(folder)
    english = caught.value.message("en")
    assert "things.csv:3: the code stands already on line 2 «canal»" in english
    assert "things.csv:4: label_ar is empty «dike»" in english
    assert "things.csv:5: the line has 2 cells instead of 9" in english
    assert "strays.csv: codebook.yml does not name this file" in english
    arabic = caught.value.message("ar")
    assert arabic.count("\n") == english.count("\n") == 3
    assert "الرمز مذكور من قبل في السطر 2" in arabic


@pytest.mark.parametrize("cells", ["مصارف,,,", ",drains,,", ",,خنادق,", ",,,trenches"])
def test_what_belongs_under_a_code_is_said_in_both_languages(
    tmp_path: Path, cells: str
) -> None:
    row = f"canal,قناة,Canal,مجرى ماء,A course of water,{cells}"
    with pytest.raises(PackError, match=r"things\.csv:2: (in|ex)cludes(_ar)? is empty"):
        load_codebook(book(tmp_path, f"{HEADER}\n{row}\n"))


def test_a_code_tells_its_meaning_in_the_language_asked(codebook: Codebook) -> None:
    shelling = codebook.entry("event_types", "shelling")
    for language, said in (("ar", "الهاون"), ("en", "mortar")):
        definition, includes, excludes = shelling.meaning(language)
        assert definition == getattr(
            shelling, "definition_ar" if language == "ar" else "definition"
        )
        assert said in includes
        assert "«قصف»" in excludes


def test_a_line_number_counts_lines_and_not_rows(tmp_path: Path) -> None:
    spread = 'canal,قناة,Canal,"مجرى\nماء",A course of water,,,,'
    folder = book(
        tmp_path, f"{HEADER}\n\n{spread}\n,,,,,,,,\nlock,هويس,,باب,A gate,,,,\n"
    )
    with pytest.raises(PackError, match=r"things\.csv:6: label_en is empty «lock»"):
        load_codebook(folder)


@pytest.mark.parametrize(
    ("sheet", "complaint"),
    [
        ("code,label_ar\n", r"things\.csv:1: the header is wrong"),
        ("", r"things\.csv:1: the header is wrong"),
        (f"{HEADER},acled\n{GOOD},a [b\n", "mapping in acled cannot be read"),
    ],
)
def test_a_wrong_shape_is_refused(tmp_path: Path, sheet: str, complaint: str) -> None:
    columns = "acled" if "acled" in sheet else ""
    with pytest.raises(PackError, match=complaint):
        load_codebook(book(tmp_path, sheet, columns=columns))


def test_a_missing_or_mangled_file_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    folder = book(tmp_path, "")
    (folder / "things.csv").write_bytes("رمز".encode("cp1256"))
    with pytest.raises(PackError, match="the file is not UTF-8"):
        load_codebook(folder)
    (folder / "things.csv").unlink()
    with pytest.raises(PackError, match="the file is missing"):
        load_codebook(folder)


@pytest.mark.parametrize("listing", ["", "version: 1", "tables: [", "- a"])
def test_a_list_that_cannot_be_read_says_what_it_needs(
    tmp_path: Path, listing: str
) -> None:
    (tmp_path / "codebook.yml").write_text(listing, encoding="utf-8")
    with pytest.raises(PackError, match="needs version"):
        load_codebook(tmp_path)
