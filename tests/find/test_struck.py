"""Struck things: what an attack hit; landmarks, ambulances and hospitals are not."""

import pytest
from tests.find.actor_reading import scanned, struck


@pytest.mark.parametrize(
    "text",
    [
        "غارة قرب مسجد القرية",
        "قصف خلف مشفى وادي الزعرور",
        "نقل المصابون إلى مشفى وادي الزعرور",
        "انفجار سيارة مفخخة",
        "سيارات إسعاف هرعت بعد القصف",
        "افتتح الوزير مدرسة جديدة",
        "غارة على طريق القرية",
        "قصف الطيران سيارة على طريق القرية",
    ],
)
def test_what_only_says_where_or_helps_is_not_struck(text: str) -> None:
    assert set(struck(text)) <= {"vehicle"}
    assert "ambulance" not in struck(text)


def test_a_way_is_struck_where_it_was_aimed_at() -> None:
    assert struck("استهدفت الغارة طريقا ترابيا") == ["road"]
    assert struck("غارة على طريق القرية") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("قصف سوق شعبي في القرية", ["market"]),
        ("استهدفت الطائرات، مساء أمس، الأحياء السكنية", ["residential_area"]),
        ("غارات على مدرسة ومخبز", ["school", "bakery"]),
        ("سقوط قذيفة على منزل", ["house"]),
        ("انفجار عبوة ناسفة في حافلة", ["vehicle"]),
        ("أدى القصف إلى دمار منزلين", ["house"]),
        ("تعرضت سيارة مدنية لقصف مدفعي", ["vehicle"]),
        ("ضربة استهدفت آلية مفخخة", ["vehicle"]),
        ("استهداف مواقع لداعش", ["military_site"]),
    ],
)
def test_what_an_attack_hit(text: str, codes: list[str]) -> None:
    assert struck(text) == codes


def test_damage_is_told_apart() -> None:
    hit = scanned("أدى القصف إلى احتراق مخبز").of("struck")[0]
    assert hit.values["position"] == "damaged"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("the shelling hit a school", ["school"]),
        ("air strikes on the old stone market", ["market"]),
        ("the bakery was hit by shells", ["bakery"]),
        ("the wounded were taken to a hospital", []),
    ],
)
def test_english_struck_things(text: str, codes: list[str]) -> None:
    assert struck(text, lang="en") == codes
