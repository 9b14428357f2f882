"""Tables in forms of the field: GeoJSON, and sheets with a row of HXL tags."""

import json

import pytest
from tests.read.test_incident_tables import codebook, count, one, read

from tawthiq.errors import InputError
from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident

__all__ = ["codebook"]

POINT = {"type": "Point", "coordinates": [36.5, 35.5]}
TOLD = {"code": "X1", "date_from": "2031-03-02", "place_ar": "أم الطيور", "reports": 2}


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features}, indent=1)


def feature(geometry: object = POINT, **more: object) -> dict[str, object]:
    return {"type": "Feature", "geometry": geometry, "properties": TOLD | more}


def test_a_feature_becomes_an_incident(codebook: Codebook) -> None:
    told = [{"outcome": "killed", "group": "civilians", "low": 3, "high": None}]
    made = one(collection(feature(casualties=told, weapons=["mortar"])), codebook)
    assert (made.code, made.weapons, made.reports) == ("X1", ("mortar",), ())
    (place,) = made.places
    assert (place.lat, place.lon) == (35.5, 36.5)
    tally = count(made, "civilians")
    assert tally is not None
    assert (tally.low, tally.high) == (3, None)


@pytest.mark.parametrize(
    "geometry",
    [None, "x", {"type": "Point", "coordinates": 3}, {"type": "Polygon"}],
)
def test_without_a_point_none_is_made_up(codebook: Codebook, geometry: object) -> None:
    (place,) = one(collection(feature(geometry)), codebook).places
    assert (place.lat, place.lon) == (None, None)


def test_what_is_no_feature_is_set_aside_and_the_rest_goes_on(
    codebook: Codebook,
) -> None:
    bad, good = read(collection(7, feature()), codebook)
    assert isinstance(bad, InputError)
    assert isinstance(good, Incident)


@pytest.mark.parametrize(
    "text", ['{"type": "FeatureCollection"}', '{"FeatureCollection"']
)
def test_no_features_is_told_with_a_remedy(codebook: Codebook, text: str) -> None:
    with pytest.raises(InputError) as told:
        read(text, codebook)
    assert "CSV" in told.value.message("en")


def test_a_row_of_tags_tells_nothing_and_the_rest_is_read(codebook: Codebook) -> None:
    sheet = (
        "code,date_from,place_ar,event_type,adm1_ar,killed_min,killed_max,sources\n"
        "#event+code,#date+occurred+start,#loc+name+ar,#event+type,#adm1+name+ar,"
        "#affected+killed+min,#affected+killed+max,#meta+source\n"
        "X1,2031-03-02,أم الطيور,shelling,السنديان,3,5,شبكة السنبلة\n"
    )
    made = one(sheet, codebook)
    assert (made.code, made.event_types) == ("X1", ("shelling",))
    assert made.places[0].admin == ("السنديان",)
    tally = count(made, "people")
    assert tally is not None
    assert (tally.low, tally.high) == (3, 5)
    assert dict(made.facts)["sources"] == "شبكة السنبلة"


def test_a_row_of_one_sign_is_no_row_of_tags(codebook: Codebook) -> None:
    assert one("code,place_ar\n#12,#أم الطيور\n", codebook).code == "#12"
