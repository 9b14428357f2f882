"""Sources: who a sentence names as saying so. Places, people and outlets are invented."""

from typing import cast

import pytest

from tawthiq.find.sources.finder import find_sources
from tawthiq.lang.language import load_language
from tawthiq.lang.lexicon import Hit
from tawthiq.model.report import Segment


def sources(text: str, language: str = "ar", kind: str = "sentence") -> list[Hit]:
    loaded = load_language(language)
    segment = Segment(start=0, end=len(text), kind=kind, order=0, paragraph=0)
    return find_sources(loaded.scan(text, segment), loaded)


def names(text: str, language: str = "ar") -> list[object]:
    return [h.values["name"] for h in sources(text, language)]


def scope(text: str, hit: Hit) -> str:
    start, end = cast("tuple[int, int]", hit.values["scope"])
    return text[start:end]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات سوق بلدة وادي الزعرور صباح اليوم",
        "انتشلت فرق الإنقاذ الجثامين ونقلتها إلى مشفى المدينة",
        "لم تعلن أي جهة مسؤوليتها عن الهجوم",
        "وُزعت المساعدات وفق الخطة المتفق عليها",
        "بالإضافة إلى قوات النظام قتل مدنيان",
        "كان في القرية عشرون عائلة حين سقطت القذائف",
        "قتل مدنيان بحسب تقييمنا الأولي",
        "لم ترد تقارير عن إصابات",
        "قتل رجل حسبما جاء في حسابها الرسمي على تويتر",
        "اشتباكات بين الجيش ومسلحين قتل فيها مدنيان",
        "قتل الرجل بعد رفضه عدم كشف هويته للحاجز",
        "تؤكد التعزيزات العسكرية التي دفعت إلى المنطقة أن الأسوأ قادم",
        "اتهمت قوات النظام بقصف سوق بلدة وادي الزعرور",
        "كانت الفصائل قد اتهمت بشن الهجوم على وادي الزعرور",
        "الهجوم الذي اتهمت روسيا بتدبيره في وادي الزعرور",
        "غالبا ما تتهم إسرائيل بالوقوف وراء القصف",
        "محافظة حلب: أصيب مدنيان بقصف على وادي الزعرور",
        "ذكرت المعلومات أن مصدرها مناطق سيطرة الفصائل",
        "وأصدرت المحكمة حكما بسجن قاتل المدنيين",
        "فقد الفصيل قدرته على القصف بعد الغارة",
        "بلغت نسبة الدمار في وزارة الصحة ستين بالمئة",
        "واتهم الفصائل باتخاذ المدنيين دروعا",
        "#فرات_بوست #وادي_الزعرور: غارة على السوق",
        "العراق: مقتل ستة بغارة على وادي الزعرور",
        "قصفت الطائرات مركز إعادة تأهيل الأطفال في وادي الزعرور",
    ],
)
def test_keeps_silent_where_nobody_speaks(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("أفادت المصادر بقتيل وجريحين", "المصادر", "unnamed"),
        ("أعلن الجيش الحدود منطقة عسكرية", "الجيش", "military"),
        ("قتل مدنيان بحسب الدفاع المدني لتنتهي المسيرة", "الدفاع المدني", "civil_defence"),
        ("أفادت مصادر محلية بوقوع قتلى", "مصادر محلية", "local_source"),
        ("أشار أحد سكان وادي الزعرور إلى مقتل طفل", "أحد سكان وادي الزعرور", "witness"),
        ("وأعلن سامر الريحاني، قائد الشرطة في البلدة، عن مقتل طفل", "سامر الريحاني، قائد الشرطة في البلدة", "official"),
        ("وقال سامر، أحد السكان، إن طفلا قتل", "سامر، أحد السكان", "witness"),
        ("وتفيد تقارير غير مؤكدة بمقتل طفل", "تقارير غير مؤكدة", "unnamed"),
        ("قتل مدنيان وفقا لأرقام الأمم المتحدة", "الأمم المتحدة", "un"),
        ("قتل مدنيان، وفق حصيلة أوردتها وزارة الصحة", "وزارة الصحة", "medical"),
        ("وقال سامر الريحاني الذي فقد أخاه إن طفلا قتل", "سامر الريحاني", "other"),
        ("قتل مدنيان بحسب المرصد السوري لحقوق الإنسان", "المرصد السوري لحقوق الإنسان", "monitor_ngo"),
        ("قتل مدنيان، وفق ما أفاد مصدر أمني", "مصدر أمني", "official"),
        ("قتل مدنيان وفقا لمصادر طبية", "مصادر طبية", "medical"),
        ("وقالت وزارة الصحة في وادي الزعرور إن طفلا قتل", "وزارة الصحة في وادي الزعرور", "medical"),
        ("مصدر طبي في مشفى الزعرور: 6 قتلى", "مصدر طبي في مشفى الزعرور", "medical"),
        ("عاجل | الدفاع المدني: إصابة طفل", "الدفاع المدني", "civil_defence"),
        ("المتحدث باسم التحالف العقيد سامر الريحاني أعلن مقتل قيادي", "المتحدث باسم التحالف العقيد سامر الريحاني", "military"),
        ("وأعلن المتحدث باسم الجيش، سامر الريحاني، أن طفلا قتل", "المتحدث باسم الجيش، سامر الريحاني", "military"),
        ("وقال سامر الريحاني إن القصف استمر", "سامر الريحاني", "other"),
        ("قال سامر الريحاني (ناشط من البلدة) إن القصف استمر", "سامر الريحاني", "activist"),
        ("وكانت الميليشيات المحلية قد أعلنت مقتل ستة", "الميليشيات المحلية", "armed_group"),
        ("وكانت وزارة الصحة قد اتهمت الميليشيات المحلية بقصف المشفى", "وزارة الصحة", "medical"),
        ("اتهم ناشطون قسد بقصف المشفى", "ناشطون", "activist"),
        ("واتهمت مصادر محلية قوات النظام بالوقوف وراء القصف", "مصادر محلية", "local_source"),
        ("أنكرت قسد وقوفها وراء القصف", "قسد", "armed_group"),
        ("المعارضة تتهم الحكومة بقصف المشفى", "المعارضة", "other"),
        ("مصادر طبية كانت قد أعلنت مقتل ستة", "مصادر طبية", "medical"),
        ("وبيّن المراسل أن القصف قتل ستة", "المراسل", "journalist"),
        ("أعلن بيان للجيش مقتل ستة", "جيش", "military"),
        ("ورصد المرصد السوري لحقوق الإنسان مقتل ستة", "المرصد السوري لحقوق الإنسان", "monitor_ngo"),
        ("أصدرت وزارة الصحة بيانا عن مقتل ستة", "وزارة الصحة", "medical"),
        ("قتل ستة على حد قول مصدر طبي", "مصدر طبي", "medical"),
        ("مراسل الزعرور اليوم: مقتل ستة بقصف", "مراسل الزعرور", "journalist"),
        ("رنا@rana1991مصادر طبية: مقتل ستة بقصف", "مصادر طبية", "medical"),
        ("وأعلنت بعثة الأمم المتحدة في العراق مقتل ستة", "بعثة الأمم المتحدة في العراق", "un"),
        ("وأعلن التحالف الدولي في سوريا والعراق مقتل ستة", "التحالف الدولي في سوريا والعراق", "military"),
        ("أعلنت غرفة عمليات وادي الزعرور مقتل ستة", "غرفة عمليات وادي الزعرور", "armed_group"),
        ("وقال بيان لقوة المهام المشتركة إن ستة قتلوا", "قوة المهام المشتركة", "military"),
        ("وأشار التقرير إلى مقتل ستة", "التقرير", "unnamed"),
        ("وناشد الدفاع المدني إيقاف القصف", "الدفاع المدني", "civil_defence"),
        ("أعلن المتحدث الرسمي لقوات الأمن سامر الريحاني عن مقتل ستة", "المتحدث الرسمي لقوات الأمن سامر الريحاني", "official"),
        ("أعلنت الحكومة المحلية تعطيل المدارس بعد القصف", "الحكومة المحلية", "official"),
        ("الإمارات العربية المتحدة -- أعلنت وزارة الصحة مقتل ستة", "وزارة الصحة", "medical"),
    ],
)  # fmt: skip
def test_reads_the_longest_natural_name(text: str, name: str, kind: str) -> None:
    found = sources(text)
    assert [(h.values["name"], h.values["kind"]) for h in found] == [(name, kind)]
    assert text[found[0].start : found[0].end] == name


def test_two_sources_share_a_verb() -> None:
    text = "كما أكدت مصادر أمنية وشهود عيان أن المدفعية أطلقت قذائف"
    assert names(text) == ["مصادر أمنية", "شهود عيان"]


def test_two_adjectives_of_one_noun_are_two_kinds() -> None:
    found = sources("قالت مصادر أمنية وطبية إن شخصين قتلا")
    assert [(h.values["name"], h.values["kind"]) for h in found] == [
        ("مصادر أمنية وطبية", "official"),
        ("مصادر أمنية وطبية", "medical"),
    ]


def test_an_agency_and_whom_it_quotes_are_two_sources() -> None:
    text = "ونقلت وكالة أنباء الزعرور عن مصدر عسكري قوله إن الهجوم فشل"
    assert names(text) == ["وكالة أنباء الزعرور", "مصدر عسكري"]


def test_a_verb_without_speaker_goes_on_with_the_one_before() -> None:
    (hit,) = sources("وأضاف أن القصف استمر حتى الفجر")
    assert hit.values["name"] is None
    assert hit.values["same_as"] == "previous"


def test_what_is_said_in_a_statement_goes_on_with_who_gave_it_out() -> None:
    given, said = sources("أصدرت وزارة الصحة بيانا قالت فيه إن طفلا قتل")
    assert given.values["channel"] == "statement"
    assert said.values["same_as"] == "previous"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("معترفة بمقتل طفل", "asserts"),
        ("منكرا قصف السوق", "denies"),
        ("مشككة في حصيلة القتلى", "doubts"),
        ("مناشدا إيقاف القصف", "demands"),
    ],
)
def test_a_participle_goes_on_with_its_own_stance(text: str, stance: str) -> None:
    (hit,) = sources(f"وقع القصف ليلا، {text}")
    assert (hit.values["same_as"], hit.values["stance"]) == ("previous", stance)


@pytest.mark.parametrize(
    "text", ["ولفتت إلى مقتل طفل في القصف", "وأعلن عن مقتل طفل في القصف"]
)
def test_a_verb_that_opens_a_clause_goes_on_with_a_preposition(text: str) -> None:
    assert [h.values["same_as"] for h in sources(text)] == ["previous"]


def test_a_verb_inside_a_clause_does_not_go_on_with_a_preposition() -> None:
    assert names("قصف المبنى بعد أن أعلن عن إخلائه") == []


def test_an_outlet_that_no_sheet_lists_is_told() -> None:
    (hit,) = sources("وأفادت مصادر محلية لـ “السنبلة” بأن القصف قتل طفلا")
    assert (hit.values["name"], hit.values["via"]) == ("مصادر محلية", "السنبلة")


def test_channel_and_outlet_told() -> None:
    (hit,) = sources("قال سامر الريحاني خلال اتصال هاتفي مع السنبلة إن القصف استمر")
    assert (hit.values["channel"], hit.values["via"]) == ("phone", "السنبلة")


def test_denying_that_anyone_was_hurt_does_not_deny_the_attack() -> None:
    (hit,) = sources("نفت وزارة الصحة وقوع أي إصابات في القصف")
    assert (hit.values["stance"], hit.values["vouches"]) == ("denies", "asserts")


def test_denying_to_have_aimed_at_it_denies_the_attack() -> None:
    (hit,) = sources("نفى المتحدث أن تكون قواته قد استهدفت المستشفى")
    assert hit.values["vouches"] == "denies"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("نفى الجيش استهداف المدرسة", "denies"),
        ("استبعد الناشط سامر الريحاني وجود مسلحين في القرية", "doubts"),
        ("أعلن الجيش أن لا علاقة لقواته بالغارة", "denies"),
        ("طالب رئيس البلدية بفتح تحقيق", "demands"),
        ("أكد الجيش استهداف المدرسة", "asserts"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert [h.values["stance"] for h in sources(text)] == [stance]


def test_what_is_said_stands_before_a_trailing_cue() -> None:
    text = "قتل مدنيان في القصف، بحسب ما أفاد مصدر محلي"
    (hit,) = sources(text)
    assert scope(text, hit) == "قتل مدنيان في القصف"


def test_what_is_said_stands_behind_a_leading_cue() -> None:
    text = "أفاد مصدر محلي أن مدنيين قتلا"
    (hit,) = sources(text)
    assert scope(text, hit) == "مدنيين قتلا"


def test_rescuers_vouch_by_signing_a_post_outlets_do_not() -> None:
    assert names("إصابة طفل في القصف #الدفاع_المدني") == ["الدفاع_المدني"]
    assert names("إصابة طفل في القصف #وكالة_الزعرور") == []


@pytest.mark.parametrize(
    "text",
    [
        "Warplanes hit the market of Wadi al-Zaarour on Monday.",
        "The strike killed a doctor and two nurses.",
        "Two people died according to the plan.",
        "A car bomb killed four. No group claimed responsibility.",
    ],
)
def test_english_keeps_silent_where_nobody_speaks(text: str) -> None:
    assert names(text, "en") == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Two died, a medic said", "medic", "medical"),
        ("Activists said two people died", "Activists", "activist"),
        ("Two died according to the UN", "UN", "un"),
        ("A Sunbula correspondent from the area reported that two died", "correspondent", "journalist"),
        ("Two died, the Britain-based Syrian Observatory for Human Rights said", "Syrian Observatory for Human Rights", "monitor_ngo"),
        ("The attack was claimed by the Islamic State group", "Islamic State group", "armed_group"),
        ("Samer Rihani told Sunbula that two died", "Samer Rihani", "other"),
        ("The army on Saturday denied the raid", "army", "military"),
        ("Activists have documented the death of two civilians", "Activists", "activist"),
        ("Activists had also reported that two people died", "Activists", "activist"),
        ("Reliable local sources have just confirmed that two people died", "local sources", "local_source"),
    ],
)  # fmt: skip
def test_english_reads_the_name(text: str, name: str, kind: str) -> None:
    found = sources(text, "en")
    assert [(h.values["name"], h.values["kind"]) for h in found] == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Two people died on Harda road, activists reported.", "Two people died on Harda road"),
        ("Two people died on Harda road, activists said on Monday.", "Two people died on Harda road"),
        ("According to figures compiled by activists, two people died", "two people died"),
        ("Activists condemned the strike that killed three people", "the strike that killed three people"),
    ],
)  # fmt: skip
def test_english_finds_what_is_said(text: str, said: str) -> None:
    (hit,) = sources(text, "en")
    assert scope(text, hit) == said


def test_what_is_quoted_at_length_is_no_name() -> None:
    text = 'وقال مدير المشفى في البلدة "كان القصف على الحي عنيفا جدا ليلة أمس"'
    assert names(text) == ["مدير المشفى في البلدة"]
    assert names('وقالت منظمة "أطباء بلا حدود" إن طفلا قتل') == [
        'منظمة "أطباء بلا حدود'
    ]


def test_who_adopts_a_text_claims_no_attack() -> None:
    assert names("طلبت الدولة من مجلس الأمن تبنى بيانا عن القصف") == []
    assert names("تبنى تنظيم داعش التفجير") == ["تنظيم داعش"]


def test_a_name_ends_before_what_it_tells_of() -> None:
    assert names("أفادت مصادر ميدانية بتدمير مركبتين في القصف") == ["مصادر ميدانية"]
    assert names("نقلت وكالة الزعرور في المقابل عن مصدر عسكري مقتل طفل") == [
        "وكالة الزعرور",
        "مصدر عسكري",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اتهمت وزارة الصحة قوات النظام بقصف بلدة وادي الزعرور", "وزارة الصحة"),
        ("اتهم المتحدث باسم الجيش الفصائل بقصف السوق", "المتحدث باسم الجيش"),
        ("اتهمت عائلته إسرائيل بقتله في البلدة", "عائلته"),
        ("اتهمت منظمة العفو الدولية الأطراف كلها", "منظمة العفو الدولية الأطراف كلها"),
    ],
)
def test_who_charges_is_told_from_the_charged(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_name_ends_before_what_is_disowned() -> None:
    text = "نفى المتحدث باسم التحالف الدولي علاقته بالقصف"
    assert names(text) == ["المتحدث باسم التحالف الدولي"]


def test_a_turn_of_phrase_is_nobody() -> None:
    (hit,) = sources("من جهة أخرى، قال إن القصف استمر")
    assert hit.values["same_as"] == "previous"


def test_a_name_that_is_spelt_like_no_preposition_of_its_report_goes_on() -> None:
    named = "أكد الناطق باسم المجلس علي الزعتري، على هامش اللقاء، أن القصف قتل ثلاثة"
    assert names(named) == ["الناطق باسم المجلس علي الزعتري"]
    assert names("أكد الناطق باسم المجلس على الجبهة أن القصف قتل ثلاثة") == [
        "الناطق باسم المجلس"
    ]


def test_a_name_in_quotation_marks_ends_with_them() -> None:
    assert names("قال «أبو سالم» بهذا الصدد إن القصف قتل ثلاثة مدنيين") == ["أبو سالم"]
    led = "قال مدير «مشفى الزعرور» أحمد الزعتري إن القصف قتل ثلاثة"
    assert names(led) == ["مدير «مشفى الزعرور» أحمد الزعتري"]


def test_who_says_that_an_attack_was_not_done_denies_it() -> None:
    (hit,) = sources("قالت الوزارة إن قواتها لم تقصف قرية الزعرور")
    assert hit.values["stance"] == "denies"
    (heard,) = sources("قال ناشطون إن الأهالي لم يسمعوا طائرات قبل القصف")
    assert heard.values["stance"] == "asserts"


def test_names_of_the_dead_and_a_term_set_are_no_sources() -> None:
    assert names("ذكرت وكالة الزعرور أسماء القتلى وهم سالم وناصر") == ["وكالة الزعرور"]
    assert names("وضمن مهلة حددها الرئيس للجيش قتل ثلاثة مدنيين") == []
    assert names("قال بيان للقيادة الزعرورية إن الغارة قتلت ثلاثة") == [
        "قيادة الزعرورية"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "قتل رجل بهجوم شنه مسلحون يعتقد بانتمائهم لتنظيم داعش",
        "قتل رجل بهجوم شنه مسلحون يعتقد أنهم من داعش",
        "قصف الموقع رجال يشتبه بأنهم من المليشيا",
    ],
)
def test_who_is_believed_to_be_something_says_nothing(text: str) -> None:
    assert names(text) == []


def test_who_believes_speaks() -> None:
    assert names("يعتقد ناشطون أن الغارة روسية") == ["ناشطون"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اتهم ناشطون تنظيم الدولة الإسلامية", "ناشطون"),
        (
            "اتهم المتحدث باسم الجيش السوري الفصائل بقصف السوق",
            "المتحدث باسم الجيش السوري",
        ),
    ],
)
def test_the_accused_is_no_part_of_the_accuser(text: str, name: str) -> None:
    assert names(text) == [name]


def test_the_latter_denies() -> None:
    text = "اتهم الجيش فصيل النخيل بقصف الحي، وهو ما نفاه الأخير، وقتل مدنيان"
    assert [(h.values["name"], h.values["stance"]) for h in sources(text)][-1] == (
        "الأخير",
        "denies",
    )
    assert names("وقع الهجوم الأخير في القرية") == []
