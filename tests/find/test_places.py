"""Places: what is none, how far a name goes, its role, and what is said of it.

The villages, towns and facilities here exist nowhere; countries and the capitals of
governorates are those of the packs.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawthiq.find.places.finder import place_finder
from tawthiq.lang.language import load_language
from tawthiq.lang.lexicon import Hit
from tawthiq.model.report import Segment
from tawthiq.workflow.reading import HARM

KNOWN = frozenset(
    {
        "بيت الزعرور", "تل السمسم", "عين القطا", "زيتونه", "كفر خزامي", "وادي الحور",
        "متن", "صدر", "سبيل", "beit al zarour", "kafr khuzama", "zaytouna",
    }
)  # fmt: skip
GOLD = Path(__file__).resolve().parents[3] / "shared/bench/gold"


class Places:
    """A list of places that exist nowhere, and some words of everyday among them."""

    def knows(self, key: str) -> bool:
        """Say whether the list has the name."""
        return key in KNOWN

    def begins(self, key: str) -> bool:
        """Say whether a name of more words begins with these."""
        return any(name.startswith(f"{key} ") for name in KNOWN)


FIND = place_finder(Places())


def places(text: str, language: str = "ar") -> list[Hit]:
    pack = load_language(language)
    segment = Segment(start=0, end=len(text), kind="sentence", order=0, paragraph=0)
    return FIND(pack.scan(text, segment), pack)


def told(text: str, language: str = "ar") -> list[tuple[object, ...]]:
    return [
        (text[h.start : h.end], h.values["role"], h.values["relation"])
        for h in places(text, language)
    ]


def quotes(text: str, language: str = "ar") -> list[str]:
    return [text[h.start : h.end] for h in places(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "أطلق الحرس النار على متن قارب",
        "أصيب برصاصة في الصدر",
        "نزل الأهالي إلى القرية",
        "قصف على منطقة سكنية",
        "ذكر مرصد حلب أن القصف مستمر",
        "في سبيل الوطن",
        "نشر الخبر على موقع إلكتروني",
        "طريق العودة طويل",
        "بعد قصف روسيا",
        "القوات التابعة لروسيا",
        "استهدف سبيلاً",
        "وباكرا صباح الاثنين",
        "في شعاب الوادي",
        "رفع المصرف حدود السحب اليومي",
        "وبحسب مصادر محلية، زيتونة طيبة",
        "قصف على دير قديم",
        "استهدف خانا قديما",
        "جاء إلى دير",
        "أحرق مسلحون حقول زيتون",
    ],
)
def test_common_words_and_parts_of_names_are_no_places(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Nakhil Observatory said so",
        "He was taken by force on Monday",
        "it hit the market in the morning",
    ],
)
def test_english_without_a_place_gives_none(text: str) -> None:
    assert quotes(text, "en") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("قصف مدفعي على قرية النخيلات", "قرية النخيلات"),
        ("قصف مدفعي على قرية النخيلات اليوم الأحد", "قرية النخيلات"),
        ("في بلدة “غدير الورد”", "بلدة “غدير الورد"),
        ("استهداف سيارة في مدينة #تل_السمسم", "مدينة #تل_السمسم"),
        ("غارة على أطراف قرية النخيلات", "أطراف قرية النخيلات"),
        ("انفجار بالقرب من بلدة الزنابق", "بلدة الزنابق"),
        ("مقتل راع شمال غرب قرية النخيلات", "شمال غرب قرية النخيلات"),
        ("قصف على قرية أم الورد", "قرية أم الورد"),
        ("قصف استهدف قرية النخيلات الشرقية", "قرية النخيلات الشرقية"),
        ("غارات على مسجد قوات الدرك", "مسجد قوات الدرك"),
        ("استهدفت غارة المشفى الوطني", "المشفى الوطني"),
        ("على طريق الزنابق – النخيلات", "طريق الزنابق – النخيلات"),  # noqa: RUF001
        ("أصيب طفل بزيتونة", "زيتونة"),
        ("قصف على قرية الوادي الأخضر", "قرية الوادي الأخضر"),
        ("قصف على مديرية زهر الربوات", "مديرية زهر الربوات"),
        ("تفجير كنيسة مار زعرور", "كنيسة مار زعرور"),
    ],
)
def test_a_name_goes_no_further_than_it_should(text: str, quote: str) -> None:
    assert quotes(text) == [quote]


def test_a_list_after_a_plural_head_noun_is_read_whole() -> None:
    text = "قصف على قرى: النخيلات، والزنابق، وأم الورد مساء"
    assert [h.values["name"] for h in places(text)] == [
        "النخيلات",
        "الزنابق",
        "أم الورد",
    ]


def test_known_names_are_listed_by_dashes_but_no_dateline_is() -> None:
    text = "قصف مدفعي: زيتونة - كفر خزامى - تل السمسم"
    assert quotes(text) == ["زيتونة", "كفر خزامى", "تل السمسم"]
    assert quotes("زيتونة - كفر خزامى") == ["زيتونة"]
    assert quotes("قصف على زيتونة - مراسلنا") == ["زيتونة"]


def test_a_side_of_a_town_is_in_it_and_no_home() -> None:
    text = "قصف استهدف الجهة الجنوبية من بلدة النخيلات"
    assert told(text) == [("بلدة النخيلات", "at", "in")]


def test_a_comma_ends_what_was_said_by_the_way() -> None:
    text = "استهدفت الفصائل، المدعومة من تركيا، جسر النخيلات"
    assert told(text)[-1] == ("جسر النخيلات", "at", "bare")


def test_known_names_are_listed_after_words_that_introduce_them() -> None:
    text = "غارات على بلدات عدة منها زيتونة وكفر خزامى"
    assert quotes(text) == ["زيتونة", "كفر خزامى"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("في قرية النخيلات بريف حلب الشرقي", ["at", "admin"]),
        ("في مدينة الزنابق شرقي حلب", ["at", "admin"]),
        ("في حي البستان بمدينة الزنابق", ["at", "at"]),
        ("في قرية النخيلات بناحية الورد في سوريا", ["at", "admin", "admin"]),
        ("قرب قرية النخيلات", ["near"]),
        ("في محافظة ديالى", ["admin"]),
        ("قصف على الغوطة الشرقية", ["area"]),
        ("عند الحدود السورية العراقية", ["near"]),
        ("قصف على قرية النخيلات في زيتونة", ["at", "admin"]),
        ("استهدف كنيسة النخيلات في منطقة السدرات", ["at", "at"]),
        ("قصف على قرية النخيلات في منطقة السدرات", ["at", "admin"]),
    ],
)
def test_roles_follow_the_words(text: str, roles: list[str]) -> None:
    assert [h.values["role"] for h in places(text)] == roles


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("قصف على قرية النخيلات", "struck"),
        ("استهدفت مسيرة قرية النخيلات", "bare"),
        ("استهدفت قرية النخيلات", "struck"),
        ("مجزرة زيتونة", "struck"),
        ("قتل رجل في قرية النخيلات", "in"),
        ("انطلاقا من قرية النخيلات", "from"),
        ("مصدره حواجز النظام في قرية النخيلات", "from"),
        ("مصدره مجهول. قتل رجل في قرية النخيلات", "in"),
        ("القتيل من أبناء قرية النخيلات", "origin"),
        ("وينحدر من قرية النخيلات", "origin"),
        ("خطف ثلاثة شبان من قرية النخيلات", "in"),
        ("اعتقلت قوات الأمن شخصا يدعى سامر الدراق من قرية النخيلات", "in"),
        ("اعتقلت الشرطة في الحقل الشاب سامر الدراق من قرية النخيلات", "from"),
        ("قتل ثلاثة شبان من قرية النخيلات", "origin"),
        ("نقل الجرحى إلى مشفى النخيلات", "transfer"),
        ("قال ناشط في قرية النخيلات", "speaker"),
        ("تحدث أهالي قرية النخيلات", "residents"),
        ("سيطرت الفصائل على قرية النخيلات", "struck"),
        ("استعادة السيطرة على قرية النخيلات", "held"),
        ("بغداد - انفجرت عبوة", "dateline"),
    ],
)
def test_the_relation_tells_the_place_struck_from_others(
    text: str, relation: str
) -> None:
    assert [h.values["relation"] for h in places(text)] == [relation]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shell hit the village of Nakhilat", ("village of Nakhilat", "at")),
        ("in Nakhilat town on Monday", ("Nakhilat town", "at")),
        ("near al-Nakhilat village", ("al-Nakhilat village", "near")),
        ("in Aleppo province", ("Aleppo province", "admin")),
        ("in northern Syria", ("northern Syria", "area")),
        ("killed in Kafr Khuzama", ("Kafr Khuzama", "at")),
        ("bombed the al-Ward neighborhood", ("al-Ward neighborhood", "at")),
    ],
)
def test_english_reads_head_nouns_on_either_side(
    text: str, expected: tuple[str, str]
) -> None:
    assert [t[:2] for t in told(text, "en")] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells hit Zaytouna and the army left the villages", ["Zaytouna"]),
        (
            "Shells hit Zaytouna, Qelmak and Orduz Bey villages",
            ["Zaytouna", "Qelmak", "Orduz Bey"],
        ),
        (
            "shelling in the villages of Dremuk, Qelmak and Orduz",
            ["villages of Dremuk", "Qelmak", "Orduz"],
        ),
        (  # a page lost its commas; two words may be one name, three are a list
            "shelling in the villages of Dremuk Tell Qelmak Orduz and Bey",
            ["villages of Dremuk", "Tell Qelmak", "Orduz", "Bey"],
        ),
        (
            "shelling in the villages of Santa Orduz and Dremuk al-Gharbi",
            ["villages of Santa Orduz", "Dremuk al-Gharbi"],
        ),
    ],
)
def test_english_lists_of_villages(text: str, expected: list[str]) -> None:
    assert quotes(text, "en") == expected


def test_a_name_of_a_place_inside_an_actor_is_left_to_the_actor() -> None:
    assert quotes("قوات سوريا الديمقراطية تنفي") == []


@pytest.mark.parametrize("text", ["", "؟", "#", "في", "قرية", "بـ", "near", "الحدود"])
def test_scraps_do_no_harm(text: str) -> None:
    assert all(text[h.start : h.end] for h in places(text))


def _gold() -> Iterator[tuple[str, set[str]]]:
    reports = (GOLD / "dev.reports.jsonl").read_text(encoding="utf-8").splitlines()
    rows = (GOLD / "dev.gold.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {r["id"]: r for r in map(json.loads, reports)}
    for row in map(json.loads, rows):
        report = texts[row["doc"]]
        if report["lang"] == "ar":
            yield (
                report["text"],
                {
                    p["quote"]
                    for e in row["events"]
                    for p in e["places"]
                    if p["role"] in {"at", "near"} and len(p["quote"].split()) > 1
                },
            )


@pytest.mark.skipif(not GOLD.is_dir(), reason="the material of ../shared is absent")
def test_most_headed_places_of_the_gold_are_found_without_a_gazetteer() -> None:
    found = wanted = 0
    for text, gold in _gold():
        hits = places(text)
        read = {text[h.start : h.end] for h in hits}
        wanted += len(gold)
        found += sum(any(q in r or r in q for r in read) for q in gold)
    assert found / wanted > 0.8


@pytest.mark.parametrize("name", ["كفر الدراق", "تل الرمان", "دير السنونو", "جب قنبر"])
def test_what_names_of_places_begin_with_founds_one_that_no_list_has(name: str) -> None:
    assert told(f"قصف على {name}") == [(name, "at", "struck")]


def test_a_front_is_named_by_a_word_that_no_list_has() -> None:
    assert told("قتل رجل في جبهة نخيلة") == [("جبهة نخيلة", "at", "in")]


@pytest.mark.parametrize(
    "text",
    [
        "قتل رجل في جبهة تشهد معارك",
        "قتل رجل في جبهة قتال",
        "اندلعت معارك على أكثر من جبهة في البلاد",
        "قتل ثلاثة في جبهة أخرى",
    ],
)
def test_what_is_said_of_a_front_is_no_name_of_it(text: str) -> None:
    assert not any("جبهة" in str(words) for words, *_ in told(text))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("القصف على بلدة كفر خزامىقصفت الطائرات", "بلدة كفر خزامى"),
        ("مجزرة في #زيتونةاستهدفت الطائرات السوق", "زيتونة"),
    ],
)
def test_a_listed_name_that_runs_into_a_verb_ends_before_it(
    text: str, quote: str
) -> None:
    assert quote in quotes(text)


def test_a_longer_name_is_not_cut_for_a_word_that_is_no_verb() -> None:
    assert quotes("في بلدة متنبيل") == ["بلدة متنبيل"]
    assert quotes("في بلدة متنمات") == ["بلدة متنمات"]


def test_a_dash_parts_the_towns_of_a_road_in_english() -> None:
    found = quotes("A strike on the Zaytouna–Qatrun road killed two.", "en")  # noqa: RUF001
    assert found == ["Zaytouna–Qatrun road"]  # noqa: RUF001


@pytest.mark.parametrize(
    "text",
    [
        "قصفت قوات النظام زيتونة بالمدفعية",
        "استهدف الطيران الحربي الروسي زيتونة",
        "قصف مدفعي لقوات النظام زيتونة",
    ],
)
def test_what_stands_behind_who_struck_was_struck(text: str) -> None:
    assert told_after_finding(text) == [("زيتونة", "at", "struck")]


@pytest.mark.parametrize(
    "text",
    ["اعتقلت قوات النظام زيتونة", "أعلنت قوات النظام زيتونة", "قصفت قوات النظام صدر"],
)
def test_behind_who_did_something_else_stands_no_place(text: str) -> None:
    assert told_after_finding(text) == []


def told_after_finding(text: str) -> list[tuple[object, ...]]:
    """Tell the places once attacks, weapons and actors have been found."""
    pack = load_language("ar")
    segment = Segment(start=0, end=len(text), kind="sentence", order=0, paragraph=0)
    scan = pack.scan(text, segment)
    for find in HARM:
        scan.add(find(scan, pack))
    return [
        (text[h.start : h.end], h.values["role"], h.values["relation"])
        for h in FIND(scan, pack)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "قال نازح من قرية بيت الزعرور إن القصف مستمر ولن يعود إلى القرية",
        "قال مصدر من قرية بيت الزعرور إن القصف طال البلدة",
        "قال نازح من قرية بيت الزعرور إلى قرية زيتونة إن القصف طال القرية",
    ],
)
def test_a_home_is_not_struck_by_the_way(text: str) -> None:
    first = places(text)[0]
    assert (first.values["key"], first.values["relation"]) in {
        ("بيت الزعرور", "from"),
        ("بيت الزعرور", "origin"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "قال مصدر من قرية بيت الزعرور إن الطائرات استهدفت القرية",
        "أفاد نازحون من قرية بيت الزعرور بقصف على القرية",
    ],
)
def test_a_home_that_comes_back_under_attack_was_struck(text: str) -> None:
    assert [h.values["relation"] for h in places(text)] == ["struck"]


def test_an_army_with_its_article_has_no_place_for_a_name() -> None:
    text = "قتل ضابط في الجيش غربي قرية بيت الزعرور"
    assert [h.values["relation"] for h in places(text)] == ["near"]
