"""Attacks: the words that anchor events, and those that only look like them."""

from itertools import pairwise

import pytest

from tawthiq.find.attacks import find_attacks
from tawthiq.find.casualties.counts import find_counts
from tawthiq.find.dates.finder import find_dates
from tawthiq.find.numbers import find_numbers
from tawthiq.lang.language import load_language
from tawthiq.lang.lexicon import Hit
from tawthiq.model.report import Segment


def attacks(text: str, language: str = "ar") -> list[Hit]:
    pack = load_language(language)
    segment = Segment(start=0, end=len(text), kind="sentence", order=0, paragraph=0)
    return find_attacks(pack.scan(text, segment), pack)


def quotes(text: str, language: str = "ar") -> list[tuple[str, str]]:
    return [(text[h.start : h.end], h.code) for h in attacks(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "عقد الوفد اجتماعا في المدينة",
        "سقطت أمطار غزيرة على الوادي",
        "أجرى الطبيب عملية ناجحة للمريض",
        "ألقى المدير كلمة في الحفل",
        "حملة توعية بمخاطر الألغام في المدارس",
        "نفذ الجيش مناورات وتدريبات في البادية",
        "قضت محكمة في العاصمة، الخميس، بإعدام 17 شخصا",
        "اقترح الوفد وقفا يوميا لإطلاق النار في الوادي",
    ],
)
def test_words_without_an_attack_give_none(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    "text",
    ["احتمال قصف المدينة", "وقف إطلاق النار", "هدنة تمنع القصف ووقف إطلاق النار"],
)
def test_an_attack_that_is_not_real_anchors_nothing(text: str) -> None:
    assert all(code != "shooting" for _, code in quotes(text))


@pytest.mark.parametrize(
    ("text", "quote", "code"),
    [
        ("شنت الطائرات غارة على القرية", "غارة", "air_strike"),
        ("انفجار لغم أرضي في البستان", "انفجار لغم أرضي", "mine_or_uxo"),
        ("جراء سقوط ست قذائف على المخيم", "سقوط ست قذائف", "shelling"),
        ("انفجرت عبوة ناسفة بدورية", "انفجرت عبوة ناسفة", "explosive_device"),
        ("اشتباكات عنيفة قرب القرية", "اشتباكات عنيفة", "clash"),
    ],
)
def test_an_attack_is_read_with_its_type(text: str, quote: str, code: str) -> None:
    assert (quote, code) in quotes(text)


def test_the_longest_reading_of_a_place_stays() -> None:
    found = attacks("قصف مدفعي وصاروخي استهدف القرية")
    assert len({h.first for h in found}) == len(found)
    assert all(a.last <= b.first for a, b in pairwise(found))


def test_the_article_is_noted_because_it_points_back() -> None:
    (bare,) = [h for h in attacks("قصف على القرية") if h.code == "bombardment"]
    (definite,) = [h for h in attacks("القصف على القرية") if h.code == "bombardment"]
    assert not bare.values["definite"]
    assert definite.values["definite"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("An air strike hit the village.", "air_strike"),
        ("Shelling of the town went on.", "shelling"),
        ("Gunmen kidnapped a doctor.", "abduction_detention"),
    ],
)
def test_english_attacks_are_read(text: str, code: str) -> None:
    assert code in {c for _, c in quotes(text, "en")}


def test_dawn_of_a_day_blows_nothing_up() -> None:
    def codes(text: str) -> list[str]:
        pack = load_language("ar")
        segment = Segment(start=0, end=len(text), kind="sentence", order=0, paragraph=0)
        scan = pack.scan(text, segment)
        for finder in (find_numbers, find_counts, find_dates):
            scan.add(finder(scan, pack))
        return [hit.code for hit in find_attacks(scan, pack)]

    dawn = "طائرة مسيّرة استهدفت فجر اليوم سيارة مدنية على طريق الوادي"
    assert codes(dawn) == ["targeting"]
    assert codes("فجر مسلحون منزل عائلة في القرية") == ["explosive_device"]


@pytest.mark.parametrize(
    "text",
    [
        "استعدادات القوات للضربة المرتقبة على الميناء",
        "في ظل تهديدات الوزير بشن هجوم على الميناء",
        "لوحت الحكومة بتوجيه ضربة عسكرية إلى الميناء",
    ],
)
def test_an_attack_that_is_awaited_or_threatened_anchors_nothing(text: str) -> None:
    assert quotes(text) == []


def test_an_attack_beside_a_threat_of_others_anchors() -> None:
    text = "قصفت الطائرات القرية بعد تهديدات استمرت أياما بإغلاق الطريق المؤدي إليها"
    assert [code for _, code in quotes(text)] == ["air_strike"]


def test_the_article_within_a_phrase_points_back() -> None:
    definite = [h.values["definite"] for h in attacks("وشنت الغارة مقاتلات")]
    assert definite == [True]
    assert [h.values["definite"] for h in attacks("شنت غارة")] == [False]
    assert [h.values["definite"] for h in attacks("إطلاق الرصاص")] == [False]
