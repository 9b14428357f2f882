"""Claims: a value without words of its own makes none twice; all values become one."""

from dataclasses import replace

from tests.link.telling import DAY, Told, event, reading

from tawthiq.assemble.claims import claims_of
from tawthiq.model.claim import Attribute
from tawthiq.model.reading import Reading
from tawthiq.model.vocabulary import Stance


def attributes(read: Reading) -> list[str]:
    return [str(claim.attribute) for claim in claims_of(read)]


def test_a_report_that_tells_nothing_claims_nothing() -> None:
    assert claims_of(reading("أ")) == ()


def test_what_is_not_said_is_not_claimed() -> None:
    assert attributes(reading("أ", Told(at=()))) == ["event"]


def test_each_value_is_a_claim() -> None:
    told = Told(day=DAY, killed=2, by=("russia",), named=("نجيب سمعان",))
    assert attributes(reading("أ", told)) == [
        *("event", "date", "place", "perpetrator", "casualty", "victim"),
    ]


def test_ids_are_the_same_each_time_and_never_shared() -> None:
    told = Told(day=DAY, killed=2)
    read = reading("أ", told, replace(told, at="كفر مشمش"))
    ids = [claim.id for claim in claims_of(read)]
    assert len(set(ids)) == len(ids)
    assert ids == [claim.id for claim in claims_of(read)]
    assert not set(ids) & {c.id for c in claims_of(reading("ب", told))}


def test_without_a_source_the_outlet_claims() -> None:
    claim = claims_of(reading("أ", Told(), outlet="منصة السنبلة"))[0]
    assert [(c.name, c.kind) for c in claim.claimants] == [("منصة السنبلة", "media")]


def test_a_named_source_claims_in_place_of_the_outlet() -> None:
    told = Told(source=("مرصد الوادي", "monitor_ngo"))
    claim = claims_of(reading("أ", told))[0]
    assert [c.name for c in claim.claimants] == ["مرصد الوادي"]


def test_blame_keeps_its_stance() -> None:
    found = claims_of(reading("أ", Told(denied_by=("russia",), by=("turkey",))))
    blamed = [c for c in found if c.attribute is Attribute.PERPETRATOR]
    assert [(dict(c.value)["actor"], c.stance) for c in blamed] == [
        ("turkey", "alleged"),
        ("russia", "denied"),
    ]


def test_who_denies_makes_a_claim_of_its_own() -> None:
    made = event(Told(source=("مرصد الوادي", "monitor_ngo")))
    (source,) = made.attribution
    read = reading("أ")
    denial = replace(made, attribution=(replace(source, stance=Stance.DENIES),))
    found = claims_of(replace(read, events=(denial,)))
    assert [(str(c.attribute), c.stance) for c in found[:2]] == [
        ("event", "asserted"),
        ("event", "denied"),
    ]
    assert found[1].claimants[0].name == "مرصد الوادي"
    assert found[0].claimants[0].name == "منصة أ"


def test_a_part_names_the_claim_of_its_whole(arabic: Reading) -> None:
    found = {c.id: c for c in claims_of(arabic)}
    parts = [c for c in found.values() if c.part_of is not None]
    assert parts
    for part in parts:
        whole = found[part.part_of or ""]
        assert dict(whole.value)["outcome"] == dict(part.value)["outcome"]
