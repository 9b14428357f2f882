"""What a profile withholds stands in no byte that leaves."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.publish.conftest import SECRETS, TODAY, let_out

from tawthiq.errors import OptionError
from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident
from tawthiq.model.publication import ExportFile, Material, Publication
from tawthiq.publish.coarsening import cell_middle
from tawthiq.publish.formats import Format, export
from tawthiq.publish.profiles import profile_of
from tawthiq.publish.redaction import publication_of


def opened(files: tuple[ExportFile, ...]) -> Iterator[bytes]:
    """Give every file, archives taken apart: what is packed could hide a name."""
    for file in files:
        yield file.name.encode()
        if file.data[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
                yield from (archive.read(name) for name in archive.namelist())
        else:
            yield file.data


@pytest.mark.parametrize("form", list(Format))
def test_no_secret_stands_in_a_public_export(
    form: Format, public: Publication, codebook: Codebook
) -> None:
    for data in opened(export(public, form, codebook)):
        for secret in SECRETS:
            assert secret.encode() not in data, secret
            escaped = secret.encode("unicode_escape")
            assert escaped not in data, secret


@pytest.mark.parametrize("secret", ["الكناري", "35.98713", "شبكة السنبلة"])
def test_the_canary_sings_where_the_profile_is_internal(
    secret: str, internal: Publication, codebook: Codebook
) -> None:
    """Else the test above would pass of an export that is empty."""
    files = export(internal, Format.DATAPACKAGE, codebook)
    assert any(secret.encode() in file.data for file in files)


def test_memorial_shows_names_and_no_sources(
    material: Material, codebook: Codebook
) -> None:
    told = let_out(material, codebook, "memorial")
    assert told.incidents[0].victims[0].name == material.incidents[0].victims[0].name
    assert all(report.url is None for report in told.reports)


def test_partners_see_outlets_and_no_names(
    material: Material, codebook: Codebook
) -> None:
    told = let_out(material, codebook, "partner")
    assert told.reports[0].outlet == "شبكة السنبلة"
    assert all(not v.name and not v.names for v in told.incidents[0].victims)
    assert not any("الكناري" in str(v) for v in told.incidents)


def test_a_child_stays_a_child_without_its_age(public: Publication) -> None:
    child, woman = public.incidents[0].victims
    assert (child.age, child.age_group, child.sex) == (None, "child", "male")
    assert (woman.age, woman.age_group) == (None, "adult")


def test_tallies_grade_and_type_stay(public: Publication, incident: Incident) -> None:
    told = public.incidents[0]
    assert told.casualties == incident.casualties
    assert told.grade.code == incident.grade.code
    assert [r.rule for r in told.grade.reasons] == ["rivals"]
    assert told.event_types == incident.event_types


def test_a_code_that_tells_the_place_goes_with_it(public: Publication) -> None:
    told = public.incidents[0]
    assert told.code == told.id
    assert told.aliases == ()


def test_a_code_of_a_table_stays(material: Material, codebook: Codebook) -> None:
    own = replace(material.incidents[0], code="RS123", aliases=("R12",))
    told = let_out(replace(material, incidents=(own,)), codebook, "public")
    assert (told.incidents[0].code, told.incidents[0].aliases) == ("RS123", ("R12",))


def test_a_village_keeps_its_name_in_its_cell(
    material: Material, codebook: Codebook
) -> None:
    own = material.incidents[0]
    village = replace(own.places[0], precision="village", name="أم الطيور")
    told = let_out(
        replace(material, incidents=(replace(own, places=(village,)),)),
        codebook,
        "public",
    )
    place = told.incidents[0].places[0]
    assert place.name == "أم الطيور"
    assert (place.lat, place.lon) == (35.95, 36.45)
    assert place.radius_m is not None
    assert place.radius_m > 7_000


@pytest.mark.parametrize("inside", [35.9, 35.95, 35.987, 35.9999])
def test_every_point_of_a_cell_goes_to_one_middle(inside: float) -> None:
    assert cell_middle(inside, 0.1) == 35.95


def test_cells_south_and_west_are_as_wide() -> None:
    assert cell_middle(-0.01, 0.1) == -0.05
    assert cell_middle(0.01, 0.1) == 0.05


@pytest.mark.parametrize(("last", "kept"), [(2, 1), (3, 0)])
def test_the_delay_counts_from_the_last_day(
    last: int, kept: int, material: Material, codebook: Codebook
) -> None:
    own = material.incidents[0]
    assert own.date is not None
    late = replace(own, date=replace(own.date, end=date(2031, 5, last)))
    told = publication_of(
        replace(material, incidents=(late,)),
        profile_of(codebook),
        codebook,
        as_of=TODAY,
    )
    assert len(told.incidents) == kept
    assert told.about.withheld == 1 - kept


def test_without_a_day_nobody_knows_whether_the_delay_has_passed(
    material: Material, codebook: Codebook
) -> None:
    own = replace(material.incidents[0], date=None)
    dateless = replace(material, incidents=(own,))
    assert let_out(dateless, codebook, "public").incidents == ()
    assert len(let_out(dateless, codebook, "internal").incidents) == 1


def test_what_belongs_to_a_withheld_incident_stays_too(
    material: Material, codebook: Codebook
) -> None:
    told = publication_of(
        material, profile_of(codebook), codebook, as_of=date(2031, 3, 4)
    )
    assert (told.incidents, told.reports, told.claims) == ((), (), ())


def test_a_claim_on_another_incident_of_one_report_stays(
    material: Material, codebook: Codebook
) -> None:
    """A report may tell of an incident that is too young to be let out."""
    (own,) = material.incidents
    assert own.date is not None
    young = replace(
        own,
        id="incident-8",
        members=("report-one#e2",),
        casualties=(),
        victims=(),
        date=replace(own.date, end=date(2031, 5, 30)),
    )
    other = replace(material.claims[0], id="claim-9", event_id="e2")
    told = let_out(
        replace(
            material,
            incidents=(own, young),
            claims=(*material.claims, other),
        ),
        codebook,
        "public",
    )
    assert [i.id for i in told.incidents] == [own.id]
    assert "claim-9" not in {claim.id for claim in told.claims}
    assert "claim-1" in {claim.id for claim in told.claims}


def test_the_internal_profile_takes_nothing_away(
    internal: Publication, material: Material
) -> None:
    assert internal.incidents == material.incidents
    assert internal.reports == material.reports


def test_an_unknown_profile_is_refused(codebook: Codebook) -> None:
    with pytest.raises(OptionError, match="no publication profile"):
        profile_of(codebook, "everybody")


@pytest.mark.parametrize("form", list(Format))
def test_the_same_material_gives_the_same_bytes(
    form: Format, material: Material, codebook: Codebook
) -> None:
    turned = replace(
        material,
        incidents=tuple(reversed((*material.incidents, *_more(material)))),
    )
    straight = replace(
        material, incidents=(*_more(material)[::-1], *material.incidents)
    )
    one = export(let_out(turned, codebook, "public"), form, codebook)
    two = export(let_out(straight, codebook, "public"), form, codebook)
    assert one == two


def _more(material: Material) -> tuple[Incident, ...]:
    own = material.incidents[0]
    return tuple(replace(own, id=f"incident-{n}", code=f"X{n}") for n in (8, 9))


def test_words_that_are_no_codes_do_not_leave(
    material: Material, codebook: Codebook
) -> None:
    own = material.incidents[0]
    written = replace(
        own,
        belligerents=("russia", "الكناري"),
        weapons=("الكناري",),
        strike_status="الكناري",
        casualties=(*own.casualties, replace(own.casualties[0], group="الكناري")),
        victims=(replace(own.victims[0], sex="الكناري", age_group="الكناري"),),
    )
    told = let_out(replace(material, incidents=(written,)), codebook, "public")
    (out,) = told.incidents
    assert "الكناري" not in repr(out)
    assert out.belligerents == ("russia", "other")
    assert (out.weapons, out.strike_status) == (("other",), None)
    assert out.victims[0].age_group == "child"


def test_claims_of_reports_that_nobody_cites_are_masked(
    material: Material, codebook: Codebook
) -> None:
    own = replace(
        material.incidents[0],
        reports=(),
        copies=(),
        victims=(),
        responsibility=(),
        places=(),
    )
    told = let_out(replace(material, incidents=(own,), reports=()), codebook, "public")
    assert told.claims
    assert {claim.report_id for claim in told.claims} == {""}
