"""Struck things: what an attack hit; landmarks, ambulances and hospitals are not."""

import pytest
from tests.find.actor_reading import scanned, struck

from tawthiq.find.casualties.counts import find_counts
from tawthiq.find.casualties.finder import find_casualties
from tawthiq.find.places.finder import place_finder
from tawthiq.find.struck import find_struck
from tawthiq.lang.language import load_language


@pytest.mark.parametrize(
    "text",
    [
        "غارة قرب مسجد القرية",
        "قصف خلف مشفى وادي الزعرور",
        "نقل المصابون إلى مشفى وادي الزعرور",
        "أصيبت طفلة بقصف على القرية وتوفيت لاحقا في المشفى",
        "انفجار سيارة مفخخة",
        "سيارات إسعاف هرعت بعد القصف",
        "قصف أدى إلى مقتل المزارع سامر",
        "استهدفت قوات متمركزة في معسكر الزعرور القرية",
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
        ("استهدفوا بالرصاص منازل القرية", ["house"]),
        ("أطلق مجهولون النار على سيارة", ["vehicle"]),
        ("أطلقت طائرة مسيرة صاروخين على المدرسة", ["school"]),
        ("أطلقت طائرة مسيرة صاروخين قرب المسجد", []),
        ("استهداف بقذائف الهاون ورصاص القنص الأحياء السكنية", ["residential_area"]),
    ],
)
def test_what_an_attack_hit(text: str, codes: list[str]) -> None:
    assert struck(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("قصفت غرفة عمليات الفتح المبين القرية", []),
        ("استهدفت الطائرة حقل الزعرور النفطي", ["oil_facility"]),
        ("استهدفت الطائرة حقل قمح", ["farmland"]),
        ("استهدف مسلحون صهريجا لنقل الوقود", ["vehicle"]),
        ("إصابة باص نقل داخلي بعد الغارة", ["vehicle"]),
        ("سيارة نقلت الجرحى بعد القصف", []),
        ("السيارة التي قصفها الجيش في القرية", ["vehicle"]),
        ("المنزل الذي نزح إليه بعد القصف", []),
        ("استهدف الطيران المسير التركي موقعا لقسد", ["military_site"]),
        ("استهدفت الفصائل القاعدة التركية", ["military_site"]),
        ("حادث دهس بشاحنة", []),
        ("إن السوق تعرض لقصف مدفعي", ["market"]),
        ("في السوق قال شهود إن القرية تعرضت لقصف", []),
    ],
)
def test_names_and_purposes_are_told_from_things(text: str, codes: list[str]) -> None:
    assert struck(text) == codes


class NoPlaces:
    """A list of places that has none."""

    def knows(self, key: str) -> bool:  # noqa: ARG002
        """Know nothing."""
        return False

    begins = knows


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("قصف على محيط مدينة جسر الزعرور", []),
        ("قصف على حي محطة الزعرور", []),
        ("قصف على جسر في مدينة الزعرور", ["bridge"]),
    ],
)
def test_what_a_settlement_is_called_is_no_thing(text: str, codes: list[str]) -> None:
    scan = scanned(text)
    language = load_language("ar")
    scan.add(place_finder(NoPlaces())(scan, language))
    assert [h.code for h in find_struck(scan, language)] == codes


def test_damage_is_told_apart() -> None:
    hit = scanned("أدى القصف إلى احتراق مخبز").of("struck")[0]
    assert hit.values["position"] == "damaged"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("the shelling hit a school", ["school"]),
        ("two shells landed on a school", ["school"]),
        ("air strikes on the old stone market", ["market"]),
        ("the bakery was hit by shells", ["bakery"]),
        ("the wounded were taken to a hospital", []),
    ],
)
def test_english_struck_things(text: str, codes: list[str]) -> None:
    assert struck(text, lang="en") == codes


@pytest.mark.parametrize(
    "text",
    [
        "مواجهات في مخيم السدرة قتل فيها صبي برصاص الجنود",
        "اقتحام مخيم السدرة",
        "قتل رجل برصاص قناص أثناء عمله في أرضه الزراعية",
        "أصيب خمسة في الهجوم ولا يزال ثلاثة منهم في المستشفى",
        "غارات حول المطار",
        "قصف قبيل ساعات على تدشين سفارة",
        "قصفت دبابات الجيش القرية",
        "استهدف تنظيم القاعدة القرية",
    ],
)
def test_where_people_were_or_what_fired_is_not_struck(text: str) -> None:
    assert struck(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("سقطت قذيفة وسط سوق شعبي", ["market"]),
        ("غارة على قاعدة السدرة الجوية", ["military_site"]),
        ("أسفرت الغارة عن تدمير طقم ودبابة", ["vehicle"]),
        ("ضربت الغارات منشآت لحركة حماس", ["military_site"]),
        ("ضربت الغارات منشآت للحكومة السورية", ["other"]),
        ("قصف مدفعي على مخيم السدرة", ["camp"]),
    ],
)
def test_what_is_struck_by_its_surroundings(text: str, codes: list[str]) -> None:
    assert sorted(set(struck(text))) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("قتل سبعة متظاهرين برصاص الجنود", ["gathering"]),
        ("قتل متظاهر برصاص الجنود", []),
        ("قتل سبعة متظاهرين في انفجار", []),
    ],
)
def test_many_who_are_shot_had_gathered(text: str, codes: list[str]) -> None:
    language = load_language("ar")
    scan = scanned(text)
    for finder in (find_counts, find_casualties):
        scan.add(finder(scan, language))
    assert [h.code for h in find_struck(scan, language)] == codes
